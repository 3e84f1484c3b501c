//! Rows of objections.

use std::collections::BTreeSet;

use huiyin_domain::{
    ids::{ContestId, ObjectionId, ResidentId},
    objections::{Against, Objection},
};

use crate::{
    failure::{Failure, Outcome},
    here::Here,
    store::{Row, Tx, counters, params},
};

/// An objection, and who sent it, while they are here.
pub type Kept = (Objection, Option<i64>);

/// The number of a new objection.
pub fn next_id(tx: &mut Tx<'_>, here: &Here) -> Outcome<ObjectionId> {
    let id = counters::next(tx, here.community_id(), "objection")?;
    let id = u32::try_from(id).map_err(|_| Failure::Broken(format!("objection {id}")))?;
    Ok(ObjectionId(id))
}

/// One objection.
pub fn load(tx: &mut Tx<'_>, here: &Here, id: ObjectionId) -> Outcome<Kept> {
    let row = tx.first(
        "SELECT state, resident_id FROM objections
         WHERE community_id = $1 AND objection_id = $2",
        params![here.community.0, id.0],
    )?;
    read(&row.ok_or(Failure::MISSING)?)
}

/// All of a contest, newest first.
pub fn of_contest(tx: &mut Tx<'_>, here: &Here, contest: ContestId) -> Outcome<Vec<Kept>> {
    let rows = tx.rows(
        "SELECT state, resident_id FROM objections
         WHERE community_id = $1 AND contest_id = $2 ORDER BY objection_id DESC",
        params![here.community.0, contest.0],
    )?;
    rows.iter().map(read).collect()
}

/// So many of those without an answer, the oldest first.
pub fn open(tx: &mut Tx<'_>, here: &Here, most: u32) -> Outcome<Vec<Kept>> {
    let rows = tx.rows(
        "SELECT state, resident_id FROM objections
         WHERE community_id = $1 AND is_open = 1 ORDER BY objection_id LIMIT $2",
        params![here.community.0, most],
    )?;
    rows.iter().map(read).collect()
}

/// How many have no answer.
pub fn n_open(tx: &mut Tx<'_>, here: &Here) -> Outcome<u32> {
    let row = tx.first(
        "SELECT COUNT(*) FROM objections WHERE community_id = $1 AND is_open = 1",
        params![here.community.0],
    )?;
    let n = row.map_or(Ok(0), |row| row.int(0))?;
    u32::try_from(n).map_err(|_| Failure::Broken(format!("{n} objections")))
}

/// Has this resident objected to the same?
pub fn has_objected(
    tx: &mut Tx<'_>,
    here: &Here,
    contest: ContestId,
    against: Against,
    by: Option<ResidentId>,
) -> Outcome<bool> {
    let Some(by) = by else { return Ok(false) };
    let row = tx.first(
        "SELECT 1 FROM objections
         WHERE community_id = $1 AND contest_id = $2 AND against = $3 AND resident_id = $4",
        params![here.community.0, contest.0, against.key(), by.0],
    )?;
    Ok(row.is_some())
}

/// To what of a contest this resident has objected, by key.
pub fn objected(
    tx: &mut Tx<'_>,
    here: &Here,
    contest: ContestId,
    by: ResidentId,
) -> Outcome<BTreeSet<String>> {
    let rows = tx.rows(
        "SELECT against FROM objections
         WHERE community_id = $1 AND contest_id = $2 AND resident_id = $3",
        params![here.community.0, contest.0, by.0],
    )?;
    let mut keys = BTreeSet::new();
    for row in &rows {
        keys.insert(row.text(0)?.to_owned());
    }
    Ok(keys)
}

/// Stores a new objection.
pub fn insert(tx: &mut Tx<'_>, here: &Here, objection: &Objection, by: ResidentId) -> Outcome<()> {
    tx.execute(
        "INSERT INTO objections (community_id, objection_id, contest_id, against, resident_id,
             is_open, state)
         VALUES ($1, $2, $3, $4, $5, 1, $6)",
        params![
            here.community.0,
            objection.id.0,
            objection.contest.0,
            objection.against.key(),
            by.0,
            serde_json::to_string(objection)?
        ],
    )?;
    Ok(())
}

/// Stores the answer to an objection; `false` when somebody was faster.
pub fn answered(tx: &mut Tx<'_>, here: &Here, objection: &Objection) -> Outcome<bool> {
    let n_changed = tx.execute(
        "UPDATE objections SET is_open = 0, state = $1
         WHERE community_id = $2 AND objection_id = $3 AND is_open = 1",
        params![serde_json::to_string(objection)?, here.community.0, objection.id.0],
    )?;
    Ok(n_changed != 0)
}

/// Stores an objection in other words: they are hidden, or to be read again.
pub fn reword(tx: &mut Tx<'_>, here: &Here, objection: &Objection) -> Outcome<()> {
    tx.execute(
        "UPDATE objections SET state = $1 WHERE community_id = $2 AND objection_id = $3",
        params![serde_json::to_string(objection)?, here.community.0, objection.id.0],
    )?;
    Ok(())
}

fn read(row: &Row) -> Outcome<Kept> {
    Ok((serde_json::from_str(row.text(0)?)?, row.opt_int(1)?))
}
