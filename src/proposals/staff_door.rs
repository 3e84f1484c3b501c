//! The way from a proposal's own page to its page at the desk, for the staff.
use crate::{
    api::use_api,
    routes::Route,
    ui::{ButtonLink, Look},
    words::use_text,
};
use huiyin_domain::{ids::ProposalId, residents::Viewer};
use leptos::prelude::*;

/// One link for the staff; nothing for everybody else.
#[component]
pub fn StaffDoor(
    /// Which proposal.
    proposal: ProposalId,
) -> impl IntoView {
    let is_staff = use_api().me().is_some_and(|me| matches!(me.viewer, Viewer::Staff { .. }));
    is_staff.then(|| {
        let words = use_text().proposals.to_desk;
        view! { <ButtonLink to=Route::DeskProposal(proposal) words look=Look::Quiet /> }
    })
}
