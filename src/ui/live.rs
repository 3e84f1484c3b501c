//! The two live regions of the app: what screen readers are told without moving the focus.
use crate::browser::document;
use gloo_timers::future::TimeoutFuture;
use leptos::{html::Div, prelude::*, task::spawn_local};

/// What is to be said: politely, and at once.
#[derive(Clone, Copy)]
struct Spoken {
    polite: RwSignal<String>,
    urgent: RwSignal<String>,
}

/// What is to be said, given to all pages; called once, in the app.
pub fn provide_live() {
    let [polite, urgent] = [(); 2].map(|()| RwSignal::new(String::new()));
    provide_context(Spoken { polite, urgent });
}

/// The live regions; mounted once, outside the pages, for the app's whole life.
#[component]
pub fn Live() -> impl IntoView {
    let spoken = use_spoken();
    view! {
        <p class="unseen" role="status">{move || spoken.polite.get()}</p>
        <p class="unseen" role="alert">{move || spoken.urgent.get()}</p>
    }
}

/// Tells `words` to screen readers, politely; nothing when the page that asks was left meanwhile.
pub fn say(words: String) {
    if let Some(spoken) = use_context::<Spoken>() {
        speak(spoken.polite, words);
    }
}

/// What tells words politely after a while, when it is no longer known which app asked for it.
pub fn later_said() -> impl Fn(String) + Copy {
    let region = use_spoken().polite;
    move |words| speak(region, words)
}

/// Tells `words` to screen readers at once: for what went wrong. Nothing when the page that asks
/// was left meanwhile.
pub fn warn(words: String) {
    if let Some(spoken) = use_context::<Spoken>() {
        speak(spoken.urgent, words);
    }
}

/// Words that went wrong, told at once and given back to be shown.
pub fn warned(words: String) -> String {
    warn(words.clone());
    words
}

fn use_spoken() -> Spoken {
    use_context::<Spoken>().expect("provide_live() runs in App")
}

fn speak(region: RwSignal<String>, words: String) {
    spawn_local(async move {
        // The app may have been made anew in another language meanwhile.
        if region.try_set(String::new()).is_some() {
            return;
        }
        // Cleared first, and written a little later, so that the same words are heard again.
        TimeoutFuture::new(100).await;
        region.try_set(words);
    });
}

/// What went wrong: shown, and told at once.
#[component]
pub fn Alarm(
    /// What is so, and what to do.
    #[prop(into)]
    words: String,
) -> impl IntoView {
    view! { <p class="notice notice--stop">{warned(words)}</p> }
}

/// A place whose words are told, politely, whenever they change.
#[component]
pub fn Told(
    /// What is told.
    children: Children,
) -> impl IntoView {
    let place = NodeRef::<Div>::new();
    let spoken = use_spoken();
    Effect::new(move || {
        if let Some(place) = place.get() {
            let region = spoken.polite;
            let stop = document::on_change(&place, move |words| speak(region, words));
            let stop = StoredValue::new_local(Some(stop));
            on_cleanup(move || {
                if let Some(stop) = stop.try_update_value(Option::take).flatten() {
                    stop();
                }
            });
        }
    });
    view! { <div class="stack stack--tight" node_ref=place>{children()}</div> }
}
