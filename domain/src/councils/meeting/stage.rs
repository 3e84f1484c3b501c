//! Where a council stands.
use super::{Said, Summary};
use crate::{councils::Reason, time::Moment};
use huiyin_derive::ReadTagged;
use serde::{Deserialize, Serialize};

/// What a session came to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Outcome {
    /// Enough were here: what was resolved holds.
    Held,
    /// Too few were here (人数不足): what was voiced stays, and nothing was resolved.
    NoQuorum {
        /// What comes next, if that is known.
        follow_up: Option<Said>,
    },
}

/// A session that is over (会期).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sitting {
    /// When it was opened.
    pub since: Moment,
    /// When it was ended.
    pub until: Moment,
    /// How many came.
    pub n_present: u32,
    /// What it came to.
    pub outcome: Outcome,
}

/// Where a council stands (进度).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Stage {
    /// It has a time and a place.
    Scheduled,
    /// Notice was given (已公告).
    Noticed {
        /// When.
        at: Moment,
    },
    /// It sits.
    InSession {
        /// Since when.
        since: Moment,
    },
    /// It has sat.
    Ended {
        /// How.
        sitting: Sitting,
    },
    /// Its minutes (纪要) are public.
    MinutesPublished {
        /// How it sat.
        sitting: Sitting,
        /// What the minutes say.
        summary: Summary,
        /// Since when.
        at: Moment,
    },
    /// Nothing is left to do.
    Closed {
        /// How it sat.
        sitting: Sitting,
        /// What the minutes say.
        summary: Summary,
        /// Since when they are public.
        published_at: Moment,
        /// When it was closed.
        at: Moment,
    },
    /// It does not take place.
    Cancelled {
        /// Why.
        reason: Reason,
        /// When that was said.
        at: Moment,
    },
}

/// Where a council stands, without the facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StageKind {
    /// [`Stage::Scheduled`].
    Scheduled,
    /// [`Stage::Noticed`].
    Noticed,
    /// [`Stage::InSession`].
    InSession,
    /// It has sat, and enough were here.
    Held,
    /// It has sat, and too few were here.
    NoQuorum,
    /// [`Stage::MinutesPublished`].
    MinutesPublished,
    /// [`Stage::Closed`].
    Closed,
    /// [`Stage::Cancelled`].
    Cancelled,
}

impl StageKind {
    /// All of them, in the order in which a council passes them.
    pub const ALL: [Self; 8] = [
        Self::Scheduled,
        Self::Noticed,
        Self::InSession,
        Self::Held,
        Self::NoQuorum,
        Self::MinutesPublished,
        Self::Closed,
        Self::Cancelled,
    ];

    /// As tables and addresses name it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Scheduled => "scheduled",
            Self::Noticed => "noticed",
            Self::InSession => "in_session",
            Self::Held => "held",
            Self::NoQuorum => "no_quorum",
            Self::MinutesPublished => "minutes_published",
            Self::Closed => "closed",
            Self::Cancelled => "cancelled",
        }
    }

    /// The way back from [`StageKind::word`].
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }

    /// Does it still lie ahead, or sit now?
    pub fn is_ahead(self) -> bool {
        match self {
            Self::Scheduled | Self::Noticed | Self::InSession => true,
            Self::Held
            | Self::NoQuorum
            | Self::MinutesPublished
            | Self::Closed
            | Self::Cancelled => false,
        }
    }

    /// Has it sat?
    pub fn has_sat(self) -> bool {
        match self {
            Self::Held | Self::NoQuorum | Self::MinutesPublished | Self::Closed => true,
            Self::Scheduled | Self::Noticed | Self::InSession | Self::Cancelled => false,
        }
    }
}

impl Stage {
    /// Without the facts.
    pub fn kind(&self) -> StageKind {
        match self {
            Self::Scheduled => StageKind::Scheduled,
            Self::Noticed { .. } => StageKind::Noticed,
            Self::InSession { .. } => StageKind::InSession,
            Self::Ended { sitting } => match sitting.outcome {
                Outcome::Held => StageKind::Held,
                Outcome::NoQuorum { .. } => StageKind::NoQuorum,
            },
            Self::MinutesPublished { .. } => StageKind::MinutesPublished,
            Self::Closed { .. } => StageKind::Closed,
            Self::Cancelled { .. } => StageKind::Cancelled,
        }
    }

    /// How it sat, once it has.
    pub fn sitting(&self) -> Option<&Sitting> {
        match self {
            Self::Ended { sitting }
            | Self::MinutesPublished { sitting, .. }
            | Self::Closed { sitting, .. } => Some(sitting),
            Self::Scheduled
            | Self::Noticed { .. }
            | Self::InSession { .. }
            | Self::Cancelled { .. } => None,
        }
    }
}
