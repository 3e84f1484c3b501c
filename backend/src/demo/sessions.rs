//! The demo's own sessions: one that was held, with its minutes, and one that is near.

use huiyin_domain::{
    councils::{
        Group,
        meeting::{
            Command, ResolutionForm, Said, Summary, Way, Who,
            agenda::{About, AgendaForm, ItemForm},
            wire::CouncilPage,
        },
    },
    feedback::{self, Opinion, ReasonCode, Theme, VerdictKind},
    ids::{CouncilId, SubmissionId},
    time::{DAY_MS, Moment},
};

use super::{
    Cast,
    councils::{HOUR_MS, day},
    feedback::{acknowledge, answer},
    lots::Lots,
    topics::act,
};
use crate::{
    councils::{
        rows,
        service::{self, With},
    },
    failure::{Failure, Outcome},
    here::Here,
    store::Tx,
};

const MINUTE_MS: i64 = 60_000;
/// How many said that they come to the session that was held.
const N_SEATED: usize = 16;
/// Those among them who then did not.
const MISSED: [usize; 2] = [3, 9];
/// How many have said so for the one that is near: a third of the seats.
const N_COMING: usize = 13;

/// Builds what happened to both councils.
pub fn build(
    tx: &mut Tx<'_>,
    cast: &Cast,
    now: Moment,
    (topics, councils): (&[SubmissionId], &[CouncilId]),
) -> Outcome<()> {
    let mut demo = Sessions { cast, now, lots: Lots::new("huiyin/demo/sessions") };
    let [held, near] = councils else {
        return Err(Failure::Broken(format!("two councils are wanted: {councils:?}")));
    };
    demo.before(tx, *held, topics)?;
    demo.held(tx, *held)?;
    demo.afterwards(tx, *held)?;
    demo.carried_out(tx, *held)?;
    demo.near(tx, *near, topics)
}

struct Sessions<'a> {
    cast: &'a Cast,
    now: Moment,
    lots: Lots,
}

impl Sessions<'_> {
    fn office(&self, at: Moment) -> Here {
        self.cast.organiser(at)
    }

    fn ask(
        &mut self,
        tx: &mut Tx<'_>,
        here: &Here,
        id: CouncilId,
        command: Command,
    ) -> Outcome<CouncilPage> {
        let version = Some(rows::load(tx, here.community, id)?.version);
        let codes = (0..8).map(|_| format!("{:06}", self.lots.below(1_000_000))).collect();
        service::command(tx, here, id, &With { version, codes }, command)
    }

    /// So many neighbours say that they come, one an hour; every sixth by video.
    fn take_seats(
        &mut self,
        tx: &mut Tx<'_>,
        id: CouncilId,
        n: usize,
        from: Moment,
    ) -> Outcome<()> {
        for (neighbour, hour) in (0..n).zip(0..) {
            let at = from.plus_millis(hour * HOUR_MS);
            let here = self.cast.resident(Cast::other(neighbour), at);
            self.ask(tx, &here, id, Command::Rsvp { way: way(neighbour), resident: None })?;
        }
        Ok(())
    }

    /// Agenda, notice and seats of the session that was held.
    fn before(&mut self, tx: &mut Tx<'_>, id: CouncilId, topics: &[SubmissionId]) -> Outcome<()> {
        let form = AgendaForm {
            items: vec![
                item("充电棚建在哪里、怎么收费", 40, topics.first()),
                item("快递柜放在哪里", 30, topics.get(1)),
                item("大家还有什么要说", 15, None),
            ],
        };
        self.ask(tx, &self.office(day(self.now, -32)), id, Command::SetAgenda { form })?;
        self.ask(tx, &self.office(day(self.now, -31)), id, Command::GiveNotice)?;
        self.take_seats(tx, id, N_SEATED, day(self.now, -30))
    }

    /// The session itself, minute by minute.
    fn held(&mut self, tx: &mut Tx<'_>, id: CouncilId) -> Outcome<()> {
        let begins = rows::load(tx, self.cast.community, id)?.hours.begins();
        let at = |minute: i64| begins.plus_millis(minute * MINUTE_MS);
        let came = (0..N_SEATED).filter(|neighbour| !MISSED.contains(neighbour));
        for (neighbour, minute) in came.zip(-20..) {
            let resident = self.cast.residents[Cast::other(neighbour)];
            let who = Who::Resident { id: resident };
            let command = Command::CheckIn { who, way: way(neighbour) };
            self.ask(tx, &self.office(at(minute)), id, command)?;
        }
        self.ask(tx, &self.office(at(0)), id, Command::Open)?;
        for group in [Some(Group::Retired), None] {
            let who = Who::WalkIn { group };
            let command = Command::CheckIn { who, way: Way::InPerson };
            self.ask(tx, &self.office(at(5)), id, command)?;
        }
        let speaker = Some(self.cast.residents[Cast::other(1)]);
        let voiced = [
            (20, speaker, 1, "充电棚旁边要装烟感和灭火器，还要有人每天看一遍。"),
            (50, None, 2, "快递柜不要挡住无障碍坡道，轮椅要过得去。"),
        ];
        for (minute, speaker, item, words) in voiced {
            let command =
                Command::RecordOpinion { words: opinion(words), speaker, item: Some(item) };
            self.ask(tx, &self.office(at(minute)), id, command)?;
        }
        let votes = [
            (40, 1, "充电棚建在6号楼北面，充一次电不超过两元。", ["13", "2", "1"]),
            (65, 2, "快递柜先放在东门门卫室旁边，试用三个月。", ["15", "0", "1"]),
        ];
        for (minute, item, words, [yes, no, abstain]) in votes {
            let form = ResolutionForm {
                words: words.to_owned(),
                item: Some(item),
                yes: yes.to_owned(),
                no: no.to_owned(),
                abstain: abstain.to_owned(),
            };
            self.ask(tx, &self.office(at(minute)), id, Command::Resolve { form })?;
        }
        let end = Command::CloseSession { follow_up: None };
        self.ask(tx, &self.office(at(85)), id, end).map(drop)
    }

    /// Minutes, and answers to what was voiced.
    fn afterwards(&mut self, tx: &mut Tx<'_>, id: CouncilId) -> Outcome<()> {
        let begins = rows::load(tx, self.cast.community, id)?.hours.begins();
        let after = |days: i64| begins.plus_millis(days * DAY_MS);
        let summary = "先谈充电棚。大家都说要建，争的是离楼多远、一次收多少钱。\
                       物业说6号楼北面能接电。\n再谈快递柜。东门地方够，也不挡路。";
        let summary = Summary::parse(summary).expect("the minutes of the demo are short");
        let publish = Command::PublishMinutes { summary };
        let page = self.ask(tx, &self.office(after(2)), id, publish)?;
        let answers = [
            "充电棚的图纸里已经画上烟感和灭火器，保安每天看一遍。",
            "快递柜的位置已经量过，离坡道三米，不挡轮椅。",
        ];
        for (voiced, words) in page.opinions.iter().zip(answers) {
            let form = answer(VerdictKind::AlreadyPlanned, ReasonCode::UnderWay, words);
            let sort = feedback::Command::Sort { theme: Theme::Services, place: None };
            let first = acknowledge("会上记下了。我们去问设计的人。");
            act(tx, &self.office(after(1)), voiced.submission, first)?;
            act(tx, &self.office(after(1)), voiced.submission, sort)?;
            let reply = feedback::Command::Answer { form };
            act(tx, &self.office(after(5)), voiced.submission, reply)?;
        }
        Ok(())
    }

    /// What has become of what was resolved: the first one goes on; the second is done, say the
    /// office and two who were there.
    fn carried_out(&mut self, tx: &mut Tx<'_>, id: CouncilId) -> Outcome<()> {
        let begins = rows::load(tx, self.cast.community, id)?.hours.begins();
        let after = |days: i64| begins.plus_millis(days * DAY_MS);
        let steps = [
            (7, 1, false, "电力公司来看过，下个月能接电。还在等消防的意见。"),
            // As late as the youngest demo allows: its residents have days left to say a word.
            (9, 2, true, "快递柜装好了，已经能用。"),
        ];
        for (day, resolution, is_done, words) in steps {
            let words = Said::parse(words).expect("what is done in the demo is said shortly");
            let command = Command::FollowUp { resolution, words, is_done };
            self.ask(tx, &self.office(after(day)), id, command)?;
        }
        for (neighbour, hours) in [(1, 1), (2, 2)] {
            let at = after(9).plus_millis(hours * HOUR_MS);
            let here = self.cast.resident(Cast::other(neighbour), at);
            self.ask(tx, &here, id, Command::SayDone { resolution: 2 })?;
        }
        Ok(())
    }

    /// The session that is near: what the last one left open comes onto its agenda by itself.
    fn near(&mut self, tx: &mut Tx<'_>, id: CouncilId, topics: &[SubmissionId]) -> Outcome<()> {
        let form = AgendaForm {
            items: vec![
                item("充电棚的消防和收费", 40, topics.first()),
                item("大家还有什么要说", 20, None),
            ],
        };
        self.ask(tx, &self.office(day(self.now, -3)), id, Command::SetAgenda { form })?;
        self.ask(tx, &self.office(day(self.now, -2)), id, Command::GiveNotice)?;
        self.take_seats(tx, id, N_COMING, day(self.now, -1))
    }
}

fn way(neighbour: usize) -> Way {
    if neighbour % 6 == 5 { Way::Online } else { Way::InPerson }
}

fn item(title: &str, minutes: u32, topic: Option<&SubmissionId>) -> ItemForm {
    let about = topic.map_or(About::Nothing, |id| About::Submission { id: *id });
    ItemForm { title: title.to_owned(), minutes: minutes.to_string(), about }
}

fn opinion(words: &str) -> Opinion {
    Opinion::parse(words).expect("residents of the demo say little")
}
