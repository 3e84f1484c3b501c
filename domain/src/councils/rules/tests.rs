//! Stories of rules and slots: what is proposed, what is refused, and what a new year moves.
use super::*;
use crate::{
    calendar::{Certainty, DaysOff, MakeUpDay, WorkYear, YearStatus},
    councils::{Reason, SlotKind},
    ids::CouncilId,
    problems::FieldFault,
    refusals::Refusal,
    time::{parse_clock, parse_day},
    words::{Words, WordsProblem},
};

fn day(raw: &str) -> Day {
    parse_day(raw).unwrap()
}

fn clock(raw: &str) -> NaiveTime {
    parse_clock(raw).unwrap()
}

/// `2026-12-05 14:30-16:00`.
fn hours(raw: &str) -> Hours {
    let (date, times) = raw.split_once(' ').unwrap();
    let (from, until) = times.split_once('-').unwrap();
    Hours { day: day(date), from: clock(from), until: clock(until) }
}

fn said(hours: &Hours) -> String {
    format!("{} {}-{}", hours.day, hours.from.format("%H:%M"), hours.until.format("%H:%M"))
}

fn now() -> Moment {
    Moment::parse("2026-09-01T08:00:00+08:00").unwrap()
}

fn calendar() -> WorkCalendar {
    WorkCalendar::built_in()
}

fn form(from: &str, until: &str, parts: &[RulePart]) -> SlotRuleForm {
    let start = |part: &RulePart| (*part, part.usual_start().format("%H:%M").to_string());
    SlotRuleForm {
        from_day: from.to_owned(),
        until_day: until.to_owned(),
        starts: parts.iter().map(start).collect(),
        room: RoomForm {
            room: "居委会二楼".to_owned(),
            seats: "30".to_owned(),
            ..RoomForm::default()
        },
        ..SlotRuleForm::default()
    }
}

fn proposed(from: &str, until: &str, parts: &[RulePart]) -> Vec<String> {
    let rule = form(from, until, parts).parse(day("2026-09-01")).unwrap();
    propose(&rule, &calendar(), now()).unwrap().iter().map(said).collect()
}

/// Everything that is wrong with a form, by field.
fn faults(form: &SlotRuleForm) -> Vec<(String, FieldFault)> {
    let problems = form.parse(day("2026-11-22")).unwrap_err();
    problems.into_iter().map(|problem| (problem.field, problem.fault)).collect()
}

#[test]
fn the_usual_start_fits_into_its_part_for_the_usual_length() {
    for part in RulePart::ALL {
        let until = plus_minutes(part.usual_start(), MINUTES_USUAL).unwrap();
        assert!(part.window().holds(part.usual_start(), until), "{part:?}");
    }
}

#[test]
fn a_rule_leaves_holidays_out_and_takes_a_make_up_saturday_for_a_working_day() {
    // 2026-10-01 to 07 are off; Saturday the 10th makes up for them.
    let all = proposed("2026-09-30", "2026-10-11", &RulePart::ALL);
    assert_eq!(
        all,
        [
            "2026-09-30 19:30-21:00",
            "2026-10-08 19:30-21:00",
            "2026-10-09 19:30-21:00",
            "2026-10-10 19:30-21:00",
            "2026-10-11 09:30-11:00",
            "2026-10-11 14:30-16:00",
            "2026-10-11 19:00-20:30",
        ]
    );
    let mornings = proposed("2026-09-30", "2026-10-11", &[RulePart::WeekendMorning]);
    assert_eq!(mornings, ["2026-10-11 09:30-11:00"]);
}

#[test]
fn nothing_is_proposed_that_has_begun() {
    let evenings = form("2026-11-23", "2026-11-24", &[RulePart::WorkdayEvening]);
    let rule = evenings.parse(day("2026-11-23")).unwrap();
    let at = |raw| propose(&rule, &calendar(), Moment::parse(raw).unwrap()).unwrap().len();
    assert_eq!(at("2026-11-23T19:29:00+08:00"), 2);
    assert_eq!(at("2026-11-23T19:30:00+08:00"), 1);
}

#[test]
fn a_rule_that_reaches_into_an_unknown_year_asks_for_its_data() {
    let rule = form("2027-12-30", "2028-01-02", &RulePart::ALL).parse(day("2026-11-22")).unwrap();
    assert_eq!(propose(&rule, &calendar(), now()), Err(UnknownYear { year: 2028 }));
}

#[test]
fn a_proposed_time_becomes_a_slot_of_the_rules_room() {
    let evenings = form("2026-12-01", "2026-12-01", &[RulePart::WorkdayEvening]);
    let rule = SlotRuleForm { facilitators: vec![StaffId(2)], ..evenings };
    let rule = rule.parse(day("2026-11-22")).unwrap();
    let times = propose(&rule, &calendar(), now()).unwrap();
    let slot = rule.slot(SlotId(1), times[0]);
    assert_eq!((slot.room.seats, slot.room.online), (30, 0));
    assert_eq!(slot.facilitators, [StaffId(2)]);
    assert!(check_slot(slot.hours, None, &calendar(), now()).is_ok());
}

#[test]
fn a_form_tells_everything_that_is_wrong_at_once() {
    let wrong = SlotRuleForm {
        from_day: "2026-11-21".to_owned(),
        minutes: "200".to_owned(),
        facilitators: vec![StaffId(1); FACILITATORS_MAX + 1],
        room: RoomForm { link: "zoom".to_owned(), ..RoomForm::default() },
        ..SlotRuleForm::default()
    };
    let range = |least, most| FieldFault::OutOfRange { least, most };
    let expected = [
        ("from_day", FieldFault::Date),
        ("until_day", FieldFault::Date),
        ("minutes", range(MINUTES_LEAST, MINUTES_MOST)),
        ("starts", FieldFault::NothingChosen),
        ("room", FieldFault::Words(WordsProblem::Empty)),
        ("link", FieldFault::NotAnAddress),
        ("seats", range(1, PLACES_MAX)),
        ("facilitators", FieldFault::TooMany { max: FACILITATORS_MAX }),
    ];
    assert_eq!(faults(&wrong), expected.map(|(field, fault)| (field.to_owned(), fault)));
}

#[test]
fn a_start_at_which_the_council_would_last_too_long_is_said_with_its_hours() {
    let mut evenings = form("2026-12-01", "2026-12-31", &[RulePart::WeekendEvening]);
    evenings.minutes = "１２０".to_owned();
    assert!(evenings.parse(day("2026-11-22")).is_ok());
    for start in ["19:30", "18:30", "23:30", "7", ""] {
        evenings.starts.insert(RulePart::WeekendEvening, start.to_owned());
        let window = RulePart::WeekendEvening.window();
        let outside = FieldFault::OutsideWindow { window };
        assert_eq!(faults(&evenings), [("starts.weekend_evening".to_owned(), outside)], "{start}");
    }
}

#[test]
fn a_rule_spans_a_season_and_no_more() {
    let parts = [RulePart::WorkdayEvening];
    let season = form("2026-12-01", "2027-03-02", &parts);
    assert!(season.parse(day("2026-11-22")).is_ok());
    let longer = SlotRuleForm { until_day: "2027-03-03".to_owned(), ..season };
    let too_far = FieldFault::DayTooFar { latest: day("2027-03-02") };
    assert_eq!(faults(&longer), [("until_day".to_owned(), too_far)]);
    let back = form("2026-12-02", "2026-12-01", &parts);
    assert_eq!(faults(&back), [("until_day".to_owned(), FieldFault::Date)]);
}

#[test]
fn a_room_may_be_a_line_alone_and_a_link_needs_places_on_it() {
    let line = RoomForm {
        room: "视频会议".to_owned(),
        online: "100".to_owned(),
        link: "https://meet.example.cn/1".to_owned(),
        ..RoomForm::default()
    };
    let room = line.parse().unwrap();
    assert_eq!((room.seats, room.online, room.link.is_some()), (0, 100, true));
    let no_places = RoomForm { online: String::new(), seats: "20".to_owned(), ..line };
    assert_eq!(no_places.parse().unwrap_err()[0].field, "online");
}

#[test]
fn a_form_survives_the_wire_with_its_room_beside_the_rest() {
    let form = form("2026-12-01", "2026-12-31", &[RulePart::WorkdayEvening]);
    let wire = serde_json::to_value(&form).unwrap();
    assert_eq!(wire["starts"]["workday_evening"], "19:30");
    assert_eq!(wire["seats"], "30");
    assert_eq!(serde_json::from_value::<SlotRuleForm>(wire).unwrap(), form);
    assert_eq!(serde_json::from_str::<SlotRuleForm>("{}").unwrap(), SlotRuleForm::default());
}

#[test]
fn a_slot_is_refused_for_one_reason_that_names_it() {
    let refused = |raw: &str| check_slot(hours(raw), None, &calendar(), now()).unwrap_err();
    let no = |raw: &str, problem| Refusal::NoSlot { hours: hours(raw), problem };
    for (raw, problem) in [
        ("2026-12-05 16:00-14:30", SlotProblem::EndsBeforeItBegins),
        ("2026-12-05 16:00-16:00", SlotProblem::EndsBeforeItBegins),
        ("2026-12-05 07:30-09:00", SlotProblem::AtNight),
        ("2026-12-05 20:45-22:15", SlotProblem::AtNight),
        ("2026-12-05 14:30-14:45", SlotProblem::WrongLength { least: 30, most: 240 }),
        ("2026-12-05 14:00-18:01", SlotProblem::WrongLength { least: 30, most: 240 }),
        ("2026-08-29 14:30-16:00", SlotProblem::InThePast),
        ("2026-09-01 08:00-09:00", SlotProblem::InThePast),
        ("2026-12-02 09:30-11:00", SlotProblem::InWorkingHours),
        ("2026-12-02 17:30-19:00", SlotProblem::InWorkingHours),
        ("2026-10-10 09:30-11:00", SlotProblem::InWorkingHours),
    ] {
        assert_eq!(refused(raw), no(raw, problem), "{raw}");
    }
    assert_eq!(refused("2028-01-08 09:30-11:00"), Refusal::UnknownYear { year: 2028 });
}

#[test]
fn a_slot_lies_within_the_day_and_is_as_long_as_a_council_can_be() {
    for raw in ["2026-12-05 08:00-12:00", "2026-12-05 18:00-22:00", "2026-12-05 14:30-15:00"] {
        assert!(check_slot(hours(raw), None, &calendar(), now()).is_ok(), "{raw}");
    }
}

#[test]
fn a_written_reason_opens_working_hours_and_nothing_else() {
    let reason = Reason::parse("区里的专家只有上午能来").unwrap();
    let check = |raw: &str| check_slot(hours(raw), Some(&reason), &calendar(), now());
    let facts = check("2026-12-02 09:30-11:00").unwrap();
    assert_eq!(facts.kind, SlotKind::WorkingHours);
    assert!(check("2026-08-05 09:30-11:00").is_err());
}

#[test]
fn a_provisional_day_and_a_holiday_are_said_and_allowed() {
    let facts = |raw: &str| check_slot(hours(raw), None, &calendar(), now()).unwrap();
    let sunday = facts("2026-11-29 14:30-16:00");
    assert!(!sunday.is_provisional() && !sunday.is_on_holiday());
    let next_year = facts("2027-03-02 19:30-21:00");
    assert!(next_year.is_provisional());
    assert_eq!(next_year.day.certainty, Certainty::Provisional);
    assert!(facts("2026-10-01 19:30-21:00").is_on_holiday());
}

#[test]
fn one_room_holds_one_slot_at_a_time() {
    let rule = form("2026-12-01", "2026-12-01", &RulePart::ALL).parse(day("2026-11-22")).unwrap();
    let slot = |id, raw| rule.slot(SlotId(id), hours(raw));
    let first = slot(1, "2026-12-05 14:00-15:30");
    let next = slot(2, "2026-12-05 15:30-17:00");
    assert_eq!(check_rooms(&[first.clone(), next.clone()]), Ok(()));
    let mut between = slot(3, "2026-12-05 15:00-16:00");
    let taken = SlotProblem::RoomTaken { room: between.room.name.clone(), by: first.hours };
    let refusal = Refusal::NoSlot { hours: between.hours, problem: taken };
    let slots = |third: &Slot| [first.clone(), next.clone(), third.clone()];
    assert_eq!(check_rooms(&slots(&between)), Err(refusal));
    between.room.name = Words::parse("3 号楼议事角").unwrap();
    assert_eq!(check_rooms(&slots(&between)), Ok(()));
}

/// The built-in calendar with a notice for 2027 that has come: the spring festival begins on
/// 5 February, and Saturday 30 January makes up for it.
fn with_notice() -> WorkCalendar {
    let named = |zh: &str, en: &str| (zh.to_owned(), en.to_owned());
    let (zh, en) = named("春节", "Spring Festival");
    let off = DaysOff { from: day("2027-02-05"), to: day("2027-02-12"), zh, en };
    let (zh, en) = named("春节", "Spring Festival");
    let year = WorkYear {
        year: 2027,
        status: YearStatus::Official,
        days_off: vec![off],
        make_up_days: vec![MakeUpDay { day: day("2027-01-30"), zh, en }],
    };
    calendar().with_year(year).unwrap()
}

fn published(council: u32, raw: &str) -> PublishedSession<'static> {
    PublishedSession {
        council: CouncilId(council),
        hours: hours(raw),
        why_in_working_hours: None,
        on_holiday: false,
        notice_days: 0,
    }
}

#[test]
fn a_new_years_notice_moves_the_sessions_whose_day_it_changed() {
    let sessions = [
        published(1, "2027-01-29 19:30-21:00"),
        published(2, "2027-01-30 14:30-16:00"),
        published(3, "2027-01-30 19:30-21:00"),
        published(4, "2027-02-05 19:30-21:00"),
    ];
    let found = moved(&sessions, &with_notice(), now()).unwrap();
    let told = |to: Option<Hours>| to.as_ref().map(said).unwrap_or_default();
    let rows: Vec<_> = found
        .iter()
        .map(|it| (it.council.0, told(it.before), told(it.after), told(it.nearest())))
        .collect();
    let row = |council: u32, before: &str, after: &str, nearest: &str| {
        (council, before.to_owned(), after.to_owned(), nearest.to_owned())
    };
    assert_eq!(
        rows,
        [
            row(2, "2027-01-24 14:30-16:00", "2027-01-31 14:30-16:00", "2027-01-31 14:30-16:00"),
            row(4, "2027-02-04 19:30-21:00", "2027-02-13 19:30-21:00", "2027-02-04 19:30-21:00"),
        ]
    );
    assert!(
        matches!(&found[0].clash, Clash::WorkingHours { name: Some(name) } if name.zh == "春节")
    );
    assert!(matches!(&found[1].clash, Clash::Holiday { name } if name.zh == "春节"));
}

#[test]
fn sessions_that_move_keep_out_of_each_others_way() {
    let sessions = [
        published(1, "2027-01-30 14:30-16:00"),
        published(2, "2027-01-30 15:00-16:30"),
        published(3, "2027-01-31 16:00-17:00"),
    ];
    let found = moved(&sessions, &with_notice(), now()).unwrap();
    assert_eq!(found[0].after, Some(hours("2027-01-31 14:30-16:00")));
    assert_eq!(found[1].after, Some(hours("2027-02-13 15:00-16:30")));
}

#[test]
fn only_days_are_proposed_of_which_notice_can_still_be_given() {
    let session = PublishedSession { notice_days: 5, ..published(1, "2027-01-30 14:30-16:00") };
    let at = |raw| {
        let now = Moment::parse(raw).unwrap();
        moved(&[session], &with_notice(), now).unwrap().remove(0)
    };
    assert_eq!(at("2027-01-19T12:00:00+08:00").before, Some(hours("2027-01-24 14:30-16:00")));
    let late = at("2027-01-28T12:00:00+08:00");
    assert_eq!((late.before, late.after), (None, Some(hours("2027-02-13 14:30-16:00"))));
}

#[test]
fn a_council_that_was_put_on_a_holiday_stays_there() {
    let chosen = PublishedSession { on_holiday: true, ..published(1, "2027-02-06 14:30-16:00") };
    assert_eq!(moved(&[chosen], &with_notice(), now()), Ok(Vec::new()));
    let became = PublishedSession { on_holiday: false, ..chosen };
    assert_eq!(moved(&[became], &with_notice(), now()).unwrap().len(), 1);
}

#[test]
fn what_is_over_or_has_its_reason_stays() {
    let reason = Reason::parse("区里的专家只有上午能来").unwrap();
    let with_reason = PublishedSession {
        why_in_working_hours: Some(&reason),
        ..published(1, "2027-01-30 14:30-16:00")
    };
    assert_eq!(moved(&[with_reason], &with_notice(), now()), Ok(Vec::new()));
    let session = [published(1, "2027-01-30 14:30-16:00")];
    let at = |raw| moved(&session, &with_notice(), Moment::parse(raw).unwrap()).unwrap();
    assert_eq!(at("2027-01-30T15:00:00+08:00"), []);
    // Only the future is proposed.
    let before = at("2027-01-29T12:00:00+08:00").remove(0).before;
    assert_eq!(before, None);
    let unknown = [published(1, "2028-01-08 14:30-16:00")];
    assert_eq!(moved(&unknown, &with_notice(), now()), Err(UnknownYear { year: 2028 }));
}
