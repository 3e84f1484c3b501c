//! Signing in, and the devices one is signed in on.
pub mod devices_page;
pub mod mine_page;
pub mod session;
pub mod sign_in_page;
