//! Questions whose best plans other programs have proven: the planner finds plans as good.
#![allow(clippy::unwrap_used, reason = "a test that falls over says where")]

mod planner_support;

use std::ops::ControlFlow;

use huiyin_domain::councils::planner::{Answer, Objective, plan};
use planner_support::{all_questions, judged, question};

#[test]
fn every_question_is_answered_as_well_as_it_can_be() {
    let mut n_plans = 0;
    for (name, problem, expected) in all_questions() {
        let answer = plan(&problem, &mut |_| ControlFlow::Continue(()));
        if expected["status"] == "infeasible" {
            assert!(matches!(answer, Answer::Infeasible { .. }), "{name}: {answer:?}");
            continue;
        }
        let Answer::Optimal { plan } = answer else { panic!("{name}: {answer:?}") };
        let objective: Objective = serde_json::from_value(expected["objective"].clone()).unwrap();
        assert_eq!(plan.objective, objective, "{name}");
        let Objective { weakest_percent, seated, marks } = objective;
        let found = judged(&problem, &plan.slots);
        assert_eq!(found, Some((weakest_percent, seated, marks)), "{name}");
        let names = plan.slots.iter().map(|&at| &problem.file().slots[at].id);
        assert!(names.eq(&plan.slot_ids), "{name}");
        n_plans += 1;
    }
    assert_eq!(n_plans, 18, "every committed question with a plan was asked");
}

#[test]
fn a_stopped_search_never_claims_more_than_it_has_proven() {
    let problem = question("m15");
    let Answer::Optimal { plan: best } = plan(&problem, &mut |_| ControlFlow::Continue(())) else {
        panic!("m15 has a best plan");
    };
    let mut n_bounded = 0;
    for n_asked in 0..40 {
        let mut left = n_asked;
        let answer = plan(&problem, &mut |_| {
            left -= 1;
            if left < 0 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        match answer {
            Answer::Bounded { plan, bound, .. } => {
                n_bounded += 1;
                let found = judged(&problem, &plan.slots).unwrap();
                let objective = plan.objective;
                let told = (objective.weakest_percent, objective.seated, objective.marks);
                assert_eq!(found, told);
                assert!(objective <= best.objective);
                assert!(best.objective.weakest_percent <= bound.weakest_percent);
                let is_seated = best.objective.seated <= bound.seated;
                assert!(is_seated || objective == best.objective, "{bound:?}");
                let are_marks = best.objective.marks <= bound.marks;
                assert!(are_marks || objective == best.objective, "{bound:?}");
            }
            Answer::Optimal { plan } => assert_eq!(plan.objective, best.objective),
            Answer::NoneFound => {}
            Answer::Infeasible { .. } => panic!("there is a plan"),
        }
    }
    assert!(0 < n_bounded, "no search was stopped with a plan in hand");
}
