//! Feedback: what residents send, and our promise to answer it by a day.

pub mod csv;
pub mod days;
pub mod echo;
pub mod escalation;
pub mod follows;
pub mod known;
pub mod leaving;
pub mod ledger;
pub mod ledger_routes;
pub mod owed;
pub mod pages;
pub mod routes;
pub mod rows;
pub mod service;
pub mod week;
