//! Moderation: what is reported, what the office hides, and the public log of it.

pub mod covering;
pub mod leaving;
pub mod pages;
pub mod routes;
pub mod rows;
pub mod service;
mod stand_in;
mod telling;
pub mod words;
