//! Counts one real election by one rule and prints how long it took: for `cargo xtask bench`.
//!
//! `bench_counting FILE.pb[.gz] TIE:RULE`, with the words of the fixtures: `lex:mes_cost_add1`.
#![allow(clippy::disallowed_methods, reason = "the domain has no clock; its stop-watch does")]

use std::error::Error;
use std::io::Read;
use std::time::{Duration, Instant};

use huiyin_domain::counting::{CountingRule, Election, Rules, Tally, TieBreak, decimal, pb, tally};

/// Short counts are repeated, for the first one pays for cold caches.
const REPEATED_FOR: Duration = Duration::from_secs(1);
const N_RUNS_MAX: u32 = 20;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [file, rule] = &arguments[..] else {
        return Err("expected FILE.pb[.gz] TIE:RULE".into());
    };
    let election = pb::read(&read(file)?)?;
    let rules = parse_rules(rule)?;
    let (tally, fastest) = count(&election, &rules)?;
    let answer = serde_json::json!({
        "seconds": fastest.as_secs_f64(),
        "winners": tally.winners,
        "total_cost": decimal(tally.total_cost, election.money_scale),
    });
    println!("{answer}");
    Ok(())
}

fn read(file: &str) -> Result<String, Box<dyn Error>> {
    let bytes = std::fs::read(file)?;
    if !file.ends_with(".gz") {
        return Ok(String::from_utf8(bytes)?);
    }
    let mut text = String::new();
    flate2::read::GzDecoder::new(&bytes[..]).read_to_string(&mut text)?;
    Ok(text)
}

fn parse_rules(words: &str) -> Result<Rules, Box<dyn Error>> {
    let (ties, key) = words.split_once(':').ok_or("expected TIE:RULE")?;
    let rule = CountingRule::from_key(key).ok_or_else(|| format!("there is no rule `{key}`"))?;
    Ok(Rules::published(rule, TieBreak::parse(ties)?))
}

/// The tally, and the time of the fastest of some runs: others share this machine.
fn count(election: &Election, rules: &Rules) -> Result<(Tally, Duration), Box<dyn Error>> {
    let began = Instant::now();
    let mut fastest = Duration::MAX;
    let mut n_runs = 0;
    loop {
        let run_began = Instant::now();
        let counted = tally(election, rules, &mut |_| true)?;
        fastest = fastest.min(run_began.elapsed());
        n_runs += 1;
        if n_runs == N_RUNS_MAX || REPEATED_FOR <= began.elapsed() {
            return Ok((counted, fastest));
        }
    }
}
