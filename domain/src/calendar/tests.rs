//! Stories of the calendar that comes with the program, and of files that are none.
use super::*;
use crate::time::parse_day;

fn day(raw: &str) -> Day {
    parse_day(raw).unwrap()
}

fn facts(raw: &str) -> DayFacts {
    WorkCalendar::built_in().facts(day(raw)).unwrap()
}

#[test]
fn a_make_up_saturday_is_worked_and_says_for_which_holiday() {
    let saturday = facts("2026-10-10");
    assert_eq!(saturday.kind, DayKind::MakeUpDay);
    assert_eq!(saturday.kind_word(), "makeup_workday");
    assert!(saturday.is_workday() && saturday.is_certain());
    assert_eq!(saturday.name.unwrap().zh, "国庆节");
}

#[test]
fn a_day_is_as_certain_as_the_notice_for_it() {
    assert_eq!(facts("2026-11-30").certainty, Certainty::Certain);
    assert_eq!(facts("2025-12-31").certainty, Certainty::Certain);
    // The notice for 2027 can still begin its first holiday in December.
    assert_eq!(facts("2026-12-01").certainty, Certainty::Provisional);
    let new_year = facts("2027-01-01");
    assert_eq!(new_year.kind, DayKind::Holiday);
    assert_eq!(new_year.kind_word(), "provisional_statutory");
    assert!(!new_year.is_certain());
}

#[test]
fn a_year_without_data_is_never_guessed() {
    let calendar = WorkCalendar::built_in();
    for (raw, year) in [("2023-12-31", 2023), ("2028-01-01", 2028)] {
        assert_eq!(calendar.facts(day(raw)), Err(UnknownYear { year }));
        assert_eq!(calendar.is_workday(day(raw)), Err(UnknownYear { year }));
    }
    let words = UnknownYear { year: 2028 }.to_string();
    assert!(words.contains("does not know 2028"), "{words}");
}

#[test]
fn working_days_pass_over_the_long_holiday_and_count_the_make_up_days() {
    let calendar = WorkCalendar::built_in();
    // From Wednesday: 1 to 7 October are off; then Thursday, Friday and the make-up Saturday.
    let wednesday = day("2026-09-30");
    for (n, expected) in
        [(0, "2026-09-30"), (1, "2026-10-08"), (3, "2026-10-10"), (4, "2026-10-12")]
    {
        let found = calendar.after_working_days(wednesday, n);
        assert_eq!(found, day(expected), "{n}");
        assert_eq!(calendar.working_days_between(wednesday, found), n);
    }
    assert_eq!(calendar.working_days_between(wednesday, day("2026-10-07")), 0);
    assert_eq!(calendar.working_days_between(wednesday, wednesday), 0);
    assert_eq!(calendar.working_days_between(wednesday, day("2026-01-01")), 0);
}

#[test]
fn beyond_the_known_years_monday_to_friday_are_counted() {
    let calendar = WorkCalendar::built_in();
    // 31 December 2027 is a Friday.
    let found = calendar.after_working_days(day("2027-12-31"), 6);
    assert_eq!(found, day("2028-01-10"));
    assert_eq!(calendar.working_days_between(day("2027-12-31"), found), 6);
    assert!(calendar.facts(found).is_err());
    assert_eq!(calendar.after_working_days(Day::MAX, 1), Day::MAX);
}

#[test]
fn the_file_is_written_as_it_was_read() {
    assert_eq!(WorkCalendar::built_in().to_text(), include_str!("cn.json"));
}

#[test]
fn a_new_year_replaces_what_was_known_and_makes_december_certain() {
    let off = |from, to| DaysOff {
        from: day(from),
        to: day(to),
        zh: "元旦".to_owned(),
        en: "New Year's Day".to_owned(),
    };
    let year = WorkYear {
        year: 2027,
        status: YearStatus::Official,
        days_off: vec![off("2026-12-31", "2027-01-02")],
        make_up_days: Vec::new(),
    };
    let calendar = WorkCalendar::built_in().with_year(year).unwrap();
    let facts = calendar.facts(day("2026-12-31")).unwrap();
    assert_eq!((facts.kind, facts.certainty), (DayKind::Holiday, Certainty::Certain));
    assert!(calendar.facts(day("2026-12-01")).unwrap().is_certain());
    assert_eq!(calendar.is_workday(day("2027-02-05")), Ok(true));
    assert_eq!(calendar.years().count(), 4);
}

/// A file of one year with these lists.
fn file(days_off: &str, make_up_days: &str) -> String {
    format!(
        "{{\"years\": [{{\"year\": 2028, \"status\": \"official\", \
         \"days_off\": [{days_off}], \"make_up_days\": [{make_up_days}]}}]}}"
    )
}

fn off(from: &str, to: &str) -> String {
    format!("{{\"from\": \"{from}\", \"to\": \"{to}\", \"zh\": \"元旦\", \"en\": \"New Year\"}}")
}

#[test]
fn a_file_that_is_no_calendar_says_what_was_expected() {
    let saturday = "{\"day\": \"2028-01-08\", \"zh\": \"元旦\", \"en\": \"New Year\"}";
    assert!(WorkCalendar::parse(&file(&off("2028-01-01", "2028-01-03"), saturday)).is_ok());
    let marked = CalendarProblem::MarkedTwice { day: day("2028-01-08") };
    let cases = [
        (
            file("", &saturday.replace("-08", "-10")),
            CalendarProblem::WorkedAnyway { day: day("2028-01-10") },
        ),
        (file(&off("2028-01-07", "2028-01-09"), saturday), marked),
        (
            file(&off("2029-01-01", "2029-01-01"), ""),
            CalendarProblem::OutsideYear { year: 2028, day: day("2029-01-01") },
        ),
        (
            file(&off("2028-01-03", "2028-01-01"), ""),
            CalendarProblem::EndsBeforeItBegins { from: day("2028-01-03"), to: day("2028-01-01") },
        ),
        (
            file(&off("2028-01-01", "2028-01-01").replace("元旦", " "), ""),
            CalendarProblem::WithoutName { day: day("2028-01-01") },
        ),
        ("{\"years\": []}".to_owned(), CalendarProblem::NoYear),
    ];
    for (text, problem) in cases {
        assert_eq!(WorkCalendar::parse(&text), Err(problem), "{text}");
    }
    let twice = vec![WorkCalendar::parse(&file("", "")).unwrap().years[&2028].clone(); 2];
    assert_eq!(WorkCalendar::new(twice), Err(CalendarProblem::YearTwice { year: 2028 }));
    for text in ["", "[]", "{\"years\": [{\"year\": 2028}]}", "not JSON"] {
        let problem = WorkCalendar::parse(text).unwrap_err().to_string();
        assert!(problem.contains("line 1"), "{problem}");
    }
    let wrong = WorkCalendar::parse(&file(&off("2028-02-30", "2028-02-30"), "")).unwrap_err();
    assert!(wrong.to_string().contains("2028-02-30 is not a day"), "{wrong}");
}
