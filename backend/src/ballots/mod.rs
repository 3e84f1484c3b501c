//! Ballots: handed out to persons, cast by nobody in particular.

pub mod routes;
pub mod service;
