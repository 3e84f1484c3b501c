//! The result of a contest, why each proposal won or not, and its recount in this browser.
mod bars;
mod compare;
mod count;
pub mod counter;
mod find;
mod headline;
mod mine;
mod other_rule;
pub mod poster_page;
pub mod recount_page;
mod report;
pub mod result_page;
mod rules;
mod steps;
pub mod why_page;
pub mod work;
pub mod worker;
