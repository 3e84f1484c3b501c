//! The questions that everything from paper and phone begins with: what, how and when.
use super::{
    draft::{Entering, Kind},
    step::Step,
    step_form::{StepForm, chosen, fault_of},
};
use crate::{
    api::use_api,
    ui::{Fault, FaultLine, PageHeading, RadioTile, TextField},
    words::use_text,
};
use huiyin_domain::{
    entering::CameBy,
    time::{DAY_MS, Day},
};
use leptos::prelude::*;

/// Days that can be chosen with one press.
const DAYS: i64 = 5;

/// Several choices of which one is made.
#[component]
fn Choice(
    /// The question.
    words: &'static str,
    /// The field's name.
    field: &'static str,
    /// What is wrong with it.
    faults: RwSignal<Vec<Fault>>,
    /// The tiles.
    children: Children,
) -> impl IntoView {
    view! {
        <PageHeading words />
        <fieldset class="stack">
            <legend class="unseen">{words}</legend>
            <FaultLine name=field fault=fault_of(faults, field) />
            {children()}
        </fieldset>
    }
}

/// What was sent?
#[component]
pub fn WhatStep(
    /// The draft.
    entering: Entering,
) -> impl IntoView {
    let words = &use_text().entering;
    let faults = RwSignal::new(Vec::new());
    let tile = move |(at, kind): (usize, Kind)| {
        let words = match kind {
            Kind::Opinion => words.opinion,
            Kind::Proposal => words.proposal,
            Kind::CoSign => words.co_sign,
            Kind::Times => words.times,
            Kind::Series => words.series,
        };
        // The first tile carries the field's id, so that the summary's link leads to it.
        let id = if at == 0 { "what".to_owned() } else { format!("what-{at}") };
        view! {
            <RadioTile
                group="what" id words
                is_chosen=Signal::derive(move || entering.with(|it| it.kind == Some(kind)))
                on_choose=move || entering.write(|it| it.kind = Some(kind))
            />
        }
    };
    view! {
        <StepForm step=Step::What entering faults check=|it| chosen("what", it.kind.is_some())>
            <Choice words=words.kind field="what" faults>
                {Kind::ALL.into_iter().enumerate().map(tile).collect_view()}
            </Choice>
        </StepForm>
    }
}

/// How did it come?
#[component]
pub fn CameByStep(
    /// The draft.
    entering: Entering,
) -> impl IntoView {
    let words = &use_text().entering;
    let faults = RwSignal::new(Vec::new());
    let tile = move |(at, way): (usize, CameBy)| {
        let id = if at == 0 { "came-by".to_owned() } else { format!("came-by-{at}") };
        view! {
            <RadioTile
                group="came-by" id words=(words.way)(way)
                is_chosen=Signal::derive(move || entering.with(|it| it.came_by == Some(way)))
                on_choose=move || entering.write(|it| it.came_by = Some(way))
            />
        }
    };
    let check = |it: &super::draft::Draft| chosen("came-by", it.came_by.is_some());
    view! {
        <StepForm step=Step::CameBy entering faults check>
            <Choice words=words.came_by field="came-by" faults>
                {CameBy::ALL.into_iter().enumerate().map(tile).collect_view()}
            </Choice>
        </StepForm>
    }
}

/// On which day did it come? The last days are there to be pressed.
#[component]
pub fn DayStep(
    /// The draft.
    entering: Entering,
) -> impl IntoView {
    let text = use_text();
    let words = &text.entering;
    let api = use_api();
    let faults = RwSignal::new(Vec::new());
    let now = api.now();
    let typed = RwSignal::new(entering.with_now(|it| it.on.clone()));
    Effect::new(move || {
        let on = typed.get();
        if entering.with_now(|it| it.on != on) {
            entering.write(|it| it.on = on);
        }
    });
    let tile = move |ago: i64| {
        let day: Day = now.plus_millis(-ago * DAY_MS).in_china().date();
        let name = text.language.date(day);
        let words = match ago {
            0 => (words.today)(&name),
            1 => (words.yesterday)(&name),
            _ => name,
        };
        let id = if ago == 0 { "received".to_owned() } else { format!("received-{ago}") };
        let iso = StoredValue::new(day.to_string());
        view! {
            <RadioTile
                group="received" id words
                is_chosen=Signal::derive(move || iso.with_value(|iso| typed.get() == *iso))
                on_choose=move || typed.set(iso.get_value())
            />
        }
    };
    view! {
        <StepForm
            step=Step::Day entering faults
            check=|it| chosen("received", huiyin_domain::time::parse_day(&it.on).is_some())
        >
            <Choice words=words.day field="received" faults>
                <p class="field__hint">{words.day_hint}</p>
                {(0..DAYS).map(tile).collect_view()}
            </Choice>
            <TextField
                name="received-day" label=words.earlier value=typed
                fault=Signal::derive(|| None::<String>) kind="date"
            />
        </StepForm>
    }
}
