//! Writing a proposal: one question a screen, every answer kept as it is written.
use super::{
    check_step::CheckStep,
    cost_step::CostStep,
    draft::Writing,
    photo_step::PhotoStep,
    step::Step,
    words_step::{PlaceStep, RequestsStep, WhatStep, WhyStep},
};
use crate::{
    contests::use_contest_id,
    routes::Route,
    ui::{Back, ErrorSummary, Fault, NotFoundPage},
    words::use_text,
};
use huiyin_domain::{ids::ContestId, problems::FieldProblem, proposals::ProposalForm};
use leptos::{
    ev::{MouseEvent, SubmitEvent},
    prelude::*,
};
use leptos_router::hooks::{use_navigate, use_params_map, use_query_map};

/// Where the screen stands: which it is, and whether an answer is being changed from the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Which screen.
    pub step: Step,
    /// Does it lead straight back to the answers?
    pub is_change: bool,
}

/// The screens of a proposal that is being written.
#[component]
pub fn ProposePage() -> impl IntoView {
    let contest = use_contest_id();
    let params = use_params_map();
    let query = use_query_map();
    let place = Memo::new(move |_| {
        let step = Step::parse(&params.read().get("step")?)?;
        Some(Place { step, is_change: query.read().get("back").as_deref() == Some("check") })
    });
    let writing = Memo::new(move |_| contest.get().map(Held::take_up));
    move || match (place.get(), writing.get()) {
        (Some(place), Some(Held(writing))) => screen(place, writing),
        (None, _) | (_, None) => view! { <NotFoundPage /> }.into_any(),
    }
}

/// The draft of one contest, taken up once however many screens are shown.
#[derive(Clone, Copy)]
struct Held(Writing);

impl Held {
    fn take_up(contest: ContestId) -> Self {
        Self(Writing::take_up(contest))
    }
}

impl PartialEq for Held {
    fn eq(&self, other: &Self) -> bool {
        self.0.contest == other.0.contest
    }
}

fn screen(place: Place, writing: Writing) -> AnyView {
    match place.step {
        Step::What => view! { <WhatStep place writing /> }.into_any(),
        Step::Requests => view! { <RequestsStep place writing /> }.into_any(),
        Step::Where => view! { <PlaceStep place writing /> }.into_any(),
        Step::Why => view! { <WhyStep place writing /> }.into_any(),
        Step::Cost => view! { <CostStep place writing /> }.into_any(),
        Step::Photo => view! { <PhotoStep place writing /> }.into_any(),
        Step::Check => view! { <CheckStep writing /> }.into_any(),
    }
}

/// What is around each question: the way back, what is wrong, and the button to go on.
#[component]
pub fn QuestionForm(
    /// Which screen.
    place: Place,
    /// The draft.
    writing: Writing,
    /// What is wrong with the answer.
    faults: RwSignal<Vec<Fault>>,
    /// Checks the answer.
    check: fn(&ProposalForm) -> Result<(), FieldProblem>,
    /// The question.
    children: Children,
) -> impl IntoView {
    let text = use_text();
    let navigate = use_navigate();
    let next = if place.is_change { Step::Check } else { place.step.next() };
    // The second press of a double one would answer the next question with nothing.
    let once = |event: MouseEvent| {
        if event.detail() > 1 {
            event.prevent_default();
        }
    };
    let go_on = move |event: SubmitEvent| {
        event.prevent_default();
        let fault = writing.with_form(check).err();
        faults.set(Fault::of(fault.as_slice()));
        if fault.is_none() {
            let to = Route::Propose(writing.contest, next.name());
            navigate(&to.href(), Default::default());
        }
    };
    view! {
        <BackFrom place contest=writing.contest />
        <ErrorSummary faults />
        <p class="soft">{(text.proposals.writing.step)(place.step.place(), Step::ALL.len())}</p>
        <form class="stack" novalidate on:submit=go_on>
            {children()}
            <button type="submit" class="button" on:click=once>{text.frame.go_on}</button>
        </form>
        <KeptNote writing />
    }
}

/// The way back from a question: to the one before, to the answers, or to the contest.
#[component]
fn BackFrom(place: Place, contest: ContestId) -> impl IntoView {
    let text = use_text();
    let words = &text.proposals.writing;
    let before = place.step.before();
    let (to, words) = match before {
        Some(_) | None if place.is_change => {
            (Route::Propose(contest, Step::Check.name()), words.back_to_check)
        }
        Some(step) => (Route::Propose(contest, step.name()), text.frame.back),
        None => (Route::Contest(contest), words.back_to_contest),
    };
    view! { <Back to words /> }
}

/// Says that the draft is kept, or that this phone cannot keep it.
#[component]
pub fn KeptNote(
    /// The draft.
    writing: Writing,
) -> impl IntoView {
    let text = use_text();
    move || {
        if writing.is_kept.get() {
            view! { <p class="soft">{text.proposals.writing.autosaved}</p> }.into_any()
        } else {
            view! { <p class="notice notice--warn">{text.frame.cannot_keep}</p> }.into_any()
        }
    }
}
