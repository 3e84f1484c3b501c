//! Counting rules (计票规则): everything that is fixed before the vote and decides the result.

use huiyin_derive::ReadTagged;
use serde::{Deserialize, Serialize};

/// What a project is worth to those who support it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Utility {
    /// What it costs: a dear project counts for more.
    Cost,
    /// One project is one project, dear or cheap.
    Cardinality,
}

/// What happens to the money that equal shares leave over.
///
/// `exhaustive_stop`: whether the raising also stops as soon as no supported project fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Completion {
    /// It stays unspent.
    None,
    /// It goes by most points first.
    Greedy,
    /// Every share is raised by one unit of currency and all is counted afresh, while it lasts.
    Add1 {
        /// Stop when nothing supported fits any more.
        exhaustive_stop: bool,
    },
    /// `Add1`, and what is then still left goes by most points first.
    Add1Greedy {
        /// Stop when nothing supported fits any more.
        exhaustive_stop: bool,
    },
    /// Every share is raised by a hundredth of the first one, while the budget lasts.
    Percent,
    /// `Percent`, and what is then still left goes by most points first.
    PercentGreedy,
    /// `Add1`, but the first share is rounded down to whole units of currency.
    Add1Integral {
        /// Stop when nothing supported fits any more.
        exhaustive_stop: bool,
    },
    /// `Add1Integral`, and what is then still left goes by most points first.
    Add1IntegralGreedy {
        /// Stop when nothing supported fits any more.
        exhaustive_stop: bool,
    },
}

/// How ballots become winners.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum CountingRule {
    /// Most points first (得票优先); what no longer fits is skipped.
    ///
    /// By cardinality: most points for the money first.
    Greedy {
        /// `Cost` orders by points, `Cardinality` by points for the money.
        utility: Utility,
    },
    /// The method of equal shares (等额份额法): everyone has the same part of the budget.
    EqualShares {
        /// What a project is worth to its supporters.
        utility: Utility,
        /// What happens to the rest.
        completion: Completion,
    },
}

/// Who comes first when two projects are exactly equal (同票处理).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum TieBreak {
    /// The smaller id, as text: "10" before "9".
    SmallestId,
    /// The lower cost, then more points, then the smaller id.
    LowerCost,
    /// The lower cost, then more points, then the earlier place in a public draw (公开抽签).
    ///
    /// The draw orders projects by SHA-256 of `seed/id`, and the seed is public before the vote.
    Draw {
        /// The public words of the draw.
        seed: String,
    },
}

/// What happens to a project that costs more than the whole budget.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OverBudget {
    /// It takes part, as in the papers: raised shares may buy it with money that is not there.
    Keep,
    /// It is dropped before the count.
    Drop,
}

/// What happens to a project that nobody gave a point (无人投票的提案).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unsupported {
    /// It takes part, as in the papers: by most points first it may win when all others have had
    /// their turn and money is left.
    #[default]
    Keep,
    /// It never wins, however much is left.
    Drop,
}

impl Unsupported {
    /// Is it as in the papers? Then nothing of it is written, so that rules and counts from
    /// before it could be said otherwise keep their seals.
    pub fn is_kept(&self) -> bool {
        *self == Self::Keep
    }
}

/// The rules of one count.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rules {
    /// How ballots become winners.
    pub rule: CountingRule,
    /// Who comes first among equals.
    pub ties: TieBreak,
    /// What happens to projects dearer than the budget.
    pub over_budget: OverBudget,
    /// What happens to projects that nobody gave a point.
    #[serde(default, skip_serializing_if = "Unsupported::is_kept")]
    pub unsupported: Unsupported,
    /// Whether a blank ballot is a share of the budget too.
    pub blank_ballots_count: bool,
}

/// How shares are raised until the budget is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Raising {
    pub start: FirstShare,
    pub step: Step,
    pub exhaustive: Exhaustive,
}

/// The share before any raising.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FirstShare {
    /// The budget divided by the voters, exactly.
    Exact,
    /// The same rounded down to whole units of currency.
    WholeUnits,
}

/// By how much every share grows at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// By one unit of currency.
    OneUnit,
    /// By a hundredth of the first share.
    OnePercent,
}

/// When an outcome counts as using the budget up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Exhaustive {
    /// No project with points fits any more.
    OfSupported,
    /// No project at all fits any more.
    OfAll,
    /// Never: only overspending ends the raising.
    Never,
}

impl Completion {
    /// How the shares are raised, if they are.
    pub(super) fn raising(self) -> Option<Raising> {
        let by_one = |start, exhaustive_stop| {
            let exhaustive =
                if exhaustive_stop { Exhaustive::OfSupported } else { Exhaustive::Never };
            Some(Raising { start, step: Step::OneUnit, exhaustive })
        };
        match self {
            Self::None | Self::Greedy => None,
            Self::Add1 { exhaustive_stop } | Self::Add1Greedy { exhaustive_stop } => {
                by_one(FirstShare::Exact, exhaustive_stop)
            }
            Self::Add1Integral { exhaustive_stop }
            | Self::Add1IntegralGreedy { exhaustive_stop } => {
                by_one(FirstShare::WholeUnits, exhaustive_stop)
            }
            Self::Percent | Self::PercentGreedy => Some(Raising {
                start: FirstShare::Exact,
                step: Step::OnePercent,
                exhaustive: Exhaustive::OfAll,
            }),
        }
    }

    /// Whether what is left in the end goes by most points first.
    pub(super) fn ends_greedily(self) -> bool {
        match self {
            Self::Greedy
            | Self::Add1Greedy { .. }
            | Self::PercentGreedy
            | Self::Add1IntegralGreedy { .. } => true,
            Self::None | Self::Add1 { .. } | Self::Percent | Self::Add1Integral { .. } => false,
        }
    }
}
