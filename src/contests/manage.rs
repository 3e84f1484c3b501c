//! Running a contest: the next step, another date, counting and publishing.
use super::{
    decided_on::{fault_at, seen},
    exclusive_form::{ExclusiveForm, ReserveForm},
    postpone::Postpone,
};
use crate::{
    routes::Route,
    ui::{
        ActButton, Acts, AreaField, ButtonLink, ErrorSummary, Fault, Look, Outcome, OutcomeNotice,
    },
    words::{Text, use_text},
};
use huiyin_domain::{
    contests::{
        Command, CountState, Phase, Reason,
        wire::{ContestPage, Offer},
    },
    problems::FieldFault,
};
use leptos::prelude::*;

const REASON: &str = "move-reason";

/// What an act has come to.
fn done(text: &Text, command: &Command) -> String {
    let words = &text.contests.manage;
    match command {
        Command::MoveOn { to, .. } => (words.moved_on)(*to),
        Command::Postpone { phase, .. } => (words.postponed)(*phase),
        Command::NameExclusive { .. } | Command::DropExclusive { .. } => {
            words.exclusive_kept.to_owned()
        }
        Command::Count => words.counted.to_owned(),
        Command::Publish => words.published.to_owned(),
    }
}

/// What an organiser can do with the contest now, and what came of it.
#[component]
pub fn ManageSection(
    /// The contest.
    page: RwSignal<ContestPage>,
) -> impl IntoView {
    let path = page.with_untracked(|page| format!("contests/{}", page.contest.id));
    let acts = Acts::new(path, page, done);
    let words = &use_text().contests.manage;
    // Kept here, so that what is typed outlives a refusal that reads the page anew.
    let reason = RwSignal::new(String::new());
    let offers = Memo::new(move |_| page.with(|page| page.offers.clone()));
    let offer = move |offer: Offer| match offer {
        Offer::MoveOn { to } => Some(view! { <MoveOn to reason acts /> }.into_any()),
        Offer::Count => Some(view! { <Count acts /> }.into_any()),
        Offer::Publish => Some(view! { <Publish acts page /> }.into_any()),
        Offer::Propose | Offer::Vote | Offer::SeeResult => None,
    };
    let parts = move || {
        let parts: Vec<_> = offers.get().into_iter().filter_map(offer).collect();
        let has_none = parts.is_empty();
        view! {
            {has_none.then(|| view! { <p>{words.nothing}</p> })}
            {parts}
        }
    };
    view! {
        <section class="stack contests-manage">
            <div class="stack stack--tight">
                <h2>{words.heading}</h2>
                <OutcomeNotice outcome=acts.outcome />
            </div>
            {parts}
            <Postpone page acts />
            <ExclusiveForm page acts />
            <ReserveForm page />
        </section>
    }
}

/// Enters the next phase, with a reason for everybody to read.
#[component]
fn MoveOn(to: Phase, reason: RwSignal<String>, acts: Acts<Command, ContestPage>) -> impl IntoView {
    // The reason for the phase just entered is not the one for the next.
    if matches!(acts.outcome.get_untracked(), Some(Outcome::Done(_))) {
        reason.set(String::new());
    }
    let words = &use_text().contests.manage;
    let faults = RwSignal::new(Vec::<Fault>::new());
    let fault = Signal::derive(move || Fault::for_field(&faults.get(), REASON));
    let send = move || match Reason::parse(&reason.get_untracked()) {
        Ok(why) => {
            faults.set(Vec::new());
            acts.send(Command::MoveOn { to, reason: why }, seen);
        }
        Err(problem) => {
            faults.set(vec![fault_at(REASON, "reason", &FieldFault::Words(problem))]);
        }
    };
    view! {
        <ErrorSummary faults />
        <p>{(words.move_on_means)(to)}</p>
        <AreaField
            name=REASON label=words.move_reason hint=words.reason_hint value=reason fault rows=2
        />
        <ActButton casts=true words=(words.move_on)(to) busy=acts.busy() on_press=send />
    }
}

/// Counts the ballots.
#[component]
fn Count(acts: Acts<Command, ContestPage>) -> impl IntoView {
    let words = &use_text().contests.manage;
    let send = move || acts.send(Command::Count, seen);
    view! {
        <p>{words.count_means}</p>
        <ActButton casts=true words=words.count busy=acts.busy() on_press=send />
    }
}

/// Shows the result to everybody, after the organiser has read it.
#[component]
fn Publish(acts: Acts<Command, ContestPage>, page: RwSignal<ContestPage>) -> impl IntoView {
    let text = use_text();
    let words = &text.contests.manage;
    let send = move || acts.send(Command::Publish, seen);
    let (id, count) = page.with_untracked(|page| (page.contest.id, page.contest.count));
    let look = match count {
        CountState::Counted { .. } => Some(view! {
            <ButtonLink to=Route::Result(id) words=text.contests.see_result look=Look::Quiet />
        }),
        CountState::NotYet | CountState::Published { .. } => None,
    };
    view! {
        {look}
        <p>{words.publish_means}</p>
        <ActButton casts=true words=words.publish busy=acts.busy() on_press=send />
    }
}
