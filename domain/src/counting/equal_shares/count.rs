//! One count by equal shares: with a given share for everyone, purchase after purchase.

use num_bigint::BigUint;
use num_traits::One;

use super::super::rules::Utility;
use super::super::slate::Slate;
use super::choose::Waiting;
use super::electorate::Electorate;
use super::prices::{Holdings, PriceBook};
use super::purchase::Purchase;
use super::purses::{Grid, Purse, Purses};
use super::witness::Witness;

/// What every voter receives, exactly.
#[derive(Clone, Debug)]
pub(super) struct Share {
    pub num: BigUint,
    pub den: BigUint,
}

/// What does not change between counts of one election.
#[derive(Clone, Copy, Debug)]
pub(super) struct Table<'a> {
    pub slate: &'a Slate<'a>,
    pub electorate: &'a Electorate,
    pub utility: Utility,
    pub n_voters: u64,
}

/// One count.
#[derive(Debug)]
pub(super) struct Count<'a> {
    pub table: Table<'a>,
    pub book: PriceBook,
    pub winners: Vec<usize>,
    pub spent: u64,
    pub grid: Grid,
    pub purses: Purses,
    pub costs: Vec<Purse>,
    bought_as: Vec<Option<u32>>,
    pub waiting: Vec<Waiting>,
}

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
            self.pay(purchase);
            if self.table.slate.election.budget < self.spent {
                return;
            }
        }
    }

    /// The round that is going on, from 1.
    pub(super) fn round(&self) -> u32 {
        self.winners.len() as u32 + 1
    }

    /// Takes out every waiting project whose supporters have too little.
    pub(super) fn take_out_unaffordable(&mut self) -> Vec<usize> {
        let waiting = std::mem::take(&mut self.waiting);
        let (keep, out): (Vec<_>, Vec<_>) =
            waiting.into_iter().partition(|waiting| self.is_affordable(waiting.project));
        self.waiting = keep;
        out.into_iter().map(|waiting| waiting.project).collect()
    }

    /// The money of some groups, exactly.
    pub(super) fn holdings(&self, groups: impl Iterator<Item = (u32, u32)>) -> Holdings {
        let mut money = Holdings::nothing(self.winners.len());
        for (group, voters) in groups {
            if self.purses.of(group).hi == 0 {
                continue;
            }
            let voters = u64::from(voters);
            money.shares += voters;
            for mark in self.table.electorate.marks(group) {
                if let Some(purchase) = self.bought_as[mark.project as usize] {
                    money.paid[purchase as usize] += voters * mark.points;
                }
            }
        }
        money
    }

    /// The money of all supporters of a project, exactly.
    pub(super) fn supporters_money(&self, project: usize) -> Holdings {
        let supporters = self.table.electorate.supporters(project).iter();
        self.holdings(supporters.map(|group| (group.group, group.voters)))
    }

    /// Whether the supporters of a project together have its cost, exactly.
    pub(super) fn is_affordable(&mut self, project: usize) -> bool {
        let money = self.purses.money(self.table.electorate.supporters(project));
        let cost = self.costs[project];
        if cost.hi <= money.lo || money.hi < cost.lo {
            return cost.hi <= money.lo;
        }
        let money = self.supporters_money(project);
        self.book.settle();
        self.book.den() * self.table.slate.cost(project) <= self.book.amount(&money)
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

impl Table<'_> {
    /// The projects that somebody may ever buy: those worth something to somebody.
    pub(super) fn buyable(&self) -> impl Iterator<Item = usize> {
        let is_worth = |project: &usize| {
            let worthless = self.utility == Utility::Cost && self.slate.cost(*project) == 0;
            !worthless && !self.electorate.supporters(*project).is_empty()
        };
        self.slate.taking_part().into_iter().filter(is_worth)
    }
}
