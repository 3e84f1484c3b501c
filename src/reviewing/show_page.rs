//! One proposal for the staff: what can be done, what it says, the list, the review, the notes.
use super::{
    about::MergeWaits,
    act::Act,
    notes::{NotesPart, has_notes},
    review_part::ReviewPart,
};
use crate::{
    api::{reviewing, use_api},
    desk::desk_page::ForStaff,
    proposals::{
        show_page::{Says, Standing},
        use_proposal_number,
    },
    routes::Route,
    ui::{Back, ButtonLink, Fetched, Load, Look, NotFoundPage, Screen, Screens},
    words::{isolated, use_text},
};
use huiyin_domain::{
    ids::ProposalId,
    proposals::wire::{ProposalPage, ProposalRef},
};
use leptos::prelude::*;

/// One proposal at the desk.
#[component]
pub fn ShowPage() -> impl IntoView {
    let id = use_proposal_number("id");
    move || match id.get() {
        Some(id) => view! { <ForStaff then=move || view! { <Loaded id /> } /> }.into_any(),
        None => view! { <NotFoundPage /> }.into_any(),
    }
}

#[component]
fn Loaded(id: ProposalId) -> impl IntoView {
    let api = use_api();
    let page = Fetched::new(move || reviewing::read(api, id));
    view! {
        <Back to=Route::DeskProposals words=use_text().reviewing.list.heading />
        <Load resource=page then=|page| view! { <Shown page /> } />
    }
}

#[component]
fn Shown(page: ProposalPage) -> impl IntoView {
    let text = use_text();
    let (id, title) = (page.id, page.content.title.to_string());
    let has_notes = use_api().me().is_some_and(|me| has_notes(&me.viewer, &page));
    let is_reviewed = page.review.is_some();
    let page = RwSignal::new(page);
    let mut screens = vec![Screen::new(move || view! { <Now page /> })];
    if is_reviewed {
        screens.push(Screen::new(move || view! { <ReviewPart page /> }));
    }
    screens.push(Screen::new(move || view! { <Wrote page /> }));
    screens.push(Screen::new(move || view! { <NegativeList page /> }));
    if has_notes {
        screens.push(Screen::new(move || view! { <NotesPart id /> }));
    }
    view! {
        <p class="card__number">{(text.proposals.number)(id.0)}</p>
        <Screens heading=title screens />
    }
}

/// Where it stands, and a large link for each thing that can be done.
#[component]
fn Now(page: RwSignal<ProposalPage>) -> impl IntoView {
    let text = use_text();
    let words = &text.reviewing;
    let (id, acts, merged) =
        page.with_untracked(|page| (page.id, Act::offered(&page.offers), page.merged.clone()));
    let (contest, contest_title) =
        page.with_untracked(|page| (page.contest, page.contest_title.clone()));
    let has_none = acts.is_empty();
    let act = move |(at, act): (usize, Act)| {
        // The likeliest one is the main one.
        let look = if at == 0 { Look::Main } else { Look::Quiet };
        let to = Route::DeskProposalAct(id, act.name());
        view! { <ButtonLink to words=(words.act)(act) look /> }
    };
    let came_in =
        |it: ProposalRef| view! { <p>{(words.show.merged)(it.id.0, &isolated(&it.title))}</p> };
    view! {
        <section class="stack">
            <p class="soft">{contest_title}</p>
            <Standing page />
            <MergeWaits page />
            {merged.into_iter().map(came_in).collect_view()}
            <h2>{words.show.acts}</h2>
            {has_none.then(|| view! { <p>{words.show.no_acts}</p> })}
            {acts.into_iter().enumerate().map(act).collect_view()}
            <ButtonLink to=Route::Proposal(id) words=words.show.to_public look=Look::Quiet />
            <ButtonLink
                to=Route::Contest(contest) words=text.proposals.writing.to_contest look=Look::Quiet
            />
        </section>
    }
}

/// What its author wrote.
#[component]
fn Wrote(page: RwSignal<ProposalPage>) -> impl IntoView {
    let words = &use_text().reviewing.show;
    let (content, currency, author) = page.with_untracked(|page| {
        (page.content.clone(), page.currency.clone(), page.author_name.clone())
    });
    view! {
        <section class="stack stack--tight">
            <h2>{words.says}</h2>
            {author.map(|name| view! { <p>{(words.by)(&name)}</p> })}
        </section>
        <Says content currency page />
    }
}

/// What cannot be funded, as it was published with the contest.
#[component]
fn NegativeList(page: RwSignal<ProposalPage>) -> impl IntoView {
    let words = &use_text().reviewing.show;
    let list = page.with_untracked(|page| page.negative_list.clone());
    let means = if list.is_empty() { words.no_list } else { words.list_means };
    view! {
        <section class="stack stack--tight">
            <h2>{words.list}</h2>
            <p>{means}</p>
            <ol class="proposals-requests">
                {list.into_iter().map(|item| view! { <li>{item}</li> }).collect_view()}
            </ol>
        </section>
    }
}
