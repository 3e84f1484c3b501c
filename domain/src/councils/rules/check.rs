//! Checking a slot: against the calendar, against the clock, and against the room's other slots.
use crate::{
    calendar::{DayFacts, DayKind, WorkCalendar},
    councils::{Hours, Reason, Slot, SlotKind},
    refusals::Refusal,
    time::Moment,
    words::Words,
};
use serde::{Deserialize, Serialize};

/// Why no council can sit at a time, or not in its room.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum SlotProblem {
    /// It would end before it begins.
    EndsBeforeItBegins,
    /// It has begun already.
    InThePast,
    /// Most people are at work then, and no reason was written for everybody to read.
    InWorkingHours,
    /// The room is taken by another slot.
    RoomTaken {
        /// Which room.
        room: Words<60>,
        /// By which.
        by: Hours,
    },
}

/// What is known about a slot that can be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SlotFacts {
    /// What kind of time it is.
    pub kind: SlotKind,
    /// What is known about its day, and how certainly.
    pub day: DayFacts,
}

impl SlotFacts {
    /// Is it on a public holiday, when people are with their families? The page says so.
    pub fn is_on_holiday(&self) -> bool {
        self.day.kind == DayKind::Holiday
    }

    /// Can a notice still to come make another kind of day of its day? The page says so.
    pub fn is_provisional(&self) -> bool {
        !self.day.is_certain()
    }
}

/// Can a council sit at this time, and what is to be known about it?
///
/// A day that is only provisional is no reason against it, nor is a public holiday: both are in
/// the answer, for the page to say.
pub fn check_slot(
    hours: Hours,
    why_in_working_hours: Option<&Reason>,
    calendar: &WorkCalendar,
    now: Moment,
) -> Result<SlotFacts, Refusal> {
    let no = |problem| Refusal::NoSlot { hours, problem };
    if hours.until <= hours.from {
        return Err(no(SlotProblem::EndsBeforeItBegins));
    }
    if hours.begins() <= now {
        return Err(no(SlotProblem::InThePast));
    }
    let day = calendar.facts(hours.day)?;
    let kind = SlotKind::of(hours, day.kind);
    if kind == SlotKind::WorkingHours && why_in_working_hours.is_none() {
        return Err(no(SlotProblem::InWorkingHours));
    }
    Ok(SlotFacts { kind, day })
}

/// Is each room free for each of its slots?
pub fn check_rooms(slots: &[Slot]) -> Result<(), Refusal> {
    for (at, slot) in slots.iter().enumerate() {
        let earlier = slots[..at].iter();
        let mut same_room = earlier.filter(|other| other.room.name == slot.room.name);
        if let Some(other) = same_room.find(|other| other.hours.overlaps(slot.hours)) {
            let room = slot.room.name.clone();
            let problem = SlotProblem::RoomTaken { room, by: other.hours };
            return Err(Refusal::NoSlot { hours: slot.hours, problem });
        }
    }
    Ok(())
}
