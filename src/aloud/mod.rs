//! Reading aloud: the page sentence by sentence, with the one that is read marked.
mod bar;
mod prepared;
mod reader;
mod reading;

use crate::{apart::parts, browser::speech, ui::say, words::use_text};
pub use bar::show;
use leptos::{prelude::*, task::spawn_local};
use leptos_router::hooks::use_location;
pub use reader::Reader;

use reader::{State, Why};

/// The button that reads the page aloud, in the same place on every page; all else comes with the
/// first press.
///
/// Nothing is ever read without a tap, and going to another page stops it.
#[component]
pub fn Aloud() -> impl IntoView {
    let words = &use_text().aloud;
    let reader = Reader::new();
    stop_when_left(reader);
    let is_busy = Memo::new(move |_| reader.is_busy());
    let bar = RwSignal::new(None);
    let fetch = move |turn| async move {
        match (parts().reading)().await {
            Ok(_) if bar.try_get_untracked().is_none_or(|bar| bar.is_some()) => {}
            Ok(show) => bar.set(Some(show)),
            Err(_) if reader.is_turn(turn) => {
                reader.state.set(State::Unable(Why::Away));
                say(words.away.to_owned());
            }
            Err(_) => {}
        }
    };
    let press = move |_| {
        if is_busy.get_untracked() {
            reader.stop();
        } else {
            let turn = reader.start();
            if bar.with_untracked(Option::is_none) {
                spawn_local(fetch(turn));
            }
        }
    };
    let standing = move || match reader.state.get() {
        State::Wanted(_) => Some(("aloud__words", words.preparing)),
        State::Unable(Why::Away) => Some(("aloud__words notice notice--warn", words.away)),
        _ => None,
    };
    view! {
        <section class="aloud" aria-label=words.heading>
            <button type="button" class="aloud__button" data-aloud="read" on:click=press>
                {move || if is_busy.get() { words.stop } else { words.read }}
            </button>
            {move || standing().map(|(class, words)| view! { <p class=class>{words}</p> })}
            {move || bar.get().map(|show: fn(Reader) -> AnyView| show(reader))}
        </section>
    }
}

/// Going to another page, section or language stops it; so does leaving the app.
fn stop_when_left(reader: Reader) {
    let location = use_location();
    Effect::new(move |was: Option<(String, String)>| {
        let place = (location.pathname.get(), location.search.get());
        if was.is_some_and(|was| was != place) {
            reader.stop();
        }
        place
    });
    on_cleanup(speech::hush);
    speech::hush_on_leaving();
}
