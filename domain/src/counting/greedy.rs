//! Greedy counting (得票优先): most points first, and what no longer fits is skipped.

use std::cmp::Ordering;

use super::rules::Utility;
use super::slate::Slate;
use super::steps::TallyStep;
use super::ties::TieNote;

/// What a greedy count (or the greedy end of another one) added.
#[derive(Debug, Default)]
pub(super) struct GreedyCount {
    pub winners: Vec<usize>,
    pub steps: Vec<TallyStep>,
    pub ties: Vec<TieNote>,
}

/// Goes through `remaining` in the order of the rule and takes what fits into `left` and can go
/// together with what is `taken` already.
///
/// `n_steps` is how many steps the tally has already, for the notes on ties.
pub(super) fn take_what_fits(
    slate: &Slate,
    utility: Utility,
    (mut remaining, taken): (Vec<usize>, &[usize]),
    mut left: u64,
    n_steps: usize,
) -> GreedyCount {
    let by_worth = |&a: &usize, &b: &usize| worth(slate, utility, b, a);
    remaining
        .sort_by(|a, b| by_worth(a, b).then_with(|| slate.ties.rank(*a).cmp(&slate.ties.rank(*b))));
    let excluded_by = |project: usize, winners: &[usize]| {
        slate.excluded_by(project, taken).or_else(|| slate.excluded_by(project, winners))
    };
    let mut count = GreedyCount::default();
    let mut rank = 0;
    for equals in remaining.chunk_by(|a, b| by_worth(a, b) == Ordering::Equal) {
        // Equals matter only if they compete: those that could not be had from the start do not.
        let competes = |project: &usize| {
            slate.cost(*project) <= left && excluded_by(*project, &count.winners).is_none()
        };
        let rivals: Vec<usize> = equals.iter().copied().filter(competes).collect();
        let first_step = n_steps + count.steps.len();
        let mut taken_first = None;
        for (i, &project) in equals.iter().enumerate() {
            rank += 1;
            let cost = slate.cost(project);
            let (id, points) = (slate.id(project), slate.points[project]);
            let excluded = excluded_by(project, &count.winners);
            count.steps.push(match excluded {
                Some(by) => TallyStep::Excluded { project: id, points, cost, by: slate.id(by) },
                None if left < cost => {
                    TallyStep::SkippedTooDear { project: id, rank, points, cost, left }
                }
                None => {
                    let (left_before, left_after) = (left, left - cost);
                    TallyStep::Elected { project: id, rank, points, cost, left_before, left_after }
                }
            });
            if excluded.is_none() && cost <= left {
                count.winners.push(project);
                left -= cost;
                taken_first = taken_first.or(Some(i));
            }
        }
        if let (Some(i), 2..) = (taken_first, rivals.len()) {
            count.ties.push(slate.ties.note(slate.election, first_step + i, &rivals));
        }
    }
    count
}

/// Compares what two projects are worth to the rule; the greater comes earlier.
fn worth(slate: &Slate, utility: Utility, a: usize, b: usize) -> Ordering {
    let (points_a, points_b) = (slate.points[a], slate.points[b]);
    match utility {
        Utility::Cost => points_a.cmp(&points_b),
        Utility::Cardinality => {
            let (cost_a, cost_b) = (slate.cost(a), slate.cost(b));
            // A project for nothing is worth more than any with a price, if anyone wants it.
            let free = |points, cost| 0 < points && cost == 0;
            match (free(points_a, cost_a), free(points_b, cost_b)) {
                (true, true) => Ordering::Equal,
                (true, false) => Ordering::Greater,
                (false, true) => Ordering::Less,
                (false, false) => {
                    let cross =
                        |points: u64, cost: u64| u128::from(points) * u128::from(cost.max(1));
                    cross(points_a, cost_b).cmp(&cross(points_b, cost_a))
                }
            }
        }
    }
}
