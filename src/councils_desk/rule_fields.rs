//! The fields of a rule for times: between which days, at which parts of them, and how long.
use super::{doing::Doing, fields::RoomFields};
use crate::{
    ui::{CheckTile, FaultLine, TextField},
    words::{format::hour_minute, use_text},
};
use huiyin_domain::{
    councils::{
        Hours,
        rules::{RulePart, SlotRuleForm},
    },
    ids::StaffId,
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What is filled in, as it is kept on this device.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Kept {
    /// The rule.
    pub rule: SlotRuleForm,
    /// Its times that are not wanted.
    pub left_out: BTreeSet<Hours>,
}

/// One part of the day: is it wanted, and when does a council begin there?
#[derive(Clone, Copy)]
struct Start {
    is_wanted: RwSignal<bool>,
    at: RwSignal<String>,
}

/// The fields of a rule, and which of its times are not wanted.
#[derive(Clone, Copy)]
pub(super) struct Fields {
    from_day: RwSignal<String>,
    until_day: RwSignal<String>,
    /// In the order of [`RulePart::ALL`].
    starts: [Start; RulePart::ALL.len()],
    minutes: RwSignal<String>,
    /// Where.
    pub room: RoomFields,
    /// Who could lead.
    pub facilitators: RwSignal<Vec<StaffId>>,
    /// The times that are not wanted.
    pub left_out: RwSignal<BTreeSet<Hours>>,
}

impl Fields {
    /// Each field with what was filled in.
    pub fn of(Kept { rule, left_out }: Kept) -> Self {
        let start = |part: RulePart| {
            let usual = hour_minute(part.usual_start());
            let wanted = rule.starts.get(&part);
            Start {
                is_wanted: RwSignal::new(wanted.is_some()),
                at: RwSignal::new(wanted.cloned().unwrap_or(usual)),
            }
        };
        Self {
            starts: RulePart::ALL.map(start),
            from_day: RwSignal::new(rule.from_day),
            until_day: RwSignal::new(rule.until_day),
            minutes: RwSignal::new(rule.minutes),
            room: RoomFields::of(rule.room),
            facilitators: RwSignal::new(rule.facilitators),
            left_out: RwSignal::new(left_out),
        }
    }

    /// The rule as it is filled in now; read again when it changes.
    pub fn rule(self) -> SlotRuleForm {
        let starts = RulePart::ALL.into_iter().zip(self.starts);
        let starts = starts.filter(|(_, start)| start.is_wanted.get());
        SlotRuleForm {
            from_day: self.from_day.get(),
            until_day: self.until_day.get(),
            starts: starts.map(|(part, start)| (part, start.at.get())).collect(),
            minutes: self.minutes.get(),
            room: self.room.form(),
            facilitators: self.facilitators.get(),
        }
    }
}

/// Between which days, and how long a council is.
#[component]
pub(super) fn Days(
    /// Which act, on which series.
    doing: Doing,
    /// The rule.
    fields: Fields,
) -> impl IntoView {
    let words = &use_text().councils_desk.slots;
    view! {
        <TextField
            name="from_day" label=words.from_day kind="date"
            value=fields.from_day fault=doing.fault("from_day")
        />
        <TextField
            name="until_day" label=words.until_day kind="date"
            value=fields.until_day fault=doing.fault("until_day")
        />
        <TextField
            name="minutes" label=words.minutes keyboard="numeric"
            value=fields.minutes fault=doing.fault("minutes")
        />
    }
}

/// The name of the field for a part's time, as the form's faults name it.
fn field_of(part: RulePart) -> &'static str {
    match part {
        RulePart::WorkdayEvening => "starts.workday_evening",
        RulePart::WeekendMorning => "starts.weekend_morning",
        RulePart::WeekendAfternoon => "starts.weekend_afternoon",
        RulePart::WeekendEvening => "starts.weekend_evening",
    }
}

/// The parts of the days, each with its time once it is wanted.
#[component]
pub(super) fn Parts(
    /// Which act, on which series.
    doing: Doing,
    /// The rule.
    fields: Fields,
) -> impl IntoView {
    let words = &use_text().councils_desk.slots;
    let part = move |(at, (part, start)): (usize, (RulePart, Start))| {
        // The first tile carries the group's id, so that the summary's link leads to it.
        let tile = if at == 0 { "starts".to_owned() } else { format!("starts-{at}") };
        let name = field_of(part);
        let time = move || {
            start.is_wanted.get().then(|| {
                view! {
                    <TextField
                        name label=(words.begins)(part) value=start.at fault=doing.fault(name)
                        kind="time"
                    />
                }
            })
        };
        view! {
            <CheckTile
                id=tile words=(words.part)(part) is_chosen=start.is_wanted
                on_change=move |is| start.is_wanted.set(is)
            />
            {time}
        }
    };
    let parts = RulePart::ALL.into_iter().zip(fields.starts).enumerate();
    view! {
        <fieldset class="stack stack--tight">
            <legend class="field__label">{words.parts}</legend>
            <FaultLine name="starts" fault=doing.fault("starts") />
            {parts.map(part).collect_view()}
        </fieldset>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_field_of_each_part_is_named_as_its_faults_are() {
        for part in RulePart::ALL {
            assert_eq!(field_of(part), format!("starts.{}", part.word()));
        }
    }
}
