//! `huiyin tally`, as a person or another program runs it.
#![allow(clippy::unwrap_used, reason = "a test that stops here says where it stopped")]

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::Value;

const PARK: &str = "META\nkey;value\ndescription;A park\nbudget;100.5\ncurrency;EUR\n\
    vote_type;approval\nPROJECTS\nproject_id;cost;name\n7;60;Trees\n8;50.5;Bench\n9;50;Swing\n\
    VOTES\nvoter_id;vote\n1;7,8\n2;8\n3;8,9\n4;9\n5;\n";

/// A folder of this test's own.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

fn written(name: &str, bytes: &[u8]) -> PathBuf {
    let path = folder("cli_tally").join(name);
    std::fs::write(&path, bytes).unwrap();
    path
}

fn tally(file: &Path, options: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_huiyin"));
    command.arg("tally").arg(file).args(options).output().unwrap()
}

fn json(file: &Path, options: &[&str]) -> Value {
    let output = tally(file, &[options, &["--format", "json"]].concat());
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(output.stderr.is_empty(), "nothing is said where nobody looks");
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn the_json_has_these_fields_and_exact_decimals() {
    let file = written("park.pb", PARK.as_bytes());
    let told = json(&file, &[]);
    let text = String::from_utf8(tally(&file, &["--format", "json"]).stdout).unwrap();
    let keys = [
        "file",
        "rule",
        "utility",
        "completion",
        "budget",
        "winners",
        "total_cost",
        "ties",
        "steps",
    ];
    assert_eq!(told.as_object().unwrap().len(), keys.len());
    let places: Vec<_> =
        keys.iter().map(|key| text.find(&format!("\"{key}\":")).unwrap()).collect();
    assert!(places.is_sorted(), "the fields come in the order in which they are described");
    assert_eq!(told["file"], "park.pb");
    assert_eq!((&told["rule"], &told["utility"]), (&"greedy".into(), &"cost".into()));
    assert_eq!(told["completion"], "none");
    assert_eq!(told["budget"], "100.5");
    assert_eq!(told["winners"], serde_json::json!(["8", "9"]));
    assert_eq!(told["total_cost"], "100.5");
    assert_eq!(told["steps"][0]["kind"], "elected");
    assert_eq!(told["steps"][0]["cost"], "50.5");
    assert_eq!(told["steps"][0]["left_after"], "50");
}

#[test]
fn the_options_choose_the_rule() {
    let file = written("rules.pb", PARK.as_bytes());
    let shares = json(&file, &["--rule", "equal-shares", "--completion", "add1-greedy"]);
    assert_eq!(shares["rule"], "equal-shares");
    assert_eq!(shares["completion"], "add1-greedy");
    let alone = json(&file, &["--rule", "equal-shares", "--utility", "cardinality"]);
    assert_eq!(alone["completion"], "none");
    assert_eq!(alone["winners"], serde_json::json!(["8"]));
    for completion in ["none", "greedy", "add1", "percent", "percent-greedy"] {
        let options = ["--rule", "equal-shares", "--completion", completion, "--ties", "mincost"];
        assert_eq!(json(&file, &options)["completion"], completion);
    }
}

#[test]
fn ties_are_told_with_what_decided_them() {
    let text = PARK.replace("50.5", "50");
    let file = written("ties.pb", text.replace("3;8,9\n4;9\n", "3;9\n4;9\n").as_bytes());
    let told = json(&file, &["--ties", "lex"]);
    assert_eq!(told["ties"][0]["candidates"], serde_json::json!(["8", "9"]));
    assert_eq!(told["ties"][0]["chosen"], "8");
}

#[test]
fn the_text_is_for_people() {
    let output = tally(&written("text.pb", PARK.as_bytes()), &[]);
    let text = String::from_utf8(output.stdout).unwrap();
    for words in ["A park", "Funded: 2 of 3 projects", "EUR 100.5", "\"Bench\"", "skipped"] {
        assert!(text.contains(words), "no “{words}” in:\n{text}");
    }
}

#[test]
fn a_gzipped_file_is_read_whatever_its_name() {
    let mut packed = GzEncoder::new(Vec::new(), Compression::default());
    packed.write_all(PARK.as_bytes()).unwrap();
    let packed = packed.finish().unwrap();
    for name in ["park.pb.gz", "packed.pb"] {
        assert_eq!(json(&written(name, &packed), &[])["winners"], serde_json::json!(["8", "9"]));
    }
    let broken = tally(&written("broken.pb.gz", &packed[..packed.len() / 2]), &[]);
    assert_eq!((broken.status.code(), broken.stdout.len()), (Some(2), 0));
}

#[test]
fn a_malformed_file_is_told_with_its_line_and_nothing_else() {
    let cases: [(&str, &[u8], &str); 5] = [
        ("cost.pb", PARK.replace("9;50;", "9;fifty;").as_bytes(), "line 11: expected an amount"),
        ("type.pb", PARK.replace("approval", "show of hands").as_bytes(), "line 6: expected"),
        ("twice.pb", PARK.replace("9;50;", "8;50;").as_bytes(), "line 11: expected"),
        ("short.pb", b"META\nkey;value\nbudget;1\n", "expected"),
        ("bytes.pb", b"META\nkey;value\ndescription;\xff\xfe\n", "line 3: expected UTF-8 text"),
    ]
    .map(|(name, bytes, words)| (name, &*bytes.to_vec().leak(), words));
    for (name, bytes, words) in cases {
        for format in ["text", "json"] {
            let file = written(name, bytes);
            let output = tally(&file, &["--format", format]);
            let told = String::from_utf8(output.stderr).unwrap();
            assert_eq!(output.status.code(), Some(2), "{name}: {told}");
            assert!(output.stdout.is_empty(), "{name}");
            assert!(told.contains(words) && told.contains(name), "{name}: {told}");
            assert_eq!(told.trim_end().lines().count(), 1, "one sentence: {told}");
        }
    }
}

#[test]
fn a_file_that_is_not_there_and_options_that_do_not_go_together_are_told() {
    let missing = tally(Path::new("no-such-file.pb"), &[]);
    assert_eq!(missing.status.code(), Some(1));
    assert!(String::from_utf8(missing.stderr).unwrap().contains("no-such-file.pb"));
    let file = written("options.pb", PARK.as_bytes());
    let both = tally(&file, &["--rule", "greedy", "--completion", "add1"]);
    assert_eq!((both.status.code(), both.stdout.len()), (Some(2), 0));
    assert_eq!(tally(&file, &["--rule", "loudest"]).status.code(), Some(2));
}
