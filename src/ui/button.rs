//! Buttons and links that look like them.
use super::A;
use crate::routes::Route;
use leptos::prelude::*;
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
}

impl Look {
    fn class(self) -> &'static str {
        match self {
            Self::Main => "button",
            Self::Quiet => "button button--quiet",
            Self::Warn => "button button--warn",
        }
    }
}

/// Presses closer together than this are one press: hands that tremble, habits of double clicks.
const ONE_PRESS_MS: i64 = 1_000;

/// A button that does something. A second press while it is busy, or within a second, is ignored.
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
    let last_press = Cell::new(i64::MIN);
    let press = move |_| {
        let now = crate::browser::document::phone_clock().millis();
        // A clock that was put back meanwhile makes no second press of a first one.
        let is_again = (0..ONE_PRESS_MS).contains(&now.saturating_sub(last_press.get()));
        if !is_again && !busy.get_untracked() {
            last_press.set(now);
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
