//! A project is begun: the office writes its plan.
use super::{act::Act, act_page::PlanField, read, typed::Typed};
use crate::{
    api::{ApiError, Precondition, Unanswered, use_api},
    desk::desk_page::ForStaff,
    proposals::use_proposal_number,
    routes::Route,
    ui::{
        ActButton, Back, ButtonLink, ErrorSummary, Fault, KeptWords, NotFoundPage, Outcome,
        OutcomeNotice, PageHeading,
    },
    words::use_text,
};
use huiyin_domain::{
    delivery::wire::{BeginForm, ProjectPage},
    ids::ProposalId,
};
use leptos::prelude::*;

/// Begins a project; an address without a number is not found.
#[component]
pub fn BeginPage() -> impl IntoView {
    let id = use_proposal_number("id");
    move || match id.get() {
        Some(id) => view! { <ForStaff then=move || view! { <Begins id /> } /> }.into_any(),
        None => view! { <NotFoundPage /> }.into_any(),
    }
}

#[component]
fn Begins(id: ProposalId) -> impl IntoView {
    let words = &use_text().delivery;
    let api = use_api();
    let mut written = Vec::new();
    let (at, today) = (Route::DeskProjectBegin(id), api.now().in_china().date());
    let typed = Typed::new(&at, Act::Plan, None, today, |kept| {
        let words = kept.words;
        written.push(kept);
        words
    });
    let outcome = RwSignal::new(None);
    let unanswered = Unanswered::of_one();
    let begin = Action::new_local(move |form: &BeginForm| {
        let (form, written) = (form.clone(), written.clone());
        async move {
            let key = unanswered.key_for(&form);
            let answer: Result<ProjectPage, ApiError> =
                api.post("projects", &form, &key, Precondition::None).await;
            unanswered.note(&form, &answer);
            outcome.set(Some(match answer {
                Ok(_) => {
                    written.iter().for_each(KeptWords::taken);
                    Outcome::Done(words.desk.begun.to_owned())
                }
                Err(error) => Outcome::Failed(error),
            }));
        }
    });
    let send = move || match read::plan(&typed.plan.get_untracked()) {
        Ok(plan) => {
            typed.faults.set(Vec::new());
            outcome.set(None);
            begin.dispatch_local(BeginForm { proposal: id, plan });
        }
        Err(problems) => typed.faults.set(Fault::of(&problems)),
    };
    let form = move || match outcome.get() {
        Some(Outcome::Done(_)) => view! {
            <ButtonLink to=Route::Project(id) words=(words.to_project)(id.0) />
        }
        .into_any(),
        Some(Outcome::Refused(_) | Outcome::Failed(_) | Outcome::Later(_)) | None => view! {
            <PlanField typed />
            <ActButton
                words=words.desk.begin casts=true busy=begin.pending() on_press=send
            />
        }
        .into_any(),
    };
    view! {
        <Back to=Route::DeskProjects words=words.desk.heading />
        <PageHeading words=(words.desk.begin_heading)(id.0) />
        <section class="stack">
            <OutcomeNotice outcome />
            <ErrorSummary faults=typed.faults />
            <p>{words.desk.begin_means}</p>
            {form}
        </section>
    }
}
