//! Rows of coaching: coachings, the words between authors and coach, and volunteers.

use huiyin_domain::{
    coaching::{
        Coaching, Event, Party, Stage, StageKind,
        wire::{Line, LineKind},
    },
    ids::{CoachingId, CommunityId, ProposalId, ResidentId},
    time::Moment,
};

use crate::{
    failure::{Failure, Outcome},
    here::Here,
    store::{Row, Tx, counters, params},
};

/// Coachings on one list; the others come when these are done.
const SHOWN: u32 = 100;

/// The number of a new coaching.
pub fn next_id(tx: &mut Tx<'_>, here: &Here) -> Outcome<CoachingId> {
    let id = counters::next(tx, here.community_id(), "coaching")?;
    Ok(CoachingId(u32::try_from(id).map_err(|_| Failure::Broken(format!("coaching {id}")))?))
}

/// One coaching.
pub fn load(tx: &mut Tx<'_>, community: CommunityId, id: CoachingId) -> Outcome<Coaching> {
    let row = tx.first(
        "SELECT state FROM coachings WHERE community_id = $1 AND coaching_id = $2",
        params![community.0, id.0],
    )?;
    read(&row.ok_or(Failure::MISSING)?)
}

/// The one of a proposal that has not ended.
pub fn open_of(tx: &mut Tx<'_>, here: &Here, proposal: ProposalId) -> Outcome<Option<Coaching>> {
    let row = tx.first(
        "SELECT state FROM coachings WHERE community_id = $1 AND open_of = $2",
        params![here.community.0, proposal.0],
    )?;
    row.as_ref().map(read).transpose()
}

/// Those of a proposal that have ended, the newest first.
pub fn ended_of(tx: &mut Tx<'_>, here: &Here, proposal: ProposalId) -> Outcome<Vec<Coaching>> {
    let rows = tx.rows(
        "SELECT state FROM coachings
         WHERE community_id = $1 AND proposal_id = $2 AND open_of IS NULL
         ORDER BY coaching_id DESC LIMIT $3",
        params![here.community.0, proposal.0, SHOWN],
    )?;
    rows.iter().map(read).collect()
}

/// Those at a stage, by their day; what has none comes last.
pub fn at_stage(tx: &mut Tx<'_>, here: &Here, stage: StageKind) -> Outcome<Vec<Coaching>> {
    let rows = tx.rows(
        "SELECT state FROM coachings WHERE community_id = $1 AND stage_kind = $2
         ORDER BY CASE WHEN due_day IS NULL THEN 1 ELSE 0 END, due_day, coaching_id LIMIT $3",
        params![here.community.0, stage.word(), SHOWN],
    )?;
    rows.iter().map(read).collect()
}

/// All that have not ended.
pub fn all_open(tx: &mut Tx<'_>, community: CommunityId) -> Outcome<Vec<Coaching>> {
    let rows = tx.rows(
        "SELECT state FROM coachings WHERE community_id = $1 AND open_of IS NOT NULL
         ORDER BY coaching_id",
        params![community.0],
    )?;
    rows.iter().map(read).collect()
}

/// Those that a resident coaches now.
pub fn coached_by(tx: &mut Tx<'_>, here: &Here, coach: ResidentId) -> Outcome<Vec<Coaching>> {
    let rows = tx.rows(
        "SELECT state FROM coachings WHERE community_id = $1 AND coach_id = $2
         ORDER BY coaching_id",
        params![here.community.0, coach.0],
    )?;
    rows.iter().map(read).collect()
}

fn open_column(coaching: &Coaching) -> Option<u32> {
    match coaching.stage {
        Stage::Waiting { .. } | Stage::Running { .. } => Some(coaching.proposal.0),
        Stage::Ended { .. } => None,
    }
}

/// Stores a new coaching; `false` when its proposal has one already.
pub fn insert(tx: &mut Tx<'_>, here: &Here, coaching: &Coaching) -> Outcome<bool> {
    let n_new = tx.execute(
        "INSERT INTO coachings (community_id, coaching_id, proposal_id, version, stage_kind,
             open_of, coach_id, due_day, state)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING",
        params![
            here.community.0,
            coaching.id.0,
            coaching.proposal.0,
            coaching.version.0,
            coaching.stage.kind().word(),
            open_column(coaching),
            coaching.stage.coach().map(|coach| coach.0),
            coaching.stage.due().map(|due| due.to_string()),
            serde_json::to_string(coaching)?
        ],
    )?;
    Ok(n_new != 0)
}

/// Stores what an event made of a coaching, and the event; refused when it has changed since.
pub fn change(
    tx: &mut Tx<'_>,
    here: &Here,
    before: &Coaching,
    after: &Coaching,
    event: &Event,
) -> Outcome<()> {
    let n_changed = tx.execute(
        "UPDATE coachings SET version = $1, stage_kind = $2, open_of = $3, coach_id = $4,
             due_day = $5, state = $6
         WHERE community_id = $7 AND coaching_id = $8 AND version = $9",
        params![
            after.version.0,
            after.stage.kind().word(),
            open_column(after),
            after.stage.coach().map(|coach| coach.0),
            after.stage.due().map(|due| due.to_string()),
            serde_json::to_string(after)?,
            here.community.0,
            after.id.0,
            before.version.0
        ],
    )?;
    if n_changed == 0 {
        return Err(Failure::stale(load(tx, here.community, after.id)?.version));
    }
    record(tx, here, after.id, event)
}

/// Puts what happened in a coaching into the record.
pub fn record(tx: &mut Tx<'_>, here: &Here, id: CoachingId, event: &Event) -> Outcome<()> {
    here.record(tx, &format!("coaching/{id}"), event.name(), event, None)
}

/// Keeps what somebody wrote.
pub fn keep_words(
    tx: &mut Tx<'_>,
    here: &Here,
    id: CoachingId,
    (kind, party): (LineKind, Party),
    words: &str,
) -> Outcome<()> {
    let word_id = counters::next(tx, here.community_id(), "coaching_word")?;
    tx.execute(
        "INSERT INTO coaching_words
             (community_id, word_id, coaching_id, kind, party, resident_id, words, at_ms)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        params![
            here.community.0,
            word_id,
            id.0,
            kind.word(),
            party.word(),
            here.viewer.resident().map(|resident| resident.0),
            words,
            here.now.millis()
        ],
    )?;
    Ok(())
}

/// What was written in a coaching, the oldest first.
pub fn words(tx: &mut Tx<'_>, here: &Here, id: CoachingId) -> Outcome<Vec<Line>> {
    let rows = tx.rows(
        "SELECT w.at_ms, w.party, r.public_name, w.resident_id, w.kind, w.words
         FROM coaching_words w
         LEFT JOIN residents r
             ON r.community_id = w.community_id AND r.resident_id = w.resident_id
         WHERE w.community_id = $1 AND w.coaching_id = $2 ORDER BY w.word_id",
        params![here.community.0, id.0],
    )?;
    let mine = here.viewer.resident().map(|resident| i64::from(resident.0));
    rows.iter().map(|row| line(row, mine)).collect()
}

fn line(row: &Row, mine: Option<i64>) -> Outcome<Line> {
    let broken = |what: &str| Failure::Broken(format!("a line of a coaching by {what}"));
    let (party, kind) = (row.text(1)?, row.text(4)?);
    Ok(Line {
        at: Moment::from_millis(row.int(0)?),
        by: Party::parse(party).ok_or_else(|| broken(party))?,
        name: row.opt_text(2)?.map(str::to_owned),
        is_mine: mine.is_some() && row.opt_int(3)? == mine,
        kind: LineKind::parse(kind).ok_or_else(|| broken(kind))?,
        words: row.text(5)?.to_owned(),
    })
}

/// What the authors need, where they have said so.
pub fn need(tx: &mut Tx<'_>, here: &Here, id: CoachingId) -> Outcome<Option<String>> {
    let row = tx.first(
        "SELECT words FROM coaching_words
         WHERE community_id = $1 AND coaching_id = $2 AND kind = $3 ORDER BY word_id LIMIT 1",
        params![here.community.0, id.0, LineKind::Need.word()],
    )?;
    Ok(row.map(|row| row.text(0).map(str::to_owned)).transpose()?)
}

/// How much was said in a coaching.
pub fn n_said(tx: &mut Tx<'_>, here: &Here, id: CoachingId) -> Outcome<u32> {
    let row = tx.first(
        "SELECT COUNT(*) FROM coaching_words
         WHERE community_id = $1 AND coaching_id = $2 AND kind = $3",
        params![here.community.0, id.0, LineKind::Said.word()],
    )?;
    let n = row.map_or(Ok(0), |row| row.int(0))?;
    u32::try_from(n).map_err(|_| Failure::Broken(format!("{n} lines of coaching {id}")))
}

/// Is this resident on the list of volunteers?
pub fn is_volunteer(tx: &mut Tx<'_>, here: &Here, resident: ResidentId) -> Outcome<bool> {
    let row = tx.first(
        "SELECT 1 FROM coaching_volunteers WHERE community_id = $1 AND resident_id = $2",
        params![here.community.0, resident.0],
    )?;
    Ok(row.is_some())
}

/// Puts a resident on the list of volunteers, or takes them off it.
pub fn set_volunteer(
    tx: &mut Tx<'_>,
    here: &Here,
    resident: ResidentId,
    is_willing: bool,
) -> Outcome<()> {
    match is_willing {
        true => tx.execute(
            "INSERT INTO coaching_volunteers (community_id, resident_id, since_ms)
             VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
            params![here.community.0, resident.0, here.now.millis()],
        )?,
        false => tx.execute(
            "DELETE FROM coaching_volunteers WHERE community_id = $1 AND resident_id = $2",
            params![here.community.0, resident.0],
        )?,
    };
    Ok(())
}

/// All volunteers with what they are called, who came first on top.
pub fn volunteers(tx: &mut Tx<'_>, here: &Here) -> Outcome<Vec<(ResidentId, String)>> {
    let rows = tx.rows(
        "SELECT v.resident_id, r.public_name FROM coaching_volunteers v
         JOIN residents r ON r.community_id = v.community_id AND r.resident_id = v.resident_id
         WHERE v.community_id = $1 ORDER BY v.since_ms, v.resident_id",
        params![here.community.0],
    )?;
    rows.iter().map(|row| Ok((resident(row, 0)?, row.text(1)?.to_owned()))).collect()
}

fn resident(row: &Row, column: usize) -> Outcome<ResidentId> {
    let raw = row.int(column)?;
    let id = u32::try_from(raw).map_err(|_| Failure::Broken(format!("resident {raw}")))?;
    Ok(ResidentId(id))
}

fn read(row: &Row) -> Outcome<Coaching> {
    Ok(serde_json::from_str(row.text(0)?)?)
}
