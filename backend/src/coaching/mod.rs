//! Coaching: a volunteer helps authors with their proposal, in words between them alone.

pub mod following;
pub mod leaving;
pub mod pages;
pub mod routes;
pub mod rows;
pub mod service;
mod telling;
