//! One council for those who run it: how it stands, and one large button for each act.
use super::{
    act::{Act, is_of_session},
    move_form::move_href,
};
use crate::{
    api::{Api, ApiError, meetings, use_api},
    desk::desk_page::ForStaff,
    meetings::{agenda::Agenda, minutes_page::Resolutions, show_page::StandingNow, use_council_id},
    routes::Route,
    ui::{A, Back, ButtonLink, Fetched, Load, Look, NotFoundPage, Screen, Screens},
    words::use_text,
};
use huiyin_domain::{
    councils::meeting::{
        StageKind,
        wire::{AttendancePage, CouncilPage},
    },
    ids::CouncilId,
};
use leptos::prelude::*;

/// One council.
#[component]
pub fn ShowPage() -> impl IntoView {
    let id = use_council_id();
    move || match id.get() {
        Some(id) => view! { <ForStaff then=move || view! { <Loaded id /> } /> }.into_any(),
        None => view! { <NotFoundPage /> }.into_any(),
    }
}

/// The council, and who could lead it.
async fn read(api: Api, id: CouncilId) -> Result<(CouncilPage, AttendancePage), ApiError> {
    let page = meetings::read(api, id).await?;
    Ok((page, meetings::attendance(api, id).await?))
}

#[component]
fn Loaded(id: CouncilId) -> impl IntoView {
    let api = use_api();
    let page = Fetched::new(move || read(api, id));
    view! {
        <Back to=Route::DeskCouncils words=use_text().meetings_desk.heading />
        <Load resource=page then=move |(page, people)| view! { <Shown page people /> } />
    }
}

#[component]
fn Shown(page: CouncilPage, people: AttendancePage) -> impl IntoView {
    let heading = page.title.to_string();
    let leads = people.leaders.into_iter().find(|leader| Some(leader.id) == page.facilitator);
    let leads = leads.map(|leader| leader.name);
    let has_resolutions = !page.resolutions.is_empty();
    let page = RwSignal::new(page);
    let mut screens = vec![
        Screen::new(move || view! { <ToDo page /> }),
        Screen::new(move || view! { <Facts page leads=leads.clone() /> }),
        Screen::new(move || view! { <Agenda page /> }),
    ];
    if has_resolutions {
        screens.push(Screen::new(move || {
            let resolutions = page.with_untracked(|page| page.resolutions.clone());
            view! { <Resolutions resolutions /> }
        }));
    }
    view! { <Screens heading screens /> }
}

/// What can be done, the likeliest first.
#[component]
fn ToDo(page: RwSignal<CouncilPage>) -> impl IntoView {
    let words = &use_text().meetings_desk;
    let (id, offers, stage) =
        page.with_untracked(|page| (page.id, page.offers.clone(), page.stage.kind()));
    let runs = offers.iter().any(is_of_session) || stage == StageKind::Noticed;
    let acts = Act::offered(&offers);
    let button = move |(at, act): (usize, Act)| {
        let look = match (act == Act::Cancel, at == 0 && !runs) {
            (true, _) => Look::Warn,
            (false, true) => Look::Main,
            (false, false) => Look::Quiet,
        };
        let to = Route::DeskCouncilAct(id, act.name());
        view! { <ButtonLink to words=(words.act)(act) look /> }
    };
    view! {
        <section class="stack">
            <StandingNow page />
            <DayNow page />
            <p><strong>{(words.waits)(stage)}</strong></p>
            <h2>{words.acts}</h2>
            {runs.then(|| view! { <ButtonLink to=Route::RunCouncil(id) words=words.to_run /> })}
            {acts.into_iter().enumerate().map(button).collect_view()}
        </section>
    }
}

/// What its day has become, and where the council could go.
#[component]
fn DayNow(page: RwSignal<CouncilPage>) -> impl IntoView {
    let text = use_text();
    let words = &text.meetings_desk;
    let (id, changed) = page.with_untracked(|page| (page.id, page.day_changed.clone()));
    changed.map(|changed| {
        let moves = changed.to.map(|to| {
            let when = (words.move_to)(&text.language.hours(to));
            let form = move_href(id, to.day);
            view! {
                <p>{when}</p>
                <A href=form attr:class="button">{words.to_move}</A>
            }
        });
        let nowhere = changed.to.is_none().then_some(words.move_nowhere);
        view! {
            <div class="notice notice--warn stack">
                <p>{(words.day_changed)(&changed.clash)}</p>
                {nowhere.map(|words| view! { <p>{words}</p> })}
                {moves}
            </div>
        }
    })
}

/// How it stands, who leads it, and the other pages about it.
#[component]
fn Facts(page: RwSignal<CouncilPage>, leads: Option<String>) -> impl IntoView {
    let text = use_text();
    let words = &text.meetings_desk;
    let page = page.get_untracked();
    let id = page.id;
    let leads = leads.map_or(words.nobody_leads.to_owned(), |name| (words.leads)(&name));
    let notice = (page.stage.kind() == StageKind::Scheduled)
        .then(|| (words.notice_by)(&text.language.date(page.notice_by)));
    view! {
        <section class="stack">
            <h2>{words.facts}</h2>
            <p>{leads}</p>
            {notice.map(|words| view! { <p>{words}</p> })}
            <p>{(words.counts)(&page.seats)}</p>
            <p>{(text.meetings.left)(page.seats.left, 0 < page.room.online)}</p>
            <p>{(text.meetings.show.quorum)(page.quorum)}</p>
            <ButtonLink to=Route::CouncilPeople(id) words=words.to_people look=Look::Quiet />
            <ButtonLink
                to=Route::PrintCouncil(id) words=text.meetings.show.to_poster look=Look::Quiet
            />
            <ButtonLink to=Route::Council(id) words=words.to_public look=Look::Quiet />
        </section>
    }
}
