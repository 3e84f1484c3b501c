//! What is around each question of a proposal: the way back, what is wrong, and the way on.
use super::{draft::Writing, photo_step::LeftBehind, step::Step, upload::DraftPhotos};
use crate::{
    accessibility::use_modes,
    routes::Route,
    ui::{Asking, Fault},
    words::use_text,
};
use huiyin_domain::{problems::FieldProblem, proposals::ProposalForm};
use leptos::prelude::*;

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
    let layout = use_modes().layout_now();
    let to = if place.is_change { Step::Check } else { place.step.next(layout) };
    let next = move || {
        let fault = writing.with_form(check).err();
        faults.set(Fault::of(fault.as_slice()));
        if fault.is_some() {
            return None;
        }
        // Where the cost is not asked, not knowing it is the answer until there is another.
        if Step::Cost.place(layout).is_none() {
            writing.write(|form| form.cost_unknown |= form.cost.trim().is_empty());
        }
        Some(writing.of.screen(to))
    };
    let at = place.step.place(layout).map(|at| (at, Step::path(layout).len()));
    let left_behind = (place.step != Step::Photo).then(|| {
        let step = writing.of.screen(Step::Photo);
        view! { <LeftBehind photos=DraftPhotos::Proposal(writing) step /> }
    });
    view! {
        <Asking back=way_back(place, writing) at faults next=Box::new(next) is_kept=writing.is_kept>
            {children()}
        </Asking>
        {left_behind}
    }
}

/// The way back from a question: to the one before, to the answers, or to where one came from.
fn way_back(place: Place, writing: Writing) -> (Route, &'static str) {
    let text = use_text();
    let words = &text.proposals.writing;
    let (layout, sheet) = (use_modes().layout_now(), writing.of);
    let is_aside = place.step.place(layout).is_none();
    match place.step.before(layout) {
        Some(_) | None if place.is_change || is_aside => {
            (sheet.screen(Step::Check), words.back_to_check)
        }
        Some(step) => (sheet.screen(step), text.frame.back),
        None => (sheet.door(), words.back_to_contest),
    }
}
