//! Lists of projects: all of them for everybody, and what waits for the office.
use super::money_part::Amounts;
use crate::{
    api::use_api,
    desk::desk_page::ForStaff,
    routes::Route,
    ui::{A, Back, ButtonLink, Fetched, Load, PageHeading, Screen, Screens},
    words::{isolated, use_text},
};
use huiyin_domain::delivery::wire::{OfficeProjects, ProjectCard, ProjectList, ToBegin};
use leptos::prelude::*;

/// How many stand on one screen of the elder mode.
const ON_A_SCREEN: usize = 3;

/// All projects.
#[component]
pub fn ListPage() -> impl IntoView {
    let api = use_api();
    let list = Fetched::new(move || async move { api.get::<ProjectList>("projects").await });
    view! {
        <Back to=Route::Home words=use_text().frame.home />
        <Load resource=list then=|list| view! { <Shown list /> } />
    }
}

#[component]
fn Shown(list: ProjectList) -> impl IntoView {
    let words = &use_text().delivery.list;
    if list.items.is_empty() {
        return view! {
            <PageHeading words=words.heading />
            <p>{words.nothing}</p>
        }
        .into_any();
    }
    let screens: Vec<_> = list.items.chunks(ON_A_SCREEN).map(cards_on_a_screen).collect();
    view! { <Screens heading=words.heading screens /> }.into_any()
}

fn cards_on_a_screen(cards: &[ProjectCard]) -> Screen {
    let cards = cards.to_vec();
    Screen::new(move || {
        let cards = cards.clone().into_iter().map(|card| view! { <li><Card card /></li> });
        view! { <ol class="list">{cards.collect_view()}</ol> }
    })
}

#[component]
fn Card(card: ProjectCard) -> impl IntoView {
    let text = use_text();
    let words = &text.delivery;
    let next = card.next.map(|next| {
        (words.plan.next)(&isolated(next.title.as_str()), &text.language.date(next.due))
    });
    let stage = (words.stage)(card.stage.kind());
    let waiting = (card.n_unanswered > 0).then(|| (words.voices.unanswered)(card.n_unanswered));
    view! {
        <article class="card">
            <p class="card__number">{(words.number)(card.id.0)}</p>
            <h2>
                <A href=Route::Project(card.id).href() attr:class="card__link">
                    <bdi>{card.title}</bdi>
                </A>
            </h2>
            <p>{card.place}</p>
            <p><strong>{stage}</strong></p>
            <p>{(words.plan.progress)(card.n_reached, card.n_milestones)}</p>
            {next.map(|next| view! { <p>{next}</p> })}
            {waiting.map(|waiting| view! { <p>{waiting}</p> })}
            <Amounts spending=card.spending currency=card.currency />
        </article>
    }
}

/// What waits for the office.
#[component]
pub fn DeskListPage() -> impl IntoView {
    view! { <ForStaff then=|| view! { <DeskLoaded /> } /> }
}

#[component]
fn DeskLoaded() -> impl IntoView {
    let api = use_api();
    let list =
        Fetched::new(move || async move { api.get::<OfficeProjects>("projects/waiting").await });
    view! {
        <Back to=Route::Desk words=use_text().desk.heading />
        <Load resource=list then=|list| view! { <DeskShown list /> } />
    }
}

#[component]
fn DeskShown(list: OfficeProjects) -> impl IntoView {
    let words = &use_text().delivery;
    let OfficeProjects { to_begin, items } = list;
    let begin = Screen::new(move || {
        let rows = to_begin.clone().into_iter().map(|row| view! { <li><Waits row /></li> });
        let nothing = to_begin.is_empty().then(|| view! { <p>{words.desk.nothing_to_begin}</p> });
        view! {
            <section class="stack">
                <h2>{words.desk.to_begin}</h2>
                {nothing}
                <ol class="list">{rows.collect_view()}</ol>
            </section>
        }
    });
    let mut screens = vec![begin];
    screens.extend(items.chunks(ON_A_SCREEN).map(cards_on_a_screen));
    view! { <Screens heading=words.desk.heading screens /> }
}

#[component]
fn Waits(row: ToBegin) -> impl IntoView {
    let text = use_text();
    let words = &text.delivery;
    let act = match row.can_begin {
        true => view! {
            <ButtonLink
                to=Route::DeskProjectBegin(row.id) words=words.desk.begin about=row.title.clone()
            />
        }
        .into_any(),
        false => view! { <p>{words.desk.not_yet}</p> }.into_any(),
    };
    view! {
        <article class="card">
            <p class="card__number">{(words.number)(row.id.0)}</p>
            <h3 dir="auto">{row.title}</h3>
            <p class="soft">{row.contest_title}</p>
            <p>{words.money.award} " " {text.language.money(row.award, &row.currency)}</p>
            {act}
        </article>
    }
}
