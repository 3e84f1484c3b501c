//! The demo's contest that is in review: screened first, with a proposal at each place of its way.

use huiyin_domain::contests::{RulesForm, Screening};
use huiyin_domain::ids::{ContestId, DepartmentId, ProposalId};
use huiyin_domain::money::Money;
use huiyin_domain::proposals::wire::NoteForm;
use huiyin_domain::proposals::{Command, EditForm, Finding, ProposalForm};
use huiyin_domain::time::Moment;

use super::Cast;
use super::contests::{acknowledge, day, form, reason};
use crate::contests::service;
use crate::failure::Outcome;
use crate::here::Here;
use crate::proposals::{notes, pages, service as proposing, texts};
use crate::store::Tx;

/// A proposal: what, where, why, what it might cost in yuan, and how many co-sign it.
type Row = (&'static str, &'static str, &'static str, u64, usize);

const WISHES: [Row; 10] = [
    ("2号楼楼道加装折叠凳", "2号楼一层和三层转角", "爬到三楼要歇一歇,扶着墙站着很累。", 2_400, 0),
    ("修一修那边的路", "小区里", "路不好走。", 8_000, 0),
    (
        "7号楼门厅装一面公告屏",
        "7号楼门厅",
        "通知贴了又撕,墙上都是胶印,老人也看不清小字。",
        6_800,
        3,
    ),
    (
        "1号楼到3号楼的楼梯踏步贴夜光条",
        "1、2、3号楼楼梯",
        "灯坏的时候看不清台阶边,去年有两位老人踩空。",
        4_500,
        9,
    ),
    (
        "11号楼地下室入口装防汛挡板",
        "11号楼地下室入口",
        "去年夏天两场大雨,地下室进水没过脚踝,电表箱差一点泡了。",
        12_000,
        14,
    ),
    (
        "各楼一层装无障碍门铃",
        "1号到12号楼",
        "坐轮椅的人按不到现在的门铃,只能在楼下喊。",
        15_600,
        11,
    ),
    ("在10号楼挂商家联合广告牌", "10号楼东墙", "广告费可以用来修楼道。", 3_000, 0),
    ("楼道里装夜光的台阶边条", "3号楼楼梯", "晚上下楼看不清台阶。", 2_000, 6),
    ("8号楼外墙落水管改道", "8号楼北墙", "落水管正对着单元门,一下雨门口就结冰。", 18_000, 16),
    ("12号楼加一部户外电梯", "12号楼南侧", "六层楼没有电梯,五位老人半年没有下过楼。", 50_000, 20),
];

/// Builds it: collecting has ended three days ago, and the office has not given notice yet.
pub(super) fn build(tx: &mut Tx<'_>, cast: &Cast, now: Moment) -> Outcome<()> {
    let dates = [day(now, -33), day(now, -3), day(now, 20), day(now, 30)];
    let form = form("2026楼道微更新", "8万", "2026-10-20 居委会公开摇号 3 1 6", dates);
    let form = RulesForm { co_signs_needed: 5, screening: Screening::First, ..form };
    let contest = service::create(tx, &cast.organiser(day(now, -34)), &form)?;
    let mut way = Way { cast, contest, now, ids: Vec::new() };
    for (place, row) in WISHES.iter().enumerate() {
        way.send(tx, place, row)?;
    }
    way.screen(tx)?;
    way.co_sign(tx)?;
    way.merge(tx)?;
    way.review(tx)
}

struct Way<'a> {
    cast: &'a Cast,
    contest: ContestId,
    now: Moment,
    ids: Vec<ProposalId>,
}

impl Way<'_> {
    fn office(&self, days: i64) -> Here {
        self.cast.organiser(day(self.now, days))
    }

    /// The author of a wish: everybody writes one.
    fn author(place: usize) -> usize {
        Cast::other(place * 4 + 1)
    }

    fn send(&mut self, tx: &mut Tx<'_>, place: usize, row: &Row) -> Outcome<()> {
        let (title, at, why, yuan, _) = row;
        let form = ProposalForm {
            title: (*title).to_owned(),
            place: (*at).to_owned(),
            why: (*why).to_owned(),
            cost: yuan.to_string(),
            ..ProposalForm::default()
        };
        // The first one came on the last day, and waits for the office.
        let sent = if place == 0 { day(self.now, -4) } else { day(self.now, -30) };
        let here = self.cast.resident(Self::author(place), sent);
        let id = proposing::submit(tx, &here, self.contest, &form)?.id;
        if place > 1 {
            acknowledge(tx, self.cast, id, sent)?;
        }
        self.ids.push(id);
        Ok(())
    }

    fn act(&self, tx: &mut Tx<'_>, here: &Here, place: usize, command: Command) -> Outcome<()> {
        let id = self.ids[place];
        let version = pages::page(tx, here, id)?.version;
        proposing::command(tx, here, id, Some(version), command).map(drop)
    }

    /// One waits, one came back, one is on the list of what cannot be funded; the others pass.
    fn screen(&self, tx: &mut Tx<'_>) -> Outcome<()> {
        let here = self.office(-28);
        let what = reason("请写清楚是哪一段路,哪里不好走。")?;
        self.act(tx, &here, 1, Command::Return { what })?;
        let why = reason("广告牌属于商业广告。")?;
        self.act(tx, &here, 6, Command::RuleOut { item: 2, reason: why })?;
        for place in [2, 3, 4, 5, 7, 8, 9] {
            self.act(tx, &here, place, Command::Pass)?;
        }
        Ok(())
    }

    /// Neighbours co-sign; one text is changed after some have, and says why.
    fn co_sign(&self, tx: &mut Tx<'_>) -> Outcome<()> {
        for (place, (title, at, why, yuan, n_co_signs)) in WISHES.iter().enumerate() {
            let author = Self::author(place);
            let neighbours = (0..self.cast.n_others()).map(Cast::other);
            // Those who support the one that is merged are others, so that their names can move.
            let n_passed_over = if place == 7 { 20 } else { 0 };
            let neighbours = neighbours.filter(|it| *it != author).skip(n_passed_over);
            for neighbour in neighbours.take(*n_co_signs) {
                let here = self.cast.resident(neighbour, day(self.now, -20));
                proposing::command(tx, &here, self.ids[place], None, Command::CoSign)?;
            }
            if place == 3 {
                let here = self.cast.resident(author, day(self.now, -12));
                let form = ProposalForm {
                    title: (*title).to_owned(),
                    requests: "每级踏步贴一条夜光条\n转角多贴一条".to_owned(),
                    place: (*at).to_owned(),
                    why: (*why).to_owned(),
                    cost: yuan.to_string(),
                    ..ProposalForm::default()
                };
                let why = "邻居提醒:转角最暗,要多贴一条。".to_owned();
                let version = pages::page(tx, &here, self.ids[place])?.version;
                texts::edit(tx, &here, self.ids[place], version, &EditForm { form, why })?;
            }
        }
        Ok(())
    }

    /// Two ask for the same, and go on as one; some of the names have moved.
    fn merge(&self, tx: &mut Tx<'_>) -> Outcome<()> {
        let (into, why) = (self.ids[3], reason("两个提案要的是一样的东西,合在一起更有分量。")?);
        self.act(tx, &self.office(-10), 7, Command::OfferMerge { into, why })?;
        let author = self.cast.resident(Self::author(7), day(self.now, -9));
        self.act(tx, &author, 7, Command::AgreeMerge)?;
        for neighbour in [20, 22].map(Cast::other) {
            let here = self.cast.resident(neighbour, day(self.now, -8));
            proposing::command(tx, &here, self.ids[7], None, Command::MoveCoSign)?;
        }
        Ok(())
    }

    /// One is in time, one is late, one can be done and one cannot.
    fn review(&self, tx: &mut Tx<'_>) -> Outcome<()> {
        let [property, order, street] = [0, 1, 2].map(|place| self.department(place));
        let office = self.office(-7);
        let due_in = |n| office.calendar.after_working_days(office.today(), n);
        for (place, lead, other, n_days) in
            [(4, property, order, 12), (5, street, property, 2), (8, property, order, 3)]
        {
            let (others, due) = (vec![other], due_in(n_days));
            self.act(tx, &office, place, Command::SendToReview { lead, others, due })?;
        }
        let (others, due) = (vec![property, street], due_in(3));
        self.act(tx, &office, 9, Command::SendToReview { lead: order, others, due })?;
        let squad = self.cast.reviewer(1, day(self.now, -6));
        for place in [4, 8] {
            let finding = feasible(WISHES[place].3);
            self.act(tx, &squad, place, Command::Assess { department: order, finding })?;
        }
        let words = reason("挡板要在汛期前装好,请先问厂家的工期。")?;
        notes::add(tx, &squad, self.ids[4], &NoteForm { words })?;
        let lead = self.cast.reviewer(0, day(self.now, -5));
        self.act(tx, &lead, 8, Command::Conclude { finding: feasible(17_200) })?;
        let no = || -> Outcome<Finding> {
            let reason = reason("南侧地下有煤气总管,不能打电梯的基础。")?;
            Ok(Finding::NotFeasible { reason })
        };
        for (place, department) in [(0, property), (2, street)] {
            let here = self.cast.reviewer(place, day(self.now, -5));
            self.act(tx, &here, 9, Command::Assess { department, finding: no()? })?;
        }
        let lead = self.cast.reviewer(1, day(self.now, -4));
        self.act(tx, &lead, 9, Command::Conclude { finding: no()? })
    }

    fn department(&self, place: usize) -> DepartmentId {
        self.cast.reviewers[place].0
    }
}

fn feasible(yuan: u64) -> Finding {
    Finding::Feasible { cost: Money::yuan(yuan), months: 3 }
}
