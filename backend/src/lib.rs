//! Huiyin's server and command line: JSON over HTTP in front of one store.

pub mod app;
pub mod ballots;
pub mod cli;
pub mod clock;
pub mod communities;
pub mod contests;
pub mod demo;
pub mod failure;
pub mod here;
pub mod http;
pub mod idempotent;
pub mod openapi;
pub mod past;
pub mod photos;
pub mod progress;
pub mod proposals;
pub mod recordings;
pub mod residents;
pub mod secrets;
pub mod server;
pub mod shelf;
pub mod store;
pub mod trouble;
