//! Reading the ballots of a `.pb` file, row by row.

use std::collections::{BTreeMap, BTreeSet};

use super::super::ballots::{Ballots, Mark};
use super::super::decimal::Decimal;
use super::super::election::{BallotStyle, Candidate};
use super::mode::{Columns, ReadMode};
use super::problem::{Expected, PbProblem};
use super::records::{Row, Rows};

/// Collects ballots.
pub(super) struct BallotReader {
    mode: ReadMode,
    style: BallotStyle,
    places: BTreeMap<String, u32>,
    vote_column: usize,
    points_column: Option<usize>,
    voters: BTreeSet<String>,
    ballots: Ballots,
    points_scale: u64,
}

impl BallotReader {
    pub(super) fn new(
        mode: ReadMode,
        style: BallotStyle,
        candidates: &[Candidate],
        columns: Columns,
    ) -> Self {
        let place = |name: &str| columns.iter().position(|column| column == name);
        let ids = candidates.iter().map(|candidate| candidate.id.clone());
        Self {
            mode,
            style,
            places: ids.zip(0..).collect(),
            vote_column: place("vote").unwrap_or(1),
            points_column: place("points"),
            voters: BTreeSet::new(),
            ballots: Ballots::default(),
            points_scale: 1,
        }
    }

    /// Reads all rows that are left.
    pub(super) fn read(&mut self, rows: &mut Rows) -> Result<(), PbProblem> {
        while let Some(row) = rows.next()? {
            self.ballot(&row)?;
        }
        Ok(())
    }

    fn ballot(&mut self, row: &Row) -> Result<(), PbProblem> {
        let voter = row.field(0);
        if self.mode == ReadMode::Strict {
            if voter.is_empty() {
                return Err(PbProblem::new(row.line, Expected::Id, ""));
            }
            if !self.voters.insert(voter.to_owned()) {
                return Err(PbProblem::new(row.line, Expected::FreshId, voter));
            }
        }
        let chosen = list(row.field(self.vote_column));
        let points = match self.style {
            BallotStyle::Points { .. } => self.points(row, chosen.len())?,
            BallotStyle::Approval { .. } | BallotStyle::Knapsack | BallotStyle::Ranking { .. } => {
                vec![1; chosen.len()]
            }
        };
        let mut marks = Vec::with_capacity(chosen.len());
        for (id, points) in chosen.into_iter().zip(points) {
            match self.places.get(id) {
                Some(&project) => marks.push(Mark { project, points }),
                None if self.mode == ReadMode::Tolerant => {}
                None => return Err(PbProblem::new(row.line, Expected::KnownProject, id)),
            }
        }
        self.ballots.push(voter, marks);
        Ok(())
    }

    /// The points of one ballot, at the scale of all of them.
    fn points(&mut self, row: &Row, projects: usize) -> Result<Vec<u64>, PbProblem> {
        let written = self.points_column.map_or("", |column| row.field(column));
        let problem = |expected, found: &str| PbProblem::new(row.line, expected, found);
        let mut points = Vec::with_capacity(projects);
        for raw in list(written) {
            let decimal = Decimal::parse(raw).filter(|points| !points.is_negative());
            let decimal = decimal.ok_or_else(|| problem(Expected::Points, raw))?;
            points.push((raw, decimal));
        }
        if points.len() != projects {
            let projects = projects as u32;
            return Err(problem(Expected::PointsForEach { projects }, written));
        }
        let finest = points.iter().map(|(_, points)| points.scale()).max().unwrap_or(1);
        if self.points_scale < finest {
            self.ballots.refine_points(finest / self.points_scale);
            self.points_scale = finest;
        }
        let units = |(raw, points): (&str, Decimal)| {
            points.units(self.points_scale).ok_or_else(|| problem(Expected::Points, raw))
        };
        points.into_iter().map(units).collect()
    }

    /// The ballots, the scale of points, and the style with what only all ballots show.
    ///
    /// A ranking gives K points to the first place: K is the length that META claims if no
    /// ballot is longer and there are that many projects, else the length of the longest ballot.
    pub(super) fn finish(mut self, length_max: Option<u32>) -> (Ballots, u64, BallotStyle) {
        let longest = self.ballots.iter().map(|ballot| ballot.marks.len()).max().unwrap_or(0);
        let longest = longest as u32;
        let style = match self.style {
            BallotStyle::Approval { max } => BallotStyle::Approval { max: max.or(length_max) },
            BallotStyle::Knapsack | BallotStyle::Points { .. } => self.style,
            BallotStyle::Ranking { .. } => {
                let n_projects = self.places.len() as u32;
                let fits = |&length: &u32| longest <= length && length <= n_projects;
                let k = length_max.filter(fits).unwrap_or(longest);
                self.ballots.rank(k);
                BallotStyle::Ranking { k }
            }
        };
        (self.ballots, self.points_scale, style)
    }
}

/// A list between commas; empty or `none` is a blank ballot.
fn list(written: &str) -> Vec<&str> {
    if written.eq_ignore_ascii_case("none") {
        return Vec::new();
    }
    written.split(',').map(str::trim).filter(|item| !item.is_empty()).collect()
}
