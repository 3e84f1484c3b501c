//! On which ways proposals came: all of them have the same weight.
use crate::{
    routes::Route,
    ui::{ButtonLink, Look},
    words::use_text,
};
use huiyin_domain::{
    channels::Channel,
    contests::{Origin, Phase, wire::ContestPage},
};
use leptos::prelude::*;

/// How many of a contest's proposals came on which way, as parts of the whole.
#[component]
pub fn WaysIn(
    /// The contest.
    page: RwSignal<ContestPage>,
) -> impl IntoView {
    let words = &use_text().paper;
    move || {
        page.with(|page| {
            // Elsewhere nobody kept how things came.
            let is_ours = page.contest.origin == Origin::Here && page.n_proposals > 0;
            is_ours.then(|| view! { <p>{(words.ways_in)(&page.channels)}</p> })
        })
    }
}

/// On which way one proposal came, for its author and for staff.
#[component]
pub fn WayIn(
    /// Which, when this person may know.
    channel: Option<Channel>,
) -> impl IntoView {
    let words = &use_text().paper;
    channel.map(|channel| view! { <p class="soft">{(words.way_in)(channel)}</p> })
}

/// What can be printed about a contest now.
#[component]
pub fn PrintLinks(
    /// The contest.
    page: RwSignal<ContestPage>,
) -> impl IntoView {
    let words = &use_text().paper;
    move || {
        let (id, phase) = page.with(|page| (page.contest.id, page.phase));
        let (to, words) = match phase {
            Phase::Preparing | Phase::Collecting => (Route::PrintProposal(id), words.proposal_open),
            Phase::Notice | Phase::Voting => (Route::PrintBallot(id), words.ballot_open),
            Phase::Reviewing
            | Phase::Counting
            | Phase::Objection
            | Phase::Results
            | Phase::Implementing
            | Phase::Closed => return None,
        };
        Some(view! { <ButtonLink to words look=Look::Quiet /> })
    }
}
