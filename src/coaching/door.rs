//! What a proposal's page says of coaching: that there is help, and for its authors the way to it.
use crate::{
    api::use_api,
    routes::Route,
    ui::{ButtonLink, Look},
    words::use_text,
};
use huiyin_domain::proposals::{
    StageKind,
    wire::{Offer, ProposalPage},
};
use leptos::prelude::*;

/// One link for the authors, one sentence for everybody else; nothing once the text stands fast.
#[component]
pub fn CoachingDoor(
    /// The proposal.
    page: RwSignal<ProposalPage>,
) -> impl IntoView {
    let words = &use_text().coaching;
    // Nobody asks for a coach in another's name.
    let is_helping = use_api().is_helping();
    move || {
        let (id, is_open, is_mine, is_gathering) = page.with(|page| {
            let is_gathering = page.offers.iter().any(is_about_co_signing);
            (page.id, is_open(page.stage.kind()), page.is_mine, is_gathering)
        });
        if !is_open {
            return ().into_any();
        }
        if is_mine && !is_helping {
            let to = Route::AskCoach(id);
            return view! { <ButtonLink to words=words.open look=Look::Quiet /> }.into_any();
        }
        is_gathering.then(|| view! { <p class="soft">{words.offered}</p> }).into_any()
    }
}

fn is_about_co_signing(offer: &Offer) -> bool {
    matches!(offer, Offer::CoSign | Offer::WithdrawCoSign)
}

/// Is the text still the authors' to change, as far as the stage says?
fn is_open(stage: StageKind) -> bool {
    match stage {
        StageKind::Submitted
        | StageKind::Returned
        | StageKind::CoSigning
        | StageKind::Qualified => true,
        StageKind::UnderReview
        | StageKind::Shortlisted
        | StageKind::NotFeasible
        | StageKind::OutOfScope
        | StageKind::MergedInto
        | StageKind::Withdrawn
        | StageKind::Won
        | StageKind::Reserve
        | StageKind::GivenBack
        | StageKind::NotSelected
        | StageKind::InDelivery
        | StageKind::Delivered
        | StageKind::Stopped => false,
    }
}
