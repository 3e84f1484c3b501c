//! The question: which of these slots, for these residents, under which rules.
use super::unsound::{self, Unsound};
use crate::{
    hash::sha256_hex,
    time::{Day, iso_day},
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A question that can be answered (排期问题): every index points somewhere, every mark is known.
///
/// On the wire it is a [`ProblemFile`], and comes in through the same checks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "ProblemFile", into = "ProblemFile")]
pub struct Problem(ProblemFile);

/// A question as it is written down: the fixture format, `council-sched/1`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProblemFile {
    /// Which format this is.
    pub format: FormatName,
    /// What the question is called.
    pub name: String,
    /// How many sessions are to be held.
    pub k: u32,
    /// How many must be able to sit in each session.
    pub quorum: u32,
    /// How many days lie between any two sessions, at least.
    pub min_gap_days: u32,
    /// A group with fewer residents who can come somewhere is not counted for fairness.
    pub min_group: u32,
    /// How many sessions of a kind, at most; a kind that is missing has no limit.
    pub max_per_kind: BTreeMap<String, u32>,
    /// Pairs of slots that cannot both be chosen, by their place in the list.
    pub conflicts: Vec<(u32, u32)>,
    /// The groups that are to be treated alike.
    pub groups: Vec<PlanGroup>,
    /// Who can lead a session.
    pub facilitators: Vec<Facilitator>,
    /// The slots between which one chooses.
    pub slots: Vec<PlanSlot>,
    /// What each resident answered, without a name.
    pub residents: Vec<Answerer>,
}

/// The one name of the format.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum FormatName {
    /// The first version.
    #[serde(rename = "council-sched/1")]
    CouncilSched1,
}

/// A group (人群) by the name it has in the file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanGroup {
    /// Its name in the file.
    pub id: String,
    /// What people call it.
    pub name: String,
}

/// Who leads sessions (主持人), and how many at most.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facilitator {
    /// Its name in the file.
    pub id: String,
    /// How many sessions, at most.
    pub max_sessions: u32,
}

/// One slot of the list (备选时段).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanSlot {
    /// Its name in the file.
    pub id: String,
    /// Its day.
    #[serde(with = "iso_day")]
    pub date: Day,
    /// When it begins, as `19:30`.
    pub start: String,
    /// When it ends, as `21:00`.
    pub end: String,
    /// What kind of time it is.
    pub kind: String,
    /// Seats in the room.
    pub seats: u32,
    /// Places on the line.
    pub online: u32,
    /// Who is free to lead it.
    pub facilitators: Vec<String>,
}

/// How somebody would attend (参加方式).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Attendance {
    /// In the room or on the line, whichever has a place.
    Any,
    /// Only in the room.
    InPerson,
    /// Only on the line.
    Online,
}

/// One resident's answer, without a name (作答).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Answerer {
    /// Which group, by its place in the list.
    pub group: u32,
    /// How they would attend.
    pub mode: Attendance,
    /// One mark for each slot: `2` can, `1` if need be, `0` cannot.
    pub avail: String,
}

impl Problem {
    /// Checks everything that can be wrong in a file; the order of residents tells nothing and
    /// is not kept.
    pub fn new(mut file: ProblemFile) -> Result<Self, Unsound> {
        unsound::check(&file)?;
        file.residents.sort();
        for pair in &mut file.conflicts {
            *pair = (pair.0.min(pair.1), pair.0.max(pair.1));
        }
        file.conflicts.sort_unstable();
        file.conflicts.dedup();
        Ok(Self(file))
    }

    /// Reads a file; what cannot be read is told with its place and what was expected.
    pub fn parse(text: &str) -> Result<Self, Unsound> {
        let file: ProblemFile = serde_json::from_str(text).map_err(|error| Unsound {
            place: format!("line {}, column {}", error.line(), error.column()),
            expected: unsound::without_place(&error.to_string()),
        })?;
        Self::new(file)
    }

    /// As it is written down.
    pub fn file(&self) -> &ProblemFile {
        &self.0
    }

    /// The same question with something changed in it.
    pub fn with(&self, change: impl FnOnce(&mut ProblemFile)) -> Result<Self, Unsound> {
        let mut file = self.0.clone();
        change(&mut file);
        Self::new(file)
    }

    /// The file from which anybody can work the plan out again: one line, always the same bytes.
    pub fn export(&self) -> String {
        serde_json::to_string(&self.0).expect("its maps have keys that are text")
    }

    /// The SHA-256 of [`Problem::export`].
    pub fn checksum(&self) -> String {
        sha256_hex(self.export().as_bytes())
    }
}

impl TryFrom<ProblemFile> for Problem {
    type Error = Unsound;

    fn try_from(file: ProblemFile) -> Result<Self, Unsound> {
        Self::new(file)
    }
}

impl From<Problem> for ProblemFile {
    fn from(problem: Problem) -> Self {
        problem.0
    }
}

impl Answerer {
    /// Its marks, one byte for each slot.
    pub fn marks(&self) -> &[u8] {
        self.avail.as_bytes()
    }

    /// Could they come to a slot with this mark and these places?
    pub fn can_come(&self, at: usize, slot: &PlanSlot) -> bool {
        let has_place = match self.mode {
            Attendance::Any => 0 < slot.seats + slot.online,
            Attendance::InPerson => 0 < slot.seats,
            Attendance::Online => 0 < slot.online,
        };
        has_place && self.marks().get(at).is_some_and(|&mark| mark != b'0')
    }
}
