//! The planner (排期): which slots are fairest, proven, and why.
//!
//! It knows nothing of councils: a question comes in, a plan goes out, and the same question gives
//! the same plan on the server, on a command line and in every browser.
mod answer;
mod board;
mod bound;
mod cuts;
mod explain;
mod flow;
mod leaders;
mod node;
mod problem;
mod relax;
mod search;
mod seating;
mod unsound;

pub use answer::{Aim, Answer, Objective, Plan, Progress};
pub use explain::{
    Exchange, Explanation, GroupChances, GroupCount, ObjectiveChange, OnlyChance, WhyNot, explain,
    why_not,
};
pub use problem::{
    Answerer, Attendance, Facilitator, FormatName, PlanGroup, PlanSlot, Problem, ProblemFile,
};
pub use relax::{Change, Hindrance, Impossible, Rule};
pub use search::Pace;
pub use unsound::{GROUPS_MAX, PLACES_MAX, RESIDENTS_MAX, SESSIONS_MAX, SLOTS_MAX, Unsound};

use board::{Board, each};
use leaders::Leaders;
use search::{End, Found, Search};

/// Finds the best plan, and proves that it is the best if nobody stops it.
pub fn plan(problem: &Problem, pace: &mut Pace) -> Answer {
    let board = Board::new(problem);
    let mut search = Search::new(&board, 0, pace);
    let end = search.run();
    match (search.best, end) {
        (Some(found), End::Proven) => Answer::Optimal { plan: written(problem, &board, found) },
        (Some(found), End::Stopped { aim, bound }) => {
            Answer::Bounded { plan: written(problem, &board, found), bound, aim }
        }
        (None, End::Proven) => Answer::Infeasible { why: relax::why(problem, pace) },
        (None, End::Stopped { .. }) => Answer::NoneFound,
    }
}

/// A plan by the names of the file.
fn written(problem: &Problem, board: &Board, found: Found) -> Plan {
    let file = problem.file();
    let leaders = Leaders::for_all(board, found.slots);
    let mut rows: Vec<(usize, String)> = each(found.slots)
        .map(|slot| {
            let leader = leaders.as_ref().and_then(|leaders| leaders.of(slot));
            let name = leader.map(|at| file.facilitators[at].id.clone());
            (board.originals[slot], name.unwrap_or_default())
        })
        .collect();
    rows.sort_unstable();
    Plan {
        objective: found.objective,
        slot_ids: rows.iter().map(|row| file.slots[row.0].id.clone()).collect(),
        slots: rows.iter().map(|row| row.0).collect(),
        facilitators: rows.into_iter().map(|row| row.1).collect(),
    }
}
