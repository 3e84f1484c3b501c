//! One case: what was decided and why, and what the author and the office can do.
use super::{decide_form::DecideForm, log_page::Facts};
use crate::{
    api::use_api,
    notices::seen::CaseSeen,
    routes::Route,
    ui::{Acts, Back, Fetched, Load, NotFoundPage, OutcomeNotice, PageHeading, use_number},
    words::{Text, use_text},
};
use huiyin_domain::{
    feedback::Content,
    ids::CaseId,
    moderation::{Command, wire::CasePage as Page},
};
use leptos::prelude::*;

/// The case in the address.
#[component]
pub fn CasePage() -> impl IntoView {
    let id = use_number::<CaseId>("id");
    move || match id.get() {
        Some(id) => view! { <Loaded id /> }.into_any(),
        None => view! { <NotFoundPage /> }.into_any(),
    }
}

#[component]
fn Loaded(id: CaseId) -> impl IntoView {
    let api = use_api();
    let page =
        Fetched::new(move || async move { api.get::<Page>(&format!("moderation/{id}")).await });
    view! { <Load resource=page then=|page| view! { <Shown page /> } /> }
}

/// What an act has come to.
fn done(text: &Text, command: &Command) -> String {
    let words = &text.moderation.done;
    let done = match command {
        Command::Keep { .. } => words.kept,
        Command::Hide { .. } => words.hidden,
        Command::Appeal { .. } => words.appealed,
        Command::Uphold { .. } => words.upheld,
        Command::Restore { .. } => words.restored,
    };
    done.to_owned()
}

#[component]
fn Shown(page: Page) -> impl IntoView {
    let text = use_text();
    let words = &text.moderation;
    let (id, version) = (page.row.id, page.version);
    // Besides the office its author alone reads what it said: theirs are the notices.
    let is_told = page.said.is_some();
    let is_office = use_api().me().is_some_and(|me| me.viewer.organiser().is_some());
    let page = RwSignal::new(page);
    let acts = Acts::new(format!("moderation/{id}"), page, done);
    let (to, back) = match is_office {
        true => (Route::DeskModeration, words.waiting),
        false => (Route::Moderation, words.pages.log),
    };
    view! {
        {is_told.then(|| view! { <CaseSeen id version /> })}
        <Back to words=back />
        <PageHeading words=(words.see_case)(id.0) />
        <OutcomeNotice outcome=acts.outcome />
        {move || view! { <Facts row=page.with(|page| page.row.clone()) /> }}
        {move || view! { <Told page=page.get() /> }}
        {move || {
            let offers = page.with(|page| page.offers.clone());
            (!offers.is_empty()).then(|| view! { <DecideForm offers page acts /> })
        }}
    }
}

/// What the office and the author read besides.
#[component]
fn Told(page: Page) -> impl IntoView {
    let text = use_text();
    let words = &text.moderation;
    let report = move |report: huiyin_domain::moderation::wire::ReportView| {
        let said = report.words.map(|words| words.to_string()).unwrap_or_default();
        view! { <li>{(words.rule)(report.rule)} " " {said}</li> }
    };
    let reports = (!page.reports.is_empty()).then(|| {
        view! {
            <h2>{words.pages.reports}</h2>
            <ul class="list">{page.reports.into_iter().map(report).collect_view()}</ul>
        }
    });
    let plea = page.plea.map(|plea| {
        view! {
            <h2>{words.pages.plea}</h2>
            <p class="prose">{plea.to_string()}</p>
        }
    });
    let whole = page.whole.map(|whole| view! { <Whole whole /> });
    let said = page.said.map(|said| {
        view! {
            <h2>{words.pages.whole}</h2>
            <p class="soft">{words.pages.whole_means}</p>
            <p class="prose">{said}</p>
        }
    });
    view! { <section class="stack stack--tight">{reports}{plea}{whole}{said}</section> }
}

/// What it says, with what is hidden.
#[component]
fn Whole(whole: Content) -> impl IntoView {
    let words = &use_text().moderation;
    let line =
        |request: huiyin_domain::proposals::Request| view! { <li>{request.to_string()}</li> };
    view! {
        <h2>{words.pages.whole}</h2>
        <p class="soft">{words.pages.whole_means}</p>
        <p><strong>{whole.title.to_string()}</strong></p>
        <p class="prose">{whole.words.to_string()}</p>
        <ol class="proposals-requests">{whole.requests.into_iter().map(line).collect_view()}</ol>
        {whole.where_words.map(|place| view! { <p>{place.to_string()}</p> })}
    }
}
