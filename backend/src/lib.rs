//! Huiyin's server and command line: JSON over HTTP in front of one store.

pub mod app;
pub mod ballots;
pub mod callbacks;
pub mod cli;
pub mod clock;
pub mod communities;
pub mod contests;
pub mod demo;
pub mod desk;
pub mod entering;
pub mod failure;
pub mod here;
pub mod http;
pub mod idempotent;
pub mod openapi;
pub mod past;
pub mod photos;
pub mod progress;
pub mod proposals;
pub mod qr;
pub mod residents;
pub mod secrets;
pub mod server;
pub mod store;
pub mod times;
pub mod trouble;
