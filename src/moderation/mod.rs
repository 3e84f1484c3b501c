//! Moderation: reporting what is against the rules, and everything that was decided about it.
pub mod case_page;
mod decide_form;
pub mod log_page;
pub mod notice;
pub mod report_page;
mod rule_choice;
