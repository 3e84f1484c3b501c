//! A drawer on the phone: what cannot be kept there is kept at least for this visit.
use super::storage;
use crate::json;
use serde::{Serialize, de::DeserializeOwned};
use std::{cell::RefCell, collections::BTreeMap};

thread_local! {
    /// What the phone would not keep, as JSON by name; gone when the page is left.
    static THIS_VISIT: RefCell<BTreeMap<String, String>> = const { RefCell::new(BTreeMap::new()) };
}

/// What is kept under `name`, on the phone or for this visit.
pub fn get<T: DeserializeOwned>(name: &str) -> Option<T> {
    storage::get(name).or_else(|| {
        let text = THIS_VISIT.with_borrow(|kept| kept.get(name).cloned())?;
        json::read(&text).ok()
    })
}

/// Keeps `value` under `name`; `false` when it is kept for this visit only.
pub fn set<T: Serialize>(name: &str, value: &T) -> bool {
    if storage::set(name, value) {
        THIS_VISIT.with_borrow_mut(|kept| kept.remove(name));
        return true;
    }
    // An older value on a full phone must not come back in the place of this one.
    storage::remove(name);
    set_for_this_visit(name, value);
    false
}

/// Keeps `value` under `name` until the app is left, and not on the phone.
pub fn set_for_this_visit<T: Serialize>(name: &str, value: &T) {
    if let Ok(text) = serde_json::to_string(value) {
        THIS_VISIT.with_borrow_mut(|kept| kept.insert(name.to_owned(), text));
    }
}

/// Forgets what is kept under `name`.
pub fn remove(name: &str) {
    storage::remove(name);
    THIS_VISIT.with_borrow_mut(|kept| kept.remove(name));
}
