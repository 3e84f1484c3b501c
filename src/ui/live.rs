//! The one live region of the app: what screen readers are told without moving the focus.
use gloo_timers::future::TimeoutFuture;
use leptos::{prelude::*, task::spawn_local};

#[derive(Clone, Copy)]
struct Spoken(RwSignal<String>);

/// What is to be said, given to all pages; called once, in the app.
pub fn provide_live() {
    provide_context(Spoken(RwSignal::new(String::new())));
}

/// The live region; mounted once, outside the pages, for the app's whole life.
#[component]
pub fn Live() -> impl IntoView {
    let spoken = use_context::<Spoken>().expect("provide_live() runs in App");
    view! { <p class="unseen" role="status">{move || spoken.0.get()}</p> }
}

/// Tells `words` to screen readers, politely.
pub fn say(words: String) {
    let spoken = use_context::<Spoken>().expect("provide_live() runs in App");
    spawn_local(async move {
        spoken.0.set(String::new());
        // Cleared first, and written a little later, so that the same words are heard again.
        TimeoutFuture::new(100).await;
        spoken.0.set(words);
    });
}
