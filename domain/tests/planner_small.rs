//! Small questions at random: the planner's answer is that of trying every choice of slots.
#![allow(clippy::unwrap_used, reason = "a test that falls over says where")]

mod planner_support;

use std::ops::ControlFlow;

use huiyin_domain::councils::planner::{
    Answer, Answerer, Attendance, Change, Facilitator, FormatName, PlanGroup, PlanSlot, Problem,
    ProblemFile, WhyNot, explain, plan, why_not,
};
use huiyin_domain::time::parse_day;
use planner_support::{judged, question};
use proptest::prelude::*;

fn slots(n_slots: usize) -> impl Strategy<Value = Vec<PlanSlot>> {
    let one = (0_u32..12, 0_u32..2, 0_u32..6, prop_oneof![Just(0_u32), 0_u32..6], 0_u32..8);
    proptest::collection::vec(one, n_slots).prop_map(|rows| {
        let slot = |(at, (day, kind, seats, online, led)): (usize, (u32, u32, u32, u32, u32))| {
            let led_by = (0..3).filter(|leader| led >> leader & 1 == 1);
            PlanSlot {
                id: format!("s{at}"),
                date: parse_day(&format!("2026-12-{:02}", day + 1)).unwrap(),
                start: "19:30".to_owned(),
                end: "21:00".to_owned(),
                kind: format!("kind{kind}"),
                seats,
                online,
                facilitators: led_by.map(|leader| format!("f{leader}")).collect(),
            }
        };
        rows.into_iter().enumerate().map(slot).collect()
    })
}

fn residents(n_slots: usize) -> impl Strategy<Value = Vec<Answerer>> {
    let mode =
        prop_oneof![Just(Attendance::Any), Just(Attendance::InPerson), Just(Attendance::Online)];
    let one = (0_u32..3, mode, proptest::collection::vec(0_u8..4, n_slots));
    let answerer = one.prop_map(|(group, mode, marks)| {
        let letters = marks.iter().map(|mark| ['0', '0', '1', '2'][usize::from(*mark)]);
        Answerer { group, mode, avail: letters.collect() }
    });
    proptest::collection::vec(answerer, 0..24)
}

prop_compose! {
    fn small()(n_slots in 1_usize..8)(
        slots in slots(n_slots),
        residents in residents(n_slots),
        rules in (1_u32..4, 0_u32..3, 0_u32..4, 1_u32..5, 0_u32..4),
        conflicts in proptest::collection::vec((0..n_slots as u32, 0..n_slots as u32), 0..3),
        sessions in proptest::collection::vec(0_u32..3, 3),
    ) -> Problem {
        let (k, quorum, min_gap_days, min_group, most) = rules;
        let facilitator = |(at, &max_sessions)| Facilitator { id: format!("f{at}"), max_sessions };
        let group = |id: &str| PlanGroup { id: id.to_owned(), name: id.to_owned() };
        Problem::new(ProblemFile {
            format: FormatName::CouncilSched1,
            name: "small".to_owned(),
            k,
            quorum,
            min_gap_days,
            min_group,
            max_per_kind: [("kind0".to_owned(), most)].into(),
            conflicts: conflicts.into_iter().filter(|pair| pair.0 != pair.1).collect(),
            groups: vec![group("a"), group("b"), group("c")],
            facilitators: sessions.iter().enumerate().map(facilitator).collect(),
            slots,
            residents,
        }).unwrap()
    }
}

/// The best of all choices of slots that keep the rules.
fn best_of_all(problem: &Problem, with: Option<usize>) -> Option<(u32, u32, u32)> {
    let n_slots = problem.file().slots.len();
    let choices = (0_u32..1 << n_slots)
        .map(|set| -> Vec<usize> { (0..n_slots).filter(|slot| set >> slot & 1 == 1).collect() });
    choices
        .filter(|slots| slots.len() == problem.file().k as usize)
        .filter(|slots| with.is_none_or(|slot| slots.contains(&slot)))
        .filter_map(|slots| judged(problem, &slots))
        .max()
}

fn go_on() -> impl FnMut(&huiyin_domain::councils::planner::Progress) -> ControlFlow<()> {
    |_| ControlFlow::Continue(())
}

fn numbers(plan: &huiyin_domain::councils::planner::Plan) -> (u32, u32, u32) {
    (plan.objective.weakest_percent, plan.objective.seated, plan.objective.marks)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn the_plan_is_as_good_as_the_best_of_all_choices(problem in small()) {
        let best = best_of_all(&problem, None);
        match plan(&problem, &mut go_on()) {
            Answer::Optimal { plan } => {
                prop_assert_eq!(judged(&problem, &plan.slots), best);
                prop_assert_eq!(Some(numbers(&plan)), best);
            }
            Answer::Infeasible { why } => {
                prop_assert_eq!(best, None);
                for change in why.would_help {
                    let changed = change.applied_to(&problem).unwrap();
                    prop_assert!(best_of_all(&changed, None).is_some(), "{:?}", change);
                }
            }
            other => prop_assert!(false, "{:?}", other),
        }
    }

    #[test]
    fn a_plan_with_a_wished_slot_is_the_best_of_those(problem in small(), wish in 0_usize..8) {
        let Answer::Optimal { plan } = plan(&problem, &mut go_on()) else { return Ok(()) };
        match why_not(&problem, &plan, wish, &mut go_on()) {
            WhyNot::Instead(exchange) => {
                let other = &exchange.plan;
                prop_assert!(exchange.is_proven() && other.slots.contains(&wish));
                prop_assert_eq!(Some(numbers(other)), best_of_all(&problem, Some(wish)));
                prop_assert!(other.objective <= plan.objective);
            }
            WhyNot::ItIsChosen => prop_assert!(plan.slots.contains(&wish)),
            WhyNot::NoSuchSlot => prop_assert!(problem.file().slots.len() <= wish),
            WhyNot::BelowQuorum { seated, quorum } => prop_assert!(seated < quorum),
            WhyNot::NobodyLeads => {
                prop_assert!(problem.file().slots[wish].facilitators.is_empty());
            }
            WhyNot::NoPlanWithIt => prop_assert_eq!(best_of_all(&problem, Some(wish)), None),
            WhyNot::NoneFound => prop_assert!(false, "nobody stopped it"),
        }
    }

    #[test]
    fn the_export_asks_the_same_question(problem in small()) {
        let again = Problem::parse(&problem.export()).unwrap();
        prop_assert_eq!(again.checksum(), problem.checksum());
        prop_assert_eq!(again, problem);
    }
}

#[test]
fn the_order_of_residents_does_not_change_the_checksum() {
    let problem = question("t08-makeup-days");
    let turned = problem.with(|file| file.residents.reverse()).unwrap();
    assert_eq!(turned.checksum(), problem.checksum());
    let other = problem.with(|file| file.quorum += 1).unwrap();
    assert_ne!(other.checksum(), problem.checksum());
}

#[test]
fn too_few_who_lead_are_told_with_what_would_help() {
    let problem = question("t05-infeasible-facilitators");
    let Answer::Infeasible { why } = plan(&problem, &mut go_on()) else {
        panic!("it has no plan");
    };
    let told = serde_json::to_value(&why.in_the_way).unwrap();
    assert_eq!(told[0]["rule"], "facilitators");
    assert_eq!(why.would_help, [Change::AnotherFacilitator { sessions: 3 }]);
    for change in &why.would_help {
        let changed = change.applied_to(&problem).unwrap();
        let helped = plan(&changed, &mut go_on());
        assert!(matches!(helped, Answer::Optimal { .. }), "{change:?}");
    }
}

#[test]
fn each_session_says_whose_only_chance_it_is() {
    let problem = question("m15");
    let Answer::Optimal { plan } = plan(&problem, &mut go_on()) else { panic!("it has a plan") };
    let explanation = explain(&problem, &plan);
    let file = problem.file();
    for (session, &slot) in explanation.sessions.iter().zip(&plan.slots) {
        let only = file.residents.iter().filter(|one| {
            let comes = plan.slots.iter().filter(|&&at| one.can_come(at, &file.slots[at]));
            comes.copied().collect::<Vec<_>>() == [slot]
        });
        assert_eq!(session.only_here as usize, only.count());
        let sum: u32 = session.by_group.iter().map(|count| count.n).sum();
        assert_eq!(sum, session.only_here);
    }
    let reached: u32 = explanation.groups.iter().map(|group| group.reached).sum();
    assert!(plan.objective.seated <= reached, "whoever sits can come");
    assert_eq!(explanation.checksum.len(), 64);
}

#[test]
fn a_malformed_question_is_told_with_its_place() {
    let file = question("t01-tiny").file().clone();
    let said = |change: &dyn Fn(&mut ProblemFile)| {
        let mut file = file.clone();
        change(&mut file);
        Problem::new(file).unwrap_err().to_string()
    };
    let marks = said(&|file| file.residents[3].avail.push('2'));
    assert!(marks.starts_with("at residents[3].avail: expected 6 marks"), "{marks}");
    let group = said(&|file| file.residents[0].group = 9);
    assert!(group.starts_with("at residents[0].group: expected"), "{group}");
    let pair = said(&|file| file.conflicts.push((1, 1)));
    assert!(pair.starts_with("at conflicts[0]: expected two different"), "{pair}");
    let stranger = said(&|file| file.slots[2].facilitators.push("nobody".to_owned()));
    assert!(stranger.starts_with("at slots[2].facilitators: expected"), "{stranger}");
    let none = said(&|file| file.k = 0);
    assert!(none.starts_with("at k: expected from 1 to 30 sessions"), "{none}");
    let broken = Problem::parse("{\"format\":\"council-sched/1\",\n \"k\": -1}").unwrap_err();
    assert!(broken.place.starts_with("line 2, column "), "{broken}");
}
