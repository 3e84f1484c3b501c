//! The form of a series' times on paper: the dates written out, three boxes for each.
use super::sheet::{Ask, Foot, Head, OfficeBox, PrintPage, Tick};
use crate::{
    api::{Api, ApiError, use_api},
    councils::{days::by_day, use_series_id},
    routes::Route,
    ui::{Fetched, Load, NotFoundPage},
    words::use_text,
};
use huiyin_domain::{
    communities::Community,
    councils::{
        Group,
        series::{Asked, Mark, Stage, wire::SeriesPage},
    },
    ids::SeriesId,
    time::Day,
    times::Attend,
};
use leptos::prelude::*;

/// The form of one series.
#[component]
pub fn SeriesSheetPage() -> impl IntoView {
    let id = use_series_id();
    move || match id.get() {
        Some(id) => view! { <Loaded id /> }.into_any(),
        None => view! { <NotFoundPage /> }.into_any(),
    }
}

async fn read(api: Api, id: SeriesId) -> Result<(Community, SeriesPage), ApiError> {
    Ok((api.get("").await?, api.series(id).await?))
}

#[component]
fn Loaded(id: SeriesId) -> impl IntoView {
    let api = use_api();
    let words = &use_text().councils;
    let both = Fetched::new(move || read(api, id));
    view! {
        <PrintPage
            title=words.sheet.title back=Route::Series(id) back_words=words.answer.to_series
        >
            <Load resource=both has_heading=true then=move |(community, page): (_, SeriesPage)| {
                match page.series.stage.clone() {
                    Stage::Polling { until } => {
                        let until = use_text().language.moment(until);
                        view! { <Sheet community page until /> }.into_any()
                    }
                    Stage::TopicsOpen
                    | Stage::Scheduled { .. }
                    | Stage::Closed { .. }
                    | Stage::Cancelled { .. } => {
                        view! { <p class="notice">{words.sheet.closed}</p> }.into_any()
                    }
                }
            } />
        </PrintPage>
    }
}

#[component]
fn Sheet(community: Community, page: SeriesPage, until: String) -> impl IntoView {
    let text = use_text();
    let (words, paper) = (&text.councils, &text.paper);
    let id = page.series.id;
    let days = by_day(page.series.offered().into_iter().cloned().collect());
    let day = |(day, asked): (Day, Vec<Asked>)| view! { <DayLines day asked /> };
    let attend = |attend| view! { <Tick words=(text.times.attending)(attend) /> };
    let group = |group| view! { <Tick words=(words.group)(group) /> };
    let title = page.series.title.to_string();
    view! {
        <article class="sheet paper">
            <Head
                community=community.clone() about=title title=words.sheet.title
                number=format!("4-{id}")
            />
            <p class="prose">{page.series.about.to_string()}</p>
            <Ask number=1 words=paper.who.name lines=1 />
            <Ask number=2 words=paper.who.home hint=paper.who.home_hint lines=1 />
            <Ask number=3 words=words.sheet.times hint=words.sheet.how>
                <ul class="paper-week">{days.into_iter().map(day).collect_view()}</ul>
            </Ask>
            <Ask number=4 words=text.times.attend>
                <p class="paper-ticks">{Attend::ALL.into_iter().map(attend).collect_view()}</p>
            </Ask>
            <Ask number=5 words=words.answer.group hint=words.answer.group_hint>
                <p class="paper-ticks">{Group::CHOICES.into_iter().map(group).collect_view()}</p>
            </Ask>
            <Foot community until=Some(until) to=Route::Series(id) />
            <p>{words.sheet.change}</p>
            <OfficeBox entered=paper.office.entered_times />
        </article>
    }
}

/// One day: its times, each with its place and three boxes.
#[component]
fn DayLines(day: Day, asked: Vec<Asked>) -> impl IntoView {
    let text = use_text();
    let tick = |mark| view! { <Tick words=(text.councils.mark)(mark) /> };
    let line = |asked: Asked| {
        let slot = asked.slot;
        let at = text.language.clock_hours(slot.hours);
        view! {
            <li>
                <p>{format!("{}. {at} · {}", slot.id, slot.room.name)}</p>
                <p class="paper-ticks">{Mark::ALL.into_iter().map(tick).collect_view()}</p>
            </li>
        }
    };
    view! {
        <li>
            <strong class="paper-day__name">{text.language.date(day)}</strong>
            <ul class="paper-list">{asked.into_iter().map(line).collect_view()}</ul>
        </li>
    }
}
