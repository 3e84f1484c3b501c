//! Counting (计票): from ballots to winners, exactly, and in steps a person can follow.
//!
//! The same functions run on the server, on a command line and in every browser.

pub mod ballots;
pub mod decimal;
pub mod election;
mod equal_shares;
mod exclusive;
pub mod explain;
pub mod fraction;
mod greedy;
pub mod pb;
mod reserve;
mod rule_words;
pub mod rules;
pub mod shares;
mod slate;
pub mod steps;
mod tally;
mod ties;

pub use ballots::{Ballot, Ballots, Mark};
pub use decimal::decimal;
pub use election::{BallotStyle, Candidate, Election, PointsLimit, Unsound};
pub use exclusive::{EXCLUSIVE_KEY, exclusive_line};
pub use explain::{Contribution, Decided, Explainer, SharesStory, Turn, Why, why};
pub use fraction::Fraction;
pub use reserve::losers_in_order;
pub use rule_words::UnknownWord;
pub use rules::{Completion, CountingRule, OverBudget, Rules, TieBreak, Unsupported, Utility};
pub use shares::{Progress, Shares, StopReason, Stopped};
pub use steps::TallyStep;
pub use tally::{Fate, Outcome, Tally, tally};
pub use ties::{TieNote, TieReason};
