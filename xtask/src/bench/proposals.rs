//! A contest with ten thousand proposals, as ratios to a plain query over as many rows.

use std::fs;
use std::path::PathBuf;

use serde_json::Value;

use super::table;
use crate::failure::{Failure, cannot};
use crate::places::Places;
use crate::process;

/// What is asked, as the example names it, and what that is.
const QUESTIONS: [(&str, &str); 9] = [
    ("bare", "twenty rows as cards, and nothing else"),
    ("newest", "the list's first part, the newest first"),
    ("co_signs", "the list's first part, most names first"),
    ("middle", "the list's part in the middle"),
    ("qualified", "the list of one stage"),
    ("nothing", "the list of a stage nothing is at"),
    ("count", "how many there are, and at which stages"),
    ("titles", "titles for a phone (none: too many)"),
    ("near", "titles near to what is written"),
];
/// A list of twenty beside the bare rows (DESIGN.md, Budgets).
const TO_BARE_MAX: f64 = 1.3;

/// The example that fills contests; scripts in the browser use it, too.
pub(crate) fn program(places: &Places) -> PathBuf {
    places.target.join("release/examples/bench_proposals")
}

/// Fills a database and asks it.
pub(crate) fn measure(places: &Places) -> Result<(), Failure> {
    println!("proposals … building the example of the server");
    let mut cargo = process::command("cargo", &[]);
    cargo
        .args(["build", "--release", "-p", "huiyin-backend", "--example", "bench_proposals"])
        .current_dir(&places.root);
    process::run_aloud(&mut cargo)?;
    println!("proposals … ten thousand of them");
    let folder = places.target.join("bench-proposals");
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(cannot("remove", &folder))?;
    }
    fs::create_dir_all(&folder).map_err(cannot("make", &folder))?;
    let file = folder.join("proposals.db").display().to_string();
    let by_hand = format!("{} {file}", program(places).display());
    let told = process::answer(program(places), &[&file])
        .and_then(|answer| serde_json::from_str::<Value>(&answer).ok())
        .ok_or_else(|| {
            Failure::new("ten thousand proposals could not be measured")
                .advise(format!("see what it says: {by_hand}"))
        })?;
    table::print(
        "One contest with 10,000 proposals, on SQLite",
        &["question", "ms", "ratio", "bytes"],
        &rows(&told),
    );
    println!("{}", against_bare(&told));
    Ok(())
}

fn rows(told: &Value) -> Vec<Vec<String>> {
    let plain = &told["plain_us"];
    let mut rows =
        vec![vec!["a plain sum over as many rows".into(), ms(plain), "1".into(), "-".into()]];
    for (name, asks) in QUESTIONS {
        let asked = &told[name];
        rows.push(vec![
            asks.to_owned(),
            ms(&asked["us"]),
            asked["ratio"].to_string(),
            asked["bytes"].to_string(),
        ]);
    }
    rows
}

fn ms(value: &Value) -> String {
    value.as_f64().map_or("-".to_owned(), |us| format!("{:.3}", us / 1_000.0))
}

fn against_bare(told: &Value) -> String {
    let us = |name: &str| told[name]["us"].as_f64().unwrap_or(f64::NAN);
    let ratio = us("newest") / us("bare");
    let verdict = if ratio <= TO_BARE_MAX { "within" } else { "OVER" };
    format!("the list's first part takes {ratio:.2} times the bare rows ({verdict} {TO_BARE_MAX})")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_list_is_judged_beside_its_bare_rows() {
        let told = |us: u32| json!({ "bare": { "us": 100 }, "newest": { "us": us } });
        assert!(against_bare(&told(130)).contains("1.30 times the bare rows (within 1.3)"));
        assert!(against_bare(&told(131)).contains("OVER"));
        assert!(against_bare(&json!({})).contains("OVER"), "what was not measured is not within");
    }

    #[test]
    fn microseconds_are_shown_as_milliseconds() {
        let told = json!({ "plain_us": 1_250, "near": { "us": 40, "ratio": 0.03, "bytes": 12 } });
        let rows = rows(&told);
        assert_eq!(rows[0][1], "1.250");
        assert_eq!(rows[9][1..], ["0.040", "0.03", "12"]);
    }
}
