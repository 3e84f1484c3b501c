//! Stories of moderation.
use super::*;
use crate::{
    calendar::WorkCalendar,
    feedback,
    ids::{ResidentId, SubmissionId},
    proposals::{Request, Title},
    refusals::Refusal,
    residents::{StaffRole, Viewer},
    words::Words,
};

const WANG: Viewer = Viewer::Resident { id: ResidentId(1) };

fn staff(id: u32) -> Viewer {
    Viewer::Staff { id: StaffId(id), role: StaffRole::Organiser }
}

fn reason(words: &str) -> Reason {
    Reason::parse(words).unwrap()
}

fn now() -> Moment {
    Moment::parse("2026-09-01T10:00:00+08:00").unwrap()
}

fn calendar() -> WorkCalendar {
    WorkCalendar::built_in().clone()
}

fn scene<'a>(by: &'a Viewer, calendar: &'a WorkCalendar, is_author: bool) -> Scene<'a> {
    Scene { by, now: now(), calendar, is_author, n_organisers: 2, veils: &[], photos: &[] }
}

fn reported() -> Case {
    let due = crate::time::parse_day("2026-09-03").unwrap();
    begin(CaseId(1), About::Submission(SubmissionId(7)), (Rule::Insults, due), now())
}

fn hide() -> Command {
    Command::Hide { part: Part::Text, rule: Rule::Insults, words: reason("骂了人。") }
}

fn hidden() -> Case {
    let event = decide(&scene(&staff(1), &calendar(), false), &reported(), hide()).unwrap();
    apply(&reported(), &event, now())
}

fn appealed() -> Case {
    let command = Command::Appeal { words: reason("我没有骂人。") };
    let event = decide(&scene(&WANG, &calendar(), true), &hidden(), command).unwrap();
    apply(&hidden(), &event, now())
}

#[test]
fn the_office_decides_on_a_report_and_only_once() {
    let calendar = calendar();
    let (office, wang) = (staff(1), WANG);
    assert!(matches!(hidden().stage, Stage::Hidden { .. }));
    let stranger = decide(&scene(&wang, &calendar, false), &reported(), hide());
    assert_eq!(stranger, Err(Refusal::OrganiserOnly));
    let guest = decide(&scene(&Viewer::Guest, &calendar, false), &reported(), hide());
    assert_eq!(guest, Err(Refusal::SignInFirst));
    let twice = decide(&scene(&office, &calendar, false), &hidden(), hide());
    assert_eq!(twice, Err(ModerationRefusal::NotAtThisStage.into()));
}

#[test]
fn an_author_appeals_once_and_somebody_else_answers() {
    let calendar = calendar();
    let appeal = || Command::Appeal { words: reason("我没有骂人。") };
    let other = decide(&scene(&WANG, &calendar, false), &hidden(), appeal());
    assert_eq!(other, Err(ModerationRefusal::NotTheAuthor.into()));
    let again = decide(&scene(&WANG, &calendar, true), &appealed(), appeal());
    assert_eq!(again, Err(Refusal::AppealedAlready));
    let restore = || Command::Restore { words: reason("看错了。") };
    let same = decide(&scene(&staff(1), &calendar, false), &appealed(), restore());
    assert_eq!(same, Err(ModerationRefusal::AnotherDecides.into()));
    let (one, two) = (staff(1), staff(2));
    let alone = Scene { n_organisers: 1, ..scene(&one, &calendar, false) };
    assert!(decide(&alone, &appealed(), restore()).is_ok());
    let event = decide(&scene(&two, &calendar, false), &appealed(), restore()).unwrap();
    let after = apply(&appealed(), &event, now());
    assert!(matches!(after.stage, Stage::Restored { .. }));
    assert_eq!(offers(&scene(&two, &calendar, false), &after), []);
}

#[test]
fn nobody_reports_the_same_twice_or_without_end() {
    let (calendar, case) = (calendar(), reported());
    let wang = scene(&WANG, &calendar, false);
    let twice = report(&wang, Some(&case), (true, 1), Rule::Other);
    assert_eq!(twice, Err(ModerationRefusal::ReportedAlready.into()));
    let many = report(&wang, None, (false, REPORTS_A_DAY), Rule::Other);
    assert_eq!(many, Err(ModerationRefusal::TooManyReports { max: REPORTS_A_DAY }.into()));
    let event = report(&wang, Some(&case), (false, 0), Rule::Other).unwrap();
    let after = apply(&case, &event, now());
    assert_eq!((after.n_reports, after.rules), (2, vec![Rule::Insults, Rule::Other]));
    assert_eq!(after.stage, case.stage, "the first day holds");
}

#[test]
fn the_log_tells_neither_who_decided_nor_which_photo() {
    let row = serde_json::to_string(&wire::CaseRow::of(&hidden())).unwrap();
    assert!(!row.contains("\"by\"") && row.contains("骂了人"), "{row}");
}

#[test]
fn a_case_from_before_there_were_others_is_about_a_submission() {
    let stored = serde_json::to_value(reported()).unwrap();
    assert_eq!(stored["submission"], 7);
    assert_eq!(serde_json::from_value::<Case>(stored).unwrap(), reported());
    let form: wire::ReportForm =
        serde_json::from_str(r#"{"voice":{"project":4,"n":2},"rule":"insults"}"#).unwrap();
    let voice = VoiceRef { project: crate::ids::ProposalId(4), n: 2 };
    assert_eq!((form.about, form.rule), (About::Voice(voice), Some(Rule::Insults)));
    let nothing = serde_json::from_str::<wire::ReportForm>(r#"{"rule":"insults"}"#);
    assert!(nothing.is_err(), "a report is about something");
}

fn veil(case: u32, part: Part) -> Veil {
    let on = crate::time::parse_day("2026-09-01").unwrap();
    Veil { case: CaseId(case), part, rule: Rule::Insults, words: reason("骂了人。"), on }
}

#[test]
fn what_is_hidden_comes_back_whole_and_requests_keep_their_numbers() {
    let photo = |name: &str| PhotoId(name.to_owned());
    let whole = feedback::Content {
        title: Title::parse("灯坏了").unwrap(),
        words: Words::parse("灯坏了,张三混蛋。").unwrap(),
        requests: vec![Request::parse("修灯").unwrap(), Request::parse("换人").unwrap()],
        place: None,
        where_words: Some(Words::parse("张三家门口").unwrap()),
        photos: vec![photo("a"), photo("b")],
    };
    let stand_in = StandIn {
        title: Title::parse("已隐藏").unwrap(),
        words: Words::parse("这段话已隐藏。").unwrap(),
    };
    let veils = [veil(1, Part::Text), veil(2, Part::Photo { photo: photo("a") })];
    let shown = covered(&whole, &veils, &stand_in);
    assert!(!serde_json::to_string(&shown).unwrap().contains("张三"));
    assert_eq!((shown.requests.len(), shown.photos), (2, vec![photo("b")]));
    let step = Step::Restored { case: CaseId(1), words: reason("看错了。") };
    let left = veils_after(&veils, &step);
    assert_eq!(covered(&whole, &left, &stand_in).words, whole.words);
    assert_eq!(covered(&whole, &[], &stand_in), whole);
}
