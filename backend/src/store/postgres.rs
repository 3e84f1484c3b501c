//! PostgreSQL and its distributed kin: sessions, and transactions that run again when beaten.
//!
//! The client is the synchronous one. It waits inside, so nothing here may be called from an
//! async task: jobs come through `spawn_blocking`, everything else from plain threads.

use std::sync::{PoisonError, RwLock};
use std::thread;
use std::time::Duration;

use ::postgres::Config;

use super::pool::{Lease, Pool};
use super::session::Session;
use super::tx::Ended;
use super::{StoreError, Tx};

/// Connections of one server program; PostgreSQL allows 100 in all by default.
const N_CONNECTIONS: usize = 16;

/// How often a transaction is run when others are in its way.
const N_ATTEMPTS: u32 = 40;

/// After this many defeats it runs while no other of this program does.
const N_ATTEMPTS_BESIDE_OTHERS: u32 = 3;

/// One PostgreSQL database.
pub(super) struct Postgres {
    config: Config,
    pub(super) pool: Pool<Session>,
    /// Held for reading by ordinary attempts, for writing by those that lost too often.
    turn: RwLock<()>,
}

/// What an attempt at a writing transaction came to.
enum Attempt<T, E> {
    Ended(Result<T, E>),
    Beaten(StoreError),
}

impl Postgres {
    pub(super) fn open(url: &str) -> Result<Self, StoreError> {
        let mut config: Config = url.parse().map_err(|error: ::postgres::Error| {
            StoreError::Refused(format!("The address of the database cannot be read: {error}"))
        })?;
        if config.get_connect_timeout().is_none() {
            config.connect_timeout(Duration::from_secs(5));
        }
        if config.get_application_name().is_none() {
            config.application_name("huiyin");
        }
        let database = Self { config, pool: Pool::new(N_CONNECTIONS), turn: RwLock::new(()) };
        apart(|| database.pool.take(|| Session::open(&database.config)).map(drop))?;
        Ok(database)
    }

    /// Runs a job on one unchanging view of the database.
    pub(super) fn read<T, E: From<StoreError>>(
        &self,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let mut session = self.begin("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")?;
        let ended = Tx::on_postgres(&mut session).run(work);
        roll_back(session, ended.failure.as_ref());
        ended.result
    }

    /// Runs a job until it is stored, refused, or beaten too often.
    pub(super) fn write<T, E: From<StoreError>>(
        &self,
        work: impl Fn(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let mut beaten_by = String::new();
        for n_before in 0..N_ATTEMPTS {
            let attempt = if n_before < N_ATTEMPTS_BESIDE_OTHERS {
                let _turn = self.turn.read().unwrap_or_else(PoisonError::into_inner);
                self.attempt(&work)
            } else {
                let _turn = self.turn.write().unwrap_or_else(PoisonError::into_inner);
                self.attempt(&work)
            };
            match attempt {
                Attempt::Ended(result) => return result,
                Attempt::Beaten(error) => beaten_by = error.to_string(),
            }
            // Other server programs may be the ones in the way: step aside for a moment.
            thread::sleep(Duration::from_millis(u64::from(n_before.min(20))));
        }
        Err(StoreError::Busy(format!("beaten {N_ATTEMPTS} times, last by: {beaten_by}")).into())
    }

    fn attempt<T, E: From<StoreError>>(
        &self,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
    ) -> Attempt<T, E> {
        let mut session = match self.begin("BEGIN ISOLATION LEVEL SERIALIZABLE") {
            Ok(session) => session,
            Err(error) => return Attempt::Ended(Err(error.into())),
        };
        let Ended { result, failure } = Tx::on_postgres(&mut session).run(work);
        if result.is_err() {
            roll_back(session, failure.as_ref());
            return match failure {
                Some(error) if error.is_busy() => Attempt::Beaten(error),
                Some(_) | None => Attempt::Ended(result),
            };
        }
        match session.step("COMMIT") {
            Ok(()) => Attempt::Ended(result),
            Err(error) => {
                roll_back(session, Some(&error));
                if error.is_busy() {
                    return Attempt::Beaten(error);
                }
                Attempt::Ended(Err(error.into()))
            }
        }
    }

    /// Begins on a free session; one that has died in the meantime is replaced.
    fn begin(&self, how: &str) -> Result<Lease<'_, Session>, StoreError> {
        loop {
            let mut is_new = false;
            let mut session = self.pool.take(|| {
                is_new = true;
                Session::open(&self.config)
            })?;
            match session.step(how) {
                Ok(()) => return Ok(session),
                Err(error) if is_new => {
                    session.discard();
                    return Err(error);
                }
                Err(_) => session.discard(),
            }
        }
    }
}

impl Drop for Postgres {
    /// Closing a client waits, too, and the last handle may be dropped in an async task.
    fn drop(&mut self) {
        let sessions = self.pool.empty();
        apart(|| drop(sessions));
    }
}

/// Does it on a plain thread, where waiting is allowed, and waits for it.
pub(super) fn apart<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    thread::scope(|threads| threads.spawn(work).join())
        .unwrap_or_else(|panic| std::panic::resume_unwind(panic))
}

/// Ends a transaction without storing it; only a session known to be sound is kept.
fn roll_back(mut session: Lease<'_, Session>, failure: Option<&StoreError>) {
    let is_sound = match failure {
        None => true,
        Some(error) => match error {
            StoreError::Conflict(_) | StoreError::Constraint(_) | StoreError::Busy(_) => true,
            StoreError::Unexpected(_)
            | StoreError::Unavailable(_)
            | StoreError::Refused(_)
            | StoreError::Panicked
            | StoreError::Engine(_) => false,
        },
    };
    if session.step("ROLLBACK").is_err() || !is_sound {
        session.discard();
    }
}
