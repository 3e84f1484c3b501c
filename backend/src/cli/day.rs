//! `huiyin day`: whether people work on a day, and the calendar a new notice makes.

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use huiyin_domain::calendar::{DayFacts, DayKind, DayName, WorkCalendar, read_notice};
use huiyin_domain::time::{Day, parse_day};
use serde::Serialize;

use crate::trouble::Trouble;

/// Which day is asked about, or which notice is read.
#[derive(Args, Debug)]
pub struct DayArgs {
    /// The day, as 2026-10-10
    #[arg(required_unless_present = "notice", conflicts_with = "notice")]
    date: Option<String>,
    /// Another calendar than the program's own: a data file as --notice writes it
    #[arg(long, value_name = "FILE")]
    calendar: Option<PathBuf>,
    /// The text of a State Council notice: prints the calendar with its year put in
    #[arg(long, value_name = "FILE")]
    notice: Option<PathBuf>,
    /// How the answer is printed
    #[arg(long, value_enum, default_value_t = Format::Text, conflicts_with = "notice")]
    format: Format,
}

/// How an answer is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A sentence
    Text,
    /// One JSON object
    Json,
}

/// The answer for another program.
#[derive(Debug, Serialize)]
struct DayJson<'a> {
    date: String,
    is_workday: bool,
    kind: &'static str,
    name: Option<&'a str>,
    certain: bool,
}

/// Prints what is known about the day, or the calendar with the notice's year.
pub fn run(args: &DayArgs) -> Result<(), Trouble> {
    let calendar = match &args.calendar {
        Some(path) => read_calendar(path)?,
        None => WorkCalendar::built_in(),
    };
    let printed = match (&args.notice, &args.date) {
        (Some(path), _) => with_notice(&calendar, path)?,
        (None, date) => answer(&calendar, date.as_deref().unwrap_or_default(), args.format)?,
    };
    // Whoever reads through `head` has seen enough: a closed pipe is no failure.
    let _ = std::io::stdout().write_all(printed.as_bytes());
    Ok(())
}

fn answer(calendar: &WorkCalendar, raw: &str, format: Format) -> Result<String, Trouble> {
    let day = parse_day(raw).ok_or_else(|| {
        Trouble::input(format!(
            "\"{raw}\" is not a day of the calendar: write year, month and day, as 2026-10-10."
        ))
    })?;
    let facts = calendar.facts(day).map_err(|unknown| {
        let year = unknown.year;
        Trouble::input(format!(
            "The calendar does not know {year}: save the text of the State Council's notice for \
             {year}, run `huiyin day --notice NOTICE.txt > calendar.json`, then ask again with \
             `--calendar calendar.json`."
        ))
    })?;
    match format {
        Format::Text => Ok(sentence(day, &facts)),
        Format::Json => json(day, &facts),
    }
}

fn json(day: Day, facts: &DayFacts) -> Result<String, Trouble> {
    let told = DayJson {
        date: day.to_string(),
        is_workday: facts.is_workday(),
        kind: facts.kind_word(),
        name: facts.name.as_ref().map(|name| name.zh.as_str()),
        certain: facts.is_certain(),
    };
    serde_json::to_string(&told)
        .map(|text| text + "\n")
        .map_err(|error| Trouble::new(format!("The answer cannot be written as JSON: {error}.")))
}

fn sentence(day: Day, facts: &DayFacts) -> String {
    let kind = match facts.kind {
        DayKind::Workday => "a working day",
        DayKind::MakeUpDay => "a working day, made up for a holiday",
        DayKind::Weekend => "a day off, a weekend",
        DayKind::Holiday => "a day off, a holiday",
    };
    let name = facts.name.as_ref().map(named).unwrap_or_default();
    let surely = match facts.is_certain() {
        true => "",
        false => " A notice still to come can change it.",
    };
    format!("{day} ({}) is {kind}{name}.{surely}\n", day.format("%A"))
}

fn named(name: &DayName) -> String {
    format!(": {} ({})", name.en, name.zh)
}

/// A calendar file.
pub(super) fn read_calendar(path: &Path) -> Result<WorkCalendar, Trouble> {
    WorkCalendar::parse(&read_text(path)?).map_err(|problem| said_of(path, &problem.to_string()))
}

fn with_notice(calendar: &WorkCalendar, path: &Path) -> Result<String, Trouble> {
    let year =
        read_notice(&read_text(path)?).map_err(|problem| said_of(path, &problem.to_string()))?;
    let calendar =
        calendar.with_year(year).map_err(|problem| said_of(path, &problem.to_string()))?;
    Ok(calendar.to_text())
}

fn read_text(path: &Path) -> Result<String, Trouble> {
    let bytes = std::fs::read(path).map_err(|error| {
        let path = path.display();
        Trouble::new(format!("Cannot read {path}: {error}. Check the path and its permissions."))
    })?;
    String::from_utf8(bytes)
        .map_err(|_| said_of(path, "expected UTF-8 text, found other bytes; save it as UTF-8"))
}

fn said_of(path: &Path, problem: &str) -> Trouble {
    Trouble::input(format!("{}: {problem}.", path.display()))
}
