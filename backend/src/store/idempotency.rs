//! Remembered answers: a request sent again gets the answer it got the first time.
//!
//! Phones in lifts lose answers, and send again. Look up and remember in the **same job** as
//! the write itself: of two that race, the second then finds the first one's answer, because
//! on SQLite it comes after it and on PostgreSQL it is run again.

use super::{StoreError, Tx, params};

/// The answer that was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remembered {
    /// What the request said, in short (a hash), so that a key used for something else can
    /// be refused; nothing when the caller does not compare.
    pub fingerprint: Option<String>,
    /// The HTTP status.
    pub status: u16,
    /// The body, as it was sent.
    pub body: String,
}

/// The answer to this actor's request with this key, if it was answered before.
pub fn lookup(
    tx: &mut Tx<'_>,
    community_id: i64,
    actor: &str,
    key: &str,
) -> Result<Option<Remembered>, StoreError> {
    let row = tx.first(
        "SELECT fingerprint, status, body FROM idempotency
         WHERE community_id = $1 AND actor = $2 AND request_key = $3",
        params![community_id, actor, key],
    )?;
    row.map(|row| {
        let status = row.int(1)?;
        Ok(Remembered {
            fingerprint: row.opt_text(0)?.map(str::to_owned),
            status: u16::try_from(status)
                .map_err(|_| StoreError::Unexpected(format!("{status} is no HTTP status")))?,
            body: row.text(2)?.to_owned(),
        })
    })
    .transpose()
}

/// Keeps the answer, given at `at_ms`; a key that is taken is a [`StoreError::Conflict`].
pub fn remember(
    tx: &mut Tx<'_>,
    community_id: i64,
    actor: &str,
    key: &str,
    answer: &Remembered,
    at_ms: i64,
) -> Result<(), StoreError> {
    let n_rows = tx.execute(
        "INSERT INTO idempotency
             (community_id, actor, request_key, fingerprint, status, body, at_ms)
         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING",
        params![
            community_id,
            actor,
            key,
            answer.fingerprint.as_ref(),
            answer.status,
            &answer.body,
            at_ms
        ],
    )?;
    match n_rows {
        0 => Err(StoreError::Conflict("this request has already been answered".to_owned())),
        _ => Ok(()),
    }
}

/// Forgets the answers given before `at_ms`, and says how many there were.
pub fn forget_older_than(tx: &mut Tx<'_>, at_ms: i64) -> Result<u64, StoreError> {
    tx.execute("DELETE FROM idempotency WHERE at_ms < $1", params![at_ms])
}
