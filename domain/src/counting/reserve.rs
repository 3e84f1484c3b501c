//! Who would come next: the losers of a count in the rule's own order (候补顺序).

use std::cmp::Ordering;
use std::collections::BTreeMap;

use super::rules::{CountingRule, TieBreak};
use super::tally::{Fate, Outcome, Tally};
use super::ties::lot;

/// The losers who could have won with more money, or without a winner that excludes them, the
/// next one first: by turn where turns were taken, otherwise by points and then as ties go.
///
/// Whoever nobody supports does not come up, nor does what costs more than the whole budget.
pub fn losers_in_order(tally: &Tally) -> Vec<&Outcome> {
    let could_win = |outcome: &&Outcome| match outcome.fate {
        Fate::TooDear { .. } | Fate::NotAfforded { .. } | Fate::Excluded { .. } => {
            0 < outcome.points
        }
        Fate::Won { .. } | Fate::NoPoints | Fate::Dropped => false,
    };
    let mut losers: Vec<&Outcome> = tally.outcomes.iter().filter(could_win).collect();
    match tally.rules.rule {
        CountingRule::Greedy { .. } => {
            let turns = tally.steps.iter().enumerate().rev();
            // Going backwards, the first step about a project is what stays.
            let turns: BTreeMap<&str, usize> =
                turns.filter_map(|(at, step)| Some((step.project()?, at))).collect();
            losers.sort_by_key(|outcome| turns.get(outcome.project.as_str()));
        }
        CountingRule::EqualShares { .. } => losers.sort_by(|a, b| {
            b.points.cmp(&a.points).then_with(|| as_ties_go(&tally.rules.ties, a, b))
        }),
    }
    losers
}

/// The order between two with the same points.
fn as_ties_go(ties: &TieBreak, a: &Outcome, b: &Outcome) -> Ordering {
    let by_id = || a.project.cmp(&b.project);
    match ties {
        TieBreak::SmallestId => by_id(),
        TieBreak::LowerCost => a.cost.cmp(&b.cost).then_with(by_id),
        TieBreak::Draw { seed } => {
            let drawn = || lot(seed, &a.project).cmp(&lot(seed, &b.project));
            a.cost.cmp(&b.cost).then_with(drawn).then_with(by_id)
        }
    }
}
