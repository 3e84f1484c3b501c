//! One council after it was scheduled: its notice, its seats, its session and what came of it.
pub mod agenda;
mod apply;
mod command;
mod days;
mod decide;
mod event;
mod may;
pub mod minutes;
mod moving;
mod offers;
mod opinions;
mod refusals;
mod reports;
mod resolutions;
mod returning;
mod seats;
mod stage;
pub mod statistics;
mod told;
pub mod wire;

#[cfg(test)]
mod tests;

pub use apply::{apply, begin};
pub use command::{Command, Who};
pub use days::{DayChanged, clash, is_holiday, moved_councils};
pub use decide::{decide, decline_for};
pub use event::{Event, Got, Scheduled};
pub use may::{CHECK_IN_EARLY_MINUTES, Occupied, Person, Scene, may_remind};
pub use moving::{MoveForm, Moving};
pub use offers::{Offer, offers};
pub use opinions::{Voiced, content_of};
pub use refusals::MeetingRefusal;
pub use reports::{NotDone, Report};
pub use resolutions::{CarriedOver, Resolution, ResolutionForm, ResolutionRef, Standing, Votes};
pub use returning::{recalled, returned};
pub use seats::{Answer, Attendee, Left, Presence, Way, without_seat};
pub use stage::{Outcome, Sitting, Stage, StageKind};
pub use told::{Audience, Reminder, Told, ToldTo, told};

use super::{Hours, Reason, Room};
use crate::{
    ids::{CouncilId, SeriesId, StaffId, Version},
    time::{Day, Moment},
    words::Words,
};
use agenda::Item;
use chrono::Days;
use serde::{Deserialize, Serialize};

/// What a council is called.
pub type CouncilTitle = Words<40>;
/// What a council says in a sentence or two: a resolution, a step towards it, what comes next.
pub type Said = Words<500>;
/// What the minutes say of a session in words.
pub type Summary = Words<4000>;

/// A time or a place that no longer holds, with the reason; told to everybody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moved {
    /// When it was moved.
    pub at: Moment,
    /// When it would have been.
    pub from: Hours,
    /// In which room.
    pub room: Words<60>,
    /// Why it was moved.
    pub reason: Reason,
}

/// A council (议事会) with a time and a place.
///
/// Who comes stands in it under numbers that mean nothing elsewhere ([`Attendee`]): the persons
/// behind them are kept in one erasable place beside it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Council {
    /// Its number.
    pub id: CouncilId,
    /// How often it has changed.
    pub version: Version,
    /// The series it belongs to.
    pub series: SeriesId,
    /// What it is called.
    pub title: CouncilTitle,
    /// When.
    pub hours: Hours,
    /// Where.
    pub room: Room,
    /// Why it lies in working hours, if it does.
    pub why_in_working_hours: Option<Reason>,
    /// Was its day a public holiday when its time was chosen? Then nobody says it became one.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub on_holiday: bool,
    /// Who of the staff leads it; nobody, when somebody has dropped out.
    pub facilitator: Option<StaffId>,
    /// How many must be here for a resolution (法定人数).
    pub quorum: u32,
    /// How many days before it notice must be given (公告期).
    pub notice_days: u32,
    /// How often its time, place or standing has changed; calendars ask for it.
    pub sequence: u32,
    /// When what a calendar says of it last changed.
    pub changed_at: Moment,
    /// What it talks about, in order.
    pub agenda: Vec<Item>,
    /// Who answered or came; the n-th has the number n.
    pub attendees: Vec<Attendee>,
    /// How many answers were given so far: who answers next comes after them.
    pub n_turns: u32,
    /// What was voiced, in order; the n-th has the number n.
    pub opinions: Vec<Voiced>,
    /// What was voted on, in order; the n-th has the number n.
    pub resolutions: Vec<Resolution>,
    /// Where and when it would have been, the oldest first.
    pub moves: Vec<Moved>,
    /// Where it stands.
    pub stage: Stage,
}

impl Council {
    /// The last day on which notice can be given.
    pub fn notice_by(&self) -> Day {
        notice_by(self.hours, self.notice_days)
    }

    /// How many minutes it has.
    pub fn minutes(&self) -> u32 {
        u32::try_from((self.hours.until - self.hours.from).num_minutes()).unwrap_or(0)
    }

    /// Its resolutions that were carried and are not done.
    pub fn open_resolutions(&self) -> impl Iterator<Item = &Resolution> {
        self.resolutions.iter().filter(|it| it.standing == Standing::Open)
    }
}

/// The last day on which notice of these hours can be given.
pub fn notice_by(hours: Hours, notice_days: u32) -> Day {
    hours.day.checked_sub_days(Days::new(notice_days.into())).unwrap_or(Day::MIN)
}
