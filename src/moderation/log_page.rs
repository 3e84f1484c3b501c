//! The public log of what was reported and hidden, and what of it waits for the office.
use crate::{
    api::use_api,
    desk::desk_page::ForStaff,
    routes::Route,
    ui::{A, Back, Fetched, Load, PageHeading},
    words::use_text,
};
use huiyin_domain::moderation::{
    About, VoiceRef,
    wire::{CaseList, CaseRow},
};
use leptos::prelude::*;

/// Everything that was reported, and what came of it.
#[component]
pub fn LogPage() -> impl IntoView {
    let text = use_text();
    view! {
        <Back to=Route::Ledger words=text.ledger.heading />
        <Cases path="moderation" heading=text.moderation.pages.log lead=text.moderation.pages.log_lead />
    }
}

/// What waits for the office, by its day.
#[component]
pub fn WaitingPage() -> impl IntoView {
    let text = use_text();
    let words = &text.moderation;
    view! {
        <ForStaff then=move || view! {
            <Back to=Route::Desk words=text.desk.heading />
            <Cases
                path="moderation/waiting" heading=words.waiting lead=words.pages.waiting_lead
            />
        } />
    }
}

#[component]
fn Cases(path: &'static str, heading: &'static str, lead: &'static str) -> impl IntoView {
    let api = use_api();
    let list = Fetched::new(move || async move { api.get::<CaseList>(path).await });
    view! {
        <PageHeading words=heading />
        <p>{lead}</p>
        <Load resource=list has_heading=true then=|list| view! { <Rows list /> } />
    }
}

#[component]
fn Rows(list: CaseList) -> impl IntoView {
    let words = &use_text().moderation;
    if list.items.is_empty() {
        return view! { <p>{words.pages.nothing}</p> }.into_any();
    }
    let row = |row: CaseRow| view! { <li><Row row /></li> };
    view! {
        <ol class="list">{list.items.into_iter().map(row).collect_view()}</ol>
        {list.next.map(|_| view! { <p>{words.pages.older}</p> })}
    }
    .into_any()
}

#[component]
fn Row(row: CaseRow) -> impl IntoView {
    let words = &use_text().moderation;
    let id = row.id;
    view! {
        <article class="card">
            <h2>
                <A href=Route::ModerationCase(id).href() attr:class="card__link">
                    {(words.see_case)(id.0)}
                </A>
            </h2>
            <Facts row />
        </article>
    }
}

/// What a case is about and where it stands, as everybody reads it.
#[component]
pub fn Facts(
    /// The case.
    row: CaseRow,
) -> impl IntoView {
    let text = use_text();
    let words = &text.moderation;
    let language = text.language;
    let rules: Vec<_> = row.rules.iter().map(|rule| (words.rule)(*rule)).collect();
    let opened = language.long_day(row.opened_at);
    let due = row.due.map(|due| (words.pages.due)(&language.date(due)));
    let ruling = row.ruling.map(|ruling| {
        let at = language.long_day(ruling.at);
        view! {
            <p>{(words.hidden)(ruling.part, &at, (words.rule)(ruling.rule))}</p>
            <p class="prose">{(words.office_says)(ruling.words.as_str())}</p>
        }
    });
    let said = row.said.map(|said| {
        let at = row.said_at.map(|at| language.long_day(at)).unwrap_or_default();
        view! { <p class="prose">{(words.pages.said)(&at, said.as_str())}</p> }
    });
    view! {
        <p><strong>{(words.pages.standing)(row.standing)}</strong></p>
        <AboutLine about=row.about />
        <p>{(words.pages.reported_for)(&opened, row.n_reports, &rules.join(words.pages.between))}</p>
        {ruling}
        {said}
        {due.map(|due| view! { <p>{due}</p> })}
    }
}

/// What a case is about, as a link where it has a page of its own.
#[component]
fn AboutLine(about: About) -> impl IntoView {
    let said = (use_text().moderation.about)(about);
    let to = match about {
        About::Submission(id) => Some(Route::Number(id)),
        About::Voice(VoiceRef { project, .. }) => Some(Route::Project(project)),
        // It stands among the others of its contest.
        About::Objection(_) => None,
    };
    match to {
        Some(to) => view! {
            <p>
                <A href=to.href() attr:class="card__link">
                    {said}
                </A>
            </p>
        }
        .into_any(),
        None => view! { <p>{said}</p> }.into_any(),
    }
}
