//! Putting the beginning of a later phase on another date.
use super::decided_on::{fault_at, seen};
use crate::{
    ui::{ActButton, Acts, AreaField, ErrorSummary, Fault, FaultLine, Look, RadioTile, TextField},
    words::use_text,
};
use chrono::NaiveDateTime;
use huiyin_domain::{
    contests::{Command, Phase, Reason, wire::ContestPage},
    problems::FieldFault,
    time::Moment,
};
use leptos::prelude::*;

const PHASE: &str = "postpone-phase";
const DATE: &str = "postpone-to";
const REASON: &str = "postpone-reason";

/// Reads what a date field holds, on the wall clock in China: `2026-11-28T18:30`.
pub fn moment_in(field: &str) -> Option<Moment> {
    let clock = NaiveDateTime::parse_from_str(field, "%Y-%m-%dT%H:%M")
        .or_else(|_| NaiveDateTime::parse_from_str(field, "%Y-%m-%dT%H:%M:%S"));
    clock.ok().map(Moment::from_china)
}

/// What the organiser has typed.
#[derive(Clone, Copy)]
struct Typed {
    phase: RwSignal<Option<Phase>>,
    to: RwSignal<String>,
    reason: RwSignal<String>,
    faults: RwSignal<Vec<Fault>>,
}

impl Typed {
    fn fault(self, field: &'static str) -> Signal<Option<String>> {
        Signal::derive(move || Fault::for_field(&self.faults.get(), field))
    }

    /// The command, or every fault beside its field.
    fn read(self) -> Option<Command> {
        let mut faults = Vec::new();
        let phase = self.phase.get_untracked();
        if phase.is_none() {
            let words = use_text().contests.manage.choose_phase.to_owned();
            faults.push(Fault { field: PHASE.to_owned(), words });
        }
        let to = moment_in(&self.to.get_untracked());
        if to.is_none() {
            faults.push(fault_at(DATE, "date", &FieldFault::Date));
        }
        let reason = Reason::parse(&self.reason.get_untracked());
        if let Err(problem) = &reason {
            faults.push(fault_at(REASON, "reason", &FieldFault::Words(*problem)));
        }
        self.faults.set(faults);
        Some(Command::Postpone { phase: phase?, to: to?, reason: reason.ok()? })
    }
}

/// Another date for a later phase; absent when no phase is left.
#[component]
pub fn Postpone(
    /// The contest.
    page: RwSignal<ContestPage>,
    /// What is done with it.
    acts: Acts<Command, ContestPage>,
) -> impl IntoView {
    let typed = Typed {
        phase: RwSignal::new(None),
        to: RwSignal::new(String::new()),
        reason: RwSignal::new(String::new()),
        faults: RwSignal::new(Vec::new()),
    };
    let later = Memo::new(move |_| {
        page.with(|page| {
            let is_later = |phase: &Phase| {
                let has_date = page.contest.schedule.start(*phase).is_some();
                *phase > page.phase && phase.takes_date() && (has_date || *phase <= Phase::Counting)
            };
            let with_date = |phase: Phase| (phase, page.contest.schedule.start(phase));
            Phase::ALL.into_iter().filter(is_later).map(with_date).collect::<Vec<_>>()
        })
    });
    move || {
        let later = later.get();
        (!later.is_empty()).then(|| view! { <Form later typed acts /> })
    }
}

#[component]
fn Form(
    later: Vec<(Phase, Option<Moment>)>,
    typed: Typed,
    acts: Acts<Command, ContestPage>,
) -> impl IntoView {
    let words = &use_text().contests.manage;
    let send = move || {
        if let Some(command) = typed.read() {
            acts.send(command, seen);
        }
    };
    view! {
        <h3>{words.postpone}</h3>
        <ErrorSummary faults=typed.faults />
        <Phases later typed />
        <TextField
            name=DATE label=words.postpone_to value=typed.to fault=typed.fault(DATE)
            kind="datetime-local"
        />
        <AreaField
            name=REASON label=words.postpone_reason hint=words.reason_hint
            value=typed.reason fault=typed.fault(REASON) rows=2
        />
        <ActButton casts=true
            words=words.postpone_do look=Look::Quiet busy=acts.busy() on_press=send
        />
    }
}

#[component]
fn Phases(later: Vec<(Phase, Option<Moment>)>, typed: Typed) -> impl IntoView {
    let text = use_text();
    let words = &text.contests;
    let tile = |(at, (phase, start)): (usize, (Phase, Option<Moment>))| {
        let hint = start.map_or(words.page.no_date.to_owned(), |start| {
            (words.manage.begins)(&text.language.moment(start))
        });
        // The first tile carries the group's id, so that the summary's link leads to it.
        let id = if at == 0 { PHASE.to_owned() } else { format!("{PHASE}-{at}") };
        view! {
            <RadioTile
                group=PHASE id words=(words.phase)(phase) hint
                is_chosen=Signal::derive(move || typed.phase.get() == Some(phase))
                on_choose=move || typed.phase.set(Some(phase))
            />
        }
    };
    view! {
        <fieldset class="stack stack--tight">
            <legend class="field__label">{words.manage.postpone_which}</legend>
            <FaultLine name=PHASE fault=typed.fault(PHASE) />
            {later.into_iter().enumerate().map(tile).collect_view()}
        </fieldset>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_field_is_read_on_the_clock_in_china() {
        let moment = Moment::parse("2026-11-28T18:30:00+08:00");
        assert_eq!(moment_in("2026-11-28T18:30"), moment);
        assert_eq!(moment_in("2026-11-28T18:30:00"), moment);
        assert_eq!(moment_in(""), None);
    }
}
