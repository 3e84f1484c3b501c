//! Each refusal, with what leads to it.
use super::{
    ORGANISER, Story, agenda, decline, here, hours, moved, moving, resident, rsvp, vote, walk_in,
    words,
};
use crate::{
    councils::{
        meeting::{
            Command, MeetingRefusal, Occupied, ResolutionRef, StageKind, Way, Who,
            agenda::{About, AgendaForm},
        },
        rules::SlotProblem,
    },
    ids::{AttendeeId, CouncilId, ResidentId, StaffId},
    problems::{FieldFault, ProblemKind},
    refusals::Refusal,
    residents::Viewer,
    time::{Moment, parse_day},
};

fn cancel() -> Command {
    Command::Cancel { reason: words("停电") }
}

fn replace(id: u32) -> Command {
    Command::ReplaceFacilitator { facilitator: Some(StaffId(id)) }
}

#[test]
fn only_the_organiser_runs_a_council_and_only_residents_sit_in_it() {
    let story = Story::sitting(1, 2);
    let acts = [
        Command::SetAgenda { form: agenda(1) },
        Command::GiveNotice,
        moved("2026-12-05", "19:00", 5, 0),
        Command::ChangeLink { link: None },
        replace(2),
        cancel(),
        Command::Open,
        walk_in(),
        Command::UndoCheckIn { number: AttendeeId(1) },
        Command::RecordOpinion { words: words("好"), speaker: None, item: None },
        vote(1, 0, 0),
        Command::CloseSession { follow_up: None },
        Command::PublishMinutes { summary: words("好") },
        Command::FollowUp { resolution: 1, words: words("好"), is_done: true },
        Command::Close,
    ];
    for act in acts {
        assert_eq!(story.refused(&resident(1), act.clone()), Refusal::OrganiserOnly, "{act:?}");
        assert_eq!(story.refused(&Viewer::Guest, act.clone()), Refusal::SignInFirst, "{act:?}");
    }
    assert_eq!(story.refused(&Viewer::Guest, rsvp(Way::InPerson)), Refusal::SignInFirst);
    assert_eq!(story.refused(&ORGANISER, decline()), Refusal::ResidentsOnly);
    let other = Command::Rsvp { way: Way::InPerson, resident: Some(ResidentId(2)) };
    assert_eq!(story.refused(&resident(1), other), Refusal::OrganiserOnly);
}

#[test]
fn each_act_has_its_stage() {
    let mut story = Story::sitting(1, 2);
    let in_session =
        Refusal::Meeting { why: MeetingRefusal::NotAtThisStage { stage: StageKind::InSession } };
    for act in [Command::GiveNotice, cancel(), Command::Open, Command::Close] {
        assert_eq!(story.refused(&ORGANISER, act), in_session);
    }
    story.plays(&ORGANISER, Command::CloseSession { follow_up: None });
    let held = Refusal::Meeting { why: MeetingRefusal::NotAtThisStage { stage: StageKind::Held } };
    for act in [vote(1, 0, 0), walk_in(), replace(2), Command::SetAgenda { form: agenda(1) }] {
        assert_eq!(story.refused(&ORGANISER, act), held);
    }
    assert_eq!(story.refused(&resident(1), rsvp(Way::InPerson)), held);
}

#[test]
fn notice_needs_an_agenda_and_its_days() {
    let mut story = Story::new(5, 0, 1);
    assert_eq!(
        story.refused(&ORGANISER, Command::GiveNotice),
        Refusal::Meeting { why: MeetingRefusal::NoAgenda }
    );
    let mut form = agenda(5);
    form.items[0].minutes = "61".into();
    let long = Refusal::Meeting { why: MeetingRefusal::AgendaTooLong { minutes: 121, most: 120 } };
    assert_eq!(story.refused(&ORGANISER, Command::SetAgenda { form }), long);
    story.plays(&ORGANISER, Command::SetAgenda { form: agenda(1) });
    let by = parse_day("2026-11-29").unwrap();
    story.at("2026-11-29T23:00:00+08:00");
    assert!(story.asks(&ORGANISER, Command::GiveNotice).is_ok());
    story.at("2026-11-30T00:00:00+08:00");
    let late = Refusal::Meeting { why: MeetingRefusal::NoticeTooLate { by } };
    assert_eq!(story.refused(&ORGANISER, Command::GiveNotice), late);
    story.at("2026-12-05T00:00:00+08:00");
    assert_eq!(
        story.refused(&ORGANISER, Command::GiveNotice),
        Refusal::Meeting { why: MeetingRefusal::InThePast }
    );
}

#[test]
fn an_agenda_takes_up_only_what_is_open() {
    let story = Story::new(5, 0, 1);
    let mut form = agenda(1);
    let of = ResolutionRef { council: CouncilId(1), number: 1 };
    form.items[0].about = About::Resolution { of };
    let act = Command::SetAgenda { form };
    assert_eq!(
        story.refused(&ORGANISER, act),
        Refusal::Meeting { why: MeetingRefusal::UnknownResolution }
    );
    let none = story.asks(&ORGANISER, Command::SetAgenda { form: AgendaForm::default() });
    assert!(matches!(none, Err(ProblemKind::Invalid { .. })));
}

#[test]
fn a_council_moves_only_where_people_can_come() {
    let mut story = Story::noticed(5, 0, 1);
    for (to, refusal) in [
        (
            moved("2026-12-04", "19:00", 5, 0),
            Refusal::Meeting { why: MeetingRefusal::NothingChanged },
        ),
        (moved("2026-11-20", "19:00", 5, 0), Refusal::Meeting { why: MeetingRefusal::InThePast }),
        (
            moved("2026-11-25", "19:00", 5, 0),
            Refusal::Meeting {
                why: MeetingRefusal::NoticeTooLate { by: parse_day("2026-11-20").unwrap() },
            },
        ),
        (
            moved("2026-12-08", "09:00", 5, 0),
            Refusal::Meeting {
                why: MeetingRefusal::InWorkingHours { day: parse_day("2026-12-08").unwrap() },
            },
        ),
        (
            moved("2031-12-08", "19:00", 5, 0),
            Refusal::Meeting { why: MeetingRefusal::UnknownYear { year: 2031 } },
        ),
    ] {
        assert_eq!(story.refused(&ORGANISER, to), refusal);
    }
    let mut form = moving("2026-12-08", "09:00", 5, 0);
    form.why_in_working_hours = "只有这时检修工能来".into();
    // From nine in the morning to nine in the evening nobody sits.
    let hours_of = form.parse_hours().unwrap();
    let problem = SlotProblem::WrongLength { least: 30, most: 240 };
    let all_day = story.refused(&ORGANISER, Command::Move { form: form.clone() });
    assert_eq!(all_day, Refusal::NoSlot { hours: hours_of, problem });
    form.until = "11:00".into();
    assert!(story.asks(&ORGANISER, Command::Move { form }).is_ok());
    let occupied = |room: &str, n| Occupied {
        hours: hours("2026-12-05", 18, 20),
        room: words(room),
        facilitator: Some(StaffId(n)),
    };
    let to = moved("2026-12-05", "19:00", 5, 0);
    story.others = vec![occupied("活动室", 2)];
    assert_eq!(
        story.refused(&ORGANISER, to.clone()),
        Refusal::Meeting { why: MeetingRefusal::RoomTaken }
    );
    story.others = vec![occupied("二楼", 1)];
    assert_eq!(
        story.refused(&ORGANISER, to),
        Refusal::Meeting { why: MeetingRefusal::FacilitatorBusy }
    );
}

#[test]
fn somebody_else_leads_it_or_nobody() {
    let mut story = Story::noticed(5, 0, 1);
    assert_eq!(
        story.refused(&ORGANISER, replace(1)),
        Refusal::Meeting { why: MeetingRefusal::NothingChanged }
    );
    assert_eq!(
        story.refused(&ORGANISER, replace(8)),
        Refusal::Meeting { why: MeetingRefusal::UnknownFacilitator }
    );
    let hours = hours("2026-12-04", 20, 21);
    story.others = vec![Occupied { hours, room: words("二楼"), facilitator: Some(StaffId(2)) }];
    assert_eq!(
        story.refused(&ORGANISER, replace(2)),
        Refusal::Meeting { why: MeetingRefusal::FacilitatorBusy }
    );
    story.plays(&ORGANISER, Command::ReplaceFacilitator { facilitator: None });
    assert_eq!(story.council.facilitator, None);
    let online = Refusal::Meeting { why: MeetingRefusal::NotThisWay { way: Way::Online } };
    assert_eq!(story.refused(&ORGANISER, Command::ChangeLink { link: None }), online);
}

#[test]
fn nobody_answers_twice_or_after_the_end() {
    let mut story = Story::noticed(1, 1, 1);
    story.plays(&resident(1), rsvp(Way::InPerson));
    let twice = Refusal::Meeting { why: MeetingRefusal::AnsweredAlready };
    assert_eq!(story.refused(&resident(1), rsvp(Way::InPerson)), twice);
    story.plays(&resident(2), rsvp(Way::Online));
    let full = Refusal::Meeting { why: MeetingRefusal::OtherWayFull { way: Way::InPerson } };
    assert_eq!(story.refused(&resident(2), rsvp(Way::InPerson)), full);
    story.plays(&resident(3), decline());
    assert_eq!(story.refused(&resident(3), decline()), twice);
    story.at("2026-12-04T21:00:00+08:00");
    let at = Moment::parse("2026-12-04T21:00:00+08:00").unwrap();
    assert_eq!(
        story.refused(&resident(4), rsvp(Way::InPerson)),
        Refusal::Meeting { why: MeetingRefusal::Over { at } }
    );
    let unknown = Command::Rsvp { way: Way::InPerson, resident: Some(ResidentId(99)) };
    let story = Story::noticed(1, 0, 1);
    let Err(ProblemKind::Invalid { problems }) = story.asks(&ORGANISER, unknown) else {
        panic!("nobody has that number");
    };
    assert_eq!(problems[0].fault, FieldFault::UnknownResident);
    let online = Refusal::Meeting { why: MeetingRefusal::NotThisWay { way: Way::Online } };
    assert_eq!(story.refused(&resident(1), rsvp(Way::Online)), online);
}

#[test]
fn the_door_opens_an_hour_before_and_on_that_day() {
    let mut story = Story::noticed(5, 0, 1);
    let from = Moment::parse("2026-12-04T18:00:00+08:00").unwrap();
    assert_eq!(
        story.refused(&ORGANISER, walk_in()),
        Refusal::Meeting { why: MeetingRefusal::TooEarly { from } }
    );
    assert_eq!(
        story.refused(&ORGANISER, Command::Open),
        Refusal::Meeting { why: MeetingRefusal::TooEarly { from } }
    );
    story.at("2026-12-04T18:00:00+08:00");
    story.plays(&ORGANISER, here(1));
    assert_eq!(
        story.refused(&ORGANISER, here(1)),
        Refusal::Meeting { why: MeetingRefusal::HereAlready }
    );
    assert_eq!(
        story.refused(&resident(1), decline()),
        Refusal::Meeting { why: MeetingRefusal::HereAlready }
    );
    let nobody = Command::UndoCheckIn { number: AttendeeId(9) };
    assert_eq!(
        story.refused(&ORGANISER, nobody),
        Refusal::Meeting { why: MeetingRefusal::NotHere }
    );
    story.at("2026-12-05T00:00:00+08:00");
    let over = Refusal::Meeting { why: MeetingRefusal::Over { at: story.council.hours.ends() } };
    assert_eq!(story.refused(&ORGANISER, Command::Open), over);
    let code = Command::CheckIn { who: Who::Code { code: "?".into() }, way: Way::InPerson };
    story.at("2026-12-04T19:00:00+08:00");
    assert!(matches!(story.asks(&ORGANISER, code), Err(ProblemKind::Invalid { .. })));
}

#[test]
fn votes_need_people_and_people_stay_counted() {
    let mut story = Story::sitting(3, 2);
    let few = Refusal::Meeting { why: MeetingRefusal::NoQuorumNow { n_present: 2, quorum: 3 } };
    assert_eq!(story.refused(&ORGANISER, vote(1, 0, 0)), few);
    story.plays(&ORGANISER, walk_in());
    story.plays(&ORGANISER, walk_in());
    let many =
        Refusal::Meeting { why: MeetingRefusal::MoreVotesThanPeople { n_votes: 5, n_present: 4 } };
    assert_eq!(story.refused(&ORGANISER, vote(3, 1, 1)), many);
    assert_eq!(
        story.refused(&ORGANISER, vote(0, 0, 4)),
        Refusal::Meeting { why: MeetingRefusal::NobodyVoted }
    );
    story.plays(&ORGANISER, vote(3, 0, 1));
    let undo = Command::UndoCheckIn { number: AttendeeId(1) };
    assert_eq!(
        story.refused(&ORGANISER, undo),
        Refusal::Meeting { why: MeetingRefusal::VotesCounted { least: 4 } }
    );
}

#[test]
fn a_council_is_closed_when_nothing_is_open() {
    let mut story = Story::sitting(1, 3);
    story.plays(&ORGANISER, vote(3, 0, 0));
    story.plays(&ORGANISER, vote(0, 3, 0));
    story.plays(&ORGANISER, Command::CloseSession { follow_up: None });
    story.plays(&ORGANISER, Command::PublishMinutes { summary: words("好") });
    let open = Refusal::Meeting { why: MeetingRefusal::ResolutionsOpen { n_open: 1 } };
    assert_eq!(story.refused(&ORGANISER, Command::Close), open);
    let follow = |resolution| Command::FollowUp { resolution, words: words("好"), is_done: true };
    assert_eq!(
        story.refused(&ORGANISER, follow(2)),
        Refusal::Meeting { why: MeetingRefusal::NotCarried }
    );
    assert_eq!(
        story.refused(&ORGANISER, follow(3)),
        Refusal::Meeting { why: MeetingRefusal::UnknownResolution }
    );
}
