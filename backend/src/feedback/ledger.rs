//! The public ledger (回音榜): what was said, answered, done, and what is overdue.
//!
//! Everything is counted by the database in one pass over narrow columns; no document is read
//! but those of the submissions that are shown.

use std::collections::BTreeMap;

use huiyin_domain::{
    feedback::{
        Owner, Theme,
        figures::Counts,
        overdue_before,
        wire::{Group, LedgerFilter, LedgerPage},
    },
    ids::{DepartmentId, PlaceId},
};

use super::rows;
use crate::{
    departments,
    failure::{Failure, Outcome},
    here::Here,
    store::{Row, Tx, Value},
};

/// Submissions in one part.
const PART: u32 = 20;

/// What a filter selects, as SQL.
#[derive(Clone, Debug)]
pub struct Selection {
    /// After `WHERE`.
    pub sql: String,
    /// The values in it.
    pub given: Vec<Value>,
}

impl Selection {
    /// What this filter selects today.
    pub fn of(here: &Here, filter: &LedgerFilter) -> Outcome<Self> {
        let LedgerFilter { theme, place, department, month, stage, overdue } = filter;
        let community = vec![here.community.0.into()];
        let mut selected = Self { sql: "community_id = $1".to_owned(), given: community };
        if let Some(theme) = theme {
            selected.and("theme =", theme.word());
        }
        if let Some(place) = place {
            selected.and("place_id =", place.0);
        }
        if let Some(owner) = department {
            selected.and("owner =", rows::owner_word(*owner));
        }
        if let Some(month) = month {
            selected.and("sent_month =", checked_month(month)?);
        }
        if let Some(stage) = stage {
            selected.and("stage =", stage.word());
        }
        if *overdue {
            selected.and("due_day <", overdue_before(here.today(), here.calendar).to_string());
        }
        Ok(selected)
    }

    fn and(&mut self, holds: &str, value: impl Into<Value>) {
        let place = self.place(value);
        self.sql.push_str(&format!(" AND {holds} {place}"));
    }

    /// Gives one more value; says how it is named in the SQL.
    fn place(&mut self, value: impl Into<Value>) -> String {
        self.given.push(value.into());
        format!("${}", self.given.len())
    }
}

fn checked_month(month: &str) -> Outcome<String> {
    let read = || {
        let (year, of_year) = month.split_once('-')?;
        let is_number = |raw: &str, n| raw.len() == n && raw.bytes().all(|b| b.is_ascii_digit());
        (is_number(year, 4) && is_number(of_year, 2)).then(|| month.to_owned())
    };
    read().ok_or_else(|| Failure::malformed("month: as 2026-11"))
}

/// One part of the ledger, with what all of the selection adds up to.
pub fn page(
    tx: &mut Tx<'_>,
    here: &Here,
    filter: &LedgerFilter,
    after: Option<&str>,
) -> Outcome<LedgerPage> {
    let selected = Selection::of(here, filter)?;
    let below = match after {
        Some(raw) => u32::from_str_radix(raw, 16)
            .map_err(|_| Failure::malformed("after: not a cursor of this list"))?,
        None => u32::MAX,
    };
    let found = part(tx, selected.clone(), below)?;
    let shown = &found[..found.len().min(PART as usize)];
    let next = match (found.len() > shown.len(), shown.last()) {
        (true, Some(last)) => Some(format!("{:x}", last.int(1)?)),
        (true | false, _) => None,
    };
    let items = shown.iter().map(|row| Ok(rows::card(here, &rows::read(row)?)));
    let items = items.collect::<Outcome<_>>()?;
    let cells = cells(tx, here, selected)?;
    let counts = cells.iter().fold(Counts::default(), |sum, cell| sum.plus(cell.counts));
    Ok(LedgerPage {
        on: here.today(),
        items,
        next,
        counts,
        rates: counts.rates(),
        by_theme: none_last(grouped(&cells, |cell| cell.theme)),
        by_place: none_last(grouped(&cells, |cell| cell.place)),
        by_department: grouped(&cells, |cell| cell.department),
        by_month: grouped(&cells, |cell| Some(cell.month.clone())),
        names: departments::rows::names(tx, here.community)?,
    })
}

/// The newest of the selection below a number. They are found in an index, and only what is
/// shown is read.
fn part(tx: &mut Tx<'_>, mut selected: Selection, below: u32) -> Outcome<Vec<Row>> {
    selected.and("submission_id <", below);
    let limit = selected.place(PART + 1);
    let sql = format!(
        "SELECT state, submission_id FROM submissions
         WHERE community_id = $1 AND submission_id IN (
             SELECT submission_id FROM submissions WHERE {}
             ORDER BY submission_id DESC LIMIT {limit})
         ORDER BY submission_id DESC",
        selected.sql
    );
    Ok(tx.rows(&sql, &selected.given)?)
}

/// The counts of all submissions that have theme, place, owner and month in common.
#[derive(Clone, Debug)]
struct Cell {
    theme: Option<Theme>,
    place: Option<PlaceId>,
    department: Option<DepartmentId>,
    month: String,
    counts: Counts,
}

fn cells(tx: &mut Tx<'_>, here: &Here, mut selected: Selection) -> Outcome<Vec<Cell>> {
    let late = selected.place(overdue_before(here.today(), here.calendar).to_string());
    let sql = format!(
        "SELECT theme, place_id, owner, sent_month, COUNT(*),
             COUNT(CASE WHEN is_decided = 1 THEN 1 END),
             COUNT(CASE WHEN is_in_time = 1 THEN 1 END),
             COUNT(CASE WHEN is_adopted = 1 THEN 1 END),
             COUNT(CASE WHEN is_delivered = 1 THEN 1 END),
             COUNT(CASE WHEN is_delivered = 1 AND stage = 'confirmed' THEN 1 END),
             COUNT(CASE WHEN satisfaction <> 'not_said' THEN 1 END),
             COUNT(CASE WHEN satisfaction = 'content' THEN 1 END),
             COUNT(CASE WHEN due_day < {late} THEN 1 END),
             COUNT(CASE WHEN is_decided = 0 AND decision_due < {late} THEN 1 END),
             COUNT(CASE WHEN stage = 'in_delivery' AND due_day < {late} THEN 1 END)
         FROM submissions WHERE {} AND stage <> 'withdrawn'
         GROUP BY theme, place_id, owner, sent_month",
        selected.sql
    );
    tx.rows(&sql, &selected.given)?.iter().map(cell).collect()
}

fn cell(row: &Row) -> Outcome<Cell> {
    let theme = row.opt_text(0)?.map(|word| {
        Theme::parse(word).ok_or_else(|| Failure::Broken(format!("{word} is no theme")))
    });
    let owner = row.text(2)?;
    let owner = rows::owner_of(owner).ok_or_else(|| Failure::Broken(format!("{owner} owes")))?;
    Ok(Cell {
        theme: theme.transpose()?,
        place: row.opt_int(1)?.map(number).transpose()?.map(PlaceId),
        department: match owner {
            Owner::Office => None,
            Owner::Department { id } => Some(id),
        },
        month: row.text(3)?.to_owned(),
        counts: Counts {
            n_sent: number(row.int(4)?)?,
            n_decided: number(row.int(5)?)?,
            n_in_time: number(row.int(6)?)?,
            n_adopted: number(row.int(7)?)?,
            n_delivered: number(row.int(8)?)?,
            n_confirmed: number(row.int(9)?)?,
            n_rated: number(row.int(10)?)?,
            n_content: number(row.int(11)?)?,
            n_overdue: number(row.int(12)?)?,
            n_undecided_overdue: number(row.int(13)?)?,
            n_undelivered_overdue: number(row.int(14)?)?,
        },
    })
}

fn number(raw: i64) -> Outcome<u32> {
    u32::try_from(raw).map_err(|_| Failure::Broken(format!("{raw} in the ledger")))
}

/// What is grouped under each key, by key; what has none comes first.
fn grouped<K: Ord>(cells: &[Cell], key: impl Fn(&Cell) -> Option<K>) -> Vec<Group<K>> {
    let mut sums: BTreeMap<Option<K>, Counts> = BTreeMap::new();
    for cell in cells {
        let sum = sums.entry(key(cell)).or_default();
        *sum = sum.plus(cell.counts);
    }
    sums.into_iter().map(|(key, counts)| Group { key, counts }).collect()
}

/// What belongs to none yet comes last, where the office reads on.
fn none_last<K>(mut groups: Vec<Group<K>>) -> Vec<Group<K>> {
    groups.sort_by_key(|group| group.key.is_none());
    groups
}
