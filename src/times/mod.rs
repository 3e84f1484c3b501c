//! Times: a resident says when they can usually come, one question a screen.
pub mod page;
pub mod questions;
pub mod step;
mod writing;
