//! Who comes, who waits and who came: to check in, and to print for the door.
use super::{Does, act::Act, act_page::done};
use crate::{
    api::{Api, ApiError, Precondition, meetings, use_api},
    browser::document,
    desk::desk_page::ForStaff,
    meetings::use_council_id,
    routes::Route,
    ui::{
        ActButton, Acts, Back, ButtonLink, Fetched, Load, Look, NotFoundPage, OutcomeNotice,
        PageHeading,
    },
    words::use_text,
};
use huiyin_domain::{
    councils::meeting::{
        Answer, Command, Offer, Presence, Way, Who,
        wire::{AttendancePage, AttendanceRow, CouncilPage},
    },
    ids::CouncilId,
};
use leptos::prelude::*;

/// Everybody who answered or came.
#[component]
pub fn PeoplePage() -> impl IntoView {
    let id = use_council_id();
    move || match id.get() {
        Some(id) => view! { <ForStaff then=move || view! { <Loaded id /> } /> }.into_any(),
        None => view! { <NotFoundPage /> }.into_any(),
    }
}

async fn read(api: Api, id: CouncilId) -> Result<(CouncilPage, AttendancePage), ApiError> {
    let page = meetings::read(api, id).await?;
    Ok((page, meetings::attendance(api, id).await?))
}

#[component]
fn Loaded(id: CouncilId) -> impl IntoView {
    let api = use_api();
    let page = Fetched::new(move || read(api, id));
    view! {
        <Back to=Route::DeskCouncil(id) words=use_text().meetings_desk.back />
        <Load resource=page then=move |(page, people)| view! { <Shown page people /> } />
    }
}

#[component]
fn Shown(page: CouncilPage, people: AttendancePage) -> impl IntoView {
    let text = use_text();
    let words = &text.meetings_desk;
    let api = use_api();
    let id = page.id;
    let heading = format!("{} · {}", words.people.heading, page.title);
    let when = text.language.hours(page.hours);
    let may_answer = Act::offered(&page.offers).contains(&Act::AnswerFor);
    let page = RwSignal::new(page);
    let people = RwSignal::new(people);
    let acts: Does = Acts::new(meetings::path(id), page, done);
    // The list is read again whenever the council has changed.
    let fresh = Fetched::new(move || {
        let version = page.with(|page| page.version);
        async move {
            let is_known = people.with_untracked(|people| people.version == version);
            if is_known { None } else { meetings::attendance(api, id).await.ok() }
        }
    });
    Effect::new(move || {
        if let Some(fresh) = fresh.get().flatten() {
            people.set(fresh);
        }
    });
    view! {
        <PageHeading words=heading />
        <OutcomeNotice outcome=acts.outcome />
        <p><strong>{when}</strong></p>
        <p>{move || people.with(|people| (words.counts)(&people.seats))}</p>
        {may_answer.then(|| view! {
            <ButtonLink
                to=Route::DeskCouncilAct(id, Act::AnswerFor.name())
                words=words.people.to_answer_for look=Look::Quiet
            />
        })}
        {move || view! { <Rows people=people.get() acts /> }}
        <ActButton words=words.people.print look=Look::Quiet on_press=document::print />
    }
}

#[component]
fn Rows(people: AttendancePage, acts: Does) -> impl IntoView {
    let words = &use_text().meetings_desk.people;
    if people.people.is_empty() {
        return view! { <p>{words.nobody}</p> }.into_any();
    }
    let may_check_in = people.offers.contains(&Offer::CheckIn);
    let row = move |row| view! { <li><Row row may_check_in acts /></li> };
    view! { <ol class="list">{people.people.into_iter().map(row).collect_view()}</ol> }.into_any()
}

/// How somebody is checked in who has said nothing else.
fn way_of(answer: Answer) -> Way {
    match answer {
        Answer::Coming { way, .. } | Answer::Waiting { way, .. } => way,
        Answer::Nothing | Answer::NotComing => Way::InPerson,
    }
}

#[component]
fn Row(row: AttendanceRow, may_check_in: bool, acts: Does) -> impl IntoView {
    let words = &use_text().meetings_desk.people;
    let AttendanceRow { attendee, resident, name, place } = row;
    let name = name.unwrap_or_else(|| (words.walk_in)(attendee.number.0));
    let button = may_check_in.then(|| {
        let (said, command) = match (attendee.presence, resident) {
            (Presence::Here { .. }, _) => {
                ((words.undo)(&name), Command::UndoCheckIn { number: attendee.number })
            }
            (Presence::Away, Some(id)) => {
                let (who, way) = (Who::Resident { id }, way_of(attendee.answer));
                ((words.check_in)(&name), Command::CheckIn { who, way })
            }
            (Presence::Away, None) => return None,
        };
        let press = move || acts.send(command.clone(), |_| Precondition::None);
        Some(view! {
            <ActButton words=said look=Look::Quiet busy=acts.busy() on_press=press />
        })
    });
    view! {
        <article class="card">
            <h2>{name.clone()}</h2>
            <p>{(words.answer)(&attendee.answer, place)}</p>
            {attendee.only_chance.then(|| view! { <p>{words.only_chance}</p> })}
            <p><strong>{(words.presence)(&attendee.presence)}</strong></p>
            {button.flatten()}
        </article>
    }
}
