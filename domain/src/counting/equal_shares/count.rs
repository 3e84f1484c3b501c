//! Where one count by equal shares stands: who has what, what waits, what was bought.

use num_bigint::BigUint;

use super::super::rules::Utility;
use super::super::slate::Slate;
use super::electorate::Electorate;
use super::prices::{Holdings, PriceBook};
use super::purses::{Grid, Purse, Purses};

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

/// A project not bought yet, whose supporters could pay when last asked.
#[derive(Clone, Copy, Debug)]
pub(super) struct Waiting {
    pub project: usize,
    /// No greater than its price per point; prices only rise.
    pub price_at_least: u64,
    /// The same per worth of one point: the order of purchase.
    pub key_at_least: u128,
    /// The round in which it was last worked out.
    pub as_of: u32,
}

/// A purchase that is decided but not paid.
#[derive(Debug)]
pub(super) struct Purchase {
    pub project: usize,
    /// The supporters who cannot pay the price and give all, by place among them.
    pub gives_all: Vec<bool>,
    /// What they give.
    pub given_up: Holdings,
    /// The points of the others, who pay the price.
    pub points: u64,
    /// The price of a point, enclosed.
    pub price: Purse,
    /// All projects that were exactly as cheap, itself included; none if it was decided at once.
    pub equals: Vec<usize>,
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
    /// In which purchase each project was bought.
    pub bought_as: Vec<Option<u32>>,
    pub waiting: Vec<Waiting>,
}

impl Count<'_> {
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

    /// Takes out every waiting project that cannot be carried out together with this one.
    pub(super) fn take_out_excluded(&mut self, bought: usize) -> Vec<usize> {
        let excluded = self.table.slate.excluded_with(bought);
        let is_out = |waiting: &Waiting| excluded.contains(&waiting.project);
        let mut out: Vec<usize> =
            self.waiting.iter().filter(|it| is_out(it)).map(|it| it.project).collect();
        self.waiting.retain(|waiting| !is_out(waiting));
        // Those that wait stand in no order of their own.
        out.sort_unstable();
        out
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
