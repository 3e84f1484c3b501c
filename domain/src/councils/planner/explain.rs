//! Why these slots: whose only chance each is, and what another choice would cost whom.
use super::{
    answer::{Objective, Plan},
    board::Board,
    problem::{Answerer, Problem},
    search::{End, Pace, Search},
    written,
};
use huiyin_derive::ReadTagged;
use serde::{Deserialize, Serialize};

/// What stands beside a plan (方案说明).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Explanation {
    /// The SHA-256 of the question's file, by which anybody finds the same file again.
    pub checksum: String,
    /// Every group of the file, in its order.
    pub groups: Vec<GroupChances>,
    /// Every chosen slot, in the order of the plan.
    pub sessions: Vec<OnlyChance>,
}

/// What a plan means for a group (各人群的机会).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupChances {
    /// Its name in the file.
    pub group: String,
    /// Is it large enough to be counted for fairness?
    pub is_counted: bool,
    /// Who can come to at least one slot of the list.
    pub somewhere: u32,
    /// Who can come to none.
    pub nowhere: u32,
    /// Who can come to at least one chosen slot.
    pub reached: u32,
}

/// Whose only chance a session is (唯一机会).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OnlyChance {
    /// The slot, by its place in the list.
    pub slot: usize,
    /// The same by name.
    pub slot_id: String,
    /// Who can come to it and to no other chosen one.
    pub only_here: u32,
    /// The same group by group; groups with nobody are left out.
    pub by_group: Vec<GroupCount>,
}

/// How many of a group (人数).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupCount {
    /// The group's name in the file.
    pub group: String,
    /// How many.
    pub n: u32,
}

/// Why a slot is not in a plan (为什么不是这一场).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum WhyNot {
    /// It is in the plan.
    ItIsChosen,
    /// There is no such slot.
    NoSuchSlot,
    /// Too few can come to it.
    BelowQuorum {
        /// How many could sit in it.
        seated: u32,
        /// How many are needed.
        quorum: u32,
    },
    /// Nobody is free to lead it.
    NobodyLeads,
    /// No plan with it keeps all rules.
    NoPlanWithIt,
    /// The search was stopped before it found a plan with it.
    NoneFound,
    /// The best plan with it is no better.
    Instead(Box<Exchange>),
}

/// Another plan beside the chosen one (换一个方案).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exchange {
    /// The other plan.
    pub plan: Plan,
    /// No plan with that slot that is better has more of any number; what the plan itself is
    /// worth, once that is proven to be the best.
    pub bound: Objective,
    /// Slots that would come in, by their place in the list.
    pub comes_in: Vec<usize>,
    /// Slots that would go out.
    pub goes_out: Vec<usize>,
    /// By how much each number would change.
    pub change: ObjectiveChange,
    /// Who could come to a session then, and cannot now.
    pub gain: Vec<GroupCount>,
    /// Who can come to a session now, and could not then.
    pub lose: Vec<GroupCount>,
}

/// By how much an objective changes; down is negative (目标变化).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ObjectiveChange {
    /// The weakest group's share, in percent points.
    #[serde(rename = "T")]
    pub weakest_percent: i64,
    /// Residents who can sit.
    #[serde(rename = "C")]
    pub seated: i64,
    /// "Can" marks.
    #[serde(rename = "Y")]
    pub marks: i64,
}

impl Exchange {
    /// Is the other plan proven to be the best one with that slot?
    pub fn is_proven(&self) -> bool {
        self.bound == self.plan.objective
    }
}

impl ObjectiveChange {
    fn between(now: Objective, then: Objective) -> Self {
        let change = |now: u32, then: u32| i64::from(then) - i64::from(now);
        Self {
            weakest_percent: change(now.weakest_percent, then.weakest_percent),
            seated: change(now.seated, then.seated),
            marks: change(now.marks, then.marks),
        }
    }
}

/// What a plan means for whom.
pub fn explain(problem: &Problem, plan: &Plan) -> Explanation {
    let file = problem.file();
    let all: Vec<usize> = (0..file.slots.len()).collect();
    let in_group = |at: usize| file.residents.iter().filter(move |one| one.group as usize == at);
    let groups = file.groups.iter().enumerate().map(|(at, group)| {
        let somewhere = count(in_group(at).filter(|one| can_come_to(problem, one, &all)));
        GroupChances {
            group: group.id.clone(),
            is_counted: file.min_group.max(1) <= somewhere,
            somewhere,
            nowhere: count(in_group(at)) - somewhere,
            reached: count(in_group(at).filter(|one| can_come_to(problem, one, &plan.slots))),
        }
    });
    let sessions = plan.slots.iter().map(|&slot| {
        let others: Vec<usize> = plan.slots.iter().copied().filter(|&it| it != slot).collect();
        let by_group = counts_by_group(problem, |one| {
            can_come_to(problem, one, &[slot]) && !can_come_to(problem, one, &others)
        });
        OnlyChance {
            slot,
            slot_id: file.slots[slot].id.clone(),
            only_here: by_group.iter().map(|count| count.n).sum(),
            by_group,
        }
    });
    Explanation {
        checksum: problem.checksum(),
        groups: groups.collect(),
        sessions: sessions.collect(),
    }
}

/// What it would cost to have this slot in the plan: the best plan with it, and for whom it is
/// better or worse.
pub fn why_not(problem: &Problem, plan: &Plan, slot: usize, pace: &mut Pace) -> WhyNot {
    let file = problem.file();
    if plan.slots.contains(&slot) {
        return WhyNot::ItIsChosen;
    }
    let board = Board::new(problem);
    let Some(at) = board.originals.iter().position(|&original| original == slot) else {
        return WhyNot::NoSuchSlot;
    };
    if board.reaches_quorum >> at & 1 == 0 {
        return WhyNot::BelowQuorum { seated: board.seated_alone[at], quorum: file.quorum };
    }
    if board.leaders_of[at].is_empty() {
        return WhyNot::NobodyLeads;
    }
    let mut search = Search::new(&board, 1 << at, pace);
    let end = search.run();
    match (search.best, end) {
        (None, End::Proven) => WhyNot::NoPlanWithIt,
        (None, End::Stopped { .. }) => WhyNot::NoneFound,
        (Some(found), end) => {
            let other = written(problem, &board, found);
            let bound = match end {
                End::Proven => other.objective,
                End::Stopped { bound, .. } => bound,
            };
            WhyNot::Instead(Box::new(exchange(problem, plan, other, bound)))
        }
    }
}

fn exchange(problem: &Problem, now: &Plan, then: Plan, bound: Objective) -> Exchange {
    let missing_in = |those: &[usize], from: &[usize]| -> Vec<usize> {
        those.iter().copied().filter(|slot| !from.contains(slot)).collect()
    };
    let only_by = |one: &[usize], other: &[usize]| {
        counts_by_group(problem, |resident| {
            can_come_to(problem, resident, one) && !can_come_to(problem, resident, other)
        })
    };
    Exchange {
        bound,
        comes_in: missing_in(&then.slots, &now.slots),
        goes_out: missing_in(&now.slots, &then.slots),
        change: ObjectiveChange::between(now.objective, then.objective),
        gain: only_by(&then.slots, &now.slots),
        lose: only_by(&now.slots, &then.slots),
        plan: then,
    }
}

fn can_come_to(problem: &Problem, one: &Answerer, slots: &[usize]) -> bool {
    slots.iter().any(|&at| one.can_come(at, &problem.file().slots[at]))
}

fn counts_by_group(problem: &Problem, is_meant: impl Fn(&Answerer) -> bool) -> Vec<GroupCount> {
    let file = problem.file();
    let mut counts = vec![0; file.groups.len()];
    for one in file.residents.iter().filter(|one| is_meant(one)) {
        counts[one.group as usize] += 1;
    }
    let named = file.groups.iter().zip(counts);
    let counts = named.map(|(group, n)| GroupCount { group: group.id.clone(), n });
    counts.filter(|count| 0 < count.n).collect()
}

fn count<'a>(residents: impl Iterator<Item = &'a Answerer>) -> u32 {
    residents.count() as u32
}
