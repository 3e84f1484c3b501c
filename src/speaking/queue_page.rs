//! The recordings that wait for the office, the one that has waited longest first.
use super::list_page::read_all;
use crate::{
    api::use_api,
    routes::Route,
    ui::{ButtonLink, Fetched, Load, Look, PageHeading},
    words::use_text,
};
use huiyin_domain::{recordings::wire::RecordingCard, residents::Viewer, time::Moment};
use leptos::prelude::*;

/// Milliseconds in a minute.
const MINUTE_MS: i64 = 60_000;

/// Recordings to write down.
#[component]
pub fn QueuePage() -> impl IntoView {
    let text = use_text();
    let words = &text.speaking.desk;
    let api = use_api();
    let is_staff = api.me().is_some_and(|me| matches!(me.viewer, Viewer::Staff { .. }));
    if !is_staff {
        return view! {
            <PageHeading words=words.heading />
            <p>{words.staff_only}</p>
            <ButtonLink to=Route::SignIn words=text.frame.sign_in />
        }
        .into_any();
    }
    let list = Fetched::new(move || read_all(api, "waiting=true"));
    let now = api.now();
    let rows = move |cards: Vec<RecordingCard>| {
        let row = move |card| view! { <li><Card card now /></li> };
        if cards.is_empty() {
            view! { <p>{words.none}</p> }.into_any()
        } else {
            view! { <ol class="list">{cards.into_iter().map(row).collect_view()}</ol> }.into_any()
        }
    };
    view! {
        <PageHeading words=words.heading />
        <p>{words.hint}</p>
        <Load resource=list has_heading=true then=rows />
    }
    .into_any()
}

#[component]
fn Card(card: RecordingCard, now: Moment) -> impl IntoView {
    let text = use_text();
    let words = &text.speaking.desk;
    let minutes = (now.millis() - card.begun.millis()).max(0) / MINUTE_MS;
    let misheard = (card.n_misheard > 0).then(|| (words.misheard_times)(card.n_misheard));
    view! {
        <article class="card">
            <h2>{(text.proposals.number)(card.number.0)}</h2>
            <p><strong>{(words.waited)(minutes)}</strong> " · " {(words.length)(card.seconds)}</p>
            {misheard.map(|words| view! { <p class="notice notice--warn">{words}</p> })}
            <p class="soft">{card.contest_title}</p>
            <ButtonLink
                to=Route::DeskRecording(card.id) words=(words.open)(card.number.0)
                look=Look::Quiet
            />
        </article>
    }
}
