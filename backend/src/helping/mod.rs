//! Helping: residents let somebody act for them, and see everything that was done.

pub mod enter;
pub mod routes;
pub mod rows;
pub mod service;
