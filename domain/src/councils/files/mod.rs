//! Calendar files (RFC 5545): a council on the calendar of a phone, and a feed that keeps it right.
//!
//! All words come from the caller. What real calendars need, and why, stands beside each part.
mod facts;
mod lines;
mod write;

pub use facts::EventFacts;
pub use write::{event_file, feed_file};

use super::Hours;
use crate::{
    ids::{CommunityId, CouncilId},
    notices::EmailAddress,
    time::{DAY_MS, Moment},
    web_address::WebAddress,
};
use std::fmt;

/// The media type with which calendar files and feeds are sent.
pub const CALENDAR_TYPE: &str = "text/calendar; charset=utf-8; method=PUBLISH";

/// How long a cancelled council stays in a feed: a phone that looks once a week still hears of it.
pub const CANCELLED_DAYS: i64 = 30;

/// The name of an event for ever (日历事件的编号), by which a phone finds it again when it changes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Uid(String);

impl Uid {
    /// That of a council. Neither its title nor its time is in it, since both can change.
    ///
    /// `host` names the installation and must never change either: with another one every phone
    /// would show each council twice.
    pub fn of_council(community: CommunityId, council: CouncilId, host: &str) -> Self {
        Self(format!("council-{community}-{council}@{host}"))
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Uid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A council as a calendar shows it (日历事件). Who comes is never in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarEvent {
    /// Its name for ever.
    pub uid: Uid,
    /// How often its time, place or status has changed; see [`CalendarEvent::is_new_to`].
    pub sequence: u32,
    /// When it was last changed; never the time of writing, or every fetch would differ.
    pub changed_at: Moment,
    /// When it is.
    pub hours: Hours,
    /// What it is called.
    pub title: String,
    /// What else there is to know: the agenda, the line. May be empty, may have many lines.
    pub details: String,
    /// Where it is; may be empty.
    pub place: String,
    /// Its own page.
    pub page: WebAddress,
    /// Whether it takes place.
    pub status: EventStatus,
}

/// Whether an event takes place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EventStatus {
    /// It does.
    Confirmed {
        /// What the phone says before it.
        alarms: Vec<Alarm>,
    },
    /// It was cancelled. No alarm is left.
    Cancelled {
        /// When it was.
        at: Moment,
        /// Put before the title, since many phones do not show the status.
        title_prefix: String,
    },
}

/// Words that a phone says some time before (日历提醒).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alarm {
    /// How long before.
    pub minutes_before: u32,
    /// What is said.
    pub words: String,
}

/// Whose calendar it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feed {
    /// What the calendar is called on the phone.
    pub name: String,
    /// What its events are, in a word.
    pub category: String,
    /// Who invites.
    pub organiser: String,
    /// Where they are written to. A published calendar must say so.
    pub organiser_email: EmailAddress,
}

impl CalendarEvent {
    /// The title as a calendar shows it.
    pub fn shown_title(&self) -> String {
        match &self.status {
            EventStatus::Confirmed { .. } => self.title.clone(),
            EventStatus::Cancelled { title_prefix, .. } => format!("{title_prefix}{}", self.title),
        }
    }

    /// Was it cancelled?
    pub fn is_cancelled(&self) -> bool {
        match self.status {
            EventStatus::Confirmed { .. } => false,
            EventStatus::Cancelled { .. } => true,
        }
    }

    /// Must whoever has `before` on their calendar take note: another time, place or status?
    ///
    /// Then `sequence` must be one more. Other words do not ask for anybody's attention.
    pub fn is_new_to(&self, before: &Self) -> bool {
        self.hours != before.hours
            || self.place != before.place
            || self.is_cancelled() != before.is_cancelled()
    }
}

/// Does a feed still hold this event? All but those cancelled more than [`CANCELLED_DAYS`] ago.
pub fn in_feed(event: &CalendarEvent, now: Moment) -> bool {
    match event.status {
        EventStatus::Confirmed { .. } => true,
        EventStatus::Cancelled { at, .. } => now <= at.plus_millis(CANCELLED_DAYS * DAY_MS),
    }
}

#[cfg(test)]
mod tests;
