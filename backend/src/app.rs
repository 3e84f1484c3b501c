//! What all requests share: the store, the clock, the files and what was decided at the start.

use std::{path::Path, sync::Arc};

use huiyin_domain::{calendar::WorkCalendar, staff::SecondFactor};
use tokio::sync::Semaphore;

use crate::{
    calendar,
    clock::Clock,
    notices::channels::{Channels, Reach},
    recordings::transcribe::{Listening, Transcriber},
    residents::tries::AddressKey,
    series::finding::Plans,
    shelf::Shelf,
    store::Store,
};

/// Slow hashes that run at once; each takes nineteen megabytes.
const HASHING_MAX: usize = 4;
/// Photos that are shrunk at once; each takes up to half a gigabyte.
const SHRINKING_MAX: usize = 2;

/// What whoever runs the server decides.
#[derive(Clone, Debug, Default)]
pub struct Limits {
    /// Other origins whose pages may call the API, exactly as browsers write them.
    pub origins: Vec<String>,
    /// Is there a proxy of ours in front, whose `X-Forwarded-For` can be believed?
    pub trust_forwarded_for: bool,
    /// Who or what listens to recordings first.
    pub listening: Listening,
    /// Which days are working days; without one, the calendar that comes with the program says.
    pub calendar: Option<&'static WorkCalendar>,
    /// On which ways notices reach people besides the inbox.
    pub reach: Reach,
    /// Is every member of staff asked for a second factor?
    pub second_factor: SecondFactor,
}

/// What all requests share. Nothing in it is state: any number of servers may run side by side.
pub struct App {
    /// The database.
    pub store: Store,
    /// The clock.
    pub clock: Clock,
    /// The files of photos and recordings.
    pub shelf: Shelf,
    /// Who or what listens to recordings first.
    pub transcriber: Arc<dyn Transcriber>,
    /// Which days are working days.
    pub calendar: &'static WorkCalendar,
    /// The ways on which notices reach people besides the inbox.
    pub channels: Channels,
    /// What whoever runs the server decided.
    pub limits: Limits,
    /// Plans of series that were found: what anybody would find again, kept for a while.
    pub plans: Plans,
    pub(crate) address_key: AddressKey,
    pub(crate) hashing: Arc<Semaphore>,
    pub(crate) shrinking: Arc<Semaphore>,
}

impl App {
    /// Gets ready to serve; `store` has been migrated, `data_dir` is where files are kept.
    pub fn open(
        store: Store,
        clock: Clock,
        data_dir: &Path,
        limits: Limits,
    ) -> Result<Arc<Self>, String> {
        let address_key = AddressKey::open(&store).map_err(|error| error.to_string())?;
        Ok(Arc::new(Self {
            shelf: Shelf::open(data_dir)?,
            transcriber: limits.listening.transcriber(),
            calendar: limits.calendar.unwrap_or_else(calendar::built_in),
            channels: Channels::open(&limits.reach, &store)?,
            store,
            clock,
            limits,
            plans: Plans::default(),
            address_key,
            hashing: Arc::new(Semaphore::new(HASHING_MAX)),
            shrinking: Arc::new(Semaphore::new(SHRINKING_MAX)),
        }))
    }
}
