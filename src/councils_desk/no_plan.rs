//! No plan was found: whether it is proven that there is none, what is in the way, and the ways out.
use super::act::Act;
use crate::{
    routes::Route,
    ui::{ButtonLink, Look},
    words::use_text,
};
use huiyin_domain::{
    councils::series::wire::{NoPlan, Obstacles, WayOut},
    ids::SeriesId,
};
use leptos::prelude::*;

/// Why no plan was found, and what can be done.
#[component]
pub(super) fn NoPlanFound(
    /// Why.
    none: NoPlan,
    /// Of which series.
    id: SeriesId,
) -> impl IntoView {
    match none {
        NoPlan::Impossible(obstacles) => view! { <Impossible obstacles id /> }.into_any(),
        NoPlan::NotFoundInTime => view! { <NotInTime id /> }.into_any(),
    }
}

/// No plan keeps to the needs: which of them are in the way, and what would help.
#[component]
fn Impossible(obstacles: Obstacles, id: SeriesId) -> impl IntoView {
    let words = &use_text().councils_desk.plan;
    let Obstacles { n_sessions, in_the_way, ways_out, are_all_tried } = obstacles;
    let in_the_way = if in_the_way.is_empty() {
        view! { <p>{words.only_together}</p> }.into_any()
    } else {
        let line = |obstacle| view! { <li>{(words.obstacle)(&obstacle)}</li> };
        view! { <ul class="list">{in_the_way.into_iter().map(line).collect_view()}</ul> }.into_any()
    };
    view! {
        <section class="stack">
            <h2>{words.none}</h2>
            <p class="notice notice--warn">{(words.none_proven)(n_sessions)}</p>
            <h2>{words.in_the_way}</h2>
            {in_the_way}
            <h2>{words.ways}</h2>
            <Ways ways=ways_out are_all_tried id />
            <p>{words.more_times}</p>
            <MoreTimes id />
        </section>
    }
}

/// Each change that alone is enough, and where it is made.
#[component]
fn Ways(ways: Vec<WayOut>, are_all_tried: bool, id: SeriesId) -> impl IntoView {
    let words = &use_text().councils_desk.plan;
    let untried = (!are_all_tried).then(|| view! { <p>{words.not_all_tried}</p> });
    if ways.is_empty() {
        let none = are_all_tried.then(|| view! { <p>{words.no_way}</p> });
        return view! {
            {none}
            {untried}
            <ButtonLink to=needs(id) words=words.change_needs look=Look::Quiet />
        }
        .into_any();
    }
    let way = move |way: WayOut| {
        let said = (words.way_out)(&way);
        view! {
            <li class="card stack">
                <p>{said.clone()}</p>
                <ButtonLink
                    to=needs(id) words=words.change_needs about=said look=Look::Quiet
                />
            </li>
        }
    };
    view! {
        <p>{words.ways_means}</p>
        {untried}
        <ul class="list">{ways.into_iter().map(way).collect_view()}</ul>
    }
    .into_any()
}

/// The time was over before one was found: there may be one.
#[component]
fn NotInTime(id: SeriesId) -> impl IntoView {
    let words = &use_text().councils_desk.plan;
    view! {
        <section class="stack">
            <h2>{words.not_in_time}</h2>
            <p class="notice notice--warn">{words.not_in_time_means}</p>
            <ButtonLink to=needs(id) words=words.change_needs look=Look::Quiet />
            <p>{words.more_times}</p>
            <MoreTimes id />
        </section>
    }
}

/// To where times are added, and to where residents are asked longer.
#[component]
fn MoreTimes(id: SeriesId) -> impl IntoView {
    let words = &use_text().councils_desk;
    let to = |act: Act| {
        let route = Route::DeskSeriesAct(id, act.name());
        view! { <ButtonLink to=route words=(words.act)(act) look=Look::Quiet /> }
    };
    view! {
        {to(Act::Slots)}
        {to(Act::Extend)}
    }
}

fn needs(id: SeriesId) -> Route {
    Route::DeskSeriesAct(id, Act::Needs.name())
}
