//! Objections: what residents say against a shortlist, a refusal, the rules or a result, and what
//! the office answers each of them. Everything is public, with nobody's name.
mod decide;
mod forms;
pub mod wire;

pub use decide::{Changes, Scene, answer, changes, may_answer, may_object, may_object_now, send};
pub use forms::{AnswerForm, ChangeKind, ObjectionForm, Said};

use crate::{
    calendar::WorkCalendar,
    contests::Reason,
    ids::{ContestId, ObjectionId, ProposalId},
    moderation::Veil,
    money::Money,
    time::{Day, Moment, iso_day},
};
use huiyin_derive::ReadTagged;
use serde::{Deserialize, Serialize};

/// Working days in which the office answers an objection.
pub const ANSWER_DAYS: u32 = 3;

/// What an objection is against (异议对象).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Against {
    /// That a proposal is on the shortlist.
    Shortlisted {
        /// Which.
        proposal: ProposalId,
    },
    /// That a proposal is not on it.
    Refused {
        /// Which.
        proposal: ProposalId,
    },
    /// The rules.
    Rules,
    /// The result.
    Result,
}

impl Against {
    /// Which proposal it is about, if it is about one.
    pub fn proposal(self) -> Option<ProposalId> {
        match self {
            Self::Shortlisted { proposal } | Self::Refused { proposal } => Some(proposal),
            Self::Rules | Self::Result => None,
        }
    }

    /// Its name in tables and addresses: nobody objects to the same twice.
    pub fn key(self) -> String {
        match self {
            Self::Shortlisted { proposal } => format!("shortlisted-{proposal}"),
            Self::Refused { proposal } => format!("refused-{proposal}"),
            Self::Rules => "rules".to_owned(),
            Self::Result => "result".to_owned(),
        }
    }

    /// Reads such a name.
    pub fn parse(key: &str) -> Option<Self> {
        match key {
            "rules" => return Some(Self::Rules),
            "result" => return Some(Self::Result),
            _ => {}
        }
        let (kind, proposal) = key.split_once('-')?;
        let proposal = proposal.parse().ok()?;
        match kind {
            "shortlisted" => Some(Self::Shortlisted { proposal }),
            "refused" => Some(Self::Refused { proposal }),
            _ => None,
        }
    }
}

/// What changes when the office agrees.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Change {
    /// The proposal leaves the shortlist.
    TakenOff,
    /// The proposal comes on it.
    PutOn {
        /// What it will cost.
        cost: Money,
    },
    /// What the words of the answer say.
    AsSaid,
}

/// What the office answers (异议答复).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// What changes; nothing where the office does not agree.
    pub change: Option<Change>,
    /// Why, or what is changed.
    pub words: Reason,
    /// When.
    pub at: Moment,
}

/// An objection (异议).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Objection {
    /// Its number.
    pub id: ObjectionId,
    /// In which contest.
    pub contest: ContestId,
    /// Against what.
    pub against: Against,
    /// What was said.
    pub said: Said,
    /// When.
    pub sent_at: Moment,
    /// The last day for the answer, a working day.
    #[serde(with = "iso_day")]
    pub due: Day,
    /// The answer, once there is one.
    pub answer: Option<Answer>,
    /// Whether its words are hidden, and why; then `said` is the sentence that says so.
    #[serde(default)]
    pub veils: Vec<Veil>,
}

impl Objection {
    /// Working days by which the answer is or was late.
    pub fn days_late(&self, now: Moment, calendar: &WorkCalendar) -> u32 {
        let until = self.answer.as_ref().map_or(now, |answer| answer.at);
        calendar.working_days_between(self.due, until.in_china().date())
    }
}

/// What happened to an objection.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Event {
    /// It was sent.
    Sent {
        /// Against what.
        against: Against,
        /// The last day for the answer.
        #[serde(with = "iso_day")]
        due: Day,
    },
    /// It was answered.
    Answered {
        /// What.
        answer: Answer,
    },
}

impl Event {
    /// Its name in the record.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Sent { .. } => "sent",
            Self::Answered { .. } => "answered",
        }
    }
}
