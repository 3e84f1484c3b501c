//! All contests, what is on first.
use crate::{
    api::use_api,
    routes::Route,
    ui::{A, ButtonLink, Fetched, Load, Look, PageHeading},
    words::use_text,
};
use huiyin_domain::contests::{
    Origin,
    wire::{ContestCard, ContestList},
};
use leptos::prelude::*;

/// All contests.
#[component]
pub fn ListPage() -> impl IntoView {
    let text = use_text();
    let api = use_api();
    let list = Fetched::new(move || async move { api.get::<ContestList>("contests").await });
    let is_organiser = move || api.me().is_some_and(|me| me.viewer.organiser().is_some());
    view! {
        <PageHeading words=text.contests.heading />
        <Load resource=list has_heading=true then=|list: ContestList| view! { <List cards=list.items /> } />
        {move || is_organiser().then(|| view! {
            <ButtonLink to=Route::NewContest words=text.contests.new look=Look::Quiet />
        })}
    }
}

#[component]
fn List(cards: Vec<ContestCard>) -> impl IntoView {
    if cards.is_empty() {
        return view! { <p>{use_text().contests.none}</p> }.into_any();
    }
    let card = |card| view! { <li><Card card /></li> };
    view! { <ul class="list">{cards.into_iter().map(card).collect_view()}</ul> }.into_any()
}

#[component]
fn Card(card: ContestCard) -> impl IntoView {
    let text = use_text();
    view! {
        <article class="card">
            <h2>
                <A href=Route::Contest(card.id).href() attr:class="card__link">{card.title}</A>
            </h2>
            <p><strong>{(text.contests.phase)(card.phase)}</strong></p>
            <p>{(text.proposals.total)(card.n_proposals)}</p>
            <OriginLine origin=card.origin />
        </article>
    }
}

/// Where a contest comes from, unless it is held here.
#[component]
pub fn OriginLine(
    /// Where.
    origin: Origin,
) -> impl IntoView {
    let words = &use_text().contests;
    let line = match &origin {
        Origin::Here => None,
        Origin::Imported { place, .. } => Some((words.imported)(place)),
        Origin::Generated => Some(words.generated.to_owned()),
    };
    line.map(|line| view! { <p class="soft">{line}</p> })
}
