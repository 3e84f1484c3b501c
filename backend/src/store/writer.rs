//! The writer of a SQLite file: one thread, many jobs, one fsync for all that are waiting.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{self, JoinHandle};

use rusqlite::Connection;

use super::steps::step;
use super::{StoreError, Tx};

/// The most jobs in one commit, so that nobody waits for too many others.
const N_JOBS_MAX: usize = 256;

/// The thread that owns the only writing connection.
///
/// Whatever is waiting while a commit goes to the disk forms the next batch, so the number
/// of commits adapts to the load by itself. Answers go out after the commit, never before.
pub(super) struct Writer {
    jobs: Option<Sender<Box<dyn Job>>>,
    thread: Option<JoinHandle<()>>,
}

/// A job whose types only its caller knows.
trait Job: Send {
    /// Does the work inside its own savepoint; says whether it shall be kept.
    fn run(&mut self, connection: &Connection) -> bool;

    /// Tells the caller, once it is known whether the batch is on the disk.
    fn answer(self: Box<Self>, stored: &Result<(), StoreError>);
}

struct WriteJob<F, T, E, R> {
    work: F,
    result: Option<Result<T, E>>,
    reply: R,
}

impl Writer {
    pub(super) fn start(connection: Connection) -> Result<Self, StoreError> {
        let (jobs, waiting) = channel();
        let thread = thread::Builder::new()
            .name("store-writer".to_owned())
            .spawn(move || work_through(&connection, &waiting))
            .map_err(|error| StoreError::Unavailable(format!("no thread to write: {error}")))?;
        Ok(Self { jobs: Some(jobs), thread: Some(thread) })
    }

    /// Hands over a job. It will run to its end whether or not anybody waits for `reply`.
    pub(super) fn submit<T, E>(
        &self,
        work: impl Fn(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
        reply: impl FnOnce(Result<T, E>) + Send + 'static,
    ) where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let job: Box<dyn Job> = Box::new(WriteJob { work, result: None, reply });
        let jobs = self.jobs.as_ref().expect("the sender is taken only by drop");
        if let Err(unsent) = jobs.send(job) {
            let gone = StoreError::Unavailable("the writer has stopped".to_owned());
            unsent.0.answer(&Err(gone));
        }
    }
}

impl Drop for Writer {
    /// Waits until the jobs already handed over are stored.
    fn drop(&mut self) {
        self.jobs = None;
        if let Some(thread) = self.thread.take() {
            // A job may hold the last handle of its own store; a thread cannot wait for itself.
            if thread.thread().id() != thread::current().id() {
                // A writer that panicked has nothing left to store.
                let _ended = thread.join();
            }
        }
    }
}

fn work_through(connection: &Connection, waiting: &Receiver<Box<dyn Job>>) {
    while let Ok(first) = waiting.recv() {
        let mut batch = vec![first];
        batch.extend(waiting.try_iter().take(N_JOBS_MAX - 1));
        let stored = store_batch(connection, &mut batch);
        if stored.is_err() && !connection.is_autocommit() {
            // If even this fails, the next BEGIN fails and says so to its callers.
            let _undone = step(connection, "ROLLBACK");
        }
        for job in batch {
            // Whatever a caller's own error type does with this, the writer goes on.
            let _told = catch_unwind(AssertUnwindSafe(|| job.answer(&stored)));
        }
    }
}

/// All jobs in one transaction, each in a savepoint of its own.
///
/// An error here is one of the file, not of a job: then nothing of the batch is stored.
fn store_batch(connection: &Connection, batch: &mut [Box<dyn Job>]) -> Result<(), StoreError> {
    step(connection, "BEGIN IMMEDIATE")?;
    for job in batch {
        step(connection, "SAVEPOINT job")?;
        let keep = catch_unwind(AssertUnwindSafe(|| job.run(connection))).unwrap_or(false);
        if !keep {
            step(connection, "ROLLBACK TO job")?;
        }
        step(connection, "RELEASE job")?;
    }
    step(connection, "COMMIT")
}

impl<F, T, E, R> Job for WriteJob<F, T, E, R>
where
    F: Fn(&mut Tx<'_>) -> Result<T, E> + Send,
    R: FnOnce(Result<T, E>) + Send,
    T: Send,
    E: From<StoreError> + Send,
{
    fn run(&mut self, connection: &Connection) -> bool {
        let result = Tx::on_sqlite(connection).run(&self.work).result;
        let keep = result.is_ok();
        self.result = Some(result);
        keep
    }

    fn answer(self: Box<Self>, stored: &Result<(), StoreError>) {
        // A refusal, too, may rest on what others of the batch wrote: it holds only with them.
        let result = match (stored, self.result) {
            (Ok(()), Some(result)) => result,
            (Ok(()), None) => Err(StoreError::Unavailable("the job was not run".to_owned()).into()),
            (Err(error), _) => Err(error.clone().into()),
        };
        (self.reply)(result);
    }
}
