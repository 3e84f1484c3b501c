//! HTTP: what is the same for every route, whatever room it belongs to.

pub mod answer;
pub mod around;
pub mod ask;
pub mod body;
pub mod client;
pub mod csp;
pub mod problem;
