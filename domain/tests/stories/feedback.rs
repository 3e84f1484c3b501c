//! Stories of a submission: who owes what by when, what is refused, and how it ends.
use crate::{
    promise::{
        Promise, author, built, departments, dissolved, police, property, reviewer, said, words,
    },
    support::{guest, organiser, resident},
};
use huiyin_domain::{
    channels::Channel,
    contests::Reason,
    feedback::{
        self, AnswerForm, Command, End, Escalation, Event, FirstAnswer, Kind, Offer, Owner,
        Satisfaction, Speaks, Stage, StageKind, Theme, Timeliness, Verdict, VerdictKind, What,
    },
    ids::{ContestId, PlaceId, SubmissionId, Version},
    money::Money,
    problems::{FieldFault, ProblemKind},
    proposals,
    refusals::Refusal,
    time::parse_day,
    words::WordsProblem,
};

fn confirm() -> Command {
    Command::Confirm { satisfaction: Satisfaction::Content, told: None }
}

pub(crate) fn appeal() -> Command {
    Command::Appeal { words: words(), told: None }
}

fn reopen() -> Command {
    Command::Reopen { words: words(), told: None }
}

fn pass_on(to: Owner) -> Command {
    Command::PassOn { to, reason: said() }
}

fn acknowledge() -> Command {
    Command::Acknowledge { words: "收到了,今天去看。".into() }
}

pub(crate) fn faults(result: Result<Event, ProblemKind>) -> Vec<(String, FieldFault)> {
    match result {
        Err(ProblemKind::Invalid { problems }) => {
            problems.into_iter().map(|problem| (problem.field, problem.fault)).collect()
        }
        other => panic!("expected faults, found {other:?}"),
    }
}

#[test]
fn what_was_sent_has_an_owner_and_two_days_at_once() {
    let story = Promise::sent();
    let owes = story.submission.owes().unwrap();
    assert_eq!((owes.duty.owner, owes.what), (Owner::Office, What::FirstAnswer));
    assert_eq!(owes.duty.due, parse_day("2026-09-04").unwrap());
    // 20 September is a make-up day, so fifteen working days end before the weekdays say.
    assert_eq!(story.sent.duty.due, parse_day("2026-09-22").unwrap());
}

#[test]
fn the_first_word_is_given_once_and_then_the_decision_is_owed() {
    let mut story = Promise::sent();
    assert_eq!(story.refused(guest(), acknowledge()), Refusal::SignInFirst);
    assert_eq!(story.refused(author(), acknowledge()), Refusal::StaffOnly);
    story.ask(organiser(), acknowledge()).unwrap();
    assert_eq!(story.submission.owes().unwrap().what, What::Decision);
    assert_eq!(story.refused(organiser(), acknowledge()), Refusal::FirstAnswerGiven);
}

#[test]
fn passing_on_is_counted_and_stops_no_clock() {
    let mut story = Promise::sent();
    let due = story.submission.stage.duty().unwrap().due;
    story.ask(organiser(), pass_on(property())).unwrap();
    story.ask(reviewer(1), pass_on(police())).unwrap();
    assert_eq!(story.submission.n_pass_ons, 2);
    assert_eq!(story.submission.stage.duty().unwrap().due, due);
    assert_eq!(story.refused(reviewer(1), pass_on(property())), Refusal::NotYourDuty);
    assert_eq!(story.refused(reviewer(2), pass_on(police())), Refusal::AlreadyTheirs);
    assert_eq!(story.refused(reviewer(2), pass_on(dissolved())), Refusal::DepartmentDissolved);
    assert_eq!(story.refused(author(), pass_on(property())), Refusal::StaffOnly);
    // The office may do for everybody what they owe.
    story.ask(organiser(), pass_on(Owner::Office)).unwrap();
}

#[test]
fn late_begins_with_the_working_day_after_and_goes_up_by_itself() {
    let mut story = Promise::sent();
    let late = |story: &Promise| story.submission.late(story.today(), &story.calendar);
    story.pass(2);
    assert_eq!(late(&story), None);
    // Saturday and Sunday make nothing late.
    story.pass(2);
    assert_eq!(late(&story), None);
    story.pass(1);
    let monday = late(&story).unwrap();
    assert_eq!((monday.n_days, monday.escalation), (1, Some(Escalation::Office)));
    story.pass(4);
    let friday = late(&story).unwrap();
    assert_eq!((friday.n_days, friday.escalation), (5, Some(Escalation::Street)));
}

#[test]
fn a_day_is_put_off_with_a_reason_to_a_working_day_and_not_for_ever() {
    let mut story = Promise::sent();
    let due = story.submission.stage.duty().unwrap().due;
    let extend = |day: &str| Command::Extend { due: parse_day(day).unwrap(), reason: said() };
    // The mid-autumn festival begins on 25 September 2026.
    let refusal = story.refused(organiser(), extend("2026-09-25"));
    assert!(matches!(refusal, Refusal::NotAWorkday { .. }), "{refusal:?}");
    let earlier = story.refused(organiser(), extend("2026-09-21"));
    assert_eq!(earlier, Refusal::DayNotLater { than: due });
    let far = story.refused(organiser(), extend("2026-11-30"));
    assert!(matches!(far, Refusal::DayTooFar { .. }), "{far:?}");
    assert_eq!(story.refused(author(), extend("2026-09-23")), Refusal::StaffOnly);
    let event = story.ask(organiser(), extend("2026-09-23")).unwrap();
    assert!(matches!(event, Event::Extended { from, .. } if from == due));
    story.ask(organiser(), extend("2026-09-24")).unwrap();
    let often = story.refused(organiser(), extend("2026-09-28"));
    assert_eq!(often, Refusal::ExtendedOften { most: 2 });
}

#[test]
fn no_answer_goes_out_without_its_reason_or_as_a_template() {
    let mut story = Promise::sent();
    let mut ask = |form: AnswerForm| faults(story.ask(organiser(), Command::Answer { form }));
    let blank = AnswerForm { verdict: Some(VerdictKind::NotAdopted), ..AnswerForm::default() };
    let empty = FieldFault::Words(WordsProblem::Empty);
    let expected =
        vec![("words".to_owned(), empty), ("code".to_owned(), FieldFault::NothingChosen)];
    assert_eq!(ask(blank), expected);
    let template = AnswerForm {
        words: "您好,【原因】,谢谢。".into(),
        ..Promise::sent().answer(VerdictKind::NotAdopted)
    };
    assert_eq!(ask(template), [("words".to_owned(), FieldFault::Unfilled)]);
    let partly =
        AnswerForm { requests: Vec::new(), ..Promise::sent().answer(VerdictKind::PartlyAdopted) };
    assert_eq!(ask(partly), [("requests.0".to_owned(), FieldFault::NothingChosen)]);
    let words = "【楼号】的灯".to_owned();
    let template = story.ask(organiser(), Command::Acknowledge { words });
    assert_eq!(faults(template), [("words".to_owned(), FieldFault::Unfilled)]);
}

#[test]
fn a_plan_ends_on_a_working_day_that_is_still_to_come() {
    let mut story = Promise::sent();
    for (day, is_holiday) in [("2026-10-01", true), ("2026-09-05", true), ("2026-09-01", false)] {
        let form = AnswerForm { day: day.into(), ..story.answer(VerdictKind::Adopted) };
        let refusal = story.refused(organiser(), Command::Answer { form });
        let is_named = matches!(refusal, Refusal::NotAWorkday { .. });
        assert_eq!(is_named, is_holiday, "{day}: {refusal:?}");
    }
}

#[test]
fn an_answer_after_its_day_is_late_for_ever() {
    let mut story = Promise::sent();
    story.pass(21);
    story.decline();
    assert_eq!(story.submission.timeliness, Timeliness::Late { n_days: 1 });
    story.ask(author(), appeal()).unwrap();
    story.adopt();
    assert_eq!(story.submission.timeliness, Timeliness::Late { n_days: 1 });
}

#[test]
fn only_whoever_has_it_or_the_office_answers() {
    let mut story = Promise::sent();
    let form = story.answer(VerdictKind::Adopted);
    let answer = || Command::Answer { form: form.clone() };
    assert_eq!(story.refused(guest(), answer()), Refusal::SignInFirst);
    assert_eq!(story.refused(resident(2), answer()), Refusal::StaffOnly);
    assert_eq!(story.refused(reviewer(1), answer()), Refusal::NotYourDuty);
    story.ask(organiser(), pass_on(property())).unwrap();
    story.ask(reviewer(1), answer()).unwrap();
    let answered = story.submission.answer().unwrap();
    assert_eq!(answered.by, property());
    assert_eq!(story.submission.owes().unwrap().duty.owner, property());
}

#[test]
fn an_appeal_is_made_once_in_its_days_by_the_author_alone() {
    let mut story = Promise::sent();
    let stage = StageKind::Waiting;
    assert_eq!(story.refused(author(), appeal()), Refusal::FeedbackNotAtThisStage { stage });
    story.decline();
    assert_eq!(story.refused(resident(2), appeal()), Refusal::NotYourSubmission);
    assert_eq!(story.refused(guest(), appeal()), Refusal::SignInFirst);
    let until = story.submission.stage.appeal_until().unwrap();
    let mut late = Promise::sent();
    late.decline();
    late.pass(30);
    assert_eq!(late.refused(author(), appeal()), Refusal::AppealTooLate { until });
    story.ask(author(), appeal()).unwrap();
    assert_eq!(story.submission.owes().unwrap().what, What::AppealAnswer);
    assert_eq!(story.refused(author(), appeal()), Refusal::AppealedAlready);
    story.ask(organiser(), Command::Uphold { words: "规定没有变。".into() }).unwrap();
    assert_eq!(story.refused(author(), appeal()), Refusal::AppealedAlready);
    assert_eq!(story.submission.stage.kind(), StageKind::Answered);
    // The last word is the resident's all the same.
    story.ask(author(), confirm()).unwrap();
    assert_eq!(story.submission.stage.kind(), StageKind::Confirmed);
}

#[test]
fn what_is_done_ends_when_the_resident_says_so() {
    let mut story = Promise::sent();
    story.adopt();
    let stage = StageKind::InDelivery;
    assert_eq!(story.refused(author(), confirm()), Refusal::FeedbackNotAtThisStage { stage });
    story.ask(organiser(), Command::Report { words: said(), photos: Vec::new() }).unwrap();
    story.deliver();
    assert_eq!(story.submission.owes(), None);
    assert_eq!(story.refused(resident(2), confirm()), Refusal::NotYourSubmission);
    story.ask(author(), reopen()).unwrap();
    assert_eq!(story.submission.owes().unwrap().what, What::Delivery);
    let stage = StageKind::InDelivery;
    assert_eq!(story.refused(author(), reopen()), Refusal::FeedbackNotAtThisStage { stage });
    story.deliver();
    story.ask(author(), confirm()).unwrap();
    let Stage::Ended { end: End::Confirmed { channel, .. }, evidence, .. } =
        &story.submission.stage
    else {
        panic!("it has ended");
    };
    assert_eq!(*channel, Channel::App);
    assert!(evidence.is_some());
    let stage = StageKind::Confirmed;
    assert_eq!(story.refused(author(), confirm()), Refusal::FeedbackNotAtThisStage { stage });
}

#[test]
fn what_is_built_is_told_request_by_request() {
    let mut story = Promise::sent();
    story.adopt();
    let form = feedback::BuiltForm { requests: Vec::new(), ..built() };
    let missing = faults(story.ask(organiser(), Command::Deliver { form }));
    assert_eq!(missing, [("requests.0".to_owned(), FieldFault::NothingChosen)]);
    assert_eq!(
        story.refused(reviewer(2), Command::Deliver { form: built() }),
        Refusal::NotYourDuty
    );
}

#[test]
fn the_office_writes_down_what_it_heard_on_the_telephone() {
    let mut story = Promise::sent();
    story.adopt();
    story.deliver();
    let told = |told| Command::Confirm { satisfaction: Satisfaction::SoSo, told };
    assert_eq!(story.refused(organiser(), told(None)), Refusal::NotYourSubmission);
    assert_eq!(story.refused(organiser(), told(Some(Channel::App))), Refusal::NotYourSubmission);
    assert_eq!(story.refused(reviewer(1), told(Some(Channel::Phone))), Refusal::NotYourSubmission);
    let event = story.ask(organiser(), told(Some(Channel::Phone))).unwrap();
    assert!(matches!(event, Event::Confirmed { channel: Channel::Phone, .. }));
}

#[test]
fn it_is_taken_back_by_its_author_until_something_is_built() {
    let mut story = Promise::sent();
    assert_eq!(story.refused(organiser(), Command::Withdraw), Refusal::NotYourSubmission);
    story.adopt();
    let stage = StageKind::InDelivery;
    let refusal = story.refused(author(), Command::Withdraw);
    assert_eq!(refusal, Refusal::FeedbackNotAtThisStage { stage });
    let mut story = Promise::sent();
    story.ask(author(), Command::Withdraw).unwrap();
    let stage = StageKind::Withdrawn;
    let twice = story.refused(author(), Command::Withdraw);
    assert_eq!(twice, Refusal::FeedbackNotAtThisStage { stage });
}

#[test]
fn what_is_put_off_is_owed_again_by_its_day() {
    let mut story = Promise::sent();
    let form = story.answer(VerdictKind::Deferred);
    let until = parse_day(&form.day).unwrap();
    story.ask(organiser(), Command::Answer { form }).unwrap();
    let owes = story.submission.owes().unwrap();
    assert_eq!((owes.what, owes.duty.due), (What::PutOff, until));
    // It is no decision, and there is only one of it.
    assert_eq!(story.submission.timeliness, Timeliness::NotYet);
    let again = Command::Answer { form: story.answer(VerdictKind::Deferred) };
    assert_eq!(story.refused(organiser(), again), Refusal::ExtendedOften { most: 1 });
    story.adopt();
    assert_eq!(story.submission.stage.kind(), StageKind::InDelivery);
}

#[test]
fn nothing_is_merged_in_circles() {
    let mut story = Promise::sent();
    let itself = AnswerForm { into: "１２８".into(), ..story.answer(VerdictKind::MergedInto) };
    let refusal = story.refused(organiser(), Command::Answer { form: itself });
    assert_eq!(refusal, Refusal::WouldGoInCircles);
    let (by, departments) = (organiser(), departments());
    let chain = [SubmissionId(7), SubmissionId(128)];
    let scene = feedback::Scene { merged_into: &chain, ..story.scene(&by, &departments) };
    let form = story.answer(VerdictKind::MergedInto);
    let circle = feedback::decide(&scene, &story.submission, Command::Answer { form });
    assert_eq!(circle, Err(Refusal::WouldGoInCircles.into()));
}

#[test]
fn whoever_leaves_is_answered_all_the_same_and_the_office_ends_it_in_public() {
    let mut story = Promise::sent();
    let close = || Command::CloseWithoutAuthor { words: said() };
    story.decline();
    assert_eq!(story.refused(organiser(), close()), Refusal::AuthorIsHere);
    story.happen(Event::AuthorLeft);
    story.has_author = false;
    assert_eq!(story.refused(author(), confirm()), Refusal::NotYourSubmission);
    assert_eq!(story.refused(author(), close()), Refusal::StaffOnly);
    assert_eq!(story.refused(reviewer(1), close()), Refusal::OrganiserOnly);
    story.ask(organiser(), close()).unwrap();
    assert_eq!(story.submission.stage.kind(), StageKind::WithoutAuthor);
    let again = story.refused(organiser(), close());
    assert_eq!(again, Refusal::FeedbackNotAtThisStage { stage: StageKind::WithoutAuthor });
}

#[test]
fn sorting_says_what_it_is_about_and_where() {
    let mut story = Promise::sent();
    let sort = || Command::Sort { theme: Theme::Safety, place: Some(PlaceId(9)) };
    assert_eq!(story.refused(author(), sort()), Refusal::StaffOnly);
    story.ask(organiser(), sort()).unwrap();
    assert_eq!(story.submission.theme, Some(Theme::Safety));
    assert_eq!(story.submission.content.place, Some(PlaceId(9)));
    // A new theme leaves it where it is.
    story.ask(organiser(), Command::Sort { theme: Theme::Repairs, place: None }).unwrap();
    assert_eq!(story.submission.content.place, Some(PlaceId(9)));
    story.ask(organiser(), pass_on(property())).unwrap();
    assert_eq!(story.refused(reviewer(1), sort()), Refusal::OrganiserOnly);
}

#[test]
fn what_the_contest_decides_reaches_the_promise() {
    let mut story = Promise::sent();
    let contest = ContestId(4);
    story.submission.kind = Kind::InContest { contest };
    let decided = Refusal::DecidedByContest { contest };
    let form = story.answer(VerdictKind::Adopted);
    assert_eq!(story.refused(organiser(), Command::Answer { form }), decided);
    assert_eq!(story.refused(author(), Command::Withdraw), decided);
    let (due, text) = (story.workday(40), proposal_text());
    let mut echo = |event| {
        let (now, calendar) = (story.now, story.calendar.clone());
        let echo = feedback::echo(&story.submission, &event, &text, due, now, &calendar);
        if let Some(event) = &echo {
            story.happen(event.clone());
        }
        (echo, story.submission.clone())
    };
    assert_eq!(echo(proposals::Event::CoSigned).0, None);
    let cost = Money::yuan(8_000);
    let (_, shortlisted) = echo(proposals::Event::Shortlisted { cost, months: None });
    assert!(matches!(
        shortlisted.stage,
        Stage::Waiting { first: FirstAnswer::Shortlisted { .. }, duty } if duty.due == due
    ));
    // A corrected cost is no news.
    assert_eq!(echo(proposals::Event::Shortlisted { cost, months: None }).0, None);
    let (_, won) = echo(proposals::Event::Won { award: cost });
    assert!(
        matches!(won.answer().unwrap().verdict, Verdict::Chosen { award, .. } if award == cost)
    );
    assert_eq!(won.stage.kind(), StageKind::InDelivery);
    assert_eq!(story.refused(author(), appeal()), decided);
}

#[test]
fn what_is_sent_back_is_a_first_word_and_a_new_text_is_the_submissions_too() {
    let mut story = Promise::sent();
    story.submission.kind = Kind::InContest { contest: ContestId(4) };
    let text = proposal_text();
    let mut echo = |event| {
        let (today, calendar) = (story.today(), story.calendar.clone());
        let echo = feedback::echo(&story.submission, &event, &text, today, story.now, &calendar);
        story.happen(echo.expect("it is told"));
        story.submission.clone()
    };
    let step = proposals::Event::Passed;
    let passed = echo(step);
    assert!(matches!(passed.stage, Stage::Waiting { first: FirstAnswer::Owed { .. }, .. }));
    let what = Reason::parse("请写清楚是几单元。").unwrap();
    let returned = echo(proposals::Event::Returned { what });
    let Stage::Waiting { first: FirstAnswer::Given { words, .. }, .. } = returned.stage else {
        panic!("those are words of the office")
    };
    assert_eq!(words.as_str(), "请写清楚是几单元。");
    let edited = proposals::Event::Edited { n: 2, sha256: text.sha256(), why: None };
    let rewritten = echo(edited);
    assert_eq!(rewritten.content.title, text.title);
    // Where the office has found it to be stays.
    assert_eq!(rewritten.content.place, story.sent.content.place);
}

fn proposal_text() -> proposals::Content {
    let form = proposals::ProposalForm {
        title: "装扶手".into(),
        place: "3号楼2单元".into(),
        why: "台阶滑".into(),
        cost_unknown: true,
        ..proposals::ProposalForm::default()
    };
    form.parse().expect("the form is right")
}

#[test]
fn what_is_set_aside_has_its_reason() {
    let mut story = Promise::sent();
    story.submission.kind = Kind::InContest { contest: ContestId(4) };
    let reason = Reason::parse("楼板承不住。").unwrap();
    let event = proposals::Event::SetAside { reason };
    let (today, text) = (story.today(), proposal_text());
    let echo = feedback::echo(&story.submission, &event, &text, today, story.now, &story.calendar);
    story.happen(echo.unwrap());
    let answer = story.submission.answer().unwrap();
    let Verdict::NotAdopted { because } = &answer.verdict else { panic!("it says no") };
    assert_eq!(because.words.as_str(), "楼板承不住。");
    story.ask(author(), confirm()).unwrap();
}

#[test]
fn everybody_is_offered_what_they_may_do_and_nothing_else() {
    let mut story = Promise::sent();
    story.adopt();
    story.deliver();
    let departments = departments();
    let offers = |by| feedback::offers(&story.scene(&by, &departments), &story.submission, false);
    let speaks = Speaks::Own;
    assert_eq!(offers(author()), [Offer::Confirm { speaks }, Offer::Reopen { speaks }]);
    let speaks = Speaks::ForResident;
    assert_eq!(offers(organiser()), [Offer::Confirm { speaks }, Offer::Reopen { speaks }]);
    assert_eq!(offers(resident(2)), [Offer::Follow]);
    assert_eq!(offers(guest()), []);
    assert_eq!(offers(reviewer(1)), []);
}

#[test]
fn the_version_rises_with_every_event_and_an_event_out_of_place_moves_nothing() {
    let story = Promise::sent();
    let after = feedback::apply(&story.submission, &Event::Withdrawn, story.now);
    assert_eq!(after.version, Version(2));
    let reopened = Event::Reopened { words: words(), channel: Channel::App, due: story.today() };
    let again = feedback::apply(&after, &reopened, story.now);
    assert_eq!(again.stage, after.stage);
    assert_eq!(again.version, Version(3));
}
