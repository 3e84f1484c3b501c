//! The worker that plans beside the page, with the planner of the server.
use super::replan::{self, Planning};
use crate::beside::serve;

/// Starts listening, and says so.
pub fn start() {
    serve::<Planning>(replan::work);
}
