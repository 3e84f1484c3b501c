//! Events (事件): what happened, who did it and why, chained so that nobody can edit the past.
//!
//! Each stream (one proposal, one council) is a chain of its own, hashed as
//! [`huiyin_domain::chain`] says. Actors enter it by a mark: when a person is erased, their
//! number and the salt of the mark are deleted here, and the chain still holds.

use huiyin_domain::chain::{self, Actor, BEGINNING, Hash, Head, Link, Salt};

use super::{Row, StoreError, Tx, params};
use crate::secrets::random_bytes;

pub use huiyin_domain::chain::BrokenAt as Broken;

/// An event that is about to be stored.
#[derive(Clone, Copy, Debug)]
pub struct NewEvent<'a> {
    /// The community it happened in.
    pub community_id: i64,
    /// The thing it happened to, such as `proposal/128`.
    pub stream: &'a str,
    /// When, in milliseconds since 1970 UTC.
    pub at_ms: i64,
    /// In what role somebody acted, such as `resident`.
    pub actor_role: &'a str,
    /// Who acted: an id, never a name.
    pub actor_id: Option<i64>,
    /// What happened, such as `co_signed`.
    pub kind: &'a str,
    /// The facts of it; ids, never names or phone numbers.
    pub body: &'a serde_json::Value,
    /// Why, where a reason is owed.
    pub reason: Option<&'a str>,
}

/// An event as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredEvent {
    /// The community it happened in.
    pub community_id: i64,
    /// The thing it happened to.
    pub stream: String,
    /// Its place in the stream, from 1.
    pub seq: i64,
    /// When, in milliseconds since 1970 UTC.
    pub at_ms: i64,
    /// In what role somebody acted.
    pub actor_role: String,
    /// Who acted, unless they were erased.
    pub actor_id: Option<i64>,
    /// The mark by which the actor enters the hash; none before marks were kept.
    pub actor_mark: Option<Hash>,
    /// What the mark was made with, unless the actor was erased.
    pub actor_salt: Option<Salt>,
    /// What happened.
    pub kind: String,
    /// The facts of it: JSON, letter for letter as it was hashed.
    pub body: String,
    /// Why.
    pub reason: Option<String>,
    /// The hash of all this and of the event before.
    pub hash: Hash,
}

/// Adds an event to the end of its stream.
pub fn append(tx: &mut Tx<'_>, event: NewEvent<'_>) -> Result<StoredEvent, StoreError> {
    let end = tx.first(
        "SELECT seq, hash FROM events WHERE community_id = $1 AND stream = $2
         ORDER BY seq DESC LIMIT 1",
        params![event.community_id, event.stream],
    )?;
    let (seq, before) = match &end {
        Some(row) => (row.int(0)? + 1, hash_of(row.bytes(1)?)?),
        None => (1, BEGINNING),
    };
    let salt: Salt = random_bytes();
    let mark = chain::actor_mark(&salt, event.actor_role, event.actor_id);
    let mut stored = StoredEvent {
        community_id: event.community_id,
        stream: event.stream.to_owned(),
        seq,
        at_ms: event.at_ms,
        actor_role: event.actor_role.to_owned(),
        actor_id: event.actor_id,
        actor_mark: Some(mark),
        actor_salt: Some(salt),
        kind: event.kind.to_owned(),
        body: event.body.to_string(),
        reason: event.reason.map(str::to_owned),
        hash: BEGINNING,
    };
    stored.hash = link(&stored).hash(&before);
    insert(tx, &stored)?;
    Ok(stored)
}

/// All events of a stream, from the first to the last.
pub fn of_stream(
    tx: &mut Tx<'_>,
    community_id: i64,
    stream: &str,
) -> Result<Vec<StoredEvent>, StoreError> {
    let rows = tx.rows(
        "SELECT community_id, stream, seq, at_ms, actor_role, actor_id, kind, body, reason, hash,
             actor_mark, actor_salt
         FROM events WHERE community_id = $1 AND stream = $2 ORDER BY seq",
        params![community_id, stream],
    )?;
    rows.iter().map(read).collect()
}

/// Every stream there is, by community and name, to be verified one by one.
pub fn streams(tx: &mut Tx<'_>) -> Result<Vec<(i64, String)>, StoreError> {
    let rows = tx.rows(
        "SELECT DISTINCT community_id, stream FROM events ORDER BY community_id, stream",
        params![],
    )?;
    rows.iter().map(|row| Ok((row.int(0)?, row.text(1)?.to_owned()))).collect()
}

/// Is this a whole stream, from its first event on, as it was written?
pub fn verify_stream(events: &[StoredEvent]) -> Result<(), Broken> {
    let mut before = BEGINNING;
    for (seq, event) in (1_i64..).zip(events) {
        let first = &events[0];
        let is_here = event.community_id == first.community_id && event.stream == first.stream;
        if event.seq != seq
            || !is_here
            || !is_marked(event)
            || event.hash != link(event).hash(&before)
        {
            return Err(Broken { seq });
        }
        before = event.hash;
    }
    Ok(())
}

/// The ends of a community's streams as they were before a moment, sorted by name.
pub fn heads_before(
    tx: &mut Tx<'_>,
    community_id: i64,
    before_ms: i64,
) -> Result<Vec<Head>, StoreError> {
    let rows = tx.rows(
        "SELECT e.stream, e.seq, e.hash FROM events e
         JOIN (SELECT stream, MAX(seq) AS seq FROM events
               WHERE community_id = $1 AND at_ms < $2 GROUP BY stream) h
             ON h.stream = e.stream AND h.seq = e.seq
         WHERE e.community_id = $1 ORDER BY e.stream",
        params![community_id, before_ms],
    )?;
    let heads = rows.iter().map(|row| {
        let (stream, seq) = (row.text(0)?.to_owned(), row.int(1)?);
        Ok(Head { stream, seq, hash: row.bytes(2)?.try_into().unwrap_or(BEGINNING) })
    });
    heads.collect()
}

/// Takes a person out of all chains: the marks stay and lead to nobody any more.
pub fn forget_actor(
    tx: &mut Tx<'_>,
    community_id: i64,
    role: &str,
    id: i64,
) -> Result<u64, StoreError> {
    tx.execute(
        "UPDATE events SET actor_id = NULL, actor_salt = NULL
         WHERE community_id = $1 AND actor_role = $2 AND actor_id = $3
             AND actor_mark IS NOT NULL",
        params![community_id, role, id],
    )
}

/// Does the mark lead to the actor who stands there, or to nobody because they were erased?
fn is_marked(event: &StoredEvent) -> bool {
    match (event.actor_mark, event.actor_salt) {
        (Some(mark), Some(salt)) => {
            mark == chain::actor_mark(&salt, &event.actor_role, event.actor_id)
        }
        (Some(_), None) => event.actor_id.is_none(),
        (None, salt) => salt.is_none(),
    }
}

/// The event as it is hashed.
fn link(event: &StoredEvent) -> Link<'_> {
    Link {
        community: event.community_id,
        stream: &event.stream,
        seq: event.seq,
        at_ms: event.at_ms,
        role: &event.actor_role,
        actor: event.actor_mark.as_ref().map_or(Actor::Numbered(event.actor_id), Actor::Marked),
        kind: &event.kind,
        body: &event.body,
        reason: event.reason.as_deref(),
    }
}

fn insert(tx: &mut Tx<'_>, event: &StoredEvent) -> Result<(), StoreError> {
    let n_rows = tx.execute(
        "INSERT INTO events
             (community_id, stream, seq, at_ms, actor_role, actor_id, kind, body, reason, hash,
              actor_mark, actor_salt)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT DO NOTHING",
        params![
            event.community_id,
            &event.stream,
            event.seq,
            event.at_ms,
            &event.actor_role,
            event.actor_id,
            &event.kind,
            &event.body,
            event.reason.as_ref(),
            event.hash,
            event.actor_mark,
            event.actor_salt
        ],
    )?;
    match n_rows {
        0 => Err(StoreError::Conflict(format!("{} has grown meanwhile", event.stream))),
        _ => Ok(()),
    }
}

fn read(row: &Row) -> Result<StoredEvent, StoreError> {
    Ok(StoredEvent {
        community_id: row.int(0)?,
        stream: row.text(1)?.to_owned(),
        seq: row.int(2)?,
        at_ms: row.int(3)?,
        actor_role: row.text(4)?.to_owned(),
        actor_id: row.opt_int(5)?,
        kind: row.text(6)?.to_owned(),
        body: row.text(7)?.to_owned(),
        reason: row.opt_text(8)?.map(str::to_owned),
        // What has another length was tampered with: noughts fit nothing, so verifying finds it.
        hash: row.bytes(9)?.try_into().unwrap_or(BEGINNING),
        actor_mark: row.opt_bytes(10)?.map(|mark| mark.try_into().unwrap_or(BEGINNING)),
        actor_salt: row.opt_bytes(11)?.map(|salt| salt.try_into().unwrap_or_default()),
    })
}

/// The hash that the next link stands on.
fn hash_of(bytes: &[u8]) -> Result<Hash, StoreError> {
    bytes.try_into().map_err(|_| StoreError::Unexpected(format!("a hash of {} bytes", bytes.len())))
}
