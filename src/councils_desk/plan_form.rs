//! Choosing the times: the plan that was found, the ways out when there is none, or other times.
use super::{
    act::Act,
    doing::{Doing, read_reason, wrong},
    no_plan::NoPlanFound,
    plan_shown::{Found, NotAmong},
    standing::when_and_where,
};
use crate::{
    api::use_api,
    ui::{
        ActButton, AreaField, CheckTile, ErrorSummary, FaultLine, Fetched, Load, Look, Outcome,
        OutcomeNotice,
    },
    words::use_text,
};
use huiyin_domain::{
    councils::{
        CouncilRefusal,
        series::{
            Command,
            wire::{NoPlan, PlanPage, Sought},
        },
    },
    ids::SlotId,
    problems::FieldFault,
    refusals::Refusal,
    time::Day,
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The organiser's own choice, as it is kept on this device.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
struct Kept {
    slots: BTreeSet<SlotId>,
    reason: String,
}

/// The organiser's own choice.
#[derive(Clone, Copy)]
struct Own {
    slots: RwSignal<BTreeSet<SlotId>>,
    reason: RwSignal<String>,
}

impl Own {
    fn of(doing: Doing) -> Self {
        let kept: Kept = doing.kept().unwrap_or_default();
        let own = Self { slots: RwSignal::new(kept.slots), reason: RwSignal::new(kept.reason) };
        let form = move || Kept { slots: own.slots.get(), reason: own.reason.get() };
        doing.keep(Kept::default(), form);
        own
    }
}

/// Choosing the times.
#[component]
pub(super) fn PlanForm(
    /// Which act, on which series.
    doing: Doing,
) -> impl IntoView {
    let words = &use_text().councils_desk;
    let api = use_api();
    let plan = Fetched::new(move || async move { api.series_plan(doing.id()).await });
    let own = Own::of(doing);
    let outcome = doing.acts.outcome;
    let has_changed = Memo::new(move |_| outcome.with(|it| it.as_ref().is_some_and(is_outdated)));
    let again = move |look: Look| {
        let plan_again = move || {
            outcome.set(None);
            plan.refetch();
        };
        view! { <ActButton words=words.plan.again look on_press=plan_again /> }
    };
    view! {
        <section class="stack">
            <OutcomeNotice outcome />
            <ErrorSummary faults=doing.faults />
            // Whoever is told to plan once more finds the button there.
            {move || has_changed.get().then(|| again(Look::Main))}
            <p>{(words.means)(Act::Plan)}</p>
            <Load
                resource=plan has_heading=true
                then=move |plan| view! { <Planned plan doing own /> }
            />
            {move || (!has_changed.get()).then(|| again(Look::Quiet))}
        </section>
    }
}

/// Did somebody answer since the plan was made?
fn is_outdated(outcome: &Outcome) -> bool {
    let changed = Refusal::from(CouncilRefusal::AnswersChanged);
    match outcome {
        Outcome::Failed(error) => error.refusal() == Some(&changed),
        Outcome::Done(_) | Outcome::Refused(_) | Outcome::Later(_) => false,
    }
}

#[component]
fn Planned(plan: PlanPage, doing: Doing, own: Own) -> impl IntoView {
    let words = &use_text().councils_desk.plan;
    let checksum = StoredValue::new(plan.checksum.clone());
    // Where no choice keeps to the needs, there is nothing else to choose either.
    let is_impossible = matches!(plan.plan, Sought::Not(NoPlan::Impossible(_)));
    let found = match plan.plan {
        Sought::Not(none) => view! { <NoPlanFound none id=doing.id() /> }.into_any(),
        Sought::Found(found) => {
            let (slots, among) = (found.slots.clone(), found.slots.clone());
            let take = move || {
                let (slots, checksum) = (slots.clone(), checksum.get_value());
                doing.send(Ok(Command::Schedule { slots, checksum, reason: None }));
            };
            view! {
                <Found found page=doing.page />
                <ActButton words=words.take casts=true busy=doing.acts.busy() on_press=take />
                <NotAmong slots=among page=doing.page />
            }
            .into_any()
        }
    };
    view! {
        <p>{(words.planned_for)(plan.n_planned_for, plan.n_nowhere)}</p>
        <TooNear doing />
        {found}
        {(!is_impossible).then(|| view! { <Others doing own checksum /> })}
    }
}

/// The times that are too near for a notice by now, if there are any.
#[component]
fn TooNear(doing: Doing) -> impl IntoView {
    let text = use_text();
    let today = today();
    let late: Vec<String> = doing.page.with_untracked(|page| {
        let late = page.series.too_near(today);
        let late = late.into_iter().filter_map(|id| page.series.slot(id));
        late.map(|asked| text.language.hours(asked.slot.hours)).collect()
    });
    (!late.is_empty()).then(|| {
        view! { <p class="notice">{(text.councils_desk.plan.too_near)(&late)}</p> }
    })
}

/// The day on the server's clock.
fn today() -> Day {
    let api = use_api();
    untrack(|| api.now()).in_china().date()
}

/// Other times than those of the plan, with a reason where they are worse.
#[component]
fn Others(doing: Doing, own: Own, checksum: StoredValue<String>) -> impl IntoView {
    let text = use_text();
    let words = &text.councils_desk.plan;
    let today = today();
    let (offered, n_sessions) = doing.page.with_untracked(|page| {
        let in_time = page.series.as_of(today);
        let offered = in_time.offered().into_iter();
        let said = offered.map(|asked| (asked.slot.id, when_and_where(text, asked).0));
        (said.collect::<Vec<_>>(), page.series.needs.n_sessions)
    });
    let ids: BTreeSet<_> = offered.iter().map(|(id, _)| *id).collect();
    let send = move || {
        let chosen = own.slots.get_untracked();
        // What was taken out meanwhile is not chosen any more.
        let slots: Vec<_> = chosen.intersection(&ids).copied().collect();
        let raw = own.reason.get_untracked();
        let reason = (!raw.trim().is_empty()).then(|| read_reason(&raw)).transpose();
        let mut problems = Vec::new();
        if u32::try_from(slots.len()).ok() != Some(n_sessions) {
            problems.push(wrong("others", FieldFault::NothingChosen));
        }
        match reason {
            Ok(reason) if problems.is_empty() => {
                let checksum = checksum.get_value();
                doing.send(Ok(Command::Schedule { slots, checksum, reason }));
            }
            Ok(_) => doing.send(Err(problems)),
            Err(problem) => {
                problems.push(problem);
                doing.send(Err(problems));
            }
        }
    };
    view! {
        <section class="stack">
            <h2>{words.other}</h2>
            <p>{words.other_means}</p>
            <OwnTimes offered own doing n_sessions />
            <AreaField
                name="reason" label=words.other_reason hint=text.councils_desk.reason_hint rows=3
                value=own.reason fault=doing.fault("reason")
            />
            <ActButton
                words=words.take_other casts=true look=Look::Quiet busy=doing.acts.busy()
                on_press=send
            />
        </section>
    }
}

#[component]
fn OwnTimes(
    offered: Vec<(SlotId, String)>,
    own: Own,
    doing: Doing,
    n_sessions: u32,
) -> impl IntoView {
    let words = &use_text().councils_desk.plan;
    let tile = move |(at, (id, said)): (usize, (SlotId, String))| {
        // The first tile carries the group's id, so that the summary's link leads to it.
        let tile = if at == 0 { "others".to_owned() } else { format!("others-{at}") };
        let change = move |is: bool| {
            own.slots.update(|slots| {
                if is {
                    slots.insert(id);
                } else {
                    slots.remove(&id);
                }
            });
        };
        view! {
            <CheckTile
                id=tile words=said on_change=change
                is_chosen=Signal::derive(move || own.slots.with(|slots| slots.contains(&id)))
            />
        }
    };
    view! {
        <fieldset class="stack stack--tight">
            <legend class="field__label">{words.other_which}</legend>
            <p class="field__hint">{(words.other_hint)(n_sessions)}</p>
            <FaultLine name="others" fault=doing.fault("others") />
            {offered.into_iter().enumerate().map(tile).collect_view()}
        </fieldset>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::ApiError;
    use huiyin_domain::problems::{Problem, ProblemKind};
    use std::sync::Arc;

    #[test]
    fn a_plan_is_outdated_once_somebody_has_answered() {
        let refused = |why: CouncilRefusal| {
            let problem = Problem {
                about: "about:blank".to_owned(),
                title: String::new(),
                status: 409,
                request_id: String::new(),
                kind: ProblemKind::from(why),
            };
            Outcome::Failed(ApiError::Problem(Arc::new(problem)))
        };
        assert!(is_outdated(&refused(CouncilRefusal::AnswersChanged)));
        assert!(!is_outdated(&refused(CouncilRefusal::PlanBreaksNeeds)));
        assert!(!is_outdated(&Outcome::Failed(ApiError::Away)));
    }
}
