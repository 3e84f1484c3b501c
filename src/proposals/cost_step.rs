//! The question what it might cost, to which "I do not know" is an answer.
use super::{
    draft::Writing,
    question_form::{Place, QuestionForm},
};
use crate::{
    ui::{CheckTile, Fault, Question},
    words::use_text,
};
use leptos::prelude::*;

/// What might it cost? Writing an amount takes "I do not know" back, and the other way round.
#[component]
pub fn CostStep(
    /// Which screen.
    place: Place,
    /// The draft.
    writing: Writing,
) -> impl IntoView {
    let words = &use_text().proposals.writing;
    let faults = RwSignal::new(Vec::new());
    let fault = Signal::derive(move || Fault::for_field(&faults.get(), "cost"));
    let write = move |written: String| {
        writing.write(|form| {
            form.cost_unknown = form.cost_unknown && written.trim().is_empty();
            form.cost = written;
        });
    };
    view! {
        <QuestionForm place writing faults check=|form| form.parse_estimate().map(drop)>
            <Question
                name="cost"
                words=words.cost
                hint=words.cost_hint
                first=writing.form_now().cost
                on_write=write
                fault
                keyboard="decimal"
            />
            <CheckTile
                id="cost-unknown"
                words=words.cost_unknown
                is_chosen=Signal::derive(move || writing.form().cost_unknown)
                on_change=move |is| writing.write(|form| form.cost_unknown = is)
            />
        </QuestionForm>
    }
}
