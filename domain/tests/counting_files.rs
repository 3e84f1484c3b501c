//! Files: what is read, what is refused and with which words, and what is written.
#![allow(clippy::unwrap_used, reason = "a test that falls over says where")]

mod counting_support;

use counting_support::{Expectations, elections_folder, load_text};
use huiyin_domain::counting::pb::{Expected, ReadMode, read, read_in, write};
use huiyin_domain::counting::{BallotStyle, Mark};

const SMALL: &str = "META\nkey;value\nbudget;100\nvote_type;approval\nPROJECTS\n\
    project_id;cost;name\na;60;A\nb;40;B\nVOTES\nvoter_id;vote\n1;a,b\n2;b\n";

/// Replaces a part of the small file that must be there.
fn spoilt(from: &str, to: &str) -> String {
    assert!(SMALL.contains(from), "{from} is not in the file");
    SMALL.replacen(from, to, 1)
}

#[test]
fn a_malformed_file_is_refused_with_its_line_and_what_was_expected() {
    let refused = [
        (String::new(), "line 1: expected the section META, found nothing"),
        (spoilt("META", "HEAD"), "line 1: expected the section META, found \"HEAD\""),
        (
            spoilt("key;value", "budget;100"),
            "line 2: expected the row of column names of META, found \"budget\"",
        ),
        (
            spoilt("budget;100", "budget;lots"),
            "line 3: expected an amount such as 1200 or 1200.50, found \"lots\"",
        ),
        (
            spoilt("budget;100", "budget;-5"),
            "line 3: expected an amount such as 1200 or 1200.50, found \"-5\"",
        ),
        (
            spoilt("budget;100\n", ""),
            "line 4: expected a line \"budget\" in META, found \"PROJECTS\"",
        ),
        (
            spoilt("approval", "shouting"),
            "line 4: expected approval, choose-1, cumulative, scoring or ordinal as vote_type, \
             found \"shouting\"",
        ),
        (
            spoilt("PROJECTS\n", "PROJECT\n"),
            "line 12: expected the section PROJECTS, found nothing",
        ),
        (
            spoilt("project_id;cost", "project_id;price"),
            "line 6: expected a column \"cost\", found \"project_id;price;name\"",
        ),
        (
            spoilt("b;40", "b;4e1"),
            "line 8: expected an amount such as 1200 or 1200.50, found \"4e1\"",
        ),
        (spoilt("b;40;B", ";40;B"), "line 8: expected an id, found nothing"),
        (spoilt("b;40;B", "a;40;B"), "line 8: expected an id not used before, found \"a\""),
        (spoilt("a;60;A", "a;60;\"A"), "line 7: expected a closing quotation mark, found \"A…\""),
        (
            spoilt("VOTES\n", ""),
            "line 9: expected an amount such as 1200 or 1200.50, found \"vote\"",
        ),
        (
            spoilt("voter_id;vote", "voter_id;choice"),
            "line 10: expected a column \"vote\", found \"voter_id;choice\"",
        ),
        (
            spoilt("approval", "cumulative"),
            "line 11: expected points for each of the 2 projects of the ballot, found nothing",
        ),
    ];
    for (text, sentence) in refused {
        assert_eq!(read(&text).unwrap_err().to_string(), sentence, "\n{text}");
    }
}

#[test]
fn our_own_files_are_read_more_strictly() {
    let strict = |text: &str| read_in(ReadMode::Strict, text);
    assert_eq!(strict(SMALL), read(SMALL));
    let unknown = spoilt("2;b", "2;z,b");
    let problem = strict(&unknown).unwrap_err();
    assert_eq!((problem.line, problem.expected), (12, Expected::KnownProject));
    assert_eq!(read(&unknown).unwrap(), read(SMALL).unwrap());
    let free = spoilt("b;40", "b;0.0");
    let problem = strict(&free).unwrap_err();
    assert_eq!((problem.line, problem.expected), (8, Expected::CostAboveNothing));
    assert_eq!(read(&free).unwrap().projects[1].cost, 0);
    let twice = spoilt("2;b", "1;b");
    let problem = strict(&twice).unwrap_err();
    assert_eq!((problem.line, problem.expected), (12, Expected::FreshId));
    assert_eq!(read(&twice).unwrap().n_voters(), 2);
}

#[test]
fn small_faults_of_published_files_do_no_harm() {
    let plain = read(SMALL).unwrap();
    let windows = format!("\u{feff}{}", SMALL.replace('\n', "\r\n"));
    assert_eq!(read(&windows).unwrap(), plain);
    assert_eq!(read(&spoilt("1;a,b", "1; a , b ")).unwrap(), plain);
    assert_eq!(read(&spoilt("1;a,b", "1;a,b,a")).unwrap(), plain);
    assert_eq!(read(&spoilt("a;60;A", "\"a\";\"60\";\"A\"")).unwrap(), plain);
    assert_eq!(read(&spoilt("META\n", "meta;;\n\n")).unwrap(), plain);
    let blank = read(&format!("{SMALL}3;\n4;none\n")).unwrap();
    assert_eq!((blank.n_voters(), blank.n_blank()), (4, 2));
}

#[test]
fn decimals_become_integers_of_the_finest_unit_needed() {
    let election = read(&spoilt("b;40", "b;40,25")).unwrap();
    assert_eq!((election.money_scale, election.budget), (100, 10_000));
    assert_eq!(election.projects[1].cost, 4025);
    let points = "META\nkey;value\nbudget;9\nvote_type;scoring\nPROJECTS\nproject_id;cost\na;1\n\
        VOTES\nvoter_id;vote;points\n1;a;3\n2;a;0.5\n";
    let election = read(points).unwrap();
    assert_eq!((election.points_scale, election.points()), (10, vec![35]));
}

#[test]
fn a_ranking_gives_the_first_place_as_many_points_as_the_rules_say() {
    let ranking = |meta: &str| {
        let text = format!(
            "META\nkey;value\nbudget;9\nvote_type;ordinal\n{meta}PROJECTS\nproject_id;cost\na;1\n\
             b;1\nc;1\nVOTES\nvoter_id;vote\n1;b,a,b\n2;a\n"
        );
        let election = read(&text).unwrap();
        let first: Vec<Mark> = election.ballots.iter().next().unwrap().marks.to_vec();
        let points: Vec<(u32, u64)> =
            first.iter().map(|mark| (mark.project, mark.points)).collect();
        (election.style, points)
    };
    assert_eq!(ranking(""), (BallotStyle::Ranking { k: 2 }, vec![(1, 2), (0, 1)]));
    let three = (BallotStyle::Ranking { k: 3 }, vec![(1, 3), (0, 2)]);
    assert_eq!(ranking("max_length;3\n"), three);
    assert_eq!(ranking("max_length;4\n").0, BallotStyle::Ranking { k: 2 });
    assert_eq!(ranking("max_length;1\n").0, BallotStyle::Ranking { k: 2 });
}

#[test]
fn what_is_written_is_read_back_the_same() {
    let quoted = spoilt("a;60;A", "a;60;\"A; \"\"the first\"\"\"");
    for text in [SMALL, &quoted, &spoilt("b;40", "b;40.05"), &spoilt("2;b", "2;")] {
        let election = read(text).unwrap();
        let again = read(&write(&election)).unwrap();
        assert_eq!(again.projects, election.projects);
        assert_eq!(again.ballots, election.ballots);
        assert_eq!((again.budget, again.money_scale), (election.budget, election.money_scale));
    }
}

#[test]
fn every_real_election_survives_being_written() {
    let Some(folder) = elections_folder() else {
        return;
    };
    for expected in Expectations::read_all(&folder) {
        let election = read(&load_text(&expected.instance)).unwrap();
        let again = read(&write(&election)).unwrap();
        assert!(again.ballots == election.ballots, "{}: other ballots", expected.file);
        assert_eq!(again.style, election.style, "{}", expected.file);
        assert_eq!(again.budget, election.budget, "{}", expected.file);
        let costs = |election: &huiyin_domain::counting::Election| -> Vec<(String, u64)> {
            election.projects.iter().map(|project| (project.id.clone(), project.cost)).collect()
        };
        assert_eq!(costs(&again), costs(&election), "{}", expected.file);
    }
}
