//! Rehearsal: the rules of a contest tried on ballots, side by side with other rules.
pub mod page;
mod portraits;
mod source;
