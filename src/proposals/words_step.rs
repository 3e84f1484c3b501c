//! The questions that are answered in words: what, the requests, where and why.
use super::{
    draft::{Sheet, Writing},
    question_form::{Place, QuestionForm},
    similar::SimilarTitles,
};
use crate::{
    speaking::ladder_page::WaysToAnswer,
    ui::{Fault, Question},
    words::use_text,
};
use huiyin_domain::proposals::{REQUESTS_MAX, Title, Why, requests_of};
use leptos::prelude::*;

/// What is wrong with one field, in words.
pub fn fault_of(faults: RwSignal<Vec<Fault>>, field: &'static str) -> Signal<Option<String>> {
    Signal::derive(move || Fault::for_field(&faults.get(), field))
}

/// What should be done?
#[component]
pub fn WhatStep(
    /// Which screen.
    place: Place,
    /// The draft.
    writing: Writing,
) -> impl IntoView {
    let words = &use_text().proposals.writing;
    let faults = RwSignal::new(Vec::new());
    // Whoever mends a proposal has found out already whether others asked for the same.
    let contest = match writing.of {
        Sheet::New(contest) => Some(contest),
        Sheet::Again(_) => None,
    };
    let title = Memo::new(move |_| writing.form().title);
    view! {
        <QuestionForm place writing faults check=|form| form.parse_title().map(drop)>
            {contest.map(|contest| view! { <WaysToAnswer contest /> })}
            <Question
                name="title"
                words=words.what
                hint=(words.what_hint)(Title::MAX_CHARS)
                first=writing.form_now().title
                on_write=move |written| writing.write(|form| form.title = written)
                fault=fault_of(faults, "title")
            />
            {contest.map(|contest| view! { <SimilarTitles contest title /> })}
        </QuestionForm>
    }
}

/// What is asked for in detail?
#[component]
pub fn RequestsStep(
    /// Which screen.
    place: Place,
    /// The draft.
    writing: Writing,
) -> impl IntoView {
    let faults = RwSignal::new(Vec::new());
    view! {
        <QuestionForm place writing faults check=|form| form.parse_requests().map(drop)>
            <RequestsQuestion
                written=Signal::derive(move || writing.form().requests)
                on_write=move |written| writing.write(|form| form.requests = written)
                fault=fault_of(faults, "requests")
            />
        </QuestionForm>
    }
}

/// The question what is asked for, one a line, with the numbers it will have.
#[component]
pub fn RequestsQuestion(
    /// What is written.
    written: Signal<String>,
    /// Takes what is written.
    #[prop(into)]
    on_write: Callback<String>,
    /// What is wrong with it.
    fault: Signal<Option<String>>,
) -> impl IntoView {
    let words = &use_text().proposals.writing;
    let preview = move || {
        let requests = requests_of(&written.get());
        if requests.is_empty() {
            view! { <p class="soft">{words.requests_none}</p> }.into_any()
        } else {
            view! { <Numbered requests /> }.into_any()
        }
    };
    view! {
        <Question
            name="requests"
            words=words.requests
            hint=(words.requests_hint)(REQUESTS_MAX)
            first=written.get_untracked()
            on_write
            fault
            rows=5
        />
        <section class="stack stack--tight">
            <h2>{words.requests_preview}</h2>
            {preview}
        </section>
    }
}

/// The requests with their numbers; of too many the first, and a sentence.
#[component]
pub fn Numbered(
    /// All of them; somebody may have pasted thousands.
    requests: Vec<String>,
) -> impl IntoView {
    let words = &use_text().proposals.writing;
    let n_requests = requests.len();
    let over = (REQUESTS_MAX < n_requests).then(|| {
        let over = (words.requests_over)(n_requests, REQUESTS_MAX);
        view! { <p class="notice notice--warn">{over}</p> }
    });
    let line = |request| view! { <li>{request}</li> };
    let lines = requests.into_iter().take(REQUESTS_MAX).map(line).collect_view();
    view! {
        {over}
        <ol class="proposals-requests">{lines}</ol>
    }
}

/// Where?
#[component]
pub fn PlaceStep(
    /// Which screen.
    place: Place,
    /// The draft.
    writing: Writing,
) -> impl IntoView {
    let words = &use_text().proposals.writing;
    let faults = RwSignal::new(Vec::new());
    view! {
        <QuestionForm place writing faults check=|form| form.parse_place().map(drop)>
            <Question
                name="place"
                words=words.place
                hint=words.place_hint
                first=writing.form_now().place
                on_write=move |written| writing.write(|form| form.place = written)
                fault=fault_of(faults, "place")
            />
        </QuestionForm>
    }
}

/// Why is it needed?
#[component]
pub fn WhyStep(
    /// Which screen.
    place: Place,
    /// The draft.
    writing: Writing,
) -> impl IntoView {
    let words = &use_text().proposals.writing;
    let faults = RwSignal::new(Vec::new());
    view! {
        <QuestionForm place writing faults check=|form| form.parse_why().map(drop)>
            <Question
                name="why"
                words=words.why
                hint=(words.why_hint)(Why::MAX_CHARS)
                first=writing.form_now().why
                on_write=move |written| writing.write(|form| form.why = written)
                fault=fault_of(faults, "why")
                rows=6
            />
        </QuestionForm>
    }
}
