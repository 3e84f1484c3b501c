//! How ballots are to be marked, as the organiser chooses it in the form of a new contest.
use super::rules::{VOTES_MAX, in_range};
use crate::{
    counting::{BallotStyle, CountingRule, PointsLimit, Utility},
    problems::{FieldFault, FieldProblem},
};
use huiyin_derive::ReadTagged;
use serde::Serialize;

/// Most points one ballot can have.
pub const POINTS_MAX: u32 = 100;
/// Most places of a ranking: longer lists are no longer thought through.
pub const PLACES_MAX: u32 = 10;

/// The way of voting (投票方式) as it is chosen, with its numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum BallotForm {
    /// Choose proposals, at most `votes_per_person`.
    #[default]
    Approval,
    /// Choose as many as the budget can pay for.
    Knapsack,
    /// Give points.
    Points {
        /// How many a person has.
        total: u32,
        /// The most for one proposal.
        each: u32,
    },
    /// Put the best ones in order.
    Ranking {
        /// How many.
        places: u32,
    },
}

impl BallotForm {
    /// The style, or every number that is out of its range.
    pub(super) fn style(self, votes_per_person: u32) -> Result<BallotStyle, Vec<FieldProblem>> {
        let style = match self {
            Self::Approval => BallotStyle::Approval { max: Some(votes_per_person) },
            Self::Knapsack => BallotStyle::Knapsack,
            Self::Points { total, each } => {
                BallotStyle::Points { limit: Some(PointsLimit { total, each }) }
            }
            Self::Ranking { places } => BallotStyle::Ranking { k: places },
        };
        let numbers = match self {
            Self::Approval => vec![("votes_per_person", votes_per_person, VOTES_MAX)],
            Self::Knapsack => Vec::new(),
            Self::Points { total, each } => vec![
                ("points_total", total, POINTS_MAX),
                ("points_each", each, total.clamp(1, POINTS_MAX)),
            ],
            Self::Ranking { places } => vec![("places", places, PLACES_MAX)],
        };
        let fault = |(field, number, most): (&str, u32, u32)| {
            let fault = in_range(number, 1, most).err()?;
            Some(FieldProblem { field: field.to_owned(), fault })
        };
        let faults: Vec<_> = numbers.into_iter().filter_map(fault).collect();
        if faults.is_empty() { Ok(style) } else { Err(faults) }
    }
}

/// Refuses to divide by the price where that says nothing.
///
/// Who chose within the budget has weighed every price already, and a place in an order says what
/// comes first, not how much it is worth.
pub(super) fn fits(style: BallotStyle, rule: CountingRule) -> Result<(), FieldFault> {
    let is_fit = match (style, rule) {
        (BallotStyle::Knapsack, CountingRule::Greedy { utility }) => utility == Utility::Cost,
        (BallotStyle::Ranking { .. }, rule) => rule.utility() == Utility::Cost,
        (BallotStyle::Knapsack, CountingRule::EqualShares { .. })
        | (
            BallotStyle::Approval { .. } | BallotStyle::Points { .. },
            CountingRule::Greedy { .. } | CountingRule::EqualShares { .. },
        ) => true,
    };
    if is_fit { Ok(()) } else { Err(FieldFault::DoesNotFitTheBallot) }
}
