//! Whatever has a number: a submission, or the proposal that shares it.
use super::{read, use_submission_id};
use crate::{
    api::{Api, ApiError, use_api},
    routes::Route,
    ui::{Fetched, Load, NotFoundPage},
};
use huiyin_domain::{
    feedback::Kind,
    ids::{ProposalId, SubmissionId},
};
use leptos::prelude::*;
use leptos_router::{NavigateOptions, hooks::use_navigate};

/// Leads on to what has the number in the address.
#[component]
pub fn NumberPage() -> impl IntoView {
    let id = use_submission_id();
    move || match id.get() {
        Some(id) => view! { <Found id /> }.into_any(),
        None => view! { <NotFoundPage /> }.into_any(),
    }
}

#[component]
fn Found(id: SubmissionId) -> impl IntoView {
    let api = use_api();
    let navigate = use_navigate();
    let found = Fetched::new(move || find(api, id));
    Effect::new(move || {
        if let Some(Ok(to)) = found.get() {
            // Going back leads to where the number was said, not here again.
            navigate(&to.href(), NavigateOptions { replace: true, ..Default::default() });
        }
    });
    view! { <Load resource=found then=|_| () /> }
}

/// A proposal has its own page, which shows its promise; proposals from elsewhere have no other.
async fn find(api: Api, id: SubmissionId) -> Result<Route, ApiError> {
    let proposal = Route::Proposal(ProposalId(id.0));
    match read(api, id).await {
        Ok(page) => Ok(match page.submission.kind {
            Kind::InContest { .. } => proposal,
            Kind::Proposal | Kind::Opinion | Kind::Topic => Route::Feedback(id),
        }),
        Err(error) if error.is_missing() => Ok(proposal),
        Err(error) => Err(error),
    }
}
