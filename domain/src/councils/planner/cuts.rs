//! Cuts (割): reasons why slots cannot seat enough, kept because they often hold for others too.
use super::{
    board::{Board, SlotSet, each},
    bound::Needs,
    problem::Attendance,
};

/// Some places are counted one by one, all others as if they were endless: then no more of some
/// groups can sit than those places and all who can take another one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cut {
    /// Which counted groups; nothing, when it is about all residents together.
    pub groups: Option<u64>,
    /// Slots whose room is counted seat by seat.
    pub rooms: SlotSet,
    /// Slots whose line is counted place by place.
    pub lines: SlotSet,
}

/// So many are kept.
const CUTS_MAX: usize = 24;

/// The cuts that were of use lately, the last one first.
#[derive(Clone, Debug, Default)]
pub(super) struct Cuts {
    cuts: Vec<Cut>,
    covered: Vec<u64>,
}

impl Cuts {
    /// Does one of them show that these slots do not reach what is needed?
    pub fn refute(&mut self, board: &Board, slots: SlotSet, needs: &Needs) -> bool {
        for at in 0..self.cuts.len() {
            if self.cut_refutes(board, self.cuts[at], slots, needs) {
                self.cuts[..=at].rotate_right(1);
                return true;
            }
        }
        false
    }

    /// Keeps one more, and forgets the one that was of no use for longest.
    pub fn keep(&mut self, cut: Cut) {
        self.cuts.truncate(CUTS_MAX - 1);
        self.cuts.insert(0, cut);
    }

    fn cut_refutes(&mut self, board: &Board, cut: Cut, slots: SlotSet, needs: &Needs) -> bool {
        let n_counted = board.counted.len();
        let is_in = |group: usize| match cut.groups {
            Some(groups) => group < n_counted && groups >> group & 1 == 1,
            None => true,
        };
        let needed: u64 = match cut.groups {
            Some(_) => (0..n_counted).filter(|&group| is_in(group)).map(|at| needs[at]).sum(),
            None => needs[n_counted],
        };
        let rooms = each(slots & cut.rooms).map(|slot| u64::from(board.places[slot].seats));
        let lines = each(slots & cut.lines).map(|slot| u64::from(board.places[slot].online));
        let mut seated: u64 = rooms.sum::<u64>() + lines.sum::<u64>();
        for section in board.sections.iter().filter(|section| is_in(section.group)) {
            let by_room = slots & !cut.rooms & board.with_room;
            let by_line = slots & !cut.lines & board.with_line;
            let open = match section.mode {
                Attendance::Any => by_room | by_line,
                Attendance::InPerson => by_room,
                Attendance::Online => by_line,
            };
            self.covered.clear();
            self.covered.resize(section.blocks.len(), 0);
            for slot in each(open) {
                let able = &board.able(slot)[section.blocks.clone()];
                for (covered, able) in self.covered.iter_mut().zip(able) {
                    *covered |= able;
                }
            }
            seated += u64::from(super::board::count_ones(&self.covered));
            if needed <= seated {
                return false;
            }
        }
        seated < needed
    }
}
