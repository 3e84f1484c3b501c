//! Rows of recordings: one document each, guarded by its version; parts and drafts are rows.

use huiyin_domain::{
    ids::{CommunityId, ContestId, RecordingId, ResidentId, Version},
    recordings::{Event, Recording, StageKind},
    time::Moment,
};

use crate::{
    failure::{Failure, Outcome},
    here::Here,
    store::{Row, Tx, params},
};

/// The name of a recording's stream of events.
pub fn stream(id: RecordingId) -> String {
    format!("recording/{id}")
}

/// A stage as it stands in the tables.
fn stage_word(kind: StageKind) -> &'static str {
    match kind {
        StageKind::Arriving => "arriving",
        StageKind::Waiting => "waiting",
        StageKind::Written => "written",
        StageKind::Unclear => "unclear",
        StageKind::Agreed => "agreed",
        StageKind::Withdrawn => "withdrawn",
    }
}

/// One recording.
pub fn load(tx: &mut Tx<'_>, community: CommunityId, id: RecordingId) -> Outcome<Recording> {
    let row = tx.first(
        "SELECT state FROM recordings WHERE community_id = $1 AND recording_id = $2",
        params![community.0, id.0],
    )?;
    read(&row.ok_or(Failure::MISSING)?)
}

/// Stores a new recording.
pub fn insert(tx: &mut Tx<'_>, community: CommunityId, recording: &Recording) -> Outcome<()> {
    tx.execute(
        "INSERT INTO recordings (community_id, recording_id, contest_id, resident_id, version,
             stage_kind, state)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        params![
            community.0,
            recording.id.0,
            recording.contest.0,
            recording.author.0,
            recording.version.0,
            stage_word(recording.stage.kind()),
            serde_json::to_string(recording)?
        ],
    )?;
    Ok(())
}

/// Stores how a recording now stands; refused when it has changed since.
pub fn change(tx: &mut Tx<'_>, here: &Here, before: Version, after: &Recording) -> Outcome<()> {
    let n_changed = tx.execute(
        "UPDATE recordings SET version = $1, stage_kind = $2, state = $3
         WHERE community_id = $4 AND recording_id = $5 AND version = $6",
        params![
            after.version.0,
            stage_word(after.stage.kind()),
            serde_json::to_string(after)?,
            here.community.0,
            after.id.0,
            before.0
        ],
    )?;
    match n_changed {
        0 => Err(Failure::stale(load(tx, here.community, after.id)?.version)),
        _ => Ok(()),
    }
}

/// Puts what happened to a recording into the record.
pub fn record(tx: &mut Tx<'_>, here: &Here, id: RecordingId, event: &Event) -> Outcome<()> {
    here.record(tx, &stream(id), event.name(), event, None)
}

/// When a recording had arrived whole, as the record says.
pub fn arrived_at(tx: &mut Tx<'_>, here: &Here, recording: &Recording) -> Outcome<Moment> {
    let row = tx.first(
        "SELECT MAX(at_ms) FROM events
         WHERE community_id = $1 AND stream = $2 AND kind = 'arrived'",
        params![here.community.0, stream(recording.id)],
    )?;
    let at_ms = row.map(|row| row.opt_int(0)).transpose()?.flatten();
    Ok(at_ms.map_or(recording.begun, Moment::from_millis))
}

/// How many recordings a resident has under way in a contest.
pub fn n_under_way(
    tx: &mut Tx<'_>,
    here: &Here,
    contest: ContestId,
    resident: ResidentId,
) -> Outcome<u32> {
    let row = tx.first(
        "SELECT COUNT(*) FROM recordings
         WHERE community_id = $1 AND resident_id = $2 AND contest_id = $3
             AND stage_kind IN ('arriving', 'waiting', 'written')",
        params![here.community.0, resident.0, contest.0],
    )?;
    count(row)
}

/// How many wait for the office.
pub fn n_waiting(tx: &mut Tx<'_>, here: &Here) -> Outcome<u32> {
    let row = tx.first(
        "SELECT COUNT(*) FROM recordings WHERE community_id = $1 AND stage_kind = $2",
        params![here.community.0, stage_word(StageKind::Waiting)],
    )?;
    count(row)
}

fn count(row: Option<Row>) -> Outcome<u32> {
    let n = row.map_or(Ok(0), |row| row.int(0))?;
    u32::try_from(n).map_err(|_| Failure::Broken(format!("{n} recordings")))
}

/// A resident's own below this number, the newest first.
pub fn of_resident(
    tx: &mut Tx<'_>,
    here: &Here,
    resident: ResidentId,
    below: u32,
    limit: u32,
) -> Outcome<Vec<Recording>> {
    let rows = tx.rows(
        "SELECT state FROM recordings
         WHERE community_id = $1 AND resident_id = $2 AND recording_id < $3
         ORDER BY recording_id DESC LIMIT $4",
        params![here.community.0, resident.0, below, limit],
    )?;
    rows.iter().map(read).collect()
}

/// Those above this number that wait for the office, the oldest first.
pub fn waiting(tx: &mut Tx<'_>, here: &Here, above: u32, limit: u32) -> Outcome<Vec<Recording>> {
    let rows = tx.rows(
        "SELECT state FROM recordings
         WHERE community_id = $1 AND stage_kind = $2 AND recording_id > $3
         ORDER BY recording_id LIMIT $4",
        params![here.community.0, stage_word(StageKind::Waiting), above, limit],
    )?;
    rows.iter().map(read).collect()
}

/// The hashes of the parts that have arrived, in their order.
pub fn parts(tx: &mut Tx<'_>, here: &Here, id: RecordingId) -> Outcome<Vec<String>> {
    let rows = tx.rows(
        "SELECT sha256 FROM recording_parts
         WHERE community_id = $1 AND recording_id = $2 ORDER BY part",
        params![here.community.0, id.0],
    )?;
    rows.iter().map(|row| Ok(row.text(0)?.to_owned())).collect()
}

/// Writes down that a part has arrived.
pub fn keep_part(
    tx: &mut Tx<'_>,
    here: &Here,
    id: RecordingId,
    n: u32,
    sha256: &str,
) -> Outcome<()> {
    tx.execute(
        "INSERT INTO recording_parts (community_id, recording_id, part, sha256)
         VALUES ($1, $2, $3, $4)",
        params![here.community.0, id.0, n, sha256],
    )?;
    Ok(())
}

/// Forgets the parts: they have become one sound, or are not wanted any more.
pub fn forget_parts(tx: &mut Tx<'_>, here: &Here, id: RecordingId) -> Outcome<()> {
    tx.execute(
        "DELETE FROM recording_parts WHERE community_id = $1 AND recording_id = $2",
        params![here.community.0, id.0],
    )?;
    Ok(())
}

/// What a speech engine understood, if it did.
pub fn draft(tx: &mut Tx<'_>, here: &Here, id: RecordingId) -> Outcome<Option<String>> {
    let row = tx.first(
        "SELECT draft FROM recording_drafts WHERE community_id = $1 AND recording_id = $2",
        params![here.community.0, id.0],
    )?;
    let Some(row) = row else { return Ok(None) };
    Ok(row.opt_text(0)?.map(str::to_owned))
}

/// Keeps what an engine understood, or why it did not; the first answer stands.
pub fn keep_draft(
    tx: &mut Tx<'_>,
    community: CommunityId,
    id: RecordingId,
    heard: &Result<String, String>,
    at: Moment,
) -> Outcome<()> {
    tx.execute(
        "INSERT INTO recording_drafts (community_id, recording_id, at_ms, draft, trouble)
         VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING",
        params![community.0, id.0, at.millis(), heard.as_ref().ok(), heard.as_ref().err()],
    )?;
    Ok(())
}

/// Forgets what an engine understood.
pub fn forget_draft(tx: &mut Tx<'_>, here: &Here, id: RecordingId) -> Outcome<()> {
    tx.execute(
        "DELETE FROM recording_drafts WHERE community_id = $1 AND recording_id = $2",
        params![here.community.0, id.0],
    )?;
    Ok(())
}

/// The engine's last answer in any community: `None` before the first, the trouble if it was one.
pub fn last_trouble(tx: &mut Tx<'_>) -> Outcome<Option<Option<String>>> {
    let row =
        tx.first("SELECT trouble FROM recording_drafts ORDER BY at_ms DESC LIMIT 1", params![])?;
    let Some(row) = row else { return Ok(None) };
    Ok(Some(row.opt_text(0)?.map(str::to_owned)))
}

fn read(row: &Row) -> Outcome<Recording> {
    Ok(serde_json::from_str(row.text(0)?)?)
}
