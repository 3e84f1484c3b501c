//! Words of reading aloud.
mod en;
mod zh;

pub use en::ENGLISH;
pub use zh::CHINESE;

use crate::{browser::passages::FieldWords, words::Room};

said!(Reading: zh::READING, en::READING);

/// Words of reading aloud, in one language.
pub struct Words {
    /// What this is, for screen readers.
    pub heading: &'static str,
    /// Reads the page.
    pub read: &'static str,
    /// Stops.
    pub stop: &'static str,
    /// While the voice is looked for.
    pub preparing: &'static str,
    /// What reads has not come over the network.
    pub away: &'static str,
    /// All else.
    pub reading: Room<Reading>,
}

/// Words that come with what reads.
pub struct Reading {
    /// Reads this sentence again and goes on.
    pub again: &'static str,
    /// Reads more slowly.
    pub slower: &'static str,
    /// Reads at the usual pace.
    pub usual: &'static str,
    /// Which sentence of how many is read.
    pub reading: fn(usize, usize) -> String,
    /// All is read.
    pub finished: &'static str,
    /// There is nothing to read.
    pub nothing: &'static str,
    /// The browser has no voice.
    pub missing: &'static str,
    /// It has none of this language.
    pub other_languages: &'static str,
    /// It has one that does not speak.
    pub silent: &'static str,
    /// What a field holds.
    pub field: FieldWords,
}
