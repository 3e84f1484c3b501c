//! One act on a council: what it means, the form, and what came of it.
use super::{
    Does,
    act::Act,
    agenda_form::AgendaFields,
    answer_for::AnswerFor,
    facilitator_form::FacilitatorFields,
    follow_up_form::FollowUpFields,
    forms::{CancelFields, LinkFields, MinutesFields, Plain},
    move_form::MoveFields,
};
use crate::{
    api::{meetings, use_api},
    desk::desk_page::ForStaff,
    meetings::{show_page::StandingNow, use_council_id},
    routes::Route,
    ui::{
        Acts, Back, ButtonLink, Fetched, Load, Look, NotFoundPage, Outcome, OutcomeNotice,
        PageHeading,
    },
    words::{Text, use_text},
};
use huiyin_domain::{
    councils::meeting::{Command, wire::CouncilPage},
    ids::CouncilId,
};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// One act; an address that names none is not found.
#[component]
pub fn ActPage() -> impl IntoView {
    let id = use_council_id();
    let params = use_params_map();
    let act = Memo::new(move |_| Act::parse(&params.read().get("act")?));
    move || match (id.get(), act.get()) {
        (Some(id), Some(act)) => {
            view! { <ForStaff then=move || view! { <Loaded id act /> } /> }.into_any()
        }
        (None, _) | (_, None) => view! { <NotFoundPage /> }.into_any(),
    }
}

#[component]
fn Loaded(id: CouncilId, act: Act) -> impl IntoView {
    let api = use_api();
    let page = Fetched::new(move || meetings::read(api, id));
    view! {
        <Back to=Route::DeskCouncil(id) words=use_text().meetings_desk.back />
        <Load resource=page then=move |page| view! { <Shown page act /> } />
    }
}

/// What an act has come to; the session says its own.
pub(super) fn done(text: &Text, command: &Command) -> String {
    let words = &text.meetings_desk;
    let said = match command {
        Command::SetAgenda { .. } => (words.done)(Act::Agenda),
        Command::GiveNotice => (words.done)(Act::Notice),
        Command::Move { .. } => (words.done)(Act::Move),
        Command::ChangeLink { .. } => (words.done)(Act::Link),
        Command::ReplaceFacilitator { .. } => (words.done)(Act::Facilitator),
        Command::Cancel { .. } => (words.done)(Act::Cancel),
        Command::FollowUp { .. } => (words.done)(Act::FollowUp),
        Command::PublishMinutes { .. } => (words.done)(Act::Minutes),
        Command::Close => (words.done)(Act::Close),
        Command::Rsvp { .. } | Command::Decline { .. } => words.people.answered,
        // Residents say these themselves.
        Command::SayDone { .. } | Command::SayNotDone { .. } => words.people.answered,
        Command::Open => words.run.opened,
        Command::CheckIn { .. } => words.run.checked_in,
        Command::UndoCheckIn { .. } => words.run.undone,
        Command::RecordOpinion { .. } => words.run.recorded,
        Command::Resolve { .. } => words.run.voted,
        Command::CloseSession { .. } => words.run.ended,
    };
    said.to_owned()
}

#[component]
fn Shown(page: CouncilPage, act: Act) -> impl IntoView {
    let words = &use_text().meetings_desk;
    let id = page.id;
    let page = RwSignal::new(page);
    let acts: Does = Acts::new(meetings::path(id), page, done);
    let is_done = Memo::new(move |_| acts.outcome.with(|it| matches!(it, Some(Outcome::Done(_)))));
    let is_offered =
        Memo::new(move |_| page.with(|page| Act::offered(&page.offers).contains(&act)));
    // The form is made once: others' changes meanwhile take nothing away that was typed.
    let was_offered = is_offered.get_untracked();
    let shown = move || match (act.is_done_once() && is_done.get(), was_offered) {
        (true, _) => view! { <Onward id /> }.into_any(),
        (false, true) => view! {
            <p>{(words.means)(act)}</p>
            <Form act page acts />
        }
        .into_any(),
        (false, false) => view! {
            <p class="notice notice--warn">{words.not_now}</p>
            <StandingNow page />
            <Onward id />
        }
        .into_any(),
    };
    view! {
        <PageHeading words=(words.act)(act) />
        <OutcomeNotice outcome=acts.outcome />
        {shown}
    }
}

/// Where to go on.
#[component]
fn Onward(id: CouncilId) -> impl IntoView {
    let words = &use_text().meetings_desk;
    view! {
        <section class="stack">
            <ButtonLink to=Route::DeskCouncil(id) words=words.back />
            <ButtonLink to=Route::Council(id) words=words.to_public look=Look::Quiet />
        </section>
    }
}

#[component]
fn Form(act: Act, page: RwSignal<CouncilPage>, acts: Does) -> impl IntoView {
    match act {
        Act::Agenda => view! { <AgendaFields page acts /> }.into_any(),
        Act::Notice | Act::Close => view! { <Plain act page acts /> }.into_any(),
        Act::Move => view! { <MoveFields page acts /> }.into_any(),
        Act::Link => view! { <LinkFields page acts /> }.into_any(),
        Act::Facilitator => view! { <FacilitatorFields page acts /> }.into_any(),
        Act::Cancel => view! { <CancelFields page acts /> }.into_any(),
        Act::FollowUp => view! { <FollowUpFields page acts /> }.into_any(),
        Act::Minutes => view! { <MinutesFields page acts /> }.into_any(),
        Act::AnswerFor => view! { <AnswerFor acts /> }.into_any(),
    }
}
