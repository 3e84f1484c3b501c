//! What is typed as a second factor: six digits from a phone, or a recovery code from paper.
use super::totp::{Code, N_DIGITS};
use crate::digits::{digit, is_separator};
use huiyin_derive::ReadTagged;
use serde::Serialize;
use std::fmt;

/// How many recovery codes are made at once.
pub const N_RECOVERY_CODES: u8 = 8;
/// Digits of a recovery code: the first says which of the eight it is, so that only one slow hash
/// has to be tried.
const RECOVERY_DIGITS: usize = 10;

/// A recovery code (恢复码): lets its owner in once, when the phone is not at hand.
#[derive(Clone, PartialEq, Eq)]
pub struct RecoveryCode {
    place: u8,
    digits: String,
}

impl RecoveryCode {
    /// The code of a place among the eight, from nine random digits.
    pub fn new(place: u8, random: &str) -> Option<Self> {
        Self::read(&format!("{place}{random}"))
    }

    /// Reads ten digits; no code begins with a digit that is no place.
    fn read(digits: &str) -> Option<Self> {
        let is_whole =
            digits.len() == RECOVERY_DIGITS && digits.bytes().all(|b| b.is_ascii_digit());
        let place = digits.bytes().next().filter(|_| is_whole)?.checked_sub(b'0')?;
        let is_place = (1..=N_RECOVERY_CODES).contains(&place);
        is_place.then(|| Self { place, digits: digits.to_owned() })
    }

    /// Which of the eight it is, from 1.
    pub fn place(&self) -> u8 {
        self.place
    }

    /// What is hashed and compared.
    pub fn digits(&self) -> &str {
        &self.digits
    }

    /// As it is printed: two groups of five.
    pub fn grouped(&self) -> String {
        let (front, back) = self.digits.split_at(RECOVERY_DIGITS / 2);
        format!("{front} {back}")
    }
}

/// The code itself never stands in a log.
impl fmt::Debug for RecoveryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "RecoveryCode {{ place: {} }}", self.place)
    }
}

/// What somebody typed as their second factor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Typed {
    /// What their phone shows.
    Phone(Code),
    /// One of the codes they printed.
    Recovery(RecoveryCode),
}

/// Why what was typed is no second factor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum CodeProblem {
    /// Nothing was typed.
    Empty,
    /// Something that is no digit.
    NotDigits,
    /// Neither six digits nor ten.
    WrongLength {
        /// So many.
        n_digits: usize,
    },
    /// It is not what the phone shows now, was used already, or is no code of theirs.
    Wrong,
}

impl Typed {
    /// Reads what was typed, of any width and with spaces between.
    pub fn parse(raw: &str) -> Result<Self, CodeProblem> {
        let mut digits = String::new();
        for character in raw.chars().filter(|character| !is_separator(*character)) {
            let digit = digit(character).ok_or(CodeProblem::NotDigits)?;
            digits.push(char::from(b'0' + digit));
        }
        match digits.len() {
            0 => Err(CodeProblem::Empty),
            N_DIGITS => {
                let number = digits.parse().map_err(|_| CodeProblem::NotDigits)?;
                Ok(Self::Phone(Code::new(number)))
            }
            RECOVERY_DIGITS => {
                RecoveryCode::read(&digits).map(Self::Recovery).ok_or(CodeProblem::Wrong)
            }
            n_digits => Err(CodeProblem::WrongLength { n_digits }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_kinds_of_code_are_taken_as_people_type_them() {
        assert_eq!(Typed::parse(" 012 ３45 "), Ok(Typed::Phone(Code::new(12_345))));
        let code = RecoveryCode::new(3, "012345678").unwrap();
        assert_eq!(code.grouped(), "30123 45678");
        assert_eq!(Typed::parse("30123-45678"), Ok(Typed::Recovery(code.clone())));
        assert_eq!(code.place(), 3);
        assert_eq!(format!("{code:?}"), "RecoveryCode { place: 3 }");
    }

    #[test]
    fn what_cannot_be_a_code_says_why() {
        let cases = [
            ("", CodeProblem::Empty),
            ("  ", CodeProblem::Empty),
            ("12a456", CodeProblem::NotDigits),
            ("12345", CodeProblem::WrongLength { n_digits: 5 }),
            ("12345678901", CodeProblem::WrongLength { n_digits: 11 }),
            ("9012345678", CodeProblem::Wrong),
            ("0012345678", CodeProblem::Wrong),
        ];
        for (typed, problem) in cases {
            assert_eq!(Typed::parse(typed), Err(problem), "{typed}");
        }
        assert!(RecoveryCode::new(9, "012345678").is_none());
        assert!(RecoveryCode::new(1, "01234567").is_none());
        assert!(RecoveryCode::new(1, "01234567x").is_none());
    }
}
