//! The short forms: notice and closing, the line, cancelling, and the minutes.
use super::{Does, act::Act, version};
use crate::{
    meetings::{agenda::Agenda, minutes_page::Resolutions, show_page::StandingNow},
    routes::Route,
    ui::{ActButton, AreaField, ErrorSummary, Fault, KeptWords, Look, TextField},
    words::use_text,
};
use huiyin_domain::{
    councils::{
        OnlineLink, Reason,
        meeting::{Command, Summary, wire::CouncilPage},
    },
    problems::{FieldFault, FieldProblem},
};
use leptos::prelude::*;

pub(super) fn fault(field: &str, fault: FieldFault) -> Vec<Fault> {
    Fault::of(&[FieldProblem { field: field.to_owned(), fault }])
}

/// What is wrong with one field.
pub(super) fn fault_of(
    faults: RwSignal<Vec<Fault>>,
    field: &'static str,
) -> Signal<Option<String>> {
    Signal::derive(move || Fault::for_field(&faults.get(), field))
}

/// The words of one field of an act.
pub(super) fn kept(page: RwSignal<CouncilPage>, act: Act, field: &str) -> KeptWords {
    let id = page.with_untracked(|page| page.id);
    KeptWords::of(&Route::DeskCouncilAct(id, act.name()), field)
}

/// An act without anything to fill in: how it stands, and the button.
#[component]
pub(super) fn Plain(
    /// Giving notice, or closing.
    act: Act,
    /// The council.
    page: RwSignal<CouncilPage>,
    /// Sends it.
    acts: Does,
) -> impl IntoView {
    let words = &use_text().meetings_desk;
    let is_close = act == Act::Close;
    let send = move || {
        acts.send(if is_close { Command::Close } else { Command::GiveNotice }, version);
    };
    view! {
        <section class="stack">
            <StandingNow page />
            <Agenda page />
            <ActButton words=(words.send)(act) casts=true busy=acts.busy() on_press=send />
        </section>
    }
}

/// Where it is joined by video.
#[component]
pub(super) fn LinkFields(
    /// The council.
    page: RwSignal<CouncilPage>,
    /// Sends it.
    acts: Does,
) -> impl IntoView {
    let words = &use_text().meetings_desk;
    let now = page.with_untracked(|page| page.room.link.as_ref().map(ToString::to_string));
    let link = RwSignal::new(now.unwrap_or_default());
    let faults = RwSignal::new(Vec::new());
    let send = move || {
        let typed = link.get_untracked();
        let link = match typed.trim() {
            "" => Some(None),
            raw => OnlineLink::parse(raw).map(Some),
        };
        match link {
            Some(link) => {
                faults.set(Vec::new());
                acts.send(Command::ChangeLink { link }, version);
            }
            None => faults.set(fault("link", FieldFault::NotAnAddress)),
        }
    };
    view! {
        <section class="stack">
            <ErrorSummary faults />
            <TextField
                name="link" label=words.fields.link hint=words.fields.link_hint value=link
                fault=fault_of(faults, "link") keyboard="url"
            />
            <ActButton words=(words.send)(Act::Link) casts=true busy=acts.busy() on_press=send />
        </section>
    }
}

/// Why it does not take place.
#[component]
pub(super) fn CancelFields(
    /// The council.
    page: RwSignal<CouncilPage>,
    /// Sends it.
    acts: Does,
) -> impl IntoView {
    let words = &use_text().meetings_desk;
    let reason = acts.keeps(kept(page, Act::Cancel, "reason"));
    let faults = RwSignal::new(Vec::new());
    let send = move || match Reason::parse(&reason.get_untracked()) {
        Ok(reason) => {
            faults.set(Vec::new());
            acts.send(Command::Cancel { reason }, version);
        }
        Err(problem) => faults.set(fault("reason", FieldFault::Words(problem))),
    };
    view! {
        <section class="stack">
            <ErrorSummary faults />
            <StandingNow page />
            <AreaField
                name="reason" label=words.fields.reason hint=words.fields.reason_hint
                value=reason fault=fault_of(faults, "reason")
            />
            <ActButton
                words=(words.send)(Act::Cancel) look=Look::Warn casts=true busy=acts.busy()
                on_press=send
            />
        </section>
    }
}

/// What the minutes say, besides what was written down.
#[component]
pub(super) fn MinutesFields(
    /// The council.
    page: RwSignal<CouncilPage>,
    /// Sends it.
    acts: Does,
) -> impl IntoView {
    let text = use_text();
    let words = &text.meetings_desk;
    let summary = acts.keeps(kept(page, Act::Minutes, "summary"));
    let faults = RwSignal::new(Vec::new());
    let send = move || match Summary::parse(&summary.get_untracked()) {
        Ok(summary) => {
            faults.set(Vec::new());
            acts.send(Command::PublishMinutes { summary }, version);
        }
        Err(problem) => faults.set(fault("summary", FieldFault::Words(problem))),
    };
    let resolved = page.with_untracked(|page| page.resolutions.clone());
    let n_opinions = page.with_untracked(|page| page.opinions.len());
    view! {
        <section class="stack">
            <ErrorSummary faults />
            <AreaField
                name="summary" label=words.fields.summary hint=words.fields.summary_hint
                value=summary fault=fault_of(faults, "summary") rows=10
            />
            <p>{(words.run.n_opinions)(n_opinions)}</p>
            <Resolutions resolutions=resolved />
            <ActButton
                words=(words.send)(Act::Minutes) casts=true busy=acts.busy() on_press=send
            />
        </section>
    }
}
