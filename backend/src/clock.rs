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
    /// The machine's own clock, so many milliseconds ahead: a demo plays days that have not come.
    Ahead(i64),
    /// A clock that goes only when it is set, for tests.
    Stopped(Arc<AtomicI64>),
}

impl Clock {
    /// A clock that stands at `at`.
    pub fn stopped(at: Moment) -> Self {
        Self::Stopped(Arc::new(AtomicI64::new(at.millis())))
    }

    /// Sets a stopped clock; a clock that goes stays as it is.
    pub fn set(&self, at: Moment) {
        match self {
            Self::Real | Self::Ahead(_) => {}
            Self::Stopped(millis) => millis.store(at.millis(), Ordering::SeqCst),
        }
    }

    /// What time it is.
    pub fn now(&self) -> Moment {
        match self {
            Self::Real => {
                let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
                Moment::from_millis(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
            }
            Self::Ahead(millis) => Self::Real.now().plus_millis(*millis),
            Self::Stopped(millis) => Moment::from_millis(millis.load(Ordering::SeqCst)),
        }
    }
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
