//! Passing several on at once: each is judged alone, and what was refused says why.
use super::{act::Act, forms::ToWhom, typed::Typed};
use crate::{
    api::{ApiError, Precondition, Unanswered, use_api},
    ui::{ActButton, AreaField, ErrorSummary, Fault, Look, Outcome, OutcomeNotice},
    words::{Text, use_text},
};
use huiyin_domain::{
    feedback::{
        said,
        wire::{Names, PassOnMany as Form, PassedOnMany},
    },
    ids::SubmissionId,
    problems::{FieldFault, FieldProblem},
};
use leptos::prelude::*;
use std::collections::BTreeSet;

/// Those that were chosen.
#[derive(Clone, Copy)]
pub(super) struct Picked(RwSignal<BTreeSet<SubmissionId>>);

impl Picked {
    /// None yet.
    pub fn new() -> Self {
        Self(RwSignal::new(BTreeSet::new()))
    }

    /// Is it among them?
    pub fn has(self, id: SubmissionId) -> bool {
        self.0.with(|ids| ids.contains(&id))
    }

    /// Chooses these no more; the page may have been left meanwhile.
    fn clear(self, passed: &[SubmissionId]) {
        let _ = self.0.try_update(|ids| ids.retain(|id| !passed.contains(id)));
    }

    /// Chooses it, or not.
    pub fn set(self, id: SubmissionId, is_chosen: bool) {
        self.0.update(|ids| {
            if is_chosen {
                ids.insert(id)
            } else {
                ids.remove(&id)
            };
        });
    }
}

/// What is filled in, or what is wrong with it.
fn read(picked: Picked, typed: Typed) -> Option<Form> {
    let ids: Vec<_> = picked.0.with_untracked(|ids| ids.iter().copied().collect());
    let to = typed.to.get_untracked();
    let reason = said("words", &typed.words.get_untracked());
    let mut faults = Vec::new();
    if ids.is_empty() {
        let words = use_text().answering.list.choose_first.to_owned();
        faults.push(Fault { field: CHOOSE.to_owned(), words });
    }
    let mut problems = Vec::new();
    if to.is_none() {
        problems.push(FieldProblem { field: "to".to_owned(), fault: FieldFault::NothingChosen });
    }
    problems.extend(reason.as_ref().err().cloned());
    faults.extend(Fault::of(&problems));
    let is_right = faults.is_empty();
    typed.faults.set(faults);
    let form = Form { ids, to: to?, reason: reason.ok()? };
    is_right.then_some(form)
}

/// Where the summary leads when nothing was chosen.
const CHOOSE: &str = "pass-on-many";

/// Was each of them judged? Then the list is not what it was.
fn was_judged(outcome: Outcome) -> bool {
    match outcome {
        Outcome::Done(_) | Outcome::Refused(_) => true,
        Outcome::Failed(_) | Outcome::Later(_) => false,
    }
}

fn outcome(text: &Text, answer: Result<PassedOnMany, ApiError>) -> Outcome {
    let words = &text.answering.list;
    match answer {
        Ok(PassedOnMany { passed, refused }) => {
            let refusal = text.problems.refusal;
            let refused = refused.iter().map(|(id, why)| (words.refused)(id.0, &refusal(why)));
            if passed.is_empty() {
                return Outcome::Refused(refused.collect::<Vec<_>>().join(" "));
            }
            let sentences = [(words.passed)(passed.len())].into_iter().chain(refused);
            Outcome::Done(sentences.collect::<Vec<_>>().join(" "))
        }
        Err(error) => Outcome::Failed(error),
    }
}

/// To whom, why, and the button; what was typed stays when something is refused.
#[component]
pub(super) fn PassOnMany(
    /// Which.
    picked: Picked,
    /// What is filled in; it stays while one turns the screens.
    typed: Typed,
    /// The names of all departments.
    names: StoredValue<Names>,
    /// Reads the list again.
    again: Callback<()>,
) -> impl IntoView {
    let text = use_text();
    let words = &text.answering;
    let api = use_api();
    let came = RwSignal::new(None::<Outcome>);
    let unanswered = Unanswered::of_one();
    let pass_on = Action::new_local(move |form: &Form| {
        let form = form.clone();
        async move {
            let key = unanswered.key_for(&form);
            let answer: Result<PassedOnMany, ApiError> =
                api.post("feedback/pass-on", &form, &key, Precondition::None).await;
            unanswered.note(&form, &answer);
            if let Ok(PassedOnMany { passed, .. }) = &answer {
                picked.clear(passed);
            }
            came.try_set(Some(outcome(text, answer)));
        }
    });
    let n_picked = Memo::new(move |_| picked.0.with(BTreeSet::len));
    let send = move || {
        if let Some(form) = read(picked, typed)
            && !pass_on.pending().get_untracked()
        {
            came.set(None);
            pass_on.dispatch_local(form);
        }
    };
    let button =
        Signal::derive(move || (words.list.pass_on_do)(u32::try_from(n_picked.get()).unwrap_or(0)));
    view! {
        <section class="stack" id=CHOOSE tabindex="-1">
            <h2>{words.list.pass_on}</h2>
            <p>{words.list.pass_on_means}</p>
            <OutcomeNotice outcome=came />
            <ErrorSummary faults=typed.faults />
            <ToWhom names=names.get_value() owner=None typed />
            <AreaField
                name="words" label=(words.words)(Act::PassOn) hint=words.words_hint rows=2
                value=typed.words fault=typed.fault("words")
            />
            <ActButton words=button casts=true busy=pass_on.pending() on_press=send />
            {move || came.get().is_some_and(was_judged).then(|| view! {
                <ActButton
                    words=words.list.again look=Look::Quiet
                    on_press=move || again.run(())
                />
            })}
        </section>
    }
}
