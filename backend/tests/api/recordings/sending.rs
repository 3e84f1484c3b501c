//! Sending a recording: begun, sent part by part, heard, found again.

use huiyin_domain::contests::Phase;
use huiyin_domain::desk::DeskPage;
use huiyin_domain::hash::sha256_hex;
use huiyin_domain::problems::{FieldFault, ProblemKind};
use huiyin_domain::recordings::wire::{
    Begun, NewRecording, PartTaken, RecordingList, RecordingPage,
};
use huiyin_domain::recordings::{
    Command, Media, PART_BYTES, RECORDING_BYTES_MAX, SECONDS_MAX, StageKind, UNDER_WAY_MAX,
};
use huiyin_domain::refusals::Refusal;

use super::{ask, begin, finish, page, part, recording_at, send, tone};
use crate::people::{fresh_key, here};
use crate::votes::contest_at;
use crate::world::{day, on_each_engine};

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
        let desk: DeskPage = organiser.get(&here("/desk")).await.ok();
        assert_eq!(desk.n_recordings, 2);
        let refused = [
            (world.guest(), "?mine", Refusal::SignInFirst),
            (world.guest(), "?waiting", Refusal::SignInFirst),
            (organiser.clone(), "?mine", Refusal::ResidentsOnly),
            (wang, "?waiting", Refusal::StaffOnly),
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
