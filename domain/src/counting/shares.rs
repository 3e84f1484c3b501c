//! Shares: how a count by equal shares went, and how far it has come.

use serde::{Deserialize, Serialize};

use super::fraction::Fraction;

/// How the shares of an equal-shares count came out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shares {
    /// The share of each voter at first, in smallest units.
    pub first: Fraction,
    /// The share with which the result was counted.
    pub last: Fraction,
    /// How often it was raised.
    pub increments: u32,
    /// Why it was not raised further.
    pub stop: StopReason,
}

/// Why shares are not raised any further.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StopReason {
    /// The rule does not raise them.
    NotRaised,
    /// Nothing that counts fits into what is left.
    Exhaustive,
    /// The next raise would spend more than the budget.
    Overspend,
    /// All that can be bought is bought.
    All,
}

/// How far a long count has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// How often shares have been raised so far.
    pub increments: u32,
    /// What the projects of the last full count cost together.
    pub spent: u64,
    /// The budget.
    pub budget: u64,
}

/// The count was stopped by the one who asked for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stopped;

impl std::fmt::Display for Stopped {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("the count was stopped")
    }
}

impl std::error::Error for Stopped {}
