//! What can go wrong in the store, sorted by what the caller can do about it.

use std::fmt;

/// Why the store could not do what was asked.
///
/// It can be cloned because one failed commit is the answer to every job of its batch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StoreError {
    /// A unique or primary key is taken: somebody was there first.
    Conflict(String),
    /// Another rule of the tables was hurt: not null, check or foreign key.
    Constraint(String),
    /// Others were in the way for longer than we wait; the same request may pass later.
    Busy(String),
    /// The engine cannot be reached, or went away before it answered. A write that ends so
    /// may have been stored or not: only its idempotency key can tell.
    Unavailable(String),
    /// A column does not hold what the code expected.
    Unexpected(String),
    /// The store declines to work with this file or database; the text says what to do.
    Refused(String),
    /// The job itself panicked; nothing of it was stored.
    Panicked,
    /// Everything else the engine reported: a mistake in the SQL, a full disk.
    Engine(String),
}

impl StoreError {
    /// Was a unique key already taken?
    pub fn is_conflict(&self) -> bool {
        matches!(self, Self::Conflict(_))
    }

    /// May the very same transaction pass when it is run again?
    pub fn is_busy(&self) -> bool {
        matches!(self, Self::Busy(_))
    }
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Conflict(what) => write!(f, "the key is already taken: {what}"),
            Self::Constraint(what) => write!(f, "a rule of the tables was broken: {what}"),
            Self::Busy(what) => write!(f, "the store is busy: {what}"),
            Self::Unavailable(what) => write!(f, "the store cannot be reached: {what}"),
            Self::Unexpected(what) => write!(f, "a row is not as expected: {what}"),
            Self::Refused(what) => write!(f, "{what}"),
            Self::Panicked => write!(f, "the job panicked and nothing of it was stored"),
            Self::Engine(what) => write!(f, "the store failed: {what}"),
        }
    }
}

impl std::error::Error for StoreError {}
