//! Ties: the one order of all projects that decides between equals, the same at every step.

use std::cmp::Ordering;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::election::Election;
use super::rules::TieBreak;

/// What decided between two equals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TieReason {
    /// The chosen one costs less.
    LowerCost,
    /// It has more points.
    MorePoints,
    /// It comes first in the public draw.
    Draw,
    /// Its id is the smaller one.
    SmallerId,
}

/// One place where projects were exactly equal and the order of ties decided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TieNote {
    /// The step of the tally at which the chosen one was taken, counted from 0.
    pub step: u32,
    /// The equals, by id, the chosen one first.
    pub candidates: Vec<String>,
    /// The one that was taken.
    pub chosen: String,
    /// What it had before the next of them.
    pub by: TieReason,
    /// Whether one of the others was not funded in the end.
    ///
    /// If none was left out, the tie decided the order only.
    pub decisive: bool,
}

/// The place of each project in the order of ties.
#[derive(Clone, Debug)]
pub(super) struct TieOrder {
    rank: Vec<u32>,
    keys: Vec<TieKey>,
    ids_only: bool,
    drawn: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct TieKey {
    cost: u64,
    points: u64,
    lot: Vec<u8>,
}

impl TieOrder {
    /// Orders the projects of an election; `points` are their totals.
    pub(super) fn new(election: &Election, points: &[u64], ties: &TieBreak) -> Self {
        let seed = match ties {
            TieBreak::Draw { seed } => Some(seed.as_str()),
            TieBreak::SmallestId | TieBreak::LowerCost => None,
        };
        let keys: Vec<TieKey> = (election.projects.iter().zip(points))
            .map(|(project, &points)| TieKey {
                cost: project.cost,
                points,
                lot: seed.map_or_else(Vec::new, |seed| lot(seed, &project.id)),
            })
            .collect();
        let ids_only = *ties == TieBreak::SmallestId;
        let by_id = |a: usize, b: usize| election.projects[a].id.cmp(&election.projects[b].id);
        let mut order: Vec<usize> = (0..keys.len()).collect();
        order.sort_by(|&a, &b| match ids_only {
            true => by_id(a, b),
            false => by_cost_then_points(&keys[a], &keys[b])
                .then_with(|| keys[a].lot.cmp(&keys[b].lot))
                .then_with(|| by_id(a, b)),
        });
        let mut rank = vec![0; order.len()];
        for (place, &project) in order.iter().enumerate() {
            rank[project] = place as u32;
        }
        Self { rank, keys, ids_only, drawn: seed.is_some() }
    }

    /// Where a project stands: the lower comes first.
    pub(super) fn rank(&self, project: usize) -> u32 {
        self.rank[project]
    }

    /// What the first of two equals had before the second.
    fn reason(&self, first: usize, second: usize) -> TieReason {
        let (a, b) = (&self.keys[first], &self.keys[second]);
        if self.ids_only {
            TieReason::SmallerId
        } else if a.cost != b.cost {
            TieReason::LowerCost
        } else if a.points != b.points {
            TieReason::MorePoints
        } else if self.drawn {
            TieReason::Draw
        } else {
            TieReason::SmallerId
        }
    }

    /// Writes down a tie; `equals` are at least two projects.
    ///
    /// Whether it was decisive is known when the count has ended.
    pub(super) fn note(&self, election: &Election, step: usize, equals: &[usize]) -> TieNote {
        let mut equals = equals.to_vec();
        equals.sort_by_key(|&project| self.rank[project]);
        let id = |project: usize| election.projects[project].id.clone();
        TieNote {
            step: step as u32,
            chosen: id(equals[0]),
            by: self.reason(equals[0], equals[1]),
            candidates: equals.into_iter().map(id).collect(),
            decisive: false,
        }
    }
}

fn by_cost_then_points(a: &TieKey, b: &TieKey) -> Ordering {
    a.cost.cmp(&b.cost).then_with(|| b.points.cmp(&a.points))
}

/// The lot of a project in the public draw: anyone can compute it from the published seed.
pub(super) fn lot(seed: &str, id: &str) -> Vec<u8> {
    Sha256::digest(format!("{seed}/{id}").as_bytes()).to_vec()
}
