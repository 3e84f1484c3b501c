//! The answer: a plan, how good it is, and whether it is proven to be the best.
use super::relax::Impossible;
use huiyin_derive::ReadTagged;
use serde::{Deserialize, Serialize};

/// How good a plan is (目标), the first number before the second before the third.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Objective {
    /// In every counted group at least this share, in whole percent, can sit at the same time
    /// (最弱群体保障).
    #[serde(rename = "T")]
    pub weakest_percent: u32,
    /// How many residents can sit, one seat each (能参加的人数).
    #[serde(rename = "C")]
    pub seated: u32,
    /// How many "can" marks lie in the chosen slots (方便的人次).
    #[serde(rename = "Y")]
    pub marks: u32,
}

/// What is being made as large as possible (目标之一).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Aim {
    /// The share of the worst-off group.
    Weakest,
    /// Residents who can sit.
    Seated,
    /// "Can" marks.
    Marks,
}

impl Aim {
    /// The first is settled before the second, the second before the third.
    pub const ALL: [Self; 3] = [Self::Weakest, Self::Seated, Self::Marks];
}

/// The chosen slots (排期方案).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// How good it is.
    pub objective: Objective,
    /// Its slots by their place in the list, ascending.
    pub slots: Vec<usize>,
    /// The same by name.
    pub slot_ids: Vec<String>,
    /// Who leads each, by name, in the same order.
    pub facilitators: Vec<String>,
}

/// What came out (排期结果).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "status", rename_all = "snake_case")]
pub enum Answer {
    /// No plan is better; that is proven.
    Optimal {
        /// The plan.
        plan: Plan,
    },
    /// The search was stopped; nothing is better than the bound.
    Bounded {
        /// The best plan found so far.
        plan: Plan,
        /// No plan that is better than this one has more of any number.
        bound: Objective,
        /// Which number was being raised; those before it are proven.
        aim: Aim,
    },
    /// No plan keeps all rules; that is proven.
    Infeasible {
        /// Why, and what would help.
        why: Impossible,
    },
    /// The search was stopped before it found any plan.
    NoneFound,
}

impl Answer {
    /// The plan, proven or not.
    pub fn plan(&self) -> Option<&Plan> {
        match self {
            Self::Optimal { plan } | Self::Bounded { plan, .. } => Some(plan),
            Self::Infeasible { .. } | Self::NoneFound => None,
        }
    }
}

/// How far a search has come (进度).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// What is being raised.
    pub aim: Aim,
    /// How many partial plans were looked at.
    pub n_looked_at: u64,
    /// The best plan so far.
    pub best: Option<Objective>,
    /// What is being raised cannot exceed this.
    pub most: u32,
}
