//! Helping: letting somebody act for one, and acting for somebody, with a banner on every page.
pub mod banner;
mod kept;
mod stopping;

pub mod help_page;
pub mod helping_page;
pub mod log_page;
pub mod no_vote;
pub mod start_page;
