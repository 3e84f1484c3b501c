//! The result of a contest, and its recount in this browser.
pub mod worker;
