//! The proposals that wait for the staff: to be screened, to be sent to review, and in review.
use crate::{
    accessibility::use_modes,
    api::{reviewing, use_api},
    desk::desk_page::ForStaff,
    proposals::stage_tag::StageTag,
    routes::Route,
    ui::{A, Back, Fetched, Load, Screen, Screens},
    words::use_text,
};
use huiyin_domain::proposals::wire::{WaitingList, WaitingRow};
use leptos::prelude::*;

/// A part of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The office looks at it first.
    ToScreen,
    /// Nobody was asked yet.
    ToSend,
    /// Departments look at it.
    ToReview,
}

/// What waits.
#[component]
pub fn ListPage() -> impl IntoView {
    view! { <ForStaff then=|| view! { <Loaded /> } /> }
}

#[component]
fn Loaded() -> impl IntoView {
    let api = use_api();
    let list = Fetched::new(move || reviewing::waiting(api));
    view! {
        <Back to=Route::Desk words=use_text().desk.heading />
        <Load resource=list then=|list| view! { <Shown list /> } />
    }
}

/// How many wait in all.
pub fn n_waiting(list: &WaitingList) -> usize {
    let n_listed = list.to_screen.len() + list.to_send.len() + list.to_review.len();
    n_listed + list.n_more as usize
}

/// How many stand on one screen of the elder mode.
const ON_A_SCREEN: usize = 3;

#[component]
fn Shown(list: WaitingList) -> impl IntoView {
    let words = &use_text().reviewing.list;
    let is_office = use_api().me().is_some_and(|me| me.viewer.organiser().is_some());
    let is_elder = use_modes().is_elder();
    let rows = list.to_screen.iter().chain(&list.to_send).chain(&list.to_review);
    let n_late = rows.filter(|row| row.n_days_late > 0).count();
    let total = (words.total)(n_waiting(&list), n_late);
    let more = (list.n_more > 0).then(|| (words.more)(list.n_more));
    let WaitingList { to_screen, to_send, to_review, .. } = list;
    let parts = [(Part::ToScreen, to_screen), (Part::ToSend, to_send), (Part::ToReview, to_review)];
    // Departments are asked about what is in review alone.
    let parts = parts.into_iter().filter(|(part, _)| is_office || *part == Part::ToReview);
    let mut screens = Vec::new();
    for (part, rows) in parts {
        if rows.is_empty() && !is_elder {
            screens.push(Screen::new(move || view! { <PartOf part rows=Vec::new() is_office /> }));
        }
        let few = if is_elder { ON_A_SCREEN } else { rows.len() };
        for rows in rows.chunks(few.max(1)) {
            let rows = rows.to_vec();
            screens.push(Screen::new(move || {
                view! { <PartOf part rows=rows.clone() is_office /> }
            }));
        }
    }
    let total = Screen::new(move || {
        let more = more.clone().map(|more| view! { <p>{more}</p> });
        view! { <p><strong>{total.clone()}</strong></p> {more} }
    });
    let first = if screens.is_empty() { total } else { total.and(screens.remove(0)) };
    screens.insert(0, first);
    view! { <Screens heading=words.heading screens /> }
}

/// The rows of one part.
#[component]
fn PartOf(part: Part, rows: Vec<WaitingRow>, is_office: bool) -> impl IntoView {
    let words = &use_text().reviewing.list;
    let is_empty = rows.is_empty();
    let row = move |row: WaitingRow| view! { <li><Row row part is_office /></li> };
    view! {
        <section class="stack">
            <h2>{(words.part)(part)}</h2>
            {if is_empty {
                view! { <p>{words.nothing}</p> }.into_any()
            } else {
                view! {
                    <p class="soft">{(words.part_means)(part)}</p>
                    <ol class="list">{rows.into_iter().map(row).collect_view()}</ol>
                }
                .into_any()
            }}
        </section>
    }
}

/// One proposal that waits.
#[component]
fn Row(row: WaitingRow, part: Part, is_office: bool) -> impl IntoView {
    let text = use_text();
    let words = &text.reviewing.list;
    let class = if row.n_days_late > 0 { "ledger-late" } else { "" };
    let due = row.due.map(|due| (words.due)(&text.language.date(due), row.n_days_late));
    let is_reviewed = part == Part::ToReview;
    let own = (is_reviewed && !is_office).then(|| (words.your_word)(row.has_answered));
    // Whoever gives the public answer waits for the others.
    let all = (is_reviewed && (is_office || row.leads))
        .then(|| (words.answered)(row.n_answered, row.n_asked));
    let WaitingRow { card, contest_title, leads, .. } = row;
    view! {
        <article class="card">
            <p class="card__number">{(text.proposals.number)(card.id.0)}</p>
            <h3>
                <A href=Route::DeskProposal(card.id).href() attr:class="card__link">
                    <bdi>{card.title}</bdi>
                    <span class="unseen">" · " {(text.proposals.number)(card.id.0)}</span>
                </A>
            </h3>
            <p class="soft">{contest_title}</p>
            <p>{card.place}</p>
            <StageTag stage=card.stage.kind() />
            <p>{(text.proposals.co_signs)(card.n_co_signs)}</p>
            {due.map(|due| view! { <p class=class>{due}</p> })}
            {all.map(|said| view! { <p>{said}</p> })}
            {own.map(|said| view! { <p>{said}</p> })}
            {leads.then(|| view! { <p><strong>{words.you_lead}</strong></p> })}
        </article>
    }
}
