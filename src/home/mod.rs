//! The first screen.
pub mod ask_page;
pub mod page;
