//! Councils after they are scheduled: notice, seats, the session, minutes, figures and calendars.

pub mod calendar;
pub mod chances;
pub mod confirming;
pub mod known;
pub mod leaving;
pub mod pages;
pub mod people;
pub mod returning;
pub mod routes;
pub mod rows;
pub mod service;
pub mod sittings;
pub mod statistics;
pub mod telling;
