//! Proposals: sent, screened, co-signed, mended, merged and reviewed.

pub mod authors;
pub mod counts;
mod duties;
pub mod known;
pub mod leaving;
pub mod list;
pub mod merging;
pub mod notes;
pub mod pages;
pub mod routes;
pub mod rows;
pub mod service;
pub mod staff_routes;
pub mod stages;
pub mod texts;
pub mod waiting;
