//! Recordings kept on the phone until they have arrived (IndexedDB).
use super::{document::window, sound::Sound};
use js_sys::{Array, Object, Promise, Reflect, Uint8Array};
use serde::{Serialize, de::DeserializeOwned};
use std::{cell::RefCell, collections::BTreeMap};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbObjectStore, IdbRequest, IdbTransaction, IdbTransactionMode};

const DATABASE: &str = "huiyin";
const STORE: &str = "recordings";

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
    Some((serde_json::from_str(&about).ok()?, sound))
}

/// The names of all that are kept.
pub async fn names() -> Vec<String> {
    let mut names = THIS_VISIT.with_borrow(|kept| kept.keys().cloned().collect::<Vec<_>>());
    let found = all_keys().await.unwrap_or_default();
    names.extend(found.iter().filter_map(|name| name.as_string()));
    names
}

/// Forgets the recording kept under `name`.
pub async fn remove(name: &str) {
    THIS_VISIT.with_borrow_mut(|kept| kept.remove(name));
    // What cannot be removed could not be read either.
    let _ = erase(name).await;
}

async fn write(name: &str, about: &str, sound: &Sound) -> Result<(), JsValue> {
    let (store, transaction) = open(IdbTransactionMode::Readwrite).await?;
    let record = Object::new();
    Reflect::set(&record, &"about".into(), &about.into())?;
    Reflect::set(&record, &"media_type".into(), &sound.media_type.as_str().into())?;
    Reflect::set(&record, &"bytes".into(), &Uint8Array::from(sound.bytes.as_slice()))?;
    store.put_with_key(&record, &name.into())?;
    ended(&transaction).await
}

async fn read(name: &str) -> Result<(String, Sound), JsValue> {
    let (store, _) = open(IdbTransactionMode::Readonly).await?;
    let record = answer(&store.get(&name.into())?).await?;
    let text =
        |field: &str| Reflect::get(&record, &field.into())?.as_string().ok_or(JsValue::UNDEFINED);
    let bytes = Reflect::get(&record, &"bytes".into())?.dyn_into::<Uint8Array>()?.to_vec();
    Ok((text("about")?, Sound { bytes, media_type: text("media_type")? }))
}

async fn all_keys() -> Result<Array, JsValue> {
    let (store, _) = open(IdbTransactionMode::Readonly).await?;
    answer(&store.get_all_keys()?).await.map(JsCast::unchecked_into)
}

async fn erase(name: &str) -> Result<(), JsValue> {
    let (store, transaction) = open(IdbTransactionMode::Readwrite).await?;
    store.delete(&name.into())?;
    ended(&transaction).await
}

/// The shelf, opened for one act; it is made the first time.
async fn open(mode: IdbTransactionMode) -> Result<(IdbObjectStore, IdbTransaction), JsValue> {
    let factory = window().indexed_db()?.ok_or(JsValue::UNDEFINED)?;
    let opening = factory.open(DATABASE)?;
    let make = Closure::<dyn FnMut()>::new({
        let opening = opening.clone();
        move || {
            let database = opening.result().map(JsCast::unchecked_into::<IdbDatabase>);
            // Where it cannot be made, the transaction below says so.
            let _ = database.and_then(|database| database.create_object_store(STORE));
        }
    });
    opening.set_onupgradeneeded(Some(make.as_ref().unchecked_ref()));
    let database: IdbDatabase = answer(&opening).await?.unchecked_into();
    let transaction = database.transaction_with_str_and_mode(STORE, mode)?;
    let store = transaction.object_store(STORE)?;
    // It closes when its transaction has ended, and would stand in nobody's way meanwhile.
    database.close();
    Ok((store, transaction))
}

async fn answer(request: &IdbRequest) -> Result<JsValue, JsValue> {
    let answered = Promise::new(&mut |done, failed| {
        request.set_onsuccess(Some(&done));
        request.set_onerror(Some(&failed));
    });
    JsFuture::from(answered).await?;
    request.result()
}

async fn ended(transaction: &IdbTransaction) -> Result<(), JsValue> {
    let ended = Promise::new(&mut |done, failed| {
        transaction.set_oncomplete(Some(&done));
        transaction.set_onabort(Some(&failed));
        transaction.set_onerror(Some(&failed));
    });
    JsFuture::from(ended).await.map(drop)
}
