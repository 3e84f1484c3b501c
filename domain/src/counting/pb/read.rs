//! Reading a `.pb` file into an election.

use std::collections::BTreeMap;

use super::super::ballots::Ballots;
use super::super::decimal::Decimal;
use super::super::election::{BallotStyle, Candidate, Election, PointsLimit};
use super::ballots::BallotReader;
use super::mode::{Columns, ReadMode};
use super::problem::{Expected, PbProblem};
use super::records::{Row, Rows};

/// Reads a file; published files are read tolerantly (see `read_in`).
pub fn read(text: &str) -> Result<Election, PbProblem> {
    read_in(ReadMode::Tolerant, text)
}

/// Reads a file in a mode.
pub fn read_in(mode: ReadMode, text: &str) -> Result<Election, PbProblem> {
    let mut rows = Rows::new(text);
    section(&mut rows, "META")?;
    let head = Head::read(&mut rows)?;
    let (listed, columns) = projects(&mut rows, mode)?;
    let mut scale = head.budget.1.scale();
    listed.iter().for_each(|(_, _, cost)| scale = scale.max(cost.scale()));
    let amount = |line: u32, decimal: Decimal| {
        let problem = || PbProblem::new(line, Expected::Amount, "a larger one");
        decimal.units(scale).ok_or_else(problem)
    };
    let budget = amount(head.budget.0, head.budget.1)?;
    let mut candidates = Vec::with_capacity(listed.len());
    for (line, mut project, cost) in listed {
        project.cost = amount(line, cost)?;
        candidates.push(project);
    }
    let style = head.limited(budget, scale);
    let mut ballots = BallotReader::new(mode, style, &candidates, columns);
    ballots.read(&mut rows)?;
    let (ballots, points_scale, style) = ballots.finish(head.length_max());
    let election = head.into_election(budget, scale, points_scale, style, candidates, ballots);
    match election.is_sound() {
        true => Ok(election),
        false => Err(PbProblem::new(rows.line(), Expected::SmallerTotals, "larger ones")),
    }
}

/// The part a row opens, if it opens one.
fn opened(row: &Row) -> Option<&'static str> {
    let name = row.field(0);
    let known = ["META", "PROJECTS", "VOTES"].into_iter();
    known.filter(|_| row.is_alone()).find(|known| known.eq_ignore_ascii_case(name))
}

fn section(rows: &mut Rows, name: &str) -> Result<(), PbProblem> {
    let expected = || Expected::Section { name: name.to_owned() };
    match rows.next()? {
        Some(row) if opened(&row) == Some(name) => Ok(()),
        Some(row) => Err(PbProblem::new(row.line, expected(), row.field(0))),
        None => Err(PbProblem::new(rows.line(), expected(), "")),
    }
}

/// The row of column names, which must begin with `first`.
fn columns(rows: &mut Rows, section: &str, first: &str) -> Result<(u32, Columns), PbProblem> {
    let expected = || Expected::Header { section: section.to_owned() };
    let Some(row) = rows.next()? else {
        return Err(PbProblem::new(rows.line(), expected(), ""));
    };
    let names: Columns = row.fields.iter().map(|name| name.trim().to_ascii_lowercase()).collect();
    if names[0] != first {
        return Err(PbProblem::new(row.line, expected(), row.field(0)));
    }
    Ok((row.line, names))
}

/// The place of a column that has to be there.
fn column(names: &Columns, line: u32, name: &str) -> Result<usize, PbProblem> {
    let place = names.iter().position(|column| column == name);
    let expected = || Expected::Column { name: name.to_owned() };
    place.ok_or_else(|| PbProblem::new(line, expected(), &names.join(";")))
}

/// The part META.
struct Head {
    meta: Vec<(String, String)>,
    budget: (u32, Decimal),
    style: BallotStyle,
}

impl Head {
    /// Reads META up to the row that opens PROJECTS.
    fn read(rows: &mut Rows) -> Result<Self, PbProblem> {
        columns(rows, "META", "key")?;
        let (mut meta, mut budget, mut style) = (Vec::new(), None, None);
        loop {
            let Some(row) = rows.next()? else {
                let expected = Expected::Section { name: "PROJECTS".to_owned() };
                return Err(PbProblem::new(rows.line(), expected, ""));
            };
            if opened(&row) == Some("PROJECTS") {
                let missing = |key: &str| {
                    let key = key.to_owned();
                    PbProblem::new(row.line, Expected::MetaKey { key }, row.field(0))
                };
                return Ok(Self {
                    budget: budget.ok_or_else(|| missing("budget"))?,
                    style: style.ok_or_else(|| missing("vote_type"))?,
                    meta,
                });
            }
            let (key, value) = (row.field(0).to_ascii_lowercase(), row.field(1));
            match key.as_str() {
                "budget" => budget = Some((row.line, amount(&row, value)?)),
                "vote_type" => style = Some(self::style(&row, value)?),
                _ => {}
            }
            meta.push((key, value.to_owned()));
        }
    }

    fn value(&self, key: &str) -> Option<&str> {
        self.meta.iter().find(|(name, _)| name == key).map(|(_, value)| value.as_str())
    }

    /// The greatest length of a ballot that META claims.
    fn length_max(&self) -> Option<u32> {
        self.value("max_length")?.parse().ok()
    }

    /// The style with what META says of its limits.
    ///
    /// A choice within the budget has no `vote_type` of its own in the format: it is an approval
    /// whose chosen projects may cost as much as there is, however many they are.
    fn limited(&self, budget: u64, money_scale: u64) -> BallotStyle {
        let number = |key: &str| self.value(key)?.parse::<u32>().ok();
        let most = || Decimal::parse(self.value("max_sum_cost")?)?.units(money_scale);
        match self.style {
            BallotStyle::Approval { max: None }
                if self.length_max().is_none() && most() == Some(budget) =>
            {
                BallotStyle::Knapsack
            }
            BallotStyle::Points { limit: None } => {
                let limit = number("max_sum_points").zip(number("max_points"));
                BallotStyle::Points {
                    limit: limit.map(|(total, each)| PointsLimit { total, each }),
                }
            }
            BallotStyle::Approval { .. }
            | BallotStyle::Knapsack
            | BallotStyle::Points { limit: Some(_) }
            | BallotStyle::Ranking { .. } => self.style,
        }
    }

    fn into_election(
        self,
        budget: u64,
        money_scale: u64,
        points_scale: u64,
        style: BallotStyle,
        projects: Vec<Candidate>,
        ballots: Ballots,
    ) -> Election {
        let text = |key: &str| self.value(key).unwrap_or("").to_owned();
        let (title, currency) = (text("description"), text("currency"));
        let meta = self.meta;
        Election {
            title,
            currency,
            budget,
            money_scale,
            points_scale,
            style,
            projects,
            ballots,
            meta,
        }
    }
}

fn amount(row: &Row, value: &str) -> Result<Decimal, PbProblem> {
    let decimal = Decimal::parse(value).filter(|decimal| !decimal.is_negative());
    decimal.ok_or_else(|| PbProblem::new(row.line, Expected::Amount, value))
}

fn style(row: &Row, value: &str) -> Result<BallotStyle, PbProblem> {
    match value.to_ascii_lowercase().as_str() {
        "approval" => Ok(BallotStyle::Approval { max: None }),
        "choose-1" => Ok(BallotStyle::Approval { max: Some(1) }),
        "cumulative" | "scoring" => Ok(BallotStyle::POINTS),
        "ordinal" => Ok(BallotStyle::Ranking { k: 0 }),
        _ => Err(PbProblem::new(row.line, Expected::VoteType, value)),
    }
}

/// The projects with their lines and costs as written, and the columns of VOTES.
type Listed = Vec<(u32, Candidate, Decimal)>;

/// Reads PROJECTS up to and with the column names of VOTES.
fn projects(rows: &mut Rows, mode: ReadMode) -> Result<(Listed, Columns), PbProblem> {
    let (line, names) = columns(rows, "PROJECTS", "project_id")?;
    let cost_column = column(&names, line, "cost")?;
    let name_column = names.iter().position(|name| name == "name");
    let mut listed: Listed = Vec::new();
    let mut seen: BTreeMap<String, ()> = BTreeMap::new();
    loop {
        let Some(row) = rows.next()? else {
            let expected = Expected::Section { name: "VOTES".to_owned() };
            return Err(PbProblem::new(rows.line(), expected, ""));
        };
        if opened(&row) == Some("VOTES") {
            let (line, names) = columns(rows, "VOTES", "voter_id")?;
            column(&names, line, "vote")?;
            return Ok((listed, names));
        }
        let id = row.field(0).to_owned();
        if id.is_empty() {
            return Err(PbProblem::new(row.line, Expected::Id, ""));
        }
        if seen.insert(id.clone(), ()).is_some() {
            return Err(PbProblem::new(row.line, Expected::FreshId, &id));
        }
        let cost = amount(&row, row.field(cost_column))?;
        if mode == ReadMode::Strict && cost.units(cost.scale()) == Some(0) {
            return Err(PbProblem::new(
                row.line,
                Expected::CostAboveNothing,
                row.field(cost_column),
            ));
        }
        let name = name_column.map_or("", |column| row.field(column)).to_owned();
        let extra = extra_columns(&names, &row);
        listed.push((row.line, Candidate { id, name, cost: 0, extra }, cost));
    }
}

/// The columns kept for the way back: those that cannot be worked out again.
fn extra_columns(names: &Columns, row: &Row) -> Vec<(String, String)> {
    let known = ["project_id", "cost", "name", "votes", "score"];
    let others = names.iter().enumerate().filter(|(_, name)| !known.contains(&name.as_str()));
    others.map(|(place, name)| (name.clone(), row.field(place).to_owned())).collect()
}
