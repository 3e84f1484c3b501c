//! The councils, and what each waits for.
use crate::{
    api::{meetings, use_api},
    desk::desk_page::ForStaff,
    routes::{Route, encode},
    ui::{A, Back, ButtonLink, Fetched, Load, Look, PageHeading},
    words::use_text,
};
use huiyin_domain::councils::meeting::wire::{CouncilCard, CouncilList};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// In the address: where this part of the list begins.
const AFTER: &str = "after";

/// All councils, the next ones first.
#[component]
pub fn ListPage() -> impl IntoView {
    view! { <ForStaff then=|| view! { <Loaded /> } /> }
}

#[component]
fn Loaded() -> impl IntoView {
    let text = use_text();
    let api = use_api();
    let query = use_query_map();
    let list = Fetched::new(move || {
        let after = query.read().get(AFTER);
        meetings::list(api, after)
    });
    let is_first = move || query.read().get(AFTER).is_none();
    view! {
        <Back to=Route::Desk words=text.desk.heading />
        <PageHeading words=text.meetings_desk.heading />
        <Load resource=list has_heading=true then=|list| view! { <Councils list /> } />
        {move || (!is_first()).then(|| view! {
            <ButtonLink
                to=Route::DeskCouncils words=text.meetings_desk.newest look=Look::Quiet
            />
        })}
    }
}

#[component]
fn Councils(list: CouncilList) -> impl IntoView {
    let words = &use_text().meetings_desk;
    if list.items.is_empty() {
        return view! { <p>{words.none}</p> }.into_any();
    }
    let older = list.next.map(|next| {
        let to = format!("{}?{AFTER}={}", Route::DeskCouncils.href(), encode(&next));
        view! { <A href=to attr:class="button button--quiet">{words.older}</A> }
    });
    let card = |card| view! { <li><Card card /></li> };
    view! {
        <ol class="list">{list.items.into_iter().map(card).collect_view()}</ol>
        {older}
    }
    .into_any()
}

#[component]
fn Card(card: CouncilCard) -> impl IntoView {
    let text = use_text();
    let words = &text.meetings_desk;
    let title = card.title.to_string();
    let at = text.language.hours(card.hours);
    // The councils of one series have one title.
    let about = format!("{title} · {at}");
    let changed = card.clash.as_ref().map(words.day_changed);
    view! {
        <article class="card">
            <h2>{title}</h2>
            <p><strong>{at}</strong></p>
            <p>{(text.meetings.show.room)(card.room.as_str())}</p>
            <p>{(words.waits)(card.stage)}</p>
            {changed.map(|words| view! { <p class="notice notice--warn">{words}</p> })}
            <ButtonLink
                to=Route::DeskCouncil(card.id) words=words.open about look=Look::Quiet
            />
        </article>
    }
}
