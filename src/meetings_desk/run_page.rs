//! The session of a council on one screen: who is here, the agenda, what is said, votes, the end.
use super::{
    Does,
    act_page::done,
    counts::{Counts, Following},
    run_book::{AgendaNow, Book, BookTyped},
    run_door::{Door, DoorTyped},
    run_vote::{End, EndTyped, Vote, VoteTyped},
    version,
};
use crate::{
    accessibility::use_modes,
    api::{meetings, use_api},
    desk::desk_page::ForStaff,
    meetings::{show_page::StandingNow, use_council_id},
    routes::Route,
    ui::{
        ActButton, Acts, Back, ButtonLink, Fetched, Load, Look, NotFoundPage, OutcomeNotice,
        Screen, Screens,
    },
    words::use_text,
};
use huiyin_domain::{
    councils::meeting::{CHECK_IN_EARLY_MINUTES, Command, Offer, StageKind, wire::CouncilPage},
    ids::CouncilId,
};
use leptos::prelude::*;

/// The session.
#[component]
pub fn RunPage() -> impl IntoView {
    let id = use_council_id();
    move || match id.get() {
        Some(id) => view! { <ForStaff then=move || view! { <Loaded id /> } /> }.into_any(),
        None => view! { <NotFoundPage /> }.into_any(),
    }
}

#[component]
fn Loaded(id: CouncilId) -> impl IntoView {
    let api = use_api();
    let page = Fetched::new(move || meetings::read(api, id));
    view! {
        <Back to=Route::DeskCouncil(id) words=use_text().meetings_desk.back />
        <Load resource=page then=move |page| view! { <Session page /> } />
    }
}

/// All of it. Each part says for itself what came of it, and keeps what was typed while the counts
/// around it change.
#[component]
fn Session(page: CouncilPage) -> impl IntoView {
    let words = &use_text().meetings_desk.run;
    let heading = format!("{} · {}", words.heading, page.title);
    let id = page.id;
    let page = RwSignal::new(page);
    let following = Following::begin(page);
    let acts = || -> Does { Acts::new(meetings::path(id), page, done) };
    let (chair, door, book) = (acts(), DoorTyped::new(acts()), BookTyped::new(id, acts()));
    let (vote, end) = (VoteTyped::new(id, acts()), EndTyped::new(acts()));
    let counts = Screen::new(move || {
        view! {
            <Counts following />
            <Chair page acts=chair />
        }
    });
    let agenda = Screen::new(move || view! { <AgendaNow following /> });
    let door = Screen::new(move || view! { <Door page typed=door /> });
    let book = Screen::new(move || view! { <Book page typed=book /> });
    let vote = Screen::new(move || view! { <Vote page typed=vote /> });
    let end = Screen::new(move || view! { <End page typed=end /> });
    let screens = if use_modes().is_elder() {
        vec![counts.and(agenda), door, book, vote, end]
    } else {
        // Side by side where there is room for it, as on a laptop.
        let parts = [agenda, door, book, vote, end];
        vec![
            counts,
            Screen::new(move || {
                let parts = parts.clone().map(|part| view! { <div>{part.show()}</div> });
                view! { <div class="meetings-run">{parts.collect_view()}</div> }
            }),
        ]
    };
    view! { <Screens heading screens /> }
}

/// Begins the session, or says from when that is possible.
#[component]
fn Chair(page: RwSignal<CouncilPage>, acts: Does) -> impl IntoView {
    let text = use_text();
    let words = &text.meetings_desk.run;
    let now = Memo::new(move |_| {
        page.with(|page| (page.stage.kind(), page.offers.contains(&Offer::Open), page.hours))
    });
    let shown = move || {
        let (stage, may_open, hours) = now.get();
        let early = i64::from(CHECK_IN_EARLY_MINUTES) * -60_000;
        match (stage, may_open) {
            (_, true) => {
                let open = move || acts.send(Command::Open, version);
                view! {
                    <ActButton words=words.open casts=true busy=acts.busy() on_press=open />
                }
                .into_any()
            }
            (StageKind::Scheduled | StageKind::Noticed, false) => {
                let from = text.language.moment(hours.begins().plus_millis(early));
                view! { <p>{(words.opens)(&from)}</p> }.into_any()
            }
            (StageKind::InSession, false) => ().into_any(),
            (
                StageKind::Held
                | StageKind::NoQuorum
                | StageKind::MinutesPublished
                | StageKind::Closed
                | StageKind::Cancelled,
                false,
            ) => view! {
                <p class="notice">{words.is_over}</p>
                <StandingNow page />
            }
            .into_any(),
        }
    };
    let id = page.with_untracked(|page| page.id);
    view! {
        <section class="stack">
            <OutcomeNotice outcome=acts.outcome />
            {shown}
            <ButtonLink
                to=Route::CouncilPeople(id) words=text.meetings_desk.to_people look=Look::Quiet
            />
        </section>
    }
}
