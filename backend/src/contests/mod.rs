//! Contests: set up, moved from phase to phase, counted and published.

pub mod count;
pub mod import;
pub mod judge;
pub mod pages;
pub mod result;
pub mod routes;
pub mod rows;
pub mod service;
mod tables;
