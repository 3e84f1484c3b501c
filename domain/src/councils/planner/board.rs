//! The question as the search sees it: slots in order of days, residents as bits, rules as masks.
use super::problem::{Answerer, Attendance, Problem, ProblemFile};
use chrono::Datelike;
use std::ops::Range;

/// A set of slots, one bit each.
pub(super) type SlotSet = u128;

/// Residents of one group who attend in one way: neighbouring blocks of bits.
#[derive(Clone, Debug)]
pub(super) struct Section {
    /// Which counted group; the last one stands for all that are not counted.
    pub group: usize,
    /// How they attend.
    pub mode: Attendance,
    /// Their blocks.
    pub blocks: Range<usize>,
}

/// Places in a room and on a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Places {
    /// In the room.
    pub seats: u32,
    /// On the line.
    pub online: u32,
}

/// Everything the search asks for, looked up in one step.
#[derive(Clone, Debug)]
pub(super) struct Board {
    /// How many slots are chosen.
    pub k: usize,
    /// The slots' places in the problem's list.
    pub originals: Vec<usize>,
    /// Their days, ascending.
    pub days: Vec<i64>,
    /// Days between two chosen slots.
    pub gap: i64,
    /// Which slots may stand beside each.
    pub friends: Vec<SlotSet>,
    /// For each kind with a limit: its slots and the limit.
    pub kinds: Vec<(SlotSet, u32)>,
    /// How many each slot can seat by itself.
    pub seated_alone: Vec<u32>,
    /// Slots that can seat a quorum.
    pub reaches_quorum: SlotSet,
    /// Slots that could be chosen: with a quorum, and with somebody to lead them.
    pub usable: SlotSet,
    /// Who can lead each slot.
    pub leaders_of: Vec<Vec<usize>>,
    /// How many sessions each leader takes.
    pub max_sessions: Vec<u32>,
    /// How many blocks of bits a slot has.
    pub n_blocks: usize,
    /// Who can come to each slot.
    pub able: Vec<u64>,
    /// Who the bound regards as having a place at each slot for sure.
    pub open: Vec<u64>,
    /// For each resident's bit the slots open to them.
    pub open_to: Vec<SlotSet>,
    /// For each resident's bit the slots of which they could take a scarce place.
    pub scarce_to: Vec<SlotSet>,
    /// The places of each slot that the bound counts one by one.
    pub closed: Vec<Places>,
    /// Residents by group and way of attending.
    pub sections: Vec<Section>,
    /// How many residents of each counted group can come somewhere.
    pub counted: Vec<u64>,
    /// The places of each slot.
    pub places: Vec<Places>,
    /// Slots with a room.
    pub with_room: SlotSet,
    /// Slots with a line.
    pub with_line: SlotSet,
    /// Has each slot a place for everyone who can come to it?
    pub is_roomy: Vec<bool>,
    /// "Can" marks in each slot.
    pub marks: Vec<u32>,
}

impl Board {
    pub fn new(problem: &Problem) -> Self {
        let file = problem.file();
        let mut originals: Vec<usize> = (0..file.slots.len()).collect();
        originals.sort_by_key(|&at| (file.slots[at].date, at));
        let in_order = || originals.iter().map(|&at| &file.slots[at]);
        let days: Vec<i64> = in_order().map(|slot| slot.date.num_days_from_ce().into()).collect();
        let places: Vec<Places> =
            in_order().map(|slot| Places { seats: slot.seats, online: slot.online }).collect();
        let leaders_of = in_order()
            .map(|slot| {
                let position = |id: &String| file.facilitators.iter().position(|f| f.id == *id);
                slot.facilitators.iter().filter_map(position).collect()
            })
            .collect();
        let n_slots = originals.len();
        let mut board = Self {
            k: file.k as usize,
            friends: friends(file, &originals, &days),
            kinds: kinds(file, &originals),
            gap: file.min_gap_days.into(),
            days,
            seated_alone: vec![0; n_slots],
            reaches_quorum: 0,
            usable: 0,
            leaders_of,
            max_sessions: file.facilitators.iter().map(|one| one.max_sessions).collect(),
            n_blocks: 0,
            able: Vec::new(),
            open: Vec::new(),
            open_to: Vec::new(),
            scarce_to: Vec::new(),
            closed: vec![Places { seats: 0, online: 0 }; n_slots],
            sections: Vec::new(),
            counted: Vec::new(),
            places,
            with_room: 0,
            with_line: 0,
            is_roomy: vec![true; n_slots],
            marks: vec![0; n_slots],
            originals,
        };
        board.seat_residents(file);
        board.judge_slots(file.quorum);
        board.turn_round();
        for &(slots, most) in &board.kinds {
            board.usable &= if most == 0 { !slots } else { SlotSet::MAX };
        }
        board
    }

    pub fn n_slots(&self) -> usize {
        self.originals.len()
    }

    /// Counted groups, and one more for all others.
    pub fn n_groups(&self) -> usize {
        self.counted.len() + 1
    }

    pub fn able(&self, slot: usize) -> &[u64] {
        &self.able[slot * self.n_blocks..(slot + 1) * self.n_blocks]
    }

    pub fn open(&self, slot: usize) -> &[u64] {
        &self.open[slot * self.n_blocks..(slot + 1) * self.n_blocks]
    }

    /// Does the bound count any of its places one by one?
    pub fn has_scarce(&self, slot: usize) -> bool {
        0 < self.closed[slot].seats + self.closed[slot].online
    }

    /// Slots whose room, and slots whose line, the bound counts one by one.
    pub fn scarce_places(&self) -> (SlotSet, SlotSet) {
        let mut scarce = (0, 0);
        for (slot, places) in self.closed.iter().enumerate() {
            scarce.0 |= SlotSet::from(0 < places.seats) << slot;
            scarce.1 |= SlotSet::from(0 < places.online) << slot;
        }
        scarce
    }

    /// Gives every resident who can come somewhere a bit, group by group.
    fn seat_residents(&mut self, file: &ProblemFile) {
        let n_slots = self.n_slots();
        let originals = self.originals.clone();
        let comes = |one: &Answerer, slot: usize| {
            let at = originals[slot];
            one.can_come(at, &file.slots[at])
        };
        let reached: Vec<_> =
            file.residents.iter().filter(|one| (0..n_slots).any(|slot| comes(one, slot))).collect();
        let mut n_of_group = vec![0_u64; file.groups.len()];
        for one in &reached {
            n_of_group[one.group as usize] += 1;
        }
        let least = u64::from(file.min_group.max(1));
        self.counted = n_of_group.iter().copied().filter(|&n| least <= n).collect();
        let rest = self.counted.len();
        let mut next = 0..rest;
        let group_of: Vec<usize> = n_of_group
            .iter()
            .map(|&n| if least <= n { next.next().unwrap_or(rest) } else { rest })
            .collect();
        let mut rows: Vec<Vec<u64>> = vec![Vec::new(); n_slots];
        for group in 0..=rest {
            for mode in [Attendance::Any, Attendance::InPerson, Attendance::Online] {
                let here = reached
                    .iter()
                    .filter(|one| group_of[one.group as usize] == group && one.mode == mode);
                let start = rows[0].len();
                for (at, one) in here.enumerate() {
                    for (slot, row) in rows.iter_mut().enumerate() {
                        row.resize(start + at / 64 + 1, 0);
                        if comes(one, slot) {
                            row[start + at / 64] |= 1 << (at % 64);
                            let is_can = one.marks()[originals[slot]] == b'2';
                            self.marks[slot] += u32::from(is_can);
                        }
                    }
                }
                if start < rows[0].len() {
                    self.sections.push(Section { group, mode, blocks: start..rows[0].len() });
                }
            }
        }
        self.n_blocks = rows[0].len();
        self.able = rows.concat();
        self.open = self.able.clone();
    }

    /// Which slots reach the quorum, which have room for all, and what the bound takes as open.
    fn judge_slots(&mut self, quorum: u32) {
        let n_of_mode = self.n_by_mode(&self.anywhere());
        for slot in 0..self.n_slots() {
            let [any, in_person, online] = self.n_by_mode(self.able(slot));
            let Places { seats, online: line } = self.places[slot];
            let alone = in_person.min(seats) + online.min(line) + any;
            let seated = alone.min(seats + line);
            self.seated_alone[slot] = seated;
            if quorum <= seated {
                self.reaches_quorum |= 1 << slot;
            }
            if quorum <= seated && !self.leaders_of[slot].is_empty() {
                self.usable |= 1 << slot;
            }
            self.with_room |= SlotSet::from(0 < seats) << slot;
            self.with_line |= SlotSet::from(0 < line) << slot;
            let all = any + in_person + online;
            self.is_roomy[slot] = seated == all;
            // Places of which all sessions together have too few say more by their number than by
            // who could take them.
            let is_scarce = |wish: u32, places: u32| {
                u64::from(places) * (self.k as u64) * SCARCE_TIMES < u64::from(wish)
            };
            let [all_any, all_in_person, all_online] = n_of_mode;
            let both = is_scarce(all_any + all_in_person + all_online, seats + line);
            let room = !self.is_roomy[slot] && (both || is_scarce(all_in_person, seats));
            let rail = !self.is_roomy[slot] && (both || is_scarce(all_online, line));
            self.closed[slot] =
                Places { seats: if room { seats } else { 0 }, online: if rail { line } else { 0 } };
            let (sections, n_blocks) = (&self.sections, self.n_blocks);
            for section in sections {
                let is_closed = match section.mode {
                    Attendance::Any => (room || seats == 0) && (rail || line == 0),
                    Attendance::InPerson => room,
                    Attendance::Online => rail,
                };
                if is_closed {
                    for block in section.blocks.clone() {
                        self.open[slot * n_blocks + block] = 0;
                    }
                }
            }
        }
    }

    /// Who can come to at least one slot.
    fn anywhere(&self) -> Vec<u64> {
        let mut anywhere = vec![0; self.n_blocks];
        for slot in 0..self.n_slots() {
            for (any, able) in anywhere.iter_mut().zip(self.able(slot)) {
                *any |= able;
            }
        }
        anywhere
    }

    /// How many of these residents attend either way, in person, on the line.
    fn n_by_mode(&self, residents: &[u64]) -> [u32; 3] {
        let mut counts = [0; 3];
        for section in &self.sections {
            let n = count_ones(&residents[section.blocks.clone()]);
            match section.mode {
                Attendance::Any => counts[0] += n,
                Attendance::InPerson => counts[1] += n,
                Attendance::Online => counts[2] += n,
            }
        }
        counts
    }

    /// Notes for each resident which slots are open to them, and of which they could take one of
    /// the scarce places.
    fn turn_round(&mut self) {
        self.open_to = vec![0; self.n_blocks * 64];
        self.scarce_to = vec![0; self.n_blocks * 64];
        for slot in 0..self.n_slots() {
            let has_scarce = self.has_scarce(slot);
            for block in 0..self.n_blocks {
                let at = slot * self.n_blocks + block;
                let (open, able) = (self.open[at], self.able[at]);
                for bit in 0..64 {
                    let one = block * 64 + bit;
                    self.open_to[one] |= SlotSet::from(open >> bit & 1) << slot;
                    let is_scarce = has_scarce && (able & !open) >> bit & 1 == 1;
                    self.scarce_to[one] |= SlotSet::from(is_scarce) << slot;
                }
            }
        }
    }
}

/// Where all sessions together have so many times too few places, they are counted one by one.
const SCARCE_TIMES: u64 = 4;

/// How many bits are set.
pub(super) fn count_ones(blocks: &[u64]) -> u32 {
    blocks.iter().map(|block| block.count_ones()).sum()
}

/// The slots in a set, ascending.
pub(super) fn each(set: SlotSet) -> impl Iterator<Item = usize> {
    let mut left = set;
    std::iter::from_fn(move || {
        (left != 0).then(|| {
            let slot = left.trailing_zeros() as usize;
            left &= left - 1;
            slot
        })
    })
}

fn friends(file: &ProblemFile, originals: &[usize], days: &[i64]) -> Vec<SlotSet> {
    let gap = i64::from(file.min_gap_days);
    let mut friends = vec![0; days.len()];
    for one in 0..days.len() {
        for other in 0..days.len() {
            let (at, beside) = (originals[one] as u32, originals[other] as u32);
            let pair = (at.min(beside), at.max(beside));
            let is_far = gap <= (days[one] - days[other]).abs();
            if one != other && is_far && file.conflicts.binary_search(&pair).is_err() {
                friends[one] |= 1 << other;
            }
        }
    }
    friends
}

fn kinds(file: &ProblemFile, originals: &[usize]) -> Vec<(SlotSet, u32)> {
    let slots_of = |kind: &String| {
        let here = originals.iter().enumerate().filter(|(_, at)| file.slots[**at].kind == *kind);
        here.fold(0, |set: SlotSet, (slot, _)| set | 1 << slot)
    };
    file.max_per_kind.iter().map(|(kind, &most)| (slots_of(kind), most)).collect()
}
