//! Groups of residents whose days look alike, so that a plan can be fair between them.
use serde::{Deserialize, Serialize};

/// Whose days look alike (人群). A resident says it once, or not at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Group {
    /// Works office hours (上班族).
    Commuter,
    /// Works in shifts: nurses, guards, couriers (轮班).
    Shift,
    /// Has children who go to school (家有学龄孩子).
    Parent,
    /// Is retired (退休老人).
    Retired,
    /// Rents, and is young (年轻租户).
    Tenant,
    /// Said something else, or nothing (其他).
    Other,
    /// Answered before, and no session was ever possible for them (一直没机会).
    ///
    /// Nobody chooses it: it follows from earlier plans, and takes the place of the group that
    /// was said, so that past unfairness counts in the next plan.
    NeverHadAChance,
}

impl Group {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 7] = [
        Self::Commuter,
        Self::Shift,
        Self::Parent,
        Self::Retired,
        Self::Tenant,
        Self::Other,
        Self::NeverHadAChance,
    ];

    /// Those a resident can choose.
    pub const CHOICES: [Self; 6] =
        [Self::Retired, Self::Commuter, Self::Shift, Self::Parent, Self::Tenant, Self::Other];

    /// As tables and files name it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Commuter => "commuter",
            Self::Shift => "shift",
            Self::Parent => "parent",
            Self::Retired => "retired",
            Self::Tenant => "tenant",
            Self::Other => "other",
            Self::NeverHadAChance => "never_had_a_chance",
        }
    }

    /// The way back from [`Group::word`].
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|group| group.word() == word)
    }
}
