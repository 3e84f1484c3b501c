//! Branch and bound (分支定界): every plan is looked at, or shown to be no better.
//!
//! The three numbers are settled one after the other: first the weakest group's share, then,
//! among plans with that share, the residents seated, then the marks.
use super::{
    answer::{Aim, Objective, Progress},
    board::{Board, SlotSet, each},
    bound::{Bound, Needs},
    cuts::Cuts,
    leaders::Leaders,
    node::{Node, beside, keeps_rules},
    seating::{Seating, may_reach, needed},
};
use std::ops::ControlFlow;

/// Whoever runs the search is told how far it has come, and may stop it.
pub type Pace<'a> = dyn FnMut(&Progress) -> ControlFlow<()> + 'a;

/// So many partial plans are looked at between two questions whether to go on.
const ASK_EVERY: u64 = 32;
/// So often prices are mended at each partial plan; a plan below takes over what was learnt.
const ROUNDS: u32 = 6;
/// Where three slots are missing it pays to mend them more: pairs are tried one by one below.
const ROUNDS_BEFORE_PAIRS: u32 = 10;
/// So often before a bound is told.
const ROUNDS_AT_ROOT: u32 = 64;

/// A plan that was found.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found {
    pub objective: Objective,
    pub slots: SlotSet,
}

/// How a search ended.
#[derive(Clone, Copy, Debug)]
pub(super) enum End {
    /// Everything was looked at: nothing is better than what was found.
    Proven,
    /// It was stopped while it raised this; nothing better has more than the bound.
    Stopped { aim: Aim, bound: Objective },
}

/// A search in work.
pub(super) struct Search<'a, 'p> {
    board: &'a Board,
    pace: &'a mut Pace<'p>,
    /// Only whether there is a plan at all.
    any_will_do: bool,
    forced: SlotSet,
    pub best: Option<Found>,
    aim: Aim,
    nodes: Vec<Node>,
    /// The prices at each depth.
    bounds: Vec<Bound>,
    /// What the aim can still reach in what is left to look at, for each depth.
    left: Vec<u32>,
    cuts: Cuts,
    n_looked_at: u64,
}

impl<'a, 'p> Search<'a, 'p> {
    /// Plans with all `forced` slots in them.
    pub fn new(board: &'a Board, forced: SlotSet, pace: &'a mut Pace<'p>) -> Self {
        Self {
            board,
            pace,
            any_will_do: false,
            forced,
            best: None,
            aim: Aim::Weakest,
            nodes: vec![Node::empty(board, board.usable); board.k + 1],
            bounds: vec![Bound::default(); board.k + 1],
            left: vec![0; board.k + 1],
            cuts: Cuts::default(),
            n_looked_at: 0,
        }
    }

    /// Is there any plan? Nothing, when it was stopped before it knew.
    pub fn any(mut self) -> Option<bool> {
        self.any_will_do = true;
        match self.settle(Aim::Weakest) {
            ControlFlow::Continue(()) => Some(self.best.is_some()),
            ControlFlow::Break(()) => self.best.map(|_| true),
        }
    }

    /// Settles the three numbers, one after the other.
    pub fn run(&mut self) -> End {
        for aim in Aim::ALL {
            if self.settle(aim).is_break() {
                return End::Stopped { aim, bound: self.bound_now() };
            }
        }
        End::Proven
    }

    fn settle(&mut self, aim: Aim) -> ControlFlow<()> {
        self.aim = aim;
        if !self.start() {
            return ControlFlow::Continue(());
        }
        self.left.fill(0);
        self.left[0] = u32::MAX;
        self.look(0)
    }

    /// Puts the forced slots into the first node; `false` when they break the rules.
    fn start(&mut self) -> bool {
        let board = self.board;
        let mut node = Node::empty(board, board.usable);
        let mut below = node.clone();
        for slot in each(self.forced) {
            let candidates = node.candidates;
            if candidates & 1 << slot == 0 || !below.set_below(board, &node, slot, candidates) {
                return false;
            }
            std::mem::swap(&mut node, &mut below);
        }
        let Some(needs) = self.needs() else {
            return false;
        };
        node.shares = Bound::first_shares(&needs);
        self.nodes[0] = node;
        self.forced.count_ones() as usize <= board.k
    }

    /// What a plan must reach to be better; nothing, when there can be no better one.
    fn needs(&self) -> Option<Needs> {
        let mut needs = vec![0; self.board.counted.len() + 2];
        let Some(best) = self.best else {
            return (self.aim == Aim::Weakest).then_some(needs);
        };
        let Objective { weakest_percent, seated, marks } = best.objective;
        let more = |aim: Aim| u32::from(self.aim == aim);
        let percent = weakest_percent + more(Aim::Weakest);
        if self.any_will_do || 100 < percent {
            return None;
        }
        for (need, &whole) in needs.iter_mut().zip(&self.board.counted) {
            *need = needed(whole, percent);
        }
        let n_counted = self.board.counted.len();
        if self.aim != Aim::Weakest {
            needs[n_counted] = (seated + more(Aim::Seated)).into();
        }
        if self.aim == Aim::Marks {
            needs[n_counted + 1] = (marks + 1).into();
        }
        Some(needs)
    }

    /// Looks at every plan below this node that may be better.
    fn look(&mut self, depth: usize) -> ControlFlow<()> {
        self.count()?;
        let mut node = std::mem::take(&mut self.nodes[depth]);
        let mut bound = std::mem::take(&mut self.bounds[depth]);
        let flow = self.look_below(depth, &mut node, &mut bound);
        self.nodes[depth] = node;
        self.bounds[depth] = bound;
        flow
    }

    fn look_below(&mut self, depth: usize, node: &mut Node, bound: &mut Bound) -> ControlFlow<()> {
        let board = self.board;
        let n_open = board.k - node.chosen.count_ones() as usize;
        if n_open == 0 {
            return self.try_plan(node.chosen);
        }
        let Some(needs) = self.needs() else {
            return ControlFlow::Continue(());
        };
        if self.best.is_none() && !node.can_be_filled(board, n_open) {
            return ControlFlow::Continue(());
        }
        let Some(worth) = mend_prices(board, node, bound, &needs, n_open) else {
            return ControlFlow::Continue(());
        };
        self.left[depth] = bound.most(board, self.aim, &needs, worth);
        let mut in_turn: Vec<usize> = each(node.candidates).collect();
        in_turn.sort_by_key(|&slot| std::cmp::Reverse(bound.value_of(slot)));
        let mut rest = node.candidates;
        for slot in in_turn {
            let Some(needs) = self.needs() else { break };
            if n_open == 1 {
                self.try_last(bound, node, slot, &needs)?;
                continue;
            }
            let price = bound.price_of(&needs);
            if n_open == 2 {
                rest &= !(1 << slot);
                self.try_pairs(bound, node, slot, rest, &needs)?;
                continue;
            }
            let Some(worth) = bound.worth(board, rest, n_open).filter(|it| price <= *it) else {
                break;
            };
            self.left[depth] = bound.most(board, self.aim, &needs, worth);
            rest &= !(1 << slot);
            let friends = rest & beside(board, node.chosen | 1 << slot, slot);
            let worth = bound.worth(board, friends, n_open - 1);
            if worth.is_none_or(|worth| worth + bound.value_of(slot) < price) {
                continue;
            }
            if self.nodes[depth + 1].set_below(board, node, slot, rest) {
                self.look(depth + 1)?;
            }
        }
        self.left[depth] = 0;
        ControlFlow::Continue(())
    }

    /// Two slots are missing: this one and another, where both together would be enough.
    fn try_pairs(
        &mut self,
        bound: &Bound,
        node: &Node,
        slot: usize,
        rest: SlotSet,
        needs: &Needs,
    ) -> ControlFlow<()> {
        let board = self.board;
        let least = bound.price_of(needs) - bound.base() - bound.value_of(slot);
        let friends = rest & beside(board, node.chosen | 1 << slot, slot);
        for last in each(friends).filter(|&last| least <= bound.value_of(last)) {
            if !node.may_reach(board, &[slot, last], needs)
                || !node.reaches_with(board, slot, last, needs)
            {
                continue;
            }
            let mut leaders = node.leaders.clone();
            if leaders.add(board, slot) && leaders.add(board, last) {
                self.try_plan(node.chosen | 1 << slot | 1 << last)?;
            }
        }
        ControlFlow::Continue(())
    }

    /// One slot is missing: this one, if everyone it reaches would be enough.
    fn try_last(
        &mut self,
        bound: &Bound,
        node: &Node,
        slot: usize,
        needs: &Needs,
    ) -> ControlFlow<()> {
        let board = self.board;
        let is_dear = bound.price_of(needs) <= bound.base() + bound.value_of(slot);
        if is_dear && node.may_reach(board, &[slot], needs) && node.leaders.clone().add(board, slot)
        {
            return self.try_plan(node.chosen | 1 << slot);
        }
        ControlFlow::Continue(())
    }

    /// A whole plan: if it is better, it is kept, and so is what exchanges make of it.
    fn try_plan(&mut self, slots: SlotSet) -> ControlFlow<()> {
        self.count()?;
        if !self.is_kept(slots) || self.any_will_do {
            return ControlFlow::Continue(());
        }
        self.exchange()
    }

    /// Keeps a plan if it is better.
    fn is_kept(&mut self, slots: SlotSet) -> bool {
        let Some(needs) = self.needs() else { return false };
        if !may_reach(self.board, slots, &needs) || self.cuts.refute(self.board, slots, &needs) {
            return false;
        }
        let seating = Seating::new(self.board, slots);
        match seating.reach(&needs) {
            Ok(()) => {
                let known = self.best.map_or(0, |best| best.objective.weakest_percent);
                self.best = Some(Found { objective: seating.objective(known), slots });
                true
            }
            Err(cut) => {
                if let Some(cut) = cut {
                    self.cuts.keep(cut);
                }
                false
            }
        }
    }

    /// Exchanges one slot for another as long as that makes the plan better.
    fn exchange(&mut self) -> ControlFlow<()> {
        let board = self.board;
        let mut is_better = true;
        while std::mem::take(&mut is_better) {
            let Some(found) = self.best else { break };
            for old in each(found.slots & !self.forced) {
                for new in each(board.usable & !found.slots) {
                    let slots = found.slots & !(1 << old) | 1 << new;
                    if !keeps_rules(board, slots) || Leaders::for_all(board, slots).is_none() {
                        continue;
                    }
                    self.count()?;
                    is_better |= self.is_kept(slots);
                }
            }
        }
        ControlFlow::Continue(())
    }

    /// One more was looked at; now and then whoever waits is asked whether to go on.
    fn count(&mut self) -> ControlFlow<()> {
        self.n_looked_at += 1;
        if !self.n_looked_at.is_multiple_of(ASK_EVERY) {
            return ControlFlow::Continue(());
        }
        let progress = Progress {
            aim: self.aim,
            n_looked_at: self.n_looked_at,
            best: self.best.map(|found| found.objective),
            most: self.left.iter().copied().max().unwrap_or(0),
        };
        (self.pace)(&progress)
    }

    /// What no better plan exceeds, at the moment of the stop.
    fn bound_now(&mut self) -> Objective {
        let Some(Found { objective: best, .. }) = self.best else {
            return Objective { weakest_percent: 100, seated: u32::MAX, marks: u32::MAX };
        };
        let stopped_at = self.aim;
        let still_open = self.left.iter().copied().max().unwrap_or(0);
        let mut most = |aim: Aim, has: u32| {
            if aim < stopped_at {
                return has;
            }
            let at_root = self.most_at_root(aim, stopped_at).unwrap_or(has).max(has);
            if aim == stopped_at { at_root.min(still_open.max(has)) } else { at_root }
        };
        Objective {
            weakest_percent: most(Aim::Weakest, best.weakest_percent),
            seated: most(Aim::Seated, best.seated),
            marks: most(Aim::Marks, best.marks),
        }
    }

    /// The most of this that a plan with at least the best one's share can have, by prices alone.
    fn most_at_root(&mut self, aim: Aim, stopped_at: Aim) -> Option<u32> {
        let board = self.board;
        self.aim = aim;
        let is_started = self.start();
        let needs = self.needs().filter(|_| is_started);
        self.aim = stopped_at;
        let mut needs = needs?;
        if stopped_at == Aim::Weakest && aim == Aim::Marks {
            // Whoever has a larger share may seat fewer.
            needs[board.counted.len()] = 0;
        }
        let mut node = self.nodes[0].clone();
        node.shares = Bound::first_shares(&needs);
        let n_open = board.k - node.chosen.count_ones() as usize;
        let mut bound = Bound::default();
        let mut most = u32::MAX;
        for _ in 0..ROUNDS_AT_ROOT {
            bound.appraise(board, &node, &needs);
            let worth = bound.worth(board, node.candidates, n_open)?;
            most = most.min(bound.most(board, aim, &needs, worth));
            bound.learn(board, &mut node, &needs, n_open);
        }
        Some(most)
    }
}

/// Mends prices until they show that nothing here is better, or the rounds are over: then the
/// worth of the dearest choice.
fn mend_prices(
    board: &Board,
    node: &mut Node,
    bound: &mut Bound,
    needs: &Needs,
    n_open: usize,
) -> Option<i64> {
    let n_rounds = match n_open {
        1 | 2 => 1,
        3 => ROUNDS_BEFORE_PAIRS,
        _ => ROUNDS,
    };
    for round in 1.. {
        bound.appraise(board, node, needs);
        let worth = bound.worth(board, node.candidates, n_open)?;
        if worth < bound.price_of(needs) {
            return None;
        }
        if round == n_rounds {
            return Some(worth);
        }
        bound.learn(board, node, needs, n_open);
    }
    None
}
