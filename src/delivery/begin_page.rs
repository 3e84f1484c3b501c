//! A project is begun: the office writes its plan.
use super::{act::Act, act_page::PlanField, read, typed::Typed};
use crate::{
    api::{ApiError, Key, Precondition, use_api},
    desk::desk_page::ForStaff,
    proposals::use_proposal_number,
    routes::Route,
    ui::{
        ActButton, Back, ButtonLink, ErrorSummary, Fault, NotFoundPage, Outcome, OutcomeNotice,
        PageHeading,
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
    let typed = Typed::new(Act::Plan, None, api.now().in_china().date());
    let outcome = RwSignal::new(None);
    // The same plan sent again keeps its key, so that a lost answer begins nothing twice.
    let sent = StoredValue::new(None::<(BeginForm, Key)>);
    let begin = Action::new_local(move |form: &BeginForm| {
        let form = form.clone();
        async move {
            let same = sent.try_get_value().flatten().filter(|(its, _)| *its == form);
            let key = same.map_or_else(Key::fresh, |(_, key)| key);
            let _ = sent.try_set_value(Some((form.clone(), key.clone())));
            let answer: Result<ProjectPage, ApiError> =
                api.post("projects", &form, &key, Precondition::None).await;
            outcome.set(Some(match answer {
                Ok(_) => Outcome::Done(words.desk.begun.to_owned()),
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
