//! Checking a slot: against the calendar, against the clock, and against the room's other slots.
use crate::{
    calendar::{DayFacts, DayKind, WorkCalendar},
    councils::{
        Hours, Reason, Slot, SlotKind,
        rules::{MINUTES_BY_HAND_MOST, MINUTES_LEAST},
    },
    refusals::Refusal,
    time::{Day, Moment, iso_day},
    words::Words,
};
use chrono::NaiveTime;
use huiyin_derive::ReadTagged;
use serde::{Deserialize, Serialize};

/// Before this hour no council begins: people sleep.
pub const DAY_BEGINS: NaiveTime = NaiveTime::from_hms_opt(8, 0, 0).expect("an hour of a day");
/// By this hour each has ended, on days off too.
pub const DAY_ENDS: NaiveTime = NaiveTime::from_hms_opt(22, 0, 0).expect("an hour of a day");

/// Why no council can sit at a time, or not in its room.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum SlotProblem {
    /// It would end before it begins.
    EndsBeforeItBegins,
    /// It has begun already.
    InThePast,
    /// People sleep then.
    AtNight,
    /// It is shorter or longer than a council can be.
    WrongLength {
        /// The shortest, in minutes.
        least: u32,
        /// The longest.
        most: u32,
    },
    /// Notice of it would have to be given before residents have stopped answering, or has to have
    /// been given already (来不及公告).
    TooNearForNotice {
        /// The first day on which there can be a council.
        #[serde(with = "iso_day")]
        from: Day,
    },
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

/// Do these hours lie in the day, and is it as long as a council can be? A slot lies on one day,
/// so it never goes on past midnight.
pub fn check_length(hours: Hours) -> Result<(), SlotProblem> {
    let (least, most) = (MINUTES_LEAST, MINUTES_BY_HAND_MOST);
    let minutes = (hours.until - hours.from).num_minutes();
    if minutes <= 0 {
        return Err(SlotProblem::EndsBeforeItBegins);
    }
    if hours.from < DAY_BEGINS || DAY_ENDS < hours.until {
        return Err(SlotProblem::AtNight);
    }
    match (i64::from(least)..=i64::from(most)).contains(&minutes) {
        true => Ok(()),
        false => Err(SlotProblem::WrongLength { least, most }),
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
    check_length(hours).map_err(no)?;
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
