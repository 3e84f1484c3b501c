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
    ui::{Back, ButtonLink, Fetched, Load, Look, Screen, Screens},
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
    let page = Fetched::new(move || async move {
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
        Origin::Imported { place, .. } => Some((text.first.imported)(place)),
        Origin::Generated => Some(text.first.generated.to_owned()),
    };
    let is_published = matches!(page.count, CountState::Published { .. });
    let can_recount = 0 < page.ballots_bytes;
    // Each section keeps what it needs, since the elder mode makes it anew when it is shown.
    let section = |view: fn(Arc<wire::ResultPage>, Teller) -> AnyView| {
        let (page, teller) = (page.clone(), teller.clone());
        Screen::new(move || view(page.clone(), teller.clone()))
    };
    let origin = Screen::new(move || {
        view! {
            {origin.clone().map(|origin| view! { <p class="notice">{origin}</p> })}
            {(!is_published).then(|| view! {
                <p class="notice notice--warn">{words.not_published}</p>
            })}
        }
    });
    let winners = section(|page, teller| view! { <Winners page teller /> }.into_any());
    let mut screens = vec![
        origin.and(winners),
        section(|page, teller| {
            view! { <Facts page=page.clone() teller /> <ToRecount page /> }.into_any()
        }),
        section(|page, teller| view! { <AllProposals page teller /> }.into_any()),
        section(|page, teller| view! { <Steps page teller /> }.into_any()),
        section(|page, teller| {
            view! { <Ties page=page.clone() teller /> <SealedRules page /> }.into_any()
        }),
    ];
    if can_recount {
        screens.push(section(|page, teller| {
            let is_published = matches!(page.count, CountState::Published { .. });
            view! {
                <PublishedFile page=page.clone() is_published />
                <OtherRule page teller />
            }
            .into_any()
        }));
    }
    view! { <Screens heading=(words.heading)(&page.title) screens /> }
}

/// To the recount, or why there is none, and to the poster.
#[component]
fn ToRecount(page: Arc<wire::ResultPage>) -> impl IntoView {
    let words = &use_text().results;
    let recount = Route::Recount(page.contest);
    let poster = Route::PrintResult(page.contest);
    view! {
        <section class="stack">
            <p>{words.recount_hint}</p>
            {match 0 < page.ballots_bytes {
                true => view! { <ButtonLink to=recount words=words.recount /> }.into_any(),
                false => view! { <p class="notice">{words.too_few}</p> }.into_any(),
            }}
            <ButtonLink to=poster words=words.poster.open look=Look::Quiet />
        </section>
    }
}
