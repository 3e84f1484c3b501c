//! The electorate (选民): equal ballots grouped, and for each project those who support it.

use super::super::ballots::Mark;
use super::super::slate::Slate;

/// Voters with the same ballot, seen from one project.
#[derive(Clone, Copy, Debug)]
pub(super) struct Supporters {
    /// Which group.
    pub group: u32,
    /// How many voters are in it.
    pub voters: u32,
    /// The points each of them gives the project; never 0.
    pub points: u64,
}

/// All groups, by group and by project.
#[derive(Debug)]
pub(super) struct Electorate {
    n_groups: usize,
    ends: Vec<u32>,
    marks: Vec<Mark>,
    by_project: Vec<Supporters>,
    project_ends: Vec<u32>,
    points: Vec<u64>,
    /// Whether every mark is one point, which saves the multiplications.
    pub plain: bool,
}

impl Electorate {
    /// Groups the ballots of a slate; marks without points and for dropped projects are left out.
    pub(super) fn new(slate: &Slate) -> Self {
        let mut takes_part = vec![false; slate.points.len()];
        slate.taking_part().into_iter().for_each(|project| takes_part[project] = true);
        let mut marks: Vec<Mark> = Vec::with_capacity(slate.election.ballots.n_marks());
        let mut written = Vec::with_capacity(slate.election.n_voters());
        for ballot in slate.election.ballots.iter() {
            let start = marks.len();
            let counts = |mark: &&Mark| 0 < mark.points && takes_part[mark.project as usize];
            marks.extend(ballot.marks.iter().filter(counts));
            marks[start..].sort_unstable();
            if start < marks.len() {
                written.push((beginning(&marks[start..]), start..marks.len()));
            }
        }
        // Any order does that puts equal ballots side by side.
        written.sort_unstable_by(|(begins_a, a), (begins_b, b)| {
            let rest = || marks[a.clone()].cmp(&marks[b.clone()]);
            begins_a.cmp(begins_b).then_with(rest)
        });
        let equals = written.chunk_by(|(begins_a, a), (begins_b, b)| {
            begins_a == begins_b && marks[a.clone()] == marks[b.clone()]
        });
        let groups = equals.map(|group| (&marks[group[0].1.clone()], group.len() as u32));
        Self::of_groups(slate.points.len(), groups)
    }

    fn of_groups<'a>(n_projects: usize, groups: impl Iterator<Item = (&'a [Mark], u32)>) -> Self {
        let (mut marks, mut ends, mut weights) = (Vec::new(), Vec::new(), Vec::new());
        let (mut sizes, mut points) = (vec![0_u32; n_projects], vec![0_u64; n_projects]);
        for (ballot, voters) in groups {
            marks.extend_from_slice(ballot);
            for mark in ballot {
                sizes[mark.project as usize] += 1;
                points[mark.project as usize] += u64::from(voters) * mark.points;
            }
            ends.push(marks.len() as u32);
            weights.push(voters);
        }
        let mut next = 0;
        let mut cursors: Vec<u32> = Vec::with_capacity(n_projects);
        for size in &sizes {
            cursors.push(next);
            next += size;
        }
        let nobody = Supporters { group: 0, voters: 0, points: 0 };
        let mut by_project = vec![nobody; marks.len()];
        let mut start = 0;
        for (group, (&end, &voters)) in ends.iter().zip(&weights).enumerate() {
            for mark in &marks[start..end as usize] {
                let cursor = &mut cursors[mark.project as usize];
                by_project[*cursor as usize] =
                    Supporters { group: group as u32, voters, points: mark.points };
                *cursor += 1;
            }
            start = end as usize;
        }
        let plain = marks.iter().all(|mark| mark.points == 1);
        let n_groups = ends.len();
        Self { n_groups, ends, marks, by_project, project_ends: cursors, points, plain }
    }

    pub(super) fn n_groups(&self) -> usize {
        self.n_groups
    }

    /// The ballot all voters of a group have in common.
    pub(super) fn marks(&self, group: u32) -> &[Mark] {
        let start = match group {
            0 => 0,
            _ => self.ends[group as usize - 1],
        };
        &self.marks[start as usize..self.ends[group as usize] as usize]
    }

    /// The groups that support a project.
    pub(super) fn supporters(&self, project: usize) -> &[Supporters] {
        let start = match project {
            0 => 0,
            _ => self.project_ends[project - 1],
        };
        &self.by_project[start as usize..self.project_ends[project] as usize]
    }

    /// The points of all supporters of a project together.
    pub(super) fn points(&self, project: usize) -> u64 {
        self.points[project]
    }
}

/// The first four projects of a ballot in one number, by which most ballots differ already.
fn beginning(marks: &[Mark]) -> u64 {
    let project = |place: usize| marks.get(place).map_or(0, |mark| u64::from(mark.project) + 1);
    (0..4).fold(0, |begins, place| (begins << 16) | (project(place) & 0xffff))
}
