//! The code by which a resident lets one helper in.
use crate::digits::{digit, is_separator};
use huiyin_derive::ReadTagged;
use serde::{Deserialize, Serialize};
use std::fmt;

/// The code a resident tells their helper (帮办号码): six digits, used once.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct HelpCode(String);

/// Digits in a code.
pub const CODE_DIGITS: usize = 6;

/// Why what was typed cannot be a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum HelpCodeProblem {
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

impl HelpCode {
    /// Reads a code as typed, pasted or spoken: spaces, dashes and full-width digits are fine.
    pub fn parse(raw: &str) -> Result<Self, HelpCodeProblem> {
        let mut digits = String::with_capacity(CODE_DIGITS);
        for character in raw.chars().filter(|c| !is_separator(*c)) {
            let digit = digit(character).ok_or(HelpCodeProblem::NotDigits)?;
            digits.push(char::from(b'0' + digit));
        }
        match digits.len() {
            0 => Err(HelpCodeProblem::Empty),
            CODE_DIGITS => Ok(Self(digits)),
            n_digits => Err(HelpCodeProblem::WrongLength { n_digits }),
        }
    }

    /// The six digits, for hashing.
    pub fn digits(&self) -> &str {
        &self.0
    }

    /// As shown and read out: two groups of three.
    pub fn grouped(&self) -> String {
        format!("{} {}", &self.0[..3], &self.0[3..])
    }
}

impl fmt::Debug for HelpCode {
    // Whoever reads it in a log could act for the resident.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("HelpCode(…)")
    }
}

impl TryFrom<String> for HelpCode {
    type Error = String;

    fn try_from(raw: String) -> Result<Self, String> {
        Self::parse(&raw).map_err(|problem| format!("{problem:?}"))
    }
}

impl From<HelpCode> for String {
    fn from(code: HelpCode) -> Self {
        code.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_however_it_is_said() {
        for raw in ["123456", "123 456", "１２３－４５６", "幺二三,四五六", " 12 34 56\n"]
        {
            assert_eq!(HelpCode::parse(raw).unwrap().grouped(), "123 456", "{raw}");
        }
    }

    #[test]
    fn what_cannot_be_a_code_says_why() {
        assert_eq!(HelpCode::parse("　"), Err(HelpCodeProblem::Empty));
        assert_eq!(HelpCode::parse("12345x"), Err(HelpCodeProblem::NotDigits));
        let long = HelpCodeProblem::WrongLength { n_digits: 12 };
        assert_eq!(HelpCode::parse("1234 5678 9012"), Err(long));
    }

    #[test]
    fn a_code_is_never_printed_by_accident() {
        let code = HelpCode::parse("123456").unwrap();
        assert_eq!(format!("{code:?}"), "HelpCode(…)");
    }
}
