//! Steps of a count: facts that can be put into a sentence of any language.

use huiyin_derive::ReadTagged;
use serde::Serialize;

use super::fraction::Fraction;

/// One step (计票步骤), in the order in which the count went.
///
/// Amounts are in the smallest units of the election; fractions are exact and in the same units.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum TallyStep {
    /// Dearer than the whole budget, and so out before the count.
    Dropped {
        /// Which project.
        project: String,
        /// What it costs.
        cost: u64,
    },
    /// Greedy: it fitted and was taken.
    Elected {
        /// Which project.
        project: String,
        /// Its place in the order, from 1.
        rank: u32,
        /// Its points.
        points: u64,
        /// What it costs.
        cost: u64,
        /// The money before.
        left_before: u64,
        /// The money after.
        left_after: u64,
    },
    /// Greedy: its turn came, but it costs more than what was left.
    SkippedTooDear {
        /// Which project.
        project: String,
        /// Its place in the order, from 1.
        rank: u32,
        /// Its points.
        points: u64,
        /// What it costs.
        cost: u64,
        /// The money left when its turn came.
        left: u64,
    },
    /// Equal shares: everyone receives this much to spend.
    Shared {
        /// Among how many people.
        voters: u64,
        /// The share of each.
        share: Fraction,
        /// How often the first share was raised.
        increments: u32,
    },
    /// Equal shares: its supporters bought it.
    Bought {
        /// Which purchase this was, from 1.
        round: u32,
        /// Which project.
        project: String,
        /// What it costs.
        cost: u64,
        /// How many people support it.
        supporters: u64,
        /// How many of them gave all they still had, less than the price.
        gave_all: u64,
        /// What each of the others paid for each point given to it: the price.
        price: Fraction,
        /// Its cost divided by the price: as many points as if everybody could still pay it.
        effective_votes: Fraction,
        /// The budget not yet spent, before.
        left_before: u64,
        /// The budget not yet spent, after.
        left_after: u64,
    },
    /// Equal shares: from here on its supporters together have too little.
    CannotAfford {
        /// Before which purchase this was found, from 1.
        round: u32,
        /// Which project.
        project: String,
        /// What it costs.
        cost: u64,
        /// How many people support it.
        supporters: u64,
        /// What they together still had.
        supporters_money: Fraction,
    },
    /// Nobody gave it a point: nobody buys it, and where the rules say so it never wins.
    NoPoints {
        /// Which project.
        project: String,
        /// What it costs.
        cost: u64,
    },
    /// It cannot be carried out together with one that was chosen before it (互斥).
    Excluded {
        /// Which project.
        project: String,
        /// Its points.
        points: u64,
        /// What it costs.
        cost: u64,
        /// The one that was chosen.
        by: String,
    },
    /// Equal shares have ended, and the rest goes by most points first.
    RestByPoints {
        /// The rest.
        left: u64,
    },
}

impl TallyStep {
    /// Which project the step is about, if it is about one.
    pub fn project(&self) -> Option<&str> {
        match self {
            Self::Dropped { project, .. }
            | Self::Elected { project, .. }
            | Self::SkippedTooDear { project, .. }
            | Self::Bought { project, .. }
            | Self::CannotAfford { project, .. }
            | Self::NoPoints { project, .. }
            | Self::Excluded { project, .. } => Some(project),
            Self::Shared { .. } | Self::RestByPoints { .. } => None,
        }
    }
}
