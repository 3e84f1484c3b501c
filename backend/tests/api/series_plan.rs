//! Plans of series: found, explained, chosen, and kept so that anybody can find them again.

use std::collections::BTreeMap;

use huiyin_backend::record::verify::verify;
use huiyin_domain::councils::series::wire::{
    PlanPage, SeriesList, SeriesPage, WayOut, WhoAnswered, WhyNot,
};
use huiyin_domain::councils::series::{
    AnswerForm, Command, NeedsForm, Stage, StageKind, Standing, Worth,
};
use huiyin_domain::councils::{CouncilRefusal, Group};
use huiyin_domain::entering::AnswerEntry;
use huiyin_domain::hash::sha256_hex;
use huiyin_domain::ids::{CouncilId, ResidentId, SlotId, StaffId};
use huiyin_domain::refusals::Refusal;
use huiyin_domain::times::{Attend, TimesForm, WeekTime, When};

use crate::entering::on_paper;
use crate::people::{Answer, Person, fresh_key, here};
use crate::series::{
    answer, ask, at, council, marked, needs, open_poll, polled, read, reason, slots,
};
use crate::world::{World, day, on_each_engine};

const FIRST: SlotId = SlotId(1);
const SECOND: SlotId = SlotId(2);

/// A series whose poll is over, and its organiser; these residents gave these marks.
async fn answered(world: &World, said: &[(&str, &str)]) -> (Person, u32) {
    let id = polled(&world.organiser().await).await;
    for (name, marks) in said {
        answer(&world.resident(name).await, id, marks).await;
    }
    (later(world).await, id)
}

/// The organiser, who signs in again after the poll.
pub(crate) async fn later(world: &World) -> Person {
    world.clock.set(day(8));
    world.organiser().await
}

/// Two can come to the second time, one to the first, nobody to the third.
const SAID: [(&str, &str); 3] = [("wang", "020"), ("li", "010"), ("zhao", "200")];

async fn plan(person: &Person, id: u32) -> PlanPage {
    person.get(&at(id, "/plan")).await.ok()
}

fn choose(slots: &[SlotId], checksum: &str) -> Command {
    Command::Schedule { slots: slots.to_vec(), checksum: checksum.to_owned(), reason: None }
}

pub(crate) async fn schedule(person: &Person, id: u32) -> SeriesPage {
    let found = plan(person, id).await;
    let best = found.plan.unwrap().slots;
    ask(person, id, &choose(&best, &found.checksum)).await.ok()
}

fn worth(worst_group_percent: u32, n_seated: u32, n_marks: u32) -> Worth {
    Worth { worst_group_percent, n_seated, n_marks }
}

#[test]
fn the_best_times_are_chosen_and_anybody_can_work_them_out_again() {
    on_each_engine(async |world| {
        let (organiser, id) = answered(world, &SAID).await;
        let found = plan(&organiser, id).await;
        let best = found.plan.clone().unwrap();
        assert_eq!((best.slots.as_slice(), best.worth), ([SECOND].as_slice(), worth(100, 2, 1)));
        assert_eq!((best.bound, found.n_planned_for, found.n_nowhere), (best.worth, 3, 0));
        assert_eq!(best.only_chance[&SECOND].n, 2);
        assert!(best.only_chance[&SECOND].groups.is_empty(), "two are too few to be told apart");
        let page = schedule(&organiser, id).await;
        let Stage::Scheduled { plan: chosen, councils, .. } = &page.series.stage else {
            panic!("{:?}", page.series.stage)
        };
        assert_eq!((chosen.slots.as_slice(), &chosen.standing), (&[SECOND][..], &Standing::Best));
        assert_eq!(councils.as_slice(), [CouncilId(1)]);
        // From here on everybody sees why, and what it was made from.
        let guest = world.guest();
        assert_eq!(plan(&guest, id).await, found);
        let problem = guest.get(&at(id, "/problem")).await;
        assert_eq!(sha256_hex(&problem.body), chosen.checksum);
        assert_eq!(problem.json()["format"], "council-sched/1");
        let list: SeriesList = guest.get(&here("/series")).await.ok();
        assert_eq!(list.items[0].next.unwrap().id, CouncilId(1));
        assert_eq!(world.number("SELECT COUNT(*) FROM series_chances WHERE had_one = 1"), 2);
        assert_eq!(world.number("SELECT COUNT(*) FROM series_chances WHERE had_one = 0"), 1);
        assert_eq!(verify(&world.store, None, &mut |_, _| {}).unwrap().differences, []);
    });
}

#[test]
fn nothing_is_planned_while_residents_answer_and_nothing_twice() {
    on_each_engine(async |world| {
        let organiser = world.organiser().await;
        let id = polled(&organiser).await;
        let open = council(CouncilRefusal::PollStillOpen { until: day(7) });
        assert_eq!(organiser.get(&at(id, "/plan")).await.refusal(), open);
        assert_eq!(ask(&organiser, id, &choose(&[FIRST], "")).await.refusal(), open);
        let organiser = later(world).await;
        let nobody = organiser.get(&at(id, "/plan")).await.refusal();
        assert_eq!(nobody, council(CouncilRefusal::NobodyAnswered));
        world.clock.set(day(6));
        answer(&world.resident("wang").await, id, "200").await;
        world.clock.set(day(8));
        let found = plan(&organiser, id).await;
        let command = choose(&[FIRST], &found.checksum);
        let version = read(&organiser, id).await.series.version.0;
        let key = fresh_key();
        for _ in 0..2 {
            let path = at(id, "/commands");
            let answer = organiser.command_with_key(&path, version, &command, &key).await;
            answer.ok::<SeriesPage>();
        }
        let twice = ask(&organiser, id, &command).await.refusal();
        let stage = StageKind::Scheduled;
        assert_eq!(twice, council(CouncilRefusal::SeriesNotAtThisStage { stage }));
        assert_eq!(world.number("SELECT COUNT(*) FROM events WHERE stream LIKE 'council/%'"), 1);
    });
}

#[test]
fn a_plan_of_other_answers_is_not_chosen() {
    on_each_engine(async |world| {
        let (organiser, id) = answered(world, &SAID).await;
        let found = plan(&organiser, id).await;
        let late = AnswerEntry {
            resident: ResidentId(4),
            received: on_paper(day(6)),
            form: marked("200"),
        };
        assert_eq!(organiser.post(&at(id, "/answers"), &late).await.status, 200);
        let stale = ask(&organiser, id, &choose(&[SECOND], &found.checksum)).await.refusal();
        assert_eq!(stale, council(CouncilRefusal::AnswersChanged));
        assert_ne!(plan(&organiser, id).await.checksum, found.checksum);
        assert_eq!(read(&organiser, id).await.series.stage.kind(), StageKind::Polling);
    });
}

#[test]
fn another_plan_needs_a_reason_that_everybody_reads() {
    on_each_engine(async |world| {
        let (organiser, id) = answered(world, &SAID).await;
        let checksum = plan(&organiser, id).await.checksum;
        let refused = ask(&organiser, id, &choose(&[FIRST], &checksum)).await.refusal();
        let (best, chosen) = (worth(100, 2, 1), worth(100, 1, 1));
        assert_eq!(refused, council(CouncilRefusal::OtherPlanNeedsReason { best, chosen }));
        for wrong in [vec![FIRST, SECOND], Vec::new(), vec![FIRST, FIRST]] {
            let refused = ask(&organiser, id, &choose(&wrong, &checksum)).await.refusal();
            assert_eq!(refused, council(CouncilRefusal::PlanBreaksNeeds), "{wrong:?}");
        }
        let unknown = ask(&organiser, id, &choose(&[SlotId(9)], &checksum)).await.refusal();
        assert_eq!(unknown, council(CouncilRefusal::UnknownSlot));
        let why = reason("周六上午会议室要办婚礼。");
        let command = Command::Schedule { slots: vec![FIRST], checksum, reason: Some(why.clone()) };
        let page: SeriesPage = ask(&organiser, id, &command).await.ok();
        let standing = &page.series.stage.plan().unwrap().standing;
        assert_eq!(*standing, Standing::Other { best, reason: why });
        let told = plan(&world.guest(), id).await.plan.unwrap();
        assert_eq!((told.slots.as_slice(), told.worth, told.bound), (&[FIRST][..], chosen, best));
    });
}

#[test]
fn why_not_another_time_is_told_with_what_it_costs() {
    on_each_engine(async |world| {
        let (organiser, id) = answered(world, &SAID).await;
        let ask_why = async |person: &Person, slot: u32| -> Answer {
            person.get(&at(id, &format!("/why-not/{slot}"))).await
        };
        let why: WhyNot = ask_why(&organiser, 1).await.ok();
        let instead = why.instead.unwrap();
        assert_eq!((instead.slots.as_slice(), instead.worth), (&[FIRST][..], worth(100, 1, 1)));
        assert_eq!((instead.n_gain, instead.n_lose), (1, 2));
        let unknown = ask_why(&organiser, 9).await.refusal();
        assert_eq!(unknown, council(CouncilRefusal::UnknownSlot));
        let wang = world.resident("wang").await;
        assert_eq!(ask_why(&wang, 1).await.refusal(), Refusal::OrganiserOnly);
        schedule(&organiser, id).await;
        assert_eq!(ask_why(&wang, 1).await.ok::<WhyNot>().instead, Some(instead));
    });
}

#[test]
fn what_cannot_be_planned_is_told_with_the_way_out() {
    on_each_engine(async |world| {
        let (organiser, id) = answered(world, &SAID).await;
        ask(&organiser, id, &needs(1, 3)).await.ok::<SeriesPage>();
        let found = plan(&organiser, id).await;
        assert_eq!(found.plan, None);
        assert!(found.ways_out.contains(&WayOut::LowerQuorum { quorum: 2 }), "{found:?}");
        let broken = ask(&organiser, id, &choose(&[SECOND], &found.checksum)).await.refusal();
        assert_eq!(broken, council(CouncilRefusal::PlanBreaksNeeds));
        ask(&organiser, id, &needs(1, 2)).await.ok::<SeriesPage>();
        schedule(&organiser, id).await;
    });
}

#[test]
fn a_usual_week_counts_and_who_was_left_out_counts_apart_the_next_time() {
    on_each_engine(async |world| {
        let (wang, li) = (world.resident("wang").await, world.resident("li").await);
        let times = ["tuesday-evening"].map(|name| WeekTime::parse(name).unwrap());
        let week =
            TimesForm { when: Some(When::At), times: times.into(), attend: Some(Attend::Either) };
        li.post(&here("/times"), &week).await.ok::<serde_json::Value>();
        let (organiser, id) = answered(world, &[("zhao", "020"), ("qian", "020")]).await;
        let shift = AnswerForm { group: Some(Group::Shift), ..marked("200") };
        world.clock.set(day(6));
        wang.post(&at(id, "/answer"), &shift).await.ok::<SeriesPage>();
        // Two can come to the first time, and two to the second: li with her usual week.
        world.clock.set(day(8));
        let found = plan(&organiser, id).await;
        assert_eq!((found.n_planned_for, found.plan.unwrap().worth.n_seated), (4, 2));
        let command = Command::Schedule {
            slots: vec![SECOND],
            checksum: found.checksum,
            reason: Some(reason("周二会议室在装修。")),
        };
        ask(&organiser, id, &command).await.ok::<SeriesPage>();
        let next = polled_later(&organiser).await;
        let who: WhoAnswered = organiser.get(&at(next, "/who")).await.ok();
        let heard: BTreeMap<_, _> = who
            .groups
            .iter()
            .map(|it| (it.group, (it.n_answered, it.n_by_week)))
            .filter(|(_, heard)| *heard != (0, 0))
            .collect();
        assert_eq!(heard, [(Group::NeverHadAChance, (0, 1))].into());
        // Of those who are silent, too, who was left out is the first to be called.
        assert_eq!((who.groups[0].group, who.groups[0].n_silent), (Group::NeverHadAChance, 1));
        assert_eq!((who.call[0].group, &*who.call[0].name), (Group::NeverHadAChance, "wang"));
        wang.post(&at(next, "/answer"), &marked("200")).await.ok::<SeriesPage>();
        let who: WhoAnswered = organiser.get(&at(next, "/who")).await.ok();
        assert_eq!(who.groups[0].n_answered + who.groups[0].n_by_week, 2);
        assert_eq!(who.groups[0].group, Group::NeverHadAChance);
    });
}

/// A series a week later.
async fn polled_later(organiser: &Person) -> u32 {
    let id = crate::series::begin(organiser).await;
    let times = [
        ("2026-09-22", "19:30", "21:00"),
        ("2026-09-26", "09:30", "11:00"),
        ("2026-09-26", "14:30", "16:00"),
    ];
    let open = Command::OpenPoll { until: day(15) };
    for command in [slots(&times), needs(1, 0), open] {
        ask(organiser, id, &command).await.ok::<SeriesPage>();
    }
    id
}

#[test]
fn whoever_leads_is_free_and_nobody_leads_too_often() {
    on_each_engine(async |world| {
        let (organiser, id) = answered(world, &SAID).await;
        let Command::SetNeeds { form } = needs(2, 0) else { panic!() };
        let lead = |most: u32| {
            let facilitators = [(StaffId(1), most)].into();
            Command::SetNeeds { form: NeedsForm { facilitators, ..form.clone() } }
        };
        ask(&organiser, id, &lead(1)).await.ok::<SeriesPage>();
        let found = plan(&organiser, id).await;
        assert_eq!(found.plan, None);
        assert!(found.ways_out.contains(&WayOut::MoreFacilitation { more: 1 }), "{found:?}");
        ask(&organiser, id, &lead(2)).await.ok::<SeriesPage>();
        let page = schedule(&organiser, id).await;
        assert_eq!(page.series.stage.councils(), [CouncilId(1), CouncilId(2)]);
        let chosen = page.series.stage.plan().unwrap();
        assert_eq!(chosen.slots, [FIRST, SECOND]);
    });
}

#[test]
fn a_series_closes_when_its_councils_are_over_and_is_given_up_only_before() {
    on_each_engine(async |world| {
        let (organiser, id) = answered(world, &SAID).await;
        let early = ask(&organiser, id, &Command::Close).await.refusal();
        let stage = StageKind::Polling;
        assert_eq!(early, council(CouncilRefusal::SeriesNotAtThisStage { stage }));
        schedule(&organiser, id).await;
        let ahead = ask(&organiser, id, &Command::Close).await.refusal();
        assert_eq!(ahead, council(CouncilRefusal::CouncilsNotOver));
        let cancel = Command::Cancel { reason: reason("不开了。") };
        let stage = StageKind::Scheduled;
        for command in [cancel, open_poll(), slots(&[("2026-09-23", "19:30", "21:00")])] {
            let late = ask(&organiser, id, &command).await.refusal();
            assert_eq!(late, council(CouncilRefusal::SeriesNotAtThisStage { stage }));
        }
        let wang = world.resident("wang").await;
        let late = wang.post(&at(id, "/answer"), &marked("222")).await.refusal();
        assert_eq!(late, council(CouncilRefusal::SeriesNotAtThisStage { stage }));
    });
}
