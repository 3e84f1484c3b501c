//! A purchase: who pays the price of a project, and who gives all they have left.

use super::super::fraction::Fraction;
use super::count::{Count, Purchase};
use super::prices::Holdings;
use super::purses::Purse;

impl Purchase {
    /// Its cost divided by the price of a point; for a gift, the points of its supporters.
    pub(super) fn effective_votes(&self, count: &mut Count) -> Fraction {
        let cost = count.table.slate.cost(self.project);
        if cost == 0 {
            return Fraction::whole(self.points);
        }
        count.book.settle();
        let price = count.book.missing(cost, &self.given_up);
        Fraction::of(&(count.book.den() * self.points * cost), &price)
    }

    /// The projects between which the order of ties decided, itself included.
    pub(super) fn tied(&self) -> &[usize] {
        match self.equals.len() {
            0 | 1 => &[],
            _ => &self.equals,
        }
    }
}

impl Count<'_> {
    /// Finds out exactly who pays the price and who gives all.
    pub(super) fn classify(&mut self, project: usize, price: Purse) -> Purchase {
        let supporters = self.table.electorate.supporters(project);
        let mut purchase = Purchase {
            project,
            gives_all: Vec::with_capacity(supporters.len()),
            given_up: Holdings::default(),
            points: 0,
            price,
            equals: Vec::new(),
        };
        let mut unclear = Vec::new();
        for (place, group) in supporters.iter().enumerate() {
            let has = self.purses.of(group.group);
            let gives_all = has.hi < price.lo.saturating_mul(group.points);
            if !gives_all && has.lo < price.hi.saturating_mul(group.points) {
                unclear.push(place);
            }
            purchase.gives_all.push(gives_all);
        }
        self.add_up(&mut purchase);
        self.clear_up(&mut purchase, unclear);
        purchase
    }

    /// Adds up what is given and who pays, by the marks in `gives_all`.
    fn add_up(&self, purchase: &mut Purchase) {
        let supporters = self.table.electorate.supporters(purchase.project);
        let both = || supporters.iter().zip(&purchase.gives_all);
        let given = both().filter(|(_, gives_all)| **gives_all).map(|(group, _)| group);
        let given_up = self.holdings(given.map(|group| (group.group, group.voters)));
        let paying = both().filter(|(_, gives_all)| !**gives_all).map(|(group, _)| group);
        purchase.points = paying.map(|group| u64::from(group.voters) * group.points).sum();
        purchase.given_up = given_up;
    }

    /// Decides exactly about those whom the enclosures leave unclear.
    ///
    /// They are first taken as paying; whoever cannot pay even the price that follows, which is
    /// never too high, gives all, and the price is worked out again.
    fn clear_up(&mut self, purchase: &mut Purchase, mut unclear: Vec<usize>) {
        if unclear.is_empty() {
            return;
        }
        self.book.settle();
        let supporters = self.table.electorate.supporters(purchase.project);
        let cost = self.table.slate.cost(purchase.project);
        let mut missing;
        loop {
            missing = self.book.missing(cost, &purchase.given_up);
            let n_unclear = unclear.len();
            unclear.retain(|&place| {
                let group = supporters[place];
                let has = self.book.amount(&self.holdings([(group.group, 1)].into_iter()));
                let pays = &missing * group.points <= has * purchase.points;
                purchase.gives_all[place] = !pays;
                pays
            });
            if unclear.len() == n_unclear {
                break;
            }
            self.add_up(purchase);
        }
        purchase.price = self.grid.enclose(&missing, &(self.book.den() * purchase.points));
    }
}
