//! What people are told of a council, whom it concerns, and when they want to be reminded.
use super::{Event, Way};
use crate::{
    councils::Hours,
    ids::AttendeeId,
    time::{DAY_MS, Moment},
};
use serde::{Deserialize, Serialize};

/// What people are told (通知).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Told {
    /// Notice was given.
    Noticed,
    /// It was moved.
    Moved,
    /// It does not take place.
    Cancelled,
    /// It is joined by video at another address.
    LinkChanged,
    /// There is a seat now for whoever waited.
    Promoted,
    /// There is no seat any more: they wait for one.
    Pushed,
    /// It is soon.
    Reminder,
    /// Its minutes are public.
    MinutesPublished,
    /// A resolution is reported as done, and their word is waited for.
    ReportedDone,
}

impl Told {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::Noticed,
        Self::Moved,
        Self::Cancelled,
        Self::LinkChanged,
        Self::Promoted,
        Self::Pushed,
        Self::Reminder,
        Self::MinutesPublished,
        Self::ReportedDone,
    ];

    /// As tables name it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Noticed => "noticed",
            Self::Moved => "moved",
            Self::Cancelled => "cancelled",
            Self::LinkChanged => "link_changed",
            Self::Promoted => "promoted",
            Self::Pushed => "pushed",
            Self::Reminder => "reminder",
            Self::MinutesPublished => "minutes_published",
            Self::ReportedDone => "reported_done",
        }
    }

    /// The way back from [`Told::word`].
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|told| told.word() == word)
    }
}

/// Whom it concerns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Audience {
    /// Every resident.
    Everybody,
    /// Whoever answered or came.
    Concerned,
    /// Whoever has a seat of this kind.
    Seated(Way),
    /// Whoever is asked whether it is done: who was here, and who suggested or supported a topic
    /// of the series.
    Asked,
    /// These.
    These(Vec<AttendeeId>),
}

/// What is told to whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToldTo {
    /// What.
    pub told: Told,
    /// To whom.
    pub whom: Audience,
}

/// What people are told of an event, the most important first.
pub fn told(event: &Event) -> Vec<ToldTo> {
    let mut all = Vec::new();
    let mut tell = |told, whom| all.push(ToldTo { told, whom });
    match event {
        Event::Noticed => tell(Told::Noticed, Audience::Everybody),
        Event::Moved { pushed, .. } => {
            tell(Told::Moved, Audience::Everybody);
            if !pushed.is_empty() {
                tell(Told::Pushed, Audience::These(pushed.clone()));
            }
        }
        Event::Cancelled { .. } => tell(Told::Cancelled, Audience::Everybody),
        Event::LinkChanged { .. } => tell(Told::LinkChanged, Audience::Seated(Way::Online)),
        Event::MinutesPublished { .. } => tell(Told::MinutesPublished, Audience::Concerned),
        Event::ReportedDone { .. } => tell(Told::ReportedDone, Audience::Asked),
        Event::Scheduled(_)
        | Event::AgendaSet { .. }
        | Event::FacilitatorReplaced { .. }
        | Event::Answered { .. }
        | Event::Declined { .. }
        | Event::Opened
        | Event::CheckedIn { .. }
        | Event::CheckInUndone { .. }
        | Event::OpinionRecorded { .. }
        | Event::Resolved { .. }
        | Event::SessionClosed { .. }
        | Event::FollowedUp { .. }
        | Event::SaidDone { .. }
        | Event::SaidNotDone { .. }
        | Event::Closed { .. }
        | Event::Returned { .. } => {}
    }
    if !event.promoted().is_empty() {
        tell(Told::Promoted, Audience::These(event.promoted().to_vec()));
    }
    all
}

/// When somebody who comes wants to be reminded (提醒).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reminder {
    /// A day before.
    #[default]
    DayBefore,
    /// Two hours before.
    TwoHoursBefore,
    /// Not at all.
    Never,
}

impl Reminder {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::DayBefore, Self::TwoHoursBefore, Self::Never];

    /// As tables name it.
    pub fn word(self) -> &'static str {
        match self {
            Self::DayBefore => "day_before",
            Self::TwoHoursBefore => "two_hours_before",
            Self::Never => "never",
        }
    }

    /// The way back from [`Reminder::word`].
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reminder| reminder.word() == word)
    }

    /// When it goes out.
    pub fn at(self, hours: Hours) -> Option<Moment> {
        match self {
            Self::DayBefore => Some(hours.begins().plus_millis(-DAY_MS)),
            Self::TwoHoursBefore => Some(hours.begins().plus_millis(-2 * 3_600_000)),
            Self::Never => None,
        }
    }
}
