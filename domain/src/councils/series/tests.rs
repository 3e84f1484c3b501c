//! Series: what is refused and why, and what holds whatever the organiser does.
mod plan;

use super::*;
use crate::{
    calendar::{MakeUpDay, WorkCalendar, WorkYear, YearStatus},
    councils::{
        CouncilRefusal, Group,
        rules::{RoomForm, SlotProblem},
    },
    ids::ResidentId,
    problems::{FieldFault, ProblemKind},
    refusals::Refusal,
    residents::{StaffRole, Viewer},
    time::parse_day,
    times::{Attend, TimesForm, WeekTime, When},
};
use proptest::prelude::*;

const OFFICE: Viewer = Viewer::Staff { id: StaffId(1), role: StaffRole::Organiser };
const WANG: Viewer = Viewer::Resident { id: ResidentId(1) };

fn at(raw: &str) -> Moment {
    Moment::parse(&format!("{raw}:00+08:00")).unwrap()
}

/// Decides as somebody, at a moment; `found` is what the planner says.
fn ask(
    by: &Viewer,
    now: &str,
    series: &Series,
    found: Option<&Found>,
    command: Command,
) -> Result<Series, ProblemKind> {
    let calendar = WorkCalendar::built_in();
    let now = at(now);
    let scene = Scene { by, now, calendar: &calendar, n_answers: 3, is_over: false, found };
    decide(&scene, series, command).map(|event| apply(series, &event, now))
}

fn said(raw: &str) -> Reason {
    Reason::parse(raw).unwrap()
}

fn begun() -> Series {
    let (title, about) =
        SeriesForm { title: "十二月议事会".into(), about: "说说电梯。".into() }.parse().unwrap();
    begin(SeriesId(1), &Begun { title, about, needs: Needs::default() })
}

fn slot(day: &str, from: &str, until: &str) -> SlotForm {
    let room = RoomForm { room: "活动室".into(), seats: "30".into(), ..RoomForm::default() };
    SlotForm { day: day.into(), from: from.into(), until: until.into(), room, ..Default::default() }
}

fn add(slots: &[SlotForm]) -> Command {
    Command::AddSlots { slots: slots.to_vec() }
}

/// Two times, on a Wednesday evening and a Saturday morning.
fn with_slots() -> Series {
    let slots = [slot("2026-12-02", "19:30", "21:00"), slot("2026-12-05", "09:30", "11:00")];
    ask(&OFFICE, "2026-11-22T10:00", &begun(), None, add(&slots)).unwrap()
}

fn polling() -> Series {
    let open = Command::OpenPoll { until: at("2026-11-28T20:00") };
    ask(&OFFICE, "2026-11-22T10:00", &with_slots(), None, open).unwrap()
}

fn refused<T: std::fmt::Debug>(answer: Result<T, ProblemKind>) -> CouncilRefusal {
    let problem = answer.unwrap_err();
    let ProblemKind::Refused { refusal: Refusal::Council { why } } = problem else {
        panic!("{problem:?} is no refusal of councils");
    };
    why
}

fn fields<T: std::fmt::Debug>(answer: Result<T, ProblemKind>) -> Vec<(String, FieldFault)> {
    let problem = answer.unwrap_err();
    let ProblemKind::Invalid { problems } = problem else {
        panic!("{problem:?} names no fields");
    };
    problems.into_iter().map(|problem| (problem.field, problem.fault)).collect()
}

const ASKED: &str = "2026-11-22T10:00";

#[test]
fn who_leads_how_many_survives_the_record_and_the_wire() {
    let needs = Needs { facilitators: [(StaffId(3), 2)].into(), ..Needs::default() };
    let event = Event::NeedsSet { needs };
    let stored = serde_json::to_string(&event).unwrap();
    assert!(stored.contains(r#""facilitators":{"3":2}"#), "{stored}");
    assert_eq!(serde_json::from_str::<Event>(&stored).unwrap(), event);
    let form = NeedsForm { facilitators: [(StaffId(3), 2)].into(), ..NeedsForm::default() };
    let command = Command::SetNeeds { form };
    let sent = serde_json::to_string(&command).unwrap();
    assert_eq!(serde_json::from_str::<Command>(&sent).unwrap(), command);
}

#[test]
fn only_the_organiser_tends_a_series() {
    let open = || Command::OpenPoll { until: at("2026-11-28T20:00") };
    for (by, refusal) in [(Viewer::Guest, Refusal::SignInFirst), (WANG, Refusal::OrganiserOnly)] {
        let answer = ask(&by, ASKED, &with_slots(), None, open());
        assert_eq!(answer, Err(refusal.into()));
    }
}

#[test]
fn working_hours_need_a_written_public_reason() {
    let morning = slot("2026-12-02", "09:30", "11:00");
    let answer = ask(&OFFICE, ASKED, &begun(), None, add(std::slice::from_ref(&morning)));
    assert!(matches!(answer, Err(ProblemKind::Refused { refusal: Refusal::NoSlot { .. } })));
    let why = SlotForm { why_in_working_hours: "消防演练只能白天做。".into(), ..morning };
    let series = ask(&OFFICE, ASKED, &begun(), None, add(&[why])).unwrap();
    assert_eq!(series.slots[0].kind, SlotKind::WorkingHours);
}

#[test]
fn one_room_is_not_offered_twice_at_once() {
    let twice = [slot("2026-12-02", "19:30", "21:00"), slot("2026-12-02", "20:00", "21:30")];
    let answer = ask(&OFFICE, ASKED, &begun(), None, add(&twice));
    assert!(matches!(answer, Err(ProblemKind::Refused { refusal: Refusal::NoSlot { .. } })));
}

#[test]
fn every_slot_that_is_wrong_is_named() {
    let wrong = [slot("2026-12-02", "19:30", "21:00"), slot("", "21:00", "19:00")];
    let named = fields(ask(&OFFICE, ASKED, &begun(), None, add(&wrong)));
    assert_eq!(named, [("day-1".to_owned(), FieldFault::Date)]);
    let none = fields(ask(&OFFICE, ASKED, &begun(), None, add(&[])));
    assert_eq!(none, [("slots".to_owned(), FieldFault::NothingChosen)]);
}

#[test]
fn nobody_is_asked_about_fewer_times_than_councils() {
    let open = || Command::OpenPoll { until: at("2026-11-28T20:00") };
    let nothing = refused(ask(&OFFICE, ASKED, &begun(), None, open()));
    assert_eq!(nothing, CouncilRefusal::NoSlots);
    let mut three = with_slots();
    three.needs.n_sessions = 3;
    let few = refused(ask(&OFFICE, ASKED, &three, None, open()));
    assert_eq!(few, CouncilRefusal::FewerSlotsThanSessions { offered: 2, needed: 3 });
}

#[test]
fn residents_answer_before_the_first_of_the_times() {
    for until in ["2026-11-21T20:00", "2026-12-02T20:00"] {
        let open = Command::OpenPoll { until: at(until) };
        let named = fields(ask(&OFFICE, ASKED, &with_slots(), None, open));
        assert_eq!(named, [("until".to_owned(), FieldFault::Date)], "{until}");
    }
}

#[test]
fn there_is_a_day_to_choose_and_then_time_for_notice() {
    // The first time is on 2 December, with three days of notice: chosen on the 29th at the latest.
    assert_eq!(with_slots().latest_end(), parse_day("2026-11-28"));
    let until = |raw| Command::OpenPoll { until: at(raw) };
    let latest = parse_day("2026-11-28").unwrap();
    let named = fields(ask(&OFFICE, ASKED, &with_slots(), None, until("2026-11-29T08:00")));
    assert_eq!(named, [("until".to_owned(), FieldFault::DayTooFar { latest })]);
    assert!(ask(&OFFICE, ASKED, &with_slots(), None, until("2026-11-28T23:59")).is_ok());
    // From the 29th on no end would do: the first time is in the way.
    let late = ask(&OFFICE, "2026-11-29T08:00", &with_slots(), None, until("2026-11-29T20:00"));
    assert_eq!(late.unwrap_err(), too_near("2026-12-02", "2026-12-03"));
}

/// An evening on a day, and the first day that would do.
fn too_near(day: &str, from: &str) -> ProblemKind {
    let from = parse_day(from).unwrap();
    let hours = slot(day, "19:30", "21:00").parse(SlotId(1)).unwrap().hours;
    Refusal::NoSlot { hours, problem: SlotProblem::TooNearForNotice { from } }.into()
}

#[test]
fn a_time_that_is_added_while_residents_answer_comes_after_their_answers_and_the_notice() {
    let near = add(&[slot("2026-12-01", "19:30", "21:00")]);
    let refused = ask(&OFFICE, ASKED, &polling(), None, near.clone()).unwrap_err();
    assert_eq!(refused, too_near("2026-12-01", "2026-12-02"));
    // Once they have answered it is only the notice that counts.
    let late = ask(&OFFICE, "2026-11-29T08:00", &polling(), None, near).unwrap_err();
    assert_eq!(late, too_near("2026-12-01", "2026-12-02"));
    let enough = add(&[slot("2026-12-03", "19:30", "21:00")]);
    assert!(ask(&OFFICE, ASKED, &polling(), None, enough).is_ok());
}

#[test]
fn what_is_too_near_for_its_notice_is_in_no_plan() {
    let late = "2026-11-30T10:00";
    let series = polling();
    let today = at(late).in_china().date();
    assert_eq!(series.too_near(today), [SlotId(1)]);
    assert_eq!(series.as_of(today).offered().len(), 1);
    let best = worth(80, 30);
    let found = found(Some(best), best, best);
    let first = Command::Schedule { slots: vec![SlotId(1)], checksum: "sum".into(), reason: None };
    let refused = ask(&OFFICE, late, &series, Some(&found), first).unwrap_err();
    assert_eq!(refused, too_near("2026-12-02", "2026-12-03"));
    assert!(ask(&OFFICE, late, &series, Some(&found), schedule(None)).is_ok());
    let mut two = series;
    two.needs.n_sessions = 2;
    let few = self::refused(ask(&OFFICE, late, &two, Some(&found), schedule(None)));
    assert_eq!(few, CouncilRefusal::FewerSlotsThanSessions { offered: 1, needed: 2 });
}

#[test]
fn a_time_that_the_calendar_has_moved_into_working_hours_is_not_chosen() {
    let make_up = MakeUpDay {
        day: parse_day("2026-12-05").unwrap(),
        zh: "元旦".to_owned(),
        en: "New Year".to_owned(),
    };
    let year = WorkYear {
        year: 2027,
        status: YearStatus::Official,
        days_off: Vec::new(),
        make_up_days: vec![make_up],
    };
    let calendar = WorkCalendar::built_in().with_year(year).unwrap();
    let best = worth(80, 30);
    let found = found(Some(best), best, best);
    let now = at(AFTER);
    let (by, found) = (&OFFICE, Some(&found));
    let scene = Scene { by, now, calendar: &calendar, n_answers: 3, is_over: false, found };
    let refused = decide(&scene, &polling(), schedule(None)).unwrap_err();
    let hours = polling().slots[1].slot.hours;
    let problem = SlotProblem::InWorkingHours;
    assert_eq!(refused, Refusal::NoSlot { hours, problem }.into());
}

#[test]
fn answers_are_taken_until_the_close_and_again_when_it_is_put_off() {
    let series = polling();
    assert_eq!(may_answer(&series, at("2026-11-28T20:00")), Ok(()));
    let late = CouncilRefusal::PollClosed { at: at("2026-11-28T20:00") };
    assert_eq!(may_answer(&series, at("2026-11-28T20:01")), Err(late.into()));
    let longer = || Command::ExtendPoll {
        until: at("2026-11-30T20:00"),
        reason: said("还有人没填。"),
    };
    let too_long = fields(ask(&OFFICE, "2026-11-28T09:00", &series, None, longer()));
    let latest = parse_day("2026-11-28").unwrap();
    assert_eq!(too_long, [("until".to_owned(), FieldFault::DayTooFar { latest })]);
    // Without the first of the times there is more time to ask.
    let mut series = series;
    series.slots[0].withdrawn = Some(said("活动室那天要修。"));
    let series = ask(&OFFICE, "2026-11-29T09:00", &series, None, longer()).unwrap();
    assert_eq!(may_answer(&series, at("2026-11-28T20:01")), Ok(()));
    assert!(may_answer(&with_slots(), at(ASKED)).is_err());
}

fn worth(percent: u32, n_seated: u32) -> Worth {
    Worth { worst_group_percent: percent, n_seated, n_marks: 0 }
}

fn found(chosen: Option<Worth>, best: Worth, bound: Worth) -> Found {
    let councils = vec![CouncilId(7)];
    Found { checksum: "sum".into(), chosen, best: Some(best), bound, councils }
}

fn schedule(reason: Option<Reason>) -> Command {
    Command::Schedule { slots: vec![SlotId(2)], checksum: "sum".into(), reason }
}

const AFTER: &str = "2026-11-29T10:00";

#[test]
fn times_are_chosen_after_the_close_and_from_the_newest_answers() {
    let best = worth(80, 30);
    let same = found(Some(best), best, best);
    let early = refused(ask(&OFFICE, ASKED, &polling(), Some(&same), schedule(None)));
    assert_eq!(early, CouncilRefusal::PollStillOpen { until: at("2026-11-28T20:00") });
    let changed = Found { checksum: "other".into(), ..same.clone() };
    let stale = refused(ask(&OFFICE, AFTER, &polling(), Some(&changed), schedule(None)));
    assert_eq!(stale, CouncilRefusal::AnswersChanged);
    let broken = found(None, best, best);
    let breaks = refused(ask(&OFFICE, AFTER, &polling(), Some(&broken), schedule(None)));
    assert_eq!(breaks, CouncilRefusal::PlanBreaksNeeds);
    let series = ask(&OFFICE, AFTER, &polling(), Some(&same), schedule(None)).unwrap();
    assert_eq!(series.stage.councils(), [CouncilId(7)]);
    assert_eq!(series.stage.plan().unwrap().standing, Standing::Best);
}

#[test]
fn a_plan_is_called_best_only_when_that_was_proven() {
    let (chosen, bound) = (worth(80, 30), worth(85, 31));
    let open = found(Some(chosen), chosen, bound);
    let series = ask(&OFFICE, AFTER, &polling(), Some(&open), schedule(None)).unwrap();
    assert_eq!(series.stage.plan().unwrap().standing, Standing::Within { bound });
}

#[test]
fn a_worse_plan_needs_a_reason_everybody_reads() {
    let (chosen, best) = (worth(50, 40), worth(80, 30));
    let worse = found(Some(chosen), best, best);
    let without = refused(ask(&OFFICE, AFTER, &polling(), Some(&worse), schedule(None)));
    assert_eq!(without, CouncilRefusal::OtherPlanNeedsReason { best, chosen });
    let reason = said("那天活动室要修。");
    let series =
        ask(&OFFICE, AFTER, &polling(), Some(&worse), schedule(Some(reason.clone()))).unwrap();
    assert_eq!(series.stage.plan().unwrap().standing, Standing::Other { best, reason });
}

#[test]
fn an_answer_names_what_is_missing_and_keeps_what_was_said_before() {
    let mut series = polling();
    let form = AnswerForm {
        marks: [(SlotId(1), Mark::Can)].into(),
        attend: None,
        group: Some(Group::Retired),
    };
    let fields: Vec<_> = form.parse(&series).unwrap_err().into_iter().map(|it| it.field).collect();
    assert_eq!(fields, ["slot-2", "attend"]);
    // A time that is taken out is not asked about any more, and what was said of it stays.
    series.slots[1].withdrawn = Some(said("活动室那天要修。"));
    let both = AnswerForm {
        marks: [(SlotId(1), Mark::Can), (SlotId(2), Mark::Cannot), (SlotId(9), Mark::Can)].into(),
        attend: Some(Attend::InPerson),
        ..form
    };
    let answer = both.parse(&series).unwrap();
    assert_eq!(answer.marks, [(SlotId(1), Mark::Can), (SlotId(2), Mark::Cannot)].into());
    let added = add(&[slot("2026-12-06", "14:00", "15:30")]);
    let series = ask(&OFFICE, ASKED, &series, None, added).unwrap();
    assert_eq!(slots_without_a_mark(&series, &answer.marks), [SlotId(3)]);
}

#[test]
fn who_can_come_at_no_time_need_not_say_how() {
    let never = AnswerForm {
        marks: [(SlotId(1), Mark::Cannot), (SlotId(2), Mark::Cannot)].into(),
        ..AnswerForm::default()
    };
    assert!(never.parse(&polling()).is_ok());
    let chosen = AnswerForm { group: Some(Group::NeverHadAChance), ..never };
    assert!(chosen.parse(&polling()).is_err(), "nobody says that of themselves");
}

#[test]
fn the_usual_week_marks_the_dates_it_speaks_of() {
    let times = [WeekTime::parse("saturday-morning").unwrap()].into();
    let week = TimesForm { when: Some(When::At), times, attend: Some(Attend::Online) };
    let week = week.parse().unwrap();
    let marks = marks_of_week(&polling(), &week);
    assert_eq!(marks, [(SlotId(1), Mark::Cannot), (SlotId(2), Mark::Can)].into());
    assert_eq!(attend_of(&week), Attend::Online);
}

#[test]
fn nobody_follows_the_crowd() {
    let series = polling();
    let now = at(ASKED);
    assert!(!may_see_totals(&WANG, &series, false, now));
    assert!(may_see_totals(&WANG, &series, true, now));
    assert!(may_see_totals(&OFFICE, &series, false, now));
    assert!(may_see_totals(&Viewer::Guest, &series, false, at(AFTER)));
}

/// Something the organiser asks, sensible or not.
fn any_command() -> impl Strategy<Value = Command> {
    let day = (1_u32..28).prop_map(|day| format!("2026-12-{day:02}"));
    let hour = 8_u32..21;
    let slot_form = (day, hour).prop_map(|(day, hour)| {
        slot(&day, &format!("{hour:02}:00"), &format!("{:02}:30", hour + 1))
    });
    let until = (22_u32..30).prop_map(|day| at(&format!("2026-11-{day:02}T20:00")));
    prop_oneof![
        prop::collection::vec(slot_form, 0..4).prop_map(|slots| Command::AddSlots { slots }),
        (0_u32..6).prop_map(|id| Command::WithdrawSlot { slot: SlotId(id), reason: said("修") }),
        until.clone().prop_map(|until| Command::OpenPoll { until }),
        until.prop_map(|until| Command::ExtendPoll { until, reason: said("再等等") }),
        prop::collection::vec((0_u32..3).prop_map(SubmissionId), 0..4)
            .prop_map(|topics| Command::ChooseTopics { topics }),
        Just(schedule(None)),
        Just(Command::Close),
        Just(Command::Cancel { reason: said("人太少") }),
    ]
}

proptest! {
    #[test]
    fn whatever_is_asked_no_slot_is_lost_or_shared_and_replay_gives_the_state(
        commands in prop::collection::vec((any_command(), 22_u32..30), 0..12)
    ) {
        let calendar = WorkCalendar::built_in();
        let best = worth(1, 1);
        let found = found(Some(best), best, best);
        let first = begun();
        let mut series = first.clone();
        let mut story = Vec::new();
        for (command, day) in commands {
            let now = at(&format!("2026-11-{day:02}T21:00"));
            let scene = Scene {
                by: &OFFICE, now, calendar: &calendar, n_answers: 1, is_over: true,
                found: Some(&found),
            };
            let Ok(event) = decide(&scene, &series, command) else { continue };
            let next = apply(&series, &event, now);
            prop_assert!(series.slots.len() <= next.slots.len());
            prop_assert_eq!(next.version, series.version.next());
            story.push((event, now));
            series = next;
        }
        let ids: std::collections::BTreeSet<_> =
            series.slots.iter().map(|asked| asked.slot.id).collect();
        prop_assert_eq!(ids.len(), series.slots.len());
        for (n, one) in series.offered().iter().enumerate() {
            for other in &series.offered()[n + 1..] {
                prop_assert!(!one.slot.hours.overlaps(other.slot.hours));
            }
        }
        let replayed =
            story.iter().fold(first, |series, (event, now)| apply(&series, event, *now));
        prop_assert_eq!(replayed, series);
    }
}
