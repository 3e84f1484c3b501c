//! Words people give us: trimmed, never empty, never longer than their place allows.
use crate::direction;
use huiyin_derive::ReadTagged;
use serde::{Deserialize, Serialize};
use std::fmt;

/// Characters that nobody types and that do harm: controls other than ends of lines and tabs,
/// which databases and terminals trip over, those that make a line read backwards, and those of
/// no width, by which one word passes for another.
///
/// What joins the parts of an emoji (U+200D), or keeps letters of some scripts apart (U+200C),
/// stays.
fn is_hidden(character: char) -> bool {
    let is_of_no_width = matches!(
        character,
        '\u{00ad}' | '\u{180e}' | '\u{200b}' | '\u{2060}'..='\u{2065}' | '\u{206a}'..='\u{206f}'
            | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
    );
    direction::is_mark(character)
        || is_of_no_width
        || (character.is_control() && !matches!(character, '\n' | '\t'))
}

/// Characters that show nothing by themselves: a text of them alone is empty.
fn is_blank(character: char) -> bool {
    let fills = matches!(character, '\u{115f}' | '\u{1160}' | '\u{2800}' | '\u{3164}' | '\u{ffa0}');
    let joins = matches!(character, '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}');
    let tags = matches!(character, '\u{e0000}'..='\u{e01ef}');
    character.is_whitespace() || fills || joins || tags || is_mark(character)
}

/// Marks that stand on the letter before them.
fn is_mark(character: char) -> bool {
    matches!(
        character,
        '\u{0300}'..='\u{036f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}'
            | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}'
    )
}

/// Marks on one letter that some language needs; heaps of them run into the lines above.
const MARKS_MOST: usize = 3;

/// The text without what is hidden in it, and with no heaps of marks.
fn cleaned(raw: &str) -> String {
    let mut n_marks = 0;
    let keeps = |character: &char| {
        n_marks = if is_mark(*character) { n_marks + 1 } else { 0 };
        n_marks <= MARKS_MOST
    };
    let shown = raw.chars().filter(|character| !is_hidden(*character));
    // Ends of lines and paragraphs that only some programs know.
    let lines = shown.map(|character| match character {
        '\u{2028}' | '\u{2029}' => '\n',
        other => other,
    });
    lines.filter(keeps).collect()
}

/// Words a resident gave us: trimmed, nothing hidden in them, not empty, at most `MAX`
/// characters.
///
/// Characters, not bytes: 提案 is two of the first and six of the second.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Words<const MAX: usize>(String);

/// Why a text cannot be taken as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ReadTagged)]
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
        let kept = cleaned(raw);
        let words = kept.trim();
        let n_chars = words.chars().count();
        if words.chars().all(is_blank) {
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
    fn marks_that_turn_or_hide_words_are_dropped_and_emoji_stay_whole() {
        let raw = "\u{200f}加\u{200b}装\u{feff}\u{061c}扶\u{ad}手";
        assert_eq!(Words::<4>::parse(raw).unwrap().as_str(), "加装扶手");
        // A family of three is five characters that show as one.
        let family = "👨\u{200d}👩\u{200d}👧";
        assert_eq!(Words::<5>::parse(family).unwrap().as_str(), family);
        assert_eq!(Words::<9>::parse("一行\u{2028}又一行").unwrap().as_str(), "一行\n又一行");
        // Arabic and Hebrew turn by themselves, without any mark.
        assert_eq!(Words::<9>::parse("שלום").unwrap().as_str(), "שלום");
    }

    #[test]
    fn what_shows_nothing_is_nothing() {
        for raw in ["\u{200d}", "\u{3164}\u{3164}", "\u{fe0f}", "\u{2800} \u{200c}", "\u{301}"] {
            assert_eq!(Words::<9>::parse(raw), Err(WordsProblem::Empty), "{raw:?}");
        }
    }

    #[test]
    fn heaps_of_marks_do_not_run_into_other_lines() {
        let heap = format!("a{}b", "\u{301}".repeat(50));
        let kept = Words::<60>::parse(&heap).unwrap();
        assert_eq!(kept.as_str(), "a\u{301}\u{301}\u{301}b");
    }

    #[test]
    fn markup_is_text_like_any_other() {
        let raw = "<script>alert(1)</script> & \"=SUM(A1)\"";
        assert_eq!(Words::<60>::parse(raw).unwrap().as_str(), raw);
    }

    #[test]
    fn the_wire_cannot_smuggle_anything_in() {
        assert!(serde_json::from_str::<Words<4>>("\"  \"").is_err());
        assert!(serde_json::from_str::<Words<4>>("\"12345\"").is_err());
    }
}
