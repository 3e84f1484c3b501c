//! What the page before the app has asked the server already (`index.html`), and its answers.
use super::{
    by_name::{call, get},
    document::window,
};
use js_sys::{Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// What came longer ago may be old by now.
const FRESH_MS: f64 = 20_000.0;

/// A good answer that the page before the app was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Early {
    /// What was answered.
    pub text: String,
    /// When it was read, in milliseconds since 1970, if it was kept on the phone.
    pub kept_at: Option<String>,
}

/// The answer for this address, if it was asked for and came well; taken once.
pub async fn take(address: &str) -> Option<Early> {
    let asked = get(&window().into(), "huiyinEarly")?;
    let answer: Promise = get(&asked, address)?.dyn_into().ok()?;
    // What cannot be removed would be read a second time: it is older, and not wrong.
    let _ = Reflect::set(&asked, &address.into(), &JsValue::UNDEFINED);
    let answer = JsFuture::from(answer).await.ok()?;
    let came = get(&answer, "came")?.as_f64()?;
    if (js_sys::Date::now() - came).abs() > FRESH_MS {
        return None;
    }
    let text = get(&answer, "text")?.as_string()?;
    Some(Early { text, kept_at: get(&answer, "at").and_then(|at| at.as_string()) })
}

/// Forgets what was asked: somebody else asks from now on.
pub fn forget() {
    // Nothing is there where the page asked nothing.
    let _ = Reflect::set(&window(), &"huiyinEarly".into(), &JsValue::UNDEFINED);
}

/// Waits until what the first screen shows has come, or no longer than the page finds good.
pub async fn first() {
    call(&window().into(), "huiyinFirst", &[]).await;
}
