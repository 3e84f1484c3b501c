//! The transaction: the one handle through which everything is read and written.

use std::panic::{AssertUnwindSafe, catch_unwind};

use super::session::Session;
use super::{Row, StoreError, Value, dialect, sqlite};

/// A transaction on either engine, for the length of one job.
///
/// The SQL is the same for both: placeholders `$1` to `$n` in any order and as often as
/// wanted, the types `BIGINT`, `TEXT` and `BLOB`, `INSERT … ON CONFLICT …` and `RETURNING`.
/// Sums need `CAST(SUM(x) AS BIGINT)`, because PostgreSQL widens them.
///
/// **A failed statement spoils its transaction**, on both engines: every later statement
/// gives the same error and the job cannot be stored any more, even if it returns `Ok`.
/// PostgreSQL works so by nature, and with one behaviour a story told on SQLite holds there
/// too. Where a second row is a normal thing, do not provoke the conflict: write
/// `INSERT … ON CONFLICT DO NOTHING` and look at the number of rows it wrote.
pub struct Tx<'c> {
    engine: Engine<'c>,
    failure: Option<StoreError>,
}

enum Engine<'c> {
    Sqlite(&'c rusqlite::Connection),
    Postgres(&'c mut Session),
}

/// How a job ended, and what that means for the connection it ran on.
pub(super) struct Ended<T, E> {
    /// What the job gave back.
    pub(super) result: Result<T, E>,
    /// The first statement that failed, if one did.
    pub(super) failure: Option<StoreError>,
}

impl<'c> Tx<'c> {
    pub(super) fn on_sqlite(connection: &'c rusqlite::Connection) -> Self {
        Self { engine: Engine::Sqlite(connection), failure: None }
    }

    pub(super) fn on_postgres(session: &'c mut Session) -> Self {
        Self { engine: Engine::Postgres(session), failure: None }
    }

    /// Runs a statement and says how many rows it wrote.
    ///
    /// With `RETURNING`, use [`Tx::rows`] or [`Tx::first`].
    pub fn execute(&mut self, sql: &str, params: &[Value]) -> Result<u64, StoreError> {
        self.ask(|engine| match engine {
            Engine::Sqlite(connection) => sqlite::execute(connection, sql, params),
            Engine::Postgres(session) => session.execute(sql, params),
        })
    }

    /// Runs a statement and gives all rows of its answer.
    pub fn rows(&mut self, sql: &str, params: &[Value]) -> Result<Vec<Row>, StoreError> {
        self.ask(|engine| match engine {
            Engine::Sqlite(connection) => sqlite::rows(connection, sql, params),
            Engine::Postgres(session) => session.rows(sql, params),
        })
    }

    /// Runs a statement and gives the first row of its answer, if there is one.
    ///
    /// The whole answer is fetched: a query for many rows should say `LIMIT 1`.
    pub fn first(&mut self, sql: &str, params: &[Value]) -> Result<Option<Row>, StoreError> {
        Ok(self.rows(sql, params)?.into_iter().next())
    }

    /// Runs several statements of a migration, put into the engine's dialect.
    pub(super) fn script(&mut self, sql: &str) -> Result<(), StoreError> {
        self.ask(|engine| match engine {
            Engine::Sqlite(connection) => sqlite::script(connection, &dialect::for_sqlite(sql)),
            Engine::Postgres(session) => session.script(&dialect::for_postgres(sql)),
        })
    }

    fn ask<T>(
        &mut self,
        question: impl FnOnce(&mut Engine<'c>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        if let Some(failure) = &self.failure {
            return Err(failure.clone());
        }
        question(&mut self.engine).inspect_err(|error| self.failure = Some(error.clone()))
    }

    /// Runs a job, and takes a panic in it for an error: whoever runs jobs outlives them.
    pub(super) fn run<T, E: From<StoreError>>(
        mut self,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
    ) -> Ended<T, E> {
        let result = catch_unwind(AssertUnwindSafe(|| work(&mut self)))
            .unwrap_or_else(|_| Err(StoreError::Panicked.into()));
        let result = match (&self.failure, result) {
            (Some(failure), Ok(_)) => Err(failure.clone().into()),
            (Some(_) | None, result) => result,
        };
        Ended { result, failure: self.failure }
    }
}
