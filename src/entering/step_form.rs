//! What is around each question of the office: the way back, what is wrong, and the way on.
use super::{
    draft::{Draft, Entering},
    step::Step,
};
use crate::{
    routes::Route,
    ui::{Back, ErrorSummary, Fault, Question},
    words::use_text,
};
use huiyin_domain::problems::{FieldFault, FieldProblem};
use leptos::{
    ev::{MouseEvent, SubmitEvent},
    prelude::*,
};
use leptos_router::hooks::{use_navigate, use_query_map};

/// Checks what one screen has asked.
pub type Check = fn(&Draft) -> Vec<FieldProblem>;

/// A choice that was not made, if it was not.
pub fn chosen(field: &str, is_chosen: bool) -> Vec<FieldProblem> {
    let fault = FieldFault::NothingChosen;
    let missing = || FieldProblem { field: field.to_owned(), fault };
    if is_chosen { Vec::new() } else { vec![missing()] }
}

/// What is wrong with one field, in words.
pub fn fault_of(faults: RwSignal<Vec<Fault>>, field: &'static str) -> Signal<Option<String>> {
    Signal::derive(move || Fault::for_field(&faults.get(), field))
}

/// What is around each question.
#[component]
pub fn StepForm(
    /// Which screen.
    step: Step,
    /// The draft.
    entering: Entering,
    /// What is wrong with the answer.
    faults: RwSignal<Vec<Fault>>,
    /// Checks the answer.
    check: impl Fn(&Draft) -> Vec<FieldProblem> + 'static,
    /// What stands before the question's own form.
    #[prop(optional)]
    head: Option<AnyView>,
    /// The question.
    children: Children,
) -> impl IntoView {
    let text = use_text();
    let navigate = use_navigate();
    let is_change = use_query_map().read_untracked().get("back").as_deref() == Some("check");
    let before = match entering.with_now(|draft| step.before(draft)) {
        Some(_) if is_change => Route::Enter(Step::Check.name()),
        Some(before) => Route::Enter(before.name()),
        None => Route::Desk,
    };
    // The second press of a double one would answer the next question with nothing.
    let once = |event: MouseEvent| {
        if event.detail() > 1 {
            event.prevent_default();
        }
    };
    let go_on = move |event: SubmitEvent| {
        event.prevent_default();
        let problems = entering.with_now(&check);
        faults.set(Fault::of(&problems));
        if problems.is_empty() {
            let next = entering.with_now(|draft| match is_change && is_whole(draft) {
                true => Step::Check,
                false => step.next(draft),
            });
            navigate(&Route::Enter(next.name()).href(), Default::default());
        }
    };
    let place = move || {
        let (at, all) = entering.with(|draft| (step.place(draft), Step::path(draft).len()));
        (text.proposals.writing.step)(at, all)
    };
    let knows_length = move || entering.with(|draft| draft.kind.is_some());
    view! {
        <Back to=before words=text.frame.back />
        <ErrorSummary faults />
        {move || knows_length().then(|| view! { <p class="soft">{place}</p> })}
        {head}
        <form class="stack" novalidate on:submit=go_on>
            {children()}
            <button type="submit" class="button" on:click=once>{text.frame.go_on}</button>
        </form>
        <p class="soft">{text.entering.kept}</p>
    }
}

/// Is everything answered that this draft asks for? An answer that was changed can ask for more.
fn is_whole(draft: &Draft) -> bool {
    super::check_step::problems_of(draft).is_empty()
}

/// One question that is answered in words.
#[component]
pub(super) fn Written(
    /// Which screen.
    step: Step,
    /// The draft.
    entering: Entering,
    /// The field of the form.
    field: &'static str,
    /// The question.
    words: &'static str,
    /// What helps to answer it.
    #[prop(into, default = use_text().entering.as_said.to_owned())]
    hint: String,
    /// Lines shown.
    #[prop(default = 1)]
    rows: u32,
    /// What is answered so far.
    first: String,
    /// Takes what is written.
    write: fn(&mut Draft, String),
    /// Checks it.
    check: Check,
) -> impl IntoView {
    let faults = RwSignal::new(Vec::new());
    view! {
        <StepForm step entering faults check>
            <Question
                name=field words hint first
                on_write=move |written| entering.write(|draft| write(draft, written))
                fault=fault_of(faults, field) rows
            />
        </StepForm>
    }
}
