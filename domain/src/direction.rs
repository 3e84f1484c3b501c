//! Directions of writing (文字方向): words that run from right to left turn nothing beside them.
use std::borrow::Cow;

/// What begins words whose own first letter says which way they run (U+2068).
const BEGINS: char = '\u{2068}';
/// What ends them (U+2069).
const ENDS: char = '\u{2069}';

/// Marks that nobody types and by which a line reads backwards, or ends what was set apart.
pub(crate) fn is_mark(character: char) -> bool {
    matches!(
        character,
        '\u{061c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
    )
}

/// Letters that run from right to left by themselves: Hebrew, Arabic and their kin.
fn is_from_the_right(character: char) -> bool {
    matches!(
        character,
        '\u{0590}'..='\u{08ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}'
            | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}'
    )
}

/// Somebody's words as they stand inside a sentence of ours: set apart from it where they could
/// turn it, and otherwise as they are.
///
/// A number after a Hebrew title would be shown before it. What sets the words apart shows
/// nothing; set apart twice they are what they were.
pub fn isolated<T: AsRef<str> + ?Sized>(words: &T) -> Cow<'_, str> {
    let words = words.as_ref();
    if !words.chars().any(|character| is_mark(character) || is_from_the_right(character)) {
        return Cow::Borrowed(words);
    }
    let kept = words.chars().filter(|character| !is_mark(*character));
    Cow::Owned([BEGINS].into_iter().chain(kept).chain([ENDS]).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_turn_nothing_are_left_as_they_are() {
        for words in ["", "加装扶手", "Handrail 3, no. 12", "👨\u{200d}👩\u{200d}👧", "<b>=1+1</b>"]
        {
            assert!(matches!(isolated(words), Cow::Borrowed(same) if same == words));
        }
    }

    #[test]
    fn words_from_the_right_stand_apart_and_only_once() {
        for words in ["שלום 3", "سلام", "扶手 שלום"] {
            let apart = isolated(words).into_owned();
            assert_eq!(apart, format!("\u{2068}{words}\u{2069}"));
            assert_eq!(isolated(&apart), apart);
        }
    }

    #[test]
    fn a_mark_that_turns_the_line_or_ends_the_setting_apart_is_taken_out() {
        let forged = "\u{202e}元000,9\u{2069}\u{2069}";
        assert_eq!(isolated(forged), "\u{2068}元000,9\u{2069}");
    }
}
