//! The planner's question about a series: its times and what residents said, and nobody's name.
use super::{Mark, Series, Worth};
use crate::{
    councils::{
        Group, Slot,
        planner::{
            Answerer, Attendance, Facilitator, FormatName, Objective, PlanGroup, PlanSlot, Problem,
            ProblemFile, Unsound,
        },
    },
    ids::{SlotId, StaffId},
    times::Attend,
};
use std::collections::BTreeMap;

/// When one resident can come (一份可参加时间), without who that is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wish {
    /// In which group they are planned for.
    pub group: Group,
    /// How they would attend.
    pub attend: Attend,
    /// Their marks; a time without one is none of theirs.
    pub marks: BTreeMap<SlotId, Mark>,
}

impl Wish {
    /// Could they come at this time, in the room or on the line?
    pub fn can_come(&self, series: &Series, slot: SlotId) -> bool {
        let has_place = series.slot(slot).is_some_and(|asked| {
            let (seats, online) = (asked.slot.room.seats, asked.slot.room.online);
            match self.attend {
                Attend::InPerson => 0 < seats,
                Attend::Online => 0 < online,
                Attend::Either => 0 < seats || 0 < online,
            }
        });
        has_place && self.marks.get(&slot).is_some_and(|mark| mark.is_possible())
    }
}

/// Whoever the office finds to lead, when nobody of the staff was named.
const OFFICE: &str = "office";

/// What is to be planned: the times that are still offered, in the order of their hours, and a
/// line for each resident, in an order that tells nothing.
pub fn problem(series: &Series, wishes: &[Wish]) -> Result<Problem, Unsound> {
    let offered: Vec<&Slot> = series.offered().into_iter().map(|asked| &asked.slot).collect();
    let needs = &series.needs;
    let most = needs.most_of_kind.iter();
    let groups = Group::ALL
        .into_iter()
        .map(|group| PlanGroup { id: group.word().to_owned(), name: group.word().to_owned() });
    Problem::new(ProblemFile {
        format: FormatName::CouncilSched1,
        name: format!("series/{}", series.id),
        k: needs.n_sessions,
        quorum: needs.quorum,
        min_gap_days: needs.min_gap_days,
        min_group: needs.min_group,
        max_per_kind: most.map(|(kind, most)| (kind.word().to_owned(), *most)).collect(),
        conflicts: overlapping(&offered),
        groups: groups.collect(),
        facilitators: facilitators(series),
        slots: series
            .offered()
            .into_iter()
            .map(|asked| PlanSlot {
                id: asked.slot.id.to_string(),
                date: asked.slot.hours.day,
                start: asked.slot.hours.from.format("%H:%M").to_string(),
                end: asked.slot.hours.until.format("%H:%M").to_string(),
                kind: asked.kind.word().to_owned(),
                seats: asked.slot.room.seats,
                online: asked.slot.room.online,
                facilitators: leaders(series, &asked.slot),
            })
            .collect(),
        residents: wishes.iter().map(|wish| answerer(wish, &offered)).collect(),
    })
}

/// The series' times by their places in the planner's list.
pub fn slots_at(problem: &Problem, places: &[usize]) -> Vec<SlotId> {
    let slots = &problem.file().slots;
    places.iter().filter_map(|place| slots.get(*place)?.id.parse().ok()).collect()
}

/// The places of the series' times in the planner's list; `None` for one that is not there.
pub fn place_of(problem: &Problem, slot: SlotId) -> Option<usize> {
    let name = slot.to_string();
    problem.file().slots.iter().position(|it| it.id == name)
}

/// Who of the staff the planner means; nobody, where the office finds somebody.
pub fn leader_named(name: &str) -> Option<StaffId> {
    name.parse().ok()
}

impl From<Objective> for Worth {
    fn from(objective: Objective) -> Self {
        Self {
            worst_group_percent: objective.weakest_percent,
            n_seated: objective.seated,
            n_marks: objective.marks,
        }
    }
}

/// Nobody can be in two rooms at once, neither resident nor staff.
fn overlapping(slots: &[&Slot]) -> Vec<(u32, u32)> {
    let mut pairs = Vec::new();
    for (second, slot) in (0..).zip(slots) {
        let earlier = (0..second).zip(slots);
        let meets = |(_, other): &(u32, &&Slot)| other.hours.overlaps(slot.hours);
        pairs.extend(earlier.filter(meets).map(|(first, _)| (first, second)));
    }
    pairs
}

fn facilitators(series: &Series) -> Vec<Facilitator> {
    let needs = &series.needs;
    if needs.facilitators.is_empty() {
        return vec![Facilitator { id: OFFICE.to_owned(), max_sessions: needs.n_sessions }];
    }
    let named = needs.facilitators.iter();
    named.map(|(id, most)| Facilitator { id: id.to_string(), max_sessions: *most }).collect()
}

/// Who could lead at this time: those the slot names, or everybody.
fn leaders(series: &Series, slot: &Slot) -> Vec<String> {
    let named = &series.needs.facilitators;
    if named.is_empty() {
        return vec![OFFICE.to_owned()];
    }
    let is_free = |id: &&StaffId| slot.facilitators.is_empty() || slot.facilitators.contains(id);
    named.keys().filter(is_free).map(ToString::to_string).collect()
}

fn answerer(wish: &Wish, offered: &[&Slot]) -> Answerer {
    let group = Group::ALL.iter().zip(0..).find(|(group, _)| **group == wish.group);
    let marks = offered.iter().map(|slot| match wish.marks.get(&slot.id) {
        Some(Mark::Can) => '2',
        Some(Mark::IfNeedBe) => '1',
        Some(Mark::Cannot) | None => '0',
    });
    Answerer {
        group: group.map_or(0, |(_, place)| place),
        mode: match wish.attend {
            Attend::InPerson => Attendance::InPerson,
            Attend::Online => Attendance::Online,
            Attend::Either => Attendance::Any,
        },
        avail: marks.collect(),
    }
}
