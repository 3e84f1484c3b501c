//! Feedback: everything a resident sends has an owner, a day, a reason and an end.
mod answer_form;
mod days;
mod decide;
mod event;
pub mod figures;
mod form;
mod in_contest;
mod in_project;
mod may;
mod offers;
mod stage;
mod veiled;
mod verdict;
pub mod wire;

pub use answer_form::{AnswerForm, BuiltForm, RequestForm, VerdictKind, said};
pub use days::{DaysAllowed, Escalation, Late, MOST_DAYS, overdue_before};
pub use decide::{Command, decide};
pub use event::{Event, Sent, apply, begin};
pub(crate) use form::title_of;
pub use form::{OpinionForm, SendAs};
pub use in_contest::{contest_due, echo};
pub use in_project::echo_project;
pub use may::{Scene, may_follow, may_send};
pub use offers::{Offer, Speaks, offers};
pub use stage::{
    Appeal, Delivery, Duty, End, FirstAnswer, Milestone, Owes, Owner, Stage, StageKind, What,
};
pub use veiled::{veiled, veiled_submission};
pub use verdict::{
    Answer, Because, Built, Evidence, Outcome, Plan, ReasonCode, RequestVerdict, Satisfaction,
    Settled, Verdict,
};

use crate::{
    channels::Channel,
    ids::{ContestId, PlaceId, SubmissionId, Version},
    moderation::Veil,
    proposals::{PhotoId, Place, Request, Title},
    time::Moment,
    words::Words,
};
use huiyin_derive::ReadTagged;
use serde::{Deserialize, Serialize};

/// What an opinion says, in the resident's words.
pub type Opinion = Words<2000>;
/// A sentence of the office that everybody reads: why something was passed on or put off.
pub type Said = Words<1000>;

/// What kind of thing was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Kind {
    /// A proposal (提案) in a contest; its answer follows from the contest.
    InContest {
        /// Which.
        contest: ContestId,
    },
    /// A proposal outside any contest (建议).
    Proposal,
    /// An opinion or a complaint (意见).
    Opinion,
    /// Something a council should talk about (议题).
    Topic,
}

impl Kind {
    /// Without the contest, as tables and addresses name it.
    pub fn word(self) -> &'static str {
        match self {
            Self::InContest { .. } => "contest",
            Self::Proposal => "proposal",
            Self::Opinion => "opinion",
            Self::Topic => "topic",
        }
    }
}

/// What a submission is about (主题); the office sorts by it, residents need not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// Stairs, lights, fire (安全).
    Safety,
    /// What is broken (维修).
    Repairs,
    /// Waste, green, noise (环境).
    Surroundings,
    /// Cars, bicycles, charging (停车充电).
    Parking,
    /// The old and those who care for them (为老).
    Elderly,
    /// Children and the young (儿童).
    Children,
    /// Culture and sport (文体).
    Culture,
    /// The office, the property company, services (服务).
    Services,
    /// Everything else (其他).
    Other,
}

impl Theme {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 9] = [
        Self::Safety,
        Self::Repairs,
        Self::Surroundings,
        Self::Parking,
        Self::Elderly,
        Self::Children,
        Self::Culture,
        Self::Services,
        Self::Other,
    ];

    /// As tables and addresses name it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Safety => "safety",
            Self::Repairs => "repairs",
            Self::Surroundings => "surroundings",
            Self::Parking => "parking",
            Self::Elderly => "elderly",
            Self::Children => "children",
            Self::Culture => "culture",
            Self::Services => "services",
            Self::Other => "other",
        }
    }

    /// The way back from [`Theme::word`].
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.word() == word)
    }
}

/// What was sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    /// In one sentence.
    pub title: Title,
    /// In the resident's words.
    pub words: Opinion,
    /// The things asked for (诉求), numbered from one; at least one.
    pub requests: Vec<Request>,
    /// One of the community's places, if one was chosen.
    pub place: Option<PlaceId>,
    /// Where, in words; empty when a place says enough.
    pub where_words: Option<Place>,
    /// Pictures.
    pub photos: Vec<PhotoId>,
}

/// Was the decision given by its day? What the ledger's rates are made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Timeliness {
    /// There is no decision yet.
    NotYet,
    /// On its day or before.
    InTime,
    /// After its day.
    Late {
        /// So many working days after.
        n_days: u32,
    },
}

/// Anything a resident sends (提交), with our promise to answer it by a day (答复期限).
///
/// It does not know its author: that stands in one erasable place beside it, so that a person
/// can go while what they said stays.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Submission {
    /// Its number, as in 第128号; a proposal has the same number in its contest.
    pub id: SubmissionId,
    /// How often it has changed.
    pub version: Version,
    /// What kind of thing it is.
    pub kind: Kind,
    /// How it came.
    pub channel: Channel,
    /// What it says.
    pub content: Content,
    /// What it is about, once the office has sorted it.
    pub theme: Option<Theme>,
    /// When the resident sent it: the clock starts here.
    pub sent_at: Moment,
    /// The days that were promised then; later tables do not change them.
    pub days: DaysAllowed,
    /// How often it was passed on (退单、转办), counted and shown.
    pub n_pass_ons: u32,
    /// How often its day was put off.
    pub n_extensions: u32,
    /// How often the resident has opened it again.
    pub n_reopened: u32,
    /// Was it decided in time?
    pub timeliness: Timeliness,
    /// What of it is hidden, and why; its content says so in the place of the words.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub veils: Vec<Veil>,
    /// Where it stands.
    pub stage: Stage,
}

impl Submission {
    /// What is owed next, by whom and by which day; nothing where the resident has the word or
    /// where it has ended.
    pub fn owes(&self) -> Option<Owes> {
        self.stage.owes()
    }

    /// The last answer, if there is one.
    pub fn answer(&self) -> Option<&Answer> {
        self.stage.answer()
    }
}
