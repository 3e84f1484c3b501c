//! The store: everything Huiyin remembers, in SQLite or PostgreSQL, behind one transaction.
//!
//! ```text
//! let store = Store::open("sqlite:huiyin.db")?;
//! store.migrate(&[base_schema::TABLES, …])?;
//! let number = store.write(move |tx| counters::next(tx, community, "proposal")).await?;
//! ```
//!
//! The calling code knows a [`Store`], a [`Tx`], [`Value`]s and [`Row`]s; which engine is
//! behind them it never asks. Jobs are plain synchronous functions over one transaction.

pub mod base_schema;
pub mod counters;
mod dialect;
mod error;
pub mod events;
pub mod idempotency;
pub mod migrations;
mod pool;
mod postgres;
pub mod schema;
mod schema_coaching;
mod schema_councils;
mod schema_delivery;
mod schema_desk;
mod schema_feedback;
mod schema_helping;
mod schema_lifecycle;
mod schema_lists;
mod schema_many_proposals;
mod schema_mine;
mod schema_moderation;
mod schema_notices;
mod schema_objections;
mod schema_paper;
mod schema_recordings;
mod schema_register;
mod schema_resolutions;
mod schema_series;
mod schema_series_notices;
mod schema_staff;
mod session;
mod sqlite;
mod steps;
mod tx;
mod value;
mod writer;

use std::path::Path;
use std::sync::{Arc, mpsc};

use tokio::sync::oneshot;
use tokio::task::{JoinError, spawn_blocking};

pub use self::error::StoreError;
pub use self::migrations::Migration;
pub use self::tx::Tx;
pub use self::value::{Row, Value};
pub use crate::params;

/// A handle on the database; clones share it.
#[derive(Clone)]
pub struct Store {
    engine: Arc<Engine>,
}

enum Engine {
    Sqlite(sqlite::Sqlite),
    Postgres(Box<postgres::Postgres>),
}

impl Store {
    /// Opens `postgres://…`, `sqlite:PATH`, or a path, which is a SQLite file.
    ///
    /// A SQLite file is made if there is none; the tables are [`Store::migrate`]'s business.
    pub fn open(url: &str) -> Result<Self, StoreError> {
        let engine = if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            Engine::Postgres(Box::new(postgres::Postgres::open(url)?))
        } else {
            let path = url.strip_prefix("sqlite:").unwrap_or(url);
            if path.is_empty() || path.contains("://") {
                return Err(StoreError::Refused(format!(
                    "“{url}” is no database: give postgres://…, sqlite:PATH or a path."
                )));
            }
            Engine::Sqlite(sqlite::Sqlite::open(Path::new(path))?)
        };
        Ok(Self { engine: Arc::new(engine) })
    }

    /// The name of the engine behind it, for logs and `huiyin doctor`.
    pub fn engine_name(&self) -> &'static str {
        match &*self.engine {
            Engine::Sqlite(_) => "SQLite",
            Engine::Postgres(_) => "PostgreSQL",
        }
    }

    /// Brings the tables up to date; harmless when repeated, or raced by another server.
    ///
    /// Blocks: call it before serving.
    pub fn migrate(&self, history: &[Migration]) -> Result<(), StoreError> {
        migrations::run(self, history)
    }

    /// Writes a copy of a SQLite file, while it is in use, to a file that does not exist yet.
    ///
    /// PostgreSQL has better tools of its own, which the refusal names. Blocks.
    pub fn back_up(&self, to: &Path) -> Result<(), StoreError> {
        match &*self.engine {
            Engine::Sqlite(file) => file.back_up(to),
            Engine::Postgres(_) => Err(StoreError::Refused(
                "PostgreSQL is backed up with pg_dump or pg_basebackup.".to_owned(),
            )),
        }
    }

    /// Runs a reading job on one unchanging view of everything.
    pub async fn read<T, E, F>(&self, work: F) -> Result<T, E>
    where
        F: FnOnce(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let pass = match &*self.engine {
            Engine::Sqlite(file) => file.readers.pass_gate().await,
            Engine::Postgres(database) => database.pool.pass_gate().await,
        };
        let engine = Arc::clone(&self.engine);
        let job = spawn_blocking(move || {
            let _pass = pass;
            engine.read(work)
        });
        job.await.unwrap_or_else(|gone| Err(not_run(&gone).into()))
    }

    /// Runs a writing job; what it wrote is on the disk when this returns `Ok`.
    ///
    /// An `Err` from the job undoes all it wrote. Once begun, the job runs to its end even
    /// when the caller is gone: a phone that hangs up leaves no half-told story. Jobs take
    /// effect one after another, or as if they did: on PostgreSQL a job that was beaten by
    /// another **is run again** from its beginning, so it must do nothing but read and write
    /// through its transaction. Keep it short; slow arithmetic belongs before or after.
    pub async fn write<T, E, F>(&self, work: F) -> Result<T, E>
    where
        F: Fn(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        match &*self.engine {
            Engine::Sqlite(file) => {
                let (reply, answer) = oneshot::channel();
                file.writer.submit(work, move |result| {
                    // Nobody is waiting any more; the work is done all the same.
                    let _unheard = reply.send(result);
                });
                answer.await.unwrap_or_else(|_| Err(writer_gone().into()))
            }
            Engine::Postgres(database) => {
                let pass = database.pool.pass_gate().await;
                let engine = Arc::clone(&self.engine);
                let job = spawn_blocking(move || {
                    let _pass = pass;
                    engine.write(work)
                });
                job.await.unwrap_or_else(|gone| Err(not_run(&gone).into()))
            }
        }
    }

    /// [`Store::read`] for the command line: blocks until it is done.
    pub fn read_now<T, E, F>(&self, work: F) -> Result<T, E>
    where
        F: FnOnce(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        postgres::apart(|| self.engine.read(work))
    }

    /// [`Store::write`] for the command line: blocks until it is done.
    pub fn write_now<T, E, F>(&self, work: F) -> Result<T, E>
    where
        F: Fn(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        postgres::apart(|| self.engine.write(work))
    }
}

impl Engine {
    fn read<T, E: From<StoreError>>(
        &self,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        match self {
            Self::Sqlite(file) => file.read(work),
            Self::Postgres(database) => database.read(work),
        }
    }

    fn write<T, E>(
        &self,
        work: impl Fn(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        match self {
            Self::Sqlite(file) => {
                let (reply, answer) = mpsc::sync_channel(1);
                file.writer.submit(work, move |result| {
                    let _unheard = reply.send(result);
                });
                answer.recv().unwrap_or_else(|_| Err(writer_gone().into()))
            }
            Self::Postgres(database) => database.write(work),
        }
    }
}

fn writer_gone() -> StoreError {
    StoreError::Unavailable("the writer stopped before it answered".to_owned())
}

fn not_run(gone: &JoinError) -> StoreError {
    StoreError::Unavailable(format!("the server is stopping: {gone}"))
}
