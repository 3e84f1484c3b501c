//! What is around each question of a form: the way back, what is wrong, and the way on.
use crate::{
    routes::Route,
    ui::{Back, ErrorSummary, Fault},
    words::use_text,
};
use leptos::{
    ev::{MouseEvent, SubmitEvent},
    prelude::*,
};
use leptos_router::hooks::use_navigate;

/// One question with the way back, what is wrong with its answer, and the button to go on.
#[component]
pub fn Asking(
    /// Where one comes from, and that in words.
    back: (Route, &'static str),
    /// Which of how many questions this is, where they are counted.
    at: Option<(usize, usize)>,
    /// What is wrong with the answer.
    faults: RwSignal<Vec<Fault>>,
    /// Checks the answer and says where to go on; `None` when something is wrong with it.
    next: Box<dyn Fn() -> Option<Route>>,
    /// Can this phone keep what is written?
    is_kept: RwSignal<bool>,
    /// The question.
    children: Children,
) -> impl IntoView {
    let text = use_text();
    let navigate = use_navigate();
    // The second press of a double one would answer the next question with nothing.
    let once = |event: MouseEvent| {
        if event.detail() > 1 {
            event.prevent_default();
        }
    };
    let go_on = move |event: SubmitEvent| {
        event.prevent_default();
        if let Some(to) = next() {
            navigate(&to.href(), Default::default());
        }
    };
    let (to, words) = back;
    view! {
        <Back to words />
        <ErrorSummary faults />
        {at.map(|(at, all)| {
            view! { <p class="soft">{(text.proposals.writing.step)(at, all)}</p> }
        })}
        <form class="stack" novalidate on:submit=go_on>
            {children()}
            <button type="submit" class="button" on:click=once>{text.frame.go_on}</button>
        </form>
        <KeptNote is_kept />
    }
}

/// Says that what is written is kept, or that this phone cannot keep it.
#[component]
pub fn KeptNote(
    /// Can it?
    is_kept: RwSignal<bool>,
) -> impl IntoView {
    let text = use_text();
    move || {
        if is_kept.get() {
            view! { <p class="soft">{text.proposals.writing.autosaved}</p> }.into_any()
        } else {
            view! { <p class="notice notice--warn">{text.frame.cannot_keep}</p> }.into_any()
        }
    }
}
