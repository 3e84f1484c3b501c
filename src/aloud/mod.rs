//! Reading aloud: the page sentence by sentence, with the one that is read marked.
mod prepared;
mod reader;
mod reading;

use crate::{
    browser::{passages, speech},
    ui::say,
    words::use_text,
};
use leptos::{ev, prelude::*};
use leptos_router::hooks::use_location;
pub use reader::{Place, Reader, State};
pub use reading::{Ending, read};

use reader::Why;

/// The buttons that read the page aloud, in the same place on every page.
///
/// Nothing is ever read without a tap, and going to another page stops it.
#[component]
pub fn Aloud() -> impl IntoView {
    let words = &use_text().aloud;
    let reader = Reader::new();
    stop_when_left(reader);
    let tap = window_event_listener(ev::click, move |event| {
        if let Some((x, y)) = passages::pressed_at(&event) {
            reader.jump(x, y);
        }
    });
    on_cleanup(move || tap.remove());
    let is_busy = Memo::new(move |_| reader.is_busy());
    let press = move |_| if is_busy.get_untracked() { reader.stop() } else { reader.start() };
    view! {
        <section class="aloud" aria-label=words.heading>
            <button type="button" class="aloud__button" data-aloud="read" on:click=press>
                {move || if is_busy.get() { words.stop } else { words.read }}
            </button>
            {move || is_busy.get().then(|| view! { <WhileReading reader /> })}
            <Standing reader />
            <Marks reader />
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

#[component]
fn WhileReading(reader: Reader) -> impl IntoView {
    let words = &use_text().aloud;
    view! {
        <button
            type="button" class="aloud__button" data-aloud="again"
            on:click=move |_| reader.again()
        >
            {words.again}
        </button>
        <button type="button" class="aloud__button" on:click=move |_| reader.change_pace()>
            {move || if reader.is_slow() { words.usual } else { words.slower }}
        </button>
    }
}

/// How far it is, or why it cannot.
#[component]
fn Standing(reader: Reader) -> impl IntoView {
    let words = &use_text().aloud;
    let sentence = move |state| match state {
        State::Quiet => None,
        State::Preparing => Some(words.preparing.to_owned()),
        State::Reading { at, all } => Some((words.reading)(at, all)),
        State::Finished => Some(words.finished.to_owned()),
        State::NothingThere => Some(words.nothing.to_owned()),
        State::Unable(Why::Missing) => Some(words.missing.to_owned()),
        State::Unable(Why::OtherLanguages) => Some(words.other_languages.to_owned()),
        State::Unable(Why::Silent) => Some(words.silent.to_owned()),
        State::Unable(Why::Away) => Some(words.away.to_owned()),
    };
    Effect::new(move || {
        // While it reads, a screen reader would talk over it.
        if let State::Unable(_) | State::NothingThere = reader.state.get() {
            say(sentence(reader.state.get_untracked()).unwrap_or_default());
        }
    });
    move || {
        let state = reader.state.get();
        let is_unable = matches!(state, State::Unable(_));
        let class = if is_unable { "aloud__words notice notice--warn" } else { "aloud__words" };
        sentence(state).map(|words| view! { <p class=class>{words}</p> })
    }
}

/// The marks over the sentence; the page itself is not touched.
#[component]
fn Marks(reader: Reader) -> impl IntoView {
    // Whole pixels: to write out fractions takes code that nothing else on the first screen needs.
    let pixels = |length: f64| format!("{}px", length.round() as i32);
    let mark = move |area: passages::Area| {
        view! {
            <span
                class="aloud-mark"
                style:inset-inline-start=pixels(area.x)
                style:inset-block-start=pixels(area.y)
                style:inline-size=pixels(area.width)
                style:block-size=pixels(area.height)
            ></span>
        }
    };
    view! {
        <div class="aloud-marks" aria-hidden="true">
            {move || reader.areas.get().into_iter().map(mark).collect_view()}
        </div>
    }
}
