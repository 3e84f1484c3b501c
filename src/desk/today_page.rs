//! Everything that waits for whoever works here, in one list by its day.
use super::desk_page::ForStaff;
use crate::{
    api::use_api,
    routes::Route,
    ui::{A, Back, Fetched, Load, PageHeading},
    words::use_text,
};
use huiyin_domain::desk::{Today, TodayRow, Waits};
use leptos::prelude::*;

/// What waits today.
#[component]
pub fn TodayPage() -> impl IntoView {
    view! { <ForStaff then=|| view! { <Loaded /> } /> }
}

#[component]
fn Loaded() -> impl IntoView {
    let text = use_text();
    let api = use_api();
    let today = Fetched::new(move || async move { api.get::<Today>("desk/today").await });
    view! {
        <Back to=Route::Desk words=text.desk.heading />
        <PageHeading words=text.desk.today.heading />
        <Load resource=today has_heading=true then=|today| view! { <Shown today /> } />
    }
}

#[component]
fn Shown(today: Today) -> impl IntoView {
    let words = &use_text().desk.today;
    let n = u32::try_from(today.items.len()).unwrap_or(u32::MAX);
    let row = |row: TodayRow| view! { <li><Row row /></li> };
    view! {
        <p><strong>{(words.total)(n, today.n_late)}</strong></p>
        <ol class="list">{today.items.into_iter().map(row).collect_view()}</ol>
        {(today.n_more > 0).then(|| view! { <p>{(words.more)(today.n_more)}</p> })}
    }
}

/// Where something is done.
fn leads_to(waits: &Waits) -> Route {
    match waits {
        Waits::Owed { id, .. } => Route::Feedback(*id),
        Waits::ToScreen { id, .. } | Waits::ToSend { id, .. } | Waits::ToReview { id, .. } => {
            Route::DeskProposal(*id)
        }
        Waits::Callback { id, .. } => Route::SettleCallback(*id),
        Waits::Recording { id } => Route::DeskRecording(*id),
        Waits::Calls { .. } => Route::DeskCalls,
        Waits::Council { id, .. } => Route::DeskCouncil(*id),
        Waits::Objection { id } => Route::DeskObjection(*id),
        Waits::ToCount { id, .. } | Waits::ToPublish { id, .. } => Route::Contest(*id),
        Waits::ToBegin { id, .. } => Route::DeskProjectBegin(*id),
        Waits::Joining { id, .. } => Route::Project(*id),
        Waits::Reported { case } | Waits::Appealed { case } => Route::ModerationCase(*case),
        Waits::Coach { id, .. } | Waits::CoachSilent { id, .. } => Route::CoachingThread(*id),
        Waits::Letters { batch, .. } => Route::DeskBatch(*batch),
    }
}

/// What it is, by when, and the one link to it.
#[component]
fn Row(row: TodayRow) -> impl IntoView {
    let text = use_text();
    let words = &text.desk.today;
    let class = if row.n_days_late > 0 { "ledger-late" } else { "" };
    let due = match row.due {
        Some(due) => (words.due)(&text.language.date(due), row.n_days_late),
        None => words.no_day.to_owned(),
    };
    view! {
        <article class="card">
            <h2>
                <A href=leads_to(&row.waits).href() attr:class="card__link">
                    {(words.waits)(&row.waits)}
                </A>
            </h2>
            <p class=class>{due}</p>
        </article>
    }
}
