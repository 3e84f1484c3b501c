//! Communities: which there are, and the first screen of each.

pub mod routes;
pub mod service;
