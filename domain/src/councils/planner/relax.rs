//! No plan keeps all rules: which rule is in the way, and the smallest changes that would help.
use super::{
    board::{Board, SlotSet},
    leaders::Leaders,
    problem::{Facilitator, Problem, ProblemFile},
    search::{Pace, Search},
};
use huiyin_derive::ReadTagged;
use serde::{Deserialize, Serialize};

/// Why there is no plan (无解的原因).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Impossible {
    /// Rules that allow fewer sessions than are asked for, each by itself.
    ///
    /// None of them, when each could be kept and only all together cannot.
    pub in_the_way: Vec<Hindrance>,
    /// Changes of one rule after which there is a plan, each as small as can be.
    pub would_help: Vec<Change>,
    /// Was there time to try every change? If not, others may help, too.
    pub are_all_tried: bool,
}

/// A rule that allows too few sessions by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hindrance {
    /// The rule.
    pub rule: Rule,
    /// How many sessions it allows.
    pub n_sessions: u32,
}

/// The rules of a plan (规则).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    /// Enough people can sit in each session (法定人数).
    Quorum,
    /// Days between sessions (间隔).
    Gap,
    /// Not too many of one kind (轮换).
    Kinds,
    /// Everyone who leads is free, and not too often (主持人).
    Facilitators,
}

/// One rule, changed as little as helps (放宽).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Change {
    /// A smaller quorum.
    Quorum {
        /// How many are enough.
        to: u32,
    },
    /// Fewer days between sessions.
    Gap {
        /// How many.
        to: u32,
    },
    /// More sessions of one kind.
    KindLimit {
        /// Which kind.
        of: String,
        /// How many.
        to: u32,
    },
    /// Somebody leads more sessions.
    MoreSessionsLed {
        /// Who, by name in the file.
        by: String,
        /// How many.
        to: u32,
    },
    /// One more person who is free for every slot leads sessions.
    AnotherFacilitator {
        /// How many sessions.
        sessions: u32,
    },
    /// Fewer sessions.
    Sessions {
        /// How many.
        to: u32,
    },
}

impl Change {
    /// The same question with this change.
    pub fn applied_to(&self, problem: &Problem) -> Option<Problem> {
        problem.with(|file| self.apply(file)).ok()
    }

    fn apply(&self, file: &mut ProblemFile) {
        match self {
            Self::Quorum { to } => file.quorum = *to,
            Self::Gap { to } => file.min_gap_days = *to,
            Self::KindLimit { of, to } => {
                file.max_per_kind.insert(of.clone(), *to);
            }
            Self::MoreSessionsLed { by, to } => {
                for one in file.facilitators.iter_mut().filter(|one| one.id == *by) {
                    one.max_sessions = *to;
                }
            }
            Self::AnotherFacilitator { sessions } => add_facilitator(file, *sessions),
            Self::Sessions { to } => file.k = *to,
        }
    }
}

fn add_facilitator(file: &mut ProblemFile, max_sessions: u32) {
    // A name nobody has: longer than every other one.
    let longest = file.facilitators.iter().map(|one| one.id.len()).max().unwrap_or(0);
    let id = "+".repeat(longest + 1);
    for slot in &mut file.slots {
        slot.facilitators.push(id.clone());
    }
    file.facilitators.push(Facilitator { id, max_sessions });
}

/// What is in the way, and what would help. A search that is stopped leaves changes out.
pub(super) fn why(problem: &Problem, pace: &mut Pace) -> Impossible {
    let mut trial = Trial { problem, pace, was_stopped: false };
    let would_help = trial.would_help();
    let are_all_tried = !trial.was_stopped;
    Impossible { in_the_way: in_the_way(problem), would_help, are_all_tried }
}

fn in_the_way(problem: &Problem) -> Vec<Hindrance> {
    let file = problem.file();
    let board = Board::new(problem);
    let all = (0..board.n_slots()).fold(0, |set: SlotSet, slot| set | 1 << slot);
    let allowed = [
        (Rule::Quorum, board.reaches_quorum.count_ones()),
        (Rule::Gap, most_apart(&board)),
        (Rule::Kinds, most_of_kinds(&board, all)),
        (Rule::Facilitators, Leaders::most(&board, all) as u32),
    ];
    let too_few = allowed.into_iter().filter(|(_, n_sessions)| *n_sessions < file.k);
    too_few.map(|(rule, n_sessions)| Hindrance { rule, n_sessions }).collect()
}

/// How many slots lie far enough apart: the earliest next one is always a best one.
fn most_apart(board: &Board) -> u32 {
    let mut last: Option<i64> = None;
    let mut n_chosen = 0;
    for &day in &board.days {
        if last.is_none_or(|last| board.gap <= day - last) {
            last = Some(day);
            n_chosen += 1;
        }
    }
    n_chosen
}

fn most_of_kinds(board: &Board, all: SlotSet) -> u32 {
    let limited = board.kinds.iter().fold(0, |set, (slots, _)| set | slots);
    let of_kinds = board.kinds.iter().map(|&(slots, most)| slots.count_ones().min(most));
    of_kinds.sum::<u32>() + (all & !limited).count_ones()
}

/// Changes are tried, one after the other.
struct Trial<'a, 'p> {
    problem: &'a Problem,
    pace: &'a mut Pace<'p>,
    was_stopped: bool,
}

impl Trial<'_, '_> {
    fn would_help(&mut self) -> Vec<Change> {
        let problem = self.problem;
        let file = problem.file();
        let k = file.k;
        let mut changes = Vec::new();
        let quorum = |by: u32| Change::Quorum { to: file.quorum - by };
        changes.extend(self.least(file.quorum, &quorum));
        let gap = |by: u32| Change::Gap { to: file.min_gap_days - by };
        changes.extend(self.least(file.min_gap_days, &gap));
        for (kind, &most) in &file.max_per_kind {
            let limit = |by: u32| Change::KindLimit { of: kind.clone(), to: most + by };
            changes.extend(self.least(k.saturating_sub(most), &limit));
        }
        for one in &file.facilitators {
            let most = one.max_sessions;
            let led = |by: u32| Change::MoreSessionsLed { by: one.id.clone(), to: most + by };
            changes.extend(self.least(k.saturating_sub(most), &led));
        }
        changes.extend(self.least(k, &|sessions| Change::AnotherFacilitator { sessions }));
        changes.extend(self.least(k - 1, &|by| Change::Sessions { to: k - by }));
        changes
    }

    /// The smallest of these changes, from 1 to `most`, that helps: what helps once helps also
    /// when it is larger.
    fn least(&mut self, most: u32, change: &dyn Fn(u32) -> Change) -> Option<Change> {
        if most == 0 || !self.helps(&change(most))? {
            return None;
        }
        let (mut too_little, mut enough) = (0, most);
        while 1 < enough - too_little {
            let middle = too_little + (enough - too_little) / 2;
            if self.helps(&change(middle))? {
                enough = middle;
            } else {
                too_little = middle;
            }
        }
        Some(change(enough))
    }

    /// Nothing, when it was stopped before it knew.
    fn helps(&mut self, change: &Change) -> Option<bool> {
        // A question that would be no question any more does not help.
        let Some(changed) = change.applied_to(self.problem) else { return Some(false) };
        let helps = Search::new(&Board::new(&changed), 0, self.pace).any();
        self.was_stopped |= helps.is_none();
        helps
    }
}
