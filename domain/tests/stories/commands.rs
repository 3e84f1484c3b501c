//! Stories of a contest: what may be done, by whom and when, and what always holds.
use crate::support::{
    AUTHOR, NEIGHBOUR, OTHER_NEIGHBOUR, Story, guest, organiser, reason, resident,
};
use huiyin_domain::{
    contests::{self, Command, ContestRefusal, Phase},
    money::Money,
    proposals::{self, Stage},
    refusals::Refusal,
};

#[test]
fn a_neighbour_co_signs_and_takes_it_back() {
    let mut story = Story::collecting();
    story.proposal(resident(NEIGHBOUR), proposals::Command::CoSign).unwrap();
    assert_eq!(story.n_co_signs(), 1);
    story.proposal(resident(NEIGHBOUR), proposals::Command::WithdrawCoSign).unwrap();
    assert_eq!(story.n_co_signs(), 0);
}

#[test]
fn nobody_co_signs_twice_or_their_own_proposal_or_without_signing_in() {
    let mut story = Story::collecting();
    story.proposal(resident(NEIGHBOUR), proposals::Command::CoSign).unwrap();
    let again = story.proposal(resident(NEIGHBOUR), proposals::Command::CoSign);
    assert_eq!(again, Err(Refusal::AlreadyCoSigned));
    let own = story.proposal(resident(AUTHOR), proposals::Command::CoSign);
    assert_eq!(own, Err(Refusal::YourOwnProposal));
    let unknown = story.proposal(guest(), proposals::Command::CoSign);
    assert_eq!(unknown, Err(Refusal::SignInFirst));
    let staff = story.proposal(organiser(), proposals::Command::CoSign);
    assert_eq!(staff, Err(Refusal::ResidentsOnly));
}

#[test]
fn co_signing_ends_with_collecting() {
    let mut story = Story::collecting();
    story.move_on(Phase::Reviewing);
    let late = story.proposal(resident(NEIGHBOUR), proposals::Command::CoSign);
    let next_at = story.contest.schedule.start(Phase::Notice);
    assert_eq!(late, Err(Refusal::NotInThisPhase { phase: Phase::Reviewing, next_at }));
}

#[test]
fn only_its_author_takes_a_proposal_back_and_only_before_notice() {
    let mut story = Story::collecting();
    let stranger = story.proposal(resident(NEIGHBOUR), proposals::Command::Withdraw);
    assert_eq!(stranger, Err(Refusal::NotYourProposal));
    story.shortlist(Money::yuan(8_000));
    story.move_on(Phase::Reviewing);
    story.move_on(Phase::Notice);
    let late = story.proposal(resident(AUTHOR), proposals::Command::Withdraw);
    assert_eq!(late, Err(Refusal::RulesAreSealed));
}

#[test]
fn what_was_taken_back_stays_so() {
    let mut story = Story::collecting();
    story.proposal(resident(AUTHOR), proposals::Command::Withdraw).unwrap();
    assert_eq!(story.proposal.stage, Stage::Withdrawn);
    let again = story.proposal(resident(AUTHOR), proposals::Command::Withdraw);
    let stage = proposals::StageKind::Withdrawn;
    assert_eq!(again, Err(Refusal::NotAtThisStage { stage }));
    let support = story.proposal(resident(OTHER_NEIGHBOUR), proposals::Command::CoSign);
    assert_eq!(support, Err(Refusal::NotAtThisStage { stage }));
}

#[test]
fn nothing_is_shortlisted_for_nothing_above_the_cap_or_by_a_resident() {
    let mut story = Story::collecting();
    let cap = story.contest.rules.cap;
    let early = story.proposal(organiser(), proposals::Command::Shortlist { cost: cap });
    assert_eq!(early, Err(Refusal::TooFewCoSigns { has: 0, needed: 2 }));
    story.admit();
    let dear = Money::fen(cap.in_fen() + 1);
    let refused = story.proposal(organiser(), proposals::Command::Shortlist { cost: dear });
    assert_eq!(refused, Err(Refusal::AboveCap { cap }));
    let free = proposals::Command::Shortlist { cost: Money::fen(0) };
    assert_eq!(story.proposal(organiser(), free), Err(Refusal::CostsNothing));
    let resident_tries =
        story.proposal(resident(AUTHOR), proposals::Command::Shortlist { cost: cap });
    assert_eq!(resident_tries, Err(Refusal::OrganiserOnly));
    story.proposal(organiser(), proposals::Command::Shortlist { cost: cap }).unwrap();
    assert_eq!(story.proposal.stage, Stage::Shortlisted { cost: cap, months: None });
}

#[test]
fn notice_needs_a_shortlist_and_seals_the_rules() {
    let mut story = Story::collecting();
    story.move_on(Phase::Reviewing);
    let to = Phase::Notice;
    let early = story.contest(organiser(), Command::MoveOn { to, reason: reason() });
    assert_eq!(early, Err(Refusal::NothingShortlisted));
    story.shortlist(Money::yuan(8_000));
    let seal = story.contest.rules.seal();
    let event = story.contest(organiser(), Command::MoveOn { to, reason: reason() }).unwrap();
    assert!(matches!(event, contests::Event::MovedOn { seal: Some(it), .. } if it == seal));
    let late = story.proposal(organiser(), proposals::Command::SetAside { reason: reason() });
    assert_eq!(late, Err(Refusal::RulesAreSealed));
}

#[test]
fn phases_follow_one_another_by_the_organisers_hand_alone() {
    let mut story = Story::collecting();
    let to = Phase::Voting;
    let jump = story.contest(organiser(), Command::MoveOn { to, reason: reason() });
    assert_eq!(jump, Err(Refusal::NotTheNextPhase { phase: Phase::Collecting }));
    let to = Phase::Reviewing;
    let stranger = story.contest(resident(AUTHOR), Command::MoveOn { to, reason: reason() });
    assert_eq!(stranger, Err(Refusal::OrganiserOnly));
    let unknown = story.contest(guest(), Command::MoveOn { to, reason: reason() });
    assert_eq!(unknown, Err(Refusal::SignInFirst));
    story.contest(organiser(), Command::MoveOn { to, reason: reason() }).unwrap();
    let twice = story.contest(organiser(), Command::MoveOn { to, reason: reason() });
    assert_eq!(twice, Err(Refusal::NotTheNextPhase { phase: Phase::Reviewing }));
}

#[test]
fn votes_are_counted_once_after_the_close_and_published_after_the_count() {
    let mut story = Story::collecting();
    let early = story.contest(organiser(), Command::Count);
    assert!(matches!(early, Err(Refusal::NotInThisPhase { .. })));
    story.shortlist(Money::yuan(8_000));
    for to in [Phase::Reviewing, Phase::Notice, Phase::Voting, Phase::Counting] {
        story.move_on(to);
    }
    assert_eq!(story.contest(organiser(), Command::Publish), Err(Refusal::NotCountedYet));
    let closed = contests::is_voting(&story.contest, story.now);
    assert!(matches!(closed, Err(Refusal::VotingClosed { .. })));
    story.contest(organiser(), Command::Count).unwrap();
    assert_eq!(story.contest(organiser(), Command::Count), Err(Refusal::AlreadyCounted));
    story.contest(organiser(), Command::Publish).unwrap();
    assert_eq!(story.contest.phase(story.now), Phase::Objection);
    assert_eq!(story.contest(organiser(), Command::Publish), Err(Refusal::AlreadyCounted));
}

#[test]
fn a_date_is_put_off_only_ahead_and_in_order() {
    let mut story = Story::collecting();
    let far = story.now.plus_millis(400 * huiyin_domain::time::DAY_MS);
    let past = story.now.plus_millis(-1);
    let put = |phase, to| Command::Postpone { phase, to, reason: reason() };
    let out = Err(Refusal::DatesOutOfOrder);
    assert_eq!(story.contest(organiser(), put(Phase::Collecting, far)), out);
    assert_eq!(story.contest(organiser(), put(Phase::Reviewing, past)), out);
    assert_eq!(story.contest(organiser(), put(Phase::Reviewing, far)), out);
    // What begins with an act of the office does not begin by itself, uncounted or unsealed.
    let by_hand = Err(Refusal::Contest { why: ContestRefusal::BeginsByHand });
    assert_eq!(story.contest(organiser(), put(Phase::Notice, far)), by_hand);
    assert_eq!(story.contest(organiser(), put(Phase::Objection, far)), by_hand);
    story.contest(organiser(), put(Phase::Counting, far)).unwrap();
    assert_eq!(story.contest.schedule.start(Phase::Counting), Some(far));
}
