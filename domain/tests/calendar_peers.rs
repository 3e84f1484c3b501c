//! Somebody else's calendars: PyPI's `chinesecalendar` and npm's `chinese-days` say the same of
//! every day for which the notice has come.
//!
//! `HUIYIN_PABUTOOLS_PYTHON` names a Python that has the first; the second is found where
//! `npm ci` puts it.
#![allow(clippy::unwrap_used, reason = "a test that falls over says where")]

use std::path::Path;
use std::process::Command;

use huiyin_domain::calendar::{DayFacts, WorkCalendar, YearStatus};
use huiyin_domain::time::Day;
use serde_json::Value;

/// What a script says of every day of these years: `{"2026-10-10": [true, "国庆节"]}`.
fn ask(program: &Path, script: &str, years: &[i32]) -> Value {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(script);
    let years = years.iter().map(i32::to_string);
    let output = Command::new(program).arg(script).args(years).output().unwrap();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "the script failed:\n{errors}");
    serde_json::from_slice(&output.stdout).unwrap()
}

fn official_years(calendar: &WorkCalendar) -> Vec<i32> {
    let years = calendar.years().filter(|year| year.status == YearStatus::Official);
    years.map(|year| year.year).collect()
}

/// Every day of the official years, as we know it.
fn known_days(calendar: &WorkCalendar) -> Vec<(Day, DayFacts)> {
    let years = official_years(calendar);
    let days = years.iter().flat_map(|year| {
        let first = Day::from_ymd_opt(*year, 1, 1).unwrap();
        first.iter_days().take_while(move |day| *day < first + chrono::Months::new(12))
    });
    days.map(|day| (day, calendar.facts(day).unwrap())).collect()
}

fn compare(peer: &str, said: &Value) {
    let calendar = WorkCalendar::built_in();
    let days = known_days(&calendar);
    assert_eq!(said.as_object().unwrap().len(), days.len(), "{peer}");
    for (day, facts) in days {
        let theirs = &said[day.to_string()];
        assert_eq!(theirs[0].as_bool(), Some(facts.is_workday()), "{peer}: {day}");
        let name = facts.name.map(|name| name.zh);
        assert_eq!(theirs[1].as_str(), name.as_deref(), "{peer}: {day}");
    }
}

#[test]
fn chinesecalendar_knows_the_same_working_days() {
    let Some(python) = std::env::var_os("HUIYIN_PABUTOOLS_PYTHON") else {
        eprintln!(
            "SKIPPED: nothing is compared with chinesecalendar; HUIYIN_PABUTOOLS_PYTHON is not set"
        );
        return;
    };
    let years = official_years(&WorkCalendar::built_in());
    compare("chinesecalendar", &ask(Path::new(&python), "chinesecalendar_oracle.py", &years));
}

#[test]
fn chinese_days_knows_the_same_working_days() {
    let package = Path::new(env!("CARGO_MANIFEST_DIR")).join("../node_modules/chinese-days");
    if !package.exists() {
        eprintln!("SKIPPED: nothing is compared with chinese-days; run `npm ci` to have it");
        return;
    }
    let years = official_years(&WorkCalendar::built_in());
    compare("chinese-days", &ask(Path::new("node"), "chinese_days_oracle.mjs", &years));
}
