//! The result: who won, what it cost, and every step of how that came about.
use super::{
    bars::AllProposals,
    headline::{Facts, Winners},
    other_rule::OtherRule,
    rules::{PublishedFile, SealedRules},
    steps::{Steps, Ties},
};
use crate::{
    api::use_api,
    ballots::address::ForContest,
    routes::Route,
    ui::{Back, ButtonLink, Load, PageHeading},
    words::{results::Teller, use_text},
};
use huiyin_domain::{
    contests::{CountState, Origin, wire},
    ids::ContestId,
};
use leptos::prelude::*;
use std::sync::Arc;

/// The published result of a contest.
#[component]
pub fn ResultPage() -> impl IntoView {
    view! { <ForContest then=|id| view! { <Result id /> }.into_any() /> }
}

#[component]
fn Result(id: ContestId) -> impl IntoView {
    let text = use_text();
    let api = use_api();
    let page = LocalResource::new(move || async move {
        api.get::<wire::ResultPage>(&format!("contests/{id}/result")).await
    });
    view! {
        <Back to=Route::Contest(id) words=text.ballots.to_contest />
        <Load resource=page then=move |page| view! { <Shown page=Arc::new(page) /> } />
    }
}

#[component]
fn Shown(page: Arc<wire::ResultPage>) -> impl IntoView {
    let text = use_text();
    let words = &text.results;
    let teller = Teller::of(text.language, &page);
    let origin = match &page.origin {
        Origin::Here => None,
        Origin::Imported { place, .. } => Some((text.contests.imported)(place)),
        Origin::Generated => Some(text.contests.generated.to_owned()),
    };
    let is_published = matches!(page.count, CountState::Published { .. });
    let can_recount = 0 < page.ballots_bytes;
    let recount = Route::Recount(page.contest);
    view! {
        <PageHeading words=(words.heading)(&page.title) />
        {origin.map(|origin| view! { <p class="notice">{origin}</p> })}
        {(!is_published).then(|| view! {
            <p class="notice notice--warn">{words.not_published}</p>
        })}
        <Winners page=page.clone() teller=teller.clone() />
        <Facts page=page.clone() teller=teller.clone() />
        <section class="stack">
            <p>{words.recount_hint}</p>
            {match can_recount {
                true => view! { <ButtonLink to=recount words=words.recount /> }.into_any(),
                false => view! { <p class="notice">{words.too_few}</p> }.into_any(),
            }}
        </section>
        <AllProposals page=page.clone() teller=teller.clone() />
        <Steps page=page.clone() teller=teller.clone() />
        <Ties page=page.clone() teller=teller.clone() />
        <SealedRules page=page.clone() />
        {can_recount.then(|| view! {
            <PublishedFile page=page.clone() is_published />
            <OtherRule page teller />
        })}
    }
}
