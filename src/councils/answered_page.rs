//! What one has said about the times of a series, and what comes next.
use super::{
    times_part::{MarkLines, totals_screens},
    use_series_id,
};
use crate::{
    api::use_api,
    routes::Route,
    ui::{Back, ButtonLink, CallLink, Fetched, Load, Look, NotFoundPage, Screen, Screens},
    words::use_text,
};
use huiyin_domain::{
    councils::series::{Stage, wire::SeriesPage},
    ids::SeriesId,
};
use leptos::prelude::*;
use std::sync::Arc;

/// The confirmation.
#[component]
pub fn AnsweredPage() -> impl IntoView {
    let id = use_series_id();
    move || match id.get() {
        Some(id) => view! { <Loaded id /> }.into_any(),
        None => view! { <NotFoundPage /> }.into_any(),
    }
}

#[component]
fn Loaded(id: SeriesId) -> impl IntoView {
    let api = use_api();
    let page = Fetched::new(move || async move { api.series(id).await.map(Arc::new) });
    view! { <Load resource=page then=move |page| view! { <Shown page /> } /> }
}

#[component]
fn Shown(page: Arc<SeriesPage>) -> impl IntoView {
    let words = &use_text().councils;
    let id = page.series.id;
    let has_answered = super::draft::has_answered(&page);
    let (said, totals) = (page.clone(), page);
    let mut screens = vec![Screen::new(move || view! { <Said page=said.clone() /> })];
    screens.extend(totals_screens(&totals));
    let heading = if has_answered { words.answer.sent } else { words.answer.not_said };
    view! {
        <Back to=Route::Series(id) words=words.answer.to_series />
        <Screens heading screens />
    }
}

/// What one said, until when it can be changed, and what comes next.
#[component]
fn Said(page: Arc<SeriesPage>) -> impl IntoView {
    let text = use_text();
    let words = &text.councils.answer;
    let id = page.series.id;
    let kept = page.mine.as_ref().and_then(|mine| mine.kept.clone());
    let until = match &page.series.stage {
        Stage::Polling { until } => Some((words.until)(&text.language.moment(*until))),
        Stage::TopicsOpen
        | Stage::Scheduled { .. }
        | Stage::Closed { .. }
        | Stage::Cancelled { .. } => None,
    };
    let title = page.series.title.to_string();
    let said = kept.map(|kept| {
        view! {
            <section class="stack stack--tight">
                <h2>{words.said}</h2>
                <MarkLines page=page.clone() marks=kept.answer.marks />
            </section>
        }
    });
    view! {
        <p class="notice notice--good">{title}</p>
        {said}
        <section class="stack stack--tight">
            <h2>{words.next}</h2>
            {until.map(|until| view! { <p>{until}</p> })}
            <p>{words.next_means}</p>
        </section>
        <ButtonLink to=Route::Series(id) words=words.to_series />
        <CallLink words=words.call />
        <ButtonLink to=Route::Home words=text.frame.go_home look=Look::Quiet />
    }
}
