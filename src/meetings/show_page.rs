//! One council: when, where, whether I have a seat, what it is about, and what came of it.
use super::{
    act::Act, agenda::Agenda, code::MyCode, facts::Facts, minutes_page::has_minutes,
    offers::Offers, use_council_id,
};
use crate::{
    api::{meetings, use_api},
    routes::Route,
    ui::{Back, ButtonLink, Fetched, Load, Look, NotFoundPage, Screen, Screens},
    words::use_text,
};
use huiyin_domain::{
    councils::meeting::{Stage, wire::CouncilPage},
    ids::CouncilId,
};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// One council.
#[component]
pub fn ShowPage() -> impl IntoView {
    let id = use_council_id();
    move || match id.get() {
        Some(id) => view! { <Loaded id /> }.into_any(),
        None => view! { <NotFoundPage /> }.into_any(),
    }
}

#[component]
fn Loaded(id: CouncilId) -> impl IntoView {
    let api = use_api();
    let page = Fetched::new(move || meetings::read(api, id));
    view! { <Load resource=page then=move |page| view! { <Shown page /> } /> }
}

#[component]
fn Shown(page: CouncilPage) -> impl IntoView {
    let text = use_text();
    let heading = page.title.to_string();
    let has_code = page.mine.as_ref().is_some_and(|mine| mine.code.is_some());
    let page = RwSignal::new(page);
    let mut screens = vec![
        Screen::new(move || view! { <Now page /> }),
        Screen::new(move || view! { <Agenda page /> }),
        Screen::new(move || view! { <Facts page /> }),
    ];
    if has_code {
        screens.insert(1, Screen::new(move || view! { <MyCode page /> }));
    }
    screens.push(Screen::new(move || view! { <More page /> }));
    view! {
        <Back to=Route::Councils words=text.councils.heading />
        <Screens heading screens />
    }
}

/// The sentence in which a council stands; said as a warning when it does not take place.
#[component]
pub fn StandingNow(
    /// The council.
    page: RwSignal<CouncilPage>,
) -> impl IntoView {
    let words = &use_text().meetings;
    let class = move || match page.with(|page| matches!(page.stage, Stage::Cancelled { .. })) {
        true => "notice notice--warn stack",
        false => "notice stack",
    };
    view! {
        <div class=class>
            <p class="feedback-standing">{move || page.with(words.standing)}</p>
        </div>
    }
}

/// Where it stands, and what one can do.
#[component]
fn Now(page: RwSignal<CouncilPage>) -> impl IntoView {
    let words = &use_text().meetings;
    let act = use_query_map().read_untracked().get("done").and_then(|act| Act::parse(&act));
    let done = act.and_then(|act| act.done(&words.acts));
    let is_only =
        page.with_untracked(|page| page.mine.as_ref().is_some_and(|mine| mine.only_chance));
    let is_ahead = page.with_untracked(|page| page.stage.kind().is_ahead());
    let left = is_ahead
        .then(|| page.with_untracked(|page| (words.left)(page.seats.left, 0 < page.room.online)));
    let id = page.with_untracked(|page| page.id);
    let minutes = page.with_untracked(has_minutes).then(|| {
        let to = Route::CouncilAct(id, Act::Minutes.name());
        view! { <ButtonLink to words=words.show.to_minutes /> }
    });
    let checked = page.with_untracked(|page| {
        page.day_changed.as_ref().map(|changed| (words.show.day_checked)(&changed.clash))
    });
    view! {
        <section class="stack">
            {done.map(|words| view! { <p class="notice notice--good">{words}</p> })}
            <StandingNow page />
            {checked.map(|words| view! { <p class="notice notice--warn">{words}</p> })}
            {left.map(|words| view! { <p>{words}</p> })}
            {(is_only && is_ahead).then(|| view! { <p>{words.show.only_chance}</p> })}
            {minutes}
            <Offers page />
        </section>
    }
}

/// Where else one can go from here.
#[component]
fn More(page: RwSignal<CouncilPage>) -> impl IntoView {
    let words = &use_text().meetings.show;
    let is_organiser = use_api().me().is_some_and(|me| me.viewer.organiser().is_some());
    let (id, previous, next) = page.with_untracked(|page| (page.id, page.previous, page.next));
    let is_ahead = page.with_untracked(|page| page.stage.kind().is_ahead());
    let calendar = Route::CouncilAct(id, Act::Calendar.name());
    let council = |to: CouncilId, words: &'static str| {
        view! { <ButtonLink to=Route::Council(to) words look=Look::Quiet /> }
    };
    view! {
        <section class="stack">
            <h2>{words.more}</h2>
            {is_ahead.then(|| view! {
                <ButtonLink to=calendar words=words.to_calendar look=Look::Quiet />
                <ButtonLink
                    to=Route::PrintCouncil(id) words=words.to_poster look=Look::Quiet
                />
            })}
            {previous.map(|id| council(id, words.to_previous))}
            {next.map(|id| council(id, words.to_next))}
            <ButtonLink to=Route::CouncilFigures words=words.to_figures look=Look::Quiet />
            {is_organiser.then(|| view! {
                <ButtonLink to=Route::DeskCouncil(id) words=words.to_desk look=Look::Quiet />
            })}
        </section>
    }
}
