//! Stories of what the office may not do with a promise, and of what a contest leaves to it.
use crate::{
    feedback::{appeal, faults},
    promise::{Promise, author, departments, property, said},
    support::organiser,
};
use huiyin_domain::{
    feedback::{self, AnswerForm, Command, Kind, Offer, StageKind, Timeliness, VerdictKind},
    ids::ContestId,
    problems::FieldFault,
    proposals,
    refusals::Refusal,
    time::parse_day,
};

#[test]
fn what_is_late_is_not_put_off_any_more() {
    let mut story = Promise::sent();
    let due = story.submission.stage.duty().unwrap().due;
    story.pass(21);
    let extend = Command::Extend { due: story.workday(2), reason: said() };
    assert_eq!(story.refused(organiser(), extend), Refusal::LateAlready { due });
    let (by, departments) = (organiser(), departments());
    let offers = feedback::offers(&story.scene(&by, &departments), &story.submission, false);
    assert!(offers.contains(&Offer::Answer));
    assert!(!offers.iter().any(|it| matches!(it, Offer::Extend { .. })), "{offers:?}");
    // Neither does an answer that puts it off make it in time.
    let form = story.answer(VerdictKind::Deferred);
    story.ask(organiser(), Command::Answer { form }).unwrap();
    story.adopt();
    assert_eq!(story.submission.timeliness, Timeliness::Late { n_days: 1 });
}

#[test]
fn what_was_promised_is_delivered_and_not_answered_once_more() {
    let mut story = Promise::sent();
    story.adopt();
    let stage = StageKind::InDelivery;
    for kind in [VerdictKind::Adopted, VerdictKind::NotAdopted] {
        let form = story.answer(kind);
        let refusal = story.refused(organiser(), Command::Answer { form });
        assert_eq!(refusal, Refusal::FeedbackNotAtThisStage { stage });
    }
    let (by, departments) = (organiser(), departments());
    let offers = feedback::offers(&story.scene(&by, &departments), &story.submission, false);
    assert!(offers.contains(&Offer::Deliver) && !offers.contains(&Offer::Answer), "{offers:?}");
}

#[test]
fn no_plan_and_no_deferral_lies_further_off_than_a_year_of_working_days() {
    let mut story = Promise::sent();
    let latest = story.workday(feedback::MOST_DAYS);
    for kind in [VerdictKind::Adopted, VerdictKind::Deferred] {
        let day = story.workday(feedback::MOST_DAYS + 1).to_string();
        let form = AnswerForm { day, ..story.answer(kind) };
        let far = story.refused(organiser(), Command::Answer { form });
        assert_eq!(far, Refusal::DayTooFar { latest });
    }
    let day = latest.to_string();
    let form = AnswerForm { day, ..story.answer(VerdictKind::Adopted) };
    story.ask(organiser(), Command::Answer { form }).unwrap();
}

#[test]
fn partly_means_some_and_not_all_and_not_none() {
    let mut story = Promise::sent();
    let partly = story.answer(VerdictKind::PartlyAdopted);
    for n in 0..2 {
        let request = partly.requests[n].clone();
        let form = AnswerForm { requests: vec![request.clone(), request], ..partly.clone() };
        let faults = faults(story.ask(organiser(), Command::Answer { form }));
        assert_eq!(faults, [("verdict".to_owned(), FieldFault::NotInParts)]);
    }
    story.ask(organiser(), Command::Answer { form: partly }).unwrap();
}

#[test]
fn nothing_the_office_says_goes_out_as_a_template() {
    let mut story = Promise::sent();
    let left = || feedback::Said::parse("请【部门】去看。").unwrap();
    let unfilled = |field: &str| [(field.to_owned(), FieldFault::Unfilled)];
    let pass_on = Command::PassOn { to: property(), reason: left() };
    assert_eq!(faults(story.ask(organiser(), pass_on)), unfilled("reason"));
    let due = parse_day("2026-09-23").unwrap();
    let extend = Command::Extend { due, reason: left() };
    assert_eq!(faults(story.ask(organiser(), extend)), unfilled("reason"));
    story.adopt();
    let report = Command::Report { words: left(), photos: Vec::new() };
    assert_eq!(faults(story.ask(organiser(), report)), unfilled("words"));
    let max = proposals::PHOTOS_MAX;
    let photos = vec![proposals::PhotoId("0".repeat(64)); max + 1];
    let report = Command::Report { words: said(), photos };
    let many = [("photos".to_owned(), FieldFault::TooMany { max })];
    assert_eq!(faults(story.ask(organiser(), report)), many);
    story.deliver();
    story.has_author = false;
    let close = Command::CloseWithoutAuthor { words: left() };
    assert_eq!(faults(story.ask(organiser(), close)), unfilled("words"));
}

#[test]
fn what_a_contest_left_lying_is_answered_by_the_office() {
    let mut story = Promise::sent();
    story.submission.kind = Kind::InContest { contest: ContestId(4) };
    story.is_decided_by_contest = false;
    story.decline();
    story.ask(author(), appeal()).unwrap();
    story.ask(author(), Command::Withdraw).unwrap();
}
