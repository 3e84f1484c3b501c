//! The organiser's forms of a series: read once, on both sides, by the same functions.
use super::{About, Needs, SESSIONS_MOST, SeriesTitle};
use crate::{
    councils::{Hours, Slot, SlotKind, rules::RoomForm},
    digits::parse_count,
    ids::{SlotId, StaffId, by_number},
    problems::{FieldFault, FieldProblem},
    time::{parse_clock, parse_day},
    words::{Words, WordsProblem},
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a series is, as it is filled in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SeriesForm {
    /// In one line.
    pub title: String,
    /// What it is for.
    pub about: String,
}

/// What a plan has to keep to, as it is filled in; numbers as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct NeedsForm {
    /// How many councils.
    pub n_sessions: String,
    /// Days between any two.
    pub min_gap_days: String,
    /// How many must be able to come.
    pub quorum: String,
    /// Days of notice.
    pub notice_days: String,
    /// At most so many of each kind; an empty one has no limit.
    pub most_of_kind: BTreeMap<SlotKind, String>,
    /// Who leads at most how many.
    #[serde(with = "by_number")]
    pub facilitators: BTreeMap<StaffId, u32>,
}

/// A time, as it is filled in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SlotForm {
    /// Its day, `2026-12-02`.
    pub day: String,
    /// When it begins, `19:30`.
    pub from: String,
    /// When it ends.
    pub until: String,
    /// Where.
    #[serde(flatten)]
    pub room: RoomForm,
    /// Who could lead it; with nobody, everybody named in the needs.
    pub facilitators: Vec<StaffId>,
    /// Why in working hours, if it is.
    pub why_in_working_hours: String,
}

/// Least and most of a number that is typed.
type Range = (u32, u32);

const SESSIONS: Range = (1, SESSIONS_MOST);
const GAP: Range = (0, 90);
const QUORUM: Range = (0, 10_000);
const NOTICE: Range = (1, 30);
const OF_KIND: Range = (0, SESSIONS_MOST);

impl SeriesForm {
    /// Reads the form, or says everything that is wrong with it.
    pub fn parse(&self) -> Result<(SeriesTitle, About), Vec<FieldProblem>> {
        let mut problems = Vec::new();
        let title = words(&mut problems, "title", &self.title);
        let about = words(&mut problems, "about", &self.about);
        title.zip(about).ok_or(problems)
    }
}

impl NeedsForm {
    /// Reads the form, or says everything that is wrong with it.
    pub fn parse(&self) -> Result<Needs, Vec<FieldProblem>> {
        let mut problems = Vec::new();
        let n_sessions = number(&mut problems, "n_sessions", &self.n_sessions, SESSIONS);
        let min_gap_days = number(&mut problems, "min_gap_days", &self.min_gap_days, GAP);
        let quorum = number(&mut problems, "quorum", &self.quorum, QUORUM);
        let notice_days = number(&mut problems, "notice_days", &self.notice_days, NOTICE);
        let mut most_of_kind = BTreeMap::new();
        for (kind, raw) in self.most_of_kind.iter().filter(|(_, raw)| !raw.trim().is_empty()) {
            let field = format!("most-{}", kind.word());
            if let Some(most) = number(&mut problems, &field, raw, OF_KIND) {
                most_of_kind.insert(*kind, most);
            }
        }
        let numbers = (n_sessions, min_gap_days, quorum, notice_days);
        let (Some(n_sessions), Some(min_gap_days), Some(quorum), Some(notice_days)) = numbers
        else {
            return Err(problems);
        };
        if !problems.is_empty() {
            return Err(problems);
        }
        let facilitators = self.facilitators.clone();
        let rest = Needs::default();
        Ok(Needs {
            n_sessions,
            min_gap_days,
            quorum,
            notice_days,
            most_of_kind,
            facilitators,
            ..rest
        })
    }
}

impl From<&Needs> for NeedsForm {
    fn from(needs: &Needs) -> Self {
        let most = needs.most_of_kind.iter();
        Self {
            n_sessions: needs.n_sessions.to_string(),
            min_gap_days: needs.min_gap_days.to_string(),
            quorum: needs.quorum.to_string(),
            notice_days: needs.notice_days.to_string(),
            most_of_kind: most.map(|(kind, most)| (*kind, most.to_string())).collect(),
            facilitators: needs.facilitators.clone(),
        }
    }
}

impl SlotForm {
    /// Reads the form, or says everything that is wrong with it; not whether a council may sit
    /// then, which the calendar says.
    pub fn parse(&self, id: SlotId) -> Result<Slot, Vec<FieldProblem>> {
        let mut problems = Vec::new();
        let hours = self.parse_hours(&mut problems);
        let room = self.room.parse().map_err(|faults| problems.extend(faults)).ok();
        let why_in_working_hours = match self.why_in_working_hours.trim() {
            "" => None,
            raw => words(&mut problems, "why_in_working_hours", raw),
        };
        let (Some(hours), Some(room)) = (hours, room) else {
            return Err(problems);
        };
        if !problems.is_empty() {
            return Err(problems);
        }
        let facilitators = self.facilitators.clone();
        Ok(Slot { id, hours, room, facilitators, why_in_working_hours })
    }

    fn parse_hours(&self, problems: &mut Vec<FieldProblem>) -> Option<Hours> {
        let (from, until) = (parse_clock(&self.from), parse_clock(&self.until));
        let day = parse_day(&self.day);
        for (field, is_missing) in
            [("day", day.is_none()), ("from", from.is_none()), ("until", until.is_none())]
        {
            if is_missing {
                wrong(problems, field, FieldFault::Date);
            }
        }
        let hours = Hours::new(day?, from?, until?);
        if hours.is_none() {
            wrong(problems, "until", FieldFault::Date);
        }
        hours
    }
}

fn words<const MAX: usize>(
    problems: &mut Vec<FieldProblem>,
    field: &str,
    raw: &str,
) -> Option<Words<MAX>> {
    let parsed: Result<Words<MAX>, WordsProblem> = Words::parse(raw);
    parsed.map_err(|problem| wrong(problems, field, FieldFault::Words(problem))).ok()
}

fn number(
    problems: &mut Vec<FieldProblem>,
    field: &str,
    raw: &str,
    (least, most): Range,
) -> Option<u32> {
    let number = parse_count(raw).filter(|number| (least..=most).contains(number));
    if number.is_none() {
        wrong(problems, field, FieldFault::OutOfRange { least, most });
    }
    number
}

fn wrong(problems: &mut Vec<FieldProblem>, field: &str, fault: FieldFault) {
    problems.push(FieldProblem { field: field.to_owned(), fault });
}
