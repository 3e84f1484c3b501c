//! Counters: the small numbers people can say, 第128号, counted per community and kind.

use super::{StoreError, Tx, params};

/// The next number of this kind in this community, beginning with 1.
///
/// Nobody gets the same number twice, and a job that is not stored leaves no gap. The price
/// is that two jobs counting the same kind go one after the other.
pub fn next(tx: &mut Tx<'_>, community_id: i64, kind: &str) -> Result<i64, StoreError> {
    let row = tx.first(
        "INSERT INTO counters (community_id, kind, next) VALUES ($1, $2, 2)
         ON CONFLICT (community_id, kind) DO UPDATE SET next = counters.next + 1
         RETURNING next - 1",
        params![community_id, kind],
    )?;
    row.ok_or_else(|| StoreError::Unexpected("the counter gave no number".to_owned()))?.int(0)
}

/// The first of `n` numbers of this kind that follow one another, all of them taken at once.
pub fn next_many(
    tx: &mut Tx<'_>,
    community_id: i64,
    kind: &str,
    n: u32,
) -> Result<i64, StoreError> {
    let n = i64::from(n);
    let row = tx.first(
        "INSERT INTO counters (community_id, kind, next) VALUES ($1, $2, $3)
         ON CONFLICT (community_id, kind) DO UPDATE SET next = counters.next + $4
         RETURNING next - $4",
        params![community_id, kind, n + 1, n],
    )?;
    row.ok_or_else(|| StoreError::Unexpected("the counter gave no number".to_owned()))?.int(0)
}

/// How many numbers of this kind have been given out.
pub fn given_out(tx: &mut Tx<'_>, community_id: i64, kind: &str) -> Result<i64, StoreError> {
    let row = tx.first(
        "SELECT next - 1 FROM counters WHERE community_id = $1 AND kind = $2",
        params![community_id, kind],
    )?;
    row.map_or(Ok(0), |row| row.int(0))
}
