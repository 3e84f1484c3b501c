//! A contest for the rooms' own tests.
use super::{Contest, RulesForm, decide::create};
use crate::{
    ids::ContestId,
    time::{DAY_MS, Moment},
};

/// The beginning of a day, counted from the first.
pub fn at(day: i64) -> Moment {
    Moment::from_millis(day * DAY_MS)
}

/// Collects from day 1, reviews from day 2, votes from day 10, is counted from day 17.
pub fn contest() -> Contest {
    let form = RulesForm {
        title: "微更新".into(),
        budget: "6000".into(),
        cap: "5000".into(),
        votes_per_person: 2,
        draw: "3-1-4".into(),
        collecting: Some(at(1)),
        reviewing: Some(at(2)),
        voting: Some(at(10)),
        counting_from: Some(at(17)),
        ..RulesForm::default()
    };
    create(form.parse().expect("its dates are in order"), ContestId(1))
}
