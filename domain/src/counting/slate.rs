//! The slate (候选名单): the projects of one count with what the rules make of them.

use super::election::Election;
use super::rules::{OverBudget, Rules, Unsupported};
use super::ties::TieOrder;

/// The projects that take part, their totals, and their order among equals.
#[derive(Debug)]
pub(super) struct Slate<'a> {
    pub election: &'a Election,
    pub points: Vec<u64>,
    pub supporters: Vec<u64>,
    pub ties: TieOrder,
    pub n_voters: u64,
    pub n_blank: u64,
    takes_part: Vec<bool>,
    unsupported: Unsupported,
    /// For each project those it cannot be carried out together with.
    excluded: Vec<Vec<usize>>,
}

impl<'a> Slate<'a> {
    pub(super) fn new(election: &'a Election, rules: &Rules) -> Self {
        let points = election.points();
        let takes_part = |cost: u64| match rules.over_budget {
            OverBudget::Keep => true,
            OverBudget::Drop => cost <= election.budget,
        };
        Self {
            ties: TieOrder::new(election, &points, &rules.ties),
            supporters: election.supporters(),
            n_voters: election.n_voters() as u64,
            n_blank: election.n_blank() as u64,
            excluded: election.excluded_places(),
            unsupported: rules.unsupported,
            takes_part: election.projects.iter().map(|project| takes_part(project.cost)).collect(),
            election,
            points,
        }
    }

    /// How many people share the budget under these rules.
    pub(super) fn n_sharing(&self, rules: &Rules) -> u64 {
        match rules.blank_ballots_count {
            true => self.n_voters,
            false => self.n_voters - self.n_blank,
        }
    }

    pub(super) fn id(&self, project: usize) -> String {
        self.election.projects[project].id.clone()
    }

    pub(super) fn cost(&self, project: usize) -> u64 {
        self.election.projects[project].cost
    }

    /// The projects that take part.
    pub(super) fn taking_part(&self) -> Vec<usize> {
        (0..self.takes_part.len()).filter(|&project| self.takes_part[project]).collect()
    }

    /// The projects dropped before the count.
    pub(super) fn dropped(&self) -> Vec<usize> {
        (0..self.takes_part.len()).filter(|&project| !self.takes_part[project]).collect()
    }

    /// May it win? Where the rules say so, not what nobody gave a point.
    pub(super) fn may_win(&self, project: usize) -> bool {
        match self.unsupported {
            Unsupported::Keep => true,
            Unsupported::Drop => 0 < self.points[project],
        }
    }

    /// The first of the chosen with which a project cannot be carried out together.
    pub(super) fn excluded_by(&self, project: usize, chosen: &[usize]) -> Option<usize> {
        let others = &self.excluded[project];
        if others.is_empty() {
            return None;
        }
        chosen.iter().copied().find(|other| others.contains(other))
    }

    /// Those that cannot be carried out together with this one.
    pub(super) fn excluded_with(&self, project: usize) -> &[usize] {
        &self.excluded[project]
    }

    pub(super) fn total_cost(&self, projects: &[usize]) -> u64 {
        projects.iter().map(|&project| self.cost(project)).sum()
    }
}
