//! Texts on their way out, kept on the phone where the worker in the background finds them, too.
use super::shelf::Shelf;
use std::{cell::RefCell, collections::BTreeMap};

/// The worker opens it by these names.
const SHELF: Shelf = Shelf { database: "huiyin-outbox", store: "items" };

thread_local! {
    /// Where the phone keeps nothing, they live as long as this visit.
    static THIS_VISIT: RefCell<BTreeMap<String, String>> = const { RefCell::new(BTreeMap::new()) };
}

/// Keeps a text; `false` when it lasts for this visit only.
pub async fn keep(name: &str, text: &str) -> bool {
    if SHELF.put(name, &text.into()).await.is_ok() {
        THIS_VISIT.with_borrow_mut(|kept| kept.remove(name));
        return true;
    }
    // An older text on a full phone must not go in the place of this one.
    let _ = SHELF.remove(name).await;
    THIS_VISIT.with_borrow_mut(|kept| kept.insert(name.to_owned(), text.to_owned()));
    false
}

/// The text kept under this name, if there is one that can be read.
pub async fn get(name: &str) -> Option<String> {
    match THIS_VISIT.with_borrow(|kept| kept.get(name).cloned()) {
        Some(text) => Some(text),
        None => SHELF.get(name).await.ok()?.as_string(),
    }
}

/// All that are kept.
pub async fn all() -> Vec<String> {
    let mut texts = THIS_VISIT.with_borrow(|kept| kept.values().cloned().collect::<Vec<_>>());
    for name in SHELF.names().await.unwrap_or_default() {
        let text = SHELF.get(&name).await.ok();
        texts.extend(text.and_then(|text| text.as_string()));
    }
    texts
}

/// Forgets a text.
pub async fn remove(name: &str) {
    THIS_VISIT.with_borrow_mut(|kept| kept.remove(name));
    // What cannot be removed could not be read either.
    let _ = SHELF.remove(name).await;
}
