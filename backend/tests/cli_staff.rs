//! `huiyin community` and `huiyin staff` as a person runs them on an empty folder.
#![allow(clippy::unwrap_used, reason = "a test that stops here says where it stopped")]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A data folder of this test's own, new each time.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("cli_staff").join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

fn huiyin(data: &Path, words: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_huiyin"));
    command.args(words).arg("--data").arg(data).output().unwrap()
}

fn said(output: &Output) -> String {
    let both = [output.stdout.as_slice(), output.stderr.as_slice()].concat();
    String::from_utf8(both).unwrap()
}

/// The password stands alone in its line.
fn password(said: &str) -> Option<&str> {
    let groups_of_four = |word: &&str| word.split('-').filter(|it| it.len() == 4).count() == 4;
    said.lines().map(str::trim).find(groups_of_four)
}

const ADMINISTRATOR: [&str; 7] =
    ["staff", "add", "admin", "--community", "huayuan", "--role", "administrator"];

#[test]
fn an_empty_folder_becomes_a_community_with_an_administrator() {
    let data = folder("empty");
    let none = huiyin(&data, &["community", "list"]);
    assert_eq!(none.status.code(), Some(1), "{}", said(&none));
    let made = huiyin(&data, &["community", "add", "huayuan", "花园社区"]);
    assert!(made.status.success(), "{}", said(&made));
    let again = huiyin(&data, &["community", "add", "huayuan", "花园社区"]);
    assert_eq!(again.status.code(), Some(1), "{}", said(&again));
    let listed = huiyin(&data, &["community", "list"]);
    assert!(said(&listed).contains("huayuan  花园社区"), "{}", said(&listed));
    let added = huiyin(&data, &ADMINISTRATOR);
    assert!(added.status.success(), "{}", said(&added));
    let first = said(&added);
    let first = password(&first).expect("a password is printed");
    let reset = huiyin(&data, &["staff", "reset", "admin", "--community", "huayuan"]);
    assert!(reset.status.success(), "{}", said(&reset));
    let second = said(&reset);
    assert_ne!(password(&second), Some(first));
    let twice = huiyin(&data, &ADMINISTRATOR);
    assert_eq!(twice.status.code(), Some(1), "{}", said(&twice));
    let verified = huiyin(&data, &["verify"]);
    assert!(verified.status.success(), "{}", said(&verified));
}

#[test]
fn what_cannot_be_done_is_said_and_nothing_is_done() {
    let data = folder("wrong");
    let cases: [(&[&str], i32); 4] = [
        (&["community", "add", "花园", "花园社区"], 2),
        (&["community", "add", "huayuan", "  "], 2),
        (&ADMINISTRATOR, 1),
        (&["staff", "reset", "admin", "--community", "huayuan"], 1),
    ];
    for (words, code) in cases {
        let output = huiyin(&data, words);
        assert_eq!(output.status.code(), Some(code), "{words:?}: {}", said(&output));
    }
    assert!(huiyin(&data, &["community", "add", "huayuan", "花园社区"]).status.success());
    let cases: [&[&str]; 3] = [
        &["staff", "add", "li", "--community", "huayuan", "--role", "reviewer"],
        &[
            "staff",
            "add",
            "li",
            "--community",
            "huayuan",
            "--role",
            "organiser",
            "--department",
            "1",
        ],
        &["staff", "add", "", "--community", "huayuan", "--role", "organiser"],
    ];
    for words in cases {
        let output = huiyin(&data, words);
        assert_eq!(output.status.code(), Some(2), "{words:?}: {}", said(&output));
    }
    let nowhere =
        ["staff", "add", "li", "--community", "huayuan", "--role", "reviewer", "--department", "9"];
    assert_eq!(huiyin(&data, &nowhere).status.code(), Some(1));
}
