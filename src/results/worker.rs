//! The worker that counts beside the page, so that the page stays quick.

/// Starts listening.
pub fn start() {}
