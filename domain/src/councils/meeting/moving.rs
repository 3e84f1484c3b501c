//! Moving a council: the form, and the rules about times and rooms.
use super::{
    Council, MeetingRefusal, Scene, Stage, notice_by,
    resolutions::{fault, keep, number, said},
};
use crate::{
    councils::{Hours, OnlineLink, Reason, Room, SlotKind, rules::check_length},
    problems::{FieldFault, FieldProblem},
    refusals::Refusal,
    time::parse_day,
};
use chrono::NaiveTime;
use serde::{Deserialize, Serialize};

/// The most seats of a room, and places on a line.
pub const SEATS_MOST: u32 = 5_000;

/// Where a council goes, as it is filled in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct MoveForm {
    /// Its day: `2026-12-04`.
    pub day: String,
    /// When it begins: `19:30`.
    pub from: String,
    /// When it ends: `21:00`.
    pub until: String,
    /// The room's name.
    pub room: String,
    /// Seats in it.
    pub seats: String,
    /// Places on the line; may be left empty when there is none.
    pub online: String,
    /// The meeting's address; may be left empty.
    pub link: String,
    /// Why it is moved; everybody reads it.
    pub reason: String,
    /// Why it lies in working hours; may be left empty when it does not.
    pub why_in_working_hours: String,
}

/// Where a council goes, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moving {
    /// When it is now.
    pub hours: Hours,
    /// Where it is now.
    pub room: Room,
    /// Why.
    pub reason: Reason,
    /// Why it lies in working hours, if that was said.
    pub why_in_working_hours: Option<Reason>,
}

impl MoveForm {
    /// The form with the time and the place that hold now.
    pub fn filled(hours: Hours, room: &Room, why: Option<&Reason>) -> Self {
        let clock = |time: NaiveTime| time.format("%H:%M").to_string();
        Self {
            day: hours.day.to_string(),
            from: clock(hours.from),
            until: clock(hours.until),
            room: room.name.to_string(),
            seats: room.seats.to_string(),
            online: room.online.to_string(),
            link: room.link.as_ref().map(ToString::to_string).unwrap_or_default(),
            reason: String::new(),
            why_in_working_hours: why.map(ToString::to_string).unwrap_or_default(),
        }
    }

    /// Reads the form, or says everything that is wrong with it.
    pub fn parse(&self) -> Result<Moving, Vec<FieldProblem>> {
        let mut problems = Vec::new();
        let hours = keep(&mut problems, self.parse_hours());
        let name = keep(&mut problems, said("room", &self.room));
        let seats = keep(&mut problems, number("seats", &self.seats, 0, SEATS_MOST));
        let online = match self.online.trim() {
            "" => Some(0),
            raw => keep(&mut problems, number("online", raw, 0, SEATS_MOST)),
        };
        let link = keep(&mut problems, self.parse_link());
        let reason = keep(&mut problems, said("reason", &self.reason));
        let why = match self.why_in_working_hours.trim() {
            "" => None,
            raw => keep(&mut problems, said("why_in_working_hours", raw)),
        };
        let has_link = link.as_ref().is_some_and(Option::is_some);
        let out_of_range = FieldFault::OutOfRange { least: 1, most: SEATS_MOST };
        if online == Some(0) && has_link {
            problems.push(fault("online", out_of_range));
        } else if online == Some(0) && seats == Some(0) {
            problems.push(fault("seats", out_of_range));
        }
        match (hours, name, seats.zip(online), link, reason) {
            (Some(hours), Some(name), Some((seats, online)), Some(link), Some(reason))
                if problems.is_empty() =>
            {
                let room = Room { name, seats, online, link };
                Ok(Moving { hours, room, reason, why_in_working_hours: why })
            }
            _ => Err(problems),
        }
    }

    /// When, alone.
    pub fn parse_hours(&self) -> Result<Hours, FieldProblem> {
        let day = parse_day(&self.day).ok_or_else(|| fault("day", FieldFault::Date))?;
        let clock = |field, raw: &str| {
            NaiveTime::parse_from_str(raw.trim(), "%H:%M")
                .map_err(|_| fault(field, FieldFault::Date))
        };
        let (from, until) = (clock("from", &self.from)?, clock("until", &self.until)?);
        Hours::new(day, from, until).ok_or_else(|| fault("until", FieldFault::Date))
    }

    fn parse_link(&self) -> Result<Option<OnlineLink>, FieldProblem> {
        match self.link.trim() {
            "" => Ok(None),
            raw => OnlineLink::parse(raw)
                .map(Some)
                .ok_or_else(|| fault("link", FieldFault::NotAnAddress)),
        }
    }
}

/// May a council go there? Not into the past or into the notice period, not into working hours
/// without a reason, not where somebody else sits.
pub(super) fn can_go(scene: &Scene, council: &Council, to: Moving) -> Result<Moving, Refusal> {
    let is_same_time = to.hours == council.hours;
    if is_same_time && to.room == council.room {
        return Err(Refusal::Meeting { why: MeetingRefusal::NothingChanged });
    }
    if to.hours.begins() <= scene.now {
        return Err(Refusal::Meeting { why: MeetingRefusal::InThePast });
    }
    let by = notice_by(to.hours, council.notice_days);
    let was_noticed = matches!(council.stage, Stage::Noticed { .. });
    // Whoever was told one time is told the other as early.
    if !is_same_time && was_noticed && by < scene.today() {
        return Err(Refusal::Meeting { why: MeetingRefusal::NoticeTooLate { by } });
    }
    let facts = scene.calendar.facts(to.hours.day);
    let facts = facts.map_err(|unknown| Refusal::Meeting {
        why: MeetingRefusal::UnknownYear { year: unknown.year },
    })?;
    let in_working_hours = SlotKind::of(to.hours, facts.kind) == SlotKind::WorkingHours;
    if in_working_hours && to.why_in_working_hours.is_none() {
        return Err(Refusal::Meeting { why: MeetingRefusal::InWorkingHours { day: to.hours.day } });
    }
    let no = |problem| Refusal::NoSlot { hours: to.hours, problem };
    if !is_same_time {
        check_length(to.hours).map_err(no)?;
    }
    let mut at_once = scene.others.iter().filter(|other| other.hours.overlaps(to.hours));
    if at_once.any(|other| other.room == to.room.name) {
        return Err(Refusal::Meeting { why: MeetingRefusal::RoomTaken });
    }
    if council.facilitator.is_some_and(|it| scene.is_busy(it, to.hours)) {
        return Err(Refusal::Meeting { why: MeetingRefusal::FacilitatorBusy });
    }
    let why_in_working_hours = to.why_in_working_hours.filter(|_| in_working_hours);
    Ok(Moving { why_in_working_hours, ..to })
}
