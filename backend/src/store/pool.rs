//! The pool: a few connections, lent to one job at a time.

use std::ops::{Deref, DerefMut};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::StoreError;

/// How long a job waits for a free connection before it gives up.
const WAIT_MAX: Duration = Duration::from_secs(30);

pub(super) struct Pool<C> {
    shelf: Mutex<Shelf<C>>,
    returned: Condvar,
    n_max: usize,
    /// Lets no more async callers through than there are connections, so that waiting
    /// costs a future and not a blocked thread.
    gate: Arc<Semaphore>,
}

struct Shelf<C> {
    free: Vec<C>,
    n_lent: usize,
}

/// A connection on loan; it goes back when dropped, unless it is discarded.
///
/// A panic discards it, too: nobody knows whether its transaction was still open.
pub(super) struct Lease<'p, C> {
    pool: &'p Pool<C>,
    connection: Option<C>,
}

impl<C> Pool<C> {
    pub(super) fn new(n_max: usize) -> Self {
        Self {
            shelf: Mutex::new(Shelf { free: Vec::new(), n_lent: 0 }),
            returned: Condvar::new(),
            n_max,
            gate: Arc::new(Semaphore::new(n_max)),
        }
    }

    /// Waits, without holding a thread, until a connection is likely to be free.
    pub(super) async fn pass_gate(&self) -> OwnedSemaphorePermit {
        let gate = Arc::clone(&self.gate);
        gate.acquire_owned().await.expect("the gate is never closed")
    }

    /// Lends a free connection, or a new one while there may be more.
    pub(super) fn take(
        &self,
        open: impl FnOnce() -> Result<C, StoreError>,
    ) -> Result<Lease<'_, C>, StoreError> {
        let give_up = Instant::now() + WAIT_MAX;
        let mut shelf = self.shelf();
        loop {
            if let Some(connection) = shelf.free.pop() {
                shelf.n_lent += 1;
                return Ok(Lease { pool: self, connection: Some(connection) });
            }
            if shelf.n_lent < self.n_max {
                shelf.n_lent += 1;
                drop(shelf);
                // From here on the lease gives the place back, also if opening fails.
                let mut lease = Lease { pool: self, connection: None };
                lease.connection = Some(open()?);
                return Ok(lease);
            }
            let left = give_up.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return Err(StoreError::Busy("no connection became free".to_owned()));
            }
            let woken = self.returned.wait_timeout(shelf, left);
            shelf = woken.unwrap_or_else(PoisonError::into_inner).0;
        }
    }

    /// Takes all free connections off the shelf, to be closed.
    pub(super) fn empty(&self) -> Vec<C> {
        std::mem::take(&mut self.shelf().free)
    }

    fn shelf(&self) -> MutexGuard<'_, Shelf<C>> {
        self.shelf.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<C> Lease<'_, C> {
    /// Closes the connection instead of giving it back.
    pub(super) fn discard(mut self) {
        self.connection = None;
    }
}

impl<C> Deref for Lease<'_, C> {
    type Target = C;

    fn deref(&self) -> &C {
        self.connection.as_ref().expect("a lease holds its connection until it is dropped")
    }
}

impl<C> DerefMut for Lease<'_, C> {
    fn deref_mut(&mut self) -> &mut C {
        self.connection.as_mut().expect("a lease holds its connection until it is dropped")
    }
}

impl<C> Drop for Lease<'_, C> {
    fn drop(&mut self) {
        let mut shelf = self.pool.shelf();
        shelf.n_lent -= 1;
        if !std::thread::panicking() {
            shelf.free.extend(self.connection.take());
        }
        drop(shelf);
        self.pool.returned.notify_one();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_connection_is_used_again_and_a_discarded_one_is_not() {
        let pool = Pool::new(1);
        drop(pool.take(|| Ok(1)).unwrap());
        let lease = pool.take(|| Ok(2)).unwrap();
        assert_eq!(*lease, 1);
        lease.discard();
        assert_eq!(*pool.take(|| Ok(3)).unwrap(), 3);
    }

    #[test]
    fn a_connection_that_cannot_be_opened_leaves_its_place_free() {
        let pool = Pool::<u8>::new(1);
        assert!(pool.take(|| Err(StoreError::Unavailable(String::new()))).is_err());
        assert!(pool.take(|| Ok(1)).is_ok());
    }

    #[test]
    fn a_connection_is_not_used_again_after_a_panic() {
        let pool = Pool::new(1);
        let panicked = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
            let _lease = pool.take(|| Ok(1)).unwrap();
            panic!("on purpose");
        }));
        assert!(panicked.is_err());
        assert_eq!(*pool.take(|| Ok(2)).unwrap(), 2);
    }

    #[test]
    fn the_second_waits_for_the_first() {
        let pool = Pool::new(1);
        let lease = pool.take(|| Ok(1)).unwrap();
        std::thread::scope(|threads| {
            let second = threads.spawn(|| pool.take(|| Ok(2)).map(|lease| *lease));
            std::thread::sleep(Duration::from_millis(20));
            drop(lease);
            assert_eq!(second.join().unwrap(), Ok(1));
        });
    }
}
