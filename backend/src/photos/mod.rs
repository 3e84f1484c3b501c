//! Photos: taken in, made small and clean, and shown.

pub mod routes;
pub mod service;
