//! What is around each question of an opinion.
use super::{draft::Writing, step::Step};
use crate::{
    proposals::{photo_step::LeftBehind, upload::DraftPhotos},
    routes::Route,
    ui::{Asking, Fault},
    words::use_text,
};
use huiyin_domain::problems::FieldProblem;
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
pub fn OpinionQuestion(
    /// Which screen.
    place: Place,
    /// The draft.
    writing: Writing,
    /// What is wrong with the answer.
    faults: RwSignal<Vec<Fault>>,
    /// Checks the answer.
    check: Box<dyn Fn() -> Option<FieldProblem>>,
    /// The question.
    children: Children,
) -> impl IntoView {
    let text = use_text();
    let Place { step, is_change } = place;
    let back = match step.before() {
        None if step == Step::Kind && !is_change => (Route::Home, text.frame.go_home),
        Some(before) if !is_change => (Route::Say(before.name()), text.frame.back),
        Some(_) | None => (Route::Say(Step::Check.name()), text.proposals.writing.back_to_check),
    };
    let to = if is_change { Step::Check } else { step.next() };
    let next = move || {
        let fault = check();
        faults.set(Fault::of(fault.as_slice()));
        fault.is_none().then_some(Route::Say(to.name()))
    };
    let at = step.place().map(|at| (at, Step::PATH.len()));
    let left_behind = (step != Step::Photo).then(|| {
        let step = Route::Say(Step::Photo.name());
        view! { <LeftBehind photos=DraftPhotos::Opinion(writing) step /> }
    });
    view! {
        <Asking back at faults next=Box::new(next) is_kept=writing.is_kept>{children()}</Asking>
        {left_behind}
    }
}
