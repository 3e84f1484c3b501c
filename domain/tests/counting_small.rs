//! Small elections, made to be tied and odd: 400 random ones and 13 by hand, with the results of
//! independent programs.
#![allow(clippy::unwrap_used, reason = "a test that falls over says where")]

mod counting_support;

use std::io::Read;
use std::path::{Path, PathBuf};

use counting_support::strings;
use huiyin_domain::counting::{
    BallotStyle, CountingRule, Election, Rules, TieBreak, Utility, pb, tally,
};
use serde_json::Value;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/elections")
}

fn winners(election: &Election, rule: &str, ties: &str) -> Vec<String> {
    let rule = CountingRule::from_key(rule).unwrap_or_else(|| panic!("no rule {rule}"));
    let rules = Rules::published(rule, TieBreak::parse(ties).unwrap());
    tally(election, &rules, &mut |_| true).unwrap().winners
}

#[test]
fn four_hundred_random_elections_count_as_independent_programs_counted_them() {
    let packed = std::fs::read(folder().join("random_small.jsonl.gz")).unwrap();
    let mut lines = String::new();
    flate2::read::GzDecoder::new(packed.as_slice()).read_to_string(&mut lines).unwrap();
    let (mut n_elections, mut n_counts) = (0, 0);
    let mut wrong = Vec::new();
    for line in lines.lines() {
        let json: Value = serde_json::from_str(line).unwrap();
        let election = pb::read(json["pb"].as_str().unwrap()).unwrap();
        n_elections += 1;
        for (key, expected) in json["expected"].as_object().unwrap() {
            let (ties, rule) = key.split_once(':').unwrap();
            n_counts += 1;
            let found = winners(&election, rule, ties);
            if found != strings(expected) {
                wrong.push(format!("{} {key}: {found:?}, expected {expected}", json["id"]));
            }
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
    assert_eq!((n_elections, n_counts), (400, 8000));
}

/// The names of `pabutools` for what we count, and whether the order is the same there.
///
/// Its tie-break by cost goes through projects in another order, so there only the set is
/// compared.
const COUNTS: [(&str, &str, &str, bool); 7] = [
    ("mes", "", "lex", true),
    ("mes_mincost_tb", "", "mincost", false),
    ("mes_add1", "_add1", "lex", true),
    ("mes_add1_noexstop", "_add1_noex", "lex", true),
    ("mes_pct", "_pct", "lex", true),
    ("mes_then_greedy", "_u", "lex", true),
    ("greedy", "greedy", "lex", true),
];

/// The satisfaction measures of `pabutools` that are the same as our utilities for this ballot.
fn measures(election: &Election) -> Vec<(&'static str, Utility)> {
    match election.style {
        BallotStyle::Approval { .. } | BallotStyle::Knapsack => {
            vec![("Cost_Sat", Utility::Cost), ("Cardinality_Sat", Utility::Cardinality)]
        }
        BallotStyle::Points { .. } => vec![("Additive_Cardinal_Sat", Utility::Cardinality)],
        // Its Borda points depend on the ballot, ours on the election: nothing to compare.
        BallotStyle::Ranking { .. } => Vec::new(),
    }
}

#[test]
fn elections_made_by_hand_count_as_independent_programs_counted_them() {
    let json = std::fs::read_to_string(folder().join("edge_results.json")).unwrap();
    let results: Value = serde_json::from_str(&json).unwrap();
    let mut n_counts = 0;
    for (file, expected) in results.as_object().unwrap() {
        let election = pb::read(&std::fs::read_to_string(folder().join(file)).unwrap()).unwrap();
        for (measure, utility) in measures(&election) {
            for (theirs, ours, ties, same_order) in COUNTS {
                let rule = match (ours, utility) {
                    ("greedy", Utility::Cost) => "greedy_votes".to_owned(),
                    ("greedy", Utility::Cardinality) => "greedy_density".to_owned(),
                    (ours, Utility::Cost) => format!("mes_cost{ours}"),
                    (ours, Utility::Cardinality) => format!("mes_card{ours}"),
                };
                let what = format!("{file} {measure}:{theirs}");
                let mut found = winners(&election, &rule, ties);
                let mut expected = strings(&expected[format!("{measure}:{theirs}")]);
                if !same_order {
                    found.sort();
                    expected.sort();
                }
                assert_eq!(found, expected, "{what}");
                n_counts += 1;
            }
        }
    }
    assert!(100 < n_counts, "only {n_counts} counts compared");
}
