//! The session kept on this phone.
use crate::browser::storage;
use huiyin_domain::residents::wire::Me;
use serde::{Deserialize, Serialize};

const NAME: &str = "session";

/// A session as the phone keeps it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// What is shown to the server.
    pub token: String,
    /// Whose it is.
    pub me: Me,
}

/// The session of the last visit.
pub fn load() -> Option<Kept> {
    storage::get(NAME)
}

/// Keeps the session, or forgets it; `false` when the phone cannot keep it.
pub fn save(kept: Option<&Kept>) -> bool {
    match kept {
        Some(kept) => storage::set(NAME, kept),
        None => {
            storage::remove(NAME);
            true
        }
    }
}
