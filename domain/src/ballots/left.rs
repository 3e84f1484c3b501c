//! What a ballot still leaves to give: told after every mark, and on the server the same.
use super::{
    Marks, OnBallot,
    choices::{cost_of, points_of},
};
use crate::{contests::ContestRules, counting::BallotStyle, money::Money};

/// What is still left (还剩) of what one ballot has to give.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Left {
    /// So many proposals may still be chosen.
    Votes {
        /// How many are chosen.
        chosen: usize,
        /// How many more may be.
        left: usize,
    },
    /// So much of the budget.
    Money {
        /// How many are chosen.
        chosen: usize,
        /// What they leave.
        left: Money,
    },
    /// So many points.
    Points {
        /// How many are given.
        given: u32,
        /// How many are left.
        left: u32,
    },
    /// So many places.
    Places {
        /// How many are taken.
        placed: usize,
        /// How many are free.
        left: usize,
    },
}

impl Left {
    /// What these marks leave.
    pub fn of(marked: &Marks, rules: &ContestRules, on_ballot: &OnBallot) -> Self {
        let n_marked = marked.keys().len();
        let all = on_ballot.len();
        let of_all = |max: u32| (max as usize).min(all).saturating_sub(n_marked);
        match rules.ballot {
            BallotStyle::Approval { max } => {
                Self::Votes { chosen: n_marked, left: of_all(max.unwrap_or(u32::MAX)) }
            }
            BallotStyle::Knapsack => {
                let left = rules.budget.minus(cost_of(marked, on_ballot));
                Self::Money { chosen: n_marked, left: left.unwrap_or_default() }
            }
            BallotStyle::Points { limit } => {
                let given = points_of(marked);
                let total = limit.map_or(0, |limit| limit.total);
                Self::Points { given, left: total.saturating_sub(given) }
            }
            BallotStyle::Ranking { k } => Self::Places { placed: n_marked, left: of_all(k) },
        }
    }

    /// How much money is lacking for one more that costs this; `None` where it fits, and where
    /// money is not what is given.
    pub fn lacks(&self, cost: Money) -> Option<Money> {
        match self {
            Self::Money { left, .. } => cost.minus(*left).filter(|lack| *lack > Money::default()),
            Self::Votes { .. } | Self::Points { .. } | Self::Places { .. } => None,
        }
    }
}
