//! Residents and staff: who they are, how they sign in, and their devices.

pub mod device;
pub mod erase;
pub mod letters;
pub mod modes;
pub mod routes;
pub mod service;
pub mod sessions;
pub mod sign_in;
pub mod tries;
