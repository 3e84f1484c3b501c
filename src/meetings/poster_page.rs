//! A council's poster on A4, for the notice board: when, where, what about, and the way to it.
use crate::{
    api::{Api, ApiError, meetings, use_api},
    meetings::{agenda::Items, use_council_id},
    paper::sheet::{Foot, PrintPage},
    routes::Route,
    ui::{Fetched, Load, NotFoundPage},
    words::use_text,
};
use huiyin_domain::{
    communities::Community,
    councils::meeting::{Stage, wire::CouncilPage},
    ids::CouncilId,
};
use leptos::prelude::*;

/// All that stands on the poster.
#[derive(Clone, Debug)]
struct Poster {
    community: Community,
    page: CouncilPage,
}

async fn read(api: Api, id: CouncilId) -> Result<Poster, ApiError> {
    let community = api.get::<Community>("").await?;
    Ok(Poster { community, page: meetings::read(api, id).await? })
}

/// The poster.
#[component]
pub fn PosterPage() -> impl IntoView {
    let id = use_council_id();
    move || match id.get() {
        Some(id) => view! { <Loaded id /> }.into_any(),
        None => view! { <NotFoundPage /> }.into_any(),
    }
}

#[component]
fn Loaded(id: CouncilId) -> impl IntoView {
    let text = use_text();
    let words = &text.meetings;
    let api = use_api();
    let poster = Fetched::new(move || read(api, id));
    view! {
        <PrintPage
            title=words.poster.title back=Route::Council(id) back_words=words.acts.back
        >
            <Load resource=poster has_heading=true then=|poster| view! { <Sheet poster /> } />
        </PrintPage>
    }
}

#[component]
fn Sheet(poster: Poster) -> impl IntoView {
    let text = use_text();
    let words = &text.meetings.poster;
    let Poster { community, page } = poster;
    let name = text.language.of(&community.name);
    let is_cancelled = matches!(page.stage, Stage::Cancelled { .. });
    let (to, when) = (Route::Council(page.id), text.language.hours(page.hours));
    let (title, room) = (page.title.to_string(), page.room.name.to_string());
    let has_line = 0 < page.room.online;
    view! {
        <article class="sheet paper">
            <header class="paper-head"><p>{name}</p></header>
            <h2 class="sheet__title">{words.heading} " · " {title}</h2>
            {is_cancelled.then(|| view! { <p><strong>{words.cancelled}</strong></p> })}
            <section class="paper-ask">
                <h3>{words.when}</h3>
                <p><strong>{when}</strong></p>
            </section>
            <section class="paper-ask">
                <h3>{words.place}</h3>
                <p><strong>{room}</strong></p>
                {has_line.then(|| view! { <p>{words.online}</p> })}
            </section>
            <section class="paper-ask">
                <h3>{words.agenda}</h3>
                <Items items=page.agenda />
            </section>
            <p>{words.welcome}</p>
            <p><strong>{words.qr}</strong></p>
            <Foot community is_handed_in=false until=None to />
        </article>
    }
}
