//! The planner on questions with proven answers, as ratios to the prototype that proved them.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::table;
use crate::failure::{Failure, cannot};
use crate::places::Places;
use crate::process;

/// The question of the size that residents may expect (DESIGN.md, Budgets): 60 slots, 8 sessions,
/// 3,000 residents.
const LARGEST: &str = "x30-hybrid";
/// Seconds for it.
const LARGEST_SECONDS_MAX: f64 = 2.0;
/// Questions that took the prototype less are over too soon to be compared.
const LEAST_SECONDS: f64 = 0.001;

/// Prints the table and says how many of our answers were wrong.
pub(crate) fn measure(places: &Places) -> Result<usize, Failure> {
    println!("planner … building the example of the domain");
    let mut cargo = process::command("cargo", &[]);
    cargo
        .args(["build", "--release", "-p", "huiyin-domain", "--example", "bench_planner"])
        .current_dir(&places.root);
    process::run_aloud(&mut cargo)?;
    let mut rows = Vec::new();
    let mut n_wrong = 0;
    let mut verdict = against(None);
    for file in questions(&places.root.join("domain/tests/data/councils"))? {
        let expected = answer_of(&file)?;
        let told = asked(places, &file)?;
        let is_right = is_right(&told, &expected);
        n_wrong += usize::from(!is_right);
        rows.push(row(&told, &expected, is_right));
        if expected["name"] == LARGEST {
            verdict = against(told["seconds"].as_f64());
        }
    }
    table::print(
        "Planner, natively (reference: the prototype that proved the answers)",
        &["question", "ours s", "reference s", "ours/reference", "plans looked at", "result"],
        &rows,
    );
    println!("{verdict}");
    Ok(n_wrong)
}

fn against(seconds: Option<f64>) -> String {
    let budget = format!("the budget of {LARGEST_SECONDS_MAX} s");
    match seconds {
        None => format!("{LARGEST}: NOT MEASURED ({budget})"),
        Some(it) if it <= LARGEST_SECONDS_MAX => format!("{LARGEST}: {it:.2} s (within {budget})"),
        Some(it) => format!("{LARGEST}: {it:.2} s (OVER {budget})"),
    }
}

fn questions(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let mut files = crate::stamp::files_under(folder)?;
    files.retain(|file| !file.to_string_lossy().ends_with(".opt.json"));
    files.sort();
    Ok(files)
}

fn answer_of(file: &Path) -> Result<Value, Failure> {
    let answer = file.with_extension("opt.json");
    let text = fs::read_to_string(&answer).map_err(cannot("read", &answer))?;
    serde_json::from_str(&text)
        .map_err(|error| Failure::new(format!("{}: {error}", answer.display())))
}

fn asked(places: &Places, file: &Path) -> Result<Value, Failure> {
    let program = places.target.join("release/examples/bench_planner");
    let file = file.display().to_string();
    let by_hand = format!("{} {file}", program.display());
    process::answer(program, &[&file])
        .and_then(|answer| serde_json::from_str::<Value>(&answer).ok())
        .ok_or_else(|| {
            Failure::new(format!("{file} cannot be planned"))
                .advise(format!("see what it says: {by_hand}"))
        })
}

/// The same numbers, and proven; or the same proof that there is no plan.
fn is_right(told: &Value, expected: &Value) -> bool {
    let is_proven = match expected["status"].as_str() {
        Some("infeasible") => &told["is_infeasible"],
        Some(_) | None => &told["is_optimal"],
    };
    is_proven.as_bool() == Some(true) && told["objective"] == expected["objective"]
}

fn row(told: &Value, expected: &Value, is_right: bool) -> Vec<String> {
    let seconds = told["seconds"].as_f64().unwrap_or(f64::NAN);
    let reference = expected["seconds"]["rust_native_simple"].as_f64().unwrap_or(f64::NAN);
    let ratio = match LEAST_SECONDS <= reference {
        true => format!("{:.2}", seconds / reference),
        false => "-".to_owned(),
    };
    vec![
        expected["name"].as_str().unwrap_or("-").to_owned(),
        format!("{seconds:.4}"),
        format!("{reference:.3}"),
        ratio,
        told["n_looked_at"].to_string(),
        if is_right { "equal".to_owned() } else { "DIFFERS".to_owned() },
    ]
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn an_answer_is_right_when_it_is_as_good_and_proven() {
        let objective = json!({ "T": 80, "C": 10, "Y": 4 });
        let expected = json!({ "status": "optimal", "objective": objective });
        let told = |is_optimal: bool| json!({ "is_optimal": is_optimal, "objective": objective });
        assert!(is_right(&told(true), &expected));
        assert!(!is_right(&told(false), &expected));
        let none = json!({ "status": "infeasible", "objective": null });
        assert!(is_right(&json!({ "is_infeasible": true, "objective": null }), &none));
        assert!(!is_right(&told(true), &none));
    }

    #[test]
    fn the_largest_question_is_judged_in_words() {
        assert!(against(Some(2.0)).contains("within"));
        assert!(against(Some(2.01)).contains("OVER"));
        assert!(against(None).contains("NOT MEASURED"));
    }
}
