//! What is sent about contests.
use super::{Contest, CountState, Event, Origin, Phase, Schedule};
use crate::{
    channels::Channel, communities::Community, contests::ContestRules, counting::Tally,
    ids::ContestId, proposals::wire::ProposalCard, residents::wire::Me, time::Moment,
};
use huiyin_derive::ReadTagged;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Something this person may do with a contest next: one large button each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Offer {
    /// Send a proposal.
    Propose,
    /// Vote, or change one's vote.
    Vote,
    /// Read the result, step by step.
    SeeResult,
    /// Count the ballots.
    Count,
    /// Publish the result.
    Publish,
    /// Enter the next phase.
    MoveOn {
        /// Which.
        to: Phase,
    },
}

/// A contest on a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContestCard {
    /// Its number.
    pub id: ContestId,
    /// Its name.
    pub title: String,
    /// Where it is.
    pub phase: Phase,
    /// When that ends, where it is known.
    pub ends: Option<Moment>,
    /// How many proposals it has.
    pub n_proposals: u32,
    /// Where it comes from.
    pub origin: Origin,
    /// What this person may do.
    pub offers: Vec<Offer>,
}

/// The first screen: what is open, and what this person may do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HomePage {
    /// Which community.
    pub community: Community,
    /// The server's clock, since phones' clocks can be wrong.
    pub now: Moment,
    /// Who asks, when signed in.
    pub me: Option<Me>,
    /// Contests, those in which something can be done first.
    pub contests: Vec<ContestCard>,
}

/// A list of contests.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContestList {
    /// Newest first.
    pub items: Vec<ContestCard>,
    /// Where the next page begins.
    pub next: Option<String>,
}

/// One line of a contest's story.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoryLine {
    /// When.
    pub at: Moment,
    /// What.
    pub event: Event,
}

/// One contest, whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContestPage {
    /// The contest.
    pub contest: Contest,
    /// Where it is now.
    pub phase: Phase,
    /// When that ends, where it is known.
    pub ends: Option<Moment>,
    /// The server's clock.
    pub now: Moment,
    /// The SHA-256 of its rules.
    pub seal: String,
    /// Are the rules sealed?
    pub is_sealed: bool,
    /// How many proposals it has.
    pub n_proposals: u32,
    /// On which ways they came; together `n_proposals`.
    pub channels: BTreeMap<Channel, u32>,
    /// How many of them are on the shortlist.
    pub n_shortlisted: u32,
    /// How many residents may vote; in the phases in which a roll exists.
    pub n_eligible: u32,
    /// What happened, newest first.
    pub story: Vec<StoryLine>,
    /// What this person may do.
    pub offers: Vec<Offer>,
}

/// What a voter needs to vote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BallotPaper {
    /// The contest.
    pub contest: ContestId,
    /// Its name.
    pub title: String,
    /// When the box closes.
    pub closes: Option<Moment>,
    /// The server's clock.
    pub now: Moment,
    /// The rules.
    pub rules: ContestRules,
    /// What can be voted for, by number.
    pub proposals: Vec<ProposalCard>,
    /// Was this person's ballot already handed out?
    pub is_handed_out: bool,
}

/// The published result.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResultPage {
    /// The contest's number.
    pub contest: ContestId,
    /// Its name.
    pub title: String,
    /// Where it comes from.
    pub origin: Origin,
    /// Its dates.
    pub schedule: Schedule,
    /// The rules it was counted under.
    pub rules: ContestRules,
    /// The SHA-256 of those rules.
    pub seal: String,
    /// Seen by everybody, or by the organiser alone?
    pub count: CountState,
    /// The count, step by step.
    pub tally: Tally,
    /// What was voted on; `ballot_key` is its name in the tally.
    pub proposals: Vec<ProposalCard>,
    /// The file of all ballots, relative to the API's address.
    pub ballots_path: String,
    /// The SHA-256 of that file.
    pub ballots_sha256: String,
    /// Its size in bytes.
    pub ballots_bytes: u64,
    /// How many could have voted.
    pub n_eligible: u32,
}
