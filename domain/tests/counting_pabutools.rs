//! Somebody else's program: `pabutools` counts freshly made elections and finds the same, and
//! `pabulib-checker` accepts what we write.
//!
//! `HUIYIN_PABUTOOLS_PYTHON` names a Python that has both; `HUIYIN_SEED` makes other elections.
#![allow(clippy::unwrap_used, reason = "a test that falls over says where")]

mod counting_support;

use std::path::{Path, PathBuf};
use std::process::Command;

use counting_support::{Chance, strings};
use huiyin_domain::counting::{
    BallotStyle, Ballots, Candidate, CountingRule, Election, Mark, Rules, TieBreak, pb, tally,
};
use serde_json::Value;

/// Runs the script in a mode over a folder; `None`, loudly, where no Python is named.
fn ask(mode: &str, folder: &Path) -> Option<Value> {
    let Some(python) = std::env::var_os("HUIYIN_PABUTOOLS_PYTHON") else {
        eprintln!(
            "SKIPPED: nothing is compared with pabutools; HUIYIN_PABUTOOLS_PYTHON is not set"
        );
        return None;
    };
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pabutools_oracle.py");
    let output = Command::new(python).arg(script).arg(mode).arg(folder).output().unwrap();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "the script failed:\n{errors}");
    let text = String::from_utf8_lossy(&output.stdout);
    let last = text.lines().last().unwrap_or_default();
    Some(serde_json::from_str(last).unwrap())
}

/// An empty folder for one test.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

fn seed() -> u64 {
    std::env::var("HUIYIN_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(2026)
}

/// A random election in which every project has a supporter and nobody's ballot is blank.
fn election(chance: &mut Chance, n_projects: u64, n_voters: u64, style: BallotStyle) -> Election {
    let id = |place: u64| (place * 7 + 3).to_string();
    let candidate = |place, cost| {
        let name = format!("Project {}; \"{place}\"", id(place));
        Candidate { id: id(place), name, cost, extra: Vec::new() }
    };
    let projects: Vec<Candidate> =
        (0..n_projects).map(|place| candidate(place, 5 * chance.from(1, 12))).collect();
    let total: u64 = projects.iter().map(|project| project.cost).sum();
    let dearest = projects.iter().map(|project| project.cost).max().unwrap_or(0);
    let mut ballots = Ballots::default();
    for voter in 0..n_voters.max(n_projects) {
        let sure = voter % n_projects;
        let chosen = (0..n_projects).filter(|&place| place == sure || chance.from(0, 2) == 0);
        let chosen: Vec<u64> = chosen.collect();
        let marks = chosen.into_iter().map(|place| Mark {
            project: place as u32,
            points: if style == BallotStyle::POINTS { chance.from(1, 4) } else { 1 },
        });
        let mut marks: Vec<Mark> = marks.collect();
        marks.sort_by_key(|mark| std::cmp::Reverse(mark.points));
        ballots.push(format!("v{voter}"), marks);
    }
    let meta = [("country", "China"), ("date_begin", "2026"), ("date_end", "31.12.2026")];
    Election {
        title: "生成的选举".to_owned(),
        currency: "CNY".to_owned(),
        budget: (total * chance.from(2, 7) / 10).max(dearest),
        money_scale: 1,
        points_scale: 1,
        style,
        projects,
        ballots,
        meta: meta.map(|(key, value)| (key.to_owned(), value.to_owned())).into(),
    }
}

fn elections(n: u64) -> Vec<Election> {
    let mut chance = Chance::new(seed());
    let styles = [BallotStyle::Approval { max: None }, BallotStyle::POINTS];
    let sizes = |chance: &mut Chance, i: u64| match i % 4 {
        0 => (chance.from(8, 14), chance.from(30, 60)),
        _ => (chance.from(2, 7), chance.from(2, 12)),
    };
    let made = (0..n).map(|i| {
        let (n_projects, n_voters) = sizes(&mut chance, i);
        election(&mut chance, n_projects, n_voters, styles[(i % 2) as usize])
    });
    made.collect()
}

#[test]
fn freshly_made_elections_count_as_pabutools_counts_them() {
    let folder = folder("pabutools-count");
    let elections = elections(60);
    for (i, election) in elections.iter().enumerate() {
        std::fs::write(folder.join(format!("{i:03}.pb")), pb::write(election)).unwrap();
    }
    let Some(answers) = ask("count", &folder) else {
        return;
    };
    let mut n_counts = 0;
    for (i, election) in elections.iter().enumerate() {
        let file = format!("{i:03}.pb");
        for (key, expected) in answers[&file].as_object().unwrap() {
            let rule = CountingRule::from_key(key).unwrap();
            let rules = Rules::published(rule, TieBreak::SmallestId);
            let found = tally(election, &rules, &mut |_| true).unwrap().winners;
            let expected = strings(expected);
            assert_eq!(found, expected, "seed {}, {key} of\n{}", seed(), pb::write(election));
            n_counts += 1;
        }
    }
    assert_eq!(n_counts, 60 * 12);
}

#[test]
fn what_we_write_is_accepted_by_the_checker_of_the_format() {
    let folder = folder("pabulib-check");
    for (i, election) in elections(20).into_iter().enumerate() {
        let mut election = election;
        if election.projects.iter().map(|project| project.cost).sum::<u64>() <= election.budget {
            continue;
        }
        if i % 3 == 0 {
            // Amounts with decimals.
            election.money_scale = 100;
            election.budget *= 125;
            election.projects.iter_mut().for_each(|project| project.cost *= 125);
        }
        std::fs::write(folder.join(format!("{i:03}.pb")), pb::write(&election)).unwrap();
    }
    let Some(answers) = ask("check", &folder) else {
        return;
    };
    let answers = answers.as_object().unwrap();
    assert!(10 < answers.len());
    for (file, errors) in answers {
        let text = std::fs::read_to_string(folder.join(file)).unwrap();
        assert_eq!(errors.to_string(), "{}", "{file}\n{text}");
    }
}
