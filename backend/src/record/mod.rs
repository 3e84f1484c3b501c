//! The record: chains of events that everybody can check, and the root of each day.

pub mod chain;
mod replay;
mod replay_council;
mod replay_project;
mod replay_proposal;
mod replay_series;
pub mod roots;
pub mod routes;
pub mod verify;
