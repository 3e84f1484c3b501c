//! The session: who is here, what is said, what is resolved, and how it ends.

use huiyin_domain::channels::Channel;
use huiyin_domain::councils::Group;
use huiyin_domain::councils::meeting::MeetingRefusal;
use huiyin_domain::councils::meeting::wire::{LiveCounts, MySeat};
use huiyin_domain::councils::meeting::{
    Command, Outcome, ResolutionForm, Stage, StageKind, Standing, Way, Who,
};
use huiyin_domain::feedback::wire::{MyEchoes, SubmissionPage};
use huiyin_domain::ids::{AttendeeId, ResidentId};
use huiyin_domain::refusals::Refusal;
use huiyin_domain::words::Words;

use super::{
    FRIDAY, ask, at, check_in, decline, done, meeting, notice, opened, read, rsvp, two_councils,
};
use crate::people::here;
use crate::world::on_each_engine;

fn by_code(code: &str) -> Command {
    Command::CheckIn { who: Who::Code { code: code.to_owned() }, way: Way::InPerson }
}

fn walk_in(group: Option<Group>) -> Command {
    Command::CheckIn { who: Who::WalkIn { group }, way: Way::InPerson }
}

pub(super) fn resolve(yes: u32, no: u32) -> Command {
    let words = "同意加装电梯".to_owned();
    let (yes, no) = (yes.to_string(), no.to_string());
    let form = ResolutionForm { words, item: Some(1), yes, no, abstain: String::new() };
    Command::Resolve { form }
}

pub(super) fn close_session() -> Command {
    Command::CloseSession { follow_up: None }
}

#[test]
fn people_are_checked_in_by_code_by_name_and_as_they_walk_in() {
    on_each_engine(async |world| {
        two_councils(world, 5);
        let wang = world.resident("wang").await;
        let code = done(&wang, FRIDAY, &rsvp(Way::InPerson)).await.mine.unwrap().code.unwrap();
        notice(&world.organiser().await, FRIDAY).await;
        let early = ask(&world.organiser().await, FRIDAY, &by_code(&code)).await.refusal();
        assert!(
            matches!(early, Refusal::Meeting { why: MeetingRefusal::TooEarly { .. } }),
            "{early:?}"
        );
        world.clock.set(at("2026-09-11T18:10:00+08:00"));
        let (organiser, wang) = (world.organiser().await, world.resident("wang").await);
        assert_eq!(ask(&wang, FRIDAY, &by_code(&code)).await.refusal(), Refusal::OrganiserOnly);
        let wrong = if code == "000000" { "111111" } else { "000000" };
        assert_eq!(ask(&organiser, FRIDAY, &by_code(wrong)).await.faults()[0].0, "who");
        // Spoken and typed digits are the same digits.
        let spaced = format!("{} {}", &code[..3], &code[3..]);
        done(&organiser, FRIDAY, &by_code(&spaced)).await;
        let twice = ask(&organiser, FRIDAY, &by_code(&code)).await.refusal();
        assert_eq!(twice, meeting(MeetingRefusal::HereAlready));
        done(&organiser, FRIDAY, &check_in(2)).await;
        let page = done(&organiser, FRIDAY, &walk_in(Some(Group::Tenant))).await;
        assert_eq!((page.seats.n_in_room, page.seats.n_walk_ins), (3, 2));
        let seat = read(&wang, FRIDAY).await.mine.unwrap().seat;
        assert_eq!(seat, MySeat::Here { way: Way::InPerson });
        assert_eq!(
            ask(&wang, FRIDAY, &decline()).await.refusal(),
            meeting(MeetingRefusal::HereAlready)
        );
        let undo = Command::UndoCheckIn { number: AttendeeId(3) };
        assert_eq!(done(&organiser, FRIDAY, &undo).await.seats.n_in_room, 2);
        assert_eq!(
            ask(&organiser, FRIDAY, &undo).await.refusal(),
            meeting(MeetingRefusal::NotHere)
        );
    });
}

#[test]
fn each_opinion_is_owed_an_answer_of_its_own() {
    on_each_engine(async |world| {
        two_councils(world, 5);
        let organiser = opened(world).await;
        let say = |words: &str, speaker| Command::RecordOpinion {
            words: Words::parse(words).unwrap(),
            speaker,
            item: Some(1),
        };
        done(&organiser, FRIDAY, &say("电梯要装在北边", Some(ResidentId(1)))).await;
        let page = done(&organiser, FRIDAY, &say("停车位太少", None)).await;
        let numbers: Vec<_> = page.opinions.iter().map(|it| it.submission).collect();
        let wang = world.resident("wang").await;
        let shown: SubmissionPage =
            wang.get(&here(&format!("/feedback/{}", numbers[0]))).await.ok();
        assert_eq!(shown.submission.channel, Channel::Council);
        let mine: MyEchoes = wang.get(&here("/feedback/mine")).await.ok();
        assert_eq!(mine.items.iter().map(|it| it.card.id).collect::<Vec<_>>(), [numbers[0]]);
        let unnamed = "SELECT COUNT(*) FROM submissions WHERE author_id IS NULL";
        assert_eq!(world.number(unnamed), 1);
        let nobody = ask(&organiser, FRIDAY, &say("谁", Some(ResidentId(99)))).await.faults();
        assert_eq!(nobody[0].0, "speaker");
        let stranger = ask(&wang, FRIDAY, &say("我来写", None)).await.refusal();
        assert_eq!(stranger, Refusal::OrganiserOnly);
        // What was refused has used up no number.
        let page = done(&organiser, FRIDAY, &say("楼道灯坏了", None)).await;
        assert_eq!(page.opinions[2].submission.0, numbers[1].0 + 1);
    });
}

#[test]
fn hands_are_counted_while_enough_are_here() {
    on_each_engine(async |world| {
        two_councils(world, 5);
        let organiser = opened(world).await;
        let alone = ask(&organiser, FRIDAY, &resolve(1, 0)).await.refusal();
        assert_eq!(alone, meeting(MeetingRefusal::NoQuorumNow { n_present: 0, quorum: 2 }));
        done(&organiser, FRIDAY, &check_in(1)).await;
        done(&organiser, FRIDAY, &check_in(2)).await;
        let too_many = ask(&organiser, FRIDAY, &resolve(2, 1)).await.refusal();
        let expected = meeting(MeetingRefusal::MoreVotesThanPeople { n_votes: 3, n_present: 2 });
        assert_eq!(too_many, expected);
        let page = done(&organiser, FRIDAY, &resolve(2, 0)).await;
        assert_eq!(page.resolutions[0].standing, Standing::Open);
        let tie = done(&organiser, FRIDAY, &resolve(1, 1)).await;
        assert_eq!(tie.resolutions[1].standing, Standing::NotCarried);
        let undo = Command::UndoCheckIn { number: AttendeeId(1) };
        let counted = ask(&organiser, FRIDAY, &undo).await.refusal();
        assert_eq!(counted, meeting(MeetingRefusal::VotesCounted { least: 2 }));
    });
}

#[test]
fn without_a_quorum_nothing_is_resolved_and_what_comes_next_is_said() {
    on_each_engine(async |world| {
        two_councils(world, 5);
        let organiser = opened(world).await;
        done(&organiser, FRIDAY, &check_in(1)).await;
        let follow_up = Some(Words::parse("下周再开").unwrap());
        let close = Command::CloseSession { follow_up: follow_up.clone() };
        let page = done(&organiser, FRIDAY, &close).await;
        let Stage::Ended { sitting } = page.stage else { panic!("{:?}", page.stage) };
        assert_eq!(sitting.outcome, Outcome::NoQuorum { follow_up });
        let twice = ask(&organiser, FRIDAY, &close).await.refusal();
        assert_eq!(twice, meeting(MeetingRefusal::NotAtThisStage { stage: StageKind::NoQuorum }));
    });
}

#[test]
fn live_counts_are_sent_again_only_when_something_has_changed() {
    on_each_engine(async |world| {
        two_councils(world, 5);
        let organiser = opened(world).await;
        let path = here(&format!("/councils/{FRIDAY}/live"));
        let guest = world.guest();
        let first = guest.get(&path).await;
        let counts: LiveCounts = first.ok();
        assert_eq!((counts.n_present, counts.stage), (0, StageKind::InSession));
        assert_eq!(first.header("etag"), format!("W/\"{}\"", counts.version.0));
        let tag = first.header("etag").to_owned();
        assert_eq!(guest.get_if_changed(&path, &tag).await.status, 304);
        done(&organiser, FRIDAY, &check_in(1)).await;
        let counts: LiveCounts = guest.get_if_changed(&path, &tag).await.ok();
        assert_eq!(counts.n_present, 1);
    });
}
