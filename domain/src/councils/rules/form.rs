//! The forms of a rule and of a room: read once, on both sides, by the same functions.
use super::{
    FACILITATORS_MAX, MINUTES_LEAST, MINUTES_MOST, MINUTES_USUAL, PLACES_MAX, RULE_DAYS_MAX,
    RulePart, SlotRule, plus_minutes,
};
use crate::{
    councils::Room,
    digits::parse_count,
    ids::StaffId,
    problems::{FieldFault, FieldProblem},
    time::{Day, parse_clock, parse_day},
    web_address::WebAddress,
    words::Words,
};
use chrono::{Days, NaiveTime};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A room as it is filled in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct RoomForm {
    /// Which room.
    pub room: String,
    /// Seats in it; empty for none.
    pub seats: String,
    /// Places on the line; empty for none.
    pub online: String,
    /// The meeting's address; empty until it is known.
    pub link: String,
}

/// A rule as it is filled in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SlotRuleForm {
    /// The first day, as `2026-12-01`.
    pub from_day: String,
    /// The last day.
    pub until_day: String,
    /// The parts that are marked, each with its time as `19:30`.
    pub starts: BTreeMap<RulePart, String>,
    /// How long, in minutes.
    pub minutes: String,
    /// Where.
    #[serde(flatten)]
    pub room: RoomForm,
    /// Who could lead it.
    pub facilitators: Vec<StaffId>,
}

impl Default for SlotRuleForm {
    /// An empty form, but for how long councils usually are.
    fn default() -> Self {
        Self {
            from_day: String::new(),
            until_day: String::new(),
            starts: BTreeMap::new(),
            minutes: MINUTES_USUAL.to_string(),
            room: RoomForm::default(),
            facilitators: Vec::new(),
        }
    }
}

impl RoomForm {
    /// Takes the form, or says everything that is wrong with it.
    ///
    /// A room has seats or a line has places; an address needs places on the line.
    pub fn parse(&self) -> Result<Room, Vec<FieldProblem>> {
        let mut problems = Vec::new();
        let name = Words::parse(&self.room).map_err(|it| fault("room", FieldFault::Words(it)));
        let name = keep(&mut problems, name);
        let link = keep(&mut problems, self.link());
        let has_link = link.as_ref().is_some_and(Option::is_some);
        let online = keep(&mut problems, places("online", &self.online, u32::from(has_link)));
        let seats_least = u32::from(online == Some(0));
        let seats = keep(&mut problems, places("seats", &self.seats, seats_least));
        match (name, seats, online, link) {
            (Some(name), Some(seats), Some(online), Some(link)) => {
                Ok(Room { name, seats, online, link })
            }
            (_, _, _, _) => Err(problems),
        }
    }

    fn link(&self) -> Result<Option<WebAddress>, FieldProblem> {
        if self.link.trim().is_empty() {
            return Ok(None);
        }
        let link = WebAddress::parse(&self.link);
        link.map(Some).ok_or_else(|| fault("link", FieldFault::NotAnAddress))
    }
}

impl SlotRuleForm {
    /// Takes the form, or says everything that is wrong with it.
    pub fn parse(&self, today: Day) -> Result<SlotRule, Vec<FieldProblem>> {
        let mut problems = Vec::new();
        let from_day = keep(&mut problems, day("from_day", &self.from_day, today));
        let until_day = keep(&mut problems, self.until(from_day.unwrap_or(today)));
        let minutes = parse_count(&self.minutes)
            .filter(|minutes| (MINUTES_LEAST..=MINUTES_MOST).contains(minutes))
            .ok_or_else(|| out_of_range("minutes", MINUTES_LEAST, MINUTES_MOST));
        let minutes = keep(&mut problems, minutes);
        // How long it lasts may be wrong alone: then a start is judged by the shortest.
        let starts = self.starts(minutes.unwrap_or(MINUTES_LEAST), &mut problems);
        let room = self.room.parse().map_err(|wrong| problems.extend(wrong)).ok();
        if FACILITATORS_MAX < self.facilitators.len() {
            let fault_here = FieldFault::TooMany { max: FACILITATORS_MAX };
            problems.push(fault("facilitators", fault_here));
        }
        let facilitators = self.facilitators.clone();
        match (from_day, until_day, minutes, room) {
            (Some(from_day), Some(until_day), Some(minutes), Some(room)) if problems.is_empty() => {
                Ok(SlotRule { from_day, until_day, starts, minutes, room, facilitators })
            }
            (_, _, _, _) => Err(problems),
        }
    }

    fn until(&self, from: Day) -> Result<Day, FieldProblem> {
        let until = day("until_day", &self.until_day, from)?;
        let span = Days::new(u64::from(RULE_DAYS_MAX - 1));
        let latest = from.checked_add_days(span).unwrap_or(from);
        match until <= latest {
            true => Ok(until),
            false => Err(fault("until_day", FieldFault::DayTooFar { latest })),
        }
    }

    fn starts(
        &self,
        minutes: u32,
        problems: &mut Vec<FieldProblem>,
    ) -> BTreeMap<RulePart, NaiveTime> {
        if self.starts.is_empty() {
            problems.push(fault("starts", FieldFault::NothingChosen));
        }
        let mut starts = BTreeMap::new();
        for (part, raw) in &self.starts {
            let window = part.window();
            let fits = |from: &NaiveTime| {
                plus_minutes(*from, minutes).is_some_and(|until| window.holds(*from, until))
            };
            match parse_clock(raw).filter(fits) {
                Some(from) => {
                    starts.insert(*part, from);
                }
                None => {
                    let field = format!("starts.{}", part.word());
                    problems.push(fault(&field, FieldFault::OutsideWindow { window }));
                }
            }
        }
        starts
    }
}

/// A day, not before another.
fn day(field: &str, raw: &str, from: Day) -> Result<Day, FieldProblem> {
    parse_day(raw).filter(|day| from <= *day).ok_or_else(|| fault(field, FieldFault::Date))
}

/// So many places; nothing written means none.
fn places(field: &str, raw: &str, least: u32) -> Result<u32, FieldProblem> {
    let places = if raw.trim().is_empty() { Some(0) } else { parse_count(raw) };
    places
        .filter(|places| (least..=PLACES_MAX).contains(places))
        .ok_or_else(|| out_of_range(field, least, PLACES_MAX))
}

fn out_of_range(field: &str, least: u32, most: u32) -> FieldProblem {
    fault(field, FieldFault::OutOfRange { least, most })
}

fn keep<T>(problems: &mut Vec<FieldProblem>, read: Result<T, FieldProblem>) -> Option<T> {
    read.map_err(|problem| problems.push(problem)).ok()
}

fn fault(field: &str, fault: FieldFault) -> FieldProblem {
    FieldProblem { field: field.to_owned(), fault }
}
