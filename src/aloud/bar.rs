//! What stands beside the button while a page is read: how far it is, other buttons, the marks.
use super::{
    reader::{Reader, State, Why},
    reading::Desk,
};
use crate::{
    browser::passages,
    ui::say,
    words::{aloud, use_text},
};
use leptos::{ev, prelude::*};

/// Reads what is wanted from now on, and shows how that goes.
pub fn show(reader: Reader) -> AnyView {
    let desk = Desk::new(reader);
    desk.read_what_is_wanted();
    let tap = window_event_listener(ev::click, move |event| {
        if let Some((x, y)) = passages::pressed_at(&event) {
            desk.jump(x, y);
        }
    });
    on_cleanup(move || tap.remove());
    let is_busy = Memo::new(move |_| reader.is_busy());
    view! {
        {move || is_busy.get().then(|| view! { <WhileReading desk /> })}
        <Standing reader />
        <Marks desk />
    }
    .into_any()
}

#[component]
fn WhileReading(desk: Desk) -> impl IntoView {
    let words = &use_text().aloud.reading;
    view! {
        <button
            type="button" class="aloud__button" data-aloud="again"
            on:click=move |_| desk.again()
        >
            {words.again}
        </button>
        <button type="button" class="aloud__button" on:click=move |_| desk.change_pace()>
            {move || if desk.is_slow() { words.usual } else { words.slower }}
        </button>
    }
}

/// How far it is, or why it cannot.
#[component]
fn Standing(reader: Reader) -> impl IntoView {
    let words: &aloud::Reading = &use_text().aloud.reading;
    let sentence = move |state| match state {
        // The button itself tells these.
        State::Quiet | State::Wanted(_) | State::Unable(Why::Away) => None,
        State::Reading { at, all } => Some((words.reading)(at, all)),
        State::Finished => Some(words.finished.to_owned()),
        State::NothingThere => Some(words.nothing.to_owned()),
        State::Unable(Why::Missing) => Some(words.missing.to_owned()),
        State::Unable(Why::OtherLanguages) => Some(words.other_languages.to_owned()),
        State::Unable(Why::Silent) => Some(words.silent.to_owned()),
    };
    Effect::new(move || {
        let state = reader.state.get();
        // While it reads, a screen reader would talk over it.
        if let State::Unable(_) | State::NothingThere = state
            && let Some(sentence) = sentence(state)
        {
            say(sentence);
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
fn Marks(desk: Desk) -> impl IntoView {
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
            {move || desk.areas().into_iter().map(mark).collect_view()}
        </div>
    }
}
