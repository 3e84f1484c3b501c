//! What is done with recordings, in one transaction each.

use axum::body::Bytes;
use huiyin_domain::{
    channels::Channel,
    contests::Contest,
    hash::sha256_hex,
    ids::{ContestId, RecordingId, Version},
    recordings::{
        self, Command, Decision, Event, Recording, Scene, Sound,
        wire::{Begun, NewRecording, PartTaken, RecordingPage},
    },
    refusals::Refusal,
};

use super::{pages, rows};
use crate::{
    contests,
    failure::{Failure, Outcome},
    here::Here,
    proposals::service::{self as proposing, Incoming},
    store::{Tx, counters},
};

/// A part as it came.
#[derive(Clone, Debug)]
pub struct Part {
    /// Its number, from 0.
    pub n: u32,
    /// What it holds.
    pub bytes: Bytes,
    /// The SHA-256 of that.
    pub sha256: String,
}

impl Part {
    /// The part with this number.
    pub fn new(n: u32, bytes: Bytes) -> Self {
        Self { n, sha256: sha256_hex(&bytes), bytes }
    }
}

/// Begins a recording, and keeps a number free for the proposal that it will be.
pub fn begin(
    tx: &mut Tx<'_>,
    here: &Here,
    are_taken: bool,
    contest: ContestId,
    new: NewRecording,
) -> Outcome<Begun> {
    let contest = contests::judge::visible(tx, here, contest)?;
    let n_under_way = match here.viewer.resident() {
        Some(resident) => rows::n_under_way(tx, here, contest.id, resident)?,
        None => 0,
    };
    let author = recordings::may_begin(&here.viewer, here.now, &contest, n_under_way)?;
    if !are_taken {
        return Err(Refusal::NoRecordingsHere.into());
    }
    let seconds = new.parse().map_err(|problem| vec![problem])?;
    let id = counters::next(tx, here.community_id(), "recording")?;
    let id = u32::try_from(id).map_err(|_| Failure::Broken(format!("recording {id}")))?;
    let id = RecordingId(id);
    let number = proposing::next_id(tx, here)?;
    let recording = Recording::begin(id, number, contest.id, author, here.now, seconds);
    rows::insert(tx, here.community, &recording)?;
    rows::record(tx, here, id, &Event::Begun)?;
    Ok(Begun { id, number })
}

/// A recording that this person may hear, and its contest.
pub fn heard(tx: &mut Tx<'_>, here: &Here, id: RecordingId) -> Outcome<(Recording, Contest)> {
    let recording = rows::load(tx, here.community, id)?;
    recordings::may_hear(&here.viewer, &recording)?;
    let contest = contests::judge::visible(tx, here, recording.contest)?;
    Ok((recording, contest))
}

/// The circumstances of a decision.
pub fn scene<'a>(here: &'a Here, contest: &'a Contest, sound: Option<&'a Sound>) -> Scene<'a> {
    Scene { by: &here.viewer, now: here.now, contest, sound }
}

/// Was this part taken before? Then it is not stored again; a part that cannot be taken is
/// refused, before it is stored.
pub fn weigh_part(
    tx: &mut Tx<'_>,
    here: &Here,
    id: RecordingId,
    part: &Part,
) -> Outcome<Option<PartTaken>> {
    Ok(judge_part(tx, here, id, part)?.err())
}

/// Writes down that a part has arrived; the same part again changes nothing.
pub fn keep_part(tx: &mut Tx<'_>, here: &Here, id: RecordingId, part: &Part) -> Outcome<PartTaken> {
    let (before, after) = match judge_part(tx, here, id, part)? {
        Ok(change) => change,
        Err(known) => return Ok(known),
    };
    rows::keep_part(tx, here, id, part.n, &part.sha256)?;
    rows::change(tx, here, before.version, &after)?;
    Ok(PartTaken { next: part.n.saturating_add(1) })
}

/// The recording before and after this part, or the answer when the part is there already.
fn judge_part(
    tx: &mut Tx<'_>,
    here: &Here,
    id: RecordingId,
    part: &Part,
) -> Outcome<Result<(Recording, Recording), PartTaken>> {
    let (recording, contest) = heard(tx, here, id)?;
    let scene = scene(here, &contest, None);
    recordings::may_send_part(&scene, &recording)?;
    let arrived = rows::parts(tx, here, id)?;
    match arrived.get(part.n as usize) {
        Some(sha256) if *sha256 == part.sha256 => {
            let next = pages::next_part(&recording).unwrap_or_default();
            Ok(Err(PartTaken { next }))
        }
        Some(_) => Err(Refusal::SoundDiffers.into()),
        None => {
            let after = recordings::take_part(&scene, &recording, part.n, &part.bytes)?;
            Ok(Ok((recording, after)))
        }
    }
}

/// The hashes of the parts that have arrived, for whoever may hear the recording.
pub fn parts(tx: &mut Tx<'_>, here: &Here, id: RecordingId) -> Outcome<Vec<String>> {
    heard(tx, here, id)?;
    rows::parts(tx, here, id)
}

/// Does what somebody asks of a recording; `sound` is what its parts make together, where they
/// have just been put together.
pub fn command(
    tx: &mut Tx<'_>,
    here: &Here,
    id: RecordingId,
    version: Option<Version>,
    command: Command,
    sound: Option<&Sound>,
) -> Outcome<RecordingPage> {
    let (before, contest) = heard(tx, here, id)?;
    check_version(&before, version, &command)?;
    let scene = scene(here, &contest, sound);
    let Decision { event, after } = recordings::decide(&scene, &before, command)?;
    rows::change(tx, here, before.version, &after)?;
    follow(tx, here, &contest, (&before, &after), &event)?;
    rows::record(tx, here, id, &event)?;
    pages::page(tx, here, id)
}

/// An answer is about the text that was read; only the end of sending is about no text.
fn check_version(
    recording: &Recording,
    version: Option<Version>,
    command: &Command,
) -> Outcome<()> {
    match command {
        Command::Finish { .. } => Ok(()),
        Command::Write { .. }
        | Command::Agree
        | Command::Disagree { .. }
        | Command::Unclear { .. }
        | Command::Withdraw => match version {
            Some(version) if version == recording.version => Ok(()),
            Some(_) => Err(Failure::stale(recording.version)),
            None => Err(Failure::malformed("the header If-Match is missing")),
        },
    }
}

/// What else changes with a recording.
pub(super) fn follow(
    tx: &mut Tx<'_>,
    here: &Here,
    contest: &Contest,
    (before, after): (&Recording, &Recording),
    event: &Event,
) -> Outcome<()> {
    match event {
        Event::Arrived { .. } => rows::forget_parts(tx, here, after.id),
        Event::Written { .. } => match after.written() {
            Some(content) => proposing::check_photos(tx, here, content),
            None => Ok(()),
        },
        Event::Agreed => {
            rows::forget_draft(tx, here, after.id)?;
            let without = || Failure::Broken(format!("recording {} had no text", before.id));
            let content = before.written().cloned().ok_or_else(without)?;
            let sent_at = rows::arrived_at(tx, here, before)?;
            let (author, channel) = (before.author, Channel::Voice);
            let incoming = Incoming { author, channel, sent_at, content };
            proposing::take_in(tx, here, before.number, contest, incoming)
        }
        Event::Withdrawn => {
            rows::forget_parts(tx, here, after.id)?;
            rows::forget_draft(tx, here, after.id)
        }
        Event::Begun | Event::Disagreed | Event::FoundUnclear => Ok(()),
    }
}
