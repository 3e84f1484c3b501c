//! Real elections: every count equals what independent programs found.
//!
//! With `HUIYIN_COUNT_TIMES` set, a line of milliseconds per count: ours; the reference's; which.
#![allow(clippy::unwrap_used, reason = "a test that falls over says where")]

mod counting_support;

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use counting_support::{Expectations, elections_folder, load_text};
use huiyin_domain::counting::{
    CountingRule, Election, Rules, StopReason, Tally, TieBreak, pb, tally,
};

#[test]
fn every_real_election_counts_as_independent_programs_counted_it() {
    let Some(folder) = elections_folder() else {
        return;
    };
    let mut all = Expectations::read_all(&folder);
    all.sort_by_key(|expected| std::cmp::Reverse(expected.n_votes));
    let next = AtomicUsize::new(0);
    let wrong = Mutex::new(Vec::new());
    let (n_counts, n_left) = (AtomicUsize::new(0), AtomicUsize::new(0));
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(2, usize::from) {
            scope.spawn(|| {
                while let Some(expected) = all.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let (problems, counts, left) = check(expected);
                    wrong.lock().unwrap().extend(problems);
                    n_counts.fetch_add(counts, Ordering::Relaxed);
                    n_left.fetch_add(left, Ordering::Relaxed);
                }
            });
        }
    });
    let (n_counts, n_left) = (n_counts.into_inner(), n_left.into_inner());
    eprintln!("{} elections, {n_counts} counts; {n_left} left to the bench", all.len());
    let wrong = wrong.into_inner().unwrap();
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
    assert!(!all.is_empty(), "the folder of elections is empty");
}

/// A count and how long it took.
#[expect(clippy::disallowed_methods, reason = "the clock measures, and decides nothing")]
fn timed(election: &Election, rules: &Rules) -> (Tally, Duration) {
    let start = Instant::now();
    let tally = tally(election, rules, &mut |_| true).unwrap();
    (tally, start.elapsed())
}

/// What is wrong with one election, how many counts were made, and how many left out.
fn check(expected: &Expectations) -> (Vec<String>, usize, usize) {
    let mut problems = Vec::new();
    let (mut counts, mut left) = (0, 0);
    let election = match pb::read(&load_text(&expected.instance)) {
        Ok(election) => election,
        Err(problem) => return (vec![format!("{}: {problem}", expected.file)], 0, 0),
    };
    let mut complain = |what: String| problems.push(format!("{}: {what}", expected.file));
    if (election.n_voters() as u64, election.projects.len())
        != (expected.n_votes, expected.n_projects)
    {
        complain(format!("{} votes, {} projects", election.n_voters(), election.projects.len()));
    }
    if (election.money_scale, election.points_scale) != expected.scales {
        complain(format!("scales {} {}", election.money_scale, election.points_scale));
    }
    let prints_times = std::env::var_os("HUIYIN_COUNT_TIMES").is_some();
    for count in &expected.counts {
        if counting_support::is_left_to_bench(count) {
            left += 1;
            continue;
        }
        counts += 1;
        let rule = CountingRule::from_key(&count.rule).expect("a rule we know");
        let ties = TieBreak::parse(&count.ties).unwrap();
        let (tally, took) = timed(&election, &Rules::published(rule, ties));
        if prints_times {
            let (ours, reference) = (took.as_millis(), count.reference_ms);
            println!("{ours};{reference};{}:{};{}", count.ties, count.rule, expected.file);
        }
        if tally.winners != count.winners {
            complain(format!("{}:{} winners {:?}", count.ties, count.rule, tally.winners));
        }
        if tally.total_cost != count.total_cost {
            complain(format!("{}:{} total {}", count.ties, count.rule, tally.total_cost));
        }
        let Some((increments, stop)) = &count.raised else {
            continue;
        };
        let shares = tally.shares.expect("equal shares have shares");
        let stop_is = match shares.stop {
            StopReason::Exhaustive => "exhaustive",
            StopReason::Overspend => "overspend",
            StopReason::All => "all",
            StopReason::NotRaised => "not raised",
        };
        if (shares.increments, stop_is) != (*increments, stop.as_str()) {
            complain(format!("{}:{} {} {stop_is}", count.ties, count.rule, shares.increments));
        }
    }
    (problems, counts, left)
}
