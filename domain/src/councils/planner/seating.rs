//! Who can sit at the same time when the slots are fixed: counted where there is room for all,
//! by a flow where there is not.
use super::{
    answer::Objective,
    board::{Board, SlotSet, each},
    flow::Flow,
    problem::Attendance,
};
use std::collections::BTreeMap;

/// Residents of a group who can take the same places.
#[derive(Clone, Debug)]
struct Alike {
    group: usize,
    /// Two bits for each full slot: its room and its line.
    places: u64,
    n: u32,
}

/// Chosen slots, and who has a place in them.
#[derive(Clone, Debug)]
pub(super) struct Seating<'a> {
    board: &'a Board,
    /// Those for whom a slot with room for everyone is among them, by group.
    sure: Vec<u32>,
    /// Those who depend on a slot that may be full.
    others: Vec<Alike>,
    /// Places of those slots: rooms and lines in turn.
    capacity: Vec<u32>,
    marks: u32,
}

impl<'a> Seating<'a> {
    pub fn new(board: &'a Board, slots: SlotSet) -> Self {
        let mut covered = vec![0_u64; board.n_blocks];
        let (roomy, full): (Vec<usize>, Vec<usize>) =
            each(slots).partition(|&slot| board.is_roomy[slot]);
        for &slot in &roomy {
            for (covered, able) in covered.iter_mut().zip(board.able(slot)) {
                *covered |= able;
            }
        }
        let mut sure = vec![0; board.n_groups()];
        for section in &board.sections {
            sure[section.group] += super::board::count_ones(&covered[section.blocks.clone()]);
        }
        let capacity = full.iter().flat_map(|&slot| {
            let places = board.places[slot];
            [places.seats, places.online]
        });
        Self {
            board,
            sure,
            others: others(board, &full, &covered),
            capacity: capacity.collect(),
            marks: each(slots).map(|slot| board.marks[slot]).sum(),
        }
    }

    /// The objective, if it is better than `best`.
    pub fn better_than(&self, best: Option<Objective>) -> Option<Objective> {
        let least = best.unwrap_or(Objective { weakest_percent: 0, seated: 0, marks: 0 });
        let most = self.at_most();
        if best.is_some_and(|best| most <= best) || !self.can_guarantee(least.weakest_percent) {
            return None;
        }
        let mut weakest = least.weakest_percent;
        while weakest < most.weakest_percent && self.can_guarantee(weakest + 1) {
            weakest += 1;
        }
        let found =
            Objective { weakest_percent: weakest, seated: self.n_seated(), marks: self.marks };
        best.is_none_or(|best| best < found).then_some(found)
    }

    /// What it would be if everyone who can come had a place.
    fn at_most(&self) -> Objective {
        let mut reached = self.sure.clone();
        for alike in &self.others {
            reached[alike.group] += alike.n;
        }
        let counted = reached.iter().zip(&self.board.counted);
        let percent = counted.map(|(&n, whole)| (u64::from(n) * 100 / whole) as u32).min();
        let seats: u32 = self.capacity.iter().sum();
        let others: u32 = self.others.iter().map(|alike| alike.n).sum();
        Objective {
            weakest_percent: percent.unwrap_or(100),
            seated: self.sure.iter().sum::<u32>() + others.min(seats),
            marks: self.marks,
        }
    }

    /// Can this share of every counted group sit at the same time?
    fn can_guarantee(&self, percent: u32) -> bool {
        let mut short = vec![0; self.sure.len()];
        for (group, &whole) in self.board.counted.iter().enumerate() {
            short[group] = needed(whole, percent).saturating_sub(self.sure[group].into()) as u32;
        }
        let wanted: u32 = short.iter().sum();
        wanted == 0 || self.n_placed(&short) == wanted
    }

    fn n_seated(&self) -> u32 {
        let all: Vec<u32> = (0..self.sure.len())
            .map(|group| self.others.iter().filter(|a| a.group == group).map(|a| a.n).sum())
            .collect();
        self.sure.iter().sum::<u32>() + self.n_placed(&all)
    }

    /// How many find a place besides, when of each group only so many ask.
    fn n_placed(&self, asking: &[u32]) -> u32 {
        let (n_groups, n_kinds) = (asking.len(), self.others.len());
        let (source, target) = (0, 1);
        let first_place = 2 + n_groups + n_kinds;
        let mut flow = Flow::new(first_place + self.capacity.len());
        for (group, &n) in asking.iter().enumerate().filter(|(_, n)| 0 < **n) {
            flow.pipe(source, 2 + group, n);
        }
        for (at, alike) in self.others.iter().enumerate() {
            let kind = 2 + n_groups + at;
            flow.pipe(2 + alike.group, kind, alike.n);
            for place in each(alike.places.into()) {
                flow.pipe(kind, first_place + place, alike.n);
            }
        }
        for (place, &n) in self.capacity.iter().enumerate().filter(|(_, n)| 0 < **n) {
            flow.pipe(first_place + place, target, n);
        }
        flow.most(source, target)
    }
}

/// How many of a group must sit for this share of it.
pub(super) fn needed(whole: u64, percent: u32) -> u64 {
    (whole * u64::from(percent)).div_ceil(100)
}

fn others(board: &Board, full: &[usize], covered: &[u64]) -> Vec<Alike> {
    let mut counts: BTreeMap<(usize, u64), u32> = BTreeMap::new();
    for section in &board.sections {
        let places_of = |at: usize, slot: usize| -> u64 {
            let places = board.places[slot];
            let room = u64::from(0 < places.seats && section.mode != Attendance::Online);
            let line = u64::from(0 < places.online && section.mode != Attendance::InPerson);
            (room | line << 1) << (2 * at)
        };
        let places: Vec<u64> =
            full.iter().enumerate().map(|(at, &slot)| places_of(at, slot)).collect();
        for block in section.blocks.clone() {
            let able = full.iter().map(|&slot| board.able(slot)[block] & !covered[block]);
            let able: Vec<u64> = able.collect();
            let mut left = able.iter().fold(0, |any, bits| any | bits);
            while left != 0 {
                let bit = left.trailing_zeros();
                left &= left - 1;
                let here = able.iter().zip(&places);
                let reach = here.fold(0, |reach, (bits, places)| match bits >> bit & 1 {
                    0 => reach,
                    _ => reach | places,
                });
                *counts.entry((section.group, reach)).or_default() += 1;
            }
        }
    }
    counts.into_iter().map(|((group, places), n)| Alike { group, places, n }).collect()
}
