//! Who leads which session: nobody more than they take on (二分图 b-匹配).
use super::board::{Board, SlotSet, each};

/// Leaders for the slots chosen so far; can be asked for one more.
#[derive(Clone, Debug, Default)]
pub(super) struct Leaders {
    of_slot: Vec<Option<usize>>,
    n_sessions: Vec<u32>,
}

impl Leaders {
    pub fn none(board: &Board) -> Self {
        Self { of_slot: vec![None; board.n_slots()], n_sessions: vec![0; board.max_sessions.len()] }
    }

    /// Finds a leader for one more slot, and moves others if it must; `false` when none is left.
    pub fn add(&mut self, board: &Board, slot: usize) -> bool {
        let mut asked = vec![false; self.n_sessions.len()];
        self.free_one(board, slot, &mut asked)
    }

    fn free_one(&mut self, board: &Board, slot: usize, asked: &mut [bool]) -> bool {
        for &leader in &board.leaders_of[slot] {
            if std::mem::replace(&mut asked[leader], true) {
                continue;
            }
            if self.n_sessions[leader] < board.max_sessions[leader] {
                self.n_sessions[leader] += 1;
                self.of_slot[slot] = Some(leader);
                return true;
            }
            let led: Vec<usize> =
                (0..self.of_slot.len()).filter(|&it| self.of_slot[it] == Some(leader)).collect();
            for other in led {
                if self.free_one(board, other, asked) {
                    self.of_slot[slot] = Some(leader);
                    return true;
                }
            }
        }
        false
    }

    /// Who leads this slot.
    pub fn of(&self, slot: usize) -> Option<usize> {
        self.of_slot[slot]
    }

    /// The leaders of all these slots, if there are enough.
    pub fn for_all(board: &Board, slots: SlotSet) -> Option<Self> {
        let mut leaders = Self::none(board);
        each(slots).all(|slot| leaders.add(board, slot)).then_some(leaders)
    }

    /// How many of these slots can have a leader at the same time.
    pub fn most(board: &Board, slots: SlotSet) -> usize {
        let mut leaders = Self::none(board);
        each(slots).filter(|&slot| leaders.add(board, slot)).count()
    }
}
