//! Native counting of the largest real elections, beside the two programs that judged them.

use std::fs;
use std::path::Path;

use serde_json::Value;

use super::table;
use crate::failure::{Failure, cannot};
use crate::places::Places;
use crate::process;

/// The rules measured, with how many of the slowest elections for each.
///
/// No greedy rule: the reference's microseconds for it leave the adding of points out.
const RULES: [(&str, usize); 3] =
    [("lex:mes_cost", 8), ("lex:mes_card", 4), ("mincost:mes_cost", 2)];
/// These recount hundreds or thousands of times with growing endowments.
const LONG_RULES: [(&str, usize); 4] = [
    ("lex:mes_cost_add1", 5),
    ("lex:mes_card_add1", 5),
    ("mincost:mes_card_add1", 2),
    ("lex:mes_cost_pct", 3),
];

/// At least so many times as fast as the Python package (DESIGN.md, Budgets).
const TO_PYTHON_MIN: f64 = 100.0;

/// One count that somebody else has done, and how long it took them.
#[derive(Clone, Debug, PartialEq)]
struct Reference {
    file: String,
    rule: String,
    winners: Vec<String>,
    total_cost: String,
    exact_seconds: f64,
    python_seconds: Option<f64>,
}

/// Prints the table and says how many of our counts were wrong.
pub(crate) fn measure(places: &Places, quick: bool) -> Result<usize, Failure> {
    let Some(elections) = places.elections() else {
        println!("counting … NOT MEASURED: the real elections are missing (HUIYIN_FIXTURES)");
        return Ok(0);
    };
    build(places)?;
    let all = references(&elections.join("expected"))?;
    let long = if quick { &[][..] } else { &LONG_RULES[..] };
    let mut rows = Vec::new();
    let (mut n_wrong, mut n_slower, mut n_near_python) = (0, 0, 0);
    for (rule, n_slowest) in RULES.iter().chain(long) {
        for reference in slowest(&all, rule, *n_slowest) {
            let file = elections.join("instances").join(&reference.file);
            let (seconds, is_right) = count(places, &file, reference)?;
            n_wrong += usize::from(!is_right);
            n_slower += usize::from(reference.exact_seconds < seconds);
            let is_near = |python: f64| python < TO_PYTHON_MIN * seconds;
            n_near_python += usize::from(reference.python_seconds.is_some_and(is_near));
            println!("  {} {}: {seconds:.4} s", reference.file, reference.rule);
            rows.push(row(reference, seconds, is_right));
        }
    }
    table::print(
        "Counting, natively (C++: the exact reference; Python: pabutools)",
        &["election", "rule", "ours s", "C++ s", "ours/C++", "Python s", "Python/ours", "result"],
        &rows,
    );
    let n = rows.len();
    println!("slower than C++: {n_slower} of {n} (the budget is none)");
    println!("less than {TO_PYTHON_MIN} times Python: {n_near_python} of {n} (the budget is none)");
    Ok(n_wrong)
}

fn build(places: &Places) -> Result<(), Failure> {
    println!("counting … building the example of the domain");
    let mut cargo = process::command("cargo", &[]);
    cargo
        .args(["build", "--release", "-p", "huiyin-domain", "--example", "bench_counting"])
        .current_dir(&places.root);
    process::run_aloud(&mut cargo)
}

/// Seconds of the fastest run, and whether the outcome is the expected one.
fn count(places: &Places, file: &Path, expected: &Reference) -> Result<(f64, bool), Failure> {
    let program = places.target.join("release/examples/bench_counting");
    let file = file.display().to_string();
    let by_hand = format!("{} {file} {}", program.display(), expected.rule);
    let counted = process::answer(program, &[&file, &expected.rule])
        .and_then(|answer| serde_json::from_str::<Value>(&answer).ok())
        .ok_or_else(|| {
            Failure::new(format!("{file} cannot be counted by {}", expected.rule))
                .advise(format!("see what it says: {by_hand}"))
        })?;
    let seconds = counted["seconds"].as_f64().unwrap_or(f64::NAN);
    let is_right = words(&counted["winners"]) == expected.winners
        && counted["total_cost"].as_str() == Some(&expected.total_cost);
    Ok((seconds, is_right))
}

fn row(reference: &Reference, seconds: f64, is_right: bool) -> Vec<String> {
    let stem = reference.file.trim_end_matches(".gz").trim_end_matches(".pb");
    let python = reference.python_seconds;
    vec![
        stem.chars().take(40).collect(),
        reference.rule.clone(),
        format!("{seconds:.4}"),
        format!("{:.4}", reference.exact_seconds),
        format!("{:.3}", seconds / reference.exact_seconds),
        python.map_or("-".to_owned(), |python| format!("{python:.1}")),
        python.map_or("-".to_owned(), |python| format!("{:.0}", python / seconds)),
        if is_right { "equal".to_owned() } else { "DIFFERS".to_owned() },
    ]
}

/// The elections whose count by this rule took the exact reference longest.
fn slowest<'a>(all: &'a [Reference], rule: &str, n_slowest: usize) -> Vec<&'a Reference> {
    let mut of_rule: Vec<&Reference> = all.iter().filter(|one| one.rule == rule).collect();
    of_rule.sort_by(|a, b| b.exact_seconds.total_cmp(&a.exact_seconds));
    of_rule.truncate(n_slowest);
    of_rule
}

fn references(folder: &Path) -> Result<Vec<Reference>, Failure> {
    let mut references = Vec::new();
    for file in crate::stamp::files_under(folder)? {
        let text = fs::read_to_string(&file).map_err(cannot("read", &file))?;
        let election: Value = serde_json::from_str(&text)
            .map_err(|error| Failure::new(format!("{}: {error}", file.display())))?;
        references.extend(of_election(&election));
    }
    Ok(references)
}

fn of_election(election: &Value) -> Vec<Reference> {
    let Some(rules) = election["rules"].as_object() else {
        return Vec::new();
    };
    rules
        .iter()
        .filter_map(|(rule, count)| {
            Some(Reference {
                file: election["stored_as"].as_str()?.to_owned(),
                rule: rule.clone(),
                winners: words(&count["winners"]),
                total_cost: count["total_cost"].as_str()?.to_owned(),
                exact_seconds: count["refmes_s"].as_f64()?,
                // The Python program's time is missing where it did not finish.
                python_seconds: count["pabutools_cpu_s"].as_f64().filter(|&s| 0.0 < s),
            })
        })
        .collect()
}

fn words(list: &Value) -> Vec<String> {
    let items = list.as_array().map(Vec::as_slice).unwrap_or_default();
    items.iter().filter_map(Value::as_str).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_slowest_elections_of_a_rule_come_first() {
        let election = |file: &str, seconds: f64| {
            json!({ "stored_as": file, "rules": {
                "lex:mes_cost": { "winners": ["7"], "total_cost": "10", "refmes_s": seconds,
                    "pabutools_cpu_s": 0.0 },
                "lex:mes_card": { "winners": [], "total_cost": "0", "refmes_s": 9.0 },
            }})
        };
        let all: Vec<Reference> = [("a.pb", 1.0), ("b.pb", 3.0), ("c.pb", 2.0)]
            .iter()
            .flat_map(|(file, seconds)| of_election(&election(file, *seconds)))
            .collect();
        let chosen = slowest(&all, "lex:mes_cost", 2);
        assert_eq!(chosen.iter().map(|one| &*one.file).collect::<Vec<_>>(), ["b.pb", "c.pb"]);
        assert_eq!(chosen[0].winners, ["7"]);
        assert_eq!(chosen[0].python_seconds, None);
    }
}
