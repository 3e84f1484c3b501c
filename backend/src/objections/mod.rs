//! Objections: sent during notice and after the result, answered by the office, all public.

pub mod pages;
pub mod routes;
pub mod rows;
pub mod service;
