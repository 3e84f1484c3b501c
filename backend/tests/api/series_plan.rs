//! Plans of series: found, explained, chosen, and kept so that anybody can find them again.

use std::collections::BTreeMap;

use huiyin_backend::record::verify::verify;
use huiyin_domain::councils::meeting::agenda::About;
use huiyin_domain::councils::meeting::wire::CouncilPage;
use huiyin_domain::councils::rules::SlotProblem;
use huiyin_domain::councils::series::wire::{
    NoPlan, Obstacle, Obstacles, OfGroup, PlanPage, SeriesList, SeriesPage, Sought, WayOut,
    WhoAnswered, Why, WhyNot,
};
use huiyin_domain::councils::series::{
    AnswerForm, Command, NeedsForm, Stage, StageKind, Standing, Worth,
};
use huiyin_domain::councils::{CouncilRefusal, Group};
use huiyin_domain::entering::AnswerEntry;
use huiyin_domain::hash::sha256_hex;
use huiyin_domain::ids::{CouncilId, ResidentId, SlotId, StaffId, SubmissionId};
use huiyin_domain::refusals::Refusal;
use huiyin_domain::time::parse_day;
use huiyin_domain::times::{Attend, TimesForm, WeekTime, When};

use crate::entering::on_paper;
use crate::people::{Answer, Person, fresh_key, here};
use crate::series::{
    TIMES, answer, ask, at, begin, council, marked, needs, open_poll, polled, read, reason, slots,
    topic,
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
    let best = found.found().unwrap().slots.clone();
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
        let best = found.found().unwrap();
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
fn the_topics_of_a_series_are_what_its_first_council_talks_about() {
    on_each_engine(async |world| {
        let (organiser, wang) = (world.organiser().await, world.resident("wang").await);
        let lamps = topic(&wang, "楼道灯换成什么样的").await;
        let given_up = topic(&wang, "停车怎么排").await;
        let doors = topic(&world.resident("li").await, "门禁要不要换").await;
        let id = begin(&organiser).await;
        let chosen = Command::ChooseTopics { topics: vec![doors, given_up, lamps] };
        for command in [chosen, slots(&TIMES), needs(2, 0), open_poll()] {
            ask(&organiser, id, &command).await.ok::<SeriesPage>();
        }
        for name in ["wang", "li", "zhao"] {
            answer(&world.resident(name).await, id, "222").await;
        }
        let path = here(&format!("/feedback/{given_up}/commands"));
        let taken_back = huiyin_domain::feedback::Command::Withdraw;
        assert_eq!(wang.command(&path, 1, &taken_back).await.status, 200);
        let page = schedule(&later(world).await, id).await;
        let Stage::Scheduled { councils, .. } = &page.series.stage else {
            panic!("{:?}", page.series.stage)
        };
        let mut agendas = Vec::new();
        for council in councils {
            let page: CouncilPage =
                world.guest().get(&here(&format!("/councils/{council}"))).await.ok();
            agendas.push((page.hours.begins(), page.agenda));
        }
        agendas.sort_by_key(|(begins, _)| *begins);
        // What was taken back meanwhile does not come, and the second council has what the
        // organiser puts there.
        let about: Vec<_> = agendas[0].1.iter().map(|item| item.about).collect();
        let of = |id: SubmissionId| About::Submission { id };
        assert_eq!(about, [of(doors), of(lamps)]);
        assert_eq!(agendas[0].1[0].title.as_str(), "门禁要不要换");
        assert!(agendas[1].1.is_empty());
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
fn what_has_become_too_near_for_its_notice_is_in_no_plan_and_says_so() {
    on_each_engine(async |world| {
        let (_, id) = answered(world, &[("zhao", "200"), ("wang", "220")]).await;
        // The organiser has waited: on the 13th it is too late for a notice of the 15th.
        world.clock.set(day(12));
        let organiser = world.organiser().await;
        let found = plan(&organiser, id).await;
        assert_eq!(found.found().unwrap().slots, [SECOND]);
        let hours = read(&organiser, id).await.series.slot(FIRST).unwrap().slot.hours;
        let problem = SlotProblem::TooNearForNotice { from: parse_day("2026-09-16").unwrap() };
        let too_near = Refusal::NoSlot { hours, problem };
        let chosen = ask(&organiser, id, &choose(&[FIRST], &found.checksum)).await.refusal();
        assert_eq!(chosen, too_near);
        schedule(&organiser, id).await;
        let why = world.guest().get(&at(id, "/why-not/1")).await.refusal();
        assert_eq!(why, too_near);
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
        let page = plan(&world.guest(), id).await;
        let told = page.found().unwrap();
        assert_eq!((told.slots.as_slice(), told.worth, told.bound), (&[FIRST][..], chosen, best));
    });
}

async fn ask_why(person: &Person, id: u32, slot: u32) -> Answer {
    person.get(&at(id, &format!("/why-not/{slot}"))).await
}

async fn why(person: &Person, id: u32, slot: u32) -> Why {
    let told: WhyNot = ask_why(person, id, slot).await.ok();
    assert_eq!(told.slot, SlotId(slot));
    told.why
}

/// Why it is proven that there is no plan.
fn impossible(page: PlanPage) -> Obstacles {
    match page.plan {
        Sought::Not(NoPlan::Impossible(obstacles)) => obstacles,
        other => panic!("expected that it is impossible, found {other:?}"),
    }
}

#[test]
fn why_not_another_time_is_told_with_what_it_costs_whom() {
    on_each_engine(async |world| {
        let (organiser, id) = answered(world, &SAID).await;
        let Why::Instead(instead) = why(&organiser, id, 1).await else { panic!() };
        assert_eq!((instead.slots.as_slice(), instead.worth), (&[FIRST][..], worth(100, 1, 1)));
        assert_eq!((instead.bound, instead.than), (instead.worth, worth(100, 2, 1)));
        assert_eq!((instead.n_gain, instead.n_lose), (1, 2));
        // So few are not told by number.
        let few = [OfGroup { group: Group::Other, n: None }];
        assert_eq!((instead.gain.as_slice(), instead.lose.as_slice()), (&few[..], &few[..]));
        assert_eq!(why(&organiser, id, 2).await, Why::IsChosen);
        let unknown = ask_why(&organiser, id, 9).await.refusal();
        assert_eq!(unknown, council(CouncilRefusal::UnknownSlot));
        let wang = world.resident("wang").await;
        assert_eq!(ask_why(&wang, id, 1).await.refusal(), Refusal::OrganiserOnly);
        schedule(&organiser, id).await;
        assert_eq!(why(&wang, id, 1).await, Why::Instead(instead));
    });
}

#[test]
fn a_time_no_plan_can_have_is_told_as_impossible() {
    on_each_engine(async |world| {
        let said = [("wang", "2220"), ("li", "2220")];
        let organiser = world.organiser().await;
        let id = crate::series::begin(&organiser).await;
        let times = [
            ("2026-09-15", "19:30", "21:00"),
            ("2026-09-18", "19:30", "21:00"),
            ("2026-09-21", "19:30", "21:00"),
            ("2026-09-23", "19:30", "21:00"),
        ];
        let Command::SetNeeds { form } = needs(2, 1) else { panic!() };
        let needs = Command::SetNeeds { form: NeedsForm { min_gap_days: "5".into(), ..form } };
        for command in [slots(&times), needs, open_poll()] {
            ask(&organiser, id, &command).await.ok::<SeriesPage>();
        }
        for (name, marks) in said {
            answer(&world.resident(name).await, id, marks).await;
        }
        let organiser = later(world).await;
        let page = schedule(&organiser, id).await;
        assert_eq!(page.series.stage.plan().unwrap().slots, [FIRST, SlotId(3)]);
        let guest = world.guest();
        // Nothing that people can come to lies five days from the second.
        assert_eq!(why(&guest, id, 2).await, Why::Impossible);
        let nobody = Why::BelowQuorum { n_seated: 0, quorum: 1 };
        assert_eq!(why(&guest, id, 4).await, nobody);
    });
}

#[test]
fn what_cannot_be_planned_is_told_with_what_is_in_the_way_and_the_way_out() {
    on_each_engine(async |world| {
        let (organiser, id) = answered(world, &SAID).await;
        ask(&organiser, id, &needs(1, 3)).await.ok::<SeriesPage>();
        let found = plan(&organiser, id).await;
        let told = impossible(found.clone());
        assert_eq!(told.in_the_way, [Obstacle::Quorum { quorum: 3, n_times: 0 }]);
        assert_eq!(told.ways_out, [WayOut::LowerQuorum { quorum: 2 }]);
        assert!(told.are_all_tried && told.n_sessions == 1);
        assert_eq!(why(&organiser, id, 2).await, Why::Impossible);
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
        assert_eq!((found.n_planned_for, found.found().unwrap().worth.n_seated), (4, 2));
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
        let told = impossible(plan(&organiser, id).await);
        assert_eq!(told.in_the_way, [Obstacle::Facilitation { n_sessions: 1 }]);
        assert!(told.ways_out.contains(&WayOut::MoreFacilitation { more: 1 }), "{told:?}");
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
