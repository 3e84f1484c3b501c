//! The desk for proposals: screening, review by departments, merging, and the staff's notes.
mod about;
pub mod act;
pub mod act_page;
mod finding_form;
mod forms;
pub mod list_page;
mod merge_form;
mod notes;
mod preview;
mod read;
mod refused;
mod review_part;
mod send_form;
pub mod show_page;
mod typed;
