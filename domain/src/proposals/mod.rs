//! Proposals: what residents ask for, and where each stands.
mod decide;
mod form;
pub mod wire;

pub use decide::{Command, Event, Scene, apply, decide, may_co_sign, may_withdraw_co_sign, offers};
pub use form::{ProposalForm, requests_of};

use crate::{
    channels::Channel,
    contests::Reason,
    ids::{ContestId, ProposalId, ResidentId, Version},
    money::Money,
    words::Words,
};
use serde::{Deserialize, Serialize};

/// What is proposed, in one sentence.
pub type Title = Words<60>;
/// Where it is to be.
pub type Place = Words<100>;
/// Why it is needed.
pub type Why = Words<2000>;
/// One thing asked for.
pub type Request = Words<200>;
/// Most numbered requests in one proposal.
pub const REQUESTS_MAX: usize = 8;
/// Most photos with one proposal.
pub const PHOTOS_MAX: usize = 3;
/// The largest photo that is taken, in bytes.
pub const PHOTO_BYTES_MAX: u64 = 20_000_000;

/// What the proposer thinks it will cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Estimate {
    /// They do not know, and need not.
    Unknown,
    /// About this much.
    About {
        /// In fen.
        cost: Money,
    },
}

/// A photo (照片), by the hash of what is stored.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PhotoId(pub String);

/// What a proposal says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    /// What.
    pub title: Title,
    /// Where.
    pub place: Place,
    /// Why.
    pub why: Why,
    /// The things asked for (诉求), numbered from one; at least one.
    pub requests: Vec<Request>,
    /// What it might cost.
    pub estimate: Estimate,
    /// Pictures of the place.
    pub photos: Vec<PhotoId>,
}

/// Where a proposal stands (进度).
///
/// There is no draft: until it is sent, a proposal is the resident's own business and lives on
/// their phone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Stage {
    /// Neighbours are asked to co-sign.
    CoSigning,
    /// It can be voted for.
    Shortlisted {
        /// What it will cost, as reviewed.
        cost: Money,
    },
    /// It cannot be done.
    NotFeasible {
        /// Why.
        reason: Reason,
    },
    /// Its author took it back.
    Withdrawn,
    /// It won.
    Won {
        /// What it gets.
        award: Money,
    },
    /// It did not win.
    NotSelected {
        /// What it would have cost.
        cost: Money,
    },
}

/// Where a proposal stands, without the facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StageKind {
    /// [`Stage::CoSigning`].
    CoSigning,
    /// [`Stage::Shortlisted`].
    Shortlisted,
    /// [`Stage::NotFeasible`].
    NotFeasible,
    /// [`Stage::Withdrawn`].
    Withdrawn,
    /// [`Stage::Won`].
    Won,
    /// [`Stage::NotSelected`].
    NotSelected,
}

/// The coarse status: is it still moving, and if not, did it end well?
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Coarse {
    /// Still moving.
    Open,
    /// Ended well.
    GoodEnd,
    /// Ended otherwise.
    OtherEnd,
}

impl Stage {
    /// Without the facts.
    pub fn kind(&self) -> StageKind {
        match self {
            Self::CoSigning => StageKind::CoSigning,
            Self::Shortlisted { .. } => StageKind::Shortlisted,
            Self::NotFeasible { .. } => StageKind::NotFeasible,
            Self::Withdrawn => StageKind::Withdrawn,
            Self::Won { .. } => StageKind::Won,
            Self::NotSelected { .. } => StageKind::NotSelected,
        }
    }

    /// The cost as reviewed, once there is one.
    pub fn cost(&self) -> Option<Money> {
        match self {
            Self::Shortlisted { cost } | Self::NotSelected { cost } => Some(*cost),
            Self::Won { award } => Some(*award),
            Self::CoSigning | Self::NotFeasible { .. } | Self::Withdrawn => None,
        }
    }
}

impl StageKind {
    /// Is it still moving?
    pub fn coarse(self) -> Coarse {
        match self {
            Self::CoSigning | Self::Shortlisted => Coarse::Open,
            Self::Won => Coarse::GoodEnd,
            Self::NotFeasible | Self::Withdrawn | Self::NotSelected => Coarse::OtherEnd,
        }
    }
}

/// Who wrote a proposal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Author {
    /// A resident here.
    Resident {
        /// Who.
        id: ResidentId,
    },
    /// Somebody in the election this was imported from.
    Elsewhere,
}

/// A proposal (提案).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposal {
    /// Its number, as in 第128号.
    pub id: ProposalId,
    /// How often it has changed.
    pub version: Version,
    /// In which contest.
    pub contest: ContestId,
    /// Its name on ballots and in the tally: its number, or the id in an imported election.
    pub ballot_key: String,
    /// Who wrote it.
    pub author: Author,
    /// How it came. Proposals from before this was kept came through the app.
    #[serde(default)]
    pub channel: Channel,
    /// What it says.
    pub content: Content,
    /// Where it stands.
    pub stage: Stage,
}

impl Proposal {
    /// Did this resident write it?
    pub fn is_by(&self, resident: ResidentId) -> bool {
        match self.author {
            Author::Resident { id } => id == resident,
            Author::Elsewhere => false,
        }
    }
}
