//! Things kept on the phone: drafts, the session, ballots' secrets.
use crate::json;
use serde::{Serialize, de::DeserializeOwned};

/// Every key begins with this, so that other apps on the same host are left alone.
const PREFIX: &str = "huiyin.";

fn local() -> Option<web_sys::Storage> {
    super::document::window().local_storage().ok().flatten()
}

/// What is kept under `name`, if anything can be read there.
pub fn get<T: DeserializeOwned>(name: &str) -> Option<T> {
    let text = local()?.get_item(&format!("{PREFIX}{name}")).ok().flatten()?;
    json::read(&text).ok()
}

/// Keeps `value` under `name`; `false` when the phone cannot keep it (full, or private mode).
#[must_use]
pub fn set<T: Serialize>(name: &str, value: &T) -> bool {
    let Ok(text) = serde_json::to_string(value) else { return false };
    local().is_some_and(|storage| storage.set_item(&format!("{PREFIX}{name}"), &text).is_ok())
}

/// Forgets what is kept under `name`.
pub fn remove(name: &str) {
    if let Some(storage) = local() {
        // Nothing to do when it cannot be removed: it could not be read either.
        let _ = storage.remove_item(&format!("{PREFIX}{name}"));
    }
}
