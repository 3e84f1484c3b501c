//! Stories of a proposal's way: screening, co-signing, new texts, co-authors, review.
use crate::{
    promise::reviewer,
    support::{guest, organiser, reason, resident},
    way::{GONE, ORDER, PROPERTY, Way, feasible, not_feasible},
};
use huiyin_domain::{
    contests::{Phase, Screening},
    ids::DepartmentId,
    money::Money,
    proposals::{
        CO_AUTHORS_MAX, Command, Event, Finding, Stage, StageKind, may_invite, may_read_notes,
    },
    refusals::Refusal,
};

fn returned() -> Command {
    Command::Return { what: reason() }
}

fn rule_out(item: u32) -> Command {
    Command::RuleOut { item, reason: reason() }
}

fn send(way: &Way, lead: DepartmentId, others: &[DepartmentId]) -> Command {
    Command::SendToReview { lead, others: others.to_vec(), due: way.workday(3) }
}

fn assess(department: DepartmentId, finding: Finding) -> Command {
    Command::Assess { department, finding }
}

fn conclude() -> Command {
    Command::Conclude { finding: feasible(8_000) }
}

/// Proposal 1, which enough have co-signed, is with the property company and the order squad.
fn under_review() -> Way {
    let mut way = Way::new(Screening::Meanwhile, 0);
    let command = send(&way, PROPERTY, &[ORDER]);
    way.ask(organiser(), 1, command).expect("enough have co-signed");
    way
}

#[test]
fn nobody_waits_for_co_signatures_where_none_are_needed() {
    let way = Way::new(Screening::Meanwhile, 0);
    assert_eq!(way.proposal(1).stage, Stage::Qualified);
    let mut screened = Way::new(Screening::First, 0);
    assert_eq!(screened.proposal(1).stage, Stage::Submitted);
    screened.ask(organiser(), 1, Command::Pass).unwrap();
    assert_eq!(screened.proposal(1).stage, Stage::Qualified);
}

#[test]
fn the_office_screens_first_and_then_neighbours_co_sign_until_it_qualifies() {
    let mut way = Way::new(Screening::First, 2);
    let stage = StageKind::Submitted;
    let early = way.ask(resident(4), 1, Command::CoSign);
    assert_eq!(early, Err(Refusal::NotAtThisStage { stage }));
    assert_eq!(way.ask(resident(1), 1, Command::Pass), Err(Refusal::OrganiserOnly));
    assert_eq!(way.ask(guest(), 1, Command::Pass), Err(Refusal::SignInFirst));
    way.ask(organiser(), 1, Command::Pass).unwrap();
    let stage = StageKind::CoSigning;
    assert_eq!(way.ask(organiser(), 1, Command::Pass), Err(Refusal::NotAtThisStage { stage }));
    way.ask(resident(4), 1, Command::CoSign).unwrap();
    assert_eq!(way.proposal(1).stage, Stage::CoSigning);
    way.ask(resident(5), 1, Command::CoSign).unwrap();
    assert_eq!(way.proposal(1).stage, Stage::Qualified);
    // What has qualified stays so, and more may join or leave.
    way.ask(resident(5), 1, Command::WithdrawCoSign).unwrap();
    assert_eq!((way.proposal(1).stage.kind(), way.n_co_signs(1)), (StageKind::Qualified, 1));
}

#[test]
fn what_is_returned_is_mended_and_screened_again() {
    let mut way = Way::new(Screening::Meanwhile, 2);
    assert_eq!(way.ask(resident(1), 1, returned()), Err(Refusal::OrganiserOnly));
    way.ask(organiser(), 1, returned()).unwrap();
    assert_eq!(way.proposal(1).stage, Stage::Returned { what: reason() });
    let stage = StageKind::Returned;
    let again = way.ask(organiser(), 1, returned());
    assert_eq!(again, Err(Refusal::NotAtThisStage { stage }));
    assert_eq!(way.edit(resident(1), 1, "装扶手", None), Err(Refusal::NothingChanged));
    assert_eq!(way.edit(resident(4), 1, "装两根", None), Err(Refusal::NotYourProposal));
    way.edit(resident(1), 1, "装两根扶手", None).unwrap();
    let mended = way.proposal(1);
    assert_eq!((mended.text, mended.stage.kind()), (2, StageKind::Submitted));
    way.ask(organiser(), 1, Command::Pass).unwrap();
    assert_eq!(way.proposal(1).stage, Stage::CoSigning);
}

#[test]
fn a_text_that_others_have_co_signed_is_changed_with_a_reason() {
    let mut way = Way::new(Screening::Meanwhile, 5);
    way.edit(resident(1), 1, "装两根扶手", None).unwrap();
    way.ask(resident(4), 1, Command::CoSign).unwrap();
    let silent = way.edit(resident(1), 1, "装三根扶手", None);
    assert_eq!(silent, Err(Refusal::SayWhyItChanged { n_co_signs: 1 }));
    let event = way.edit(resident(1), 1, "装三根扶手", Some(reason())).unwrap();
    let sha256 = way.proposal(1).content.sha256();
    assert_eq!(event, Event::Edited { n: 3, sha256, why: Some(reason()) });
    way.ask(resident(4), 1, Command::WithdrawCoSign).unwrap();
    way.edit(resident(1), 1, "装四根扶手", None).unwrap();
    assert_eq!(way.proposal(1).text, 4);
}

#[test]
fn a_text_is_not_changed_while_departments_look_at_it_or_after_notice_has_begun() {
    let mut way = under_review();
    let stage = StageKind::UnderReview;
    let reviewed = way.edit(resident(1), 1, "装两根扶手", None);
    assert_eq!(reviewed, Err(Refusal::NotAtThisStage { stage }));
    way.move_on(&[Phase::Reviewing, Phase::Notice]);
    let sealed = way.edit(resident(2), 2, "装两根扶手", None);
    assert_eq!(sealed, Err(Refusal::RulesAreSealed));
}

#[test]
fn nothing_is_ruled_out_by_what_is_not_on_the_list() {
    let mut way = Way::new(Screening::Meanwhile, 2);
    for item in [0, 3, u32::MAX] {
        let refused = way.ask(organiser(), 1, rule_out(item));
        assert_eq!(refused, Err(Refusal::NotOnTheList { n_items: 2 }), "{item}");
    }
    assert_eq!(way.ask(resident(1), 1, rule_out(2)), Err(Refusal::OrganiserOnly));
    way.ask(organiser(), 1, rule_out(2)).unwrap();
    let Stage::OutOfScope { item, .. } = &way.proposal(1).stage else { panic!("it is out") };
    assert_eq!(item.as_str(), "商业广告");
    let stage = StageKind::OutOfScope;
    let twice = way.ask(organiser(), 1, rule_out(2));
    assert_eq!(twice, Err(Refusal::NotAtThisStage { stage }));
}

#[test]
fn too_few_co_signatures_need_a_public_reason_of_the_office() {
    let mut way = Way::new(Screening::Meanwhile, 2);
    let few = Refusal::TooFewCoSigns { has: 0, needed: 2 };
    let command = send(&way, PROPERTY, &[]);
    assert_eq!(way.ask(organiser(), 1, command), Err(few.clone()));
    assert_eq!(way.ask(organiser(), 1, Command::SetAside { reason: reason() }), Err(few));
    let admit = Command::Admit { reason: reason() };
    assert_eq!(way.ask(resident(1), 1, admit.clone()), Err(Refusal::OrganiserOnly));
    way.ask(organiser(), 1, admit.clone()).unwrap();
    assert_eq!(way.proposal(1).stage, Stage::Qualified);
    let stage = StageKind::Qualified;
    assert_eq!(way.ask(organiser(), 1, admit), Err(Refusal::NotAtThisStage { stage }));
}

#[test]
fn departments_are_asked_that_are_there_by_a_working_day_to_come() {
    let mut way = Way::new(Screening::Meanwhile, 0);
    let gone = send(&way, GONE, &[]);
    assert_eq!(way.ask(organiser(), 1, gone), Err(Refusal::DepartmentDissolved));
    let unknown = send(&way, PROPERTY, &[DepartmentId(9)]);
    assert_eq!(way.ask(organiser(), 1, unknown), Err(Refusal::DepartmentDissolved));
    let many = send(&way, PROPERTY, &[2, 3, 4, 5, 6, 7].map(DepartmentId));
    assert_eq!(way.ask(organiser(), 1, many), Err(Refusal::TooManyDepartments { max: 5 }));
    let today = way.now.in_china().date();
    let at = |due| Command::SendToReview { lead: PROPERTY, others: vec![], due };
    assert_eq!(way.ask(organiser(), 1, at(today)), Err(Refusal::DayNotLater { than: today }));
    let saturday = huiyin_domain::time::parse_day("2026-11-28").unwrap();
    let monday = huiyin_domain::time::parse_day("2026-11-30").unwrap();
    let refused = way.ask(organiser(), 1, at(saturday));
    assert_eq!(refused, Err(Refusal::NotAWorkday { next: monday }));
    assert_eq!(way.ask(reviewer(1), 1, at(monday)), Err(Refusal::OrganiserOnly));
    // Named twice, a department is asked once.
    let command = send(&way, PROPERTY, &[ORDER, PROPERTY, ORDER]);
    way.ask(organiser(), 1, command).unwrap();
    assert_eq!(way.proposal(1).review.as_ref().unwrap().asked.len(), 2);
}

#[test]
fn the_lead_concludes_when_the_others_have_spoken() {
    let mut way = under_review();
    let waits = Refusal::OthersHaveNotAnswered { n: 1 };
    assert_eq!(way.ask(reviewer(1), 1, conclude()), Err(waits));
    assert_eq!(way.ask(reviewer(2), 1, conclude()), Err(Refusal::NotYourDuty));
    let other = way.ask(reviewer(2), 1, assess(PROPERTY, feasible(1)));
    assert_eq!(other, Err(Refusal::NotYourDuty));
    assert_eq!(way.ask(resident(1), 1, assess(ORDER, feasible(1))), Err(Refusal::StaffOnly));
    way.ask(reviewer(2), 1, assess(ORDER, not_feasible())).unwrap();
    let cap = way.contest.rules.cap;
    let dear = Command::Conclude { finding: feasible(50_001) };
    assert_eq!(way.ask(reviewer(1), 1, dear), Err(Refusal::AboveCap { cap }));
    let cost = Money::yuan(1);
    let long = Command::Conclude { finding: Finding::Feasible { cost, months: 25 } };
    assert_eq!(way.ask(reviewer(1), 1, long), Err(Refusal::TooManyMonths { max: 24 }));
    way.ask(reviewer(1), 1, conclude()).unwrap();
    let shortlisted = Stage::Shortlisted { cost: Money::yuan(8_000), months: Some(3) };
    assert_eq!(way.proposal(1).stage, shortlisted);
    let stage = StageKind::Shortlisted;
    assert_eq!(way.ask(reviewer(1), 1, conclude()), Err(Refusal::NotAtThisStage { stage }));
    // The office corrects the cost; the months stay.
    way.ask(organiser(), 1, Command::Shortlist { cost: Money::yuan(9_000) }).unwrap();
    let corrected = Stage::Shortlisted { cost: Money::yuan(9_000), months: Some(3) };
    assert_eq!(way.proposal(1).stage, corrected);
}

#[test]
fn what_was_found_stays_when_departments_are_asked_again() {
    let mut way = under_review();
    way.ask(reviewer(2), 1, assess(ORDER, not_feasible())).unwrap();
    // The order squad leads now, and has a later day.
    let due = way.workday(9);
    let again = Command::SendToReview { lead: ORDER, others: vec![PROPERTY], due };
    way.ask(organiser(), 1, again).unwrap();
    let review = way.proposal(1).review.clone().unwrap();
    assert_eq!((review.lead, review.due), (ORDER, due));
    assert_eq!(review.asked[0].finding, Some(not_feasible()));
    assert_eq!(review.asked[1].finding, None);
    // Whoever is not asked any more has no say.
    let alone = send(&way, PROPERTY, &[]);
    way.ask(organiser(), 1, alone).unwrap();
    assert!(!way.proposal(1).review.as_ref().unwrap().asks(ORDER));
    assert_eq!(way.replayed(1).0, *way.proposal(1));
    // As it was recorded before findings stayed, so it is replayed.
    let mut old = under_review();
    old.ask(reviewer(2), 1, assess(ORDER, not_feasible())).unwrap();
    let wire = format!(r#"{{"kind":"sent_to_review","lead":1,"others":[2],"due":"{due}"}}"#);
    let event: Event = serde_json::from_str(&wire).unwrap();
    let replayed = huiyin_domain::proposals::apply(old.proposal(1), &event);
    assert_eq!(replayed.review.unwrap().n_answered(), 0);
}

#[test]
fn nobody_is_waited_for_after_their_day_or_once_they_are_dissolved() {
    let mut late = under_review();
    late.pass_days(7);
    let no = Command::Conclude { finding: not_feasible() };
    late.ask(reviewer(1), 1, no).unwrap();
    assert_eq!(late.proposal(1).stage, Stage::NotFeasible { reason: reason() });

    let mut dissolved = under_review();
    dissolved.departments[1].is_dissolved = true;
    dissolved.ask(reviewer(1), 1, conclude()).unwrap();

    // Where the lead is gone the office speaks for it.
    let mut headless = under_review();
    headless.departments[0].is_dissolved = true;
    headless.ask(organiser(), 1, assess(ORDER, feasible(8_000))).unwrap();
    headless.ask(organiser(), 1, conclude()).unwrap();
}

#[test]
fn whoever_reviews_after_notice_is_too_late() {
    let mut way = under_review();
    way.move_on(&[Phase::Reviewing, Phase::Notice]);
    let late = way.ask(reviewer(2), 1, assess(ORDER, feasible(1)));
    assert_eq!(late, Err(Refusal::RulesAreSealed));
    assert_eq!(way.ask(reviewer(1), 1, conclude()), Err(Refusal::RulesAreSealed));
    assert_eq!(way.proposal(1).stage, Stage::UnderReview);
}

#[test]
fn only_staff_who_are_concerned_read_notes() {
    let way = under_review();
    let ask = |by| may_read_notes(&way.scene(&by, 1, None), way.proposal(1));
    assert_eq!(ask(guest()), Err(Refusal::SignInFirst));
    assert_eq!(ask(resident(1)), Err(Refusal::StaffOnly));
    assert_eq!((ask(organiser()), ask(reviewer(2))), (Ok(()), Ok(())));
    assert_eq!(ask(reviewer(3)), Err(Refusal::NotYourDuty));
}

#[test]
fn a_few_may_join_the_author_and_none_of_them_co_signs() {
    let mut way = Way::new(Screening::Meanwhile, 9);
    assert_eq!(way.join(resident(1), 1), Err(Refusal::YourOwnProposal));
    assert_eq!(way.join(guest(), 1), Err(Refusal::SignInFirst));
    way.ask(resident(4), 1, Command::CoSign).unwrap();
    way.join(resident(4), 1).unwrap();
    assert_eq!(way.n_co_signs(1), 0, "their own co-signature was taken back");
    assert_eq!(way.ask(resident(4), 1, Command::CoSign), Err(Refusal::YourOwnProposal));
    way.edit(resident(4), 1, "装两根扶手", None).unwrap();
    assert_eq!(way.ask(resident(4), 1, Command::Withdraw), Err(Refusal::NotYourProposal));
    for who in 5..8 {
        way.join(resident(who), 1).unwrap();
    }
    assert_eq!(way.proposal(1).co_authors.len(), CO_AUTHORS_MAX);
    let full = Refusal::TooManyCoAuthors { max: 4 };
    assert_eq!(way.join(resident(8), 1), Err(full.clone()));
    let author = resident(1);
    assert_eq!(may_invite(&way.scene(&author, 1, None), way.proposal(1)), Err(full));
    way.ask(resident(4), 1, Command::Leave).unwrap();
    assert_eq!(way.ask(resident(4), 1, Command::Leave), Err(Refusal::NotYourProposal));
    way.join(resident(8), 1).unwrap();
    assert_eq!(way.replayed(1).0, *way.proposal(1));
}
