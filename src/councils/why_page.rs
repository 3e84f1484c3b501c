//! Why a time was not chosen: the best plan that has it, and what that would cost whom.
use super::use_series_id;
use crate::{
    api::{Api, ApiError, use_api},
    routes::Route,
    ui::{Back, ButtonLink, Load, Look, NotFoundPage, PageHeading},
    words::use_text,
};
use huiyin_domain::{
    councils::series::wire::{Instead, SeriesPage, WhyNot},
    ids::{SeriesId, SlotId},
};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// Why not this time?
#[component]
pub fn WhyPage() -> impl IntoView {
    let id = use_series_id();
    let params = use_params_map();
    let slot = Memo::new(move |_| params.read().get("slot")?.parse::<SlotId>().ok());
    move || match (id.get(), slot.get()) {
        (Some(id), Some(slot)) => view! { <Loaded id of=slot /> }.into_any(),
        (None, _) | (_, None) => view! { <NotFoundPage /> }.into_any(),
    }
}

/// Why it is not there, or that it is.
#[derive(Clone)]
enum Why {
    /// No times are chosen yet.
    NotYet,
    /// It was chosen.
    Chosen,
    /// There is no such time.
    Unknown,
    /// What a plan with it would be.
    Not(WhyNot),
}

async fn read(api: Api, id: SeriesId, slot: SlotId) -> Result<(SeriesPage, Why), ApiError> {
    let page = api.series(id).await?;
    let why = match (page.series.stage.plan(), page.series.slot(slot)) {
        (_, None) => Why::Unknown,
        (None, Some(_)) => Why::NotYet,
        (Some(plan), Some(_)) if plan.slots.contains(&slot) => Why::Chosen,
        (Some(_), Some(asked)) if asked.withdrawn.is_some() => {
            Why::Not(WhyNot { slot, instead: None })
        }
        (Some(_), Some(_)) => Why::Not(api.why_not(id, slot).await?),
    };
    Ok((page, why))
}

#[component]
fn Loaded(id: SeriesId, of: SlotId) -> impl IntoView {
    let api = use_api();
    let words = &use_text().councils;
    let both = LocalResource::new(move || read(api, id, of));
    view! {
        <Back to=Route::Series(id) words=words.answer.to_series />
        <Load resource=both then=move |(page, why)| view! { <Shown page of why /> } />
    }
}

#[component]
fn Shown(page: SeriesPage, of: SlotId, why: Why) -> impl IntoView {
    let text = use_text();
    let words = &text.councils;
    let Some(asked) = page.series.slot(of) else {
        return view! { <NotFoundPage /> }.into_any();
    };
    let at = text.language.hours(asked.slot.hours);
    let withdrawn = asked.withdrawn.as_ref().map(|reason| (words.show.withdrawn)(reason.as_str()));
    let to = Route::SeriesPlan(page.series.id);
    let said = match (withdrawn, why) {
        (Some(withdrawn), _) => view! { <p class="notice">{withdrawn}</p> }.into_any(),
        (None, Why::NotYet | Why::Unknown) => {
            view! { <p class="notice">{words.plan.not_yet}</p> }.into_any()
        }
        (None, Why::Chosen) => view! { <p class="notice">{words.plan.is_chosen}</p> }.into_any(),
        (None, Why::Not(WhyNot { instead: None, .. })) => {
            view! { <p class="notice">{words.plan.impossible}</p> }.into_any()
        }
        (None, Why::Not(WhyNot { instead: Some(instead), .. })) => {
            view! { <Swap page=page.clone() instead /> }.into_any()
        }
    };
    view! {
        <PageHeading words=(words.plan.why_not)(&at) />
        {said}
        <ButtonLink to words=words.plan.to_plan look=Look::Quiet />
    }
    .into_any()
}

/// Who would gain by the best plan with this time, and who would lose.
#[component]
fn Swap(page: SeriesPage, instead: Instead) -> impl IntoView {
    let text = use_text();
    let words = &text.councils.plan;
    let chosen = page.series.stage.plan().map(|plan| plan.worth);
    let line = |slot: SlotId| {
        let asked = page.series.slot(slot)?;
        Some(view! { <li>{text.language.hours(asked.slot.hours)}</li> })
    };
    let lines = instead.slots.iter().copied().filter_map(line).collect_view();
    view! {
        <p class="notice">{(words.swap)(instead.n_gain, instead.n_lose)}</p>
        {chosen.map(|chosen| view! { <p>{(words.compare)(&chosen, &instead.worth)}</p> })}
        <section class="stack stack--tight">
            <h2>{words.instead}</h2>
            <ol class="list">{lines}</ol>
        </section>
    }
}
