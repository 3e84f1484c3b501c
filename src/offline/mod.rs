//! Without a network: what was read before, what waits to be sent, and new versions of the app.
pub mod item;
pub mod keeping;
pub mod notices;
pub mod sending;
pub mod waiting_page;

use crate::{
    apart::{Keeping, parts},
    api::{Api, Key},
    browser::document,
};
use gloo_timers::{callback::Timeout, future::TimeoutFuture};
use huiyin_domain::time::Moment;
use item::What;
use leptos::{prelude::*, task::spawn_local};
use std::{cell::Cell, rc::Rc};

/// After a part did not come it is asked for again.
const FETCH_AGAIN_MS: u32 = 5_000;
/// So long the first page goes before.
const FIRST_PAGE_MS: u32 = 5_000;

/// What the app knows of a new version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Update {
    /// It waits to be asked for.
    Waits,
    /// Another window has taken it; this page is of the old one.
    TakenElsewhere,
}

/// Something that waited and has arrived.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arrived {
    /// Under which key it was sent.
    pub key: Key,
    /// What it is.
    pub what: What,
    /// Its number, where it has one of its own.
    pub number: Option<u32>,
    /// The page it was said on.
    pub back: String,
}

/// What the app knows of the network, of new versions, and of what waits.
#[derive(Clone, Copy)]
pub struct Offline {
    /// When what is shown was read, where it was kept on the phone.
    pub read_at: RwSignal<Option<Moment>>,
    /// How many things of this person wait, or were refused.
    pub n_waiting: RwSignal<usize>,
    /// What has arrived since the app was opened.
    pub arrived: RwSignal<Vec<Arrived>>,
    /// Is there a new version?
    pub update: RwSignal<Option<Update>>,
    /// What looks after all this, once it is here.
    pub keeping: RwSignal<Option<Keeping>>,
}

impl Offline {
    /// Nothing is known yet.
    pub fn new() -> Self {
        Self {
            read_at: RwSignal::new(None),
            n_waiting: RwSignal::new(0),
            arrived: RwSignal::new(Vec::new()),
            update: RwSignal::new(None),
            keeping: RwSignal::new(None),
        }
    }

    /// Notes when what is shown was read; `None` is now, from the server.
    pub fn note_read(&self, at: Option<Moment>) {
        if self.read_at.get_untracked() != at {
            self.read_at.set(at);
        }
    }
}

impl Default for Offline {
    fn default() -> Self {
        Self::new()
    }
}

/// Fetches the part that looks after all this, again and again until it is here.
///
/// The first page goes before; one that does not come must not keep back what waits to be sent.
pub fn begin(api: Api) {
    let is_begun = Rc::new(Cell::new(false));
    let fetch = move || {
        if !is_begun.replace(true) {
            spawn_local(fetched(api));
        }
    };
    document::after_first_page(fetch.clone());
    Timeout::new(FIRST_PAGE_MS, fetch).forget();
}

async fn fetched(api: Api) {
    let keeping = loop {
        match (parts().offline)().await {
            Ok(keeping) => break keeping,
            Err(_) => TimeoutFuture::new(FETCH_AGAIN_MS).await,
        }
    };
    (keeping.begin)(api);
    api.offline.keeping.set(Some(keeping));
}
