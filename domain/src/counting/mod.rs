//! Counting (计票): from ballots to winners, exactly, and in steps a person can follow.
//!
//! The same functions run on the server, on a command line and in every browser.

pub mod ballots;
pub mod decimal;
pub mod election;
mod equal_shares;
pub mod explain;
pub mod fraction;
mod greedy;
pub mod pb;
mod rule_words;
pub mod rules;
pub mod shares;
mod slate;
pub mod steps;
mod tally;
mod ties;

pub use ballots::{Ballot, Ballots, Mark};
pub use decimal::decimal;
pub use election::{BallotStyle, Candidate, Election, Unsound};
pub use explain::{Contribution, Decided, Explainer, SharesStory, Turn, Why, why};
pub use fraction::Fraction;
pub use rule_words::UnknownWord;
pub use rules::{Completion, CountingRule, OverBudget, Rules, TieBreak, Utility};
pub use shares::{Progress, Shares, StopReason, Stopped};
pub use steps::TallyStep;
pub use tally::{Fate, Outcome, Tally, tally};
pub use ties::{TieNote, TieReason};
