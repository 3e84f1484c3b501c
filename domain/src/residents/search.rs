//! Finding a resident by what they say at the desk.
use super::letter_code::LETTER_DIGITS;
use crate::{
    digits::{digit, is_separator},
    words::{Words, WordsProblem},
};

/// What a resident is looked up by: a part of their name or address, or their letter's number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResidentSearch {
    words: String,
    letter: Option<String>,
}

/// Residents shown for one search.
pub const FOUND_MOST: u32 = 20;

impl ResidentSearch {
    /// The most characters to search for.
    pub const MAX_CHARS: usize = 40;

    /// Reads what was typed; full-width digits are the same as others.
    pub fn parse(raw: &str) -> Result<Self, WordsProblem> {
        let words = Words::<{ Self::MAX_CHARS }>::parse(raw)?;
        let mut letter = String::new();
        let mut is_number = true;
        for character in words.as_str().chars().filter(|c| !is_separator(*c)) {
            match digit(character) {
                Some(digit) => letter.push(char::from(b'0' + digit)),
                None => is_number = false,
            }
        }
        let is_letter = is_number && letter.len() == LETTER_DIGITS;
        let words = words.as_str().chars().map(half_width).collect::<String>().to_lowercase();
        Ok(Self { words, letter: is_letter.then_some(letter) })
    }

    /// A part of a name or an address, in small letters.
    pub fn words(&self) -> &str {
        &self.words
    }

    /// The first five digits of a letter, if it can be those.
    pub fn letter(&self) -> Option<&str> {
        self.letter.as_deref()
    }
}

fn half_width(character: char) -> char {
    match character {
        '０'..='９' => digit(character).map_or(character, |digit| char::from(b'0' + digit)),
        '　' => ' ',
        _ => character,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn five_digits_are_a_letter_and_everything_else_is_words() {
        let search = ResidentSearch::parse("１０ ００3").unwrap();
        assert_eq!(search.letter(), Some("10003"));
        let search = ResidentSearch::parse(" ３号楼　王 ").unwrap();
        assert_eq!((search.words(), search.letter()), ("3号楼 王", None));
        assert_eq!(ResidentSearch::parse("123456").unwrap().letter(), None);
        assert_eq!(ResidentSearch::parse("一二三").unwrap().words(), "一二三");
    }

    #[test]
    fn nothing_is_not_searched_for() {
        assert_eq!(ResidentSearch::parse("  "), Err(WordsProblem::Empty));
        let long = "楼".repeat(ResidentSearch::MAX_CHARS + 1);
        assert!(matches!(ResidentSearch::parse(&long), Err(WordsProblem::TooLong { .. })));
    }
}
