//! The desk of whoever answers: what is owed, one page for each act, and the way there.
mod about;
pub mod act;
pub mod act_page;
mod answer_form;
mod forms;
pub mod list_page;
mod pass_on_many;
mod preview;
pub(crate) mod read;
mod requests;
pub mod staff_acts;
mod templates;
mod typed;

pub use staff_acts::{StaffActs, may_act};
