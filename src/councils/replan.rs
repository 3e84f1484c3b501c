//! Planning again: what a page asks of the worker that plans, and what comes out.
use crate::beside::Work;
use huiyin_domain::{
    councils::{
        planner::{self, Problem, ProblemFile, Progress, Unsound},
        series::{Chosen, Standing, Worth},
    },
    hash::sha256_hex,
};
use serde::{Deserialize, Serialize};
use std::ops::ControlFlow;

/// Planning beside the page.
pub struct Planning;

impl Work for Planning {
    type Task = Task;
    type Progress = Progress;
    type Answer = Answer;
    const SCRIPT: &'static str = "plan-worker_loader.js";
}

/// What the page sends.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Task {
    /// The whole file, as it was published.
    pub file: String,
    /// After so many seconds it stops and tells what it has.
    pub seconds: u32,
}

/// What came out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Answer {
    /// A plan, or that there is none.
    Planned(Report),
    /// The file is not one that can be planned from.
    Unreadable {
        /// Where, as `residents[3].avail`.
        place: String,
    },
}

/// What came out of planning again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// The SHA-256 of the file that was planned from.
    pub sha256: String,
    /// How many answers it holds.
    pub n_residents: u32,
    /// How long it took, in milliseconds.
    pub millis: i64,
    /// The planner's answer; a bound seats nobody who can come at none of the times.
    pub answer: planner::Answer,
}

/// Plans from a file. `clock` tells milliseconds; `progress` hears how far it has come.
pub fn work(task: &Task, clock: &dyn Fn() -> i64, progress: &mut dyn FnMut(Progress)) -> Answer {
    let start = clock();
    let end = start + i64::from(task.seconds) * 1_000;
    let problem = match Problem::parse(&task.file) {
        Ok(problem) => problem,
        Err(Unsound { place, .. }) => return Answer::Unreadable { place },
    };
    let mut pace = |so_far: &Progress| {
        progress(*so_far);
        if clock() < end { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    };
    let mut answer = planner::plan(&problem, &mut pace);
    if let planner::Answer::Bounded { bound, .. } = &mut answer {
        bound.seated = bound.seated.min(n_somewhere(problem.file()));
    }
    Answer::Planned(Report {
        sha256: sha256_hex(task.file.as_bytes()),
        n_residents: problem.file().residents.len() as u32,
        millis: clock() - start,
        answer,
    })
}

/// How many can come at any of the times: no plan seats more.
fn n_somewhere(file: &ProblemFile) -> u32 {
    let can_come = |one: &&planner::Answerer| {
        file.slots.iter().enumerate().any(|(at, slot)| one.can_come(at, slot))
    };
    file.residents.iter().filter(can_come).count() as u32
}

/// How planning again compares with what was published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// As good as published, and proven to be the best.
    Agrees,
    /// As good as published; there was no time to prove that none is better.
    AsGood {
        /// No plan is better than this.
        bound: Worth,
    },
    /// There was no time to find one that is as good as published.
    NotYet {
        /// No plan is better than this.
        bound: Worth,
    },
    /// Better than published.
    Better,
    /// The published plan cannot be: it is better than the best, or none keeps to the needs.
    Differs,
    /// There was no time to find any plan.
    NoneFound,
}

/// The best plan that was published, which is not always the one that was chosen.
pub fn published(chosen: &Chosen) -> Worth {
    match &chosen.standing {
        Standing::Best | Standing::Within { .. } => chosen.worth,
        Standing::Other { best, .. } => *best,
    }
}

/// Compares an answer with the best plan that was published.
pub fn compare(published: Worth, answer: &planner::Answer) -> Verdict {
    use planner::Answer::{Bounded, Infeasible, NoneFound, Optimal};
    match answer {
        Optimal { plan } | Bounded { plan, .. } if published < Worth::from(plan.objective) => {
            Verdict::Better
        }
        Optimal { plan } if Worth::from(plan.objective) == published => Verdict::Agrees,
        Optimal { .. } | Infeasible { .. } => Verdict::Differs,
        Bounded { plan, bound, .. } => {
            let bound = Worth::from(*bound);
            match Worth::from(plan.objective) == published {
                true => Verdict::AsGood { bound },
                false if bound.worst_group_percent < published.worst_group_percent => {
                    Verdict::Differs
                }
                false => Verdict::NotYet { bound },
            }
        }
        NoneFound => Verdict::NoneFound,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::Cell;

    const TINY: &str = include_str!("../../domain/tests/data/councils/t01-tiny.json");
    const LARGE: &str = include_str!("../../domain/tests/data/councils/x27-open.json");
    const NONE: &str =
        include_str!("../../domain/tests/data/councils/t05-infeasible-facilitators.json");
    const BEST_OF_TINY: Worth = Worth { worst_group_percent: 100, n_seated: 10, n_marks: 8 };
    const BEST_OF_LARGE: Worth = Worth { worst_group_percent: 93, n_seated: 1943, n_marks: 4165 };

    fn done(file: &str, seconds: u32, clock: &dyn Fn() -> i64) -> Answer {
        let task = Task { file: file.to_owned(), seconds };
        let task = serde_json::to_string(&task).unwrap();
        let answer = work(&serde_json::from_str(&task).unwrap(), clock, &mut |_| ());
        let wire = serde_json::to_string(&answer).unwrap();
        assert_eq!(serde_json::from_str::<Answer>(&wire).unwrap(), answer, "it comes through");
        answer
    }

    fn report(file: &str, seconds: u32, clock: &dyn Fn() -> i64) -> Report {
        match done(file, seconds, clock) {
            Answer::Planned(report) => report,
            Answer::Unreadable { place } => panic!("unreadable at {place}"),
        }
    }

    #[test]
    fn a_published_plan_is_found_again_from_the_file_with_its_checksum() {
        let file = Problem::parse(TINY).unwrap();
        let report = report(&file.export(), 20, &|| 0);
        assert_eq!(report.sha256, file.checksum());
        assert_eq!(compare(BEST_OF_TINY, &report.answer), Verdict::Agrees);
    }

    #[test]
    fn a_plan_that_was_published_too_good_or_not_good_enough_is_told() {
        let answer = report(TINY, 20, &|| 0).answer;
        let with = |n_seated| Worth { n_seated, ..BEST_OF_TINY };
        assert_eq!(compare(with(9), &answer), Verdict::Better);
        assert_eq!(compare(with(11), &answer), Verdict::Differs);
        let none = report(NONE, 20, &|| 0).answer;
        assert_eq!(compare(BEST_OF_TINY, &none), Verdict::Differs);
    }

    #[test]
    fn who_stops_at_the_limit_never_calls_a_plan_the_best() {
        // A clock on which every look at it takes a second.
        let looks = Cell::new(0);
        let clock = || {
            looks.set(looks.get() + 1_000);
            looks.get()
        };
        let report = report(LARGE, 3, &clock);
        let planner::Answer::Bounded { plan, bound, .. } = &report.answer else {
            panic!("{:?}", report.answer)
        };
        assert!(plan.objective.seated <= bound.seated && bound.seated <= report.n_residents);
        let verdict = compare(BEST_OF_LARGE, &report.answer);
        assert!(matches!(verdict, Verdict::NotYet { .. } | Verdict::AsGood { .. }), "{verdict:?}");
    }

    #[test]
    fn a_file_of_something_else_is_not_planned_from() {
        assert!(matches!(done("{}", 20, &|| 0), Answer::Unreadable { .. }));
    }
}
