//! Recordings: sent in parts, heard by the office, agreed by whoever spoke.

mod answering;
mod sending;

use axum::body::Body;
use axum::http::{Method, header};
use huiyin_domain::hash::sha256_hex;
use huiyin_domain::recordings::wire::{Begun, NewRecording, PartTaken, RecordingPage};
use huiyin_domain::recordings::{Command, PART_BYTES};

use crate::people::{Answer, Person, here};
use crate::votes::contest_at;
use crate::world::World;

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
