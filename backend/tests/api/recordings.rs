//! Recordings: sent in parts, heard by the office, agreed by whoever spoke.

use axum::body::Body;
use axum::http::{Method, header};
use huiyin_domain::contests::Phase;
use huiyin_domain::hash::sha256_hex;
use huiyin_domain::ids::{ProposalId, Version};
use huiyin_domain::problems::{FieldFault, ProblemKind};
use huiyin_domain::proposals::ProposalForm;
use huiyin_domain::proposals::wire::{ProposalList, ProposalPage};
use huiyin_domain::recordings::wire::{
    Begun, NewRecording, Offer, PartTaken, RecordingList, RecordingPage,
};
use huiyin_domain::recordings::{
    Command, Media, PART_BYTES, RECORDING_BYTES_MAX, SECONDS_MAX, Stage, StageKind, UNDER_WAY_MAX,
};
use huiyin_domain::refusals::Refusal;

use crate::people::{Answer, Person, fresh_key, here};
use crate::votes::{contest_at, proposal_at, proposal_form, reason};
use crate::world::{World, day, on_each_engine};

/// A test tone of so many seconds: eight thousand samples a second, one byte each.
pub(crate) fn tone(seconds: u32) -> Vec<u8> {
    let n_samples = seconds * 8_000;
    let mut wav = Vec::new();
    wav.extend(b"RIFF");
    wav.extend((n_samples + 36).to_le_bytes());
    wav.extend(b"WAVEfmt \x10\0\0\0\x01\0\x01\0");
    wav.extend(8_000_u32.to_le_bytes());
    wav.extend(8_000_u32.to_le_bytes());
    wav.extend(b"\x01\0\x08\0data");
    wav.extend(n_samples.to_le_bytes());
    wav.extend((0..n_samples).map(|at| if at / 9 % 2 == 0 { 96 } else { 160 }));
    wav
}

pub(crate) fn recording_at(id: u32, rest: &str) -> String {
    here(&format!("/recordings/{id}{rest}"))
}

pub(crate) async fn begin(person: &Person, contest: u32) -> Answer {
    let new = NewRecording { seconds: 20 };
    person.post(&contest_at(contest, "/recordings"), &new).await
}

pub(crate) async fn part(person: &Person, id: u32, n: u32, bytes: &[u8]) -> Answer {
    let request = person.request(Method::PUT, &recording_at(id, &format!("/parts/{n}")));
    let request = request.header(header::CONTENT_TYPE, "application/octet-stream");
    person.send(request, Body::from(bytes.to_vec())).await
}

pub(crate) async fn page(person: &Person, id: u32) -> RecordingPage {
    person.get(&recording_at(id, "")).await.ok()
}

/// Asks at the version the recording has, as somebody who sees it knows it.
pub(crate) async fn ask(world: &World, person: &Person, id: u32, command: &Command) -> Answer {
    let version = page(&world.organiser().await, id).await.version;
    person.command(&recording_at(id, "/commands"), version.0, command).await
}

fn finish(sound: &[u8]) -> Command {
    let n_parts = sound.chunks(PART_BYTES as usize).count();
    let n_parts = u32::try_from(n_parts).expect("tests speak briefly");
    Command::Finish { n_parts, sha256: Some(sha256_hex(sound)) }
}

/// Sends a whole recording of twenty seconds.
pub(crate) async fn send(world: &World, person: &Person, contest: u32) -> Begun {
    let (sound, begun) = (tone(20), begin(person, contest).await.ok::<Begun>());
    for (n, bytes) in (0..).zip(sound.chunks(PART_BYTES as usize)) {
        let taken: PartTaken = part(person, begun.id.0, n, bytes).await.ok();
        assert_eq!(taken.next, n + 1);
    }
    assert_eq!(ask(world, person, begun.id.0, &finish(&sound)).await.status, 200);
    begun
}

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
fn a_recording_is_begun_by_a_resident_while_proposals_are_collected() {
    on_each_engine(async |world| {
        let contest = world.collecting().await;
        let (wang, organiser) = (world.resident("wang").await, world.organiser().await);
        assert_eq!(begin(&world.guest(), contest).await.refusal(), Refusal::SignInFirst);
        assert_eq!(begin(&organiser, contest).await.refusal(), Refusal::ResidentsOnly);
        let range = FieldFault::OutOfRange { least: 1, most: SECONDS_MAX };
        for seconds in [0, SECONDS_MAX + 1] {
            let new = NewRecording { seconds };
            let answer = wang.post(&contest_at(contest, "/recordings"), &new).await;
            assert_eq!(answer.faults(), [("seconds".to_owned(), range.clone())]);
        }
        world.clock.set(day(10));
        let late = begin(&wang, contest).await.refusal();
        assert!(matches!(late, Refusal::NotInThisPhase { phase: Phase::Reviewing, .. }));
        assert_eq!(world.number("SELECT COUNT(*) FROM recordings"), 0);
    });
}

#[test]
fn five_may_be_under_way_and_a_second_tap_begins_no_second_one() {
    on_each_engine(async |world| {
        let contest = world.collecting().await;
        let (wang, key) = (world.resident("wang").await, fresh_key());
        let (path, new) = (contest_at(contest, "/recordings"), NewRecording { seconds: 20 });
        let first = wang.post_with_key(&path, &new, &key).await;
        let again = wang.post_with_key(&path, &new, &key).await;
        assert_eq!((first.status.as_u16(), &first.body), (201, &again.body));
        for _ in 1..UNDER_WAY_MAX {
            assert_eq!(begin(&wang, contest).await.status, 201);
        }
        let most = Refusal::TooManyRecordings { max: UNDER_WAY_MAX };
        assert_eq!(begin(&wang, contest).await.refusal(), most);
        // A neighbour's are their own, and one taken back makes room.
        assert_eq!(begin(&world.resident("li").await, contest).await.status, 201);
        let id = first.ok::<Begun>().id.0;
        assert_eq!(ask(world, &wang, id, &Command::Withdraw).await.status, 200);
        assert_eq!(begin(&wang, contest).await.status, 201);
    });
}

#[test]
fn an_upload_that_was_cut_off_goes_on_where_it_stopped() {
    on_each_engine(async |world| {
        let contest = world.collecting().await;
        let (wang, sound) = (world.resident("wang").await, tone(20));
        let id = begin(&wang, contest).await.ok::<Begun>().id.0;
        let parts: Vec<_> = sound.chunks(PART_BYTES as usize).collect();
        assert_eq!(page(&wang, id).await.next_part, Some(0));
        assert_eq!(part(&wang, id, 0, parts[0]).await.status, 200);
        // The answer was lost: the same part comes again.
        assert_eq!(part(&wang, id, 0, parts[0]).await.ok::<PartTaken>().next, 1);
        let ahead = part(&wang, id, 2, parts[2]).await.refusal();
        assert_eq!(ahead, Refusal::PartMissing { next: 1 });
        let early = ask(world, &wang, id, &finish(&sound)).await.refusal();
        assert_eq!(early, Refusal::PartMissing { next: 1 });

        // Another phone, another day.
        world.clock.set(day(3));
        let again = world.resident("wang").await;
        let next = page(&again, id).await.next_part.unwrap() as usize;
        for (n, bytes) in parts.iter().enumerate().skip(next) {
            assert_eq!(part(&again, id, n as u32, bytes).await.status, 200);
        }
        let whole: RecordingPage = ask(world, &again, id, &finish(&sound)).await.ok();
        assert_eq!((whole.stage.kind(), whole.next_part), (StageKind::Waiting, None));
        let heard = wang.get(&recording_at(id, "/audio")).await;
        assert_eq!(heard.body, sound);
        assert_eq!(world.n_files("recordings"), 1, "parts become one file");
        assert_eq!(world.number("SELECT COUNT(*) FROM recording_parts"), 0);
    });
}

#[test]
fn other_bytes_under_the_same_number_are_refused() {
    on_each_engine(async |world| {
        let contest = world.collecting().await;
        let (wang, sound) = (world.resident("wang").await, tone(5));
        let id = begin(&wang, contest).await.ok::<Begun>().id.0;
        assert_eq!(part(&wang, id, 0, &sound).await.status, 200);
        let other = part(&wang, id, 0, &tone(4)).await.refusal();
        assert_eq!(other, Refusal::SoundDiffers);
        let wrong = Command::Finish { n_parts: 1, sha256: Some(sha256_hex(b"other")) };
        assert_eq!(ask(world, &wang, id, &wrong).await.refusal(), Refusal::SoundDiffers);
        assert_eq!(ask(world, &wang, id, &finish(&sound)).await.status, 200);
    });
}

#[test]
fn what_is_no_sound_or_too_much_is_told() {
    on_each_engine(async |world| {
        let contest = world.collecting().await;
        let wang = world.resident("wang").await;
        let id = begin(&wang, contest).await.ok::<Begun>().id.0;
        for bytes in [b"".as_slice(), b"<svg/>", b"\x89PNG\r\n\x1a\n"] {
            let answer = part(&wang, id, 0, bytes).await;
            assert_eq!(answer.status, 422);
            assert_eq!(answer.problem(), ProblemKind::NotARecording);
        }
        let nothing = Command::Finish { n_parts: 0, sha256: None };
        let answer = ask(world, &wang, id, &nothing).await;
        assert_eq!(answer.problem(), ProblemKind::NotARecording);
        let too_large = ProblemKind::RecordingTooLarge { max_bytes: RECORDING_BYTES_MAX };
        for n_bytes in [PART_BYTES as usize + 1, 1_000_000] {
            let mut bytes = tone(1);
            bytes.resize(n_bytes, 128);
            let answer = part(&wang, id, 0, &bytes).await;
            assert_eq!((answer.status.as_u16(), answer.problem()), (413, too_large.clone()));
        }
        assert_eq!(world.n_files("recordings"), 0);
    });
}

#[test]
fn a_recording_of_more_than_five_megabytes_is_too_large() {
    on_each_engine(async |world| {
        let contest = world.collecting().await;
        let (wang, sound) = (world.resident("wang").await, tone(640));
        let id = begin(&wang, contest).await.ok::<Begun>().id.0;
        let mut answers = Vec::new();
        for (n, bytes) in (0..).zip(sound.chunks(PART_BYTES as usize)) {
            answers.push(part(&wang, id, n, bytes).await);
        }
        let (last, first) = answers.split_last().unwrap();
        let n_full = (RECORDING_BYTES_MAX / PART_BYTES) as usize;
        assert!(first[..n_full].iter().all(|answer| answer.status == 200));
        assert!(matches!(first[n_full].problem(), ProblemKind::RecordingTooLarge { .. }));
        assert!(!last.status.is_success());
    });
}

#[test]
fn a_recording_is_heard_by_its_author_and_the_office_alone() {
    on_each_engine(async |world| {
        let contest = world.collecting().await;
        let (wang, organiser) = (world.resident("wang").await, world.organiser().await);
        let id = send(world, &wang, contest).await.id.0;
        for rest in ["", "/audio"] {
            let path = recording_at(id, rest);
            assert_eq!(world.guest().get(&path).await.refusal(), Refusal::SignInFirst);
            let neighbour = world.resident("li").await.get(&path).await;
            assert_eq!(neighbour.refusal(), Refusal::NotYourRecording);
            assert_eq!(organiser.get(&path).await.status, 200);
        }
        let heard = wang.get(&recording_at(id, "/audio")).await;
        assert_eq!(heard.header("content-type"), Media::Wav.content_type());
        assert_eq!(heard.header("x-content-type-options"), "nosniff");
        assert!(heard.header("cache-control").contains("no-store"));
        assert_eq!(heard.body, tone(20));
        let none = begin(&wang, contest).await.ok::<Begun>().id.0;
        assert_eq!(wang.get(&recording_at(none, "/audio")).await.status, 404);
        assert_eq!(wang.get(&recording_at(99, "")).await.status, 404);
    });
}

#[test]
fn parts_are_sent_by_whoever_speaks_and_not_after_the_end() {
    on_each_engine(async |world| {
        let contest = world.collecting().await;
        let wang = world.resident("wang").await;
        let id = begin(&wang, contest).await.ok::<Begun>().id.0;
        let (li, organiser) = (world.resident("li").await, world.organiser().await);
        let asked = [
            (world.guest(), Refusal::SignInFirst),
            (li, Refusal::NotYourRecording),
            (organiser, Refusal::ResidentsOnly),
        ];
        for (person, refusal) in asked {
            assert_eq!(part(&person, id, 0, &tone(1)).await.refusal(), refusal);
            let finished = ask(world, &person, id, &finish(&tone(1))).await;
            assert_eq!(finished.refusal(), refusal);
        }
        let whole = send(world, &wang, contest).await.id.0;
        let stage = StageKind::Waiting;
        let more = part(&wang, whole, 3, &tone(1)).await.refusal();
        assert_eq!(more, Refusal::RecordingNotAtThisStage { stage });
    });
}

#[test]
fn a_lost_answer_to_the_end_is_given_again() {
    on_each_engine(async |world| {
        let contest = world.collecting().await;
        let (wang, sound, key) = (world.resident("wang").await, tone(5), fresh_key());
        let id = begin(&wang, contest).await.ok::<Begun>().id.0;
        assert_eq!(part(&wang, id, 0, &sound).await.status, 200);
        let path = recording_at(id, "/commands");
        let first = wang.post_with_key(&path, &finish(&sound), &key).await;
        let again = wang.post_with_key(&path, &finish(&sound), &key).await;
        assert_eq!((first.status.as_u16(), &first.body), (200, &again.body));
        assert_eq!(wang.get(&recording_at(id, "/audio")).await.body, sound);
    });
}

#[test]
fn only_the_office_writes_and_its_faults_are_told_by_field() {
    on_each_engine(async |world| {
        let contest = world.collecting().await;
        let (wang, organiser) = (world.resident("wang").await, world.organiser().await);
        let id = send(world, &wang, contest).await.id.0;
        let by_wang = ask(world, &wang, id, &write("加灯")).await;
        assert_eq!(by_wang.refusal(), Refusal::OrganiserOnly);
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
        assert_eq!(ask(world, &wang, id, &unclear).await.refusal(), Refusal::OrganiserOnly);
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
        let vote = world.reviewed().await;
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
        assert_ne!(vote.contest, contest);
    });
}

#[test]
fn everybody_finds_their_own_and_the_office_those_that_wait_longest() {
    on_each_engine(async |world| {
        let contest = world.collecting().await;
        let (wang, li) = (world.resident("wang").await, world.resident("li").await);
        let first = send(world, &wang, contest).await.id;
        let second = send(world, &li, contest).await.id;
        let third = begin(&wang, contest).await.ok::<Begun>().id;
        let mine: RecordingList = wang.get(&here("/recordings?mine")).await.ok();
        let ids: Vec<_> = mine.items.iter().map(|card| card.id).collect();
        assert_eq!((ids, mine.are_taken), (vec![third, first], true));
        assert_eq!(mine.items[0].contest_title, "2026秋季提案大赛");
        let organiser = world.organiser().await;
        let waiting: RecordingList = organiser.get(&here("/recordings?waiting")).await.ok();
        let ids: Vec<_> = waiting.items.iter().map(|card| card.id).collect();
        assert_eq!((ids, waiting.next), (vec![first, second], None));
        let refused = [
            (world.guest(), "?mine", Refusal::SignInFirst),
            (world.guest(), "?waiting", Refusal::SignInFirst),
            (organiser.clone(), "?mine", Refusal::ResidentsOnly),
            (wang, "?waiting", Refusal::OrganiserOnly),
        ];
        for (person, query, refusal) in refused {
            let answer = person.get(&here(&format!("/recordings{query}"))).await;
            assert_eq!(answer.refusal(), refusal);
        }
        for query in ["", "?mine&waiting", "?waiting&after=x"] {
            let answer = organiser.get(&here(&format!("/recordings{query}"))).await;
            assert!(matches!(answer.problem(), ProblemKind::Malformed { .. }), "{query}");
        }
    });
}
