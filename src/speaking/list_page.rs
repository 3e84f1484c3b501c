//! One's own recordings: those still on this phone, and those that were sent.
use super::waiting::WaitingNotice;
use crate::{
    api::{Api, ApiError, use_api},
    routes::Route,
    ui::{ButtonLink, Fetched, Load, Look, PageHeading},
    words::use_text,
};
use huiyin_domain::recordings::wire::{RecordingCard, RecordingList};
use leptos::prelude::*;

/// Pages of a list that are read; so many recordings nobody makes.
const PAGES_MAX: usize = 10;

/// Reads a list of recordings, page after page.
pub async fn read_all(api: Api, which: &str) -> Result<Vec<RecordingCard>, ApiError> {
    let mut all = Vec::new();
    let mut path = format!("recordings?{which}");
    for _ in 0..PAGES_MAX {
        let page: RecordingList = api.get(&path).await?;
        all.extend(page.items);
        let Some(next) = page.next else { break };
        path = format!("recordings?{which}&after={next}");
    }
    Ok(all)
}

/// Does the server say that nobody writes recordings down here? Guests are not told.
pub async fn are_refused(api: Api) -> bool {
    if api.me().is_none() {
        return false;
    }
    let list = api.get::<RecordingList>("recordings?mine=true").await;
    list.is_ok_and(|list| !list.are_taken)
}

/// What I have said.
#[component]
pub fn ListPage() -> impl IntoView {
    let text = use_text();
    let words = &text.speaking.messages;
    let api = use_api();
    if api.me().is_none() {
        return view! {
            <PageHeading words=words.heading />
            <WaitingNotice />
            <p>{words.guest}</p>
            <ButtonLink to=Route::SignIn words=text.frame.sign_in />
        }
        .into_any();
    }
    let list = Fetched::new(move || read_all(api, "mine=true"));
    let rows = move |cards: Vec<RecordingCard>| {
        let row = |card| view! { <li><Card card /></li> };
        if cards.is_empty() {
            view! { <p>{words.none}</p> }.into_any()
        } else {
            view! { <ul class="list">{cards.into_iter().map(row).collect_view()}</ul> }.into_any()
        }
    };
    view! {
        <PageHeading words=words.heading />
        <WaitingNotice />
        <Load resource=list has_heading=true then=rows />
    }
    .into_any()
}

#[component]
fn Card(card: RecordingCard) -> impl IntoView {
    let text = use_text();
    let words = &text.speaking.messages;
    let when = text.language.moment(card.begun);
    view! {
        <article class="card">
            <h2>{(text.proposals.number)(card.number.0)}</h2>
            <p><strong>{(words.stage)(card.stage)}</strong></p>
            <p class="soft">{(words.recorded)(&when, card.seconds)}</p>
            <p class="soft">{card.contest_title}</p>
            <ButtonLink
                to=Route::Recording(card.id) words=(words.open)(card.number.0) look=Look::Quiet
            />
        </article>
    }
}
