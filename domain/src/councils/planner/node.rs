//! A partial plan: slots chosen so far, who has a place by them, and what each other slot adds.
use super::{
    board::{Board, SlotSet, count_ones, each},
    leaders::Leaders,
};

/// What the search knows after some slots are chosen.
#[derive(Clone, Debug, Default)]
pub(super) struct Node {
    /// The chosen slots.
    pub chosen: SlotSet,
    /// The slots that may still be added.
    pub candidates: SlotSet,
    /// Who leads the chosen ones.
    pub leaders: Leaders,
    /// Residents for whom a chosen slot surely has a place, as the bound sees it.
    covered: Vec<u64>,
    /// Residents who can come to a chosen slot.
    able: Vec<u64>,
    /// How many are covered in each group.
    pub sure: Vec<u32>,
    /// How many would be in each group if scarce places were endless.
    reached: Vec<u32>,
    /// Slot by slot and group by group: how many more, if scarce places were endless.
    reaches: Vec<u32>,
    /// "Can" marks in the chosen slots.
    pub marks: u32,
    /// Slot by slot and group by group: who would be covered besides.
    gains: Vec<u32>,
    /// Slot by slot and section by section: who else could take one of its scarce places.
    queues: Vec<u32>,
    /// How much each constraint weighs in the bound, taken over by the nodes below.
    pub shares: Vec<u64>,
}

impl Node {
    /// Nothing is chosen.
    pub fn empty(board: &Board, candidates: SlotSet) -> Self {
        let n_slots = board.n_slots();
        let mut node = Self {
            chosen: 0,
            candidates,
            leaders: Leaders::none(board),
            covered: vec![0; board.n_blocks],
            able: vec![0; board.n_blocks],
            sure: vec![0; board.n_groups()],
            reached: vec![0; board.n_groups()],
            reaches: vec![0; n_slots * board.n_groups()],
            marks: 0,
            gains: vec![0; n_slots * board.n_groups()],
            queues: vec![0; n_slots * board.sections.len()],
            shares: Vec::new(),
        };
        node.ask_slots(board);
        node
    }

    /// Makes this node the one below `above` with one more slot; `false` when the rules forbid it.
    pub fn set_below(&mut self, board: &Board, above: &Self, slot: usize, from: SlotSet) -> bool {
        self.leaders.clone_from(&above.leaders);
        if !self.leaders.add(board, slot) {
            return false;
        }
        self.chosen = above.chosen | 1 << slot;
        self.candidates = from & beside(board, self.chosen, slot);
        self.marks = above.marks + board.marks[slot];
        self.shares.clone_from(&above.shares);
        self.cover(board, above, slot);
        true
    }

    /// Who would be covered besides by this slot, group by group.
    pub fn gains(&self, board: &Board, slot: usize) -> &[u32] {
        let n_groups = board.n_groups();
        &self.gains[slot * n_groups..(slot + 1) * n_groups]
    }

    /// Who else could take one of this slot's scarce places, section by section.
    pub fn queues(&self, board: &Board, slot: usize) -> &[u32] {
        let n_sections = board.sections.len();
        &self.queues[slot * n_sections..(slot + 1) * n_sections]
    }

    /// Are there leaders and kinds enough for so many more sessions?
    pub fn can_be_filled(&self, board: &Board, n_open: usize) -> bool {
        let mut leaders = self.leaders.clone();
        let n_led = each(self.candidates).filter(|&slot| leaders.add(board, slot)).count();
        let mut free = self.candidates;
        let mut n_of_kinds = 0;
        for &(slots, most) in &board.kinds {
            let left = most - (slots & self.chosen).count_ones();
            n_of_kinds += (slots & self.candidates).count_ones().min(left);
            free &= !slots;
        }
        n_open <= n_led && n_open <= (free.count_ones() + n_of_kinds) as usize
    }

    /// Would these last slots be enough for every need, if nobody came to two of them and scarce
    /// places were endless?
    pub fn may_reach(&self, board: &Board, last: &[usize], needs: &[u64]) -> bool {
        let (n_groups, n_counted) = (board.n_groups(), board.counted.len());
        let mut seated = 0;
        for (group, reached) in self.reached.iter().enumerate() {
            let more = last.iter().map(|slot| self.reaches[slot * n_groups + group]);
            let has = u64::from(reached + more.sum::<u32>());
            if needs[..n_counted].get(group).is_some_and(|need| has < *need) {
                return false;
            }
            seated += has;
        }
        let marks = self.marks + last.iter().map(|&slot| board.marks[slot]).sum::<u32>();
        needs[n_counted] <= seated && needs[n_counted + 1] <= marks.into()
    }

    /// The same for two slots, with everybody counted once.
    pub fn reaches_with(&self, board: &Board, one: usize, other: usize, needs: &[u64]) -> bool {
        let n_counted = board.counted.len();
        let (mut seated, mut of_group, mut group) = (0, 0, 0);
        let is_short = |group: usize, has: u64| group < n_counted && has < needs[group];
        for section in &board.sections {
            if section.group != group {
                if is_short(group, of_group) {
                    return false;
                }
                (of_group, group) = (0, section.group);
            }
            let blocks = section.blocks.clone();
            let rows =
                board.able(one)[blocks.clone()].iter().zip(&board.able(other)[blocks.clone()]);
            for (able, (one, other)) in self.able[blocks].iter().zip(rows) {
                let n = u64::from((able | one | other).count_ones());
                of_group += n;
                seated += n;
            }
        }
        !is_short(group, of_group) && needs[n_counted] <= seated
    }

    /// Asks every slot whom it would cover, while nobody is covered yet.
    fn ask_slots(&mut self, board: &Board) {
        let (n_groups, n_sections) = (board.n_groups(), board.sections.len());
        for slot in each(self.candidates) {
            for (at, section) in board.sections.iter().enumerate() {
                let n_able = count_ones(&board.able(slot)[section.blocks.clone()]);
                let n_open = count_ones(&board.open(slot)[section.blocks.clone()]);
                self.gains[slot * n_groups + section.group] += n_open;
                self.reaches[slot * n_groups + section.group] += n_able;
                self.queues[slot * n_sections + at] = n_able - n_open;
            }
        }
    }

    /// Covers whom this slot covers, and takes them off what every other slot would add.
    fn cover(&mut self, board: &Board, above: &Self, slot: usize) {
        self.covered.clone_from(&above.covered);
        self.able.clone_from(&above.able);
        for (able, more) in self.able.iter_mut().zip(board.able(slot)) {
            *able |= more;
        }
        self.sure.clone_from(&above.sure);
        self.gains.clone_from(&above.gains);
        self.queues.clone_from(&above.queues);
        let (n_groups, n_sections) = (board.n_groups(), board.sections.len());
        let live = self.candidates | self.chosen;
        for (at, section) in board.sections.iter().enumerate() {
            let group = section.group;
            for block in section.blocks.clone() {
                let mut new = board.open(slot)[block] & !above.covered[block];
                self.covered[block] |= new;
                self.sure[group] += new.count_ones();
                while new != 0 {
                    let one = block * 64 + new.trailing_zeros() as usize;
                    new &= new - 1;
                    for slot in each(board.open_to[one] & live) {
                        self.gains[slot * n_groups + group] -= 1;
                    }
                    for slot in each(board.scarce_to[one] & live) {
                        self.queues[slot * n_sections + at] -= 1;
                    }
                }
            }
        }
        self.sum_reaches(board, live);
        self.reached.clone_from(&self.sure);
        for slot in each(self.chosen) {
            for (group, reached) in self.reached.iter_mut().enumerate() {
                *reached += self.reaches[slot * n_groups + group];
            }
        }
    }

    fn sum_reaches(&mut self, board: &Board, live: SlotSet) {
        let (n_groups, n_sections) = (board.n_groups(), board.sections.len());
        for slot in each(live) {
            let all = slot * n_groups..(slot + 1) * n_groups;
            self.reaches[all.clone()].copy_from_slice(&self.gains[all]);
            if board.has_scarce(slot) {
                for (at, section) in board.sections.iter().enumerate() {
                    let n_waiting = self.queues[slot * n_sections + at];
                    self.reaches[slot * n_groups + section.group] += n_waiting;
                }
            }
        }
    }
}

/// The slots that may stand beside the chosen ones once this one is among them.
pub(super) fn beside(board: &Board, chosen: SlotSet, slot: usize) -> SlotSet {
    let mut allowed = board.friends[slot] & !chosen;
    for &(slots, most) in &board.kinds {
        if most <= (slots & chosen).count_ones() {
            allowed &= !slots;
        }
    }
    allowed
}

/// Do these slots keep the rules among themselves, whoever comes?
pub(super) fn keeps_rules(board: &Board, slots: SlotSet) -> bool {
    each(slots).all(|slot| slots & !(1 << slot) & !board.friends[slot] == 0)
        && board.kinds.iter().all(|&(kind, most)| (kind & slots).count_ones() <= most)
        && slots & !board.usable == 0
}
