//! Recordings: taken part by part, written down by the office, agreed by whoever spoke.

pub mod engine;
pub mod leaving;
pub mod pages;
pub mod routes;
pub mod rows;
pub mod service;
pub mod sounds;
pub mod transcribe;
