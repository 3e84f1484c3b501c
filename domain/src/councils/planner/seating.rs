//! Who can sit at the same time when the slots are fixed: counted where there is room for all,
//! by a flow where there is not.
use super::{
    answer::Objective,
    board::{Board, SlotSet, each},
    bound::Needs,
    cuts::Cut,
    flow::Flow,
    problem::Attendance,
};

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
    roomy: SlotSet,
    full: Vec<usize>,
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
            capacity: capacity.collect(),
            board,
            sure,
            others: others(board, &full, &covered),
            roomy: roomy.iter().fold(0, |set, slot| set | 1 << slot),
            full,
            marks: each(slots).map(|slot| board.marks[slot]).sum(),
        }
    }

    /// Does it reach what is needed? If not by its places, says which cut shows that.
    pub fn reach(&self, needs: &Needs) -> Result<(), Option<Cut>> {
        let n_counted = self.board.counted.len();
        let most = self.at_most();
        let sure = self.sure.iter().zip(&most.0).zip(needs).take(n_counted);
        let mut short = vec![0; self.sure.len()];
        for (short, ((&sure, &most), &need)) in short.iter_mut().zip(sure) {
            if u64::from(most) < need {
                return Err(None);
            }
            *short = need.saturating_sub(sure.into()) as u32;
        }
        if u64::from(most.1) < needs[n_counted] || u64::from(self.marks) < needs[n_counted + 1] {
            return Err(None);
        }
        let wanted: u32 = short.iter().sum();
        if 0 < wanted {
            let mut flow = self.flow(&short);
            if flow.most(SOURCE, TARGET) < wanted {
                return Err(Some(self.cut(&flow, true)));
            }
        }
        if 0 < needs[n_counted] && !self.others.is_empty() {
            let mut flow = self.flow(&self.all_others());
            let seated = self.sure.iter().sum::<u32>() + flow.most(SOURCE, TARGET);
            if u64::from(seated) < needs[n_counted] {
                return Err(Some(self.cut(&flow, false)));
            }
        }
        Ok(())
    }

    /// The objective, of which at least this share is known.
    pub fn objective(&self, at_least: u32) -> Objective {
        let counted = self.at_most().0.into_iter().zip(&self.board.counted);
        let most = counted.map(|(n, whole)| (u64::from(n) * 100 / whole) as u32).min();
        let mut weakest = at_least;
        while weakest < most.unwrap_or(100) && self.can_guarantee(weakest + 1) {
            weakest += 1;
        }
        let seated = self.sure.iter().sum::<u32>() + self.n_placed(&self.all_others());
        Objective { weakest_percent: weakest, seated, marks: self.marks }
    }

    /// If everyone who can come had a place: how many of each group; and how many in all, if only
    /// the places were counted.
    fn at_most(&self) -> (Vec<u32>, u32) {
        let mut reached = self.sure.clone();
        for alike in &self.others {
            reached[alike.group] += alike.n;
        }
        let n_places: u32 = self.capacity.iter().sum();
        let others: u32 = self.others.iter().map(|alike| alike.n).sum();
        let seated = self.sure.iter().sum::<u32>() + others.min(n_places);
        (reached, seated)
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

    fn all_others(&self) -> Vec<u32> {
        let mut all = vec![0; self.sure.len()];
        for alike in &self.others {
            all[alike.group] += alike.n;
        }
        all
    }

    /// How many find a place besides, when of each group only so many ask.
    fn n_placed(&self, asking: &[u32]) -> u32 {
        self.flow(asking).most(SOURCE, TARGET)
    }

    fn flow(&self, asking: &[u32]) -> Flow {
        let n_groups = asking.len();
        let first_place = FIRST_GROUP + n_groups + self.others.len();
        let mut flow = Flow::new(first_place + self.capacity.len());
        for (group, &n) in asking.iter().enumerate().filter(|(_, n)| 0 < **n) {
            flow.pipe(SOURCE, FIRST_GROUP + group, n);
        }
        for (at, alike) in self.others.iter().enumerate() {
            if asking[alike.group] == 0 {
                continue;
            }
            let kind = FIRST_GROUP + n_groups + at;
            flow.pipe(FIRST_GROUP + alike.group, kind, alike.n);
            for place in each(alike.places.into()) {
                flow.pipe(kind, first_place + place, alike.n);
            }
        }
        for (place, &n) in self.capacity.iter().enumerate().filter(|(_, n)| 0 < **n) {
            flow.pipe(first_place + place, TARGET, n);
        }
        flow
    }

    /// Which places stopped the flow; for other slots, what the bound holds of them.
    fn cut(&self, flow: &Flow, is_of_groups: bool) -> Cut {
        let n_groups = self.sure.len();
        let first_place = FIRST_GROUP + n_groups + self.others.len();
        let groups = (0..self.board.counted.len())
            .filter(|group| flow.is_reached(FIRST_GROUP + group))
            .fold(0, |set, group| set | 1 << group);
        let (mut rooms, mut lines) = self.board.scarce_places();
        for (nth, &slot) in self.full.iter().enumerate() {
            let at = first_place + 2 * nth;
            let is_full = |place: usize| SlotSet::from(flow.is_reached(place)) << slot;
            rooms = rooms & !(1 << slot) | is_full(at);
            lines = lines & !(1 << slot) | is_full(at + 1);
        }
        // Where there is room for all, nothing is counted one by one.
        let roomy = self.roomy;
        Cut { groups: is_of_groups.then_some(groups), rooms: rooms & !roomy, lines: lines & !roomy }
    }
}

const SOURCE: usize = 0;
const TARGET: usize = 1;
const FIRST_GROUP: usize = 2;

/// Would these slots be enough if their places were endless?
pub(super) fn may_reach(board: &Board, slots: SlotSet, needs: &Needs) -> bool {
    let mut reached = vec![0; board.n_groups()];
    for section in &board.sections {
        for block in section.blocks.clone() {
            let able = each(slots).fold(0, |all, slot| all | board.able(slot)[block]);
            reached[section.group] += u64::from(able.count_ones());
        }
    }
    let n_counted = board.counted.len();
    reached.iter().zip(&needs[..n_counted]).all(|(has, need)| need <= has)
        && needs[n_counted] <= reached.iter().sum()
}

/// How many of a group must sit for this share of it.
pub(super) fn needed(whole: u64, percent: u32) -> u64 {
    (whole * u64::from(percent)).div_ceil(100)
}

/// Sorts those who are not sure by group and by the places they could take.
fn others(board: &Board, full: &[usize], covered: &[u64]) -> Vec<Alike> {
    let mut all = Vec::new();
    if full.is_empty() {
        return all;
    }
    let mut patterns: Vec<u32> = Vec::new();
    for section in &board.sections {
        patterns.clear();
        for block in section.blocks.clone() {
            let able = full.iter().map(|&slot| board.able(slot)[block] & !covered[block]);
            let able: Vec<u64> = able.collect();
            if able.iter().any(|bits| *bits != 0) {
                patterns.extend((0..64).map(|bit| {
                    let bits = able.iter().enumerate();
                    bits.fold(0, |all, (nth, bits)| all | ((bits >> bit & 1) as u32) << nth)
                }));
            }
        }
        for (pattern, n) in counted(&patterns, full.len()) {
            let slots = each(pattern.into());
            let places = slots
                .fold(0, |all, nth| all | places_of(board, full[nth], section.mode) << (2 * nth));
            all.push(Alike { group: section.group, places, n });
        }
    }
    all
}

/// How often each pattern but the empty one stands here.
fn counted(patterns: &[u32], n_bits: usize) -> Vec<(u32, u32)> {
    if n_bits <= N_BITS_IN_A_TABLE {
        let mut counts = vec![0; 1 << n_bits];
        for &pattern in patterns {
            counts[pattern as usize] += 1;
        }
        let rows = (0..).zip(counts).skip(1);
        return rows.filter(|(_, n)| 0 < *n).collect();
    }
    let mut sorted = patterns.to_vec();
    sorted.sort_unstable();
    let runs = sorted.chunk_by(|one, next| one == next);
    runs.map(|run| (run[0], run.len() as u32)).filter(|(pattern, _)| *pattern != 0).collect()
}

/// Patterns with more bits are sorted instead.
const N_BITS_IN_A_TABLE: usize = 10;

/// Two bits: the room, the line.
fn places_of(board: &Board, slot: usize, mode: Attendance) -> u64 {
    let places = board.places[slot];
    let room = u64::from(0 < places.seats && mode != Attendance::Online);
    let line = u64::from(0 < places.online && mode != Attendance::InPerson);
    room | line << 1
}
