//! The session kept on this phone.
use crate::browser::{drawer, storage};
use huiyin_domain::{
    ids::HelpId,
    residents::{Viewer, wire::Me},
};
use serde::{Deserialize, Serialize};
use std::cell::Cell;

const NAME: &str = "session";
/// The helper's own session, while another one acts for somebody else.
const OWN: &str = "own-session";

thread_local! {
    /// The help under which this phone acts for somebody else.
    static HELP: Cell<Option<HelpId>> = const { Cell::new(None) };
    /// Who is signed in on this phone.
    static VIEWER: Cell<Viewer> = const { Cell::new(Viewer::Guest) };
}

/// Notes whose words are written from now on.
fn note(kept: Option<&Kept>) {
    HELP.set(kept.and_then(Kept::help));
    VIEWER.set(kept.map_or(Viewer::Guest, |kept| kept.me.viewer));
}

/// A session as the phone keeps it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// What is shown to the server.
    pub token: String,
    /// Whose it is.
    pub me: Me,
}

impl Kept {
    fn help(&self) -> Option<HelpId> {
        self.me.help.as_ref().map(|help| help.id)
    }
}

/// The session of the last visit.
pub fn load() -> Option<Kept> {
    let kept: Option<Kept> = storage::get(NAME);
    note(kept.as_ref());
    kept
}

/// Keeps the session, or forgets it; `false` when the phone cannot keep it.
pub fn save(kept: Option<&Kept>) -> bool {
    note(kept);
    match kept {
        Some(kept) => storage::set(NAME, kept),
        None => {
            storage::remove(NAME);
            true
        }
    }
}

/// Where the phone keeps what is being written: what one writes for somebody else lies apart
/// from what is one's own.
pub fn place(name: &str) -> String {
    match HELP.get() {
        Some(help) => format!("help-{help}.{name}"),
        None => name.to_owned(),
    }
}

/// Where the phone keeps what is nobody's but theirs who are signed in; nowhere for a visitor.
pub fn own_place(name: &str) -> Option<String> {
    let name = place(name);
    match VIEWER.get() {
        Viewer::Guest => None,
        Viewer::Resident { id } => Some(format!("resident-{id}.{name}")),
        Viewer::Staff { id, .. } => Some(format!("staff-{id}.{name}")),
    }
}

/// Puts the helper's own session aside.
pub fn put_aside(own: &Kept) {
    // Where the phone cannot keep it, it lies in the drawer for this visit.
    let _ = drawer::set(OWN, own);
}

/// Takes the helper's own session out again, if one lies there.
pub fn take_back() -> Option<Kept> {
    let own = drawer::get(OWN);
    drawer::remove(OWN);
    own
}
