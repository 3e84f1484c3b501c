//! Coaching: a volunteer helps authors to find the words of their proposal, between them alone.
mod decide;
mod refusals;
#[cfg(test)]
mod tests;
mod told;
pub mod wire;

pub use decide::{
    Command, Event, Scene, apply, ask, begin, decide, follows, may_ask, may_read, may_volunteer,
    offers,
};
pub use refusals::CoachingRefusal;
pub use told::{Audience, Told, told};

use crate::{
    ids::{CoachingId, ProposalId, ResidentId, Version},
    time::{Day, Moment, iso_day},
    words::Words,
};
use huiyin_derive::ReadTagged;
use serde::{Deserialize, Serialize};

/// What the authors need help with, in a few words.
pub type Need = Words<300>;
/// What coach and authors write to each other.
pub type Said = Words<1000>;
/// A word of thanks at the end.
pub type Thanks = Words<300>;

/// Working days until the authors have a coach who has said a first word.
pub const FIRST_WORD_DAYS: u32 = 3;
/// Most proposals that one volunteer coaches at once.
pub const COACHED_AT_ONCE_MAX: u32 = 3;
/// Most that is said in one coaching.
pub const SAID_MOST: u32 = 200;

/// The coach's first word to the authors.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum FirstWord {
    /// The authors wait for it.
    Owed {
        /// By which day.
        #[serde(with = "iso_day")]
        due: Day,
    },
    /// It was said.
    Given {
        /// When.
        at: Moment,
    },
}

/// How a coaching ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum End {
    /// An author ended it.
    ByAuthor {
        /// With a word of thanks?
        thanked: bool,
    },
    /// The text of the proposal stands fast, so there is nothing left to help with.
    ByItself,
}

/// Where a coaching stands (辅导进度).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Stage {
    /// The authors wait for a coach.
    Waiting {
        /// By which day they have had a first word.
        #[serde(with = "iso_day")]
        due: Day,
    },
    /// A volunteer helps.
    Running {
        /// Who.
        coach: ResidentId,
        /// Since when.
        since: Moment,
        /// Have they said a first word?
        first: FirstWord,
    },
    /// It has ended.
    Ended {
        /// When.
        at: Moment,
        /// How.
        end: End,
        /// Who was helping then, if somebody was.
        coach: Option<ResidentId>,
    },
}

/// Where a coaching stands, without the facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StageKind {
    /// [`Stage::Waiting`].
    Waiting,
    /// [`Stage::Running`].
    Running,
    /// [`Stage::Ended`].
    Ended,
}

impl StageKind {
    /// As tables name it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Running => "running",
            Self::Ended => "ended",
        }
    }
}

impl Stage {
    /// Without the facts.
    pub fn kind(&self) -> StageKind {
        match self {
            Self::Waiting { .. } => StageKind::Waiting,
            Self::Running { .. } => StageKind::Running,
            Self::Ended { .. } => StageKind::Ended,
        }
    }

    /// By which day the authors have a first word, while they wait for it.
    pub fn due(&self) -> Option<Day> {
        match self {
            Self::Waiting { due } | Self::Running { first: FirstWord::Owed { due }, .. } => {
                Some(*due)
            }
            Self::Running { first: FirstWord::Given { .. }, .. } | Self::Ended { .. } => None,
        }
    }

    /// Who helps now.
    pub fn coach(&self) -> Option<ResidentId> {
        match self {
            Self::Running { coach, .. } => Some(*coach),
            Self::Waiting { .. } | Self::Ended { .. } => None,
        }
    }
}

/// A coaching (辅导): a volunteer helps the authors of one proposal.
///
/// What they say to each other stands in rows of its own, and never here or in the record. Who
/// the authors are is the proposal's to say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Coaching {
    /// Its number.
    pub id: CoachingId,
    /// How often it has changed.
    pub version: Version,
    /// Of which proposal.
    pub proposal: ProposalId,
    /// When the authors asked for it.
    pub asked_at: Moment,
    /// Where it stands.
    pub stage: Stage,
}

/// One of those who have a part in a coaching.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Party {
    /// An author of the proposal.
    Author,
    /// The volunteer who helps (辅导人).
    Coach,
    /// The office.
    Office,
}

impl Party {
    /// As tables name it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Author => "author",
            Self::Coach => "coach",
            Self::Office => "office",
        }
    }

    /// The way back from [`Party::word`].
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Author, Self::Coach, Self::Office].into_iter().find(|party| party.word() == word)
    }
}
