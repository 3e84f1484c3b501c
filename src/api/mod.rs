//! Talking to the server: every request goes through here.
mod answers;
mod councils;
pub mod councils_desk;
mod error;
pub mod meetings;
mod requests;
pub mod reviewing;
mod unanswered;

pub use error::ApiError;
pub use requests::{Key, Precondition};
pub use unanswered::Unanswered;

use crate::{
    browser::{background, document, early},
    json,
    offline::{self, Offline},
    residents::session,
    words::format::note_this_year,
};
use huiyin_domain::{
    archive::{Archive, file_of},
    residents::wire::Me,
    time::Moment,
};
use leptos::prelude::*;
use serde::Deserialize;

/// What `config.json` beside the app says; changed without a rebuild.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Config {
    /// Where the API is: an address, or a path relative to the app.
    pub api: String,
    /// The community's name in addresses.
    pub community: String,
    /// Is this no server's app, but the archive of a finished contest?
    #[serde(default)]
    pub archive: Option<Archive>,
    /// Which addresses of pages the server of these files understands.
    #[serde(default)]
    pub deep_links: DeepLinks,
}

/// Which addresses of pages open from outside, or are read anew.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DeepLinks {
    /// Every address: the server answers unknown ones with the app.
    #[default]
    Paths,
    /// Only files: what comes after `#/` is the app's own business.
    Hash,
}

impl Config {
    /// What `config.json` says; without it the API is beside the app, as the server has it.
    pub fn read(text: &str) -> Self {
        json::read(text).unwrap_or_else(|_| Self {
            api: "api/v1".to_owned(),
            community: "wutong".to_owned(),
            archive: None,
            deep_links: DeepLinks::Paths,
        })
    }
}

/// The server as pages see it, with who is signed in and what time it is there.
#[derive(Clone, Copy)]
pub struct Api {
    config: StoredValue<Config>,
    session: RwSignal<Option<session::Kept>>,
    /// Server time minus phone time, in milliseconds.
    ahead_ms: RwSignal<i64>,
    /// What is known of the network, of new versions, and of what waits to be sent.
    pub offline: Offline,
}

/// A phone's clock that is wrong by more than this is mentioned: ten minutes.
const WRONG_CLOCK_MS: i64 = 600_000;

impl Api {
    /// Makes the server known to all pages.
    pub fn provide(config: Config) -> Self {
        // An archive may lie beside the app itself, whose session is none of its business.
        let session = if config.archive.is_some() { None } else { session::load() };
        let api = Self {
            config: StoredValue::new(config),
            session: RwSignal::new(session),
            ahead_ms: RwSignal::new(0),
            offline: Offline::new(),
        };
        provide_context(api);
        // Pages that bring no time along are read in the phone's year.
        note_this_year(document::phone_clock());
        // An archive is read where it lies, and has nothing to send.
        if !api.is_archive() {
            offline::begin(api);
        }
        api
    }

    /// Who is signed in on this phone, as far as it knows.
    pub fn me(&self) -> Option<Me> {
        self.session.with(|kept| kept.as_ref().map(|kept| kept.me.clone()))
    }

    /// What this is the archive of; nothing where a server answers.
    pub fn archive(&self) -> Option<Archive> {
        self.config.with_value(|config| config.archive)
    }

    /// Is this an archive, in which one reads and counts, and does nothing else?
    pub fn is_archive(&self) -> bool {
        self.archive().is_some()
    }

    /// Keeps or forgets the session. `false` when the phone cannot keep it beyond this visit.
    pub fn set_session(&self, kept: Option<session::Kept>) -> bool {
        if self.is_archive() {
            return false;
        }
        let token = |kept: &session::Kept| kept.token.clone();
        let before = self.session.with_untracked(|kept| kept.as_ref().map(token));
        // What one person has read is not for the next one on this phone.
        let is_another = before != kept.as_ref().map(token);
        if is_another {
            early::forget();
        }
        if before.is_some() && is_another {
            background::forget_read();
        }
        let is_kept = session::save(kept.as_ref());
        self.session.set(kept);
        if is_another {
            // What waited for this person to sign in again is sent now.
            if let Some(keeping) = self.offline.keeping.get_untracked() {
                (keeping.send)(*self);
            }
        }
        is_kept
    }

    /// What is shown to the server by whoever is signed in.
    pub fn token(&self) -> Option<String> {
        self.session.with_untracked(|kept| kept.as_ref().map(|kept| kept.token.clone()))
    }

    /// Keeps what the server says now of whoever is signed in.
    pub fn set_me(&self, me: Me) {
        if let Some(kept) = self.session.get_untracked() {
            self.set_session(Some(session::Kept { me, ..kept }));
        }
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

    /// Notes what time it is on the server; an archive's stands still.
    pub fn note_time(&self, server: Moment) {
        if self.is_archive() {
            return;
        }
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

    /// The name of the community in addresses.
    pub fn community(&self) -> String {
        self.config.with_value(|config| config.community.clone())
    }

    /// The whole address of a page, in the form that opens it from outside; `path` begins with `/`.
    pub fn page_address(&self, path: &str) -> String {
        let form = self.config.with_value(|config| config.deep_links);
        page_address(&document::app_address(), form, path)
    }

    /// The address of something in the community, for links and images; of itself when empty.
    pub fn address(&self, path: &str) -> String {
        self.config.with_value(|config| {
            let api = config.api.trim_end_matches('/');
            let base = match api.contains("://") || api.starts_with('/') {
                true => String::new(),
                false => document::base_path(),
            };
            if config.archive.is_some() {
                return format!("{base}{api}/{}", file_of(path));
            }
            let address = format!("{base}{api}/communities/{}/{path}", config.community);
            address.trim_end_matches('/').to_owned()
        })
    }
}

fn page_address(app: &str, form: DeepLinks, path: &str) -> String {
    let path = path.trim_start_matches('/');
    match form {
        DeepLinks::Paths => format!("{app}{path}"),
        DeepLinks::Hash => format!("{app}#/{path}"),
    }
}

/// The server. Panics outside the app.
pub fn use_api() -> Api {
    use_context().expect("Api::provide() runs in App")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_named_in_the_form_its_server_understands() {
        let app = "https://a.cn/hui/";
        let path = "/contests/3";
        assert_eq!(page_address(app, DeepLinks::Paths, path), "https://a.cn/hui/contests/3");
        assert_eq!(page_address(app, DeepLinks::Hash, path), "https://a.cn/hui/#/contests/3");
    }

    #[test]
    fn settings_that_say_nothing_of_links_mean_paths_and_none_mean_this_server() {
        let read = Config::read(r#"{"api":"https://api.cn/api/v1","community":"li"}"#);
        assert_eq!(read.deep_links, DeepLinks::Paths);
        let hash = r#"{"api":"api/v1","community":"li","deep_links":"hash"}"#;
        assert_eq!(Config::read(hash).deep_links, DeepLinks::Hash);
        for broken in ["", "<!doctype html>", r#"{"api":1}"#] {
            assert_eq!(Config::read(broken).api, "api/v1", "{broken}");
        }
    }
}
