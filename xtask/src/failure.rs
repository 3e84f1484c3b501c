//! What went wrong, and what the person at the terminal can do about it.

use std::fmt;

/// A step that failed: one sentence of what is so, one of what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Failure {
    what: String,
    advice: Option<String>,
}

impl Failure {
    /// A failure that needs no more than to be said.
    pub(crate) fn new(what: impl Into<String>) -> Self {
        Self { what: what.into(), advice: None }
    }

    /// The same failure with what to install or to do.
    pub(crate) fn advise(self, advice: impl Into<String>) -> Self {
        Self { advice: Some(advice.into()), ..self }
    }

    /// The same failure, unless advice was given already nearer to the cause.
    pub(crate) fn advise_if_silent(self, advice: &str) -> Self {
        match self.advice {
            Some(_) => self,
            None => self.advise(advice),
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "failed: {}", self.what)?;
        match &self.advice {
            Some(advice) => write!(out, "\nwhat to do: {advice}"),
            None => Ok(()),
        }
    }
}

/// Turns a file-system error into a failure that names the file.
pub(crate) fn cannot<'a>(
    verb: &'a str,
    path: &'a std::path::Path,
) -> impl Fn(std::io::Error) -> Failure + 'a {
    move |error| Failure::new(format!("cannot {verb} {}: {error}", path.display()))
}
