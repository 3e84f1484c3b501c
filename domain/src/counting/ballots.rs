//! Ballots (选票): who marked what, kept side by side.

use serde::{Deserialize, Serialize};

/// One mark on a ballot: points for a project.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Mark {
    /// Which project: its place in `Election::projects`.
    pub project: u32,
    /// How many points (1 for a plain choice), multiplied by `Election::points_scale`.
    pub points: u64,
}

/// One ballot, borrowed from `Ballots`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ballot<'a> {
    /// The voter's id in the published file: never a person's.
    pub voter: &'a str,
    /// The marks, in the order in which they were written; none on a blank ballot.
    pub marks: &'a [Mark],
}

/// All ballots (选票) of an election, side by side: a browser holds ninety thousand of them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ballots {
    voters: Vec<String>,
    ends: Vec<u32>,
    marks: Vec<Mark>,
}

impl Ballots {
    /// Adds one ballot.
    ///
    /// A project marked twice counts once, at its first place.
    pub fn push(&mut self, voter: impl Into<String>, marks: impl IntoIterator<Item = Mark>) {
        let start = self.marks.len();
        for mark in marks {
            if self.marks[start..].iter().all(|earlier| earlier.project != mark.project) {
                self.marks.push(mark);
            }
        }
        let end = u32::try_from(self.marks.len()).expect("fewer than four billion marks");
        self.voters.push(voter.into());
        self.ends.push(end);
    }

    /// How many ballots there are, blank ones included.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether nobody voted.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// How many marks there are on all ballots together.
    pub fn n_marks(&self) -> usize {
        self.marks.len()
    }

    /// The ballots, one after another.
    pub fn iter(&self) -> impl Iterator<Item = Ballot<'_>> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        self.voters.iter().zip(starts.zip(&self.ends)).map(|(voter, (start, &end))| Ballot {
            voter,
            marks: &self.marks[start as usize..end as usize],
        })
    }

    /// All marks, ballot after ballot.
    pub(super) fn marks(&self) -> &[Mark] {
        &self.marks
    }

    /// Whether every end and every mark points at something, for ballots that came by wire.
    pub(super) fn is_sound(&self, n_projects: usize) -> bool {
        self.voters.len() == self.ends.len()
            && self.ends.is_sorted()
            && self.ends.last().map_or(0, |&end| end as usize) == self.marks.len()
            && self.marks.iter().all(|mark| (mark.project as usize) < n_projects)
    }

    /// Multiplies all points, when a finer scale turns out to be needed.
    pub(super) fn refine_points(&mut self, factor: u64) {
        self.marks.iter_mut().for_each(|mark| mark.points = mark.points.saturating_mul(factor));
    }

    /// Gives every mark of a ranking its points: `k` for the first, `k - 1` for the second.
    pub(super) fn rank(&mut self, k: u32) {
        let mut start = 0;
        for &end in &self.ends {
            let ballot = &mut self.marks[start..end as usize];
            for (place, mark) in ballot.iter_mut().enumerate() {
                mark.points = u64::from(k).saturating_sub(place as u64);
            }
            start = end as usize;
        }
    }
}
