//! "Why (not) mine": what happened to one project, told from the side of those who support it.

use huiyin_derive::ReadTagged;
use num_bigint::BigUint;
use num_traits::Zero;
use serde::{Deserialize, Serialize};

use super::election::Election;
use super::equal_shares::Story;
use super::fraction::Fraction;
use super::rules::CountingRule;
use super::slate::Slate;
use super::steps::TallyStep;
use super::tally::{Fate, Tally};

/// Why a project is funded or not (为什么是/不是我的提案).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Why {
    /// Which project.
    pub project: String,
    /// What it costs.
    pub cost: u64,
    /// Its points.
    pub points: u64,
    /// How many people gave it points.
    pub supporters: u64,
    /// What became of it.
    pub fate: Fate,
    /// Its turn in the order of points, if it had one.
    pub turn: Option<Turn>,
    /// What its supporters did with their shares, if they had shares.
    pub shares: Option<SharesStory>,
}

/// A turn in the order of points.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Turn {
    /// Its place in the order, from 1.
    pub rank: u32,
    /// The money left when its turn came.
    pub left: u64,
}

/// What the supporters of one project did with their shares.
///
/// `money_at_start` is the sum of `contributions` and of what was left when it was decided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SharesStory {
    /// What all of them together received.
    pub money_at_start: Fraction,
    /// How it was decided.
    pub decided: Decided,
    /// What they paid for other projects before that, the largest amounts first.
    pub contributions: Vec<Contribution>,
}

/// What the supporters of one project paid for another one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contribution {
    /// The project they paid for.
    pub to: String,
    /// What they paid together.
    pub amount: Fraction,
    /// How many of them support that one too.
    pub in_common: u64,
}

/// How a project was decided under equal shares.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Decided {
    /// Its supporters bought it.
    Bought {
        /// Which purchase this was, from 1.
        round: u32,
        /// What they had before it.
        money_before: Fraction,
        /// Its cost divided by the price paid for each point.
        effective_votes: Fraction,
    },
    /// They had too little.
    TooLittle {
        /// Before which purchase this was found, from 1.
        round: u32,
        /// What they had left.
        money_left: Fraction,
        /// What was missing to the cost.
        missing: Fraction,
    },
    /// Another was bought with which it cannot be carried out together.
    Excluded {
        /// Which purchase that was, from 1.
        round: u32,
        /// The other.
        by: String,
    },
}

/// Answers for all projects of one tally; the ballots are sorted once.
#[derive(Debug)]
pub struct Explainer<'a> {
    tally: &'a Tally,
    slate: Slate<'a>,
    story: Option<Story>,
}

impl<'a> Explainer<'a> {
    /// Prepares the answers; the tally must be of this election.
    pub fn new(election: &'a Election, tally: &'a Tally) -> Self {
        let slate = Slate::new(election, &tally.rules);
        let story = match tally.rules.rule {
            CountingRule::Greedy { .. } => None,
            CountingRule::EqualShares { utility, completion } => {
                let n_voters = slate.n_sharing(&tally.rules);
                let increments = tally.shares.as_ref().map_or(0, |shares| shares.increments);
                Some(Story::new(&slate, utility, completion, n_voters, increments))
            }
        };
        Self { tally, slate, story }
    }

    /// Why this project is funded or not; `None` if there is no such project.
    pub fn why(&self, project: &str) -> Option<Why> {
        let place = self.slate.election.place_of(project)?;
        let outcome = self.tally.outcomes.get(place)?;
        let takes_part = self.slate.taking_part().contains(&place);
        let story = self.story.as_ref().filter(|_| takes_part && 0 < outcome.points);
        Some(Why {
            project: outcome.project.clone(),
            cost: outcome.cost,
            points: outcome.points,
            supporters: outcome.supporters,
            fate: outcome.fate.clone(),
            turn: self.tally.steps.iter().find_map(|step| turn(step, project)),
            shares: story.and_then(|story| story.tell(&self.slate, place)),
        })
    }
}

/// Why this project is funded or not; for many projects `Explainer` is faster.
pub fn why(election: &Election, tally: &Tally, project: &str) -> Option<Why> {
    Explainer::new(election, tally).why(project)
}

fn turn(step: &TallyStep, project: &str) -> Option<Turn> {
    match step {
        TallyStep::Elected { project: of, rank, left_before: left, .. }
        | TallyStep::SkippedTooDear { project: of, rank, left, .. } => {
            (of == project).then_some(Turn { rank: *rank, left: *left })
        }
        TallyStep::Dropped { .. }
        | TallyStep::Shared { .. }
        | TallyStep::Bought { .. }
        | TallyStep::CannotAfford { .. }
        | TallyStep::NoPoints { .. }
        | TallyStep::Excluded { .. }
        | TallyStep::RestByPoints { .. } => None,
    }
}

impl Contribution {
    /// Puts the largest amounts first; equal ones in the order of purchase.
    pub(super) fn sort(contributions: &mut [Self]) {
        contributions.sort_by(|a, b| {
            let ((num_a, den_a), (num_b, den_b)) = (a.amount.big(), b.amount.big());
            (num_b * den_a).cmp(&(num_a * den_b))
        });
    }

    /// Whether anything was paid at all.
    pub(super) fn is_something(&self) -> bool {
        self.amount.big().0 != BigUint::zero()
    }
}
