//! The clock: the one place where the program asks what time it is.

use std::{
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
    time::{Instant, SystemTime, UNIX_EPOCH},
};

use huiyin_domain::time::Moment;

/// What the server takes for now; clones share it.
#[derive(Clone, Debug, Default)]
pub enum Clock {
    /// The machine's own clock.
    #[default]
    Real,
    /// A clock that goes only when it is set, for tests.
    Stopped(Arc<AtomicI64>),
    /// The machine's own clock, so many milliseconds ahead, for a demo that looks into the future.
    Moved(Arc<AtomicI64>),
}

impl Clock {
    /// A clock that stands at `at`.
    pub fn stopped(at: Moment) -> Self {
        Self::Stopped(Arc::new(AtomicI64::new(at.millis())))
    }

    /// The machine's own clock, until it is set; then it goes on from there.
    pub fn moved() -> Self {
        Self::Moved(Arc::default())
    }

    /// Sets a clock that is not the machine's own, which stays as it is.
    pub fn set(&self, at: Moment) {
        match self {
            Self::Real => {}
            Self::Stopped(millis) => millis.store(at.millis(), Ordering::SeqCst),
            Self::Moved(ahead) => {
                let ahead_ms = at.millis().saturating_sub(machine_ms());
                ahead.store(ahead_ms, Ordering::SeqCst);
            }
        }
    }

    /// What time it is.
    pub fn now(&self) -> Moment {
        match self {
            Self::Real => Moment::from_millis(machine_ms()),
            Self::Stopped(millis) => Moment::from_millis(millis.load(Ordering::SeqCst)),
            Self::Moved(ahead) => {
                Moment::from_millis(machine_ms()).plus_millis(ahead.load(Ordering::SeqCst))
            }
        }
    }
}

fn machine_ms() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
}

/// Measures how long something takes, for the log.
#[derive(Clone, Copy, Debug)]
pub struct Stopwatch(Instant);

impl Stopwatch {
    /// Starts measuring.
    pub fn start() -> Self {
        Self(Instant::now())
    }

    /// Whole milliseconds since the start.
    pub fn millis(self) -> u128 {
        self.0.elapsed().as_millis()
    }
}
