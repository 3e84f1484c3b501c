//! Why what is asked of a contest between notice and awards is refused.
use crate::{ids::ProposalId, money::Money};
use huiyin_derive::ReadTagged;
use serde::Serialize;

/// A rule about objections, incompatible proposals or awards says no.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ContestRefusal {
    /// Objections wait for their answer, and the contest waits with them.
    Unanswered {
        /// How many.
        n: u32,
    },
    /// This phase begins with what the office does, and not on a date.
    BeginsByHand,
    /// The time for objections is over, or has not come.
    NoObjectionsNow,
    /// There is nothing of this kind to object to.
    NothingToObjectTo,
    /// This resident has objected to it already.
    ObjectedAlready,
    /// The objection has its answer.
    AnsweredAlready,
    /// What is to be changed does not fit what was objected to.
    NotThisChange,
    /// It is the last one that can be voted for.
    LastOnTheList,
    /// A group needs at least two different proposals.
    TooFewInGroup,
    /// A group, or the list of groups, is full.
    TooManyInGroup {
        /// The most.
        max: u32,
    },
    /// Only what is on the shortlist can be named.
    NotShortlisted {
        /// Which is not.
        proposal: ProposalId,
    },
    /// There is no such group.
    NoSuchGroup,
    /// It is no winner of this contest.
    NotAWinner,
    /// It is not on the reserve list.
    NotInReserve,
    /// Another is before it on the reserve list, and fits.
    OthersFirst {
        /// Which.
        proposal: ProposalId,
    },
    /// It cannot be carried out together with a winner.
    GoesNotWith {
        /// Which winner.
        proposal: ProposalId,
    },
    /// An award above the most one proposal may get.
    AwardAboveCap {
        /// The most.
        cap: Money,
    },
    /// An award above what is left of the budget.
    AwardAboveBudget {
        /// What is left.
        left: Money,
    },
}
