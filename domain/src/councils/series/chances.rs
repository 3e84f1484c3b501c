//! Chances: who never could come before counts as a group of its own in the next plan.
use crate::{councils::Group, ids::SeriesId};
use serde::{Deserialize, Serialize};

/// Whether an earlier series left a resident one time at which they could come (参会机会).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chance {
    /// Which series.
    pub series: SeriesId,
    /// Could they come to one of its councils, by their own answer?
    pub had_one: bool,
}

/// The group in which a resident counts in the next plan.
///
/// Whoever said when they could come, and was left out each time, is in
/// [`Group::NeverHadAChance`]; who said nothing about their days is in [`Group::Other`].
pub fn group_in_plan(said: Option<Group>, past: &[Chance]) -> Group {
    let was_left_out = !past.is_empty() && past.iter().all(|chance| !chance.had_one);
    if was_left_out { Group::NeverHadAChance } else { said.unwrap_or(Group::Other) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chance(series: u32, had_one: bool) -> Chance {
        Chance { series: SeriesId(series), had_one }
    }

    #[test]
    fn who_was_left_out_each_time_counts_apart_until_a_time_fits() {
        assert_eq!(group_in_plan(Some(Group::Shift), &[]), Group::Shift);
        let left_out = [chance(1, false), chance(2, false)];
        assert_eq!(group_in_plan(Some(Group::Shift), &left_out), Group::NeverHadAChance);
        let mended = [chance(1, false), chance(2, true)];
        assert_eq!(group_in_plan(Some(Group::Shift), &mended), Group::Shift);
        assert_eq!(group_in_plan(None, &mended), Group::Other);
    }
}
