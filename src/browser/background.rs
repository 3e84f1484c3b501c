//! The worker in the background: the app without a network, new versions, and sending later.
use super::{
    by_name::{call, call_now, get},
    document,
};
use js_sys::{Array, Object, Reflect};
use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::spawn_local;

/// The worker's script, beside the app.
pub(super) const WORKER: &str = "service-worker.js";

/// What the worker calls its copies of what was read.
const READ: &str = "huiyin-read-";

/// How a request is marked of which the answer must not be kept.
pub const UNKEPT: web_sys::RequestCache = web_sys::RequestCache::NoStore;

/// What the worker has to say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum News {
    /// A new version of the app is here, and waits to be asked for.
    NewVersion,
    /// Another window has asked for it: this page is of the old one.
    ChangedElsewhere,
    /// There is a network again: what waits should be sent.
    Send,
}

thread_local! {
    static REGISTRATION: RefCell<Option<JsValue>> = const { RefCell::new(None) };
    /// Has the person asked for the new version on this page?
    static IS_ASKED: Cell<bool> = const { Cell::new(false) };
}

fn workers() -> Option<JsValue> {
    let window: JsValue = document::window().into();
    get(&get(&window, "navigator")?, "serviceWorker")
}

fn listen(target: &JsValue, name: &str, on: impl FnMut(JsValue) + 'static) {
    let on = Closure::<dyn FnMut(JsValue)>::new(on);
    let _ = call_now(target, "addEventListener", &[&name.into(), on.as_ref()]);
    // It listens for as long as the page lives.
    on.forget();
}

/// Starts the worker, where there are any; call it once.
pub fn start(on_news: impl Fn(News) + 'static) {
    let Some(workers) = workers() else { return };
    let on_news = Rc::new(on_news);
    let had_one = get(&workers, "controller").is_some();
    let tell = on_news.clone();
    listen(&workers, "message", move |event| {
        let said = get(&event, "data").and_then(|said| said.as_string());
        if said.as_deref() == Some("send") {
            tell(News::Send);
        }
    });
    let tell = on_news.clone();
    listen(&workers, "controllerchange", move |_| {
        if IS_ASKED.get() {
            document::reload();
        } else if had_one {
            tell(News::ChangedElsewhere);
        }
    });
    spawn_local(async move {
        let address = format!("{}{WORKER}", document::base_path());
        let options = Object::new();
        let _ = Reflect::set(&options, &"updateViaCache".into(), &"none".into());
        let registered = call(&workers, "register", &[&address.into(), &options]).await;
        let Some(registration) = registered.filter(|it| get(it, "addEventListener").is_some())
        else {
            return;
        };
        watch(&registration, on_news);
        REGISTRATION.set(Some(registration));
    });
}

/// Tells when a new version waits, now or later. A first one takes nobody's place.
fn watch(registration: &JsValue, on_news: Rc<impl Fn(News) + 'static>) {
    if get(registration, "waiting").is_some() {
        on_news(News::NewVersion);
    }
    let registered = registration.clone();
    listen(registration, "updatefound", move |_| {
        let Some(coming) = get(&registered, "installing") else { return };
        let (registered, on_news) = (registered.clone(), on_news.clone());
        listen(&coming, "statechange", move |_| {
            let is_update = get(&registered, "waiting").is_some();
            if is_update && get(&registered, "active").is_some() {
                on_news(News::NewVersion);
            }
        });
    });
}

/// Takes the new version, and loads the page anew as soon as it is there.
pub fn update_now() {
    let registration = REGISTRATION.with_borrow(Clone::clone);
    match registration.and_then(|it| get(&it, "waiting")) {
        Some(waiting) => {
            IS_ASKED.set(true);
            let _ = call_now(&waiting, "postMessage", &[&"now".into()]);
        }
        // Another window has taken it meanwhile.
        None => document::reload(),
    }
}

/// Asks whether there is a new version.
pub fn look_for_update() {
    if let Some(registration) = REGISTRATION.with_borrow(Clone::clone) {
        spawn_local(async move { drop(call(&registration, "update", &[]).await) });
    }
}

/// Asks the browser to send what waits when there is a network, even if the app is closed by then.
pub fn send_in_background() {
    let registration = REGISTRATION.with_borrow(Clone::clone);
    // Many browsers have none of it; then the app sends when it is open.
    if let Some(sync) = registration.and_then(|it| get(&it, "sync")) {
        spawn_local(async move { drop(call(&sync, "register", &[&"outbox".into()]).await) });
    }
}

/// Throws away all copies of what was read on this phone.
pub fn forget_read() {
    let window: JsValue = document::window().into();
    let Some(caches) = get(&window, "caches") else { return };
    spawn_local(async move {
        let Some(names) = call(&caches, "keys", &[]).await else { return };
        for name in names.unchecked_into::<Array>().iter() {
            if name.as_string().is_some_and(|name| name.starts_with(READ)) {
                let _ = call(&caches, "delete", &[&name]).await;
            }
        }
    });
}
