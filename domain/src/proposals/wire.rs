//! What is sent about proposals.
use super::{Content, Event, PhotoId, Stage};
use crate::{
    channels::Channel,
    ids::{ContestId, ProposalId, Version},
    money::Money,
    time::Moment,
};
use serde::{Deserialize, Serialize};

/// Something this person may do with a proposal next: one large button each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Offer {
    /// Co-sign it.
    CoSign,
    /// Take one's co-signature back.
    WithdrawCoSign,
    /// Take one's proposal back.
    Withdraw,
    /// Put it on the shortlist, or correct its cost.
    Shortlist {
        /// The most it may cost.
        cap: Money,
    },
    /// Say that it cannot be done.
    SetAside,
}

/// A proposal on a list or a ballot paper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProposalCard {
    /// Its number.
    pub id: ProposalId,
    /// Its name on ballots and in the tally.
    pub ballot_key: String,
    /// What.
    pub title: String,
    /// Where.
    pub place: String,
    /// Where it stands.
    pub stage: Stage,
    /// How many have co-signed.
    pub n_co_signs: u32,
    /// The first photo.
    pub photo: Option<PhotoId>,
}

/// A list of proposals.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProposalList {
    /// By number, newest first.
    pub items: Vec<ProposalCard>,
    /// Where the next page begins.
    pub next: Option<String>,
    /// How many there are in all.
    pub total: u32,
}

/// What a resident has sent and supported, newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MyProposals {
    /// Their own.
    pub sent: Vec<ProposalCard>,
    /// Those of others that they have co-signed.
    pub co_signed: Vec<ProposalCard>,
}

/// One line of a proposal's story.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoryLine {
    /// When.
    pub at: Moment,
    /// What. Co-signatures come as one line for each day, with how many.
    pub event: Event,
    /// How many times that day; one for everything but co-signatures.
    pub n_times: u32,
}

/// One proposal, whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProposalPage {
    /// Its number.
    pub id: ProposalId,
    /// How often it has changed; a command names it.
    pub version: Version,
    /// Its contest.
    pub contest: ContestId,
    /// Its contest's name.
    pub contest_title: String,
    /// The currency of its costs.
    pub currency: String,
    /// What it says.
    pub content: Content,
    /// The author as they want to be called; `None` in imported elections.
    pub author_name: Option<String>,
    /// Is it this person's own?
    pub is_mine: bool,
    /// On which way it came; told to its author and to staff alone.
    pub channel: Option<Channel>,
    /// Where it stands.
    pub stage: Stage,
    /// How many have co-signed.
    pub n_co_signs: u32,
    /// How many are needed to be considered.
    pub co_signs_needed: u32,
    /// Has this person?
    pub has_co_signed: bool,
    /// What happened, newest first.
    pub story: Vec<StoryLine>,
    /// What this person may do.
    pub offers: Vec<Offer>,
}

/// The answer to a new proposal: its number is what the resident keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Submitted {
    /// Its number.
    pub id: ProposalId,
}

/// The answer to a photo that was taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PhotoStored {
    /// Its name.
    pub id: PhotoId,
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
}
