//! Requests to be called back: taken from anybody, called and settled by staff.

pub mod pages;
pub mod routes;
mod rows;
pub mod service;
