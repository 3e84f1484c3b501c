//! What was sent, with the number by which it can be found; made to be read again later.
use super::use_proposal_number;
use crate::{
    api::use_api,
    contests::use_contest_id,
    routes::Route,
    ui::{ButtonLink, Fetched, Look, NotFoundPage, PageHeading},
    words::use_text,
};
use huiyin_domain::{
    ids::{ContestId, ProposalId},
    proposals::{StageKind, wire::ProposalPage},
};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// The confirmation of a proposal. The number stands in the address, so it needs no answer.
#[component]
pub fn ProposedPage() -> impl IntoView {
    let contest = use_contest_id();
    let proposal = use_proposal_number("proposal");
    move || match (contest.get(), proposal.get()) {
        (Some(contest), Some(proposal)) => view! { <Sent contest proposal /> }.into_any(),
        (None, _) | (_, None) => view! { <NotFoundPage /> }.into_any(),
    }
}

#[component]
fn Sent(contest: ContestId, proposal: ProposalId) -> impl IntoView {
    let text = use_text();
    let words = &text.proposals.writing;
    let is_earlier = use_query_map().read_untracked().get("earlier").is_some();
    view! {
        <PageHeading words=words.sent />
        <div class="notice notice--good">
            <p>{words.your_number}</p>
            <p class="number number--big">{(text.proposals.number)(proposal.0)}</p>
            <p>{words.number_means}</p>
        </div>
        {is_earlier.then(|| view! { <p class="notice notice--warn">{words.sent_earlier}</p> })}
        <section class="stack stack--tight">
            <h2>{words.next}</h2>
            <Next proposal />
            <p>{words.next_find}</p>
        </section>
        <ButtonLink to=Route::Proposal(proposal) words=words.look_at_it />
        <ButtonLink to=Route::Contest(contest) words=words.to_contest look=Look::Quiet />
    }
}

/// How many co-signatures it needs, once that is known.
#[component]
fn Next(proposal: ProposalId) -> impl IntoView {
    let api = use_api();
    let text = use_text();
    let words = &text.proposals.writing;
    let page = Fetched::new(move || async move {
        api.get::<ProposalPage>(&format!("proposals/{proposal}")).await.ok()
    });
    let next = move |page: ProposalPage| match (page.stage.kind(), page.co_signs_needed) {
        (StageKind::Submitted, _) => text.proposals.life.next_screening.to_owned(),
        (_, 0) => words.next_review.to_owned(),
        (_, needed) => (words.next_co_signs)(needed),
    };
    move || page.get().flatten().map(|page| view! { <p>{next(page)}</p> })
}
