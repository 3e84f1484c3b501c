//! Writing an election as a `.pb` file that others read.

use std::fmt::Write;

use super::super::ballots::Ballot;
use super::super::decimal::decimal;
use super::super::election::{BallotStyle, Election, PointsLimit};

/// The keys of META that the format knows, in its order.
const META_KEYS: [&str; 42] = [
    "description",
    "country",
    "unit",
    "district",
    "subunit",
    "instance",
    "num_projects",
    "num_votes",
    "budget",
    "vote_type",
    "rule",
    "date_begin",
    "date_end",
    "min_length",
    "max_length",
    "min_sum_cost",
    "max_sum_cost",
    "min_points",
    "max_points",
    "min_sum_points",
    "max_sum_points",
    "default_score",
    "min_project_cost",
    "max_project_cost",
    "min_project_score_threshold",
    "neighborhoods",
    "subdistricts",
    "categories",
    "edition",
    "language",
    "currency",
    "fully_funded",
    "experimental",
    "comment",
    "acknowledgments",
    "leftover_budget",
    "budget_per_category",
    "budget_per_neighborhood",
    "min_length_per_category",
    "max_length_per_category",
    "min_sum_cost_per_category",
    "max_sum_cost_per_category",
];

/// The columns of PROJECTS that the format knows besides our own, in its order.
const PROJECT_COLUMNS: [&str; 11] = [
    "category",
    "beneficiaries",
    "selected",
    "neighborhood",
    "subunit",
    "district",
    "description",
    "proposer",
    "public_id",
    "latitude",
    "longitude",
];

/// Writes an election; `read` gives the same election back.
///
/// The dates must stand in its `meta` (`date_begin`, `date_end`: `2026` or `31.12.2026`), since
/// there is no clock here. Keys and columns that the format does not know are left out. A blank
/// ballot is written with an empty list: the independent checker of the format warns of it, but
/// without it everyone's share would be another one.
pub fn write(election: &Election) -> String {
    let mut text = String::new();
    write_meta(&mut text, election);
    write_projects(&mut text, election);
    write_ballots(&mut text, election);
    text
}

fn write_meta(text: &mut String, election: &Election) {
    text.push_str("META\nkey;value\n");
    for key in META_KEYS {
        if let Some(value) = meta(election, key).filter(|value| !value.trim().is_empty()) {
            row(text, [key, value.as_str()]);
        }
    }
}

/// The value of a key: worked out where it can be, else as given, else what says nothing.
fn meta(election: &Election, key: &str) -> Option<String> {
    let given = election.meta(key).map(str::to_owned).filter(|value| !value.is_empty());
    let title = || Some(election.title.clone()).filter(|title| !title.is_empty());
    match key {
        "description" => title().or(given).or_else(|| Some("election".to_owned())),
        "country" => given.or_else(|| Some("Worldwide".to_owned())),
        "unit" => given.or_else(title).or_else(|| Some("unit".to_owned())),
        "instance" => given.or_else(|| Some("1".to_owned())),
        "rule" => given.or_else(|| Some("unknown".to_owned())),
        "num_projects" => Some(election.projects.len().to_string()),
        "num_votes" => Some(election.n_voters().to_string()),
        "budget" => Some(decimal(election.budget, election.money_scale)),
        "vote_type" => Some(vote_type(election).to_owned()),
        "max_length" => length_max(election).map(|length| length.to_string()).or(given),
        "max_sum_cost" if election.style == BallotStyle::Knapsack => {
            Some(decimal(election.budget, election.money_scale))
        }
        "max_points" => limit(election).map(|limit| limit.each.to_string()).or(given),
        "max_sum_points" if vote_type(election) == "cumulative" => {
            let total = limit(election).map(|limit| limit.total.to_string());
            total.or(given).or_else(|| Some(decimal(points_max(election), election.points_scale)))
        }
        "currency" => Some(election.currency.clone()),
        _ => given,
    }
}

fn vote_type(election: &Election) -> &'static str {
    match election.style {
        BallotStyle::Approval { max: Some(1) }
            if election.ballots.iter().all(|ballot| ballot.marks.len() == 1) =>
        {
            "choose-1"
        }
        BallotStyle::Approval { .. } | BallotStyle::Knapsack => "approval",
        BallotStyle::Points { .. } if election.meta("vote_type") == Some("scoring") => "scoring",
        BallotStyle::Points { .. } => "cumulative",
        BallotStyle::Ranking { .. } => "ordinal",
    }
}

/// The greatest length of a ballot, where it says more than the number of projects does.
fn length_max(election: &Election) -> Option<u32> {
    let length = match election.style {
        BallotStyle::Approval { max } => max,
        BallotStyle::Knapsack | BallotStyle::Points { .. } => None,
        BallotStyle::Ranking { k } => Some(k),
    };
    length.filter(|length| (1..=election.projects.len()).contains(&(*length as usize)))
}

/// How many points a ballot has, where the rules say so.
fn limit(election: &Election) -> Option<PointsLimit> {
    match election.style {
        BallotStyle::Points { limit } => limit,
        BallotStyle::Approval { .. } | BallotStyle::Knapsack | BallotStyle::Ranking { .. } => None,
    }
}

fn points_max(election: &Election) -> u64 {
    let sum = |ballot: Ballot| ballot.marks.iter().map(|mark| mark.points).sum();
    election.ballots.iter().map(sum).max().unwrap_or(0)
}

fn write_projects(text: &mut String, election: &Election) {
    let named = |column: &str, project: usize| {
        let extra = election.projects[project].extra.iter();
        extra.clone().find(|(name, _)| name == column).map(|(_, value)| value.as_str())
    };
    let n_projects = election.projects.len();
    let is_used = |column: &&str| (0..n_projects).any(|project| named(column, project).is_some());
    let columns: Vec<&str> = PROJECT_COLUMNS.into_iter().filter(is_used).collect();
    let has_score = matches!(election.style, BallotStyle::Points { .. });
    let mut naming = vec![0_u64; n_projects];
    for ballot in election.ballots.iter() {
        ballot.marks.iter().for_each(|mark| naming[mark.project as usize] += 1);
    }
    let points = election.points();
    let mut header = vec!["project_id", "cost", "votes"];
    header.extend(has_score.then_some("score"));
    header.push("name");
    header.extend(&columns);
    text.push_str("PROJECTS\n");
    row(text, header);
    for (place, project) in election.projects.iter().enumerate() {
        let cost = decimal(project.cost, election.money_scale);
        let votes = naming[place].to_string();
        let score = decimal(points[place], election.points_scale);
        let name = if project.name.trim().is_empty() { &project.id } else { &project.name };
        let mut fields = vec![project.id.as_str(), &cost, &votes];
        fields.extend(has_score.then_some(score.as_str()));
        fields.push(name);
        fields.extend(columns.iter().map(|column| named(column, place).unwrap_or("")));
        row(text, fields);
    }
}

fn write_ballots(text: &mut String, election: &Election) {
    let has_points = matches!(election.style, BallotStyle::Points { .. });
    text.push_str("VOTES\n");
    text.push_str(if has_points { "voter_id;vote;points\n" } else { "voter_id;vote\n" });
    for ballot in election.ballots.iter() {
        let mut vote = String::new();
        let mut points = String::new();
        for (i, mark) in ballot.marks.iter().enumerate() {
            let comma = if i == 0 { "" } else { "," };
            let id = &election.projects[mark.project as usize].id;
            let mark_points = decimal(mark.points, election.points_scale);
            write!(vote, "{comma}{id}").expect("text takes all that is written to it");
            write!(points, "{comma}{mark_points}").expect("text takes all that is written to it");
        }
        match has_points {
            true => row(text, [ballot.voter, &vote, &points]),
            false => row(text, [ballot.voter, &vote]),
        }
    }
}

/// Writes one row; a field that would break it is put in quotation marks.
fn row<'a>(text: &mut String, fields: impl IntoIterator<Item = &'a str>) {
    for (i, field) in fields.into_iter().enumerate() {
        if 0 < i {
            text.push(';');
        }
        let field = field.trim();
        if field.contains([';', '"', '\n', '\r']) {
            // Some readers go by lines, so a text of several becomes one.
            let one_line = field.replace('"', "\"\"").replace(['\n', '\r'], " ");
            text.push('"');
            text.push_str(&one_line);
            text.push('"');
        } else {
            text.push_str(field);
        }
    }
    text.push('\n');
}
