//! Witnesses: those who look on while a count runs, and write down what they need.

use super::super::fraction::Fraction;
use super::super::steps::TallyStep;
use super::super::ties::TieNote;
use super::count::{Count, Purchase};

/// Looks on while a count runs.
pub(super) trait Witness {
    /// A round begins.
    fn before_round(&mut self, count: &mut Count);
    /// A purchase is decided; the money is still in the purses.
    fn bought(&mut self, count: &mut Count, purchase: &Purchase);
    /// Because this one was bought, others went out; the money is paid.
    fn excluded(&mut self, count: &mut Count, bought: usize, out: &[usize]);
}

/// Writes nothing down: for counts of which only the winners matter.
pub(super) struct Nobody;

impl Witness for Nobody {
    fn before_round(&mut self, _count: &mut Count) {}
    fn bought(&mut self, _count: &mut Count, _purchase: &Purchase) {}
    fn excluded(&mut self, _count: &mut Count, _bought: usize, _out: &[usize]) {}
}

/// Writes every step down.
pub(super) struct Clerk {
    pub steps: Vec<TallyStep>,
    pub ties: Vec<TieNote>,
    /// How many steps the tally has before these.
    pub n_earlier: usize,
}

impl Witness for Clerk {
    fn before_round(&mut self, count: &mut Count) {
        for project in count.take_out_unaffordable() {
            let money = count.supporters_money(project);
            count.book.settle();
            self.steps.push(TallyStep::CannotAfford {
                round: count.round(),
                project: count.table.slate.id(project),
                cost: count.table.slate.cost(project),
                supporters: count.table.slate.supporters[project],
                supporters_money: Fraction::of(&count.book.amount(&money), count.book.den()),
            });
        }
    }

    fn bought(&mut self, count: &mut Count, purchase: &Purchase) {
        let slate = count.table.slate;
        if !purchase.tied().is_empty() {
            let step = self.n_earlier + self.steps.len();
            self.ties.push(slate.ties.note(slate.election, step, purchase.tied()));
        }
        count.book.settle();
        let project = purchase.project;
        let cost = slate.cost(project);
        let num = count.book.missing(cost, &purchase.given_up);
        let den = count.book.den() * purchase.points;
        let effective_votes = purchase.effective_votes(count);
        let supporters = count.table.electorate.supporters(project).iter();
        let givers = supporters.zip(&purchase.gives_all).filter(|(_, gives_all)| **gives_all);
        let left_before = slate.election.budget.saturating_sub(count.spent);
        self.steps.push(TallyStep::Bought {
            round: count.round(),
            project: slate.id(project),
            cost,
            supporters: slate.supporters[project],
            gave_all: givers.map(|(group, _)| u64::from(group.voters)).sum(),
            price: Fraction::of(&num, &den),
            effective_votes,
            left_before,
            left_after: left_before.saturating_sub(cost),
        });
    }

    fn excluded(&mut self, count: &mut Count, bought: usize, out: &[usize]) {
        let slate = count.table.slate;
        self.steps.extend(out.iter().map(|&project| TallyStep::Excluded {
            project: slate.id(project),
            points: slate.points[project],
            cost: slate.cost(project),
            by: slate.id(bought),
        }));
    }
}
