//! The sign-in code on a paper letter.
use crate::digits::{digit, is_separator};
use huiyin_derive::ReadTagged;
use serde::{Deserialize, Serialize};
use std::fmt;

/// The sign-in code printed on a resident's letter (信函码): twelve digits.
///
/// The first five name the letter, so that tries can be limited for each letter; the last seven
/// are its secret and are stored only as an Argon2id hash.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct LetterCode(String);

/// Digits in a code.
pub const CODE_DIGITS: usize = 12;
/// Digits that name the letter.
pub const LETTER_DIGITS: usize = 5;
/// Wrong tries on one letter within [`TRIES_WINDOW_MS`] before it rests.
pub const TRIES_PER_LETTER: u32 = 5;
/// How long wrong tries are remembered, in milliseconds: a quarter of an hour.
pub const TRIES_WINDOW_MS: i64 = 900_000;
/// Sign-ins on one letter before the office must print another.
pub const USES_PER_LETTER: u32 = 20;

/// Why what was typed cannot be a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum LetterCodeProblem {
    /// Nothing typed.
    Empty,
    /// Something that is neither a digit nor a space.
    NotDigits,
    /// Too few or too many digits.
    WrongLength {
        /// Digits typed.
        n_digits: usize,
    },
}

impl LetterCode {
    /// Reads a code as typed, pasted or spoken: spaces, dashes and full-width digits are fine.
    pub fn parse(raw: &str) -> Result<Self, LetterCodeProblem> {
        let mut digits = String::with_capacity(CODE_DIGITS);
        for character in raw.chars().filter(|c| !is_separator(*c)) {
            let digit = digit(character).ok_or(LetterCodeProblem::NotDigits)?;
            digits.push(char::from(b'0' + digit));
        }
        match digits.len() {
            0 => Err(LetterCodeProblem::Empty),
            CODE_DIGITS => Ok(Self(digits)),
            n_digits => Err(LetterCodeProblem::WrongLength { n_digits }),
        }
    }

    /// The part that names the letter.
    pub fn letter(&self) -> &str {
        &self.0[..LETTER_DIGITS]
    }

    /// The part that must be kept secret.
    pub fn secret(&self) -> &str {
        &self.0[LETTER_DIGITS..]
    }

    /// As printed on the letter: three groups of four.
    pub fn grouped(&self) -> String {
        format!("{} {} {}", &self.0[..4], &self.0[4..8], &self.0[8..])
    }
}

impl fmt::Debug for LetterCode {
    // A code in a log file would be a key under the mat.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "LetterCode({}…)", self.letter())
    }
}

impl TryFrom<String> for LetterCode {
    type Error = String;

    fn try_from(raw: String) -> Result<Self, String> {
        Self::parse(&raw).map_err(|problem| format!("{problem:?}"))
    }
}

impl From<LetterCode> for String {
    fn from(code: LetterCode) -> Self {
        code.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_however_it_is_written() {
        for raw in
            ["123456789012", "1234 5678 9012", "１２３４－５６７８－９０１２", " 幺234,56789012\n"]
        {
            let code = LetterCode::parse(raw).unwrap();
            assert_eq!((code.letter(), code.secret()), ("12345", "6789012"), "{raw}");
            assert_eq!(code.grouped(), "1234 5678 9012");
        }
    }

    #[test]
    fn what_cannot_be_a_code_says_why() {
        assert_eq!(LetterCode::parse(" "), Err(LetterCodeProblem::Empty));
        assert_eq!(LetterCode::parse("12345678901x"), Err(LetterCodeProblem::NotDigits));
        let short = LetterCodeProblem::WrongLength { n_digits: 11 };
        assert_eq!(LetterCode::parse("12345678901"), Err(short));
    }

    #[test]
    fn a_code_is_never_printed_whole_by_accident() {
        let code = LetterCode::parse("123456789012").unwrap();
        assert_eq!(format!("{code:?}"), "LetterCode(12345…)");
    }
}
