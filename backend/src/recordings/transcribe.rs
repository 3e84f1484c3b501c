//! Transcribers: who or what listens to a recording before the office does.
//!
//! Whatever a machine understood is a draft for the member of staff who listens; it is never
//! shown to anybody else and never published by itself.

use std::{fmt, pin::Pin, str::FromStr, sync::Arc};

use axum::http::{Uri, uri::Scheme};
use huiyin_domain::recordings::Media;

use super::engine::Engine;

/// A draft on its way: `None` where nobody but people listens.
pub type Drafting<'a> =
    Pin<Box<dyn Future<Output = Result<Option<String>, EngineTrouble>> + Send + 'a>>;

/// Who or what listens to a recording first (听写).
pub trait Transcriber: Send + Sync {
    /// Are recordings taken here at all?
    fn takes_recordings(&self) -> bool;

    /// What this listener understands of a sound.
    fn draft(&self, sound: Vec<u8>, media: Media) -> Drafting<'_>;
}

/// Only people listen, and write everything themselves.
#[derive(Clone, Copy, Debug)]
pub struct Staff;

impl Transcriber for Staff {
    fn takes_recordings(&self) -> bool {
        true
    }

    fn draft(&self, _: Vec<u8>, _: Media) -> Drafting<'_> {
        Box::pin(async { Ok(None) })
    }
}

/// Nobody listens, so no recordings are taken.
#[derive(Clone, Copy, Debug)]
pub struct Off;

impl Transcriber for Off {
    fn takes_recordings(&self) -> bool {
        false
    }

    fn draft(&self, _: Vec<u8>, _: Media) -> Drafting<'_> {
        Box::pin(async { Ok(None) })
    }
}

/// Why an engine gave no draft. The recording then simply waits for people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EngineTrouble {
    /// It cannot be reached, or hung up.
    Away(String),
    /// It did not answer in time.
    TooSlow,
    /// It answered with a status that is no success.
    Status(u16),
    /// Its answer is not JSON with a `text`.
    NotJson,
    /// It understood nothing.
    Empty,
    /// It answered with more than two minutes of speech can hold.
    TooLong,
    /// Its text has characters that nobody can say.
    Nonsense,
}

impl fmt::Display for EngineTrouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Away(why) => write!(f, "it cannot be reached: {why}"),
            Self::TooSlow => f.write_str("it did not answer in time"),
            Self::Status(status) => write!(f, "it answered with status {status}"),
            Self::NotJson => f.write_str("its answer is not JSON with a `text`"),
            Self::Empty => f.write_str("its text is empty"),
            Self::TooLong => f.write_str("its answer is longer than two minutes of speech"),
            Self::Nonsense => f.write_str("its text has characters that nobody can say"),
        }
    }
}

/// What whoever runs the server chose.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Listening {
    /// People alone.
    #[default]
    Staff,
    /// Nobody: recordings are not taken.
    Off,
    /// An engine first, then people.
    Engine(Uri),
}

impl Listening {
    /// The listener that was chosen.
    pub fn transcriber(&self) -> Arc<dyn Transcriber> {
        match self {
            Self::Staff => Arc::new(Staff),
            Self::Off => Arc::new(Off),
            Self::Engine(address) => Arc::new(Engine::at(address.clone())),
        }
    }
}

impl FromStr for Listening {
    type Err = String;

    fn from_str(raw: &str) -> Result<Self, String> {
        match raw {
            "staff" => return Ok(Self::Staff),
            "off" => return Ok(Self::Off),
            _ => {}
        }
        let address = raw.parse::<Uri>().ok();
        let is_http = |uri: &Uri| uri.scheme() == Some(&Scheme::HTTP) && uri.host().is_some();
        // Voices go to a machine of one's own: what leads abroad belongs behind a proxy.
        address.filter(is_http).map(Self::Engine).ok_or_else(|| {
            "say staff, off, or the address of an engine of your own, as \
             http://127.0.0.1:9000/transcribe"
                .to_owned()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_listener_is_chosen_by_a_word_or_an_address() {
        assert_eq!("staff".parse(), Ok(Listening::Staff));
        assert_eq!("off".parse(), Ok(Listening::Off));
        let engine = "http://127.0.0.1:9000/hear?language=zh".parse::<Listening>();
        assert!(matches!(engine, Ok(Listening::Engine(_))));
        for raw in ["", "on", "127.0.0.1:9000", "https://far.example/", "http://", "/hear"] {
            assert!(raw.parse::<Listening>().is_err(), "{raw}");
        }
    }
}
