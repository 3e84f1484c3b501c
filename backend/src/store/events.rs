//! Events (事件): what happened, who did it and why, chained so that nobody can edit the past.
//!
//! Each stream (one proposal, one council) is a chain of its own. The hash of an event is
//! SHA-256 over, in this order, numbers being eight bytes, big-endian:
//!
//! 1. the text `huiyin-event-1` and one line feed,
//! 2. the hash of the event before it in its stream, or 32 zero bytes for the first,
//! 3. `community_id`, the stream as *words*, `seq`, `at_ms`,
//! 4. the role as *words*, then `0` or `1` in one byte and, after a `1`, the actor's id,
//! 5. the kind as *words*, the body as *words* exactly as stored,
//! 6. `0` or `1` in one byte and, after a `1`, the reason as *words*.
//!
//! *Words* are their length in bytes, as a number, and then their UTF-8. A chain shows every
//! change and every gap; that its end was cut off shows only against a hash kept elsewhere.

use std::fmt;

use sha2::{Digest, Sha256};

use super::{Row, StoreError, Tx, params};

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
    /// Who acted.
    pub actor_id: Option<i64>,
    /// What happened.
    pub kind: String,
    /// The facts of it: JSON, letter for letter as it was hashed.
    pub body: String,
    /// Why.
    pub reason: Option<String>,
    /// The hash of all this and of the event before.
    pub hash: Vec<u8>,
}

/// A stream that is not as it was written; the first event that shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Broken {
    /// The place in the stream where the chain does not hold.
    pub seq: i64,
}

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the chain of events does not hold at {}", self.seq)
    }
}

impl std::error::Error for Broken {}

/// Adds an event to the end of its stream.
pub fn append(tx: &mut Tx<'_>, event: NewEvent<'_>) -> Result<StoredEvent, StoreError> {
    let end = tx.first(
        "SELECT seq, hash FROM events WHERE community_id = $1 AND stream = $2
         ORDER BY seq DESC LIMIT 1",
        params![event.community_id, event.stream],
    )?;
    let (seq, before) = match &end {
        Some(row) => (row.int(0)? + 1, row.bytes(1)?),
        None => (1, [0; 32].as_slice()),
    };
    let mut stored = StoredEvent {
        community_id: event.community_id,
        stream: event.stream.to_owned(),
        seq,
        at_ms: event.at_ms,
        actor_role: event.actor_role.to_owned(),
        actor_id: event.actor_id,
        kind: event.kind.to_owned(),
        body: event.body.to_string(),
        reason: event.reason.map(str::to_owned),
        hash: Vec::new(),
    };
    stored.hash = hash(before, &stored);
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
        "SELECT community_id, stream, seq, at_ms, actor_role, actor_id, kind, body, reason, hash
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
    let mut before = vec![0; 32];
    for (seq, event) in (1_i64..).zip(events) {
        let first = &events[0];
        let is_here = event.community_id == first.community_id && event.stream == first.stream;
        if event.seq != seq || !is_here || event.hash != hash(&before, event) {
            return Err(Broken { seq });
        }
        before.clone_from(&event.hash);
    }
    Ok(())
}

fn insert(tx: &mut Tx<'_>, event: &StoredEvent) -> Result<(), StoreError> {
    let n_rows = tx.execute(
        "INSERT INTO events
             (community_id, stream, seq, at_ms, actor_role, actor_id, kind, body, reason, hash)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING",
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
            event.hash.as_slice()
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
        hash: row.bytes(9)?.to_vec(),
    })
}

fn hash(before: &[u8], event: &StoredEvent) -> Vec<u8> {
    let mut hash = Sha256::new();
    hash.update(b"huiyin-event-1\n");
    hash.update(before);
    hash.update(event.community_id.to_be_bytes());
    add_words(&mut hash, &event.stream);
    hash.update(event.seq.to_be_bytes());
    hash.update(event.at_ms.to_be_bytes());
    add_words(&mut hash, &event.actor_role);
    hash.update([u8::from(event.actor_id.is_some())]);
    if let Some(id) = event.actor_id {
        hash.update(id.to_be_bytes());
    }
    add_words(&mut hash, &event.kind);
    add_words(&mut hash, &event.body);
    hash.update([u8::from(event.reason.is_some())]);
    if let Some(reason) = &event.reason {
        add_words(&mut hash, reason);
    }
    hash.finalize().to_vec()
}

fn add_words(hash: &mut Sha256, words: &str) {
    let n_bytes = u64::try_from(words.len()).expect("no length is beyond 64 bits");
    hash.update(n_bytes.to_be_bytes());
    hash.update(words.as_bytes());
}
