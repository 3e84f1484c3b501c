//! What happens to a council; ids and numbers, never names.
use super::{CarriedOver, CouncilTitle, Outcome, Said, Summary, Votes, Way, agenda::Item};
use crate::{
    councils::{Hours, OnlineLink, Reason, Room},
    feedback::Opinion,
    ids::{AttendeeId, SeriesId, StaffId, SubmissionId},
    time::{Day, iso_day},
};
use huiyin_derive::ReadTagged;
use serde::{Deserialize, Serialize};

/// How a council begins: its series has chosen a time for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scheduled {
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
    /// Is its day a public holiday, and known to be one when the time was chosen?
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub on_holiday: bool,
    /// Who leads it.
    pub facilitator: Option<StaffId>,
    /// How many must be here for a resolution.
    pub quorum: u32,
    /// How many days before it notice must be given.
    pub notice_days: u32,
    /// What it talks about so far.
    pub agenda: Vec<Item>,
}

/// What somebody got who wants to come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Got {
    /// A seat.
    Seat,
    /// A place on the waiting list.
    Place,
}

/// What happened to a council. Persons stand in it under the numbers of their [`Attendee`]
/// alone: who that is can be erased.
///
/// `promoted` are those who got a seat by it, in the order in which they got it.
///
/// [`Attendee`]: super::Attendee
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Event {
    /// It has a time and a place.
    Scheduled(Box<Scheduled>),
    /// What it talks about.
    AgendaSet {
        /// The items, in order.
        items: Vec<Item>,
    },
    /// Notice was given.
    Noticed,
    /// It was moved.
    Moved {
        /// When it is now.
        hours: Hours,
        /// Where it is now.
        room: Room,
        /// Why it lies in working hours, if it does.
        why_in_working_hours: Option<Reason>,
        /// Is that day a public holiday, and known to be one?
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        on_holiday: bool,
        /// Why it was moved.
        reason: Reason,
        /// Who lost their seat and waits for one now.
        pushed: Vec<AttendeeId>,
        /// Who got a seat.
        promoted: Vec<AttendeeId>,
    },
    /// It is joined by video at another address.
    LinkChanged {
        /// Which; nothing while it is not known.
        link: Option<OnlineLink>,
    },
    /// Somebody else leads it, or nobody.
    FacilitatorReplaced {
        /// Who.
        facilitator: Option<StaffId>,
    },
    /// It does not take place.
    Cancelled {
        /// Why.
        reason: Reason,
    },
    /// Somebody wants to come.
    Answered {
        /// Who.
        number: AttendeeId,
        /// How.
        way: Way,
        /// What they got.
        got: Got,
        /// Is it the only session of its series that they can attend?
        only_chance: bool,
        /// Who got the seat they had before.
        promoted: Vec<AttendeeId>,
    },
    /// Somebody does not come.
    Declined {
        /// Who.
        number: AttendeeId,
        /// Who got their seat.
        promoted: Vec<AttendeeId>,
    },
    /// The session was opened.
    Opened,
    /// Somebody is here.
    CheckedIn {
        /// Who.
        number: AttendeeId,
        /// How.
        way: Way,
        /// Is it a resident of the register?
        is_resident: bool,
        /// Is it the only session of its series that they can attend?
        only_chance: bool,
    },
    /// Somebody is not here after all.
    CheckInUndone {
        /// Who.
        number: AttendeeId,
        /// Who got their place.
        promoted: Vec<AttendeeId>,
    },
    /// Somebody said something, and it became a submission that is owed an answer.
    OpinionRecorded {
        /// Its number.
        submission: SubmissionId,
        /// What was said.
        words: Opinion,
        /// The number of the item of the agenda.
        item: Option<u32>,
    },
    /// A vote by hands.
    Resolved {
        /// On what.
        words: Said,
        /// The number of the item of the agenda.
        item: Option<u32>,
        /// The hands.
        votes: Votes,
        /// How many were here.
        n_present: u32,
        /// Was it carried?
        is_carried: bool,
    },
    /// The session was ended.
    SessionClosed {
        /// How many came.
        n_present: u32,
        /// What it came to.
        outcome: Outcome,
    },
    /// Its minutes are public.
    MinutesPublished {
        /// What they say.
        summary: Summary,
    },
    /// A step towards what was resolved.
    FollowedUp {
        /// The number of the resolution.
        resolution: u32,
        /// What was done.
        words: Said,
    },
    /// The step with which it is done, says the office; residents are asked.
    ReportedDone {
        /// The number of the resolution.
        resolution: u32,
        /// What was done.
        words: Said,
        /// The last day on which residents say whether it is so.
        #[serde(with = "iso_day")]
        until: Day,
    },
    /// A resident says that it is done.
    SaidDone {
        /// The number of the resolution.
        resolution: u32,
    },
    /// A resident says that it is not.
    SaidNotDone {
        /// The number of the resolution.
        resolution: u32,
        /// What is missing.
        words: Said,
        /// Is it open again with that?
        reopens: bool,
    },
    /// Nothing is left to do.
    Closed {
        /// The resolutions that go on elsewhere.
        carried_over: Vec<CarriedOver>,
    },
    /// The council in which some of its resolutions went on came to nothing: they are open again.
    Returned {
        /// Their numbers.
        resolutions: Vec<u32>,
    },
}

impl Event {
    /// Its name in the record.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Scheduled(_) => "scheduled",
            Self::AgendaSet { .. } => "agenda_set",
            Self::Noticed => "noticed",
            Self::Moved { .. } => "moved",
            Self::LinkChanged { .. } => "link_changed",
            Self::FacilitatorReplaced { .. } => "facilitator_replaced",
            Self::Cancelled { .. } => "cancelled",
            Self::Answered { .. } => "answered",
            Self::Declined { .. } => "declined",
            Self::Opened => "opened",
            Self::CheckedIn { .. } => "checked_in",
            Self::CheckInUndone { .. } => "check_in_undone",
            Self::OpinionRecorded { .. } => "opinion_recorded",
            Self::Resolved { .. } => "resolved",
            Self::SessionClosed { .. } => "session_closed",
            Self::MinutesPublished { .. } => "minutes_published",
            Self::FollowedUp { .. } => "followed_up",
            Self::ReportedDone { .. } => "reported_done",
            Self::SaidDone { .. } => "said_done",
            Self::SaidNotDone { .. } => "said_not_done",
            Self::Closed { .. } => "closed",
            Self::Returned { .. } => "returned",
        }
    }

    /// Who got a seat by it.
    pub fn promoted(&self) -> &[AttendeeId] {
        match self {
            Self::Moved { promoted, .. }
            | Self::Answered { promoted, .. }
            | Self::Declined { promoted, .. }
            | Self::CheckInUndone { promoted, .. } => promoted,
            Self::Scheduled(_)
            | Self::AgendaSet { .. }
            | Self::Noticed
            | Self::LinkChanged { .. }
            | Self::FacilitatorReplaced { .. }
            | Self::Cancelled { .. }
            | Self::Opened
            | Self::CheckedIn { .. }
            | Self::OpinionRecorded { .. }
            | Self::Resolved { .. }
            | Self::SessionClosed { .. }
            | Self::MinutesPublished { .. }
            | Self::FollowedUp { .. }
            | Self::ReportedDone { .. }
            | Self::SaidDone { .. }
            | Self::SaidNotDone { .. }
            | Self::Closed { .. }
            | Self::Returned { .. } => &[],
        }
    }

    /// The same, with those who get the seats that it leaves free.
    pub(super) fn promoting(mut self, next: Vec<AttendeeId>) -> Self {
        match &mut self {
            Self::Moved { promoted, .. }
            | Self::Answered { promoted, .. }
            | Self::Declined { promoted, .. }
            | Self::CheckInUndone { promoted, .. } => *promoted = next,
            Self::Scheduled(_)
            | Self::AgendaSet { .. }
            | Self::Noticed
            | Self::LinkChanged { .. }
            | Self::FacilitatorReplaced { .. }
            | Self::Cancelled { .. }
            | Self::Opened
            | Self::CheckedIn { .. }
            | Self::OpinionRecorded { .. }
            | Self::Resolved { .. }
            | Self::SessionClosed { .. }
            | Self::MinutesPublished { .. }
            | Self::FollowedUp { .. }
            | Self::ReportedDone { .. }
            | Self::SaidDone { .. }
            | Self::SaidNotDone { .. }
            | Self::Closed { .. }
            | Self::Returned { .. } => {}
        }
        self
    }
}
