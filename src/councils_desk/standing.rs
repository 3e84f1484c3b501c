//! Where a series stands, in one sentence, and its times with what residents marked.
use crate::{
    api::use_api,
    words::{Text, use_text},
};
use huiyin_domain::{
    calendar::Certainty,
    councils::{
        CouncilRefusal,
        series::{Asked, Stage, wire::SeriesPage},
    },
    refusals::Refusal,
    time::Moment,
};
use leptos::prelude::*;

/// Where it stands, in one sentence.
pub(super) fn sentence(text: &Text, page: &SeriesPage, now: Moment) -> String {
    let words = &text.councils_desk.show;
    let moment = |at: Moment| text.language.moment(at);
    // Once residents are no longer asked, what is too near for its notice is not chosen any more.
    let left = match &page.series.stage {
        Stage::Polling { until } if *until < now => {
            page.series.as_of(now.in_china().date()).offered().len()
        }
        Stage::TopicsOpen
        | Stage::Polling { .. }
        | Stage::Scheduled { .. }
        | Stage::Closed { .. }
        | Stage::Cancelled { .. } => page.series.offered().len(),
    };
    let offered = u32::try_from(left).unwrap_or(u32::MAX);
    let needed = page.series.needs.n_sessions;
    let too_few = Refusal::from(CouncilRefusal::FewerSlotsThanSessions { offered, needed });
    match &page.series.stage {
        Stage::TopicsOpen => match offered {
            0 => words.no_times_yet.to_owned(),
            slots if slots < needed => (text.problems.refusal)(&too_few),
            slots => (words.not_asked)(slots),
        },
        Stage::Polling { until } if now <= *until => {
            (words.asking)(&moment(*until), page.n_answers)
        }
        Stage::Polling { .. } if offered < needed => (text.problems.refusal)(&too_few),
        Stage::Polling { until } => (words.asked)(&moment(*until), page.n_answers),
        Stage::Scheduled { plan, .. } => {
            let first = plan.slots.first().and_then(|id| page.series.slot(*id));
            let first = first.map(|asked| text.language.hours(asked.slot.hours));
            let sessions = u32::try_from(plan.slots.len()).unwrap_or(u32::MAX);
            (words.scheduled)(sessions, first.as_deref())
        }
        Stage::Closed { at, .. } => (words.closed)(&text.language.long_day(*at)),
        Stage::Cancelled { reason, .. } => (words.cancelled)(reason.as_str()),
    }
}

/// Where it stands.
#[component]
pub(super) fn Standing(page: RwSignal<SeriesPage>) -> impl IntoView {
    let text = use_text();
    let api = use_api();
    move || {
        page.with(|page| {
            let stage = (text.councils_desk.stage)(page.series.stage.kind());
            view! {
                <p><strong>{stage}</strong></p>
                <p>{sentence(text, page, api.now())}</p>
            }
        })
    }
}

/// One time as it is read out on a line: when, and where.
pub(super) fn when_and_where(text: &Text, asked: &Asked) -> (String, String) {
    let room = &asked.slot.room;
    let when = text.language.hours(asked.slot.hours);
    let place = (text.councils_desk.show.room)(room.name.as_str(), room.seats, room.online);
    (when, place)
}

/// What is special about a time's day, in words.
pub(super) fn marks_of_day(text: &Text, page: &SeriesPage, asked: &Asked) -> Vec<String> {
    let words = &text.councils_desk;
    let mark = match page.holidays.get(&asked.slot.id) {
        Some(name) => Some((words.holiday)(name)),
        None => (words.day_mark)(asked.slot.hours, asked.kind).map(str::to_owned),
    };
    let is_provisional = page.provisional.get(&asked.slot.id) == Some(&Certainty::Provisional);
    let provisional = is_provisional.then(|| words.provisional.to_owned());
    mark.into_iter().chain(provisional).collect()
}

/// One time: when, what kind of time, where, what is special about it, and what was marked.
fn line(text: &'static Text, page: &SeriesPage, asked: &Asked) -> AnyView {
    let words = &text.councils_desk;
    let (when, place) = when_and_where(text, asked);
    let marks = page.totals.as_ref().and_then(|totals| totals.get(&asked.slot.id)).copied();
    let marks = marks.map(|marks| view! { <p>{(words.show.marks)(marks)}</p> });
    let why = asked.slot.why_in_working_hours.as_ref();
    let why = why.map(|why| view! { <p>{(words.show.working_hours)(why.as_str())}</p> });
    let special = marks_of_day(text, page, asked);
    let special = special.into_iter().map(|mark| view! { <p>{mark}</p> }).collect_view();
    let plan = page.series.stage.plan();
    let is_chosen = plan.is_some_and(|plan| plan.slots.contains(&asked.slot.id));
    let chosen = is_chosen.then(|| view! { <p><strong>{words.show.chosen}</strong></p> });
    let because = asked.withdrawn.as_ref();
    let because = because.map(|why| view! { <p>{(words.show.because)(why.as_str())}</p> });
    view! {
        <li class="card">
            <h3>{when}</h3>
            {chosen}
            <p class="soft">{(words.kind)(asked.kind)}</p>
            <p>{place}</p>
            {marks}
            {why}
            {special}
            {because}
        </li>
    }
    .into_any()
}

/// The times that are offered, and below them those that were taken out.
#[component]
pub(super) fn Times(page: RwSignal<SeriesPage>) -> impl IntoView {
    let text = use_text();
    let words = &text.councils_desk.show;
    let shown = move || {
        page.with(|page| {
            let offered = page.series.offered();
            let is_empty = offered.is_empty();
            let offered = offered.into_iter().map(|asked| line(text, page, asked)).collect_view();
            let gone = page.series.slots.iter().filter(|asked| asked.withdrawn.is_some());
            let gone: Vec<_> = gone.map(|asked| line(text, page, asked)).collect();
            let gone = (!gone.is_empty()).then(|| {
                view! { <h2>{words.withdrawn}</h2> <ol class="list">{gone}</ol> }
            });
            let none = is_empty.then(|| view! { <p>{words.no_times}</p> });
            let list = (!is_empty).then(|| view! { <ol class="list">{offered}</ol> });
            view! { <h2>{words.times}</h2> {none} {list} {gone} }
        })
    };
    view! { <section class="stack">{shown}</section> }
}
