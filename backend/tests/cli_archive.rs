//! `huiyin export --archive` as a person runs it: a folder that needs no server any more.
#![allow(clippy::unwrap_used, reason = "a test that stops here says where it stopped")]

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use huiyin_domain::contests::wire::{ContestList, ContestPage, HomePage, Offer, ResultPage};
use huiyin_domain::contests::{Origin, Phase};
use huiyin_domain::delivery::StageKind as ProjectStage;
use huiyin_domain::delivery::wire::{ProjectList, ProjectPage};
use huiyin_domain::hash::sha256_hex;
use huiyin_domain::objections::wire::ObjectionsPage;
use huiyin_domain::proposals::StageKind;
use huiyin_domain::proposals::wire::{ProposalList, ProposalPage};
use serde::de::DeserializeOwned;
use serde_json::Value;

/// The page of a client, as small as it can be.
const PAGE: &str = "<!doctype html><html><base href=/><script src=/app-0f.js></script></html>";

/// A data folder of this test's own with a demo in it, new each time; `more` says which demo.
fn demo(name: &str, more: &[&str]) -> PathBuf {
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
    command.args(["serve", "--demo", "--listen", "127.0.0.1:0", "--data"]).arg(&data).args(more);
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
    let data = demo("finished", &[]);
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

/// The contest of the demo's season that is over, by its number.
fn the_closed_one(data: &Path) -> String {
    for contest in (1..20).map(|n| n.to_string()) {
        let out = data.join(format!("try-{contest}"));
        if !export(data, &contest, &out).status.success() {
            continue;
        }
        let page: ContestPage = read(&out, &format!("answers/contests/{contest}.json"));
        if page.phase == Phase::Closed && page.contest.origin == Origin::Here {
            return contest;
        }
    }
    panic!("the season has a contest that is over");
}

#[test]
fn what_won_and_what_was_objected_to_is_in_the_folder_with_its_pages() {
    let data = demo("season", &["--demo-season"]);
    let contest = the_closed_one(&data);
    let out = data.join(format!("try-{contest}"));
    let opens = |page: &str| out.join(page).join("index.html").is_file();

    let objections: ObjectionsPage =
        read(&out, &format!("answers/contests/{contest}/objections.json"));
    assert!(opens(&format!("contests/{contest}/objections")));
    let [objection] = &objections.items[..] else { panic!("the season has one, answered") };
    assert!(objection.answer.is_some() && !objection.is_mine);
    assert_eq!((objections.ends, objections.objectable), (None, vec![]));

    let list: ProjectList = read(&out, "answers/projects.json");
    assert!(opens("projects") && !list.items.is_empty());
    for card in &list.items {
        let proposal: ProposalPage = read(&out, &format!("answers/proposals/{}.json", card.id));
        assert_eq!(proposal.stage.kind(), StageKind::Delivered);
        let page: ProjectPage = read(&out, &format!("answers/projects/{}.json", card.id));
        assert!(opens(&format!("projects/{}", card.id)));
        assert_eq!(page.contest.to_string(), contest, "other contests' projects stay out");
        assert_eq!((page.stage.kind(), page.offers), (ProjectStage::Delivered, vec![]));
        assert!(page.plan.iter().all(|step| !step.title.as_str().is_empty()));
        assert!(!page.reports.is_empty() && !page.entries.is_empty());
        assert_eq!((page.n_done, page.n_not_done, page.n_unanswered), (1, 1, 0));
    }
    every_file_is_vouched_for(&out);
}

/// How many files lie in a folder and all below it.
fn n_files(folder: &Path) -> usize {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.map(|path| if path.is_dir() { n_files(&path) } else { 1 }).sum()
}

fn every_file_is_vouched_for(out: &Path) {
    let list: Value = read(out, "archive.json");
    assert_eq!(list["format"], "huiyin-archive/1");
    let files = list["files"].as_array().unwrap();
    assert_eq!(files.len() + 1, n_files(out), "all files but the list itself are on it");
    for file in files {
        let bytes = std::fs::read(out.join(file["path"].as_str().unwrap())).unwrap();
        assert_eq!(file["sha256"], sha256_hex(&bytes), "{file}");
        assert_eq!(file["bytes"], bytes.len(), "{file}");
    }
}

#[test]
fn what_cannot_be_archived_is_said_with_what_to_do_next() {
    let data = demo("refused", &[]);
    let out = data.join("archive");
    // The demo's second contest votes.
    for (contest, words) in [("2", "is not finished"), ("77", "There is no contest 77")] {
        let refused = export(&data, contest, &out);
        assert_eq!(refused.status.code(), Some(1));
        assert!(said(&refused).contains(words), "{}", said(&refused));
        let is_about_clock = said(&refused).contains("goes by this machine's clock");
        assert_eq!(is_about_clock, contest == "2", "a demo's clock may have been moved");
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
