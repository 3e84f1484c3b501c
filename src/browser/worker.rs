//! Workers: work beside the page, spoken to in text.
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::MessageEvent;

/// A worker at work; it stops when this is dropped.
pub struct Colleague {
    worker: web_sys::Worker,
    // Both are called by the worker for as long as it lives.
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(web_sys::Event)>,
}

/// Talks to a worker from inside what it calls.
#[derive(Clone)]
pub struct Line(web_sys::Worker);

impl Line {
    /// Sends it a text.
    pub fn tell(&self, text: &str) {
        // A text can always be copied to a worker.
        let _ = self.0.post_message(&text.into());
    }
}

impl Colleague {
    /// Starts the worker whose script is `file` beside the app; `None` where there are none.
    ///
    /// `on_error` is called when the script cannot be loaded or breaks.
    pub fn hire(
        file: &str,
        mut on_message: impl FnMut(&Line, String) + 'static,
        mut on_error: impl FnMut() + 'static,
    ) -> Option<Self> {
        let address = format!("{}{file}", super::document::base_path());
        let worker = web_sys::Worker::new(&address).ok()?;
        let line = Line(worker.clone());
        let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            if let Some(text) = event.data().as_string() {
                on_message(&line, text);
            }
        });
        let on_error = Closure::<dyn FnMut(web_sys::Event)>::new(move |_| on_error());
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        Some(Self { worker, _on_message: on_message, _on_error: on_error })
    }
}

impl Drop for Colleague {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}

/// The other side: inside the worker, calls `on_message` for each text that comes.
///
/// Texts sent before this is called are lost, so the page waits until it has heard something.
pub fn listen(on_message: impl Fn(String) + 'static) {
    let scope: web_sys::DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        if let Some(text) = event.data().as_string() {
            on_message(text);
        }
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    // It listens for as long as the worker lives.
    on_message.forget();
}

/// Sends a text from inside the worker to its page.
pub fn answer(text: &str) {
    let scope: web_sys::DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    // A text can always be copied to the page.
    let _ = scope.post_message(&text.into());
}
