//! Departments and places of a community: who answers, and where things are.

pub mod routes;
pub mod rows;
pub mod service;
