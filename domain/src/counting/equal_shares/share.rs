//! The share every voter receives, after so many raises.

use num_bigint::BigUint;
use num_traits::{One, Zero};

use super::super::fraction::Fraction;
use super::super::rules::{FirstShare, Raising, Step};
use super::count::{Share, Table};

/// The share of each voter after so many raises.
pub(super) fn share(table: Table, raising: Option<Raising>, increments: u32) -> Share {
    let (budget, unit) = (table.slate.election.budget, table.slate.election.money_scale);
    let n_voters = BigUint::from(table.n_voters);
    if n_voters.is_zero() {
        return Share { num: BigUint::zero(), den: BigUint::one() };
    }
    let raised_by_units = BigUint::from(unit) * increments;
    let Some(Raising { start, step, .. }) = raising else {
        return Share { num: budget.into(), den: n_voters };
    };
    match (start, step) {
        (FirstShare::Exact, Step::OneUnit) => {
            Share { num: raised_by_units * &n_voters + budget, den: n_voters }
        }
        (FirstShare::WholeUnits, Step::OneUnit) => {
            let units = BigUint::from(budget) / (n_voters * unit);
            Share { num: units * unit + raised_by_units, den: BigUint::one() }
        }
        (FirstShare::Exact | FirstShare::WholeUnits, Step::OnePercent) => {
            let hundredths = BigUint::from(increments) + 100_u32;
            Share { num: hundredths * budget, den: n_voters * 100_u32 }
        }
    }
}

impl Share {
    /// As a fraction.
    pub(super) fn fraction(&self) -> Fraction {
        Fraction::of(&self.num, &self.den)
    }
}
