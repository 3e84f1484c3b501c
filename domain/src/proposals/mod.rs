//! Proposals: what residents ask for, and where each stands.
mod decide;
mod event;
mod form;
mod may;
mod merging;
mod offers;
mod review;
pub mod similar;
pub mod wire;

pub use decide::{apply, decide, edit, first_stage, follows};
pub use event::{Command, Event};
pub use form::{EditForm, ProposalForm, requests_of};
pub use may::{
    CO_AUTHORS_MAX, Scene, is_text_open, may_co_sign, may_edit, may_invite, may_join,
    may_read_notes, may_screen, may_withdraw_co_sign,
};
pub(crate) use may::{gathers, may_cost, not_at_this_stage};
pub use merging::MergeOffer;
pub use offers::offers;
pub use review::{Assessment, Finding, MONTHS_MAX, Review, ReviewForm};

use crate::{
    channels::Channel,
    contests::Reason,
    hash::sha256_hex,
    ids::{ContestId, ProposalId, ResidentId, Version},
    money::Money,
    words::Words,
};
use huiyin_derive::ReadTagged;
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ReadTagged)]
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

impl Content {
    /// The SHA-256 of the text as JSON, by which the record names a version of it.
    pub fn sha256(&self) -> String {
        let json =
            serde_json::to_vec(self).expect("a text holds no map with keys that are not text");
        sha256_hex(&json)
    }
}

/// Where a proposal stands (进度).
///
/// There is no draft: until it is sent, a proposal is the resident's own business and lives on
/// their phone. What is shortlisted when notice begins is on the ballot.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Stage {
    /// The office looks at it first (初审), by the published list of what cannot be funded.
    Submitted,
    /// It came back to its author (退回修改).
    Returned {
        /// What to mend, for everybody to read.
        what: Reason,
    },
    /// Neighbours are asked to co-sign.
    CoSigning,
    /// Enough have co-signed (达到联名数).
    Qualified,
    /// Departments look at it (部门会审); who, and by when, stands in [`Proposal::review`].
    UnderReview,
    /// It can be voted for.
    Shortlisted {
        /// What it will cost, as reviewed.
        cost: Money,
        /// How many months it takes, where somebody has said so.
        #[serde(default)]
        months: Option<u32>,
    },
    /// It cannot be done.
    NotFeasible {
        /// Why.
        reason: Reason,
    },
    /// It is on the list of what cannot be funded (负面清单).
    OutOfScope {
        /// The item of that list, as published.
        item: Words<100>,
        /// Why it falls under it.
        reason: Reason,
    },
    /// It goes on together with another (合并).
    MergedInto {
        /// Which.
        into: ProposalId,
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
    /// It is being carried out as a project (实施中).
    InDelivery {
        /// What it gets.
        award: Money,
    },
    /// It is there, and the report is out (已建成).
    Delivered {
        /// What it got.
        award: Money,
    },
    /// The project was given up (中止).
    Stopped {
        /// What it was to get.
        award: Money,
        /// Why.
        reason: Reason,
    },
    /// It did not win, and comes up when a winner drops out (储备).
    Reserve {
        /// What it would cost.
        cost: Money,
        /// Its place on the reserve list, from one.
        place: u32,
    },
    /// It won, and dropped out (退出).
    GivenBack {
        /// What it would have got.
        award: Money,
        /// Why, for everybody to read.
        reason: Reason,
    },
}

/// Where a proposal stands, without the facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StageKind {
    /// [`Stage::Submitted`].
    Submitted,
    /// [`Stage::Returned`].
    Returned,
    /// [`Stage::CoSigning`].
    CoSigning,
    /// [`Stage::Qualified`].
    Qualified,
    /// [`Stage::UnderReview`].
    UnderReview,
    /// [`Stage::Shortlisted`].
    Shortlisted,
    /// [`Stage::NotFeasible`].
    NotFeasible,
    /// [`Stage::OutOfScope`].
    OutOfScope,
    /// [`Stage::MergedInto`].
    MergedInto,
    /// [`Stage::Withdrawn`].
    Withdrawn,
    /// [`Stage::Won`].
    Won,
    /// [`Stage::NotSelected`].
    NotSelected,
    /// [`Stage::InDelivery`].
    InDelivery,
    /// [`Stage::Delivered`].
    Delivered,
    /// [`Stage::Stopped`].
    Stopped,
    /// [`Stage::Reserve`].
    Reserve,
    /// [`Stage::GivenBack`].
    GivenBack,
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
            Self::Submitted => StageKind::Submitted,
            Self::Returned { .. } => StageKind::Returned,
            Self::CoSigning => StageKind::CoSigning,
            Self::Qualified => StageKind::Qualified,
            Self::UnderReview => StageKind::UnderReview,
            Self::Shortlisted { .. } => StageKind::Shortlisted,
            Self::NotFeasible { .. } => StageKind::NotFeasible,
            Self::OutOfScope { .. } => StageKind::OutOfScope,
            Self::MergedInto { .. } => StageKind::MergedInto,
            Self::Withdrawn => StageKind::Withdrawn,
            Self::Won { .. } => StageKind::Won,
            Self::NotSelected { .. } => StageKind::NotSelected,
            Self::InDelivery { .. } => StageKind::InDelivery,
            Self::Delivered { .. } => StageKind::Delivered,
            Self::Stopped { .. } => StageKind::Stopped,
            Self::Reserve { .. } => StageKind::Reserve,
            Self::GivenBack { .. } => StageKind::GivenBack,
        }
    }

    /// The cost as reviewed, once there is one.
    pub fn cost(&self) -> Option<Money> {
        match self {
            Self::Shortlisted { cost, .. }
            | Self::NotSelected { cost }
            | Self::Reserve { cost, .. } => Some(*cost),
            Self::Won { award }
            | Self::GivenBack { award, .. }
            | Self::InDelivery { award }
            | Self::Delivered { award }
            | Self::Stopped { award, .. } => Some(*award),
            Self::Submitted
            | Self::Returned { .. }
            | Self::CoSigning
            | Self::Qualified
            | Self::UnderReview
            | Self::NotFeasible { .. }
            | Self::OutOfScope { .. }
            | Self::MergedInto { .. }
            | Self::Withdrawn => None,
        }
    }
}

impl StageKind {
    /// All of them, in order.
    pub const ALL: [Self; 17] = [
        Self::Submitted,
        Self::Returned,
        Self::CoSigning,
        Self::Qualified,
        Self::UnderReview,
        Self::Shortlisted,
        Self::NotFeasible,
        Self::OutOfScope,
        Self::MergedInto,
        Self::Withdrawn,
        Self::Won,
        Self::NotSelected,
        Self::InDelivery,
        Self::Delivered,
        Self::Stopped,
        Self::Reserve,
        Self::GivenBack,
    ];

    /// Does it stand among what is voted on? Won and not selected are what the shortlist becomes.
    pub fn is_on_ballot(self) -> bool {
        match self {
            Self::Shortlisted
            | Self::Won
            | Self::NotSelected
            | Self::Reserve
            | Self::GivenBack
            | Self::InDelivery
            | Self::Delivered
            | Self::Stopped => true,
            Self::Submitted
            | Self::Returned
            | Self::CoSigning
            | Self::Qualified
            | Self::UnderReview
            | Self::NotFeasible
            | Self::OutOfScope
            | Self::MergedInto
            | Self::Withdrawn => false,
        }
    }

    /// Is it still moving?
    pub fn coarse(self) -> Coarse {
        match self {
            Self::Submitted
            | Self::Returned
            | Self::CoSigning
            | Self::Qualified
            | Self::UnderReview
            | Self::Shortlisted => Coarse::Open,
            // Of what won the contest has said its good word; the project tells the rest.
            Self::Won | Self::InDelivery | Self::Delivered => Coarse::GoodEnd,
            Self::NotFeasible
            | Self::OutOfScope
            | Self::MergedInto
            | Self::Withdrawn
            | Self::NotSelected
            | Self::Reserve
            | Self::GivenBack
            | Self::Stopped => Coarse::OtherEnd,
        }
    }
}

/// Who wrote a proposal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ReadTagged)]
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
    /// Which version of its text this is (第几版), from one.
    #[serde(default = "first_text")]
    pub text: u32,
    /// Residents who joined its author (共同提案人).
    #[serde(default)]
    pub co_authors: Vec<ResidentId>,
    /// Which departments were asked, and what they said.
    #[serde(default)]
    pub review: Option<Review>,
    /// Its author is asked whether it shall go on together with another.
    #[serde(default)]
    pub merge: Option<MergeOffer>,
    /// Where it stands.
    pub stage: Stage,
}

/// The number of the text a proposal is sent with.
pub const FIRST_TEXT: u32 = 1;

fn first_text() -> u32 {
    FIRST_TEXT
}

impl Proposal {
    /// Did this resident write it?
    pub fn is_by(&self, resident: ResidentId) -> bool {
        match self.author {
            Author::Resident { id } => id == resident,
            Author::Elsewhere => false,
        }
    }

    /// Is this resident its author, or did they join it?
    pub fn is_of(&self, resident: ResidentId) -> bool {
        self.is_by(resident) || self.co_authors.contains(&resident)
    }
}
