//! One contest: where it is, what one can do, its rules, dates and story.
use super::{
    draft_notice::DraftNotice, list_page::OriginLine, rules_section::RulesSection, use_contest_id,
};
use crate::{
    apart::{parts, wanted_about},
    api::use_api,
    paper::ways_in::{PrintLinks, WaysIn},
    routes::Route,
    ui::{Back, ButtonLink, Fetched, Load, Look, NotFoundPage, Screen, Screens},
    words::use_text,
};
use huiyin_domain::{
    contests::{
        Event, Phase,
        wire::{ContestPage, Offer, StoryLine},
    },
    ids::ContestId,
};
use leptos::{prelude::*, task::spawn_local};

/// One contest.
#[component]
pub fn ShowPage() -> impl IntoView {
    let contest = use_contest_id();
    move || match contest.get() {
        Some(contest) => view! { <Loaded contest /> }.into_any(),
        None => view! { <NotFoundPage /> }.into_any(),
    }
}

#[component]
fn Loaded(contest: ContestId) -> impl IntoView {
    let api = use_api();
    if untrack(is_organiser) {
        // Begun beside the page itself, it is there when the page is, and moves nothing.
        spawn_local(async { drop((parts().managing)().await) });
    }
    let page = Fetched::new(move || async move {
        let page = api.get::<ContestPage>(&format!("contests/{contest}")).await;
        if let Ok(page) = &page {
            api.note_time(page.now);
        }
        page
    });
    view! { <Load resource=page then=move |page| view! { <Shown page /> } /> }
}

fn is_organiser() -> bool {
    use_api().me().is_some_and(|me| me.viewer.organiser().is_some())
}

#[component]
fn Shown(page: ContestPage) -> impl IntoView {
    let text = use_text();
    let id = page.contest.id;
    let title = page.contest.title.to_string();
    let origin = page.contest.origin.clone();
    let page = RwSignal::new(page);
    let mut screens = vec![Screen::new(move || {
        view! {
            <OriginLine origin=origin.clone() />
            <Standing page />
            <WhatToDo id page />
        }
    })];
    if is_organiser() {
        screens.push(Screen::new(move || wanted_about(parts().managing, page)));
    }
    screens.push(Screen::new(move || view! { <WaysIn page /> <PrintLinks page /> }));
    screens.push(Screen::new(move || {
        move || page.with(|page| view! { <RulesSection page=page.clone() /> })
    }));
    screens.push(Screen::new(move || view! { <Story page /> }));
    view! {
        <Back to=Route::Contests words=text.contests.heading />
        <Screens heading=title screens />
    }
}

/// What one can do here, and the proposals.
#[component]
fn WhatToDo(id: ContestId, page: RwSignal<ContestPage>) -> impl IntoView {
    let text = use_text();
    let offers = Memo::new(move |_| page.with(|page| page.offers.clone()));
    let read = move || {
        let words = (text.home.read_proposals)(page.with(|page| page.n_proposals));
        view! { <ButtonLink to=Route::Proposals(id) words look=Look::Quiet /> }
    };
    view! {
        {move || offers.get().into_iter().filter_map(|offer| act(id, offer)).collect_view()}
        {(!use_api().is_archive()).then(|| view! { <DraftNotice contest=id /> })}
        {read}
    }
}

/// What a resident can do, as one large button.
fn act(id: ContestId, offer: Offer) -> Option<AnyView> {
    let words = &use_text().contests;
    let (to, words) = match offer {
        Offer::Propose => (Route::Propose(id, "what"), words.propose),
        Offer::Vote => (Route::Vote(id), words.vote),
        Offer::SeeResult => (Route::Result(id), words.see_result),
        Offer::Count | Offer::Publish | Offer::MoveOn { .. } => return None,
    };
    Some(view! { <ButtonLink to words /> }.into_any())
}

/// Where it is, what that means, and until when.
#[component]
fn Standing(page: RwSignal<ContestPage>) -> impl IntoView {
    let text = use_text();
    let words = &text.contests;
    let standing = move || {
        let (phase, now, ends) = page.with(|page| (page.phase, page.now, page.ends));
        let n_shortlisted = page.with(|page| page.n_shortlisted);
        let until = ends.map(|ends| {
            let language = text.language;
            (words.until)(&language.moment(ends), &language.time_left(now, ends))
        });
        let shows_shortlist = n_shortlisted > 0 && phase >= Phase::Reviewing;
        view! {
            <p class="contests-phase"><strong>{(words.phase)(phase)}</strong></p>
            <p>{(words.page.phase_means)(phase)}</p>
            {until.map(|until| view! { <p>{until}</p> })}
            {(phase >= Phase::Notice).then(|| {
                let to = Route::Objections(page.with(|page| page.contest.id));
                view! { <ButtonLink to words=text.objections.heading look=Look::Quiet /> }
            })}
            {page.with(|page| page.contest.waits(page.now)).map(|n| view! {
                <p class="notice notice--warn">{(text.objections.waits)(n)}</p>
            })}
            {shows_shortlist.then(|| view! { <p>{(words.page.n_shortlisted)(n_shortlisted)}</p> })}
            {(phase >= Phase::Results).then(|| view! {
                <ButtonLink
                    to=Route::Projects words=text.delivery.list.heading look=Look::Quiet
                />
            })}
        }
    };
    view! { <section class="stack stack--tight">{standing}</section> }
}

/// What happened, newest first, with the reasons.
#[component]
fn Story(page: RwSignal<ContestPage>) -> impl IntoView {
    let text = use_text();
    let words = &text.contests;
    let reason = |event: &Event| match event {
        Event::MovedOn { reason, .. } | Event::Postponed { reason, .. } => {
            Some((words.page.because)(reason.as_str()))
        }
        Event::ExclusiveNamed { group } | Event::ExclusiveDropped { group } => {
            Some((words.page.because)(group.reason.as_str()))
        }
        Event::Created
        | Event::Objected { .. }
        | Event::ObjectionAnswered { .. }
        | Event::Counted
        | Event::Published => None,
    };
    let line = move |line: &StoryLine| {
        let why = reason(&line.event).map(|why| view! { <p>{why}</p> });
        view! {
            <li>
                <span class="story__when">{text.language.long_day(line.at)}</span>
                <p>{(words.page.event)(&line.event)}</p>
                {why}
            </li>
        }
    };
    let lines = move || page.with(|page| page.story.iter().map(line).collect_view());
    view! {
        <section class="stack stack--tight">
            <h2>{words.story}</h2>
            <ol class="story">{lines}</ol>
        </section>
    }
}
