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
    let open = page.with_untracked(kinds_open);
    // What was begun before somebody else answered may not be possible any more.
    if typed.verdict.get_untracked().is_some_and(|kind| !open.contains(&kind)) {
        typed.verdict.set(None);
    }
    let kinds =
        open.into_iter().map(|it| (it, (words.kind)(it).to_owned(), (words.kind_means)(it)));
    let requests = page.with_untracked(requests_of);
    let rest = move || {
        let requests = requests.clone();
        typed.verdict.get().map(|kind| view! { <Rest kind requests typed /> })
    };
    view! {
        <Choice
            name="verdict" legend=words.verdict choices=kinds.collect() chosen=typed.verdict
            on_choose=move |kind| typed.verdict.set(Some(kind)) fault=typed.fault("verdict")
        />
        {rest}
    }
}

/// The answers that can be given: one request has no parts, and nothing is put off twice.
fn kinds_open(page: &SubmissionPage) -> Vec<VerdictKind> {
    let submission = &page.submission;
    let has_parts = submission.content.requests.len() > 1;
    let was_put_off = submission.answer().is_some_and(|before| before.verdict.is_deferred());
    let is_open = |kind: &VerdictKind| match kind {
        VerdictKind::PartlyAdopted => has_parts,
        VerdictKind::Deferred => !was_put_off,
        VerdictKind::Adopted
        | VerdictKind::AlreadyPlanned
        | VerdictKind::MergedInto
        | VerdictKind::NotAdopted => true,
    };
    VerdictKind::ALL.into_iter().filter(is_open).collect()
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
