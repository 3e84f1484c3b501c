//! An election (选举) as the counting room sees it: a budget, projects and ballots.

use huiyin_derive::ReadTagged;
use serde::{Deserialize, Serialize};

use super::ballots::Ballots;

/// How people could mark their ballot (选票样式).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum BallotStyle {
    /// Choose projects; `max` is the most one may choose, if there is a limit.
    Approval {
        /// The most projects on one ballot.
        max: Option<u32>,
    },
    /// Choose projects that together cost no more than the budget; counted as a plain choice is.
    Knapsack,
    /// Give points to projects.
    Points {
        /// How many, where the rules say so.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        limit: Option<PointsLimit>,
    },
    /// Put projects in order: the first of them gets `k` points, the next one `k - 1`, and so on.
    Ranking {
        /// The points of a first place.
        k: u32,
    },
}

/// How many points one ballot has to give (每人的分数).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PointsLimit {
    /// All of them together.
    pub total: u32,
    /// The most for one project.
    pub each: u32,
}

impl BallotStyle {
    /// Points without a limit that is known.
    pub const POINTS: Self = Self::Points { limit: None };

    /// The same style where so many projects stand on the ballot: nobody ranks more than those.
    #[must_use]
    pub fn among(self, n_projects: usize) -> Self {
        match self {
            Self::Ranking { k } => {
                let all = u32::try_from(n_projects).unwrap_or(u32::MAX);
                Self::Ranking { k: k.min(all) }
            }
            Self::Approval { .. } | Self::Knapsack | Self::Points { .. } => self,
        }
    }
}

/// A project on the ballot (候选项目).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Candidate {
    /// The id by which ballots name it; a string, also when it looks like a number.
    pub id: String,
    /// Its name, as people read it.
    pub name: String,
    /// Its cost, in the smallest units of the election (see `Election::money_scale`).
    pub cost: u64,
    /// Further columns of the file it came from, by name, kept for the way back.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub extra: Vec<(String, String)>,
}

/// Everything a count needs, and what a file needs to be written again.
///
/// What comes by wire is refused if it does not hold together; who builds one by hand keeps to
/// what `is_sound` asks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Unchecked")]
pub struct Election {
    /// What the election is called.
    pub title: String,
    /// The currency, as three letters.
    pub currency: String,
    /// The budget, in the smallest units.
    pub budget: u64,
    /// How many of the smallest units make one unit of currency: 100 where money is in fen.
    pub money_scale: u64,
    /// How many of the smallest units make one point.
    pub points_scale: u64,
    /// How ballots are marked.
    pub style: BallotStyle,
    /// The projects, in the order of the file.
    pub projects: Vec<Candidate>,
    /// The ballots, blank ones included.
    pub ballots: Ballots,
    /// Further lines of the file's head, by key, kept for the way back.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub meta: Vec<(String, String)>,
}

/// An election as it comes by wire.
#[derive(Deserialize)]
struct Unchecked {
    title: String,
    currency: String,
    budget: u64,
    money_scale: u64,
    points_scale: u64,
    style: BallotStyle,
    projects: Vec<Candidate>,
    ballots: Ballots,
    #[serde(default)]
    meta: Vec<(String, String)>,
}

impl TryFrom<Unchecked> for Election {
    type Error = Unsound;

    fn try_from(raw: Unchecked) -> Result<Self, Unsound> {
        let Unchecked { title, currency, budget, money_scale, points_scale, style, .. } = raw;
        let Unchecked { projects, ballots, meta, .. } = raw;
        let election = Self {
            title,
            currency,
            budget,
            money_scale,
            points_scale,
            style,
            projects,
            ballots,
            meta,
        };
        if election.is_sound() { Ok(election) } else { Err(Unsound) }
    }
}

/// An election whose parts do not fit together, or whose sums are too large to count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unsound;

impl std::fmt::Display for Unsound {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("an election whose parts do not fit together")
    }
}

impl std::error::Error for Unsound {}

impl Election {
    /// How many people voted, those with a blank ballot included.
    pub fn n_voters(&self) -> usize {
        self.ballots.len()
    }

    /// How many ballots are blank (空白票).
    pub fn n_blank(&self) -> usize {
        self.ballots.iter().filter(|ballot| ballot.marks.is_empty()).count()
    }

    /// Where the project with this id stands in `projects`.
    pub fn place_of(&self, id: &str) -> Option<usize> {
        self.projects.iter().position(|project| project.id == id)
    }

    /// What the file's head says under this key.
    pub fn meta(&self, key: &str) -> Option<&str> {
        let line = self.meta.iter().find(|(name, _)| name.eq_ignore_ascii_case(key));
        line.map(|(_, value)| value.as_str())
    }

    /// The points of each project, all ballots together.
    pub fn points(&self) -> Vec<u64> {
        let mut points = vec![0_u64; self.projects.len()];
        for mark in self.ballots.marks() {
            let sum = &mut points[mark.project as usize];
            *sum = sum.saturating_add(mark.points);
        }
        points
    }

    /// How many people gave each project at least one point.
    pub fn supporters(&self) -> Vec<u64> {
        let mut supporters = vec![0; self.projects.len()];
        for mark in self.ballots.marks().iter().filter(|mark| 0 < mark.points) {
            supporters[mark.project as usize] += 1;
        }
        supporters
    }

    /// The same election with money in finer units, say fen (100); `None` if they are not finer.
    ///
    /// Nothing that is counted changes by it: shares still grow by one unit of currency.
    pub fn with_money_scale(mut self, scale: u64) -> Option<Self> {
        let factor = scale.is_multiple_of(self.money_scale).then(|| scale / self.money_scale)?;
        self.money_scale = scale;
        self.budget = self.budget.checked_mul(factor)?;
        for project in &mut self.projects {
            project.cost = project.cost.checked_mul(factor)?;
        }
        self.is_sound().then_some(self)
    }

    /// Whether every mark names a project and every sum stays within what counting can hold.
    pub fn is_sound(&self) -> bool {
        let total: u128 = self.projects.iter().map(|project| u128::from(project.cost)).sum();
        let points_fit = || self.points().iter().all(|&points| points <= TOTAL_MAX);
        0 < self.money_scale
            && 0 < self.points_scale
            && self.budget <= AMOUNT_MAX
            && total <= u128::from(TOTAL_MAX)
            && self.ballots.is_sound(self.projects.len())
            && points_fit()
    }
}

/// The largest amount, in smallest units: what every JavaScript number still holds exactly.
pub const AMOUNT_MAX: u64 = (1 << 53) - 1;

/// The largest sum of costs or points: the counting stays clear of the end of its integers.
pub(super) const TOTAL_MAX: u64 = 1 << 56;
