//! Watching one project through a count: what its supporters had, and what they spent it on.

use num_bigint::BigUint;

use super::super::explain::{Contribution, Decided, SharesStory};
use super::super::fraction::Fraction;
use super::super::rules::{Completion, Utility};
use super::super::slate::Slate;
use super::count::{Count, Purchase, Table};
use super::electorate::Electorate;
use super::share::share;
use super::witness::Witness;

/// A finished count, ready to be gone through again for any project.
#[derive(Debug)]
pub(in super::super) struct Story {
    electorate: Electorate,
    utility: Utility,
    completion: Completion,
    n_voters: u64,
    increments: u32,
}

impl Story {
    pub(in super::super) fn new(
        slate: &Slate,
        utility: Utility,
        completion: Completion,
        n_voters: u64,
        increments: u32,
    ) -> Self {
        let electorate = Electorate::new(slate);
        Self { electorate, utility, completion, n_voters, increments }
    }

    /// Tells what the supporters of a project did; `None` if it could not be bought by anyone.
    pub(in super::super) fn tell(&self, slate: &Slate, project: usize) -> Option<SharesStory> {
        let Self { electorate, utility, n_voters, .. } = self;
        let table = Table { slate, electorate, utility: *utility, n_voters: *n_voters };
        let share = share(table, self.completion.raising(), self.increments);
        let mut supports = vec![false; electorate.n_groups()];
        for group in electorate.supporters(project) {
            supports[group.group as usize] = true;
        }
        let mut count = Count::new(table, &share);
        let at_start = count.supporters_money(project);
        let money_at_start = amount(&mut count, &at_start);
        let mut watcher = Watcher { project, supports, decided: None, contributions: Vec::new() };
        count.run(&mut watcher);
        let Watcher { decided, mut contributions, .. } = watcher;
        contributions.retain(Contribution::is_something);
        Contribution::sort(&mut contributions);
        Some(SharesStory { money_at_start, decided: decided?, contributions })
    }
}

struct Watcher {
    project: usize,
    supports: Vec<bool>,
    decided: Option<Decided>,
    contributions: Vec<Contribution>,
}

fn amount(count: &mut Count, money: &super::prices::Holdings) -> Fraction {
    count.book.settle();
    Fraction::of(&count.book.amount(money), count.book.den())
}

impl Watcher {
    /// What the supporters of the watched project pay for this purchase, and how many support it.
    fn contribution(&self, count: &mut Count, purchase: &Purchase) -> Contribution {
        let supporters = count.table.electorate.supporters(purchase.project).iter();
        let common = || {
            let both = supporters.clone().zip(&purchase.gives_all);
            both.filter(|(group, _)| self.supports[group.group as usize])
        };
        let giving = common().filter(|(_, gives_all)| **gives_all);
        let given = count.holdings(giving.map(|(group, _)| (group.group, group.voters)));
        let paying = common().filter(|(_, gives_all)| !**gives_all);
        let points: u64 = paying.map(|(group, _)| u64::from(group.voters) * group.points).sum();
        count.book.settle();
        let book = &count.book;
        let price = book.missing(count.table.slate.cost(purchase.project), &purchase.given_up);
        let num: BigUint = price * points + book.amount(&given) * purchase.points;
        Contribution {
            to: count.table.slate.id(purchase.project),
            amount: Fraction::of(&num, &(book.den() * purchase.points)),
            in_common: common().map(|(group, _)| u64::from(group.voters)).sum(),
        }
    }
}

impl Witness for Watcher {
    fn before_round(&mut self, count: &mut Count) {
        if self.decided.is_some() || count.is_affordable(self.project) {
            return;
        }
        let money = count.supporters_money(self.project);
        count.book.settle();
        let missing = count.book.missing(count.table.slate.cost(self.project), &money);
        let missing = Fraction::of(&missing, count.book.den());
        let money_left = amount(count, &money);
        self.decided = Some(Decided::TooLittle { round: count.round(), money_left, missing });
    }

    fn bought(&mut self, count: &mut Count, purchase: &Purchase) {
        if self.decided.is_some() {
            return;
        }
        if purchase.project != self.project {
            let contribution = self.contribution(count, purchase);
            self.contributions.push(contribution);
            return;
        }
        let money = count.supporters_money(self.project);
        let money_before = amount(count, &money);
        let effective_votes = purchase.effective_votes(count);
        self.decided =
            Some(Decided::Bought { round: count.round(), money_before, effective_votes });
    }

    fn excluded(&mut self, count: &mut Count, bought: usize, out: &[usize]) {
        if self.decided.is_none() && out.contains(&self.project) {
            // The purchase is paid, so its round is the one before.
            let round = count.round().saturating_sub(1);
            let by = count.table.slate.id(bought);
            self.decided = Some(Decided::Excluded { round, by });
        }
    }
}
