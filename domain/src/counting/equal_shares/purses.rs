//! Purses: what each voter has left, enclosed between two integers so close that they usually
//! decide; where they do not, exact arithmetic does.
//!
//! Amounts here are multiplied by a power of two and rounded: `lo` always down, `hi` always up.
//! Every comparison made with them is thereby a proof, never a guess.

use num_bigint::BigUint;
use num_traits::ToPrimitive;

use super::electorate::{Electorate, Supporters};

/// The money of one voter of a group lies between `lo` and `hi`; at `hi == 0` it is nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Purse {
    pub lo: u64,
    pub hi: u64,
}

/// Which end of the enclosures a sum is made with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    Lo,
    Hi,
}

/// The finest power of two at which all money together stays below this many bits.
const BITS: i64 = 62;

/// Amounts multiplied by a power of two.
#[derive(Clone, Copy, Debug)]
pub(super) struct Grid {
    shift: i64,
}

impl Grid {
    /// As fine as the money of all voters together allows.
    pub(super) fn new(all_money: &BigUint) -> Self {
        Self { shift: BITS - all_money.bits() as i64 - 1 }
    }

    /// An exact amount on the grid, rounded down and up.
    pub(super) fn enclose(self, num: &BigUint, den: &BigUint) -> Purse {
        let (num, den) = match u64::try_from(self.shift) {
            Ok(shift) => (num << shift, den.clone()),
            Err(_) => (num.clone(), den << self.shift.unsigned_abs()),
        };
        let lo = &num / &den;
        let exact = &lo * &den == num;
        // More than all money there is serves for "too much" as well as the number itself.
        let lo = lo.to_u64().unwrap_or(u64::MAX - 1);
        Purse { lo, hi: if exact { lo } else { lo + 1 } }
    }
}

/// The money left of every group, and the sums that purchases need.
#[derive(Debug)]
pub(super) struct Purses {
    all: Vec<Purse>,
    plain: bool,
}

impl Purses {
    /// Everyone starts with the same share.
    pub(super) fn new(electorate: &Electorate, share: Purse) -> Self {
        Self { all: vec![share; electorate.n_groups()], plain: electorate.plain }
    }

    pub(super) fn of(&self, group: u32) -> Purse {
        self.all[group as usize]
    }

    pub(super) fn set(&mut self, group: u32, purse: Purse) {
        self.all[group as usize] = purse;
    }

    /// A number no greater than the price per point, or `None` if the money cannot suffice.
    ///
    /// `from` must be such a number already; `cost` is rounded down. Each turn takes those who
    /// cannot pay as giving all they have and shares the rest of the cost among the others. What
    /// supporters can raise is a concave function of the price, so this climbs to the price from
    /// below, in few turns.
    pub(super) fn price_at_least(
        &self,
        supporters: &[Supporters],
        cost: u64,
        from: u64,
    ) -> Option<u64> {
        let mut price = from;
        loop {
            let (given, points) = self.raise(supporters, price, End::Hi);
            if cost <= given {
                return Some(price);
            }
            if points == 0 {
                return None;
            }
            let next = (cost - given) / points;
            if next <= price {
                return Some(price);
            }
            price = next;
        }
    }

    /// A number no less than the price per point, or `None` if the money may not suffice.
    ///
    /// `cost` is rounded up; `from` may be any number.
    pub(super) fn price_at_most(
        &self,
        supporters: &[Supporters],
        cost: u64,
        from: u64,
    ) -> Option<u64> {
        let mut price = from;
        loop {
            let (given, points) = self.raise(supporters, price, End::Lo);
            if cost <= given {
                return Some(price);
            }
            if points == 0 {
                return None;
            }
            let next = (cost - given).div_ceil(points);
            if next <= price {
                return Some(price);
            }
            price = next;
        }
    }

    /// What all supporters together have.
    pub(super) fn money(&self, supporters: &[Supporters]) -> Purse {
        let sum = |purse: Purse, group: &Supporters| {
            let (has, voters) = (self.of(group.group), u64::from(group.voters));
            Purse { lo: purse.lo + voters * has.lo, hi: purse.hi + voters * has.hi }
        };
        supporters.iter().fold(Purse { lo: 0, hi: 0 }, sum)
    }

    /// At this price: what those who cannot pay it have, and the points of those who can.
    fn raise(&self, supporters: &[Supporters], price: u64, end: End) -> (u64, u64) {
        match (end, self.plain) {
            (End::Lo, true) => raise(supporters, |group| (self.of(group.group).lo, price)),
            (End::Hi, true) => raise(supporters, |group| (self.of(group.group).hi, price)),
            (End::Lo, false) => raise(supporters, |group| {
                (self.of(group.group).lo, price.saturating_mul(group.points))
            }),
            (End::Hi, false) => raise(supporters, |group| {
                (self.of(group.group).hi, price.saturating_mul(group.points))
            }),
        }
    }
}

#[inline(always)]
fn raise(
    supporters: &[Supporters],
    has_and_owes: impl Fn(&Supporters) -> (u64, u64),
) -> (u64, u64) {
    let (mut given, mut points) = (0_u64, 0_u64);
    for group in supporters {
        let (has, owes) = has_and_owes(group);
        let voters = u64::from(group.voters);
        let gives_all = has < owes;
        given += if gives_all { voters * has } else { 0 };
        points += if gives_all { 0 } else { voters * group.points };
    }
    (given, points)
}
