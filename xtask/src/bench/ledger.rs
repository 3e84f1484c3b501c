//! The ledger over a hundred thousand submissions, as ratios to a plain query over as many rows.

use std::fs;

use serde_json::Value;

use super::table;
use crate::failure::{Failure, cannot};
use crate::places::Places;
use crate::process;

/// Its questions, as the example names them, and what they ask.
const QUESTIONS: [(&str, &str); 5] = [
    ("all", "the whole ledger, with its figures and groups"),
    ("overdue", "what is overdue"),
    ("theme", "one theme"),
    ("nothing", "a place nothing came from"),
    ("csv", "all of it as a table"),
];

/// Fills a database and asks it.
pub(crate) fn measure(places: &Places) -> Result<(), Failure> {
    println!("ledger … building the example of the server");
    let mut cargo = process::command("cargo", &[]);
    cargo
        .args(["build", "--release", "-p", "huiyin-backend", "--example", "bench_ledger"])
        .current_dir(&places.root);
    process::run_aloud(&mut cargo)?;
    println!("ledger … a hundred thousand submissions");
    let folder = places.target.join("bench-ledger");
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(cannot("remove", &folder))?;
    }
    fs::create_dir_all(&folder).map_err(cannot("make", &folder))?;
    let program = places.target.join("release/examples/bench_ledger");
    let file = folder.join("ledger.db").display().to_string();
    let by_hand = format!("{} {file}", program.display());
    let told = process::answer(program, &[&file])
        .and_then(|answer| serde_json::from_str::<Value>(&answer).ok())
        .ok_or_else(|| {
            Failure::new("the ledger could not be measured")
                .advise(format!("see what it says: {by_hand}"))
        })?;
    let plain = vec!["a plain sum over as many rows".to_owned(), ms(&told["plain_ms"]), "1".into()];
    let mut rows = vec![plain];
    for (name, asks) in QUESTIONS {
        let asked = &told[name];
        rows.push(vec![asks.to_owned(), ms(&asked["ms"]), asked["ratio"].to_string()]);
    }
    table::print(
        "The ledger over 100,000 submissions, on SQLite",
        &["question", "ms", "ratio"],
        &rows,
    );
    Ok(())
}

fn ms(value: &Value) -> String {
    value.as_u64().map_or("-".to_owned(), |ms| ms.to_string())
}
