//! Answers one question of the planner and prints how long it took: for `cargo xtask bench`.
//!
//! `bench_planner FILE.json`
#![allow(clippy::disallowed_methods, reason = "the domain has no clock; its stop-watch does")]

use std::error::Error;
use std::ops::ControlFlow;
use std::time::{Duration, Instant};

use huiyin_domain::councils::planner::{Answer, Problem, plan};

/// Short searches are repeated, for the first one pays for cold caches.
const REPEATED_FOR: Duration = Duration::from_secs(1);
const N_RUNS_MAX: u32 = 20;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [file] = &arguments[..] else {
        return Err("expected FILE.json".into());
    };
    let problem = Problem::parse(&std::fs::read_to_string(file)?)?;
    let (answer, fastest, n_looked_at) = answered(&problem);
    let told = serde_json::json!({
        "seconds": fastest.as_secs_f64(),
        "is_optimal": matches!(answer, Answer::Optimal { .. }),
        "is_infeasible": matches!(answer, Answer::Infeasible { .. }),
        "objective": answer.plan().map(|plan| plan.objective),
        "n_looked_at": n_looked_at,
    });
    println!("{told}");
    Ok(())
}

/// The answer, and the time of the fastest of some runs: others share this machine.
fn answered(problem: &Problem) -> (Answer, Duration, u64) {
    let began = Instant::now();
    let mut fastest = Duration::MAX;
    let mut n_runs = 0;
    loop {
        let run_began = Instant::now();
        let mut n_looked_at = 0;
        let answer = plan(problem, &mut |progress| {
            n_looked_at = progress.n_looked_at;
            ControlFlow::Continue(())
        });
        fastest = fastest.min(run_began.elapsed());
        n_runs += 1;
        if n_runs == N_RUNS_MAX || REPEATED_FOR <= began.elapsed() {
            return (answer, fastest, n_looked_at);
        }
    }
}
