//! Telephone numbers as people write and say them: mobile, or landline with its area code.
use crate::digits::{digit, is_separator};
use huiyin_derive::ReadTagged;
use serde::{Deserialize, Serialize};
use std::fmt;

/// A telephone number (电话号码) on the Chinese mainland at which somebody can be called.
///
/// Kept as its digits: eleven of a mobile, or a landline's with the area code before them.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PhoneNumber(String);

/// Digits in a mobile number.
pub const MOBILE_DIGITS: usize = 11;

/// Why what was typed is no number that can be called.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum PhoneProblem {
    /// Nothing typed.
    Empty,
    /// Something that is neither a digit nor stands between digits.
    NotDigits,
    /// A number of another country.
    Abroad,
    /// A landline without its area code (区号).
    NoAreaCode,
    /// Too few or too many digits.
    WrongLength {
        /// Digits typed.
        n_digits: usize,
    },
    /// As long as a number, but no number begins so.
    UnknownBeginning,
}

impl PhoneNumber {
    /// Reads a number as typed, pasted or spoken: spaces, dashes, brackets, full-width digits,
    /// 幺 and a leading +86 or 0086 are fine.
    pub fn parse(raw: &str) -> Result<Self, PhoneProblem> {
        let written = raw.trim_start_matches(|c: char| is_between(c));
        let (has_plus, written) = match written.strip_prefix(['+', '＋']) {
            Some(rest) => (true, rest),
            None => (false, written),
        };
        let mut digits = String::with_capacity(MOBILE_DIGITS + 4);
        for character in written.chars().filter(|c| !is_between(*c)) {
            let digit = digit(character).ok_or(PhoneProblem::NotDigits)?;
            digits.push(char::from(b'0' + digit));
        }
        if digits.is_empty() {
            return Err(PhoneProblem::Empty);
        }
        let (is_from_abroad, digits) = without_country(has_plus, digits)?;
        judge(is_from_abroad, digits)
    }

    /// The digits to dial, for a `tel:` link.
    pub fn digits(&self) -> &str {
        &self.0
    }

    /// As it is read out: `138 1234 5678`, `021-5555 0128`.
    pub fn grouped(&self) -> String {
        let digits = &self.0;
        match area_digits(digits) {
            None => format!("{} {} {}", &digits[..3], &digits[3..7], &digits[7..]),
            Some(n_area) => {
                let split = digits.len() - 4;
                format!("{}-{} {}", &digits[..n_area], &digits[n_area..split], &digits[split..])
            }
        }
    }
}

/// Brackets around area codes and dots stand between digits too.
fn is_between(character: char) -> bool {
    is_separator(character) || matches!(character, '(' | ')' | '（' | '）' | '.' | '/')
}

/// Takes the country away; says whether it was written.
fn without_country(has_plus: bool, digits: String) -> Result<(bool, String), PhoneProblem> {
    let international = match has_plus {
        true => Some(digits.as_str()),
        false => digits.strip_prefix("00"),
    };
    if let Some(international) = international {
        let national = international.strip_prefix("86").ok_or(PhoneProblem::Abroad)?;
        return Ok((true, national.to_owned()));
    }
    // Many write 86 before a mobile without the plus; no area code begins so.
    let mobile = digits.strip_prefix("86").filter(|rest| is_mobile(rest));
    match mobile {
        Some(mobile) => Ok((true, mobile.to_owned())),
        None => Ok((false, digits)),
    }
}

fn judge(is_from_abroad: bool, digits: String) -> Result<PhoneNumber, PhoneProblem> {
    if is_mobile(&digits) {
        return Ok(PhoneNumber(digits));
    }
    // From abroad an area code is dialled without its nought.
    let digits = match is_from_abroad && !digits.starts_with('0') {
        true => format!("0{digits}"),
        false => digits,
    };
    let n_digits = digits.len();
    let Some(n_area) = area_digits(&digits) else {
        return Err(match n_digits {
            7 | 8 if !digits.starts_with(['0', '1']) => PhoneProblem::NoAreaCode,
            MOBILE_DIGITS => PhoneProblem::UnknownBeginning,
            _ => PhoneProblem::WrongLength { n_digits },
        });
    };
    let own = &digits[n_area..];
    // Where the area code has three digits every number has eight.
    let is_right_length = if n_area == 3 { own.len() == 8 } else { matches!(own.len(), 7 | 8) };
    if !is_right_length {
        return Err(PhoneProblem::WrongLength { n_digits });
    }
    match own.starts_with(['0', '1']) {
        true => Err(PhoneProblem::UnknownBeginning),
        false => Ok(PhoneNumber(digits)),
    }
}

fn is_mobile(digits: &str) -> bool {
    let second = digits.as_bytes().get(1);
    digits.len() == MOBILE_DIGITS
        && digits.starts_with('1')
        && second.is_some_and(|digit| (b'3'..=b'9').contains(digit))
}

/// How many digits of a landline are its area code: 010 and 02x have three, all others four.
fn area_digits(digits: &str) -> Option<usize> {
    let mut first = digits.bytes();
    match (first.next()?, first.next()?, first.next()?) {
        (b'0', b'1', b'0') | (b'0', b'2', _) => Some(3),
        (b'0', b'3'..=b'9', _) => Some(4),
        _ => None,
    }
}

impl fmt::Debug for PhoneNumber {
    // A number in a log file could be called by whoever reads the log.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PhoneNumber({}…)", self.0.get(..3).unwrap_or_default())
    }
}

impl TryFrom<String> for PhoneNumber {
    type Error = String;

    fn try_from(raw: String) -> Result<Self, String> {
        Self::parse(&raw).map_err(|problem| format!("{problem:?}"))
    }
}

impl From<PhoneNumber> for String {
    fn from(number: PhoneNumber) -> Self {
        number.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mobile_is_read_however_it_is_written_or_said() {
        for raw in [
            "13812345678",
            " 138 1234 5678 ",
            "138-1234-5678",
            "１３８１２３４５６７８",
            "幺三八 一二三四 五六七八",
            "+86 138 1234 5678",
            "＋８６　138－1234－5678",
            "0086 13812345678",
            "8613812345678",
            "(+86) 138.1234.5678",
        ] {
            let number = PhoneNumber::parse(raw).unwrap_or_else(|it| panic!("{raw}: {it:?}"));
            assert_eq!(number.digits(), "13812345678", "{raw}");
            assert_eq!(number.grouped(), "138 1234 5678");
        }
    }

    #[test]
    fn a_landline_is_read_with_its_area_code() {
        for (raw, digits, grouped) in [
            ("021-5555 0128", "02155550128", "021-5555 0128"),
            ("（010）65551234", "01065551234", "010-6555 1234"),
            ("+86 21 5555 0128", "02155550128", "021-5555 0128"),
            ("+86 10 6555 1234", "01065551234", "010-6555 1234"),
            ("0571 8555 0128", "057185550128", "0571-8555 0128"),
            ("0898-2555012", "08982555012", "0898-255 5012"),
        ] {
            let number = PhoneNumber::parse(raw).unwrap_or_else(|it| panic!("{raw}: {it:?}"));
            assert_eq!((number.digits(), number.grouped().as_str()), (digits, grouped), "{raw}");
        }
    }

    #[test]
    fn what_cannot_be_called_says_why() {
        for (raw, problem) in [
            ("", PhoneProblem::Empty),
            (" - ", PhoneProblem::Empty),
            ("+", PhoneProblem::Empty),
            ("wang", PhoneProblem::NotDigits),
            ("13812345678 王", PhoneProblem::NotDigits),
            ("5555 0128", PhoneProblem::NoAreaCode),
            ("2555012", PhoneProblem::NoAreaCode),
            ("+1 212 555 0128", PhoneProblem::Abroad),
            ("0044 20 7946 0128", PhoneProblem::Abroad),
            ("1381234567", PhoneProblem::WrongLength { n_digits: 10 }),
            ("138123456789", PhoneProblem::WrongLength { n_digits: 12 }),
            ("110", PhoneProblem::WrongLength { n_digits: 3 }),
            ("021-555 0128", PhoneProblem::WrongLength { n_digits: 10 }),
            ("12345678901", PhoneProblem::UnknownBeginning),
            ("021-1555 0128", PhoneProblem::UnknownBeginning),
        ] {
            assert_eq!(PhoneNumber::parse(raw), Err(problem), "{raw}");
        }
    }

    #[test]
    fn whatever_is_typed_is_answered_and_what_is_taken_reads_back() {
        for raw in ["86", "+86", "0", "00", "01", "0086", "86138", "😀", "1".repeat(5_000).as_str()]
        {
            if let Ok(number) = PhoneNumber::parse(raw) {
                assert_eq!(PhoneNumber::parse(&number.grouped()), Ok(number), "{raw}");
            }
        }
    }

    #[test]
    fn a_number_is_never_printed_whole_by_accident() {
        let number = PhoneNumber::parse("13812345678").unwrap();
        assert_eq!(format!("{number:?}"), "PhoneNumber(138…)");
    }
}
