//! Voice commands: for hands that cannot tap; whatever they do can be done by hand as well.
mod acting;
mod hearing;
pub mod voice_page;

use crate::{
    apart::{Later, parts},
    browser::{controls, recogniser},
    ui::say,
    words::use_text,
};
use hearing::{Hearing, Purpose, State};
use leptos::{ev, prelude::*};
use leptos_router::hooks::use_location;

/// The button that listens for a command, on every page; only where listening has worked before,
/// so that nobody else fetches what it needs.
#[component]
pub fn VoiceControl() -> impl IntoView {
    let location = use_location();
    let has_worked = Memo::new(move |_| {
        // Looked at again on each page: it may just have worked on the page that tries it.
        location.pathname.track();
        recogniser::has_worked()
    });
    move || has_worked.get().then(|| view! { <Later part=parts().voice /> })
}

/// Listens for commands that are followed.
#[component]
pub fn Listening() -> impl IntoView {
    let words = &use_text().voice;
    let location = use_location();
    let hearing = Hearing::new(Purpose::Follow);
    Effect::new(move || {
        location.pathname.track();
        location.search.track();
        hearing.forget();
    });
    // A yes is for what was read back: after any touch of the page it has to be read back anew.
    let forget = move |event: &ev::Event| {
        if controls::is_by_hand(event, ".voice") {
            hearing.forget();
        }
    };
    let taps = window_event_listener(ev::click, move |event| forget(&event));
    let writes = window_event_listener(ev::input, move |event| forget(&event));
    on_cleanup(move || {
        taps.remove();
        writes.remove();
    });
    view! {
        <section class="voice aloud" aria-label=words.heading>
            <Ear hearing words=words.speak />
        </section>
    }
}

/// One button, and what it heard and did, in words.
#[component]
fn Ear(hearing: Hearing, words: &'static str) -> impl IntoView {
    let text = use_text();
    let is_busy = Memo::new(move |_| hearing.is_busy());
    let press = move |_| if is_busy.get_untracked() { hearing.stop() } else { hearing.start() };
    let sentence = move |state: &State| match state {
        State::Quiet => None,
        State::Asking => Some(text.voice.asking.to_owned()),
        State::Listening => Some(text.voice.listening.to_owned()),
        State::Told(words) => Some(words.clone()),
        State::Ended(why) => Some((text.voice.ended)(*why).to_owned()),
    };
    Effect::new(move || match hearing.state.get() {
        // While it listens, a screen reader's voice would be heard as a command.
        State::Quiet | State::Asking | State::Listening => {}
        state @ (State::Told(_) | State::Ended(_)) => say(sentence(&state).unwrap_or_default()),
    });
    let heard = move || hearing.heard.get().map(|words| (text.voice.heard)(&words));
    view! {
        <button type="button" class="aloud__button" on:click=press>
            {move || if is_busy.get() { text.voice.stop } else { words }}
        </button>
        {move || heard().map(|words| view! { <p class="aloud__words">{words}</p> })}
        {move || sentence(&hearing.state.get()).map(|words| view! {
            <p class="aloud__words prose">{words}</p>
        })}
    }
}
