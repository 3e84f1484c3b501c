//! The promise to answer a contest's proposal, as its own page shows it.
use super::{read, standing::sentence};
use crate::{
    api::use_api,
    routes::Route,
    ui::{A, Fetched},
    words::use_text,
};
use huiyin_domain::ids::{ProposalId, SubmissionId};
use leptos::prelude::*;

/// Where it stands in one sentence, with the way to its dated story.
#[component]
pub fn Promise(
    /// The proposal; its promise has the same number.
    proposal: ProposalId,
) -> impl IntoView {
    let words = &use_text().feedback.show;
    let api = use_api();
    let id = SubmissionId(proposal.0);
    let page = Fetched::new(move || async move { read(api, id).await.ok() });
    move || {
        page.get().flatten().map(|page| {
            let sentence = sentence((&page).into(), &page.names, page.is_mine);
            view! {
                <div class="notice">
                    <p>{sentence}</p>
                    <A href=Route::Feedback(id).href() attr:class="card__link">
                        {words.from_proposal}
                    </A>
                </div>
            }
        })
    }
}
