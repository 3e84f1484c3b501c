//! Stories of what the office enters for a resident.
use crate::support::{AUTHOR, NEIGHBOUR, Story, guest, organiser, resident};
use huiyin_domain::{
    channels::Channel,
    contests::Phase,
    entering::{CameBy, CoSignEntry, Received, may_enter_co_sign, may_enter_into, may_replace},
    ids::ResidentId,
    money::Money,
    refusals::Refusal,
    time::{DAY_MS, Day, parse_day},
    times::{KeptTimes, WeekTimes},
};

fn day(raw: &str) -> Day {
    parse_day(raw).expect("a day of a story")
}

fn on_paper(on: &str) -> Received {
    Received { came_by: CameBy::Paper, on: day(on) }
}

fn co_sign(story: &Story, by: u32, has_co_signed: bool) -> Result<(), Refusal> {
    let entry = CoSignEntry { resident: ResidentId(by), received: on_paper("2026-11-22") };
    let (by, contest, proposal) = (&organiser(), &story.contest, &story.proposal);
    may_enter_co_sign(by, story.now, contest, proposal, &entry, has_co_signed)
}

#[test]
fn only_staff_enter_for_others() {
    let story = Story::collecting();
    let received = on_paper("2026-11-22");
    let ask = |by| may_enter_into(&by, story.now, &story.contest, received);
    assert_eq!(ask(organiser()), Ok(()));
    assert_eq!(ask(guest()), Err(Refusal::SignInFirst));
    assert_eq!(ask(resident(NEIGHBOUR)), Err(Refusal::OrganiserOnly));
}

#[test]
fn what_counts_is_the_day_on_which_it_was_received() {
    let mut story = Story::collecting();
    // Collecting began on the 21st and ends on the 2nd of December in the morning.
    story.now = story.now.plus_millis(12 * DAY_MS);
    let ask = |on| may_enter_into(&organiser(), story.now, &story.contest, on_paper(on));
    let (from, until) = (day("2026-11-21"), day("2026-12-02"));
    assert_eq!(ask("2026-11-21"), Ok(()));
    assert_eq!(ask("2026-12-02"), Ok(()));
    for on in ["2026-11-20", "2026-12-03"] {
        assert_eq!(ask(on), Err(Refusal::NotReceivedInTime { from, until }));
    }
}

#[test]
fn from_notice_on_what_can_be_voted_for_stands_fast() {
    let mut story = Story::collecting();
    story.shortlist(Money::yuan(100));
    story.move_on(Phase::Reviewing);
    story.move_on(Phase::Notice);
    let entered = may_enter_into(&organiser(), story.now, &story.contest, on_paper("2026-11-22"));
    assert_eq!(entered, Err(Refusal::RulesAreSealed));
}

#[test]
fn a_co_signature_is_entered_once_and_not_for_its_author() {
    let mut story = Story::collecting();
    assert_eq!(co_sign(&story, NEIGHBOUR, false), Ok(()));
    assert_eq!(co_sign(&story, NEIGHBOUR, true), Err(Refusal::AlreadyCoSigned));
    assert_eq!(co_sign(&story, AUTHOR, false), Err(Refusal::YourOwnProposal));
    story.shortlist(Money::yuan(100));
    let stage = story.proposal.stage.kind();
    assert_eq!(co_sign(&story, NEIGHBOUR, false), Err(Refusal::NotAtThisStage { stage }));
}

#[test]
fn nothing_is_received_tomorrow_and_the_newest_answer_stands() {
    let story = Story::collecting();
    assert!(on_paper("2026-11-22").check(story.now).is_ok());
    assert_eq!(on_paper("2026-11-23").check(story.now).unwrap_err().field, "received");
    let kept = KeptTimes { times: WeekTimes::Never, channel: Channel::App, at: story.now };
    assert_eq!(may_replace(on_paper("2026-11-22"), &kept), Ok(()));
    let on = day("2026-11-22");
    assert_eq!(may_replace(on_paper("2026-11-21"), &kept), Err(Refusal::NewerAnswer { on }));
}
