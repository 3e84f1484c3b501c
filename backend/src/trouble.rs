//! What a command says when it cannot do its work: one sentence, and what to do next.

use std::fmt;
use std::process::ExitCode;

use crate::failure::Failure;

/// A command that ended without having done its work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    words: String,
    code: u8,
}

impl Trouble {
    /// Something is not as it must be; the words say what, and what to do next.
    pub fn new(words: impl Into<String>) -> Self {
        Self { words: words.into(), code: 1 }
    }

    /// What was given cannot be read or does not go together: exit code 2.
    pub fn input(words: impl Into<String>) -> Self {
        Self { words: words.into(), code: 2 }
    }

    /// What the shell is told.
    pub fn exit_code(&self) -> ExitCode {
        ExitCode::from(self.code)
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words)
    }
}

impl std::error::Error for Trouble {}

/// What went wrong inside, for the person at the terminal.
pub fn broken(failure: Failure) -> Trouble {
    Trouble::new(format!("It did not work: {failure}."))
}
