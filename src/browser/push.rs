//! Notices of the browser: whether it has them, its question, and how it is reached.
//!
//! Read by name, since many browsers have none of this.
use super::{
    background::WORKER,
    by_name::{call, get},
    document,
};
use js_sys::{Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Why there will be no notices on this phone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// The browser has none.
    Missing,
    /// The person, or the phone's settings, said no.
    Denied,
    /// It did not work.
    Failed,
}

fn workers() -> Option<JsValue> {
    let window: JsValue = document::window().into();
    get(&window, "PushManager")?;
    get(&get(&window, "navigator")?, "serviceWorker")
}

/// Asks whether notices may be shown; call it in answer to a tap.
pub async fn allow() -> Result<(), Refused> {
    let window: JsValue = document::window().into();
    let notices = get(&window, "Notification").ok_or(Refused::Missing)?;
    workers().ok_or(Refused::Missing)?;
    let answer = call(&notices, "requestPermission", &[]).await;
    match answer.and_then(|answer| answer.as_string()).as_deref() {
        Some("granted") => Ok(()),
        Some(_) | None => Err(Refused::Denied),
    }
}

/// How this browser is reached by whoever holds the other half of `key`, as JSON.
pub async fn subscribe(key: &str) -> Result<String, Refused> {
    let workers = workers().ok_or(Refused::Missing)?;
    let subscribed = async {
        let address = format!("{}{WORKER}", document::base_path());
        call(&workers, "register", &[&address.into()]).await?;
        let ready: Promise = get(&workers, "ready")?.dyn_into().ok()?;
        let registration = JsFuture::from(ready).await.ok()?;
        let options = Object::new();
        Reflect::set(&options, &"userVisibleOnly".into(), &true.into()).ok()?;
        Reflect::set(&options, &"applicationServerKey".into(), &key.into()).ok()?;
        let manager = get(&registration, "pushManager")?;
        let subscription = call(&manager, "subscribe", &[&options]).await?;
        js_sys::JSON::stringify(&subscription).ok()?.as_string()
    };
    subscribed.await.ok_or(Refused::Failed)
}
