//! Why the times of a series are as they are, in sentences, and how to work them out oneself.
use super::{plan_again::PlanAgain, use_series_id};
use crate::{
    api::{Api, ApiError, use_api},
    routes::Route,
    ui::{
        Back, Bar, BarLook, Fetched, Load, NotFoundPage, PageHeading, PartHeading, PlotTable,
        Screen, Screens, bar_length,
    },
    words::{councils::Words, use_text},
};
use huiyin_domain::{
    councils::series::{
        Chosen, Standing,
        wire::{GroupSeats, OnlyChance, PlanPage as Plan, Planned, SeriesPage},
    },
    ids::{SeriesId, SlotId},
};
use leptos::prelude::*;
use std::sync::Arc;

/// The reasons.
#[component]
pub fn PlanPage() -> impl IntoView {
    let id = use_series_id();
    move || match id.get() {
        Some(id) => view! { <Loaded id /> }.into_any(),
        None => view! { <NotFoundPage /> }.into_any(),
    }
}

/// What the page is made of.
#[derive(Clone)]
struct Reasons {
    page: Arc<SeriesPage>,
    chosen: Chosen,
    plan: Arc<Plan>,
}

/// `None` while no times are chosen: until then there is nothing to give reasons for.
async fn read(api: Api, id: SeriesId) -> Result<Option<Reasons>, ApiError> {
    let page = api.series(id).await?;
    let Some(chosen) = page.series.stage.plan().cloned() else { return Ok(None) };
    let plan = Arc::new(api.series_plan(id).await?);
    Ok(Some(Reasons { page: Arc::new(page), chosen, plan }))
}

#[component]
fn Loaded(id: SeriesId) -> impl IntoView {
    let api = use_api();
    let words = &use_text().councils;
    let reasons = Fetched::new(move || read(api, id));
    let then = move |reasons: Option<Reasons>| match reasons {
        Some(reasons) => view! { <Shown reasons /> }.into_any(),
        None => view! {
            <PageHeading words=words.plan.heading />
            <p class="notice">{words.plan.not_yet}</p>
        }
        .into_any(),
    };
    view! {
        <Back to=Route::Series(id) words=words.answer.to_series />
        <Load resource=reasons then />
    }
}

#[component]
fn Shown(reasons: Reasons) -> impl IntoView {
    let words = &use_text().councils;
    let screen = |show: fn(Reasons) -> AnyView| {
        let reasons = reasons.clone();
        Screen::new(move || show(reasons.clone()))
    };
    let mut screens = vec![screen(|reasons| view! { <HowGood reasons /> }.into_any())];
    if let Some(planned) = reasons.plan.found() {
        for nth in 0..planned.slots.len() {
            let reasons = reasons.clone();
            screens.push(Screen::new(move || view! { <Without reasons=reasons.clone() nth /> }));
        }
        screens.push(screen(|reasons| view! { <Groups reasons /> }.into_any()));
    }
    screens.push(screen(|reasons| view! { <Again reasons /> }.into_any()));
    screens.push(screen(|reasons| {
        view! { <PlanAgain series=reasons.page.series.id chosen=reasons.chosen /> }.into_any()
    }));
    view! { <Screens heading=words.plan.heading screens /> }
}

/// How the times were chosen, how good they are, and whether any could be better.
#[component]
fn HowGood(reasons: Reasons) -> impl IntoView {
    let words = &use_text().councils;
    let Reasons { chosen, plan, .. } = reasons;
    let nowhere =
        (0 < plan.n_nowhere).then(|| (words.plan.nowhere)(plan.n_nowhere, plan.n_planned_for));
    view! {
        <section class="stack stack--tight">
            <p class="notice">{(words.plan.worth)(&chosen.worth)}</p>
            <p><strong>{standing(words, &chosen)}</strong></p>
            <p>{words.plan.rule}</p>
            {nowhere.map(|nowhere| view! { <p>{nowhere}</p> })}
        </section>
    }
}

fn standing(words: &Words, chosen: &Chosen) -> String {
    match &chosen.standing {
        Standing::Best => words.plan.best.to_owned(),
        Standing::Within { bound } => (words.plan.within)(&chosen.worth, bound),
        Standing::Other { best, reason } => (words.plan.other)(best, reason.as_str()),
    }
}

/// What would be without one of the times.
#[component]
fn Without(reasons: Reasons, nth: usize) -> impl IntoView {
    let text = use_text();
    let words = &text.councils.plan;
    let planned = reasons.plan.found();
    let slot = planned.and_then(|planned| planned.slots.get(nth)).copied();
    let said = |(slot, planned): (SlotId, &Planned)| {
        let OnlyChance { n, groups } = planned.only_chance.get(&slot).cloned().unwrap_or_default();
        let of = |(group, n)| view! { <li>{(words.of_group)(group, n)}</li> };
        let at = reasons.page.series.slot(slot).map(|it| text.language.hours(it.slot.hours));
        view! {
            <h3>{at}</h3>
            <p>{(words.only_chance)(n)}</p>
            <ul class="list">{groups.into_iter().map(of).collect_view()}</ul>
        }
    };
    view! {
        <section class="stack stack--tight">
            <PartHeading words=words.each nth />
            {slot.zip(planned).map(said)}
        </section>
    }
}

/// How many of each group have a seat: in words with bars, and as a table.
#[component]
fn Groups(reasons: Reasons) -> impl IntoView {
    let text = use_text();
    let words = &text.councils;
    let groups = reasons.plan.found().map(|plan| plan.groups.clone()).unwrap_or_default();
    let most = groups.iter().map(|group| group.n).max().unwrap_or(0);
    let rows = groups.iter().map(cells).collect();
    let bar = |seats: &GroupSeats| {
        let said = match seats.seated {
            Some(seated) => (words.plan.seats)(seats.group, seated, seats.n),
            None => (words.plan.small)(seats.group, seats.n),
        };
        let length = seats.seated.map(|seated| bar_length(seated.into(), most.into()));
        let all = bar_length(seats.n.into(), most.into());
        view! {
            <div class="ledger-group">
                <p class="number">{said}</p>
                {length.filter(|length| 0 < *length).map(|length| {
                    view! { <Bar length look=BarLook::Filled /> }
                })}
                {(0 < all).then(|| view! { <Bar length=all look=BarLook::Outline /> })}
            </div>
        }
    };
    let columns = words.plan.columns.to_vec();
    view! {
        <section class="stack stack--tight">
            <h2>{words.plan.groups}</h2>
            {groups.iter().map(bar).collect_view()}
            <PlotTable words=words.plan.as_table columns named_by=0 rows />
        </section>
    }
}

fn cells(seats: &GroupSeats) -> Vec<String> {
    let words = &use_text().councils;
    let seated = seats.seated.map_or(words.plan.not_told.to_owned(), |seated| seated.to_string());
    vec![(words.group)(seats.group).to_owned(), seated, seats.n.to_string()]
}

/// What the times were chosen from, so that anybody can choose them again.
#[component]
fn Again(reasons: Reasons) -> impl IntoView {
    let words = &use_text().councils.plan;
    let id = reasons.page.series.id;
    let address = use_api().series_problem_address(id);
    view! {
        <section class="stack">
            <h2>{words.again}</h2>
            <p>{words.again_means}</p>
            <p>{words.checksum}</p>
            <p class="results-hash">{reasons.chosen.checksum}</p>
            <a class="button button--quiet" href=address download=format!("series-{id}.json")>
                {words.download}
            </a>
        </section>
    }
}
