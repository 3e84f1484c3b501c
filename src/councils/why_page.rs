//! Why a time was not chosen: the best plan that has it, and what that would cost whom.
use super::use_series_id;
use crate::{
    api::{Api, ApiError, use_api},
    councils_desk::act::Act,
    routes::Route,
    ui::{Back, ButtonLink, Fetched, Load, Look, NotFoundPage, PageHeading, use_number},
    words::use_text,
};
use huiyin_domain::{
    councils::{
        Group,
        series::{
            Offer,
            wire::{Instead, OfGroup, SeriesPage, Why, WhyNot},
        },
    },
    ids::{SeriesId, SlotId},
};
use leptos::prelude::*;

/// Why not this time?
#[component]
pub fn WhyPage() -> impl IntoView {
    let id = use_series_id();
    let slot = use_number::<SlotId>("slot");
    move || match (id.get(), slot.get()) {
        (Some(id), Some(slot)) => view! { <Loaded id of=slot /> }.into_any(),
        (None, _) | (_, None) => view! { <NotFoundPage /> }.into_any(),
    }
}

/// What is known of a time.
#[derive(Clone)]
enum Known {
    /// No times are chosen yet.
    NotYet,
    /// Why it was not chosen, or what a plan with it would be.
    Why(Why),
}

/// Before the times are chosen only the organiser compares them.
async fn read(api: Api, id: SeriesId, slot: SlotId) -> Result<(SeriesPage, Known), ApiError> {
    let page = api.series(id).await?;
    let plan = page.series.stage.plan();
    let is_told = plan.is_some() || page.offers.contains(&Offer::Schedule);
    let is_offered = page.series.slot(slot).is_some_and(|asked| asked.withdrawn.is_none());
    let is_chosen = plan.is_some_and(|plan| plan.slots.contains(&slot));
    let known = match (is_told, is_offered) {
        (false, _) => Known::NotYet,
        (true, _) if is_chosen => Known::Why(Why::IsChosen),
        (true, false) => Known::Why(Why::NotOffered),
        (true, true) => {
            let WhyNot { why, .. } = api.why_not(id, slot).await?;
            Known::Why(why)
        }
    };
    Ok((page, known))
}

#[component]
fn Loaded(id: SeriesId, of: SlotId) -> impl IntoView {
    let api = use_api();
    let words = &use_text().councils;
    let both = Fetched::new(move || read(api, id, of));
    view! {
        <Back to=Route::Series(id) words=words.answer.to_series />
        <Load resource=both then=move |(page, known)| view! { <Shown page of known /> } />
    }
}

#[component]
fn Shown(page: SeriesPage, of: SlotId, known: Known) -> impl IntoView {
    let text = use_text();
    let words = &text.councils;
    let Some(asked) = page.series.slot(of) else {
        return view! { <NotFoundPage /> }.into_any();
    };
    let at = text.language.hours(asked.slot.hours);
    let withdrawn = asked.withdrawn.as_ref().map(|reason| (words.show.withdrawn)(reason.as_str()));
    let id = page.series.id;
    let said = match (withdrawn, known) {
        (Some(withdrawn), _) => view! { <p class="notice">{withdrawn}</p> }.into_any(),
        (None, Known::NotYet) => view! { <p class="notice">{words.plan.not_yet}</p> }.into_any(),
        (None, Known::Why(Why::Instead(instead))) => {
            view! { <Swap page=page.clone() instead /> }.into_any()
        }
        (None, Known::Why(why)) => {
            view! { <p class="notice">{(words.plan.why)(&why)}</p> }.into_any()
        }
    };
    let onward = if page.offers.contains(&Offer::Schedule) {
        let to = Route::DeskSeriesAct(id, Act::Plan.name());
        view! { <ButtonLink to words=text.councils_desk.plan.to_found look=Look::Quiet /> }
    } else {
        let to = Route::SeriesPlan(id);
        view! { <ButtonLink to words=words.plan.to_plan look=Look::Quiet /> }
    };
    view! {
        <PageHeading words=(words.plan.why_not)(&at) />
        {said}
        {onward}
    }
    .into_any()
}

/// Who would gain by the best plan with this time, who would lose, and whether it is the best.
#[component]
fn Swap(page: SeriesPage, instead: Instead) -> impl IntoView {
    let text = use_text();
    let words = &text.councils.plan;
    let line = |slot: SlotId| {
        let asked = page.series.slot(slot)?;
        Some(view! { <li>{text.language.hours(asked.slot.hours)}</li> })
    };
    let lines = instead.slots.iter().copied().filter_map(line).collect_view();
    let proof = if instead.bound <= instead.worth {
        words.best_with_it.to_owned()
    } else {
        (words.within)(&instead.worth, &instead.bound)
    };
    view! {
        <p class="notice">{(words.swap)(instead.n_gain, instead.n_lose)}</p>
        <Whom heading=words.who_gains line=words.gains groups=instead.gain />
        <Whom heading=words.who_loses line=words.loses groups=instead.lose />
        <p>{(words.compare)(&instead.than, &instead.worth)}</p>
        <section class="stack stack--tight">
            <h2>{words.instead}</h2>
            <ol class="list">{lines}</ol>
            <p>{proof}</p>
        </section>
    }
}

/// Some of each group; nothing, where it is nobody.
#[component]
fn Whom(
    heading: &'static str,
    line: fn(Group, Option<u32>) -> String,
    groups: Vec<OfGroup>,
) -> impl IntoView {
    let said = move |of: OfGroup| view! { <li>{line(of.group, of.n)}</li> };
    (!groups.is_empty()).then(|| {
        view! {
            <section class="stack stack--tight">
                <h2>{heading}</h2>
                <ul class="list">{groups.into_iter().map(said).collect_view()}</ul>
            </section>
        }
    })
}
