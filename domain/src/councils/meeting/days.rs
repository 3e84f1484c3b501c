//! What a council's day has become since its time was chosen, when the calendar was replaced.
use super::{Council, StageKind};
use crate::{
    calendar::{DayKind, WorkCalendar},
    councils::{
        Hours,
        rules::{Clash, Moved, PublishedSession, moved},
    },
    ids::CouncilId,
    time::{Day, Moment},
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// A council whose day is not what it was (日子变了): it is looked at whether it moves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayChanged {
    /// What speaks against the day.
    pub clash: Clash,
    /// For whoever can move it: the same hours on the nearest better day, if there is one.
    pub to: Option<Hours>,
}

/// Those of these councils that should move, and where to. Councils of years that the calendar
/// does not know are left alone.
///
/// All that lie ahead belong among them: they keep out of each other's way.
pub fn moved_councils(councils: &[Council], calendar: &WorkCalendar, now: Moment) -> Vec<Moved> {
    let is_known = |it: &&Council| calendar.facts(it.hours.day).is_ok();
    let sessions: Vec<_> = councils.iter().filter(is_known).map(published).collect();
    let found = moved(&sessions, calendar, now).unwrap_or_default();
    let can_move: BTreeSet<CouncilId> =
        councils.iter().filter(|it| is_to_come(it)).map(|it| it.id).collect();
    found.into_iter().filter(|it| can_move.contains(&it.council)).collect()
}

/// What speaks against the day of a council that is to come, if anything does by now.
pub fn clash(council: &Council, calendar: &WorkCalendar, now: Moment) -> Option<Clash> {
    let alone = std::slice::from_ref(council);
    moved_councils(alone, calendar, now).pop().map(|moved| moved.clash)
}

/// Is a day a public holiday by this calendar?
pub fn is_holiday(calendar: &WorkCalendar, day: Day) -> bool {
    calendar.facts(day).is_ok_and(|facts| facts.kind == DayKind::Holiday)
}

fn published(council: &Council) -> PublishedSession<'_> {
    PublishedSession {
        council: council.id,
        hours: council.hours,
        why_in_working_hours: council.why_in_working_hours.as_ref(),
        on_holiday: council.on_holiday,
        notice_days: council.notice_days,
    }
}

fn is_to_come(council: &Council) -> bool {
    match council.stage.kind() {
        StageKind::Scheduled | StageKind::Noticed => true,
        StageKind::InSession
        | StageKind::Held
        | StageKind::NoQuorum
        | StageKind::MinutesPublished
        | StageKind::Closed
        | StageKind::Cancelled => false,
    }
}
