//! The keyboard's own microphone: what it is, where it is, and how to use it.
use crate::{
    contests::use_contest_id,
    routes::Route,
    ui::{Back, ButtonLink, KeyboardHowTo, Look, NotFoundPage, PageHeading},
    words::use_text,
};
use huiyin_domain::ids::ContestId;
use leptos::prelude::*;

/// How to speak with the keyboard's own microphone.
#[component]
pub fn KeyboardPage() -> impl IntoView {
    let contest = use_contest_id();
    move || match contest.get() {
        Some(contest) => view! { <Keyboard contest /> }.into_any(),
        None => view! { <NotFoundPage /> }.into_any(),
    }
}

#[component]
fn Keyboard(contest: ContestId) -> impl IntoView {
    let text = use_text();
    let words = &text.speaking.ladder;
    view! {
        <Back to=Route::Speak(contest) words=text.frame.back />
        <PageHeading words=words.keyboard_heading />
        <KeyboardHowTo />
        <ButtonLink to=Route::Propose(contest, "what") words=words.keyboard_go />
        <ButtonLink to=Route::Record(contest) words=words.keyboard_none look=Look::Quiet />
    }
}
