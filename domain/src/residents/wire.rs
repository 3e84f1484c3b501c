//! What is sent when people sign in and look after their devices.
use crate::{ids::SessionId, residents::Viewer, time::Moment};
use serde::{Deserialize, Serialize};

/// How somebody proves who they are. `code` is checked by
/// [`LetterCode::parse`](super::letter_code::LetterCode::parse) on both sides.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum SignIn {
    /// A resident with the code on their letter.
    Letter {
        /// Twelve digits, as typed.
        code: String,
    },
    /// Staff by name and password.
    Staff {
        /// The name they sign in with.
        name: String,
        /// Their password.
        password: String,
    },
}

/// Somebody who is signed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Me {
    /// Who they are to the rules.
    pub viewer: Viewer,
    /// What the app calls them.
    pub name: String,
    /// This device's session.
    pub session: SessionId,
}

/// The answer to a [`SignIn`]. The token is told once and stored only as a hash.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SignedIn {
    /// Sent as `Authorization: Bearer …` from now on.
    pub token: String,
    /// Who signed in.
    pub me: Me,
}

/// One device on which somebody is signed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Session {
    /// Its number.
    pub id: SessionId,
    /// When it signed in.
    pub since: Moment,
    /// When it was last used, to the hour.
    pub last_used: Moment,
    /// What the browser calls itself, shortened to its name and system.
    pub device: String,
    /// Is it the one that asks?
    pub is_this_one: bool,
}
