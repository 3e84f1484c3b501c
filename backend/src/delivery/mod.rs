//! Delivery: projects are planned, paid for in public, accepted by residents, and closed.

pub mod leaving;
pub mod pages;
pub mod routes;
pub mod rows;
pub mod service;
pub mod voices;
