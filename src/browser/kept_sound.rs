//! Recordings kept on the phone until they have arrived (IndexedDB).
use super::{shelf::Shelf, sound::Sound};
use crate::json;
use js_sys::{Object, Reflect, Uint8Array};
use serde::{Serialize, de::DeserializeOwned};
use std::{cell::RefCell, collections::BTreeMap};
use wasm_bindgen::{JsCast, JsValue};

const SHELF: Shelf = Shelf { database: "huiyin", store: "recordings" };

thread_local! {
    /// Where the phone keeps nothing, recordings live as long as this visit.
    static THIS_VISIT: RefCell<BTreeMap<String, (String, Sound)>> =
        const { RefCell::new(BTreeMap::new()) };
}

/// Keeps a recording and what is to be known about it; `false` when it lasts for this visit only.
pub async fn keep<T: Serialize>(name: &str, about: &T, sound: &Sound) -> bool {
    let Ok(about) = serde_json::to_string(about) else { return false };
    if write(name, &about, sound).await.is_ok() {
        THIS_VISIT.with_borrow_mut(|kept| kept.remove(name));
        return true;
    }
    let kept = (about, sound.clone());
    THIS_VISIT.with_borrow_mut(|all| all.insert(name.to_owned(), kept));
    false
}

/// The recording kept under `name`, if there is one that can be read.
pub async fn get<T: DeserializeOwned>(name: &str) -> Option<(T, Sound)> {
    let (about, sound) = match THIS_VISIT.with_borrow(|kept| kept.get(name).cloned()) {
        Some(kept) => kept,
        None => read(name).await.ok()?,
    };
    Some((json::read(&about).ok()?, sound))
}

/// The names of all that are kept.
pub async fn names() -> Vec<String> {
    let mut names = THIS_VISIT.with_borrow(|kept| kept.keys().cloned().collect::<Vec<_>>());
    names.extend(SHELF.names().await.unwrap_or_default());
    names
}

/// Forgets the recording kept under `name`.
pub async fn remove(name: &str) {
    THIS_VISIT.with_borrow_mut(|kept| kept.remove(name));
    // What cannot be removed could not be read either.
    let _ = SHELF.remove(name).await;
}

async fn write(name: &str, about: &str, sound: &Sound) -> Result<(), JsValue> {
    let record = Object::new();
    Reflect::set(&record, &"about".into(), &about.into())?;
    Reflect::set(&record, &"media_type".into(), &sound.media_type.as_str().into())?;
    Reflect::set(&record, &"bytes".into(), &Uint8Array::from(sound.bytes.as_slice()))?;
    SHELF.put(name, &record).await
}

async fn read(name: &str) -> Result<(String, Sound), JsValue> {
    let record = SHELF.get(name).await?;
    let text =
        |field: &str| Reflect::get(&record, &field.into())?.as_string().ok_or(JsValue::UNDEFINED);
    let bytes = Reflect::get(&record, &"bytes".into())?.dyn_into::<Uint8Array>()?.to_vec();
    Ok((text("about")?, Sound { bytes, media_type: text("media_type")? }))
}
