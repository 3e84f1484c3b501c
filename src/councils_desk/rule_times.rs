//! The times that a rule asks for: all of them chosen, until a mark is taken off.
use super::{
    doing::{Doing, wrong},
    rule_fields::Fields,
};
use crate::{
    api::councils_desk::ProposedTime,
    ui::{ActButton, CheckTile, FaultLine},
    words::{format::hour_minute, use_text},
};
use huiyin_domain::{
    councils::{
        Hours,
        rules::SlotRuleForm,
        series::{Command, SLOTS_MOST, SlotForm},
    },
    problems::FieldFault,
};
use leptos::prelude::*;
use std::collections::BTreeSet;

/// The times of a rule, as the server listed them.
#[derive(Clone)]
pub(super) struct Found {
    /// The rule.
    pub rule: SlotRuleForm,
    /// Its times, in order.
    pub times: Vec<ProposedTime>,
}

/// One of the times as a form; the rule says where, and who could lead.
fn slot_form(rule: &SlotRuleForm, hours: Hours) -> SlotForm {
    SlotForm {
        day: hours.day.to_string(),
        from: hour_minute(hours.from),
        until: hour_minute(hours.until),
        room: rule.room.clone(),
        facilitators: rule.facilitators.clone(),
        why_in_working_hours: String::new(),
    }
}

/// The times that were found, all of them chosen, and the button that adds them.
#[component]
pub(super) fn Proposed(
    /// The times.
    found: Found,
    /// Which act, on which series.
    doing: Doing,
    /// The rule, as it is filled in now.
    fields: Fields,
) -> impl IntoView {
    let words = &use_text().councils_desk.slots;
    if found.times.is_empty() {
        return view! { <p class="notice">{words.none}</p> }.into_any();
    }
    let n_times = u32::try_from(found.times.len()).unwrap_or(u32::MAX);
    let tile = move |(at, time)| view! { <Time at time left_out=fields.left_out /> };
    let tiles = found.times.iter().copied().enumerate().map(tile).collect_view();
    let found = StoredValue::new(found);
    let picked = Memo::new(move |_| {
        let is_wanted = |hours: &Hours| fields.left_out.with(|left_out| !left_out.contains(hours));
        found.with_value(|found| {
            let hours = found.times.iter().map(|time| time.hours);
            hours.filter(is_wanted).collect::<Vec<_>>()
        })
    });
    let has_changed = Memo::new(move |_| found.with_value(|found| fields.rule() != found.rule));
    let send = move || {
        let hours = picked.get_untracked();
        let offered = doing.page.with_untracked(|page| page.series.offered().len());
        let fault = match hours.len() {
            0 => Some(FieldFault::NothingChosen),
            n if SLOTS_MOST < offered + n => Some(FieldFault::TooMany { max: SLOTS_MOST }),
            _ => None,
        };
        let slot = |hours: &Hours| found.with_value(|found| slot_form(&found.rule, *hours));
        doing.send(match fault {
            Some(fault) => Err(vec![wrong("proposed", fault)]),
            None => Ok(Command::AddSlots { slots: hours.iter().map(slot).collect() }),
        });
    };
    let busy = doing.acts.busy();
    let n_picked = move || u32::try_from(picked.with(Vec::len)).unwrap_or(u32::MAX);
    let add = Signal::derive(move || (words.add)(n_picked()));
    view! {
        <fieldset class="stack stack--tight">
            <legend class="field__label">{(words.proposed)(n_times)}</legend>
            <p class="field__hint">{words.proposed_hint}</p>
            <FaultLine name="proposed" fault=doing.fault("proposed") />
            {tiles}
        </fieldset>
        {move || match has_changed.get() {
            true => view! { <p class="notice notice--warn">{words.changed}</p> }.into_any(),
            false => view! { <ActButton words=add casts=true busy on_press=send /> }
                .into_any(),
        }}
    }
    .into_any()
}

/// One of the times: when, what kind of time, and what is special about its day.
#[component]
fn Time(at: usize, time: ProposedTime, left_out: RwSignal<BTreeSet<Hours>>) -> impl IntoView {
    let text = use_text();
    let words = &text.councils_desk;
    let hours = time.hours;
    let mark = (words.day_mark)(hours, time.kind);
    let provisional = (!time.is_certain).then_some(words.provisional);
    let said = [text.language.hours(hours), (words.kind)(time.kind).to_owned()];
    let special = mark.into_iter().chain(provisional).map(str::to_owned);
    let said = said.into_iter().chain(special).collect::<Vec<_>>().join(" · ");
    let tile = if at == 0 { "proposed".to_owned() } else { format!("proposed-{at}") };
    let change = move |is: bool| {
        left_out.update(|left_out| {
            if is {
                left_out.remove(&hours);
            } else {
                left_out.insert(hours);
            }
        });
    };
    view! {
        <CheckTile
            id=tile words=said on_change=change
            is_chosen=Signal::derive(move || left_out.with(|left_out| !left_out.contains(&hours)))
        />
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use huiyin_domain::{councils::rules::RulePart, ids::SlotId, time::parse_day};

    #[test]
    fn a_time_of_a_rule_is_a_slot_of_the_rule() {
        let mut rule = SlotRuleForm::default();
        rule.room.room = "A1".to_owned();
        rule.room.seats = "40".to_owned();
        let at = |part: RulePart| part.usual_start();
        let (from, until) = (at(RulePart::WeekendEvening), at(RulePart::WorkdayEvening));
        let hours = Hours::new(parse_day("2026-12-05").unwrap(), from, until).unwrap();
        let slot = slot_form(&rule, hours).parse(SlotId(1)).unwrap();
        assert_eq!((slot.hours, slot.room.seats), (hours, 40));
    }
}
