//! One count by equal shares: with a given share for everyone, purchase after purchase.

use num_bigint::BigUint;
use num_traits::One;

use super::count::{Count, Purchase, Share, Table};
use super::prices::PriceBook;
use super::purses::{Grid, Purse, Purses};
use super::witness::Witness;

impl<'a> Count<'a> {
    /// Gives everyone their share.
    pub(super) fn new(table: Table<'a>, share: &Share) -> Self {
        let grid = Grid::new(&(&share.num * table.n_voters / &share.den));
        let n_projects = table.slate.points.len();
        let one = BigUint::one();
        let enclose = |project| grid.enclose(&BigUint::from(table.slate.cost(project)), &one);
        let mut count = Self {
            purses: Purses::new(table.electorate, grid.enclose(&share.num, &share.den)),
            book: PriceBook::new(share.num.clone(), share.den.clone()),
            winners: Vec::new(),
            spent: 0,
            costs: (0..n_projects).map(enclose).collect(),
            bought_as: vec![None; n_projects],
            waiting: Vec::new(),
            table,
            grid,
        };
        for project in table.buyable() {
            count.put_in_line(project);
        }
        count
    }

    /// Buys until nobody can, or until more than the budget is spent.
    pub(super) fn run(&mut self, witness: &mut impl Witness) {
        loop {
            witness.before_round(self);
            let Some(purchase) = self.choose() else {
                return;
            };
            witness.bought(self, &purchase);
            let bought = purchase.project;
            self.pay(purchase);
            let excluded = self.take_out_excluded(bought);
            witness.excluded(self, bought, &excluded);
            if self.table.slate.election.budget < self.spent {
                return;
            }
        }
    }

    /// Takes the money and writes the purchase down.
    fn pay(&mut self, purchase: Purchase) {
        let Purchase { project, gives_all, given_up, points, price, .. } = purchase;
        let supporters = self.table.electorate.supporters(project);
        for (group, gives_all) in supporters.iter().zip(gives_all) {
            let has = self.purses.of(group.group);
            let owes = |price: u64| price.saturating_mul(group.points);
            let left = match gives_all {
                true => Purse { lo: 0, hi: 0 },
                false => Purse {
                    lo: has.lo.saturating_sub(owes(price.hi)),
                    hi: has.hi.saturating_sub(owes(price.lo)),
                },
            };
            self.purses.set(group.group, left);
        }
        let cost = self.table.slate.cost(project);
        self.book.add(cost, given_up, points);
        self.bought_as[project] = Some(self.winners.len() as u32);
        self.winners.push(project);
        self.waiting.retain(|waiting| waiting.project != project);
        self.spent += cost;
    }
}
