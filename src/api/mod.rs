//! Talking to the server: every request goes through here.
mod councils;
pub mod councils_desk;
mod error;
pub mod meetings;
mod requests;

pub use error::ApiError;
pub use requests::{Key, Precondition};

use crate::{browser::document, residents::session, words::format::note_this_year};
use huiyin_domain::{residents::wire::Me, time::Moment};
use leptos::prelude::*;
use serde::Deserialize;

/// What `config.json` beside the app says; changed without a rebuild.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Config {
    /// Where the API is: an address, or a path relative to the app.
    pub api: String,
    /// The community's name in addresses.
    pub community: String,
}

/// The server as pages see it, with who is signed in and what time it is there.
#[derive(Clone, Copy)]
pub struct Api {
    config: StoredValue<Config>,
    session: RwSignal<Option<session::Kept>>,
    /// Server time minus phone time, in milliseconds.
    ahead_ms: RwSignal<i64>,
}

/// A phone's clock that is wrong by more than this is mentioned: ten minutes.
const WRONG_CLOCK_MS: i64 = 600_000;

impl Api {
    /// Makes the server known to all pages.
    pub fn provide(config: Config) -> Self {
        let api = Self {
            config: StoredValue::new(config),
            session: RwSignal::new(session::load()),
            ahead_ms: RwSignal::new(0),
        };
        provide_context(api);
        // Pages that bring no time along are read in the phone's year.
        note_this_year(document::phone_clock());
        api
    }

    /// Who is signed in on this phone, as far as it knows.
    pub fn me(&self) -> Option<Me> {
        self.session.with(|kept| kept.as_ref().map(|kept| kept.me.clone()))
    }

    /// Keeps or forgets the session. `false` when the phone cannot keep it beyond this visit.
    pub fn set_session(&self, kept: Option<session::Kept>) -> bool {
        let is_kept = session::save(kept.as_ref());
        self.session.set(kept);
        is_kept
    }

    /// Acts for somebody else from now on; one's own session is put aside.
    pub fn begin_help(&self, acting: session::Kept) {
        if let Some(own) = self.session.get_untracked() {
            session::put_aside(&own);
        }
        self.set_session(Some(acting));
    }

    /// Is this phone acting for somebody else? Read again when that changes.
    pub fn is_helping(&self) -> bool {
        self.session.with(|kept| kept.as_ref().is_some_and(|kept| kept.me.help.is_some()))
    }

    /// The session is over: a helper is themselves again, everybody else is signed out.
    pub fn end_session(&self) {
        if !self.end_help() {
            self.set_session(None);
        }
    }

    /// Goes back to one's own session; `false` for whoever acts for nobody else.
    pub fn end_help(&self) -> bool {
        let is_acting = |kept: &session::Kept| kept.me.help.is_some();
        let is_helping = self.session.with_untracked(|kept| kept.as_ref().is_some_and(is_acting));
        if is_helping {
            self.set_session(session::take_back());
        }
        is_helping
    }

    /// Notes what time it is on the server.
    pub fn note_time(&self, server: Moment) {
        self.ahead_ms.set(server.millis() - document::phone_clock().millis());
        note_this_year(server);
    }

    /// What time it is on the server.
    pub fn now(&self) -> Moment {
        document::phone_clock().plus_millis(self.ahead_ms.get())
    }

    /// Is the phone's clock so wrong that its owner should know?
    pub fn is_clock_wrong(&self) -> bool {
        self.ahead_ms.get().abs() > WRONG_CLOCK_MS
    }

    /// The address of something in the community, for links and images; of itself when empty.
    pub fn address(&self, path: &str) -> String {
        self.config.with_value(|config| {
            let api = config.api.trim_end_matches('/');
            let base = match api.contains("://") || api.starts_with('/') {
                true => String::new(),
                false => document::base_path(),
            };
            let address = format!("{base}{api}/communities/{}/{path}", config.community);
            address.trim_end_matches('/').to_owned()
        })
    }
}

/// The server. Panics outside the app.
pub fn use_api() -> Api {
    use_context().expect("Api::provide() runs in App")
}
