//! The proposal on the page of an act: what its author asks for, where it stands, what was found.
use super::{act::Act, review_part::ReviewPart};
use crate::{
    proposals::show_page::Standing,
    words::{isolated, use_text},
};
use huiyin_domain::proposals::{
    Request,
    wire::{MergeView, ProposalPage},
};
use leptos::prelude::*;

/// What the author asks for, and where it stands.
#[component]
pub(super) fn About(
    /// On the page of which act.
    act: Act,
    /// The proposal.
    page: RwSignal<ProposalPage>,
) -> impl IntoView {
    let text = use_text();
    let words = &text.proposals;
    let content = page.with_untracked(|page| page.content.clone());
    let request = |request: &Request| view! { <li>{request.to_string()}</li> };
    // Whoever answers last reads first what the others have found; their form stands below it.
    let has_findings = matches!(act, Act::Assess | Act::Conclude | Act::Send);
    view! {
        <section class="stack">
            <h2>{text.reviewing.about}</h2>
            <p><strong dir="auto">{content.title.to_string()}</strong></p>
            <Standing page />
            <MergeWaits page />
            <h3>{words.place}</h3>
            <p>{content.place.to_string()}</p>
            <h3>{words.why}</h3>
            <p class="prose">{content.why.to_string()}</p>
            <h3>{words.requests}</h3>
            <ol class="proposals-requests">
                {content.requests.iter().map(request).collect_view()}
            </ol>
        </section>
        {has_findings.then(|| view! { <ReviewPart page /> })}
    }
}

/// What the author is asked and has not answered yet.
#[component]
pub(super) fn MergeWaits(
    /// The proposal.
    page: RwSignal<ProposalPage>,
) -> impl IntoView {
    let words = &use_text().reviewing.show;
    let waits = move |merge: &MergeView| {
        let asked = (words.merge_waits)(merge.into.id.0, &isolated(&merge.into.title));
        let why = merge.why.to_string();
        view! {
            <div class="notice stack">
                <p>{asked}</p>
                <p class="prose">{why}</p>
            </div>
        }
    };
    move || page.with(|page| page.merge.as_ref().map(waits))
}
