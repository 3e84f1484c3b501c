//! In the place of a ballot, for helpers: nobody votes for another.
use crate::{
    api::use_api,
    routes::Route,
    ui::{ButtonLink, Look, PageHeading},
    words::use_text,
};
use huiyin_domain::ids::ContestId;
use leptos::prelude::*;

/// Why there is no ballot here, and how the resident votes.
#[component]
pub fn NoVote(
    /// In which contest.
    id: ContestId,
) -> impl IntoView {
    let words = &use_text().helping.helping;
    let name = use_api().me().map(|me| me.name).unwrap_or_default();
    let [why, hand_over, on_paper] = (words.no_vote_why)(&name);
    view! {
        <PageHeading words=words.no_vote />
        <p class="notice notice--warn">{why}</p>
        <p>{hand_over}</p>
        <p>{on_paper}</p>
        <ButtonLink to=Route::Contest(id) words=words.to_contest look=Look::Quiet />
    }
}
