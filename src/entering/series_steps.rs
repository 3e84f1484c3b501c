//! The questions of an answer to a series of councils, asked about somebody else.
use super::{
    draft::{Draft, Entering},
    step::Step,
    step_form::{StepForm, chosen, fault_of},
};
use crate::{
    api::use_api,
    councils::days::{DayQuestions, Marking, by_day, field_of, holiday_of},
    routes::Route,
    ui::{ButtonLink, FaultLine, Fetched, Load, PageHeading, RadioTile},
    words::use_text,
};
use huiyin_domain::{
    councils::{
        Group,
        series::{
            Asked, StageKind,
            wire::{SeriesCard, SeriesList, SeriesPage},
        },
    },
    ids::{SeriesId, SlotId},
    problems::FieldProblem,
    time::Day,
    times::Attend,
};
use leptos::prelude::*;

/// To which series? Those whose times are being asked for.
#[component]
pub fn SeriesStep(
    /// The draft.
    entering: Entering,
) -> impl IntoView {
    let api = use_api();
    let words = &use_text().entering;
    let faults = RwSignal::new(Vec::new());
    let list = Fetched::new(move || async move { api.all_series().await });
    let choose = move |id: SeriesId| {
        entering.write(|draft| {
            if draft.series != Some(id) {
                draft.answer.marks.clear();
                draft.asked.clear();
            }
            draft.series = Some(id);
        });
    };
    let tile = move |(at, card): (usize, SeriesCard)| {
        let series = card.id;
        let id = if at == 0 { "series".to_owned() } else { format!("series-{series}") };
        view! {
            <RadioTile
                group="series" id words=card.title
                is_chosen=Signal::derive(move || entering.with(|it| it.series == Some(series)))
                on_choose=move || choose(series)
            />
        }
    };
    let then = move |list: SeriesList| {
        let is_open = |card: &SeriesCard| card.stage == StageKind::Polling;
        let open: Vec<_> = list.items.into_iter().filter(is_open).collect();
        if open.is_empty() {
            return view! { <p class="notice">{words.series_none}</p> }.into_any();
        }
        view! {
            <fieldset class="stack">
                <legend class="unseen">{words.which_series}</legend>
                <FaultLine name="series" fault=fault_of(faults, "series") />
                {open.into_iter().enumerate().map(tile).collect_view()}
            </fieldset>
        }
        .into_any()
    };
    let check = |draft: &Draft| chosen("series", draft.series.is_some());
    view! {
        <StepForm step=Step::Series entering faults check>
            <PageHeading words=words.which_series />
            <Load resource=list has_heading=true then />
        </StepForm>
    }
}

/// At which of its times can they come?
#[component]
pub fn DatesStep(
    /// The draft.
    entering: Entering,
) -> impl IntoView {
    let words = &use_text().entering;
    let faults = RwSignal::new(Vec::new());
    let marking = Marking {
        marks: Signal::derive(move || entering.with(|draft| draft.answer.marks.clone())),
        mark: Callback::new(move |marks: Vec<_>| {
            entering.write(move |draft| draft.answer.marks.extend(marks));
        }),
        faults,
    };
    let asked = match entering.with_now(|draft| draft.series) {
        Some(series) => view! { <Dates series entering marking /> }.into_any(),
        None => {
            let to = Route::Enter(Step::Series.name());
            view! { <ButtonLink to words=words.which_series /> }.into_any()
        }
    };
    view! {
        <StepForm step=Step::Dates entering faults check=open_dates>
            <PageHeading words=use_text().councils.sheet.times />
            <p class="field__hint">{words.as_said}</p>
            {asked}
        </StepForm>
    }
}

/// The first of the times without a mark: its fault leads there.
fn open_dates(draft: &Draft) -> Vec<FieldProblem> {
    match draft.open_date() {
        Some(slot) => chosen(&field_of(slot), false),
        None => chosen("series", !draft.asked.is_empty()),
    }
}

#[component]
fn Dates(series: SeriesId, entering: Entering, marking: Marking) -> impl IntoView {
    let api = use_api();
    let page = Fetched::new(move || async move { api.series(series).await });
    let then = move |page: SeriesPage| {
        let offered: Vec<Asked> = page.series.offered().into_iter().cloned().collect();
        let asked: Vec<SlotId> = offered.iter().map(|asked| asked.slot.id).collect();
        if entering.with_now(|draft| draft.asked != asked) {
            entering.write(move |draft| draft.asked = asked);
        }
        let provisional: Vec<SlotId> = page.provisional.keys().copied().collect();
        let holidays = page.holidays;
        let day = move |(day, asked): (Day, Vec<Asked>)| {
            let provisional = provisional.clone();
            let holiday = holiday_of(&holidays, &asked);
            view! { <DayQuestions day asked provisional holiday marking /> }
        };
        by_day(offered).into_iter().map(day).collect_view()
    };
    view! { <Load resource=page has_heading=true then /> }
}

/// How would they attend?
#[component]
pub fn JoinStep(
    /// The draft.
    entering: Entering,
) -> impl IntoView {
    let words = &use_text().times;
    let faults = RwSignal::new(Vec::new());
    let tile = move |(at, attend): (usize, Attend)| {
        let id = if at == 0 { "join".to_owned() } else { format!("join-{at}") };
        view! {
            <RadioTile
                group="join" id words=(words.attending)(attend)
                is_chosen=Signal::derive(move || {
                    entering.with(|it| it.answer.attend == Some(attend))
                })
                on_choose=move || entering.write(|it| it.answer.attend = Some(attend))
            />
        }
    };
    let check = |draft: &Draft| chosen("join", draft.answer.attend.is_some());
    view! {
        <StepForm step=Step::Join entering faults check>
            <PageHeading words=words.attend />
            <fieldset class="stack">
                <legend class="unseen">{words.attend}</legend>
                <FaultLine name="join" fault=fault_of(faults, "join") />
                {Attend::ALL.into_iter().enumerate().map(tile).collect_view()}
            </fieldset>
        </StepForm>
    }
}

/// Whose days are theirs like? It may be left open.
#[component]
pub fn GroupStep(
    /// The draft.
    entering: Entering,
) -> impl IntoView {
    let words = &use_text().councils;
    let faults = RwSignal::new(Vec::new());
    let tile = move |(at, group): (usize, Option<Group>)| {
        let words = group.map_or(words.answer.no_group, |group| (words.group)(group));
        view! {
            <RadioTile
                group="group" id=format!("group-{at}") words
                // Nothing said is a choice like the others here: the paper may have left it open.
                is_chosen=Signal::derive(move || entering.with(|it| it.answer.group == group))
                on_choose=move || entering.write(|it| it.answer.group = group)
            />
        }
    };
    let groups = Group::CHOICES.into_iter().map(Some).chain([None]);
    view! {
        <StepForm step=Step::Group entering faults check=|_| Vec::new()>
            <PageHeading words=words.answer.group />
            <fieldset class="stack">
                <legend class="unseen">{words.answer.group}</legend>
                {groups.enumerate().map(tile).collect_view()}
            </fieldset>
        </StepForm>
    }
}
