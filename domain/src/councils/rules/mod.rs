//! Slots proposed from rules: every weekday evening in December, each weekend morning, this room.
mod check;
mod form;
mod moved;

pub use check::{
    DAY_BEGINS, DAY_ENDS, SlotFacts, SlotProblem, check_length, check_rooms, check_slot,
};
pub use form::{RoomForm, SlotRuleForm};
pub use moved::{Clash, MOVED_DAYS_MAX, Moved, PublishedSession, moved};

use super::{Hours, Room, Slot};
use crate::{
    calendar::{DayKind, UnknownYear, Window, WorkCalendar, default_windows},
    ids::{SlotId, StaffId},
    time::{Day, Moment},
    times::DayPart,
};
use chrono::{NaiveTime, TimeDelta};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The shortest council, in minutes.
pub const MINUTES_LEAST: u32 = 30;
/// The longest: what fits into a morning.
pub const MINUTES_MOST: u32 = 150;
/// The longest of those whose time is typed: nobody sits longer.
pub const MINUTES_BY_HAND_MOST: u32 = 240;
/// How long councils are unless said otherwise.
pub const MINUTES_USUAL: u32 = 90;
/// The most days a rule spans: a season.
pub const RULE_DAYS_MAX: u32 = 92;
/// The most people whom a room or a line can hold.
pub const PLACES_MAX: u32 = 5_000;
/// The most members of staff who could lead one slot.
pub const FACILITATORS_MAX: usize = 20;

/// A part of a working day or of a day off at which slots are proposed (时段规则里的时间).
///
/// Working hours are none of them: such a slot is added by hand, with its public reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RulePart {
    /// The evening of a day that is worked, make-up Saturdays too (工作日晚上).
    WorkdayEvening,
    /// The morning of a Saturday or Sunday (周末上午).
    WeekendMorning,
    /// The afternoon of a Saturday or Sunday (周末下午).
    WeekendAfternoon,
    /// The evening of a Saturday or Sunday (周末晚上).
    WeekendEvening,
}

/// What slots to propose (时段规则).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SlotRule {
    /// The first day.
    pub from_day: Day,
    /// The last day.
    pub until_day: Day,
    /// The parts that are wanted, each with the time at which a council begins there.
    pub starts: BTreeMap<RulePart, NaiveTime>,
    /// How long a council is.
    pub minutes: u32,
    /// Where.
    pub room: Room,
    /// Who could lead it.
    pub facilitators: Vec<StaffId>,
}

impl RulePart {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 4] =
        [Self::WorkdayEvening, Self::WeekendMorning, Self::WeekendAfternoon, Self::WeekendEvening];

    /// As forms and ids name it.
    pub fn word(self) -> &'static str {
        match self {
            Self::WorkdayEvening => "workday_evening",
            Self::WeekendMorning => "weekend_morning",
            Self::WeekendAfternoon => "weekend_afternoon",
            Self::WeekendEvening => "weekend_evening",
        }
    }

    /// When a council of the usual length begins there, unless said otherwise.
    ///
    /// On days that are worked, half an hour after the window opens: time to come home and eat.
    pub fn usual_start(self) -> NaiveTime {
        let (hour, minute) = match self {
            Self::WorkdayEvening => (19, 30),
            Self::WeekendMorning => (9, 30),
            Self::WeekendAfternoon => (14, 30),
            Self::WeekendEvening => (19, 0),
        };
        NaiveTime::from_hms_opt(hour, minute, 0).expect("hours and minutes of a day")
    }

    /// The hours that a council of this part must lie in.
    pub fn window(self) -> Window {
        let (kind, part) = match self {
            Self::WorkdayEvening => (DayKind::Workday, DayPart::Evening),
            Self::WeekendMorning => (DayKind::Weekend, DayPart::Morning),
            Self::WeekendAfternoon => (DayKind::Weekend, DayPart::Afternoon),
            Self::WeekendEvening => (DayKind::Weekend, DayPart::Evening),
        };
        let mut windows = default_windows(kind).iter();
        *windows.find(|window| window.part == part).expect("a test asks for each of them")
    }

    /// On days of this kind? On public holidays nothing is proposed.
    pub fn is_on(self, kind: DayKind) -> bool {
        match kind {
            DayKind::Workday | DayKind::MakeUpDay => self == Self::WorkdayEvening,
            DayKind::Weekend => self != Self::WorkdayEvening,
            DayKind::Holiday => false,
        }
    }
}

impl SlotRule {
    /// One of the proposed times as a slot of the series.
    pub fn slot(&self, id: SlotId, hours: Hours) -> Slot {
        Slot {
            id,
            hours,
            room: self.room.clone(),
            facilitators: self.facilitators.clone(),
            why_in_working_hours: None,
        }
    }

    fn hours(&self, day: Day, part: RulePart) -> Option<Hours> {
        let from = *self.starts.get(&part)?;
        let until = plus_minutes(from, self.minutes)?;
        part.window().holds(from, until).then_some(Hours { day, from, until })
    }
}

/// The times that a rule asks for, in order: none on public holidays, none in working hours, none
/// that have begun.
///
/// A make-up Saturday is a day that is worked: it has an evening alone.
pub fn propose(
    rule: &SlotRule,
    calendar: &WorkCalendar,
    now: Moment,
) -> Result<Vec<Hours>, UnknownYear> {
    let mut proposed = Vec::new();
    for day in rule.from_day.iter_days().take_while(|day| *day <= rule.until_day) {
        let kind = calendar.facts(day)?.kind;
        let parts = RulePart::ALL.into_iter().filter(|part| part.is_on(kind));
        let hours = parts.filter_map(|part| rule.hours(day, part));
        proposed.extend(hours.filter(|hours| now < hours.begins()));
    }
    Ok(proposed)
}

/// The time of day so many minutes later; `None` past midnight.
fn plus_minutes(from: NaiveTime, minutes: u32) -> Option<NaiveTime> {
    let (until, days_over) = from.overflowing_add_signed(TimeDelta::minutes(minutes.into()));
    (days_over == 0).then_some(until)
}

#[cfg(test)]
mod tests;
