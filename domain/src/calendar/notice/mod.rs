//! The State Council's yearly notice (放假通知), read from its text into a year's data.

mod dates;
mod problem;

pub use problem::{Expected as NoticeExpected, NoticeProblem};

use std::collections::BTreeSet;

use chrono::{Datelike, Weekday};

use self::dates::{Mismatch, Words};
use self::problem::Expected;
use super::{DaysOff, MakeUpDay, WorkYear, YearStatus};
use crate::time::Day;

/// The holidays of the law, as notices call them, with their English names.
const HOLIDAYS: [(&str, &str); 7] = [
    ("元旦", "New Year's Day"),
    ("春节", "Spring Festival"),
    ("清明节", "Tomb-Sweeping Day"),
    ("劳动节", "Labour Day"),
    ("端午节", "Dragon Boat Festival"),
    ("中秋节", "Mid-Autumn Festival"),
    ("国庆节", "National Day"),
];

const NUMERALS: [&str; 10] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

/// Reads the text of a notice, in the form it has had since 2017.
///
/// The weekdays, the totals and the numbers of the list are checks: a text in which they do not
/// agree is refused. When two holidays share their days, all of them bear both names.
pub fn read_notice(text: &str) -> Result<WorkYear, NoticeProblem> {
    let lines: Vec<String> = text.lines().map(plain).collect();
    let year = lines.iter().find_map(|line| year_of(line)).ok_or_else(|| {
        let first = lines.iter().find(|line| !line.is_empty());
        NoticeProblem::new(1, Expected::Year, first.map_or("", String::as_str))
    })?;
    let mut notice = Reading { year, days_off: Vec::new(), make_up_days: Vec::new() };
    let mut named = BTreeSet::new();
    let mut number = 0;
    for (at, line) in lines.iter().enumerate() {
        let problem = |(expected, found): Mismatch| NoticeProblem::new(at + 1, expected, &found);
        let Some((numeral, item)) = numbered(line) else {
            // Only the reasons before the list may speak of days off without ordering them.
            if 0 < number && names_days(line) {
                return Err(problem((Expected::Item { number: number + 1 }, line.clone())));
            }
            continue;
        };
        let (zh, sentences) = match item.split_once('：') {
            Some(parts) if NUMERALS.get(number) == Some(&numeral) => parts,
            Some(_) | None => {
                return Err(problem((Expected::Item { number: number + 1 }, line.clone())));
            }
        };
        number += 1;
        let en = english(zh).map_err(problem)?;
        named.extend(zh.split('、').map(str::to_owned));
        notice.item(zh, &en, sentences).map_err(problem)?;
    }
    if let Some((zh, _)) = HOLIDAYS.into_iter().find(|(zh, _)| !named.contains(*zh)) {
        return Err(NoticeProblem::new(lines.len().max(1), Expected::Holiday { zh }, ""));
    }
    let Reading { days_off, make_up_days, .. } = notice;
    Ok(WorkYear { year, status: YearStatus::Official, days_off, make_up_days })
}

/// A line without spaces, with wide punctuation and narrow digits.
fn plain(line: &str) -> String {
    let characters = line.chars().filter(|it| !it.is_whitespace() && *it != '\u{feff}');
    let plain = characters.map(|it| match it {
        ':' => '：',
        ',' => '，',
        '(' => '（',
        ')' => '）',
        '０'..='９' => {
            char::from_digit(it as u32 - '０' as u32, 10).expect("one of the ten digits")
        }
        other => other,
    });
    plain.collect()
}

/// The year in the title, `2026年部分节假日安排`, or in the first sentence, `2026年元旦、…`.
fn year_of(line: &str) -> Option<i32> {
    line.match_indices('年').find_map(|(at, sign)| {
        let after = &line[at + sign.len()..];
        let is_title = after.starts_with("部分节假日") || after.starts_with("元旦");
        let digits = line.get(at.checked_sub(4)?..at).filter(|_| is_title)?;
        digits.parse().ok()
    })
}

/// `一、元旦：…` as its numeral and what follows.
fn numbered(line: &str) -> Option<(&str, &str)> {
    let (numeral, item) = line.split_once('、')?;
    NUMERALS.contains(&numeral).then_some((numeral, item))
}

/// Does this line arrange days, as a holiday's line does that was broken in two?
fn names_days(line: &str) -> bool {
    (line.contains("放假") || line.contains("上班") || line.contains('共'))
        && line.contains(['日', '天'])
        && line.contains(|character: char| character.is_ascii_digit())
}

fn english(zh: &str) -> Result<String, Mismatch> {
    let names = zh.split('、').map(|name| {
        let known = HOLIDAYS.iter().find(|(zh, _)| *zh == name);
        known.map(|(_, en)| *en).ok_or_else(|| (Expected::KnownHoliday, name.to_owned()))
    });
    Ok(names.collect::<Result<Vec<_>, _>>()?.join(" and "))
}

/// What has been read of a notice so far.
struct Reading {
    year: i32,
    days_off: Vec<DaysOff>,
    make_up_days: Vec<MakeUpDay>,
}

impl Reading {
    /// The sentences of one holiday.
    fn item(&mut self, zh: &str, en: &str, sentences: &str) -> Result<(), Mismatch> {
        let n_before = self.days_off.len();
        for sentence in sentences.split('。').filter(|sentence| !sentence.is_empty()) {
            if let Some(days) = sentence.strip_suffix("上班") {
                self.worked(zh, en, days)?;
            } else if !sentence.starts_with("鼓励") {
                // Advice to employers names days too, but orders none of them.
                self.off(zh, en, sentence)?;
            }
        }
        match self.days_off.len() == n_before {
            true => Err((Expected::Sentence, sentences.to_owned())),
            false => Ok(()),
        }
    }

    /// `1月28日（周三）至2月4日（周二）放假调休，共8天`.
    fn off(&mut self, zh: &str, en: &str, sentence: &str) -> Result<(), Mismatch> {
        let mut n_days = 0;
        for clause in sentence.split('，') {
            let mut words = Words::new(clause);
            let total = if words.take("共") {
                Some(counted(&mut words, clause)?)
            } else if ["与周末连休", "不调休"].contains(&clause) {
                None
            } else {
                let (from, to) = words.days(self.year)?;
                n_days += from.iter_days().take_while(|day| *day <= to).count();
                self.must_be_fresh(from, to, clause)?;
                self.days_off.push(DaysOff { from, to, zh: zh.to_owned(), en: en.to_owned() });
                after_days_off(&mut words, clause)?
            };
            if total.is_some_and(|total| usize::try_from(total) != Ok(n_days)) {
                return Err((Expected::Total { n_days }, clause.to_owned()));
            }
        }
        Ok(())
    }

    /// `9月28日（周日）、10月11日（周六）`.
    fn worked(&mut self, zh: &str, en: &str, days: &str) -> Result<(), Mismatch> {
        let mut words = Words::new(days);
        loop {
            let found = words.rest();
            let day = words.date(self.year, None)?;
            match day.weekday() {
                Weekday::Sat | Weekday::Sun => self.must_be_fresh(day, day, found)?,
                Weekday::Mon | Weekday::Tue | Weekday::Wed | Weekday::Thu | Weekday::Fri => {
                    return Err((Expected::WeekendDay, found.to_owned()));
                }
            }
            self.make_up_days.push(MakeUpDay { day, zh: zh.to_owned(), en: en.to_owned() });
            if words.rest().is_empty() {
                return Ok(());
            }
            if !words.take("、") && !words.take("和") {
                return Err((Expected::Sentence, words.rest().to_owned()));
            }
        }
    }

    fn must_be_fresh(&self, from: Day, to: Day, found: &str) -> Result<(), Mismatch> {
        let is_ours = |day: Day| {
            day.year() == self.year || (day.year() + 1 == self.year && day.month() == 12)
        };
        if !is_ours(from) || !is_ours(to) {
            return Err((Expected::DayOf { year: self.year }, found.to_owned()));
        }
        let is_off = self.days_off.iter().any(|off| from <= off.to && off.from <= to);
        let is_worked = self.make_up_days.iter().any(|made| from <= made.day && made.day <= to);
        match is_off || is_worked {
            true => Err((Expected::FreshDay, found.to_owned())),
            false => Ok(()),
        }
    }
}

/// `放假`, `放假调休`, `补休` or `放假1天`, whose number is a total.
fn after_days_off(words: &mut Words<'_>, clause: &str) -> Result<Option<u32>, Mismatch> {
    match words.rest() {
        "放假" | "放假调休" | "补休" | "调休" => Ok(None),
        _ if words.take("放假") => counted(words, clause).map(Some),
        _ => Err((Expected::Sentence, clause.to_owned())),
    }
}

/// `8天`, and nothing after it.
fn counted(words: &mut Words<'_>, clause: &str) -> Result<u32, Mismatch> {
    let total = words.number("天").filter(|_| words.rest().is_empty());
    total.ok_or_else(|| (Expected::Sentence, clause.to_owned()))
}

#[cfg(test)]
mod tests;
