//! Sessions that a new year's data has moved onto a holiday or into working hours, and where they
//! could go.
use crate::{
    calendar::{DayName, UnknownYear, WorkCalendar, default_windows},
    councils::{Hours, Reason, SlotKind, meeting::notice_by},
    ids::CouncilId,
    time::{Day, Moment},
    times::DayPart,
};
use huiyin_derive::ReadTagged;
use serde::{Deserialize, Serialize};

/// How far from its day a session is moved at most, in days.
pub const MOVED_DAYS_MAX: usize = 28;

/// A session whose time everybody knows.
#[derive(Clone, Copy, Debug)]
pub struct PublishedSession<'a> {
    /// Its number.
    pub council: CouncilId,
    /// Its time.
    pub hours: Hours,
    /// Why it lies in working hours; with this it may.
    pub why_in_working_hours: Option<&'a Reason>,
    /// Was its day a public holiday when its time was chosen? Then it may stay.
    pub on_holiday: bool,
    /// Days of notice before it, wherever it goes.
    pub notice_days: u32,
}

/// What a session's day has turned out to be (日子变了).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Clash {
    /// A public holiday.
    Holiday {
        /// Which.
        name: DayName,
    },
    /// A day that is worked, at an hour when most people are at work.
    WorkingHours {
        /// The holiday it makes up for, if it is a make-up day.
        name: Option<DayName>,
    },
}

/// A session that should move, and where to (建议改期).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moved {
    /// The session.
    pub council: CouncilId,
    /// When it is.
    pub hours: Hours,
    /// Why it should not stay there.
    pub clash: Clash,
    /// The same hours on the nearest better day before; not before notice can be given.
    pub before: Option<Hours>,
    /// The same hours on the nearest better day after.
    pub after: Option<Hours>,
}

impl Moved {
    /// The nearer of the two; of two as near the later one, which leaves people more time.
    pub fn nearest(&self) -> Option<Hours> {
        let days = |to: &Hours| (to.day - self.hours.day).num_days().abs();
        self.after.into_iter().chain(self.before).min_by_key(days)
    }
}

/// Those of the coming sessions whose day is not what it was, in the order in which they came.
///
/// Sessions that stay and those that move keep out of each other's way: nobody can be in two.
pub fn moved(
    sessions: &[PublishedSession],
    calendar: &WorkCalendar,
    now: Moment,
) -> Result<Vec<Moved>, UnknownYear> {
    let mut found: Vec<Moved> = Vec::new();
    for session in sessions.iter().filter(|session| now < session.hours.begins()) {
        let Some(clash) = clash(session, calendar)? else { continue };
        let (hours, notice) = (session.hours, session.notice_days);
        let is_free = |to: &Hours| {
            let is_taken = sessions.iter().any(|other| other.hours.overlaps(*to));
            let offered = found.iter().flat_map(|other| [other.before, other.after]).flatten();
            let is_in_time = now < to.begins() && now.in_china().date() <= notice_by(*to, notice);
            is_in_time && !is_taken && !offered.into_iter().any(|it| it.overlaps(*to))
        };
        let better = |to: &Hours| is_good(*to, calendar) && is_free(to);
        let back = std::iter::successors(hours.day.pred_opt(), Day::pred_opt);
        let before = first(back, hours, better);
        let after = first(hours.day.iter_days().skip(1), hours, better);
        found.push(Moved { council: session.council, hours, clash, before, after });
    }
    Ok(found)
}

/// The same hours on the first of these days that will do.
fn first(
    days: impl Iterator<Item = Day>,
    hours: Hours,
    will_do: impl Fn(&Hours) -> bool,
) -> Option<Hours> {
    days.take(MOVED_DAYS_MAX).map(|day| Hours { day, ..hours }).find(will_do)
}

/// What speaks against a session's day, if anything does.
fn clash(
    session: &PublishedSession,
    calendar: &WorkCalendar,
) -> Result<Option<Clash>, UnknownYear> {
    let day = calendar.facts(session.hours.day)?;
    Ok(match SlotKind::of(session.hours, day.kind) {
        SlotKind::WorkingHours if session.why_in_working_hours.is_some() => None,
        SlotKind::WorkingHours => Some(Clash::WorkingHours { name: day.name }),
        SlotKind::WorkdayEvening | SlotKind::FridayEvening => None,
        SlotKind::WeekendMorning | SlotKind::WeekendAfternoon | SlotKind::WeekendEvening => {
            // Only holidays among the days off have a name.
            day.name.filter(|_| !session.on_holiday).map(|name| Clash::Holiday { name })
        }
    })
}

/// Is this a day on which a council may sit at this part of the day? A year the calendar does not
/// know has none.
fn is_good(hours: Hours, calendar: &WorkCalendar) -> bool {
    let part = DayPart::of(hours.from);
    calendar.facts(hours.day).is_ok_and(|day| {
        default_windows(day.kind).iter().any(|window| window.part == part)
            && SlotKind::of(hours, day.kind) != SlotKind::WorkingHours
    })
}
