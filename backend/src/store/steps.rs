//! The few fixed statements that begin and end SQLite's transactions.

use rusqlite::Connection;

use super::StoreError;

/// One of the few fixed statements that begin and end transactions.
pub(super) fn step(connection: &Connection, sql: &str) -> Result<(), StoreError> {
    connection.prepare_cached(sql)?.raw_execute()?;
    Ok(())
}
