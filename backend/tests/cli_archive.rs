//! `huiyin export --archive` as a person runs it: a folder that needs no server any more.
#![allow(clippy::unwrap_used, reason = "a test that stops here says where it stopped")]

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use huiyin_domain::contests::wire::{ContestList, ContestPage, HomePage, Offer, ResultPage};
use huiyin_domain::hash::sha256_hex;
use huiyin_domain::proposals::wire::{ProposalList, ProposalPage};
use serde::de::DeserializeOwned;
use serde_json::Value;

/// The page of a client, as small as it can be.
const PAGE: &str = "<!doctype html><html><base href=/><script src=/app-0f.js></script></html>";

/// A data folder of this test's own with a demo in it, new each time.
fn demo(name: &str) -> PathBuf {
    let data = Path::new(env!("CARGO_TARGET_TMPDIR")).join("cli_archive").join(name);
    let _ = std::fs::remove_dir_all(&data);
    std::fs::create_dir_all(data.join("client")).unwrap();
    for (file, text) in [
        ("index.html", PAGE),
        ("index.html.br", "packed"),
        ("app-0f.js", "//"),
        ("config.json", r#"{"api":"api/v1","community":"other"}"#),
    ] {
        std::fs::write(data.join("client").join(file), text).unwrap();
    }
    let mut command = Command::new(env!("CARGO_BIN_EXE_huiyin"));
    command.args(["serve", "--demo", "--listen", "127.0.0.1:0", "--data"]).arg(&data);
    let mut server = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let mut lines = BufReader::new(server.stdout.take().unwrap()).lines();
    assert!(lines.any(|line| line.unwrap().contains("这是演示")), "the demo is ready");
    server.kill().unwrap();
    server.wait().unwrap();
    data
}

fn export(data: &Path, contest: &str, out: &Path) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_huiyin"));
    command.args(["export", "--archive", "--community", "wutong", "--contest", contest]);
    command.arg("--client").arg(data.join("client")).arg("--out").arg(out);
    command.arg("--data").arg(data).output().unwrap()
}

fn said(output: &Output) -> String {
    let both = [output.stdout.as_slice(), output.stderr.as_slice()].concat();
    String::from_utf8(both).unwrap()
}

fn read<T: DeserializeOwned>(out: &Path, file: &str) -> T {
    let text = std::fs::read(out.join(file)).unwrap_or_else(|error| panic!("{file}: {error}"));
    serde_json::from_slice(&text).unwrap_or_else(|error| panic!("{file}: {error}"))
}

#[test]
fn a_finished_contest_becomes_a_folder_that_needs_no_server() {
    let data = demo("finished");
    let out = data.join("archive");
    let exported = export(&data, "1", &out);
    assert!(exported.status.success(), "{}", said(&exported));

    let config: Value = read(&out, "config.json");
    assert_eq!(config["api"], "answers");
    assert_eq!(config["community"], "wutong");
    assert_eq!(config["archive"]["contest"], 1);
    let home: HomePage = read(&out, "answers/home.json");
    let list: ContestList = read(&out, "answers/contests.json");
    assert_eq!((home.contests.len(), list.items.len(), home.me), (1, 1, None));
    let page: ContestPage = read(&out, "answers/contests/1.json");
    assert_eq!((page.offers, page.ends), (vec![Offer::SeeResult], None));

    let result: ResultPage = read(&out, "answers/contests/1/result.json");
    let ballots = std::fs::read(out.join("answers/contests/1/ballots.pb")).unwrap();
    assert_eq!(sha256_hex(&ballots), result.ballots_sha256);

    let first = "answers/contests/1/proposals,limit=20,sort=number.json";
    let part: ProposalList = read(&out, first);
    assert_eq!((part.items.len(), part.total), (20, 24));
    // What is asked stands in order in the name, and a point is written out.
    let after = part.next.unwrap().replace('.', "_2e");
    let second = first.replace("limit=20", &format!("after={after},limit=20"));
    let rest: ProposalList = read(&out, &second);
    assert_eq!((rest.items.len(), rest.next), (4, None));
    for card in part.items.iter().chain(&rest.items) {
        let page: ProposalPage = read(&out, &format!("answers/proposals/{}.json", card.id));
        assert_eq!(page.offers, []);
        let opened = out.join(format!("proposals/{}/index.html", card.id));
        let opened = std::fs::read_to_string(opened).unwrap();
        assert!(opened.contains("<base href=\"../../\">") && opened.contains("src=./app-0f.js"));
    }
    assert!(!out.join("index.html.br").exists(), "the page was changed, and its twin is another");
    every_file_is_vouched_for(&out);
}

fn every_file_is_vouched_for(out: &Path) {
    let list: Value = read(out, "archive.json");
    assert_eq!(list["format"], "huiyin-archive/1");
    let files = list["files"].as_array().unwrap();
    assert!(files.len() > 100, "{} files", files.len());
    for file in files {
        let bytes = std::fs::read(out.join(file["path"].as_str().unwrap())).unwrap();
        assert_eq!(file["sha256"], sha256_hex(&bytes), "{file}");
        assert_eq!(file["bytes"], bytes.len(), "{file}");
    }
}

#[test]
fn what_cannot_be_archived_is_said_with_what_to_do_next() {
    let data = demo("refused");
    let out = data.join("archive");
    // The demo's second contest votes.
    for (contest, words) in [("2", "is not finished"), ("77", "There is no contest 77")] {
        let refused = export(&data, contest, &out);
        assert_eq!(refused.status.code(), Some(1));
        assert!(said(&refused).contains(words), "{}", said(&refused));
        assert!(!out.exists(), "nothing is begun that cannot be done");
    }
    std::fs::create_dir(&out).unwrap();
    std::fs::write(out.join("mine.txt"), "mine").unwrap();
    let refused = export(&data, "1", &out);
    assert!(said(&refused).contains("is not empty"), "{}", said(&refused));
    assert_eq!(std::fs::read_dir(&out).unwrap().count(), 1);
    std::fs::remove_file(data.join("client/index.html")).unwrap();
    let refused = export(&data, "1", &data.join("other"));
    assert!(said(&refused).contains("has no app in it"), "{}", said(&refused));
}
