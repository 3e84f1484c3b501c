//! The demo's own opinions: one at every stage, told through the same commands as real ones.

use huiyin_domain::{
    communities::Bilingual,
    feedback::{
        AnswerForm, BuiltForm, Command, Owner, ReasonCode, RequestForm, Said, Satisfaction, Theme,
        VerdictKind,
    },
    ids::{PlaceId, SubmissionId},
    time::{DAY_MS, Moment},
};

use super::{
    Cast,
    voices::{self, PLACES, Voice},
};
use crate::{
    departments,
    failure::Outcome,
    feedback::{rows, service},
    here::Here,
    store::{Store, Tx},
};

/// The property company, as the first of the demo's departments.
const PROPERTY: usize = 0;
/// Those who keep the streets in order.
const ORDER: usize = 1;
/// The sub-district's office for daily life.
const DAILY_LIFE: usize = 2;

/// Who acts.
#[derive(Clone, Copy, Debug)]
enum Who {
    Author,
    Office,
    Department(usize),
}

/// One act: so many days ago, by whom, and what.
type Act = (i64, Who, Command);

/// Builds all of them, in one transaction; the places from which residents choose.
pub fn build(store: &Store, cast: &Cast, now: Moment) -> Outcome<Vec<PlaceId>> {
    let cast = cast.clone();
    store.write_now(move |tx| {
        let places = places(tx, &cast, now)?;
        let demo = Demo { cast: &cast, now, places };
        demo.finished(tx)?;
        demo.appealed(tx)?;
        demo.under_way(tx)?;
        Ok(demo.places)
    })
}

fn places(tx: &mut Tx<'_>, cast: &Cast, now: Moment) -> Outcome<Vec<PlaceId>> {
    let here = cast.organiser(now.plus_millis(-60 * DAY_MS));
    let name = |(zh, en): (&str, &str)| Bilingual { zh: zh.to_owned(), en: en.to_owned() };
    PLACES.iter().map(|it| departments::service::create_place(tx, &here, &name(*it))).collect()
}

struct Demo<'a> {
    cast: &'a Cast,
    now: Moment,
    places: Vec<PlaceId>,
}

impl Demo<'_> {
    fn here(&self, who: Who, author: usize, days_ago: i64) -> Here {
        let at = self.now.plus_millis(-days_ago * DAY_MS);
        match who {
            Who::Author => self.cast.resident(author, at),
            Who::Office => self.cast.organiser(at),
            Who::Department(n) => self.cast.reviewer(n, at),
        }
    }

    fn owner(&self, department: usize) -> Owner {
        Owner::Department { id: self.cast.reviewers[department].0 }
    }

    /// The day so many working days after another that lies so many days back.
    fn workday(&self, days_ago: i64, n: u32) -> String {
        let here = self.here(Who::Office, 0, days_ago);
        here.calendar.after_working_days(here.today(), n).to_string()
    }

    fn tell(&self, tx: &mut Tx<'_>, voice: &Voice, acts: Vec<Act>) -> Outcome<SubmissionId> {
        let here = self.here(Who::Author, voice.author, voice.days_ago);
        let id = service::send(tx, &here, &voice.form(&self.places))?.id;
        for (days_ago, who, command) in acts {
            let here = self.here(who, voice.author, days_ago);
            let version = rows::load(tx, here.community, id)?.submission.version;
            service::command(tx, &here, id, Some(version), command)?;
        }
        Ok(id)
    }

    fn pass_on(&self, department: usize, reason: &str) -> Command {
        Command::PassOn { to: self.owner(department), reason: said(reason) }
    }

    /// What the resident has confirmed, or taken back.
    fn finished(&self, tx: &mut Tx<'_>) -> Outcome<()> {
        let property = Who::Department(PROPERTY);
        let partly = AnswerForm {
            verdict: Some(VerdictKind::PartlyAdopted),
            words: "坏的桶盖这周换掉，冲洗改成每两天一次。".to_owned(),
            day: self.workday(38, 6),
            requests: vec![done(), not(ReasonCode::NoMoney, "每天冲洗要加人，今年的钱不够。")],
            ..AnswerForm::default()
        };
        let built = BuiltForm {
            words: "两个桶盖换好了，每两天冲洗一次。".to_owned(),
            requests: vec![done(), otherwise("改成每两天冲洗一次。")],
            ..BuiltForm::default()
        };
        self.tell(
            tx,
            &voices::BINS,
            vec![
                (44, Who::Office, acknowledge("收到了。我们今天就请物业去看。")),
                (44, Who::Office, self.sort(Theme::Surroundings, 5)),
                (43, Who::Office, self.pass_on(PROPERTY, "垃圾桶由物业维护。")),
                (38, property, Command::Answer { form: partly }),
                (34, property, Command::Deliver { form: built }),
                (31, Who::Author, confirm(Satisfaction::Content)),
            ],
        )?;
        let handrail = self.adopted("换成不锈钢扶手，两边都装。", 49, 10);
        self.tell(
            tx,
            &voices::HANDRAIL,
            vec![
                (54, Who::Office, acknowledge("收到了。明天请师傅去量尺寸。")),
                (53, Who::Office, self.sort(Theme::Elderly, 8)),
                (49, Who::Office, handrail),
                (44, Who::Office, report("扶手已经订做。")),
                (40, Who::Office, deliver("扶手装好了。", vec![done()])),
                (39, Who::Author, reopen("右边的扶手还在晃，螺丝没拧紧。")),
                (36, Who::Office, deliver("右边重新打了膨胀螺栓，晃不动了。", vec![done()])),
                (34, Who::Author, confirm(Satisfaction::Content)),
            ],
        )?;
        let planned = self.reason(
            VerdictKind::AlreadyPlanned,
            ReasonCode::UnderWay,
            "下个月起阅览室上午九点开门，志愿者已经排好班。",
        );
        self.tell(
            tx,
            &voices::READING_ROOM,
            vec![
                (34, Who::Office, acknowledge("收到了。我们问一下志愿者。")),
                (33, Who::Office, self.sort(Theme::Culture, 12)),
                (30, Who::Office, planned),
                (28, Who::Author, confirm(Satisfaction::SoSo)),
            ],
        )?;
        self.tell(
            tx,
            &voices::TAKEN_BACK,
            vec![
                (17, Who::Office, acknowledge("收到了。我们去找家具的主人。")),
                (16, Who::Author, Command::Withdraw),
            ],
        )?;
        Ok(())
    }

    /// What was answered once and once more.
    fn appealed(&self, tx: &mut Tx<'_>) -> Outcome<()> {
        let no_lift = self.reason(
            VerdictKind::NotAdopted,
            ReasonCode::NeighboursDisagree,
            "一楼和二楼有五户不同意，按规定现在装不了。",
        );
        let stools = AnswerForm {
            verdict: Some(VerdictKind::PartlyAdopted),
            words: "电梯继续做邻居的工作。转角的折叠凳先装上。".to_owned(),
            day: self.workday(40, 35),
            requests: vec![
                not(ReasonCode::NeighboursDisagree, "还有三户不同意，居委会每月上门一次。"),
                done(),
            ],
            ..AnswerForm::default()
        };
        self.tell(
            tx,
            &voices::LIFT,
            vec![
                (59, Who::Office, acknowledge("收到了。我们先去问一楼和二楼的邻居。")),
                (58, Who::Office, self.sort(Theme::Elderly, 1)),
                (52, Who::Office, no_lift),
                (48, Who::Author, appeal("电梯慢慢来可以，折叠凳为什么也不装？")),
                (40, Who::Office, Command::Answer { form: stools }),
                (20, Who::Office, report("折叠凳已经到货，等师傅来装。")),
            ],
        )?;
        let not_ours = self.reason(
            VerdictKind::NotAdopted,
            ReasonCode::NotOurs,
            "处罚要由公安来做，我们每晚巡查一次，见到就劝。",
        );
        self.tell(
            tx,
            &voices::DOGS,
            vec![
                (49, Who::Office, acknowledge("收到了。今晚起请城管一起巡查。")),
                (49, Who::Office, self.sort(Theme::Safety, 12)),
                (48, Who::Office, self.pass_on(ORDER, "遛狗由城管巡查。")),
                (42, Who::Department(ORDER), not_ours),
                (38, Who::Author, appeal("巡查的时候没人遛，九点以后才多。")),
                (
                    32,
                    Who::Department(ORDER),
                    Command::Uphold {
                        words: "巡查改到九点以后，处罚仍要由公安来做。".to_owned()
                    },
                ),
                (29, Who::Author, confirm(Satisfaction::NotContent)),
            ],
        )?;
        Ok(())
    }

    /// What is still owed, in time or not.
    fn under_way(&self, tx: &mut Tx<'_>) -> Outcome<()> {
        let property = Who::Department(PROPERTY);
        let light = self.stair_light(tx)?;
        self.tell(
            tx,
            &voices::BLOCKED_WAY,
            vec![
                (39, Who::Office, acknowledge("收到了。消防通道很要紧，马上转给物业。")),
                (39, Who::Office, self.sort(Theme::Safety, 4)),
                (38, Who::Office, self.pass_on(PROPERTY, "消防通道由物业管理。")),
                (36, property, self.pass_on(ORDER, "车主不听物业的，请城管来。")),
                (33, Who::Department(ORDER), self.pass_on(PROPERTY, "小区里面归物业管。")),
            ],
        )?;
        self.tell(
            tx,
            &voices::LOUD_SQUARE,
            vec![
                (11, Who::Office, acknowledge("收到了。我们先跟跳舞队商量。")),
                (10, Who::Office, self.sort(Theme::Surroundings, 12)),
                (9, Who::Office, self.pass_on(ORDER, "音量由城管测。")),
            ],
        )?;
        let pipe = self.adopted("断的一截换新，门口铺防滑垫。", 42, 14);
        self.tell(
            tx,
            &voices::DOWNPIPE,
            vec![
                (47, Who::Office, acknowledge("收到了。请物业去看雨水管。")),
                (47, Who::Office, self.sort(Theme::Repairs, 0)),
                (46, Who::Office, self.pass_on(PROPERTY, "雨水管由物业维修。")),
                (42, property, pipe),
                (35, property, report("师傅看过了，要等配件。")),
            ],
        )?;
        let later = AnswerForm {
            day: self.workday(0, 20),
            ..answer(
                VerdictKind::Deferred,
                ReasonCode::NeedsTime,
                "供电局要先增容，年底前给我们回话。",
            )
        };
        self.tell(
            tx,
            &voices::CHARGING,
            vec![
                (24, Who::Office, acknowledge("收到了。我们问一下街道和供电局。")),
                (23, Who::Office, self.sort(Theme::Parking, 14)),
                (22, Who::Office, self.pass_on(DAILY_LIFE, "充电桩由街道统一申请。")),
                (15, Who::Department(DAILY_LIFE), Command::Answer { form: later }),
            ],
        )?;
        let same = AnswerForm {
            into: light.to_string(),
            ..answer(
                VerdictKind::MergedInto,
                ReasonCode::AskedBefore,
                "邻居先提过同一盏灯，两件一起办。",
            )
        };
        self.tell(
            tx,
            &voices::SAME_LIGHT,
            vec![
                (19, Who::Office, self.sort(Theme::Safety, 2)),
                (18, Who::Office, Command::Answer { form: same }),
            ],
        )?;
        self.tell(tx, &voices::GATE, Vec::new()).map(drop)
    }

    /// What is done, and waits for the word of whoever asked for it.
    fn stair_light(&self, tx: &mut Tx<'_>) -> Outcome<SubmissionId> {
        let property = Who::Department(PROPERTY);
        let lights = self.adopted("换两盏声控灯，线路一起检查。", 24, 16);
        let built = vec![done(), done()];
        self.tell(
            tx,
            &voices::STAIR_LIGHT,
            vec![
                (29, Who::Office, acknowledge("收到了。今天请电工去看。")),
                (29, Who::Office, self.sort(Theme::Safety, 2)),
                (28, Who::Office, self.pass_on(PROPERTY, "楼道灯由物业维修。")),
                (24, property, lights),
                (12, property, report("声控灯买到了，线路也查过了。")),
                (5, property, deliver("两盏声控灯装好了，晚上一踏脚就亮。", built)),
            ],
        )
    }

    fn sort(&self, theme: Theme, place: usize) -> Command {
        Command::Sort { theme, place: self.places.get(place).copied() }
    }

    fn adopted(&self, words: &str, days_ago: i64, n_days: u32) -> Command {
        let form = AnswerForm {
            verdict: Some(VerdictKind::Adopted),
            words: words.to_owned(),
            day: self.workday(days_ago, n_days),
            ..AnswerForm::default()
        };
        Command::Answer { form }
    }

    fn reason(&self, verdict: VerdictKind, code: ReasonCode, words: &str) -> Command {
        Command::Answer { form: answer(verdict, code, words) }
    }
}

/// An answer with a reason.
pub(super) fn answer(verdict: VerdictKind, code: ReasonCode, words: &str) -> AnswerForm {
    AnswerForm {
        verdict: Some(verdict),
        words: words.to_owned(),
        code: Some(code),
        ..AnswerForm::default()
    }
}

fn said(words: &str) -> Said {
    Said::parse(words).expect("the office of the demo says little at a time")
}

/// The first word.
pub(super) fn acknowledge(words: &str) -> Command {
    Command::Acknowledge { words: words.to_owned() }
}

fn report(words: &str) -> Command {
    Command::Report { words: said(words), photos: Vec::new() }
}

fn deliver(words: &str, requests: Vec<RequestForm>) -> Command {
    Command::Deliver { form: BuiltForm { words: words.to_owned(), photos: Vec::new(), requests } }
}

/// The last word of whoever asked.
pub(super) fn confirm(satisfaction: Satisfaction) -> Command {
    Command::Confirm { satisfaction, told: None }
}

fn appeal(words: &str) -> Command {
    let words = huiyin_domain::feedback::Opinion::parse(words);
    Command::Appeal { words: words.expect("residents of the demo say little"), told: None }
}

fn reopen(words: &str) -> Command {
    let words = huiyin_domain::feedback::Opinion::parse(words);
    Command::Reopen { words: words.expect("residents of the demo say little"), told: None }
}

fn done() -> RequestForm {
    RequestForm { is_done: Some(true), ..RequestForm::default() }
}

fn otherwise(words: &str) -> RequestForm {
    RequestForm { is_done: Some(true), words: words.to_owned(), ..RequestForm::default() }
}

fn not(code: ReasonCode, words: &str) -> RequestForm {
    RequestForm { is_done: Some(false), code: Some(code), words: words.to_owned() }
}
