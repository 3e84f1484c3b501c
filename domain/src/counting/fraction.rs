//! Exact fractions, as they go over the wire: two whole numbers in decimal digits.

use num_bigint::BigUint;
use num_integer::Integer;
use num_traits::{One, Zero};
use serde::{Deserialize, Serialize};

/// An exact fraction (分数) in lowest terms, never negative.
///
/// Digits in text, since the numbers outgrow what other languages hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fraction {
    /// The number above the line.
    pub num: String,
    /// The number below the line, never zero.
    pub den: String,
}

impl Fraction {
    /// A whole number.
    pub fn whole(number: u64) -> Self {
        Self { num: number.to_string(), den: "1".to_owned() }
    }

    /// The quotient of two numbers in lowest terms; a zero below the line is taken as one.
    pub(super) fn of(num: &BigUint, den: &BigUint) -> Self {
        let gcd = num.gcd(den);
        if den.is_zero() || gcd.is_zero() {
            return Self { num: num.to_string(), den: "1".to_owned() };
        }
        Self { num: (num / &gcd).to_string(), den: (den / &gcd).to_string() }
    }

    /// The decimal nearest to it after division by `scale`, halves upward, with exactly
    /// `places` digits after the point.
    pub fn rounded(&self, scale: u64, places: u32) -> String {
        let (num, den) = self.parts();
        let den = den * BigUint::from(scale.max(1));
        let ten = BigUint::from(10_u32).pow(places);
        let nearest = (num * &ten * 2_u32 + &den) / (den * 2_u32);
        let (whole, part) = nearest.div_rem(&ten);
        if places == 0 {
            return whole.to_string();
        }
        format!("{whole}.{part:0>width$}", part = part.to_string(), width = places as usize)
    }

    /// The two numbers; what is not a number counts as nothing, and below the line as one.
    fn parts(&self) -> (BigUint, BigUint) {
        let num = self.num.parse().unwrap_or_else(|_| BigUint::zero());
        let den: BigUint = self.den.parse().unwrap_or_else(|_| BigUint::one());
        (num, if den.is_zero() { BigUint::one() } else { den })
    }

    /// The two numbers, for further counting inside the room.
    pub(super) fn big(&self) -> (BigUint, BigUint) {
        self.parts()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fraction(num: u64, den: u64) -> Fraction {
        Fraction::of(&BigUint::from(num), &BigUint::from(den))
    }

    #[test]
    fn a_fraction_is_kept_in_lowest_terms() {
        assert_eq!(fraction(6, 4), Fraction { num: "3".to_owned(), den: "2".to_owned() });
        assert_eq!(fraction(0, 4), Fraction { num: "0".to_owned(), den: "1".to_owned() });
    }

    #[test]
    fn rounding_goes_to_the_nearest_and_halves_go_up() {
        assert_eq!(fraction(2, 3).rounded(1, 2), "0.67");
        assert_eq!(fraction(1, 8).rounded(1, 2), "0.13");
        assert_eq!(fraction(12_345, 1).rounded(100, 2), "123.45");
        assert_eq!(fraction(5, 2).rounded(1, 0), "3");
        assert_eq!(fraction(1, 1000).rounded(1, 2), "0.00");
    }
}
