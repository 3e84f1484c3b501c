//! Councils: what waits for one's answer, the next ones, and what they should talk about.
use crate::{
    api::use_api,
    routes::Route,
    ui::{A, Back, ButtonLink, Fetched, Load, Look, PartHeading, Screen, Screens},
    words::use_text,
};
use huiyin_domain::{
    councils::series::wire::{NextCouncil, SeriesCard, SeriesList},
    residents::Viewer,
};
use leptos::prelude::*;

/// So many series stand on one screen of the elder mode.
const ON_A_SCREEN: usize = 3;

/// The first page of the room.
#[component]
pub fn HubPage() -> impl IntoView {
    let text = use_text();
    let api = use_api();
    let page = Fetched::new(move || async move { api.all_series().await });
    view! {
        <Back to=Route::Home words=text.frame.go_home />
        <Load resource=page then=move |list: SeriesList| view! { <Shown list /> } />
    }
}

#[component]
fn Shown(list: SeriesList) -> impl IntoView {
    let words = &use_text().councils;
    let api = use_api();
    let is_resident = api.me().is_some_and(|me| me.viewer.resident().is_some());
    let now = api.now();
    let waits = |card: &&SeriesCard| is_resident && card.waits(now);
    let waiting: Vec<_> = list.items.iter().filter(waits).cloned().collect();
    let next = next_councils(&list.items);
    let mut screens = Vec::new();
    if !waiting.is_empty() {
        screens.push(Screen::new(move || view! { <Waiting cards=waiting.clone() /> }));
    }
    let is_nothing = list.items.is_empty();
    screens.push(Screen::new(move || view! { <Next next=next.clone() is_nothing /> }));
    screens.push(Screen::new(|| view! { <ToTopics /> }));
    for (nth, cards) in list.items.chunks(ON_A_SCREEN).enumerate() {
        let cards = cards.to_vec();
        screens.push(Screen::new(move || {
            let card = |card| view! { <li><Card card /></li> };
            let cards = cards.clone().into_iter().map(card).collect_view();
            view! {
                <PartHeading words=use_text().councils.hub.all nth />
                <ul class="list">{cards}</ul>
            }
        }));
    }
    view! { <Screens heading=words.heading screens /> }
}

/// The next council of each series that has one, the soonest first.
fn next_councils(cards: &[SeriesCard]) -> Vec<(String, NextCouncil)> {
    let next = |card: &SeriesCard| Some((card.title.clone(), card.next?));
    let mut next: Vec<_> = cards.iter().filter_map(next).collect();
    next.sort_by_key(|(_, next)| (next.hours, next.id));
    next
}

/// What waits for one's answer, each with the one large button.
#[component]
fn Waiting(cards: Vec<SeriesCard>) -> impl IntoView {
    let text = use_text();
    let words = &text.councils;
    let n = cards.len();
    let row = move |card: SeriesCard| {
        let until = card.until.map(|until| (words.hub.until)(&text.language.moment(until)));
        let about = (n > 1).then(|| card.title.clone());
        let to = Route::SeriesAnswer(card.id, "how");
        let button = match about {
            Some(about) => view! { <ButtonLink to words=words.hub.answer about /> }.into_any(),
            None => view! { <ButtonLink to words=words.hub.answer /> }.into_any(),
        };
        view! {
            <li class="stack stack--tight">
                <p><strong>{card.title}</strong> " " {until}</p>
                {button}
            </li>
        }
    };
    view! {
        <section class="stack">
            <h2>{words.hub.ask}</h2>
            <ul class="list">{cards.into_iter().map(row).collect_view()}</ul>
        </section>
    }
}

/// The next councils, each with its number; without any, what councils are for.
#[component]
fn Next(next: Vec<(String, NextCouncil)>, is_nothing: bool) -> impl IntoView {
    let text = use_text();
    let words = &text.councils;
    let is_empty = next.is_empty();
    let row = move |(title, next): (String, NextCouncil)| {
        view! {
            <li class="stack stack--tight">
                <p><strong>{text.language.hours(next.hours)}</strong> " " {title}</p>
                <ButtonLink
                    to=Route::Council(next.id) words=(words.hub.council)(next.id.0) look=Look::Quiet
                />
            </li>
        }
    };
    view! {
        <p>{words.what_for}</p>
        {(!is_empty).then(|| view! {
            <section class="stack">
                <h2>{words.hub.next}</h2>
                <ul class="list">{next.into_iter().map(row).collect_view()}</ul>
            </section>
        })}
        {is_nothing.then(|| view! { <p>{words.hub.none}</p> })}
    }
}

/// What they should talk about.
#[component]
fn ToTopics() -> impl IntoView {
    let words = &use_text().councils.topics;
    view! {
        <section class="stack">
            <div class="stack stack--tight">
                <ButtonLink to=Route::CouncilTopics words=words.heading look=Look::Quiet />
                <p>{words.what_for}</p>
            </div>
            <div class="stack stack--tight">
                <ButtonLink to=Route::SayTopic("kind") words=words.suggest look=Look::Quiet />
                <p>{words.suggest_means}</p>
            </div>
        </section>
    }
}

#[component]
fn Card(card: SeriesCard) -> impl IntoView {
    let text = use_text();
    let words = &text.councils.hub;
    let is_resident = use_api().me().is_some_and(|me| matches!(me.viewer, Viewer::Resident { .. }));
    let until = card.until.map(|until| (words.until)(&text.language.moment(until)));
    let answered = (is_resident && card.has_answered).then_some(words.answered);
    view! {
        <article class="card">
            <h3>
                <A href=Route::Series(card.id).href() attr:class="card__link">
                    {(words.titled)(card.id.0, &card.title)}
                </A>
            </h3>
            <p><strong>{(text.councils.stage)(card.stage)}</strong> " " {until}</p>
            <p>{(words.n_sessions)(card.n_sessions)}</p>
            {answered.map(|words| view! { <p class="soft">{words}</p> })}
        </article>
    }
}
