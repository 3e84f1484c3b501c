//! Money in whole fen, and how people write it.
use crate::digits::{digit, is_separator};
use huiyin_derive::ReadTagged;
use serde::{Deserialize, Serialize};

/// An amount of money (金额) in fen, a hundredth of a yuan; also hundredths of another currency
/// in an imported election.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Money(u64);

/// The most one may type: a hundred million yuan, far above any community's fund.
pub const MOST_YUAN: u64 = 100_000_000;

/// Why a text is not an amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum MoneyProblem {
    /// Nothing typed.
    Empty,
    /// Not a number.
    NotANumber,
    /// More than two places after the point.
    FinerThanFen,
    /// Nothing, where something is needed.
    Zero,
    /// More than [`MOST_YUAN`].
    TooMuch,
}

impl Money {
    /// From fen.
    pub const fn fen(fen: u64) -> Self {
        Self(fen)
    }

    /// From whole yuan, at most [`MOST_YUAN`].
    pub const fn yuan(yuan: u64) -> Self {
        Self(yuan * 100)
    }

    /// In fen.
    pub const fn in_fen(self) -> u64 {
        self.0
    }

    /// The sum, unless it cannot be held.
    pub fn plus(self, other: Self) -> Option<Self> {
        self.0.checked_add(other.0).map(Self)
    }

    /// The difference, unless there is less than `other`.
    pub fn minus(self, other: Self) -> Option<Self> {
        self.0.checked_sub(other.0).map(Self)
    }

    /// Reads an amount in yuan as people write it: `12000`, `１２，０００`, `1.5万`, `300.50元`, `¥ 20`.
    pub fn parse(raw: &str) -> Result<Self, MoneyProblem> {
        let raw = raw.trim();
        let raw = raw.strip_prefix(['¥', '￥']).unwrap_or(raw).trim();
        let raw = raw.strip_suffix(['元', '块']).unwrap_or(raw).trim();
        let (raw, unit_fen) = match raw.strip_suffix(['万', '萬']) {
            Some(rest) => (rest, 1_000_000),
            None => (raw, 100),
        };
        if raw.is_empty() {
            return Err(MoneyProblem::Empty);
        }
        let fen = parse_decimal(raw, unit_fen)?;
        match fen {
            0 => Err(MoneyProblem::Zero),
            fen if fen > MOST_YUAN * 100 => Err(MoneyProblem::TooMuch),
            fen => Ok(Self(fen)),
        }
    }

    /// Digits as in `12,000` or `12,000.50`, without a currency.
    pub fn grouped(self) -> String {
        let whole = group_thousands(self.0 / 100);
        match self.0 % 100 {
            0 => whole,
            fen => format!("{whole}.{fen:02}"),
        }
    }
}

/// A whole number with a comma before each group of three digits.
pub fn group_thousands(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// `raw` times `unit` (a power of ten), exact.
fn parse_decimal(raw: &str, unit: u64) -> Result<u64, MoneyProblem> {
    let mut value: u64 = 0;
    // The worth of the next digit after the point; `None` before the point.
    let mut place: Option<u64> = None;
    let mut n_digits = 0;
    for character in raw.chars() {
        if let Some(digit) = digit(character) {
            n_digits += 1;
            let digit = u64::from(digit);
            match place {
                None => {
                    let grown = value.checked_mul(10).and_then(|v| v.checked_add(digit * unit));
                    value = grown.ok_or(MoneyProblem::TooMuch)?;
                }
                Some(worth) if worth > 0 => {
                    value = value.checked_add(digit * worth).ok_or(MoneyProblem::TooMuch)?;
                    place = Some(worth / 10);
                }
                Some(_) if digit == 0 => {}
                Some(_) => return Err(MoneyProblem::FinerThanFen),
            }
        } else if matches!(character, '.' | '．' | '。' | '点') && place.is_none() {
            place = Some(unit / 10);
        } else if !is_separator(character) || matches!(character, '-' | '－' | '—' | '–') {
            return Err(MoneyProblem::NotANumber);
        }
    }
    if n_digits == 0 { Err(MoneyProblem::NotANumber) } else { Ok(value) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_as_people_write_them() {
        for (raw, fen) in [
            ("12000", 1_200_000),
            ("１２，０００", 1_200_000),
            ("1.5万", 1_500_000),
            ("300.50元", 30_050),
            ("¥ 20", 2_000),
            ("三万", 3_000_000),
            ("0.10", 10),
        ] {
            assert_eq!(Money::parse(raw), Ok(Money::fen(fen)), "{raw}");
        }
    }

    #[test]
    fn what_is_not_an_amount_says_why() {
        for (raw, problem) in [
            ("", MoneyProblem::Empty),
            ("  元", MoneyProblem::Empty),
            ("many", MoneyProblem::NotANumber),
            ("-5", MoneyProblem::NotANumber),
            (".", MoneyProblem::NotANumber),
            ("0", MoneyProblem::Zero),
            ("1.005", MoneyProblem::FinerThanFen),
            ("99999999999999999999999", MoneyProblem::TooMuch),
            ("10001万", MoneyProblem::TooMuch),
        ] {
            assert_eq!(Money::parse(raw), Err(problem), "{raw}");
        }
    }

    #[test]
    fn amounts_print_in_groups_of_three() {
        assert_eq!(Money::yuan(1_234_567).grouped(), "1,234,567");
        assert_eq!(Money::fen(30_050).grouped(), "300.50");
        assert_eq!(Money::yuan(0).grouped(), "0");
    }
}
