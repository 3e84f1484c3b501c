//! Shelves on the phone (IndexedDB), opened for one act each.
use super::document::window;
use js_sys::{Array, Promise};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbObjectStore, IdbRequest, IdbTransaction, IdbTransactionMode};

/// A shelf: the only one of its database.
pub(super) struct Shelf {
    /// The database.
    pub database: &'static str,
    /// Its one store.
    pub store: &'static str,
}

impl Shelf {
    /// Puts something on it, in the place of what had this name.
    pub async fn put(&self, name: &str, it: &JsValue) -> Result<(), JsValue> {
        let (store, transaction) = self.open(IdbTransactionMode::Readwrite).await?;
        store.put_with_key(it, &name.into())?;
        ended(&transaction).await
    }

    /// What has this name; `undefined` when nothing has.
    pub async fn get(&self, name: &str) -> Result<JsValue, JsValue> {
        let (store, _) = self.open(IdbTransactionMode::Readonly).await?;
        answer(&store.get(&name.into())?).await
    }

    /// All names.
    pub async fn names(&self) -> Result<Vec<String>, JsValue> {
        let (store, _) = self.open(IdbTransactionMode::Readonly).await?;
        let names: Array = answer(&store.get_all_keys()?).await?.unchecked_into();
        Ok(names.iter().filter_map(|name| name.as_string()).collect())
    }

    /// Takes what has this name away.
    pub async fn remove(&self, name: &str) -> Result<(), JsValue> {
        let (store, transaction) = self.open(IdbTransactionMode::Readwrite).await?;
        store.delete(&name.into())?;
        ended(&transaction).await
    }

    /// The shelf, opened for one act; it is made the first time.
    async fn open(
        &self,
        mode: IdbTransactionMode,
    ) -> Result<(IdbObjectStore, IdbTransaction), JsValue> {
        let factory = window().indexed_db()?.ok_or(JsValue::UNDEFINED)?;
        let opening = factory.open(self.database)?;
        let make = Closure::<dyn FnMut()>::new({
            let (opening, store) = (opening.clone(), self.store);
            move || {
                let database = opening.result().map(JsCast::unchecked_into::<IdbDatabase>);
                // Where it cannot be made, the transaction below says so.
                let _ = database.and_then(|database| database.create_object_store(store));
            }
        });
        opening.set_onupgradeneeded(Some(make.as_ref().unchecked_ref()));
        let database: IdbDatabase = answer(&opening).await?.unchecked_into();
        let transaction = database.transaction_with_str_and_mode(self.store, mode)?;
        let store = transaction.object_store(self.store)?;
        // It closes when its transaction has ended, and would stand in nobody's way meanwhile.
        database.close();
        Ok((store, transaction))
    }
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
