//! Entering: the office puts in what came on paper or by phone.

pub mod guide;
pub mod routes;
pub mod service;
