//! Times: when residents can usually come, as they say themselves or as the office enters it.

pub mod routes;
pub mod service;
