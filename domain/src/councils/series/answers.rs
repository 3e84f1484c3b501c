//! Answers: at which of the offered times somebody could come.
use super::{Asked, Series};
use crate::{
    channels::Channel,
    councils::{Group, Hours},
    ids::{SlotId, by_number},
    problems::{FieldFault, FieldProblem},
    time::Moment,
    times::{Attend, DayPart, WeekDay, WeekTime, WeekTimes},
};
use chrono::{Datelike, Weekday};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Can somebody come at a time? (能不能来)
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    /// Yes (能来).
    Can,
    /// If it has to be (勉强能来).
    IfNeedBe,
    /// No (不能来).
    Cannot,
}

impl Mark {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 3] = [Self::Can, Self::IfNeedBe, Self::Cannot];

    /// Is it a time at which they could come at all?
    pub fn is_possible(self) -> bool {
        match self {
            Self::Can | Self::IfNeedBe => true,
            Self::Cannot => false,
        }
    }
}

/// When somebody can come (可参加时间), slot by slot.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// One mark for each slot there was; later slots have none until the resident says more.
    #[serde(with = "by_number")]
    pub marks: BTreeMap<SlotId, Mark>,
    /// How they would attend.
    pub attend: Attend,
    /// Whose days theirs are like, if they said it.
    pub group: Option<Group>,
}

/// An answer as it is kept: the newest one counts, whichever way it came.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptAnswer {
    /// The answer.
    pub answer: Answer,
    /// How it came.
    pub channel: Channel,
    /// When it was given: on paper, the day on which it was received.
    pub at: Moment,
}

/// The same as it is filled in, screen by screen or on paper.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct AnswerForm {
    /// The marks so far.
    #[serde(with = "by_number")]
    pub marks: BTreeMap<SlotId, Mark>,
    /// How they would attend; need not be said by who can come at no time.
    pub attend: Option<Attend>,
    /// Whose days theirs are like; may be left out.
    pub group: Option<Group>,
}

impl AnswerForm {
    /// Reads the form against the slots that are offered, or says what has not been answered.
    ///
    /// Marks of slots that are no longer offered are kept; those of slots that never were are not.
    /// The field of a slot's problem is `slot-7`.
    pub fn parse(&self, series: &Series) -> Result<Answer, Vec<FieldProblem>> {
        let open = |asked: &&Asked| !self.marks.contains_key(&asked.slot.id);
        let missing = series.offered().into_iter().filter(open);
        let mut problems: Vec<_> =
            missing.map(|asked| nothing_chosen(format!("slot-{}", asked.slot.id))).collect();
        let is_possible = self.marks.values().any(|mark| mark.is_possible());
        if is_possible && self.attend.is_none() {
            problems.push(nothing_chosen("attend".to_owned()));
        }
        if self.group == Some(Group::NeverHadAChance) {
            problems.push(nothing_chosen("group".to_owned()));
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        let known = |id: &SlotId| series.slot(*id).is_some();
        let marks = self.marks.iter().filter(|(id, _)| known(id));
        Ok(Answer {
            marks: marks.map(|(id, mark)| (*id, *mark)).collect(),
            attend: self.attend.unwrap_or(Attend::Either),
            group: self.group,
        })
    }
}

fn nothing_chosen(field: String) -> FieldProblem {
    FieldProblem { field, fault: FieldFault::NothingChosen }
}

/// The offered slots about which an answer says nothing: people are asked only about those.
pub fn slots_without_a_mark(series: &Series, marks: &BTreeMap<SlotId, Mark>) -> Vec<SlotId> {
    let offered = series.offered().into_iter().map(|asked| asked.slot.id);
    offered.filter(|id| !marks.contains_key(id)).collect()
}

/// What somebody's usual week says about each offered slot; an exception is marked by hand.
///
/// A day off from Monday to Friday is not a usual day: only its evening is known.
pub fn marks_of_week(series: &Series, week: &WeekTimes) -> BTreeMap<SlotId, Mark> {
    let marks = series.offered().into_iter().filter_map(|asked| {
        let mark = match week {
            WeekTimes::Never => Mark::Cannot,
            WeekTimes::Always { .. } => Mark::Can,
            WeekTimes::At { times, .. } => match times.contains(&week_time(asked.slot.hours)?) {
                true => Mark::Can,
                false => Mark::Cannot,
            },
        };
        Some((asked.slot.id, mark))
    });
    marks.collect()
}

/// How somebody attends in their usual week.
pub fn attend_of(week: &WeekTimes) -> Attend {
    match week {
        WeekTimes::Never => Attend::Either,
        WeekTimes::Always { attend } | WeekTimes::At { attend, .. } => *attend,
    }
}

fn week_time(hours: Hours) -> Option<WeekTime> {
    let day = match hours.day.weekday() {
        Weekday::Mon => WeekDay::Monday,
        Weekday::Tue => WeekDay::Tuesday,
        Weekday::Wed => WeekDay::Wednesday,
        Weekday::Thu => WeekDay::Thursday,
        Weekday::Fri => WeekDay::Friday,
        Weekday::Sat => WeekDay::Saturday,
        Weekday::Sun => WeekDay::Sunday,
    };
    WeekTime::new(day, DayPart::of(hours.from))
}
