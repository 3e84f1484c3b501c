//! The contest that is named in the address of a page.
use crate::{api::use_api, helping::no_vote::NoVote, ui::NotFoundPage};
use huiyin_domain::ids::ContestId;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// Shows what belongs to the contest in the address; a number that is none is a wrong address.
#[component]
pub fn ForContest(
    /// The page of one contest.
    then: fn(ContestId) -> AnyView,
) -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|params| params.get("id")?.parse::<ContestId>().ok()));
    let api = use_api();
    move || match id.get() {
        // Nobody votes for another, nor sees what they chose.
        Some(id) if api.is_helping() => view! { <NoVote id /> }.into_any(),
        Some(id) => then(id),
        None => view! { <NotFoundPage /> }.into_any(),
    }
}
