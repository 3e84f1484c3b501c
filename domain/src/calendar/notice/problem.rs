//! What is wrong with a notice's text: the line, what was expected there, and what was found.

use std::fmt;

use chrono::Weekday;

use crate::time::Day;

/// Why a text cannot be read as a notice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoticeProblem {
    /// The line, from 1; for what is missing altogether, the last one.
    pub line: usize,
    /// What should have stood there.
    pub expected: Expected,
    /// What stood there, shortened.
    pub found: String,
}

/// What a reader of notices waits for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expected {
    /// The year the notice is for.
    Year,
    /// A holiday's line, with its number and its name.
    Item {
        /// The number in the list.
        number: usize,
    },
    /// One of the holidays of the law.
    KnownHoliday,
    /// A holiday that must be in every notice.
    Holiday {
        /// Its name.
        zh: &'static str,
    },
    /// A sentence that says which days are off or worked.
    Sentence,
    /// A date.
    Date,
    /// The weekday that this date has.
    WeekdayOf {
        /// The date.
        day: Day,
        /// Its weekday.
        weekday: Weekday,
    },
    /// A last day that is not before the first.
    LaterThan {
        /// The first day.
        first: Day,
    },
    /// The number of days that the dates make.
    Total {
        /// That number.
        n_days: usize,
    },
    /// A Saturday or Sunday, as a make-up day.
    WeekendDay,
    /// A day of this year or of the December before it.
    DayOf {
        /// The year.
        year: i32,
    },
    /// A day that is not off or worked by another sentence.
    FreshDay,
}

impl NoticeProblem {
    pub(super) fn new(line: usize, expected: Expected, found: &str) -> Self {
        const FOUND_MAX: usize = 60;
        let mut short: String = found.chars().take(FOUND_MAX).collect();
        if short.len() < found.len() {
            short.push('…');
        }
        Self { line, expected, found: short }
    }
}

impl fmt::Display for NoticeProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: expected {}, found ", self.line, self.expected)?;
        match self.found.as_str() {
            "" => f.write_str("nothing"),
            found => write!(f, "\"{found}\""),
        }
    }
}

impl std::error::Error for NoticeProblem {}

impl fmt::Display for Expected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year => f.write_str("the year, as in \"2026年部分节假日安排\""),
            Self::Item { number } => {
                write!(f, "holiday {number} of the list on one line, as in \"一、元旦：…\"")
            }
            Self::KnownHoliday => {
                f.write_str("元旦, 春节, 清明节, 劳动节, 端午节, 中秋节 or 国庆节")
            }
            Self::Holiday { zh } => write!(f, "a line for {zh}"),
            Self::Sentence => f.write_str("dates that end in 放假, 调休, 补休 or 上班"),
            Self::Date => f.write_str("a date such as \"1月1日（周四）\""),
            Self::WeekdayOf { day, weekday } => write!(f, "{weekday} for {day}"),
            Self::LaterThan { first } => write!(f, "a last day that is not before {first}"),
            Self::Total { n_days } => write!(f, "{n_days} days, as the dates make"),
            Self::WeekendDay => f.write_str("a make-up day on a Saturday or Sunday"),
            Self::DayOf { year } => write!(f, "a day of {year} or of the December before"),
            Self::FreshDay => f.write_str("a day that no other sentence names"),
        }
    }
}
