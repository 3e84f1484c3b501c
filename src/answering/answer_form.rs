//! The answer: what is decided, in words, with its reason and its day, and how it will be read.
use super::{
    act::How,
    requests::{Requests, reasons},
    templates::Templates,
    typed::Typed,
};
use crate::{
    ui::{AreaField, Choice, TextField},
    words::use_text,
};
use huiyin_domain::feedback::{VerdictKind, wire::SubmissionPage};
use leptos::prelude::*;

/// All fields of an answer; those that a decision needs appear with it.
#[component]
pub(super) fn AnswerFields(
    /// The submission.
    page: RwSignal<SubmissionPage>,
    /// What is filled in.
    typed: Typed,
) -> impl IntoView {
    let words = &use_text().answering.answer;
    let kinds =
        VerdictKind::ALL.map(|it| (it, (words.kind)(it).to_owned(), (words.kind_means)(it)));
    let requests = page.with_untracked(requests_of);
    let rest = move || {
        let requests = requests.clone();
        typed.verdict.get().map(|kind| view! { <Rest kind requests typed /> })
    };
    view! {
        <Choice
            name="verdict" legend=words.verdict choices=kinds.to_vec() chosen=typed.verdict
            on_choose=move |kind| typed.verdict.set(Some(kind)) fault=typed.fault("verdict")
        />
        {rest}
    }
}

/// The requests, as they were asked.
pub(super) fn requests_of(page: &SubmissionPage) -> Vec<String> {
    page.submission.content.requests.iter().map(ToString::to_string).collect()
}

/// What a decision of this kind needs.
#[component]
fn Rest(kind: VerdictKind, requests: Vec<String>, typed: Typed) -> impl IntoView {
    let text = use_text();
    let words = &text.answering.answer;
    let is_partly = kind == VerdictKind::PartlyAdopted;
    let is_merged = kind == VerdictKind::MergedInto;
    view! {
        {is_partly.then(|| view! { <Requests requests choices=&How::OF_ANSWER typed /> })}
        {is_merged.then(|| view! {
            <TextField
                name="into" label=words.into hint=words.into_hint value=typed.into
                fault=typed.fault("into") keyboard="numeric"
            />
        })}
        {kind.needs_reason().then(|| view! {
            <Choice
                name="code" legend=words.reason choices=reasons() chosen=typed.code
                on_choose=move |code| typed.code.set(Some(code)) fault=typed.fault("code")
            />
        })}
        <Templates templates=(words.of_kind)(kind) typed />
        <AreaField
            name="words" label=(words.words)(kind) hint=text.answering.words_hint
            value=typed.words fault=typed.fault("words")
        />
        {kind.needs_day().then(|| view! {
            <TextField
                name="day" label=(words.day)(kind) hint=words.day_hint value=typed.day
                fault=typed.fault("day") kind="date"
            />
        })}
    }
}
