//! Work beside the page: how a worker is asked, how far it has come, and how it is stopped.
mod asked;
mod serve;

pub use asked::{Asked, Stage};
pub use serve::serve;

use serde::{Deserialize, Serialize, de::DeserializeOwned};

/// A kind of work that is done beside the page; all of it is sent as JSON.
pub trait Work: 'static {
    /// What the page asks for.
    type Task: Serialize + DeserializeOwned + 'static;
    /// How far it has come.
    type Progress: Sent;
    /// What came out.
    type Answer: Sent;
    /// The worker's script, beside the app.
    const SCRIPT: &'static str;
}

/// What a worker sends, and a page keeps.
pub trait Sent: Clone + PartialEq + Serialize + DeserializeOwned + Send + Sync + 'static {}

impl<T> Sent for T where T: Clone + PartialEq + Serialize + DeserializeOwned + Send + Sync + 'static {}

/// What a worker says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum News<P, A> {
    /// It listens.
    Ready,
    /// It is still at work.
    Progress(P),
    /// It is done.
    Done(A),
    /// It did not understand.
    Misunderstood,
}
