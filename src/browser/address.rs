//! The address of the page: as a path, or behind `#/` on servers that know only files.
//!
//! The app and its router always think in paths. Where the server knows only files, the bar shows
//! the same address behind `#/`, so that reading it anew or passing it on opens the page.
use super::document::{app_address, base_path, window};
use js_sys::{Function, Promise, Reflect};
use std::cell::Cell;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;

thread_local! {
    /// Does the bar show addresses behind `#/`?
    static IS_BEHIND_HASH: Cell<bool> = const { Cell::new(false) };
}

/// What `config.json` says, which the page has asked for already; empty when it did not come.
pub async fn settings() -> String {
    let asked = Reflect::get(&window(), &"huiyinConfig".into()).ok();
    match asked.and_then(|asked| asked.dyn_into::<Promise>().ok()) {
        Some(asked) => {
            JsFuture::from(asked).await.ok().and_then(|it| it.as_string()).unwrap_or_default()
        }
        // A page that was built without its script, as `trunk serve` shows it, has one too.
        None => String::new(),
    }
}

/// The path of the page, with the base path.
pub fn path() -> String {
    now().pathname()
}

/// The part of the address after `#`; not sent to any server.
pub fn fragment() -> String {
    now().hash().trim_start_matches('#').to_owned()
}

/// Takes the fragment out of the address and the history, so that a code in it is not kept.
pub fn drop_fragment() {
    let url = now();
    // Older browsers that refuse keep the fragment; the code still works only so often.
    replace(&format!("{}{}", url.pathname(), url.search()));
}

/// Takes one name out of the address's query, once it has been read.
pub fn drop_from_query(name: &str) {
    let url = now();
    let params = url.search_params();
    if !params.has(name) {
        return;
    }
    params.delete(name);
    let rest = String::from(params.to_string());
    let query = if rest.is_empty() { String::new() } else { format!("?{rest}") };
    // An address that cannot be changed does no harm.
    replace(&format!("{}{query}{}", url.pathname(), url.hash()));
}

/// Shows the address as a path while somebody reads it; afterwards it is again as it was.
pub fn show_as_path() {
    let url = now();
    let path = format!("{}{}{}", url.pathname(), url.search(), url.hash());
    let is_behind = IS_BEHIND_HASH.replace(false);
    replace(&path);
    if is_behind {
        let back = Closure::once_into_js(move || {
            IS_BEHIND_HASH.set(true);
            replace(&path);
        });
        // A browser without timers could not have come this far.
        let _ = window().set_timeout_with_callback(back.unchecked_ref());
    }
}

/// Opens what a link behind `#/` names when it is followed while the app is open; call it before
/// the router listens.
pub fn listen() {
    let changed = Closure::<dyn FnMut()>::new(|| {
        if IS_BEHIND_HASH.get() || is_behind_hash(&href()) {
            show_as_path();
        }
    });
    // Told first, since it listens first. It listens for as long as the page lives.
    let _ = window().add_event_listener_with_callback("popstate", changed.as_ref().unchecked_ref());
    changed.forget();
}

/// From now on the bar shows every address of the app behind `#/`.
pub fn keep_behind_hash() {
    if IS_BEHIND_HASH.replace(true) {
        return;
    }
    let Ok(history) = window().history() else { return };
    for name in ["pushState", "replaceState"] {
        let own = Reflect::get(&history, &name.into());
        let Some(own) = own.ok().and_then(|own| own.dyn_into::<Function>().ok()) else { return };
        let of = history.clone();
        let instead = move |state: JsValue, title: JsValue, url: JsValue| {
            let shown = match url.as_string() {
                Some(url) if IS_BEHIND_HASH.get() => JsValue::from_str(&shown(&url)),
                Some(_) | None => url,
            };
            // What the browser refuses, it refuses in either form.
            let _ = own.call3(&of, &state, &title, &shown);
        };
        let instead = Closure::<dyn FnMut(JsValue, JsValue, JsValue)>::new(instead).into_js_value();
        // A history that cannot be changed keeps paths, which are understood until they are reread.
        let _ = Reflect::set(&history, &name.into(), &instead);
    }
}

/// An address as the bar shows it where the server knows only files.
fn shown(url: &str) -> String {
    let base = base_path();
    let Ok(whole) = web_sys::Url::new_with_base(url, &app_address()) else { return url.to_owned() };
    let after = format!("{}{}{}", whole.pathname(), whole.search(), whole.hash());
    behind_hash(&base, &after)
}

/// The same address behind `#/`; that of the first screen has nothing to put there.
fn behind_hash(base: &str, path: &str) -> String {
    match path.strip_prefix(base) {
        Some("") | None => path.to_owned(),
        Some(inside) => format!("{base}#/{inside}"),
    }
}

/// The address with what stands behind `#/` put in the place of the path.
fn as_path(app: &str, href: &str) -> String {
    match href.split_once("#/") {
        Some((before, inside)) if before.split('?').next() == Some(app) => format!("{app}{inside}"),
        Some(_) | None => href.to_owned(),
    }
}

fn is_behind_hash(href: &str) -> bool {
    as_path(&app_address(), href) != href
}

fn href() -> String {
    window().location().href().unwrap_or_default()
}

/// Where one is, as a path, whatever the bar shows.
fn now() -> web_sys::Url {
    let href = href();
    web_sys::Url::new(&as_path(&app_address(), &href))
        .or_else(|_| web_sys::Url::new(&href))
        .expect("a page that runs has an address")
}

fn replace(path: &str) {
    if let Ok(history) = window().history() {
        let state = history.state().unwrap_or(JsValue::NULL);
        let _ = history.replace_state_with_url(&state, "", Some(path));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_goes_behind_the_hash_and_comes_back_the_same() {
        let app = "https://a.cn/hui/";
        for inside in ["contests/3", "feedback/say/kind?kind=topic", "sign-in#code=123456789012"] {
            let hidden = behind_hash("/hui/", &format!("/hui/{inside}"));
            assert_eq!(hidden, format!("/hui/#/{inside}"));
            let whole = format!("https://a.cn{hidden}");
            assert_eq!(as_path(app, &whole), format!("{app}{inside}"));
        }
    }

    #[test]
    fn what_is_no_page_behind_the_hash_stays_as_it_is() {
        assert_eq!(behind_hash("/hui/", "/hui/"), "/hui/");
        for href in
            ["https://a.cn/hui/", "https://a.cn/hui/contests/3#page", "https://a.cn/hui/#page"]
        {
            assert_eq!(as_path("https://a.cn/hui/", href), href);
        }
    }
}
