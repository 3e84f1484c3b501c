//! The first screen.
pub mod page;
