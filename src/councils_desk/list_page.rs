//! All series of councils, for whoever plans them, and the way to begin one.
use crate::{
    accessibility::use_modes,
    api::use_api,
    desk::desk_page::ForStaff,
    routes::Route,
    ui::{A, Back, ButtonLink, Fetched, Load, Screen, Screens},
    words::use_text,
};
use huiyin_domain::councils::series::wire::{SeriesCard, SeriesList};
use leptos::prelude::*;

/// How many stand on one screen of the elder mode.
const ON_A_SCREEN: usize = 4;

/// All series.
#[component]
pub fn ListPage() -> impl IntoView {
    view! { <ForStaff then=|| view! { <Loaded /> } /> }
}

#[component]
fn Loaded() -> impl IntoView {
    let text = use_text();
    let api = use_api();
    let list = Fetched::new(move || async move { api.all_series().await });
    view! {
        <Back to=Route::Desk words=text.desk.heading />
        <Load resource=list then=|list| view! { <Shown list /> } />
    }
}

#[component]
fn Shown(list: SeriesList) -> impl IntoView {
    let words = &use_text().councils_desk.list;
    let is_empty = list.items.is_empty();
    let begin = list.may_begin;
    let mut screens = vec![Screen::new(move || {
        view! {
            <p>{words.lead}</p>
            {begin.then(|| view! {
                <ButtonLink to=Route::DeskSeriesNew words=words.begin />
            })}
            {is_empty.then(|| view! { <p>{words.none}</p> })}
        }
    })];
    let few = if use_modes().is_elder() { ON_A_SCREEN } else { list.items.len() };
    for cards in list.items.chunks(few.max(1)) {
        let cards = cards.to_vec();
        screens.push(Screen::new(move || view! { <Cards cards=cards.clone() /> }));
    }
    view! { <Screens heading=words.heading screens /> }
}

#[component]
fn Cards(cards: Vec<SeriesCard>) -> impl IntoView {
    let words = &use_text().councils_desk;
    let card = |card: SeriesCard| {
        let stands = (words.list.stands)(&card);
        let titled = (use_text().councils.hub.titled)(card.id.0, &card.title);
        view! {
            <li>
                <article class="card">
                    <h3>
                        <A href=Route::DeskSeries(card.id).href() attr:class="card__link">
                            {titled}
                        </A>
                    </h3>
                    <p><strong>{(words.stage)(card.stage)}</strong></p>
                    <p>{stands}</p>
                </article>
            </li>
        }
    };
    view! {
        <h2>{words.list.cards}</h2>
        <ol class="list">{cards.into_iter().map(card).collect_view()}</ol>
    }
}
