//! Which project is bought next: the one with the least price for what it is worth.

use std::cmp::Ordering;

use num_bigint::BigUint;

use super::super::rules::Utility;
use super::count::{Count, Purchase, Waiting};
use super::purses::Purse;

/// The bits by which a price is refined before it is divided by a cost.
const KEY_BITS: u32 = 60;

impl Count<'_> {
    /// Lets a project wait for its purchase: before anybody has paid anything, its price is at
    /// least its cost divided by all its points.
    pub(super) fn put_in_line(&mut self, project: usize) {
        let price_at_least = self.costs[project].lo / self.table.electorate.points(project);
        let key_at_least = self.key(project, price_at_least).0;
        self.waiting.push(Waiting { project, price_at_least, key_at_least, as_of: 0 });
    }

    /// A price as order of purchase: per worth of a point, rounded down and up.
    fn key(&self, project: usize, price: u64) -> (u128, u128) {
        match self.table.utility {
            Utility::Cardinality => (u128::from(price), u128::from(price)),
            Utility::Cost => {
                let (price, cost) = (u128::from(price) << KEY_BITS, self.table.slate.cost(project));
                (price / u128::from(cost), price.div_ceil(u128::from(cost)))
            }
        }
    }

    /// Works out the least price of a waiting project anew, or takes it out.
    fn refresh(&mut self, place: usize) -> Option<Waiting> {
        let Waiting { project, price_at_least, as_of, .. } = self.waiting[place];
        if as_of == self.round() {
            return Some(self.waiting[place]);
        }
        let supporters = self.table.electorate.supporters(project);
        let cost = self.costs[project].lo;
        let Some(price) = self.purses.price_at_least(supporters, cost, price_at_least) else {
            self.waiting.swap_remove(place);
            return None;
        };
        let key_at_least = self.key(project, price).0;
        let as_of = self.round();
        self.waiting[place] = Waiting { project, price_at_least: price, key_at_least, as_of };
        Some(self.waiting[place])
    }

    /// Decides which project is bought next.
    pub(super) fn choose(&mut self) -> Option<Purchase> {
        loop {
            let least = |&place: &usize| self.waiting[place].key_at_least;
            let place = (0..self.waiting.len()).min_by_key(least)?;
            let is_fresh = self.waiting[place].as_of == self.round();
            let Some(leader) = self.refresh(place) else {
                continue;
            };
            if !is_fresh {
                continue;
            }
            let Some(price) = self.price(&leader) else {
                self.waiting.swap_remove(place);
                continue;
            };
            let key_at_most = match price.hi {
                u64::MAX => u128::MAX,
                price => self.key(leader.project, price).1,
            };
            let mut rivals = self.rivals(leader.project, key_at_most);
            if rivals.is_empty() {
                return Some(self.classify(leader.project, price));
            }
            rivals.push(leader);
            return self.choose_exactly(&rivals);
        }
    }

    /// Everything but the leader that may be as cheap as this.
    fn rivals(&mut self, leader: usize, key_at_most: u128) -> Vec<Waiting> {
        let mut rivals = Vec::new();
        for place in (0..self.waiting.len()).rev() {
            let waiting = self.waiting[place];
            if waiting.project == leader || key_at_most < waiting.key_at_least {
                continue;
            }
            // Taking one out puts a later one, already seen, in its place.
            let fresh = self.refresh(place);
            rivals.extend(fresh.filter(|fresh| fresh.key_at_least <= key_at_most));
        }
        rivals
    }

    /// The price of a project that may be affordable, enclosed; `None` if it is not affordable.
    fn price(&mut self, waiting: &Waiting) -> Option<Purse> {
        let supporters = self.table.electorate.supporters(waiting.project);
        let (cost, lo) = (self.costs[waiting.project].hi, waiting.price_at_least);
        match self.purses.price_at_most(supporters, cost, lo) {
            Some(hi) => Some(Purse { lo, hi }),
            None => self.is_affordable(waiting.project).then_some(Purse { lo, hi: u64::MAX }),
        }
    }

    /// Decides between projects that the enclosures cannot tell apart.
    fn choose_exactly(&mut self, rivals: &[Waiting]) -> Option<Purchase> {
        let mut best: Vec<Purchase> = Vec::new();
        for rival in rivals {
            let Some(price) = self.price(rival) else {
                continue;
            };
            let purchase = self.classify(rival.project, price);
            let order = best.first().map(|best| self.compare(&purchase, best));
            match order {
                None | Some(Ordering::Equal) => best.push(purchase),
                Some(Ordering::Less) => best = vec![purchase],
                Some(Ordering::Greater) => {}
            }
        }
        let equals: Vec<usize> = best.iter().map(|purchase| purchase.project).collect();
        let rank = |purchase: &Purchase| self.table.slate.ties.rank(purchase.project);
        let mut first = best.into_iter().min_by_key(rank)?;
        first.equals = equals;
        Some(first)
    }

    /// Compares two purchases by exact price per worth.
    fn compare(&mut self, a: &Purchase, b: &Purchase) -> Ordering {
        let small = a.given_up.is_nothing() && b.given_up.is_nothing();
        if !small {
            self.book.settle();
        }
        let side = |bought: &Purchase, other: &Purchase| {
            let cost = self.table.slate.cost(bought.project);
            let paid = match small {
                true => BigUint::from(cost),
                false => self.book.missing(cost, &bought.given_up),
            };
            let worth = match self.table.utility {
                Utility::Cost => self.table.slate.cost(other.project),
                Utility::Cardinality => 1,
            };
            paid * other.points * worth
        };
        side(a, b).cmp(&side(b, a))
    }
}
