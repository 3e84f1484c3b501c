//! Words people give us: trimmed, never empty, never longer than their place allows.
use serde::{Deserialize, Serialize};
use std::fmt;

/// Characters that nobody types and that do harm: controls other than ends of lines and tabs,
/// which databases and terminals trip over, and those that make a line read backwards.
fn is_hidden(character: char) -> bool {
    let turns = matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    turns || (character.is_control() && !matches!(character, '\n' | '\t'))
}

/// Words a resident gave us: trimmed, nothing hidden in them, not empty, at most `MAX`
/// characters.
///
/// Characters, not bytes: 提案 is two of the first and six of the second.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Words<const MAX: usize>(String);

/// Why a text cannot be taken as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum WordsProblem {
    /// Nothing but white space.
    Empty,
    /// Longer than the place for it.
    TooLong {
        /// Characters given.
        n_chars: usize,
        /// Characters there is room for.
        max: usize,
    },
}

impl<const MAX: usize> Words<MAX> {
    /// The most characters these words may have; forms read it for their hints.
    pub const MAX_CHARS: usize = MAX;

    /// Takes a text from outside, or says why it cannot be taken.
    pub fn parse(raw: &str) -> Result<Self, WordsProblem> {
        let kept: String = raw.chars().filter(|character| !is_hidden(*character)).collect();
        let words = kept.trim();
        let n_chars = words.chars().count();
        if n_chars == 0 {
            return Err(WordsProblem::Empty);
        }
        if MAX < n_chars {
            return Err(WordsProblem::TooLong { n_chars, max: MAX });
        }
        Ok(Self(words.to_owned()))
    }

    /// The first `MAX` characters of a text from elsewhere, for imports only.
    pub fn shortened(raw: &str) -> Result<Self, WordsProblem> {
        Self::parse(&raw.trim().chars().take(MAX).collect::<String>())
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl<const MAX: usize> fmt::Display for Words<MAX> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<const MAX: usize> TryFrom<String> for Words<MAX> {
    type Error = String;

    fn try_from(raw: String) -> Result<Self, String> {
        Self::parse(&raw).map_err(|problem| format!("{problem:?}"))
    }
}

impl<const MAX: usize> From<Words<MAX>> for String {
    fn from(words: Words<MAX>) -> Self {
        words.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_counted_in_characters_and_trimmed() {
        assert_eq!(Words::<4>::parse(" 加装扶手 ").unwrap().as_str(), "加装扶手");
        assert_eq!(Words::<4>::parse("  "), Err(WordsProblem::Empty));
        assert_eq!(
            Words::<4>::parse("加装扶手吧"),
            Err(WordsProblem::TooLong { n_chars: 5, max: 4 })
        );
    }

    #[test]
    fn what_nobody_can_see_is_dropped() {
        let raw = "\u{0}加\u{202e}装\r\n\u{2066}扶\t手\u{7f}\u{9b}\u{2069}";
        assert_eq!(Words::<6>::parse(raw).unwrap().as_str(), "加装\n扶\t手");
        assert_eq!(Words::<6>::parse("\u{0}\u{202a}\u{7}"), Err(WordsProblem::Empty));
    }

    #[test]
    fn the_wire_cannot_smuggle_anything_in() {
        assert!(serde_json::from_str::<Words<4>>("\"  \"").is_err());
        assert!(serde_json::from_str::<Words<4>>("\"12345\"").is_err());
    }
}
