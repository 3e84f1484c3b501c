//! `huiyin plan`, as a person or another program runs it.
#![allow(clippy::unwrap_used, reason = "a test that stops here says where it stopped")]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::{Value, json};

fn question(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../domain/tests/data/councils");
    folder.join(format!("{name}.json"))
}

fn plan(file: &Path, options: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_huiyin"));
    command.arg("plan").arg(file).args(options).output().unwrap()
}

fn text(file: &Path, options: &[&str]) -> String {
    let output = plan(file, options);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(output.stderr.is_empty(), "nothing is said where nobody looks");
    String::from_utf8(output.stdout).unwrap()
}

/// What is said of a file that is not a question.
fn refused(name: &str, contents: &str) -> String {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("cli_plan");
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join(name);
    std::fs::write(&path, contents).unwrap();
    let output = plan(&path, &["--format", "json"]);
    assert_eq!(output.status.code(), Some(2), "{name}");
    assert!(output.stdout.is_empty());
    String::from_utf8(output.stderr).unwrap()
}

#[test]
fn the_json_has_exactly_these_fields_in_this_order() {
    let told = text(&question("t03-k1"), &["--format", "json"]);
    let start = "{\"status\":\"optimal\",\"objective\":{\"T\":40,\"C\":29,\"Y\":13},\"slots\":[";
    assert!(told.starts_with(start), "{told}");
    let told: Value = serde_json::from_str(&told).unwrap();
    let fields: Vec<&String> = told.as_object().unwrap().keys().collect();
    let mut expected = ["status", "objective", "slots", "slot_ids", "seconds"];
    expected.sort_unstable();
    assert_eq!(fields, expected);
    let at = told["slots"][0].as_u64().unwrap();
    assert_eq!(told["slot_ids"], json!([format!("s{at:02}")]));
    assert!(told["seconds"].is_f64());
}

#[test]
fn a_question_without_a_plan_is_answered_too() {
    let file = question("t05-infeasible-facilitators");
    let told: Value = serde_json::from_str(&text(&file, &["--format", "json"])).unwrap();
    assert_eq!(told["status"], "infeasible");
    assert_eq!(told["objective"], Value::Null);
    assert_eq!((&told["slots"], &told["slot_ids"]), (&json!([]), &json!([])));
    let said = text(&file, &[]);
    assert!(said.contains("No 3 slots keep all rules; that is proven."), "{said}");
    assert!(said.contains("By who can lead, at most"), "{said}");
    assert!(said.contains("It would help if one more person"), "{said}");
}

/// Six sessions of a question of which only five can be, though each rule could be kept by itself.
fn dense() -> PathBuf {
    let slot = |day: u32| {
        let kind = if [8..=12, 28..=32].iter().any(|days| days.contains(&day)) { "b" } else { "a" };
        let date = format!("2026-{}-{:02}", 11 + day / 30, 1 + day % 30);
        json!({
            "id": day.to_string(), "date": date, "start": "19:30", "end": "21:00", "kind": kind,
            "seats": 30, "online": 0, "facilitators": ["office"],
        })
    };
    let question = json!({
        "format": "council-sched/1", "name": "dense", "k": 6, "quorum": 0, "min_gap_days": 5,
        "min_group": 1, "max_per_kind": { "a": 3 }, "conflicts": [],
        "groups": [{ "id": "all", "name": "all" }],
        "facilitators": [{ "id": "office", "max_sessions": 6 }],
        "slots": (1..=40).map(slot).collect::<Vec<_>>(),
        "residents": [{ "group": 0, "mode": "any", "avail": "2".repeat(40) }],
    });
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("cli_plan_dense.json");
    std::fs::write(&path, question.to_string()).unwrap();
    path
}

#[test]
fn what_was_not_found_in_time_is_not_called_impossible() {
    let file = dense();
    let proven = text(&file, &[]);
    assert!(proven.contains("No 6 slots keep all rules; that is proven."), "{proven}");
    assert!(proven.contains("Each rule could be kept by itself; all together cannot."), "{proven}");
    assert!(proven.contains("It would help to leave 4 days between sessions."), "{proven}");
    assert!(!proven.contains("There was no time"), "{proven}");
    let stopped = text(&file, &["--seconds", "0"]);
    assert!(stopped.contains("No plan was found in this time; there may be one."), "{stopped}");
    assert!(!stopped.contains("proven"), "{stopped}");
    let stopped = text(&file, &["--seconds", "0", "--format", "json"]);
    let told: Value = serde_json::from_str(&stopped).unwrap();
    assert_eq!((&told["status"], &told["objective"]), (&json!("none_found"), &Value::Null));
}

#[test]
fn the_text_is_for_people() {
    let said = text(&question("t08-makeup-days"), &[]);
    assert!(said.contains("is proven"), "{said}");
    assert!(said.contains("At least 70 % of every counted group can sit; 59 residents"), "{said}");
    assert!(said.contains("the only chance of"), "{said}");
    assert!(said.contains("Checksum of the question: "), "{said}");
}

#[test]
fn a_malformed_file_is_told_with_its_place() {
    let good = std::fs::read_to_string(question("t01-tiny")).unwrap();
    let other = refused("format.json", &good.replace("council-sched/1", "council-sched/9"));
    assert!(other.contains("line 1, column") && other.contains("council-sched/1"), "{other}");
    let marks = refused("marks.json", &good.replacen("100212", "10021", 1));
    assert!(marks.contains("residents[0].avail: expected 6 marks"), "{marks}");
    let day = refused("day.json", &good.replacen("2026-12-02", "2026-13-02", 1));
    assert!(day.contains("line 1, column") && day.contains("2026-13-02"), "{day}");
    let none = refused("none.json", "");
    assert!(none.contains("line 1, column 0"), "{none}");
}
