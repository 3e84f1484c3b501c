//! Coaching: authors ask for a volunteer, volunteers choose whom they help, and both talk.
pub mod ask_page;
pub mod door;
pub mod list_page;
mod offers;
pub mod thread_page;
