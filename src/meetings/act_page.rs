//! A question about a council, on a page of its own: how do I come, do I not, when to be reminded.
use super::{
    act::Act,
    calendar_page::CalendarPart,
    minutes_page::MinutesPart,
    show_page::StandingNow,
    use_council_id,
    word_page::{NotDone, Whether},
};
use crate::{
    api::{Precondition, meetings, use_api},
    offline::item::What,
    routes::Route,
    ui::{
        ActButton, Acts, Back, ButtonLink, ErrorSummary, Fault, FaultLine, Fetched, Load, Look,
        NotFoundPage, Outcome, OutcomeNotice, PageHeading, RadioTile, SendButton,
    },
    words::{Text, use_text},
};
use huiyin_domain::{
    councils::meeting::{
        Command, Offer, Reminder, Way,
        wire::{CouncilPage, ReminderForm},
    },
    ids::CouncilId,
    problems::{FieldFault, FieldProblem},
};
use leptos::prelude::*;
use leptos_router::{
    NavigateOptions,
    hooks::{use_navigate, use_params_map, use_query_map},
};

const WAY: &str = "way";
const REMINDER: &str = "reminder";

/// One question, the calendar file, or the minutes.
#[component]
pub fn ActPage() -> impl IntoView {
    let id = use_council_id();
    let params = use_params_map();
    let act = Memo::new(move |_| Act::parse(&params.read().get("act")?));
    move || match (id.get(), act.get()) {
        (Some(id), Some(act)) => view! { <Loaded id act /> }.into_any(),
        (None, _) | (_, None) => view! { <NotFoundPage /> }.into_any(),
    }
}

#[component]
fn Loaded(id: CouncilId, act: Act) -> impl IntoView {
    let api = use_api();
    let page = Fetched::new(move || meetings::read(api, id));
    view! {
        <Back to=Route::Council(id) words=use_text().meetings.acts.back />
        <Load resource=page then=move |page| view! { <Shown act page /> } />
    }
}

#[component]
fn Shown(act: Act, page: CouncilPage) -> impl IntoView {
    let words = &use_text().meetings.acts;
    let is_offered = page.offers.iter().any(|offer| act.is_behind(offer));
    let page = RwSignal::new(page);
    match (act, is_offered) {
        (Act::Calendar, _) => view! { <CalendarPart page /> }.into_any(),
        (Act::Minutes, _) => view! { <MinutesPart page /> }.into_any(),
        (Act::Seat, true) => view! { <Seat page /> }.into_any(),
        (Act::Decline, true) => view! { <Decline page /> }.into_any(),
        (Act::Reminder, true) => view! { <Remind page /> }.into_any(),
        (Act::Word, true) => view! { <Whether page /> }.into_any(),
        (Act::NotDone, true) => view! { <NotDone page /> }.into_any(),
        (Act::Seat | Act::Decline | Act::Reminder | Act::Word | Act::NotDone, false) => view! {
            <PageHeading words=words.not_now />
            <StandingNow page />
        }
        .into_any(),
    }
}

/// What a command has come to that is sent from here; nothing else is.
pub(super) fn done(text: &Text, command: &Command) -> String {
    let words = &text.meetings.acts;
    if matches!(command, Command::SayDone { .. } | Command::SayNotDone { .. }) {
        return words.word.said.to_owned();
    }
    if matches!(command, Command::Decline { .. }) { words.declined } else { words.seated }
        .to_owned()
}

/// One's own seat may be asked for and given back later.
fn later(text: &Text, command: &Command) -> Option<(What, String)> {
    Some((What::Seat, done(text, command)))
}

/// Leads back to the council once it is done.
pub(super) fn lead_back(id: CouncilId, act: Act, outcome: RwSignal<Option<Outcome>>) {
    let navigate = use_navigate();
    Effect::new(move || {
        if let Some(Outcome::Done(_)) = outcome.get() {
            let options = NavigateOptions { replace: true, ..Default::default() };
            navigate(&format!("{}?done={}", Route::Council(id).href(), act.name()), options);
        }
    });
}

/// What this person can choose: each way with whether there is a seat.
fn ways(page: &CouncilPage) -> Vec<(Way, bool)> {
    let way = |offer: &Offer| {
        let Offer::Rsvp { way, has_seat } = *offer else { return None };
        Some((way, has_seat))
    };
    page.offers.iter().filter_map(way).collect()
}

/// Into the room, or by video; the way whose button led here is chosen.
#[component]
fn Seat(page: RwSignal<CouncilPage>) -> impl IntoView {
    let text = use_text();
    let words = &text.meetings.acts;
    let (id, offered, left) = page.with_untracked(|page| (page.id, ways(page), page.seats.left));
    let back = Route::CouncilAct(id, Act::Seat.name());
    let acts = Acts::new(meetings::path(id), page, done).later(later, &back);
    lead_back(id, Act::Seat, acts.outcome);
    let asked = use_query_map().read_untracked().get(WAY).and_then(|way| Way::parse(&way));
    let asked = asked.filter(|asked| offered.iter().any(|(way, _)| way == asked));
    let chosen = RwSignal::new(asked);
    let faults = RwSignal::new(Vec::new());
    let tile = move |(at, (way, has_seat)): (usize, (Way, bool))| {
        // The first tile carries the field's id, so that the summary's link leads to it.
        let id = if at == 0 { WAY.to_owned() } else { format!("{WAY}-{at}") };
        let hint = (words.seat_hint)(way, has_seat, left);
        view! {
            <RadioTile
                group=WAY id words=(text.meetings.way)(way) hint
                is_chosen=Signal::derive(move || chosen.get() == Some(way))
                on_choose=move || chosen.set(Some(way))
            />
        }
    };
    let send = move || match chosen.get_untracked() {
        Some(way) => {
            faults.set(Vec::new());
            acts.send(Command::Rsvp { way, resident: None }, |_| Precondition::None);
        }
        None => faults.set(nothing_chosen(WAY)),
    };
    let problem = Signal::derive(move || Fault::for_field(&faults.get(), WAY));
    view! {
        <OutcomeNotice outcome=acts.outcome />
        <ErrorSummary faults />
        <PageHeading words=words.seat />
        <fieldset class="stack">
            <legend class="unseen">{words.seat}</legend>
            <FaultLine name=WAY fault=problem />
            {offered.into_iter().enumerate().map(tile).collect_view()}
        </fieldset>
        <SendButton words=words.seat_send busy=acts.busy() on_press=send />
    }
}

fn nothing_chosen(field: &str) -> Vec<Fault> {
    let fault = FieldFault::NothingChosen;
    Fault::of(&[FieldProblem { field: field.to_owned(), fault }])
}

/// Two buttons, of which one changes nothing.
#[component]
fn Decline(page: RwSignal<CouncilPage>) -> impl IntoView {
    let words = &use_text().meetings.acts;
    let id = page.with_untracked(|page| page.id);
    let back = Route::CouncilAct(id, Act::Decline.name());
    let acts = Acts::new(meetings::path(id), page, done).later(later, &back);
    lead_back(id, Act::Decline, acts.outcome);
    let decline = move || acts.send(Command::Decline { resident: None }, |_| Precondition::None);
    view! {
        <OutcomeNotice outcome=acts.outcome />
        <PageHeading words=words.decline />
        <p>{words.decline_means}</p>
        <ActButton
            words=words.decline_sure look=Look::Warn busy=acts.busy() casts=true
            on_press=decline
        />
        <ButtonLink to=Route::Council(id) words=words.decline_not look=Look::Quiet />
    }
}

fn reminded(text: &Text, _: &ReminderForm) -> String {
    text.meetings.acts.reminded.to_owned()
}

/// A day before, two hours before, or not at all.
#[component]
fn Remind(page: RwSignal<CouncilPage>) -> impl IntoView {
    let text = use_text();
    let words = &text.meetings.acts;
    let id = page.with_untracked(|page| page.id);
    let acts: Acts<ReminderForm, CouncilPage> =
        Acts::at(meetings::path(id), "reminder", page, reminded);
    lead_back(id, Act::Reminder, acts.outcome);
    let now = page.with_untracked(|page| page.mine.as_ref().map(|mine| mine.reminder));
    let chosen = RwSignal::new(now.unwrap_or_default());
    let tile = move |(at, reminder): (usize, Reminder)| {
        let id = if at == 0 { REMINDER.to_owned() } else { format!("{REMINDER}-{at}") };
        view! {
            <RadioTile
                group=REMINDER id words=(text.meetings.reminder)(reminder)
                hint=(words.remind_hint)(reminder)
                is_chosen=Signal::derive(move || chosen.get() == reminder)
                on_choose=move || chosen.set(reminder)
            />
        }
    };
    let send = move || {
        acts.send(ReminderForm { reminder: chosen.get_untracked() }, |_| Precondition::None);
    };
    view! {
        <OutcomeNotice outcome=acts.outcome />
        <PageHeading words=words.remind />
        <fieldset class="stack">
            <legend class="unseen">{words.remind}</legend>
            {Reminder::ALL.into_iter().enumerate().map(tile).collect_view()}
        </fieldset>
        <SendButton words=words.remind_send busy=acts.busy() on_press=send />
    }
}
