//! What an answer says: adopted, partly, not, and always why.
use super::{Appeal, Owner, Said};
use crate::{
    ids::SubmissionId,
    money::Money,
    proposals::PhotoId,
    time::{Day, Moment, iso_day},
};
use huiyin_derive::ReadTagged;
use serde::{Deserialize, Serialize};

/// Why something is not done, or not now (理由).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReasonCode {
    /// There is no money for it (资金不够).
    NoMoney,
    /// A law or rule forbids it (政策不允许).
    NotAllowed,
    /// Others decide about it (不归社区管).
    NotOurs,
    /// It would be dangerous (不安全).
    Unsafe,
    /// It cannot be built there (做不了).
    CannotBeBuilt,
    /// Neighbours do not agree (邻居意见不一).
    NeighboursDisagree,
    /// It is planned or under way already (已有安排).
    UnderWay,
    /// The same was asked for before (已有人提过).
    AskedBefore,
    /// It takes more time (需要时间).
    NeedsTime,
    /// Another reason, which the words give (其他).
    Other,
}

impl ReasonCode {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 10] = [
        Self::NoMoney,
        Self::NotAllowed,
        Self::NotOurs,
        Self::Unsafe,
        Self::CannotBeBuilt,
        Self::NeighboursDisagree,
        Self::UnderWay,
        Self::AskedBefore,
        Self::NeedsTime,
        Self::Other,
    ];
}

/// A reason: its code and its words, never one without the other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Because {
    /// Which.
    pub code: ReasonCode,
    /// In words.
    pub words: Said,
}

/// What will be done, and by when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// What.
    pub words: Said,
    /// By the end of this working day.
    #[serde(with = "iso_day")]
    pub by: Day,
}

/// The answer to one numbered request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum RequestVerdict {
    /// It will be done.
    Adopted,
    /// It will not.
    NotAdopted {
        /// Why.
        because: Because,
    },
}

/// What was decided (采纳情况).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Verdict {
    /// Yes, all of it (采纳).
    Adopted {
        /// What will be done.
        plan: Plan,
    },
    /// Some of it (部分采纳).
    PartlyAdopted {
        /// What will be done.
        plan: Plan,
        /// One for each request, in order.
        requests: Vec<RequestVerdict>,
    },
    /// It was going to be done anyway (已有安排).
    AlreadyPlanned {
        /// By what.
        because: Because,
    },
    /// It goes on together with another (合并办理).
    MergedInto {
        /// Which.
        into: SubmissionId,
        /// Why.
        because: Because,
    },
    /// Not now; it is taken up again by a day (暂缓).
    Deferred {
        /// By this working day.
        #[serde(with = "iso_day")]
        until: Day,
        /// Why.
        because: Because,
    },
    /// No (不采纳).
    NotAdopted {
        /// Why.
        because: Because,
    },
    /// The vote has chosen it (投票选中).
    Chosen {
        /// What it gets.
        award: Money,
        /// It is carried out by this working day.
        #[serde(with = "iso_day")]
        by: Day,
    },
    /// The vote has not chosen it (投票未选中); the count says why.
    NotChosen,
}

impl Verdict {
    /// What will be done, if something will.
    pub fn plan(&self) -> Option<&Plan> {
        match self {
            Self::Adopted { plan } | Self::PartlyAdopted { plan, .. } => Some(plan),
            Self::AlreadyPlanned { .. }
            | Self::MergedInto { .. }
            | Self::Deferred { .. }
            | Self::NotAdopted { .. }
            | Self::Chosen { .. }
            | Self::NotChosen => None,
        }
    }

    /// Was it adopted, wholly or partly?
    pub fn is_adopted(&self) -> bool {
        match self {
            Self::Adopted { .. } | Self::PartlyAdopted { .. } | Self::Chosen { .. } => true,
            Self::AlreadyPlanned { .. }
            | Self::MergedInto { .. }
            | Self::Deferred { .. }
            | Self::NotAdopted { .. }
            | Self::NotChosen => false,
        }
    }

    /// Was it put off? That is an answer, but no decision yet.
    pub fn is_deferred(&self) -> bool {
        match self {
            Self::Deferred { .. } => true,
            Self::Adopted { .. }
            | Self::PartlyAdopted { .. }
            | Self::AlreadyPlanned { .. }
            | Self::MergedInto { .. }
            | Self::NotAdopted { .. }
            | Self::Chosen { .. }
            | Self::NotChosen => false,
        }
    }

    /// As tables name it.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Adopted { .. } => "adopted",
            Self::PartlyAdopted { .. } => "partly_adopted",
            Self::AlreadyPlanned { .. } => "already_planned",
            Self::MergedInto { .. } => "merged_into",
            Self::Deferred { .. } => "deferred",
            Self::NotAdopted { .. } => "not_adopted",
            Self::Chosen { .. } => "chosen",
            Self::NotChosen => "not_chosen",
        }
    }
}

/// An answer (答复), public.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// When.
    pub at: Moment,
    /// Who answered.
    pub by: Owner,
    /// What was decided.
    pub verdict: Verdict,
    /// The appeal that this settles: with one, it is the last answer.
    pub appeal: Option<Settled>,
}

/// An appeal that was answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settled {
    /// What the resident said.
    pub appeal: Appeal,
    /// What came of it.
    pub outcome: Outcome,
}

/// What came of an appeal (申诉结果).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Outcome {
    /// The answer stays (维持).
    Upheld {
        /// Why.
        words: Said,
    },
    /// There is a new answer (改变).
    Revised,
}

/// What became of one numbered request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Built {
    /// It was built or done as asked.
    AsAsked,
    /// It was done, but otherwise.
    Otherwise {
        /// How.
        words: Said,
    },
    /// It was not done.
    Not {
        /// Why.
        because: Because,
    },
}

/// What shows that it was done (落实情况): asked and built, side by side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// When it was reported.
    pub at: Moment,
    /// What was done.
    pub words: Said,
    /// Pictures of it.
    pub photos: Vec<PhotoId>,
    /// One for each request, in order.
    pub requests: Vec<Built>,
}

/// How content the resident is (满意度).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Satisfaction {
    /// Content (满意).
    Content,
    /// So-so (一般).
    SoSo,
    /// Not content (不满意).
    NotContent,
    /// Would rather not say (不评价).
    NotSaid,
}

impl Satisfaction {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Content, Self::SoSo, Self::NotContent, Self::NotSaid];

    /// As tables name it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Content => "content",
            Self::SoSo => "so_so",
            Self::NotContent => "not_content",
            Self::NotSaid => "not_said",
        }
    }
}
