//! Proposals: sent, co-signed, reviewed.

pub mod list;
pub mod pages;
pub mod routes;
pub mod rows;
pub mod service;
