//! A partial plan: slots chosen so far, who has a place by them, and what each other slot adds.
use super::{
    board::{Board, SlotSet, each},
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
    /// How many they are in each group.
    pub sure: Vec<u32>,
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
            sure: vec![0; board.n_groups()],
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
        for (mine, (old, new)) in
            self.covered.iter_mut().zip(above.covered.iter().zip(board.open(slot)))
        {
            *mine = old | new;
        }
        self.sure.clone_from(&above.sure);
        for (sure, gain) in self.sure.iter_mut().zip(above.gains(board, slot)) {
            *sure += gain;
        }
        self.marks = above.marks + board.marks[slot];
        self.shares.clone_from(&above.shares);
        self.ask_slots(board);
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

    fn ask_slots(&mut self, board: &Board) {
        let (n_groups, n_sections) = (board.n_groups(), board.sections.len());
        for slot in each(self.candidates | self.chosen) {
            let gains = &mut self.gains[slot * n_groups..(slot + 1) * n_groups];
            let queues = &mut self.queues[slot * n_sections..(slot + 1) * n_sections];
            gains.fill(0);
            let is_open = !board.has_scarce(slot);
            if is_open && self.chosen & 1 << slot != 0 {
                continue;
            }
            let (able, open) = (board.able(slot), board.open(slot));
            for (section, queue) in board.sections.iter().zip(queues) {
                let blocks = section.blocks.clone();
                let mut n_gained = 0;
                for (open, covered) in open[blocks.clone()].iter().zip(&self.covered[blocks]) {
                    n_gained += (open & !covered).count_ones();
                }
                gains[section.group] += n_gained;
                if !is_open {
                    let waiting = section.blocks.clone().map(|block| {
                        (able[block] & !open[block] & !self.covered[block]).count_ones()
                    });
                    *queue = waiting.sum();
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
