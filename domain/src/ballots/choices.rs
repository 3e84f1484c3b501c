//! A checked ballot: the same check on the phone, while one marks, and on the server.
use super::{BallotProblem, Marks, OnBallot};
use crate::{
    contests::ContestRules,
    counting::{BallotStyle, PointsLimit},
    money::Money,
};
use std::collections::{BTreeMap, BTreeSet};

/// What one voter marked (所选提案), checked: it holds to the rules, and all of it is on the ballot.
///
/// Costs are no part of a ballot: they come from the shortlist.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choices(Marks);

impl Choices {
    /// Checks what was marked against the rules and what can be voted for; a blank ballot is one
    /// in every style.
    pub fn check(
        marked: &Marks,
        rules: &ContestRules,
        on_ballot: &OnBallot,
    ) -> Result<Self, BallotProblem> {
        let style = rules.ballot;
        if marked.is_blank() {
            return Ok(Self(Marks::blank(style)));
        }
        match (marked, style) {
            (Marks::Names(names), BallotStyle::Approval { max }) => {
                each_once(names, on_ballot)?;
                at_most(names, max)?;
            }
            (Marks::Names(names), BallotStyle::Knapsack) => {
                each_once(names, on_ballot)?;
                within(rules.budget, cost_of(marked, on_ballot))?;
            }
            (Marks::Names(names), BallotStyle::Ranking { k }) => {
                each_once(names, on_ballot)?;
                at_most(names, Some(k))?;
            }
            (Marks::Points(points), BallotStyle::Points { limit: Some(limit) }) => {
                each_known(points, on_ballot)?;
                enough_points(points, limit)?;
            }
            (Marks::Names(_), BallotStyle::Points { .. })
            | (
                Marks::Points(_),
                BallotStyle::Approval { .. }
                | BallotStyle::Knapsack
                | BallotStyle::Points { limit: None }
                | BallotStyle::Ranking { .. },
            ) => return Err(BallotProblem::OtherStyle),
        }
        Ok(Self(marked.clone().in_style(style)))
    }

    /// What was marked, as it is kept.
    pub fn marks(&self) -> &Marks {
        &self.0
    }
}

/// What all that is marked costs together.
pub(super) fn cost_of(marked: &Marks, on_ballot: &OnBallot) -> Money {
    let costs = marked.keys().into_iter().filter_map(|key| on_ballot.get(key));
    Money::fen(costs.fold(0_u64, |sum, cost| sum.saturating_add(cost.in_fen())))
}

/// All points that are given.
pub(super) fn points_of(marked: &Marks) -> u32 {
    let points = marked.keys().into_iter().map(|key| marked.points_of(key));
    points.fold(0_u32, u32::saturating_add)
}

fn each_once(names: &[String], on_ballot: &OnBallot) -> Result<(), BallotProblem> {
    let mut seen = BTreeSet::new();
    for key in names {
        if !on_ballot.contains_key(key) {
            return Err(BallotProblem::NotOnTheBallot { key: key.clone() });
        }
        if !seen.insert(key) {
            return Err(BallotProblem::NamedTwice { key: key.clone() });
        }
    }
    Ok(())
}

fn each_known(points: &BTreeMap<String, u32>, on_ballot: &OnBallot) -> Result<(), BallotProblem> {
    match points.keys().find(|key| !on_ballot.contains_key(*key)) {
        Some(key) => Err(BallotProblem::NotOnTheBallot { key: key.clone() }),
        None => Ok(()),
    }
}

fn at_most(names: &[String], max: Option<u32>) -> Result<(), BallotProblem> {
    match max {
        Some(max) if names.len() > max as usize => Err(BallotProblem::TooMany { max }),
        Some(_) | None => Ok(()),
    }
}

fn within(budget: Money, cost: Money) -> Result<(), BallotProblem> {
    match cost.minus(budget) {
        Some(over) if over > Money::default() => Err(BallotProblem::OverBudget { over }),
        Some(_) | None => Ok(()),
    }
}

fn enough_points(points: &BTreeMap<String, u32>, limit: PointsLimit) -> Result<(), BallotProblem> {
    let PointsLimit { total, each } = limit;
    if let Some((key, _)) = points.iter().find(|(_, points)| **points > each) {
        return Err(BallotProblem::TooManyOnOne { key: key.clone(), each });
    }
    let given: u64 = points.values().copied().map(u64::from).sum();
    match given.checked_sub(u64::from(total)) {
        Some(over) if 0 < over => {
            let over = u32::try_from(over).unwrap_or(u32::MAX);
            Err(BallotProblem::TooManyPoints { over, total })
        }
        Some(_) | None => Ok(()),
    }
}
