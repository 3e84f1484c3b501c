//! The calendar of the program against the days on which five packages agree, and the notices.
#![allow(clippy::unwrap_used, reason = "a test that falls over says where")]

use huiyin_domain::calendar::{DayKind, UnknownYear, WorkCalendar, read_notice};
use huiyin_domain::time::{Day, parse_day};

/// One row of the agreed days.
struct Row<'a> {
    day: Day,
    is_workday: bool,
    name: &'a str,
    kind: &'a str,
}

fn rows() -> Vec<Row<'static>> {
    let text = include_str!("data/calendar/cn-days-2024-2027.csv");
    let rows = text.lines().skip(1).map(|line| {
        let fields: Vec<&str> = line.split(',').collect();
        let day = parse_day(fields[0]).unwrap();
        Row { day, is_workday: fields[1] == "1", name: fields[2], kind: fields[3] }
    });
    rows.collect()
}

#[test]
fn every_day_is_what_the_packages_agree_on() {
    let calendar = WorkCalendar::built_in();
    let rows = rows();
    assert_eq!(rows.len(), 366 + 365 + 365 + 365);
    for row in &rows {
        let facts = calendar.facts(row.day).unwrap();
        let name = facts.name.as_ref().map_or("", |name| name.zh.as_str());
        let found = (facts.is_workday(), name, facts.kind_word());
        assert_eq!(found, (row.is_workday, row.name, row.kind), "{}", row.day);
        assert_eq!(calendar.is_workday(row.day), Ok(row.is_workday));
        // The last notice is that for 2026, and the next one can reach into December.
        assert_eq!(facts.is_certain(), row.day < parse_day("2026-12-01").unwrap(), "{}", row.day);
    }
}

#[test]
fn counting_on_and_counting_between_agree_from_every_day() {
    let calendar = WorkCalendar::built_in();
    let rows = rows();
    for from in rows.iter().step_by(7) {
        for n in [1, 5, 23] {
            let to = calendar.after_working_days(from.day, n);
            let between =
                rows.iter().filter(|row| from.day < row.day && row.day <= to && row.is_workday);
            let n_known = between.count() as u32;
            match calendar.facts(to) {
                Ok(facts) => assert!(facts.is_workday() && n_known == n, "{} {n}", from.day),
                Err(UnknownYear { year }) => assert_eq!(year, 2028),
            }
            assert_eq!(calendar.working_days_between(from.day, to), n);
        }
    }
}

#[test]
fn each_published_notice_makes_the_data_of_its_year() {
    let calendar = WorkCalendar::built_in();
    let notices = [
        (2024, include_str!("data/calendar/notice-2024.txt")),
        (2025, include_str!("data/calendar/notice-2025.txt")),
        (2026, include_str!("data/calendar/notice-2026.txt")),
    ];
    for (number, text) in notices {
        let year = read_notice(text).unwrap_or_else(|problem| panic!("{number}: {problem}"));
        assert_eq!(year.year, number);
        let read = calendar.with_year(year).unwrap();
        for row in rows() {
            let (ours, theirs) = (calendar.facts(row.day).unwrap(), read.facts(row.day).unwrap());
            assert_eq!((ours.kind, ours.certainty), (theirs.kind, theirs.certainty), "{}", row.day);
            let Some((ours, theirs)) = ours.name.zip(theirs.name) else { continue };
            // Notices say 清明节 where packages say 清明, and one name for holidays that meet.
            assert!(theirs.zh.contains(&ours.zh), "{}: {} {}", row.day, ours.zh, theirs.zh);
        }
        assert_eq!(WorkCalendar::parse(&read.to_text()), Ok(read), "what is written is read again");
    }
}

#[test]
fn make_up_days_are_as_many_as_the_notices_ordered() {
    let calendar = WorkCalendar::built_in();
    for (year, n_expected) in [(2024, 8), (2025, 5), (2026, 6), (2027, 0)] {
        let first = Day::from_ymd_opt(year, 1, 1).unwrap();
        let kinds = first.iter_days().map_while(|day| {
            calendar.facts(day).ok().filter(|_| day < first + chrono::Months::new(12))
        });
        let n_found = kinds.filter(|facts| facts.kind == DayKind::MakeUpDay).count();
        assert_eq!(n_found, n_expected, "{year}");
    }
}
