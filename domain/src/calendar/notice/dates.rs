//! Dates as notices write them: `2月15日（农历腊月二十八、周日）至23日`.

use chrono::{Datelike, Weekday};

use super::problem::Expected;
use crate::time::Day;

/// Reads along a sentence, from which spaces and narrow punctuation have been taken.
#[derive(Clone, Debug)]
pub(super) struct Words<'a> {
    rest: &'a str,
}

/// What was expected, and what stood there instead.
pub(super) type Mismatch = (Expected, String);

impl<'a> Words<'a> {
    pub(super) fn new(rest: &'a str) -> Self {
        Self { rest }
    }

    /// What has not been read yet.
    pub(super) fn rest(&self) -> &'a str {
        self.rest
    }

    /// Reads this word, if it stands here.
    pub(super) fn take(&mut self, word: &str) -> bool {
        let after = self.rest.strip_prefix(word);
        self.rest = after.unwrap_or(self.rest);
        after.is_some()
    }

    /// Reads a number with the word after it, or nothing.
    pub(super) fn number(&mut self, unit: &str) -> Option<u32> {
        let end = self.rest.find(|character: char| !character.is_ascii_digit())?;
        let number = self.rest[..end].parse().ok()?;
        self.rest = self.rest[end..].strip_prefix(unit)?;
        Some(number)
    }

    /// Reads one day, or the first and the last of several.
    pub(super) fn days(&mut self, year: i32) -> Result<(Day, Day), Mismatch> {
        let first = self.date(year, None)?;
        if !self.take("至") {
            return Ok((first, first));
        }
        let found = self.rest.to_owned();
        let last = self.date(first.year(), Some(first.month()))?;
        if last < first {
            return Err((Expected::LaterThan { first }, found));
        }
        Ok((first, last))
    }

    /// Reads a date; what it leaves out is as in the date before it.
    pub(super) fn date(&mut self, year: i32, month: Option<u32>) -> Result<Day, Mismatch> {
        let found = self.rest.to_owned();
        let year = match self.number("年") {
            Some(number) => i32::try_from(number).unwrap_or(i32::MAX),
            None => year,
        };
        let month = self.number("月").or(month);
        let date = month.zip(self.number("日"));
        let day = date.and_then(|(month, day)| Day::from_ymd_opt(year, month, day));
        let Some(day) = day else {
            return Err((Expected::Date, found));
        };
        self.remark(day)?;
        Ok(day)
    }

    /// Reads what stands in brackets after a date: its weekday is checked, the lunar date is not.
    fn remark(&mut self, day: Day) -> Result<(), Mismatch> {
        if !self.take("（") {
            return Ok(());
        }
        let Some((remark, after)) = self.rest.split_once('）') else {
            return Err((Expected::Date, self.rest.to_owned()));
        };
        self.rest = after;
        for word in remark.split('、') {
            let named = word.strip_prefix("星期").or_else(|| word.strip_prefix('周'));
            let is_right = named.is_none_or(|named| weekday(named) == Some(day.weekday()));
            if !is_right {
                let expected = Expected::WeekdayOf { day, weekday: day.weekday() };
                return Err((expected, word.to_owned()));
            }
        }
        Ok(())
    }
}

fn weekday(word: &str) -> Option<Weekday> {
    match word {
        "一" => Some(Weekday::Mon),
        "二" => Some(Weekday::Tue),
        "三" => Some(Weekday::Wed),
        "四" => Some(Weekday::Thu),
        "五" => Some(Weekday::Fri),
        "六" => Some(Weekday::Sat),
        "日" | "天" => Some(Weekday::Sun),
        _ => None,
    }
}
