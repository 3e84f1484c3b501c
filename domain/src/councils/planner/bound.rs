//! How good a partial plan can become at most, whatever is added to it.
//!
//! Every constraint gets a price. A plan that meets all of them is worth at least what they cost
//! together; if even the dearest choice of slots is worth less, there is no such plan. Each
//! resident is counted at most once among the chosen slots, but again in each slot that may be
//! added: so the value is never too small. Prices of what falls short rise from round to round.
use super::{
    answer::Aim,
    board::{Board, SlotSet, each},
    node::Node,
    problem::Attendance,
};

/// What a plan must reach: residents of each counted group, residents in all, marks.
pub(super) type Needs = Vec<u64>;

/// Shares sum to about this.
const WHOLE: u64 = 1 << 20;
/// How finely a share is divided among those who are needed.
const FINE: u64 = 1 << 12;
/// Nothing can be chosen.
const NONE: i64 = i64::MIN / 4;

/// Values of slots at the prices of the moment, and room to work in.
#[derive(Clone, Debug, Default)]
pub(super) struct Bound {
    prices: Vec<u64>,
    values: Vec<i64>,
    fills: Vec<u32>,
    base: i64,
    dearest_first: Vec<usize>,
    groups_in_turn: Vec<usize>,
    list: Vec<usize>,
    before: Vec<usize>,
    table: Vec<i64>,
}

impl Bound {
    /// The first shares: every constraint alike.
    pub fn first_shares(needs: &Needs) -> Vec<u64> {
        let n_needed = needs.iter().filter(|need| 0 < **need).count().max(1) as u64;
        needs.iter().map(|need| if 0 < *need { WHOLE / n_needed } else { 0 }).collect()
    }

    /// Sets prices by the node's shares, and every slot's value by the prices.
    pub fn appraise(&mut self, board: &Board, node: &Node, needs: &Needs) {
        self.prices.clear();
        let shares = node.shares.iter().zip(needs);
        self.prices.extend(shares.map(|(share, need)| match need {
            0 => 0,
            need => (share * FINE / need).max(1),
        }));
        let n_groups = board.n_groups();
        self.values.resize(board.n_slots(), 0);
        self.fills.resize(board.n_slots() * n_groups, 0);
        self.dearest_first.clear();
        self.dearest_first.extend(0..board.sections.len());
        let prices = &self.prices;
        self.dearest_first.sort_by_key(|&at| {
            std::cmp::Reverse(head_price(prices, n_groups, board.sections[at].group))
        });
        self.groups_in_turn.clear();
        self.groups_in_turn.extend(0..n_groups);
        self.groups_in_turn
            .sort_by_key(|&group| std::cmp::Reverse(head_price(prices, n_groups, group)));
        let sure = node.sure.iter().enumerate();
        let covered: u64 =
            sure.map(|(group, &n)| u64::from(n) * head_price(prices, n_groups, group)).sum();
        self.base = (covered + u64::from(node.marks) * prices[n_groups]) as i64;
        for slot in each(node.candidates | node.chosen) {
            self.values[slot] = self.value(board, node, slot);
            if node.chosen & 1 << slot != 0 {
                self.base += self.values[slot];
            }
        }
    }

    fn value(&mut self, board: &Board, node: &Node, slot: usize) -> i64 {
        let n_groups = board.n_groups();
        let is_chosen = node.chosen & 1 << slot != 0;
        let mut value = 0;
        if !is_chosen {
            value += u64::from(board.marks[slot]) * self.prices[n_groups];
            let gains = node.gains(board, slot);
            let places = board.places[slot];
            // No slot adds more than it has places: those who are worth most come first.
            let mut left = places.seats + places.online;
            for &group in &self.groups_in_turn {
                let n = gains[group].min(left);
                left -= n;
                value += u64::from(n) * head_price(&self.prices, n_groups, group);
            }
        }
        if board.has_scarce(slot) {
            self.fill(board, node, slot);
            for group in 0..n_groups {
                let n = self.fills[slot * n_groups + group];
                value += u64::from(n) * head_price(&self.prices, n_groups, group);
            }
        }
        value as i64
    }

    /// Gives a slot's scarce places to those who are worth most.
    fn fill(&mut self, board: &Board, node: &Node, slot: usize) {
        let n_groups = board.n_groups();
        self.fills[slot * n_groups..(slot + 1) * n_groups].fill(0);
        let places = board.closed[slot];
        let (mut seats, mut line) = (places.seats, places.online);
        let mut both = seats + line;
        for &at in &self.dearest_first {
            let section = &board.sections[at];
            let waiting = node.queues(board, slot)[at];
            let taken = match section.mode {
                Attendance::Any => waiting.min(both),
                Attendance::InPerson => waiting.min(both).min(seats),
                Attendance::Online => waiting.min(both).min(line),
            };
            both -= taken;
            match section.mode {
                Attendance::Any => {}
                Attendance::InPerson => seats -= taken,
                Attendance::Online => line -= taken,
            }
            self.fills[slot * n_groups + section.group] += taken;
        }
    }

    /// What the chosen slots are worth.
    pub fn base(&self) -> i64 {
        self.base
    }

    /// What this slot is worth.
    pub fn value_of(&self, slot: usize) -> i64 {
        self.values[slot]
    }

    /// What the best choice of `n` of these slots and all chosen ones are worth together;
    /// nothing, if no `n` of them lie far enough apart.
    pub fn worth(&mut self, board: &Board, from: SlotSet, n: usize) -> Option<i64> {
        self.list.clear();
        self.list.extend(each(from));
        self.before.clear();
        let mut n_before = 0;
        for (at, &slot) in self.list.iter().enumerate() {
            let latest = board.days[slot] - board.gap;
            while n_before < at && board.days[self.list[n_before]] <= latest {
                n_before += 1;
            }
            self.before.push(n_before);
        }
        let width = self.list.len() + 1;
        self.table.clear();
        self.table.resize(width * (n + 1), NONE);
        self.table[..width].fill(0);
        for row in 1..=n {
            for (at, &slot) in self.list.iter().enumerate() {
                let with = self.table[(row - 1) * width + self.before[at]] + self.values[slot];
                let without = self.table[row * width + at];
                self.table[row * width + at + 1] = with.max(without);
            }
        }
        let best = self.table[n * width + width - 1];
        (0 <= best).then_some(best + self.base)
    }

    /// The choice that [`Bound::worth`] valued last.
    fn dearest(&self, n: usize) -> SlotSet {
        let width = self.list.len() + 1;
        let (mut row, mut at, mut picked) = (n, width - 1, 0);
        while 0 < row && 0 < at {
            if self.table[row * width + at] == self.table[row * width + at - 1] {
                at -= 1;
            } else {
                picked |= 1 << self.list[at - 1];
                at = self.before[at - 1];
                row -= 1;
            }
        }
        picked
    }

    /// What all needs cost together: a plan that meets them is worth at least this.
    pub fn price_of(&self, needs: &Needs) -> i64 {
        self.prices.iter().zip(needs).map(|(price, need)| price * need).sum::<u64>() as i64
    }

    /// The most that the aim can reach in a plan worth no more than this.
    pub fn most(&self, board: &Board, aim: Aim, needs: &Needs, worth: i64) -> u32 {
        let n_counted = board.counted.len();
        let costs = |to: usize| -> i64 {
            self.prices[..to].iter().zip(needs).map(|(price, need)| price * need).sum::<u64>()
                as i64
        };
        let (rest, price) = match aim {
            Aim::Weakest => {
                let prices = self.prices.iter().zip(&board.counted);
                let whole = prices.map(|(price, n)| price * n).sum::<u64>() as i64;
                return if whole == 0 { 100 } else { (100 * worth / whole).clamp(0, 100) as u32 };
            }
            Aim::Seated => (worth - costs(n_counted), self.prices[n_counted]),
            Aim::Marks => (worth - costs(n_counted + 1), self.prices[n_counted + 1]),
        };
        if price == 0 { u32::MAX } else { (rest.max(0) / price as i64).min(u32::MAX.into()) as u32 }
    }

    /// Raises the shares of what falls short in the choice valued last, lowers the others.
    pub fn learn(&self, board: &Board, node: &mut Node, needs: &Needs, n: usize) {
        let picked = self.dearest(n);
        let n_groups = board.n_groups();
        let mut has = vec![0_u64; n_groups];
        for (group, has) in has.iter_mut().enumerate() {
            *has = node.sure[group].into();
            for slot in each(picked) {
                *has += u64::from(node.gains(board, slot)[group]);
            }
            for slot in each(picked | node.chosen).filter(|&slot| board.has_scarce(slot)) {
                *has += u64::from(self.fills[slot * n_groups + group]);
            }
        }
        let seated: u64 = has.iter().sum();
        let marks = each(picked).map(|slot| board.marks[slot]).sum::<u32>() + node.marks;
        has[n_groups - 1] = seated;
        has.push(marks.into());
        let mut sum = 0;
        for (share, (has, need)) in node.shares.iter_mut().zip(has.iter().zip(needs)) {
            if 0 < *need {
                let excess = ((has * 1_000 / need) as i64 - 1_000).clamp(-250, 250);
                *share = (*share * (1_000 - STEP * excess) as u64 / 1_000).max(16);
                sum += *share;
            }
        }
        for share in node.shares.iter_mut().filter(|_| 0 < sum) {
            *share = *share * WHOLE / sum;
        }
    }
}

/// How strongly shares answer to what is short.
const STEP: i64 = 3;

/// What one more resident of this group is worth; those of no counted group only as one more.
fn head_price(prices: &[u64], n_groups: usize, group: usize) -> u64 {
    let anyone = prices[n_groups - 1];
    if group + 1 == n_groups { anyone } else { prices[group] + anyone }
}
