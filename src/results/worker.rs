//! The worker that counts beside the page, so that the page stays quick.
use super::{count, work::Counting};
use crate::beside::serve;

/// Starts listening, and says so.
pub fn start() {
    serve::<Counting>(count::work);
}
