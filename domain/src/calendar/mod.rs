//! Working days: public holidays, make-up days (调休), and how certain each answer is.

mod notice;
mod windows;
mod years;

pub use notice::{NoticeExpected, NoticeProblem, read_notice};
pub use windows::{Window, default_windows};
pub use years::{CalendarProblem, DaysOff, MakeUpDay, WorkYear, YearStatus};

use std::collections::BTreeMap;
use std::fmt;

use chrono::{Datelike, Weekday};
use serde::{Deserialize, Serialize};

use crate::time::Day;

/// Which days are worked (工作日历), for the years it knows.
///
/// A value that exists has no day marked twice and no make-up day from Monday to Friday.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkCalendar {
    years: BTreeMap<i32, WorkYear>,
    /// Every day that is not what its weekday says; made from the years.
    marks: BTreeMap<Day, Mark>,
}

/// What a year says about one of its days.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Mark {
    kind: DayKind,
    name: DayName,
}

/// What kind of day it is (日子的性质).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DayKind {
    /// From Monday to Friday, and no holiday (工作日).
    Workday,
    /// A Saturday or Sunday on which people work (补班日).
    MakeUpDay,
    /// A Saturday or Sunday (周末).
    Weekend,
    /// A day off by the notice or the law, also where it is a Saturday or Sunday (节假日).
    Holiday,
}

/// How sure an answer is (是否确定).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Certainty {
    /// The State Council's notice says so, and no later one can change it.
    Certain,
    /// A notice still to come can change it (暂定).
    Provisional,
}

/// What a holiday is called.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct DayName {
    /// In Chinese: `国庆节`.
    pub zh: String,
    /// In English: `National Day`.
    pub en: String,
}

/// What is known about one day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayFacts {
    /// What kind of day it is.
    pub kind: DayKind,
    /// The holiday it belongs to, also for a day that is worked because of one.
    pub name: Option<DayName>,
    /// Whether a later notice can change it.
    pub certainty: Certainty,
}

/// The calendar has no data for this year; it never guesses one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct UnknownYear {
    /// The year that was asked for.
    pub year: i32,
}

impl fmt::Display for UnknownYear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let year = self.year;
        write!(f, "the calendar does not know {year}: it needs the data of the notice for {year}")
    }
}

impl std::error::Error for UnknownYear {}

impl DayKind {
    /// Do people work on it? On make-up days they do.
    pub fn is_workday(self) -> bool {
        match self {
            Self::Workday | Self::MakeUpDay => true,
            Self::Weekend | Self::Holiday => false,
        }
    }
}

impl DayFacts {
    /// Do people work on it? On make-up days they do.
    pub fn is_workday(&self) -> bool {
        self.kind.is_workday()
    }

    /// Is it beyond the reach of any later notice?
    pub fn is_certain(&self) -> bool {
        self.certainty == Certainty::Certain
    }

    /// The word for its kind in answers to programs.
    ///
    /// A holiday known from the law alone has a word of its own, since the days around it are
    /// still to be arranged.
    pub fn kind_word(&self) -> &'static str {
        match (self.kind, self.certainty) {
            (DayKind::Workday, _) => "workday",
            (DayKind::MakeUpDay, _) => "makeup_workday",
            (DayKind::Weekend, _) => "weekend",
            (DayKind::Holiday, Certainty::Certain) => "holiday",
            (DayKind::Holiday, Certainty::Provisional) => "provisional_statutory",
        }
    }
}

impl WorkCalendar {
    /// The calendar that comes with the program: mainland China, 2024 to 2027.
    pub fn built_in() -> Self {
        Self::parse(include_str!("cn.json")).expect("the program's own file is read in its tests")
    }

    /// Reads a data file; [`Self::to_text`] writes one.
    pub fn parse(text: &str) -> Result<Self, CalendarProblem> {
        Self::new(years::read(text)?)
    }

    /// The data file that holds the same years.
    pub fn to_text(&self) -> String {
        years::write(self.years.values())
    }

    /// A calendar of these years.
    pub fn new(years: Vec<WorkYear>) -> Result<Self, CalendarProblem> {
        if years.is_empty() {
            return Err(CalendarProblem::NoYear);
        }
        let mut calendar = Self { years: BTreeMap::new(), marks: BTreeMap::new() };
        for year in years {
            let number = year.year;
            for (day, mark) in marks(&year)? {
                if calendar.marks.insert(day, mark).is_some() {
                    return Err(CalendarProblem::MarkedTwice { day });
                }
            }
            if calendar.years.insert(number, year).is_some() {
                return Err(CalendarProblem::YearTwice { year: number });
            }
        }
        Ok(calendar)
    }

    /// The same calendar with this year put in, in the place of what it knew of it.
    pub fn with_year(&self, year: WorkYear) -> Result<Self, CalendarProblem> {
        let mut years = self.years.clone();
        years.insert(year.year, year);
        Self::new(years.into_values().collect())
    }

    /// The years it knows, in order.
    pub fn years(&self) -> impl Iterator<Item = &WorkYear> {
        self.years.values()
    }

    /// What is known about a day.
    pub fn facts(&self, day: Day) -> Result<DayFacts, UnknownYear> {
        let certainty = self.certainty(day)?;
        Ok(match self.marks.get(&day) {
            Some(mark) => DayFacts { kind: mark.kind, name: Some(mark.name.clone()), certainty },
            None => DayFacts { kind: by_weekday(day), name: None, certainty },
        })
    }

    /// Do people work on this day? On make-up days they do.
    pub fn is_workday(&self, day: Day) -> Result<bool, UnknownYear> {
        let year = day.year();
        self.years.get(&year).map(|_| self.is_worked(day)).ok_or(UnknownYear { year })
    }

    /// The `n`-th working day after `from`, which itself never counts.
    ///
    /// In years the calendar does not know, Monday to Friday are worked: a day found there is
    /// provisional, and [`Self::facts`] of it says that its year is not known.
    pub fn after_working_days(&self, from: Day, n: u32) -> Day {
        let mut day = from;
        let mut n_left = n;
        while 0 < n_left {
            let Some(next) = day.succ_opt() else {
                return day;
            };
            day = next;
            n_left -= u32::from(self.is_worked(day));
        }
        day
    }

    /// How many working days there are after `from`, up to `to` and with it; none when `to` is
    /// not later.
    ///
    /// In years the calendar does not know, Monday to Friday are counted.
    pub fn working_days_between(&self, from: Day, to: Day) -> u32 {
        let days = from.iter_days().skip(1).take_while(|day| *day <= to);
        days.map(|day| u32::from(self.is_worked(day))).sum()
    }

    fn is_worked(&self, day: Day) -> bool {
        self.marks.get(&day).map_or(by_weekday(day), |mark| mark.kind).is_workday()
    }

    /// The notice for a year can reach into the December before: 1 January often begins there.
    fn certainty(&self, day: Day) -> Result<Certainty, UnknownYear> {
        let year = day.year();
        let known = self.years.get(&year).ok_or(UnknownYear { year })?;
        let is_open = day.month() == 12 && !self.is_official(year.saturating_add(1));
        Ok(match known.status {
            YearStatus::Official if !is_open => Certainty::Certain,
            YearStatus::Official | YearStatus::Provisional => Certainty::Provisional,
        })
    }

    fn is_official(&self, year: i32) -> bool {
        self.years.get(&year).is_some_and(|known| known.status == YearStatus::Official)
    }
}

/// The days a year marks, each once.
fn marks(year: &WorkYear) -> Result<Vec<(Day, Mark)>, CalendarProblem> {
    let mut marks = Vec::new();
    for off in &year.days_off {
        if off.to < off.from {
            return Err(CalendarProblem::EndsBeforeItBegins { from: off.from, to: off.to });
        }
        must_belong(year, off.from)?;
        must_belong(year, off.to)?;
        let name = named(off.from, &off.zh, &off.en)?;
        let days = off.from.iter_days().take_while(|day| *day <= off.to);
        marks.extend(days.map(|day| (day, Mark { kind: DayKind::Holiday, name: name.clone() })));
    }
    for make_up in &year.make_up_days {
        let day = make_up.day;
        must_belong(year, day)?;
        if by_weekday(day) == DayKind::Workday {
            return Err(CalendarProblem::WorkedAnyway { day });
        }
        let name = named(day, &make_up.zh, &make_up.en)?;
        marks.push((day, Mark { kind: DayKind::MakeUpDay, name }));
    }
    Ok(marks)
}

/// A year's notice speaks about the year and the December before it.
fn must_belong(year: &WorkYear, day: Day) -> Result<(), CalendarProblem> {
    let is_before = day.year() == year.year.saturating_sub(1) && day.month() == 12;
    if is_before || day.year() == year.year {
        Ok(())
    } else {
        Err(CalendarProblem::OutsideYear { year: year.year, day })
    }
}

fn named(day: Day, zh: &str, en: &str) -> Result<DayName, CalendarProblem> {
    if zh.trim().is_empty() || en.trim().is_empty() {
        return Err(CalendarProblem::WithoutName { day });
    }
    Ok(DayName { zh: zh.trim().to_owned(), en: en.trim().to_owned() })
}

/// What the day of the week alone says.
fn by_weekday(day: Day) -> DayKind {
    match day.weekday() {
        Weekday::Sat | Weekday::Sun => DayKind::Weekend,
        Weekday::Mon | Weekday::Tue | Weekday::Wed | Weekday::Thu | Weekday::Fri => {
            DayKind::Workday
        }
    }
}

#[cfg(test)]
mod tests;
