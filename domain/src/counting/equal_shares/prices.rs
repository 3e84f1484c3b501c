//! Exact prices: what each purchase cost per point, as integers over one common denominator.
//!
//! Whoever has money left paid the full price of everything bought from their ballot, so the
//! money of any set of voters is their first shares less a whole number of each price. Sums are
//! therefore kept as small integers, and big numbers appear once per purchase, not per voter.

use num_bigint::BigUint;
use num_integer::Integer;
use num_traits::Zero;

/// Money of some voters, exactly: so many first shares, less so many times each earlier price.
#[derive(Clone, Debug, Default)]
pub(super) struct Holdings {
    /// How many first shares.
    pub shares: u64,
    /// How many times the price of each purchase has been paid from them.
    pub paid: Vec<u64>,
}

impl Holdings {
    pub(super) fn nothing(n_purchases: usize) -> Self {
        Self { shares: 0, paid: vec![0; n_purchases] }
    }

    pub(super) fn is_nothing(&self) -> bool {
        self.shares == 0
    }
}

/// A purchase whose exact price has not been needed yet.
#[derive(Debug)]
struct Unpriced {
    cost: u64,
    /// The money of those who gave all they had.
    given_up: Holdings,
    /// The points of those who paid the price.
    points: u64,
}

/// The exact prices of all purchases so far, worked out when somebody asks.
#[derive(Debug)]
pub(super) struct PriceBook {
    den: BigUint,
    share: BigUint,
    prices: Vec<BigUint>,
    unpriced: Vec<Unpriced>,
}

impl PriceBook {
    /// Starts with a share of `num / den` for everyone.
    pub(super) fn new(num: BigUint, den: BigUint) -> Self {
        Self { den, share: num, prices: Vec::new(), unpriced: Vec::new() }
    }

    /// Writes a purchase down.
    pub(super) fn add(&mut self, cost: u64, given_up: Holdings, points: u64) {
        self.unpriced.push(Unpriced { cost, given_up, points });
    }

    /// The common denominator of everything this book answers.
    ///
    /// It grows with each price worked out, so ask for it after the amounts it belongs to are
    /// sure not to need a further one; `settle` sees to that.
    pub(super) fn den(&self) -> &BigUint {
        debug_assert!(self.unpriced.is_empty(), "settle() comes first");
        &self.den
    }

    /// Works out the prices not needed so far.
    pub(super) fn settle(&mut self) {
        for purchase in std::mem::take(&mut self.unpriced) {
            let mut num = self.missing(purchase.cost, &purchase.given_up);
            let gcd = num.gcd(&BigUint::from(purchase.points));
            let factor = BigUint::from(purchase.points) / &gcd;
            num /= gcd;
            self.den *= &factor;
            self.share *= &factor;
            self.prices.iter_mut().for_each(|price| *price *= &factor);
            self.prices.push(num);
        }
    }

    /// The exact amount of some money, over the common denominator of the prices settled so far.
    pub(super) fn amount(&self, money: &Holdings) -> BigUint {
        let paid: BigUint = (money.paid.iter().zip(&self.prices))
            .filter(|(times, _)| 0 < **times)
            .map(|(&times, price)| price * times)
            .sum();
        let received = &self.share * money.shares;
        debug_assert!(paid <= received, "nobody pays more than they have");
        received - paid
    }

    /// What is missing to a cost when this money is given, over the same denominator.
    pub(super) fn missing(&self, cost: u64, given: &Holdings) -> BigUint {
        let (cost, given) = (&self.den * cost, self.amount(given));
        if cost < given { BigUint::zero() } else { cost - given }
    }
}
