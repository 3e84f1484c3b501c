//! Buttons and links that look like them.
use super::A;
use crate::routes::Route;
use leptos::{ev, prelude::*};
use std::cell::Cell;

/// How much a button asks to be pressed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Look {
    /// The main act of the page.
    #[default]
    Main,
    /// Another act.
    Quiet,
    /// Takes something away.
    Warn,
    /// A line of words: one of many on a page, and seldom wanted.
    Plain,
}

impl Look {
    fn class(self) -> &'static str {
        match self {
            Self::Main => "button",
            Self::Quiet => "button button--quiet",
            Self::Warn => "button button--warn",
            Self::Plain => "plain-link",
        }
    }
}

/// Presses closer together than this are one press: hands that tremble, habits of double clicks.
const ONE_PRESS_MS: i64 = 1_000;

thread_local! {
    /// How often something was entered anywhere, once a button listens.
    static N_ENTRIES: Cell<Option<u32>> = const { Cell::new(None) };
}

/// How often something was entered so far: who corrects a field between two presses means both.
fn n_entries() -> u32 {
    if N_ENTRIES.get().is_none() {
        N_ENTRIES.set(Some(0));
        let _ = window_event_listener(ev::input, |_| {
            N_ENTRIES.set(N_ENTRIES.get().map(|n| n.wrapping_add(1)));
        });
    }
    N_ENTRIES.get().unwrap_or_default()
}

/// A button that does something. A second press while it is busy, or within a second and with
/// nothing entered meanwhile, is ignored.
#[component]
pub fn ActButton(
    /// The verb first; also its accessible name.
    #[prop(into)]
    words: Signal<String>,
    /// What it does.
    on_press: impl Fn() + 'static,
    /// Is it working?
    #[prop(into, optional)]
    busy: Signal<bool>,
    /// How it looks.
    #[prop(optional)]
    look: Look,
    /// Does it cast, send or sign something? Then a voice command alone does not press it.
    #[prop(optional)]
    casts: bool,
) -> impl IntoView {
    let last_press = Cell::new((i64::MIN, n_entries()));
    let press = move |_| {
        let (now, entries) = (crate::browser::document::phone_clock().millis(), n_entries());
        let (before, entries_before) = last_press.get();
        // A clock that was put back meanwhile makes no second press of a first one.
        let is_soon = (0..ONE_PRESS_MS).contains(&now.saturating_sub(before));
        let is_again = is_soon && entries == entries_before;
        if !is_again && !busy.get_untracked() {
            last_press.set((now, entries));
            on_press();
        }
    };
    view! {
        <button
            type="button"
            class=look.class()
            aria-busy=move || busy.get().then_some("true")
            data-casts=casts.then_some("")
            on:click=press
        >
            {words}
        </button>
    }
}

/// A link that looks like a button: it goes somewhere.
#[component]
pub fn ButtonLink(
    /// Where to.
    to: Route,
    /// The verb first.
    #[prop(into)]
    words: String,
    /// What it is about, said after the words where several buttons have the same.
    #[prop(into, optional)]
    about: Option<String>,
    /// How it looks.
    #[prop(optional)]
    look: Look,
) -> impl IntoView {
    let about = about.map(|about| view! { <span class="unseen">" · " {about}</span> });
    view! {
        <A href=to.href() attr:class=look.class()>
            {words}
            {about}
        </A>
    }
}

/// The way back, first on the page.
#[component]
pub fn Back(
    /// Where to.
    to: Route,
    /// Where that is, in words.
    #[prop(into)]
    words: String,
) -> impl IntoView {
    view! {
        <A href=to.href() attr:class="back">
            <span aria-hidden="true">"‹ "</span>
            {words}
        </A>
    }
}
