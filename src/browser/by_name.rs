//! What many browsers do not have: read and called by its name.
use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// What stands under this name, if anything does.
pub(super) fn get(from: &JsValue, name: &str) -> Option<JsValue> {
    let found = Reflect::get(from, &name.into()).ok()?;
    (!found.is_undefined() && !found.is_null()).then_some(found)
}

/// Calls a method; `None` when there is none, or it throws.
pub(super) fn call_now(of: &JsValue, name: &str, arguments: &[&JsValue]) -> Option<JsValue> {
    let method: Function = get(of, name)?.dyn_into().ok()?;
    let list = Array::new();
    for argument in arguments {
        list.push(argument);
    }
    method.apply(of, &list).ok()
}

/// Calls a method that promises something, and waits for it.
pub(super) async fn call(of: &JsValue, name: &str, arguments: &[&JsValue]) -> Option<JsValue> {
    let promise: Promise = call_now(of, name, arguments)?.dyn_into().ok()?;
    JsFuture::from(promise).await.ok()
}
