//! The tally (计票结果): who won, by which steps, and what became of every project.

use huiyin_derive::ReadTagged;
use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::election::Election;
use super::equal_shares;
use super::fraction::Fraction;
use super::greedy::{self, GreedyCount};
use super::rules::{CountingRule, Rules, Utility};
use super::shares::{Progress, Shares, Stopped};
use super::slate::Slate;
use super::steps::TallyStep;
use super::ties::TieNote;

/// The result of a count with everything needed to follow it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// The rules it was counted by.
    pub rules: Rules,
    /// The budget, in smallest units.
    pub budget: u64,
    /// How many people voted, blank ballots included.
    pub n_voters: u64,
    /// How many of the ballots are blank.
    pub n_blank: u64,
    /// The funded projects by id, in the order in which they were chosen.
    pub winners: Vec<String>,
    /// What they cost together.
    pub total_cost: u64,
    /// What became of each project, in the order of the election.
    pub outcomes: Vec<Outcome>,
    /// Where projects were exactly equal.
    pub ties: Vec<TieNote>,
    /// The steps, one after another.
    pub steps: Vec<TallyStep>,
    /// How the shares ended; `None` for a greedy count.
    pub shares: Option<Shares>,
}

/// What became of one project.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// Which project.
    pub project: String,
    /// What it costs.
    pub cost: u64,
    /// Its points, multiplied by the election's scale of points.
    pub points: u64,
    /// How many people gave it points.
    pub supporters: u64,
    /// What became of it.
    pub fate: Fate,
}

/// What became of a project in the end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Fate {
    /// It is funded.
    Won {
        /// Its place among the winners, from 1.
        place: u32,
    },
    /// Its turn came when less money was left than it costs.
    TooDear {
        /// The money left when its turn came.
        left: u64,
    },
    /// Its supporters together had too little.
    NotAfforded {
        /// What they had when that was found.
        supporters_money: Fraction,
    },
    /// Nobody gave it points.
    NoPoints,
    /// It costs more than the whole budget.
    Dropped,
    /// It cannot be carried out together with a winner that was chosen before it.
    Excluded {
        /// That winner.
        by: String,
    },
}

/// Counts an election.
///
/// `progress` hears after every raise of the shares and answers whether to go on.
pub fn tally(
    election: &Election,
    rules: &Rules,
    progress: &mut dyn FnMut(Progress) -> bool,
) -> Result<Tally, Stopped> {
    let slate = Slate::new(election, rules);
    let mut record = Record::new(&slate);
    let shares = match rules.rule {
        CountingRule::Greedy { utility } => {
            record.rest_by_points(&slate, utility);
            record.without_points(&slate);
            None
        }
        CountingRule::EqualShares { utility, completion } => {
            let voters = slate.n_sharing(rules);
            let n_steps = record.steps.len();
            let raised =
                equal_shares::raise(&slate, utility, completion, voters, n_steps, progress)?;
            record.steps.extend(raised.steps);
            record.ties.extend(raised.ties);
            record.winners.extend(raised.winners);
            if completion.ends_greedily() {
                let left = record.left(&slate);
                record.steps.push(TallyStep::RestByPoints { left });
                record.rest_by_points(&slate, Utility::Cost);
            }
            Some(raised.shares)
        }
    };
    Ok(record.into_tally(&slate, rules, shares))
}

/// A tally in the making.
struct Record {
    winners: Vec<usize>,
    steps: Vec<TallyStep>,
    ties: Vec<TieNote>,
}

impl Record {
    fn new(slate: &Slate) -> Self {
        let dropped = slate.dropped().into_iter();
        let steps = dropped
            .map(|project| TallyStep::Dropped {
                project: slate.id(project),
                cost: slate.cost(project),
            })
            .collect();
        Self { winners: Vec::new(), steps, ties: Vec::new() }
    }

    fn left(&self, slate: &Slate) -> u64 {
        slate.election.budget.saturating_sub(slate.total_cost(&self.winners))
    }

    fn rest_by_points(&mut self, slate: &Slate, utility: Utility) {
        let has_won: BTreeSet<usize> = self.winners.iter().copied().collect();
        let mut remaining = slate.taking_part();
        remaining.retain(|project| !has_won.contains(project) && slate.may_win(*project));
        let left = self.left(slate);
        let n_steps = self.steps.len();
        let GreedyCount { winners, steps, ties } =
            greedy::take_what_fits(slate, utility, (remaining, &self.winners), left, n_steps);
        self.winners.extend(winners);
        self.steps.extend(steps);
        self.ties.extend(ties);
    }

    /// Says of everything that had no turn why not: nobody gave it a point. Equal shares have
    /// said so by themselves.
    fn without_points(&mut self, slate: &Slate) {
        let out = slate.taking_part().into_iter().filter(|project| !slate.may_win(*project));
        self.steps.extend(out.map(|project| {
            let (project, cost) = (slate.id(project), slate.cost(project));
            TallyStep::NoPoints { project, cost }
        }));
    }

    fn into_tally(self, slate: &Slate, rules: &Rules, shares: Option<Shares>) -> Tally {
        let winners: Vec<String> = self.winners.iter().map(|&project| slate.id(project)).collect();
        let mut ties = self.ties;
        let has_won: BTreeSet<&String> = winners.iter().collect();
        for tie in &mut ties {
            tie.decisive = tie.candidates.iter().any(|id| !has_won.contains(id));
        }
        Tally {
            rules: rules.clone(),
            budget: slate.election.budget,
            n_voters: slate.n_voters,
            n_blank: slate.n_blank,
            total_cost: slate.total_cost(&self.winners),
            outcomes: outcomes(slate, &winners, &self.steps),
            winners,
            ties,
            steps: self.steps,
            shares,
        }
    }
}

/// The last step about a project tells what became of it.
fn outcomes(slate: &Slate, winners: &[String], steps: &[TallyStep]) -> Vec<Outcome> {
    let projects = slate.election.projects.iter().enumerate();
    let places: BTreeMap<&str, u32> = winners.iter().map(String::as_str).zip(1..).collect();
    // A later step about the same project takes the place of the earlier one.
    let last: BTreeMap<&str, &TallyStep> =
        steps.iter().filter_map(|step| Some((step.project()?, step))).collect();
    projects
        .map(|(i, project)| {
            let id = project.id.as_str();
            let fate = match (places.get(id), last.get(id)) {
                (Some(&place), _) => Fate::Won { place },
                (None, Some(&step)) => fate_of_loser(step),
                (None, None) => Fate::NoPoints,
            };
            let (points, supporters) = (slate.points[i], slate.supporters[i]);
            Outcome { project: project.id.clone(), cost: project.cost, points, supporters, fate }
        })
        .collect()
}

fn fate_of_loser(step: &TallyStep) -> Fate {
    match step {
        TallyStep::SkippedTooDear { left, .. } => Fate::TooDear { left: *left },
        TallyStep::CannotAfford { supporters_money, .. } => {
            Fate::NotAfforded { supporters_money: supporters_money.clone() }
        }
        TallyStep::Dropped { .. } => Fate::Dropped,
        TallyStep::Excluded { by, .. } => Fate::Excluded { by: by.clone() },
        TallyStep::NoPoints { .. }
        | TallyStep::Elected { .. }
        | TallyStep::Bought { .. }
        | TallyStep::Shared { .. }
        | TallyStep::RestByPoints { .. } => Fate::NoPoints,
    }
}
