//! Writing a recording down, and what whoever spoke says to that.

use huiyin_domain::contests::Phase;
use huiyin_domain::ids::{ProposalId, Version};
use huiyin_domain::problems::ProblemKind;
use huiyin_domain::proposals::ProposalForm;
use huiyin_domain::proposals::wire::{ProposalList, ProposalPage};
use huiyin_domain::recordings::wire::{Begun, Offer, RecordingList, RecordingPage};
use huiyin_domain::recordings::{Command, Stage, StageKind};
use huiyin_domain::refusals::Refusal;

use super::{ask, begin, page, part, recording_at, send, tone};
use crate::people::{Person, fresh_key, here};
use crate::votes::{contest_at, proposal_at, proposal_form, reason};
use crate::world::{World, on_each_engine};

fn write(title: &str) -> Command {
    Command::Write { form: proposal_form(title) }
}

/// Sends one, which the office then writes down.
async fn written(world: &World, person: &Person, contest: u32) -> Begun {
    let begun = send(world, person, contest).await;
    let organiser = world.organiser().await;
    assert_eq!(ask(world, &organiser, begun.id.0, &write("加灯")).await.status, 200);
    begun
}

#[test]
fn what_was_spoken_becomes_a_proposal_under_the_number_that_was_told() {
    on_each_engine(async |world| {
        let contest = world.collecting().await;
        let (wang, organiser) = (world.resident("wang").await, world.organiser().await);
        let begun = send(world, &wang, contest).await;
        // Others come in between; the number stays.
        let other = world.propose(&world.resident("li").await, contest, "修路").await;
        assert_ne!(ProposalId(other), begun.number);
        let seen = page(&organiser, begun.id.0).await;
        assert_eq!((seen.number, seen.author_name.as_deref()), (begun.number, Some("wang")));
        assert_eq!(seen.offers, [Offer::Write, Offer::SayUnclear]);
        let missing = world.guest().get(&proposal_at(begun.number.0, "")).await;
        assert_eq!(missing.status, 404, "nothing is published unasked");

        assert_eq!(ask(world, &organiser, begun.id.0, &write("加灯")).await.status, 200);
        let read_back = page(&wang, begun.id.0).await;
        assert!(matches!(&read_back.stage, Stage::Written { content, .. }
            if content.title.as_str() == "加灯"));
        let agreed: RecordingPage = ask(world, &wang, begun.id.0, &Command::Agree).await.ok();
        assert_eq!(agreed.stage.kind(), StageKind::Agreed);
        assert_eq!(agreed.story.len(), 4);

        let proposal: ProposalPage = world.guest().get(&proposal_at(begun.number.0, "")).await.ok();
        assert_eq!((proposal.id, proposal.author_name.as_deref()), (begun.number, Some("wang")));
        assert!(world.proposal(&wang, begun.number.0).await.is_mine);
        let list: ProposalList =
            world.guest().get(&contest_at(contest, "/proposals?sort=number")).await.ok();
        let numbers: Vec<_> = list.items.iter().map(|card| card.id).collect();
        assert_eq!(numbers, [begun.number, ProposalId(other)]);
        assert_eq!(world.contest(&wang, contest).await.n_proposals, 2);
        let by_voice = "SELECT COUNT(*) FROM proposals WHERE state LIKE '%\"channel\":\"voice\"%'";
        assert_eq!(world.number(by_voice), 1);
    });
}

#[test]
fn only_the_office_writes_and_its_faults_are_told_by_field() {
    on_each_engine(async |world| {
        let contest = world.collecting().await;
        let (wang, organiser) = (world.resident("wang").await, world.organiser().await);
        let id = send(world, &wang, contest).await.id.0;
        let by_wang = ask(world, &wang, id, &write("加灯")).await;
        assert_eq!(by_wang.refusal(), Refusal::StaffOnly);
        let li = world.resident("li").await;
        let by_neighbour = ask(world, &li, id, &write("加灯")).await;
        assert_eq!(by_neighbour.refusal(), Refusal::NotYourRecording);
        let empty = Command::Write { form: ProposalForm::default() };
        let faults = ask(world, &organiser, id, &empty).await.faults();
        let fields: Vec<_> = faults.iter().map(|(field, _)| field.as_str()).collect();
        assert_eq!(fields, ["title", "place", "why", "cost"]);
        let without = organiser.post(&recording_at(id, "/commands"), &write("加灯")).await;
        assert!(matches!(without.problem(), ProblemKind::Malformed { .. }));
        assert_eq!(ask(world, &organiser, id, &write("加灯")).await.status, 200);
    });
}

#[test]
fn a_yes_is_about_the_text_that_was_read_and_counts_once() {
    on_each_engine(async |world| {
        let contest = world.collecting().await;
        let (wang, organiser) = (world.resident("wang").await, world.organiser().await);
        let id = written(world, &wang, contest).await.id.0;
        let read = page(&wang, id).await.version;
        assert_eq!(ask(world, &organiser, id, &write("拆灯")).await.status, 200);
        let path = recording_at(id, "/commands");
        let stale = wang.command(&path, read.0, &Command::Agree).await.refusal();
        assert_eq!(stale, Refusal::Stale { found: Version(read.0 + 1) });
        let by_office = ask(world, &organiser, id, &Command::Agree).await;
        assert_eq!(by_office.refusal(), Refusal::ResidentsOnly);
        let key = fresh_key();
        let first = wang.command_with_key(&path, read.0 + 1, &Command::Agree, &key).await;
        let again = wang.command_with_key(&path, read.0 + 1, &Command::Agree, &key).await;
        assert_eq!((first.status.as_u16(), &first.body), (200, &again.body));
        let stage = StageKind::Agreed;
        let twice = ask(world, &wang, id, &Command::Agree).await.refusal();
        assert_eq!(twice, Refusal::RecordingNotAtThisStage { stage });
        assert_eq!(world.number("SELECT COUNT(*) FROM proposals"), 1);
    });
}

#[test]
fn a_no_brings_it_back_to_the_office_with_the_note() {
    on_each_engine(async |world| {
        let contest = world.collecting().await;
        let (wang, organiser) = (world.resident("wang").await, world.organiser().await);
        let id = written(world, &wang, contest).await.id.0;
        let no = Command::Disagree { note: Some(reason("不是加灯，是修灯")) };
        let page: RecordingPage = ask(world, &wang, id, &no).await.ok();
        assert_eq!(page.stage.kind(), StageKind::Waiting);
        let waiting: RecordingList = organiser.get(&here("/recordings?waiting")).await.ok();
        assert_eq!((waiting.items[0].id.0, waiting.items[0].n_misheard), (id, 1));
        let seen: RecordingPage = organiser.get(&recording_at(id, "")).await.ok();
        assert_eq!(seen.misheard[0].note, Some(reason("不是加灯，是修灯")));
        assert_eq!(world.number("SELECT COUNT(*) FROM proposals"), 0);
        assert_eq!(ask(world, &organiser, id, &write("修灯")).await.status, 200);
        assert_eq!(ask(world, &wang, id, &Command::Agree).await.status, 200);
    });
}

#[test]
fn what_cannot_be_understood_is_said_so_with_a_reason() {
    on_each_engine(async |world| {
        let contest = world.collecting().await;
        let (wang, organiser) = (world.resident("wang").await, world.organiser().await);
        let id = send(world, &wang, contest).await.id.0;
        let unclear = Command::Unclear { reason: reason("风声太大，听不清是几号楼") };
        assert_eq!(ask(world, &wang, id, &unclear).await.refusal(), Refusal::StaffOnly);
        assert_eq!(ask(world, &organiser, id, &unclear).await.status, 200);
        let seen = page(&wang, id).await;
        assert!(matches!(&seen.stage, Stage::Unclear { reason: why, .. }
            if why.as_str().contains("风声")));
        let stage = StageKind::Unclear;
        let twice = ask(world, &organiser, id, &unclear).await.refusal();
        assert_eq!(twice, Refusal::RecordingNotAtThisStage { stage });
    });
}

#[test]
fn what_is_taken_back_is_gone() {
    on_each_engine(async |world| {
        let contest = world.collecting().await;
        let wang = world.resident("wang").await;
        let id = written(world, &wang, contest).await.id.0;
        let half = begin(&wang, contest).await.ok::<Begun>().id.0;
        assert_eq!(part(&wang, half, 0, &tone(1)).await.status, 200);
        assert_eq!(world.n_files("recordings"), 2);
        let li = world.resident("li").await;
        let stranger = ask(world, &li, id, &Command::Withdraw).await;
        assert_eq!(stranger.refusal(), Refusal::NotYourRecording);
        for id in [id, half] {
            assert_eq!(ask(world, &wang, id, &Command::Withdraw).await.status, 200);
            assert_eq!(wang.get(&recording_at(id, "/audio")).await.status, 404);
        }
        assert_eq!(world.n_files("recordings"), 0);
        assert_eq!(world.number("SELECT COUNT(*) FROM recording_parts"), 0);
        assert_eq!(page(&wang, id).await.stage, Stage::Withdrawn);
        let stage = StageKind::Withdrawn;
        let twice = ask(world, &wang, id, &Command::Withdraw).await.refusal();
        assert_eq!(twice, Refusal::RecordingNotAtThisStage { stage });
        let told = "SELECT COUNT(*) FROM recordings WHERE state LIKE '%加灯%'";
        assert_eq!(world.number(told), 0);
    });
}

#[test]
fn what_came_in_time_is_agreed_in_review_and_nothing_after_notice() {
    on_each_engine(async |world| {
        let (wang, organiser) = (world.resident("wang").await, world.organiser().await);
        let contest = world.collecting().await;
        let in_time = send(world, &wang, contest).await;
        let too_late = send(world, &wang, contest).await.id.0;
        world.enter(contest, &[Phase::Reviewing]).await;
        for id in [in_time.id.0, too_late] {
            assert_eq!(ask(world, &organiser, id, &write("加灯")).await.status, 200);
        }
        assert_eq!(ask(world, &wang, in_time.id.0, &Command::Agree).await.status, 200);
        assert_eq!(world.shortlist(in_time.number.0, 3_000).await.status, 200);
        world.enter(contest, &[Phase::Notice]).await;
        let late = Refusal::TooLateForRecording;
        assert_eq!(ask(world, &wang, too_late, &Command::Agree).await.refusal(), late);
        let no = Command::Disagree { note: None };
        assert_eq!(ask(world, &wang, too_late, &no).await.refusal(), late);
        let again = ask(world, &organiser, too_late, &write("修灯")).await;
        assert_eq!(again.refusal(), late);
        assert_eq!(page(&wang, too_late).await.offers, [Offer::Withdraw]);
        assert_eq!(world.contest(&wang, contest).await.n_proposals, 1);
    });
}
