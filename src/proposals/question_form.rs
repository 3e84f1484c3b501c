//! What is around each question of a proposal: the way back, what is wrong, and the way on.
use super::{draft::Writing, step::Step};
use crate::{
    accessibility::use_modes,
    routes::Route,
    ui::{Back, ErrorSummary, Fault},
    words::use_text,
};
use huiyin_domain::{ids::ContestId, problems::FieldProblem, proposals::ProposalForm};
use leptos::{
    ev::{MouseEvent, SubmitEvent},
    prelude::*,
};
use leptos_router::hooks::use_navigate;

/// Where the screen stands: which it is, and whether an answer is being changed from the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Which screen.
    pub step: Step,
    /// Does it lead straight back to the answers?
    pub is_change: bool,
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
    let layout = use_modes().layout_now();
    let next = if place.is_change { Step::Check } else { place.step.next(layout) };
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
            // Where the cost is not asked, not knowing it is the answer until there is another.
            if Step::Cost.place(layout).is_none() {
                writing.write(|form| form.cost_unknown |= form.cost.trim().is_empty());
            }
            let to = Route::Propose(writing.contest, next.name());
            navigate(&to.href(), Default::default());
        }
    };
    view! {
        <BackFrom place contest=writing.contest />
        <ErrorSummary faults />
        {place.step.place(layout).map(|at| {
            view! { <p class="soft">{(text.proposals.writing.step)(at, Step::path(layout).len())}</p> }
        })}
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
    let layout = use_modes().layout_now();
    let before = place.step.before(layout);
    let is_aside = place.step.place(layout).is_none();
    let (to, words) = match before {
        Some(_) | None if place.is_change || is_aside => {
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
