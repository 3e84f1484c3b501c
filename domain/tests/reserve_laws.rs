//! Laws of awards: never above the cap, never together above the budget, and the reserve list
//! comes up only as far as it fits.
#![allow(clippy::unwrap_used, reason = "a test that falls over says where")]

use huiyin_domain::{
    contests::{ContestRefusal, RulesForm, reserve},
    money::Money,
    problems::FieldFault,
    time::{DAY_MS, Moment},
};
use proptest::prelude::*;

fn form(budget: u64, cap: u64) -> RulesForm {
    let at = |day: i64| Some(Moment::from_millis(day * DAY_MS));
    RulesForm {
        title: "微更新".into(),
        budget: budget.to_string(),
        cap: cap.to_string(),
        votes_per_person: 2,
        draw: "3-1-4".into(),
        collecting: at(1),
        reviewing: at(2),
        voting: at(10),
        counting_from: at(17),
        ..RulesForm::default()
    }
}

fn rules(budget: u64, cap: u64) -> huiyin_domain::contests::ContestRules {
    form(budget, cap).parse().unwrap().rules
}

proptest! {
    #[test]
    fn awards_given_one_after_another_stay_within_cap_and_budget(
        (budget, cap) in (1..500_u64).prop_flat_map(|budget| (Just(budget), 1..=budget)),
        asked in prop::collection::vec(1..600_u64, 0..20),
    ) {
        let rules = rules(budget, cap);
        let mut given = Money::fen(0);
        for award in asked.into_iter().map(Money::yuan) {
            match reserve::may_award(&rules, given, award) {
                Ok(()) => {
                    prop_assert!(award <= rules.cap);
                    given = given.plus(award).unwrap();
                }
                Err(ContestRefusal::AwardAboveCap { cap }) => prop_assert!(award > cap),
                Err(ContestRefusal::AwardAboveBudget { left }) => prop_assert!(award > left),
                Err(other) => prop_assert!(false, "{other:?}"),
            }
            prop_assert!(given <= rules.budget);
        }
    }
}

#[test]
fn three_places_unless_the_rules_say_otherwise_and_old_seals_hold() {
    let said_nothing = rules(100, 50);
    assert_eq!(said_nothing.reserve_places(), 3);
    let json = serde_json::to_string(&said_nothing).unwrap();
    assert!(!json.contains("reserve") && !json.contains("exclusive"), "{json}");
}

#[test]
fn a_cap_above_the_budget_is_a_fault_of_its_field_alone() {
    let faults = form(100, 101).parse().unwrap_err();
    let told: Vec<_> = faults.iter().map(|it| (it.field.as_str(), it.fault.clone())).collect();
    assert_eq!(told, [("cap", FieldFault::AboveCap { cap: Money::yuan(100) })]);
}
