//! The service desk: what waits for the staff.

pub mod routes;
pub mod today;
