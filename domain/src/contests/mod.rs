//! Proposal contests: residents propose, everyone votes, the winners are paid for.
mod ballot_form;
mod decide;
mod exclusive;
mod held;
mod phases;
pub mod published;
mod refusals;
pub mod reserve;
mod rules;
#[cfg(test)]
mod sample;
pub mod wire;

pub use ballot_form::{BallotForm, PLACES_MAX, POINTS_MAX};
pub use decide::{
    Command, Event, Scene, apply, create, decide, is_voting, may_create, may_name_exclusive,
    may_propose, may_vote, offers,
};
pub use exclusive::{Exclusive, GROUPS_MAX, IN_GROUP_MAX, all_shortlisted};
pub use held::Held;
pub use phases::{Phase, Schedule};
pub use refusals::ContestRefusal;
pub use rules::{
    CO_SIGNS_MAX, ContestRules, DEFAULT_CAP, NewContest, OBJECTION_DAYS, RESERVE_PLACES,
    RESERVE_PLACES_MAX, RulesForm, Screening, VOTES_MAX,
};

use crate::{
    ids::{ContestId, Version},
    time::Moment,
    words::Words,
};
use huiyin_derive::ReadTagged;
use serde::{Deserialize, Serialize};

/// The name of a contest.
pub type ContestTitle = Words<80>;
/// A reason that everybody can read.
pub type Reason = Words<400>;

/// How far the count has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum CountState {
    /// Nobody has counted.
    NotYet,
    /// Counted; only the organiser sees it.
    Counted {
        /// When.
        at: Moment,
    },
    /// Everybody sees it.
    Published {
        /// When.
        at: Moment,
    },
}

/// Where a contest comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Origin {
    /// Held here.
    Here,
    /// A past election from elsewhere, to be read and recounted.
    Imported {
        /// The name of the file.
        file: String,
        /// Where it was held, as the file says.
        place: String,
    },
    /// Made by a fixed rule for the demonstration, and said to be so.
    Generated,
}

/// A proposal contest (社区提案大赛).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contest {
    /// Its number.
    pub id: ContestId,
    /// How often it has changed.
    pub version: Version,
    /// Its name.
    pub title: ContestTitle,
    /// The rules, sealed when notice begins.
    pub rules: ContestRules,
    /// When each phase begins.
    pub schedule: Schedule,
    /// How far the count has come.
    pub count: CountState,
    /// Where it comes from.
    pub origin: Origin,
    /// Objections without an answer, which hold it where it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub held: Option<Held>,
}

impl Contest {
    /// May everybody see the result?
    pub fn is_published(&self) -> bool {
        matches!(self.count, CountState::Published { .. })
    }
}
