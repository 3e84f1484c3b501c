//! What is wrong with a question that cannot be answered: where, and what was expected.
use super::problem::ProblemFile;
use chrono::NaiveTime;
use std::{collections::BTreeSet, fmt};

/// Most slots in one question.
pub const SLOTS_MAX: usize = 128;
/// Most sessions in one question.
pub const SESSIONS_MAX: u32 = 30;
/// Most residents in one question.
pub const RESIDENTS_MAX: usize = 100_000;
/// Most groups in one question.
pub const GROUPS_MAX: usize = 32;
/// Most places in a room or on a line; more are as good as no limit.
pub const PLACES_MAX: u32 = 1_000_000;

/// A file that is not a question (文件有误).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unsound {
    /// Where, as `residents[3].avail`.
    pub place: String,
    /// What was expected there, and what stands there.
    pub expected: String,
}

impl fmt::Display for Unsound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "at {}: {}", self.place, self.expected)
    }
}

impl std::error::Error for Unsound {}

/// A reader's message without the place at its end, which is told by itself.
pub(super) fn without_place(message: &str) -> String {
    message.split(" at line ").next().unwrap_or(message).to_owned()
}

pub(super) fn check(file: &ProblemFile) -> Result<(), Unsound> {
    within("slots", "slots", file.slots.len(), 1, SLOTS_MAX)?;
    within("groups", "groups", file.groups.len(), 0, GROUPS_MAX)?;
    within("residents", "residents", file.residents.len(), 0, RESIDENTS_MAX)?;
    within("k", "sessions", file.k as usize, 1, SESSIONS_MAX as usize)?;
    check_facilitators(file)?;
    check_slots(file)?;
    for (at, pair) in file.conflicts.iter().enumerate() {
        let n_slots = file.slots.len() as u32;
        if pair.0 == pair.1 || n_slots <= pair.0.max(pair.1) {
            let wanted = format!("two different numbers below {n_slots}");
            return wrong(format!("conflicts[{at}]"), &wanted, &format!("{pair:?}"));
        }
    }
    check_residents(file)
}

fn check_facilitators(file: &ProblemFile) -> Result<(), Unsound> {
    let mut known = BTreeSet::new();
    for (at, one) in file.facilitators.iter().enumerate() {
        if !known.insert(&one.id) {
            let place = format!("facilitators[{at}].id");
            return wrong(place, "a name that no other facilitator has", &one.id);
        }
    }
    for (at, slot) in file.slots.iter().enumerate() {
        if let Some(stranger) = slot.facilitators.iter().find(|id| !known.contains(id)) {
            let place = format!("slots[{at}].facilitators");
            return wrong(place, "names that stand in the list of facilitators", stranger);
        }
    }
    Ok(())
}

fn check_slots(file: &ProblemFile) -> Result<(), Unsound> {
    let mut known = BTreeSet::new();
    for (at, slot) in file.slots.iter().enumerate() {
        if !known.insert(&slot.id) {
            return wrong(format!("slots[{at}].id"), "a name that no other slot has", &slot.id);
        }
        for (word, raw) in [("start", &slot.start), ("end", &slot.end)] {
            if NaiveTime::parse_from_str(raw, "%H:%M").is_err() {
                return wrong(format!("slots[{at}].{word}"), "a time of day, as 19:30", raw);
            }
        }
        for (word, n_places) in [("seats", slot.seats), ("online", slot.online)] {
            if PLACES_MAX < n_places {
                let wanted = format!("at most {PLACES_MAX} places");
                return wrong(format!("slots[{at}].{word}"), &wanted, &n_places.to_string());
            }
        }
    }
    Ok(())
}

fn check_residents(file: &ProblemFile) -> Result<(), Unsound> {
    let n_slots = file.slots.len();
    for (at, one) in file.residents.iter().enumerate() {
        if file.groups.len() <= one.group as usize {
            let wanted = format!("the place of a group, a number below {}", file.groups.len());
            return wrong(format!("residents[{at}].group"), &wanted, &one.group.to_string());
        }
        let marks = one.marks();
        if marks.len() != n_slots || !marks.iter().all(|mark| matches!(mark, b'0'..=b'2')) {
            let wanted = format!("{n_slots} marks, each 0, 1 or 2");
            return wrong(format!("residents[{at}].avail"), &wanted, &one.avail);
        }
    }
    Ok(())
}

fn within(
    place: &str,
    of_what: &str,
    found: usize,
    least: usize,
    most: usize,
) -> Result<(), Unsound> {
    match (least..=most).contains(&found) {
        true => Ok(()),
        false => {
            let wanted = format!("from {least} to {most} {of_what}");
            wrong(place.to_owned(), &wanted, &found.to_string())
        }
    }
}

fn wrong(place: String, wanted: &str, found: &str) -> Result<(), Unsound> {
    Err(Unsound { place, expected: format!("expected {wanted}, found {found}") })
}
