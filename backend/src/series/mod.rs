//! Series of councils: topics, times, answers, and a plan at which every group can come.

pub mod answers;
pub mod chances;
pub mod finding;
pub mod leaving;
pub mod pages;
pub mod plan;
pub mod propose;
pub mod routes;
pub mod rows;
pub mod schedule;
pub mod service;
pub mod telling;
pub mod topics;
pub mod who;
