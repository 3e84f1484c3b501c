//! Stories of the echo: what becomes of a proposal, and of its project, becomes of our promise.
use crate::{
    promise::{Promise, author},
    support::reason,
    way::text,
};
use huiyin_domain::{
    delivery,
    feedback::{
        self, Command, Event, FirstAnswer, Kind, ReasonCode, Satisfaction, Stage, StageKind,
        Verdict, What,
    },
    ids::{ContestId, ResidentId, StaffId},
    money::Money,
    proposals,
};

const COST: Money = Money::yuan(4_000);

fn in_contest() -> Promise {
    let mut story = Promise::sent();
    story.submission.kind = Kind::InContest { contest: ContestId(4) };
    story
}

/// The promise follows what happened to its proposal, if that does something to it.
fn follow(story: &mut Promise, event: &proposals::Event) -> Option<Event> {
    let (due, text) = (story.workday(40), text("装扶手"));
    let echo = feedback::echo(&story.submission, event, &text, due, story.now, &story.calendar);
    if let Some(event) = &echo {
        story.happen(event.clone());
    }
    echo
}

fn of_project(story: &Promise, event: &delivery::Event) -> Option<Event> {
    feedback::echo_project(&story.submission, event, false, story.now, &story.calendar)
}

fn confirm(story: &mut Promise) {
    let satisfaction = Satisfaction::Content;
    story
        .ask(author(), Command::Confirm { satisfaction, told: None })
        .expect("the author confirms");
    assert_eq!(story.submission.stage.kind(), StageKind::Confirmed);
}

fn shortlisted() -> proposals::Event {
    proposals::Event::Shortlisted { cost: COST, months: None }
}

fn taken_over() -> delivery::Event {
    delivery::Event::TakenOver { by: StaffId(1) }
}

#[test]
fn what_comes_up_from_the_reserve_is_promised_although_its_author_had_taken_the_no() {
    let mut story = in_contest();
    follow(&mut story, &shortlisted());
    follow(&mut story, &proposals::Event::Reserved { place: 1 });
    confirm(&mut story);
    assert_eq!(of_project(&story, &taken_over()), None);
    assert_eq!(follow(&mut story, &proposals::Event::NotSelected), None);
    let called_up = proposals::Event::CalledUp { award: COST, reason: reason() };
    assert!(follow(&mut story, &called_up).is_some(), "everybody behind it is told");
    let answer = story.submission.answer().unwrap();
    assert!(matches!(answer.verdict, Verdict::Chosen { award, .. } if award == COST));
    assert_eq!(story.submission.owes().unwrap().what, What::Delivery);
    assert!(of_project(&story, &taken_over()).is_some(), "and so is its project");
}

#[test]
fn what_comes_on_the_list_after_all_waits_for_the_vote_again() {
    let mut story = in_contest();
    follow(&mut story, &proposals::Event::SetAside { reason: reason() });
    confirm(&mut story);
    let due = story.workday(40);
    follow(&mut story, &shortlisted());
    let Stage::Waiting { duty, first: FirstAnswer::Shortlisted { .. } } = story.submission.stage
    else {
        panic!("the vote decides")
    };
    assert_eq!(duty.due, due);
    // A corrected cost is no news here either.
    assert_eq!(follow(&mut story, &shortlisted()), None);
    follow(&mut story, &proposals::Event::Won { award: COST });
    assert_eq!(story.submission.stage.kind(), StageKind::InDelivery);
}

#[test]
fn what_is_given_back_is_answered_with_the_reason_of_the_office() {
    let mut story = in_contest();
    follow(&mut story, &shortlisted());
    follow(&mut story, &proposals::Event::Won { award: COST });
    follow(&mut story, &proposals::Event::GivenBack { award: COST, reason: reason() });
    assert_eq!(story.submission.stage.kind(), StageKind::Answered);
    let answer = story.submission.answer().unwrap();
    let Verdict::NotAdopted { because } = &answer.verdict else { panic!("it is not done") };
    assert_eq!(because.code, ReasonCode::Other);
    assert_eq!(because.words.as_str(), reason().as_str());
    confirm(&mut story);
}

#[test]
fn nobody_is_named_by_the_public_record_for_joining_or_leaving_a_team() {
    let mut story = in_contest();
    follow(&mut story, &shortlisted());
    follow(&mut story, &proposals::Event::Won { award: COST });
    let resident = ResidentId(5);
    for step in [delivery::Event::Joined { resident }, delivery::Event::Left { resident }] {
        assert_eq!(of_project(&story, &step), None);
        assert!(!step.is_public(), "nor by the project's own page");
        // What was recorded before is read all the same.
        let stored = Event::InProject { step: Box::new(step) };
        let wire = serde_json::to_string(&stored).unwrap();
        assert_eq!(serde_json::from_str::<Event>(&wire).unwrap(), stored);
        let kept = feedback::apply(&story.submission, &stored, story.now);
        assert_eq!(kept.stage, story.submission.stage);
    }
}
