//! Decimals: amounts as people write them, kept as integers and never as floats.

use super::election::AMOUNT_MAX;

/// The most digits after the point that are read.
pub const PLACES_MAX: usize = 6;

/// A decimal as it was written: its digits without the point, and how many follow the point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decimal {
    digits: u64,
    places: u32,
    negative: bool,
}

impl Decimal {
    /// Reads `12`, `12.50` or `12,5`; `None` if it is no plain decimal or too large.
    pub fn parse(raw: &str) -> Option<Self> {
        let raw = raw.trim();
        let (negative, raw) = match raw.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, raw.strip_prefix('+').unwrap_or(raw)),
        };
        let (whole, part) = raw.split_once(['.', ',']).unwrap_or((raw, ""));
        let part = part.trim_end_matches('0');
        let all_digits = whole.bytes().chain(part.bytes()).all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || !all_digits || PLACES_MAX < part.len() || 16 < whole.len() {
            return None;
        }
        let digits: u64 = format!("{whole}{part}").parse().ok()?;
        let places = part.len() as u32;
        Some(Self { digits, places, negative: negative && digits != 0 })
    }

    /// Whether it is below nothing.
    pub fn is_negative(self) -> bool {
        self.negative
    }

    /// The scale at which it is a whole number: 1, 10, 100 …
    pub fn scale(self) -> u64 {
        10_u64.pow(self.places)
    }

    /// Its integer at a scale of at least its own; `None` if negative or above `AMOUNT_MAX`.
    pub fn units(self, scale: u64) -> Option<u64> {
        let factor = scale / self.scale();
        let units = self.digits.checked_mul(factor)?;
        (!self.negative && units <= AMOUNT_MAX).then_some(units)
    }
}

/// Prints an integer that was multiplied by `scale`, with no more digits than it needs.
pub fn decimal(units: u64, scale: u64) -> String {
    let scale = scale.max(1);
    let (whole, mut rest) = (units / scale, units % scale);
    let mut text = whole.to_string();
    if 0 < rest {
        text.push('.');
    }
    // A scale is a power of ten, so this ends; for any other it ends at twenty digits.
    for _ in 0..20 {
        if rest == 0 {
            break;
        }
        let next = u128::from(rest) * 10;
        text.push(char::from(b'0' + (next / u128::from(scale)) as u8));
        rest = (next % u128::from(scale)) as u64;
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_exactly_with_point_or_comma() {
        let read = |raw: &str, scale| Decimal::parse(raw).and_then(|read| read.units(scale));
        assert_eq!(read("12", 100), Some(1200));
        assert_eq!(read(" 33.34 ", 100), Some(3334));
        assert_eq!(read("33,3", 100), Some(3330));
        assert_eq!(read("250000.0", 1), Some(250_000));
        assert_eq!(read("-1", 1), None);
        assert_eq!(read("1e5", 1), None);
        assert_eq!(read("", 1), None);
        assert_eq!(read(".5", 10), None);
        assert_eq!(read("9007199254740992", 1), None);
        assert_eq!(Decimal::parse("0.0000001"), None);
    }

    #[test]
    fn amounts_are_printed_with_no_more_digits_than_they_need() {
        assert_eq!(decimal(1200, 100), "12");
        assert_eq!(decimal(1250, 100), "12.5");
        assert_eq!(decimal(5, 100), "0.05");
        assert_eq!(decimal(7, 1), "7");
    }
}
