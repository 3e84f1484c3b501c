//! QR codes: addresses that a phone reads off paper or another screen.

pub mod draw;
pub mod routes;
