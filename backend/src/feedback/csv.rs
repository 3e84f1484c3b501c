//! The ledger as a table for spreadsheets (RFC 4180): exactly what the filter selects.

use std::collections::BTreeMap;

use huiyin_domain::{
    csv,
    departments::{Department, Place},
    feedback::{
        Owner, overdue_before,
        wire::{LedgerFilter, Names},
    },
    time::{Day, parse_day},
};

use super::{ledger::Selection, rows};
use crate::{
    departments,
    failure::{Failure, Outcome},
    here::Here,
    store::{Row, Tx},
};

/// What stands above the columns.
const HEAD: [&str; 16] = [
    "number",
    "kind",
    "title",
    "theme",
    "place",
    "where",
    "sent_on",
    "stage",
    "owner",
    "due",
    "overdue_working_days",
    "verdict",
    "decided_in_time",
    "times_passed_on",
    "reported_done",
    "satisfaction",
];

/// The whole table, with the mark by which spreadsheets know that it is UTF-8.
pub fn table(tx: &mut Tx<'_>, here: &Here, filter: &LedgerFilter) -> Outcome<String> {
    let selected = Selection::of(here, filter)?;
    let mut names = Known::of(here, departments::rows::names(tx, here.community)?);
    let sql = format!(
        "SELECT submission_id, kind, title, theme, place_id, where_words, sent_day, stage, owner,
             due_day, verdict, is_decided, is_in_time, n_pass_ons, is_delivered, satisfaction
         FROM submissions WHERE {} ORDER BY submission_id DESC",
        selected.sql
    );
    let mut table = csv::MARK.to_string();
    csv::write_row(&mut table, &HEAD.map(str::to_owned));
    for row in tx.rows(&sql, &selected.given)? {
        csv::write_row(&mut table, &cells(here, &mut names, &row)?);
    }
    Ok(table)
}

/// Names by number, as the community itself writes them, and what is overdue today.
struct Known {
    /// What was due before this day is overdue.
    overdue_before: Day,
    /// By how many working days what was due on a day is overdue: counted once for each day.
    n_late: BTreeMap<Day, u32>,
    departments: BTreeMap<u32, String>,
    places: BTreeMap<i64, String>,
}

impl Known {
    fn of(here: &Here, names: Names) -> Self {
        let department = |it: Department| (it.id.0, it.name.zh);
        let place = |it: Place| (i64::from(it.id.0), it.name.zh);
        Self {
            overdue_before: overdue_before(here.today(), here.calendar),
            n_late: BTreeMap::new(),
            departments: names.departments.into_iter().map(department).collect(),
            places: names.places.into_iter().map(place).collect(),
        }
    }

    fn owner(&self, word: &str) -> String {
        match rows::owner_of(word) {
            Some(Owner::Department { id }) => self.departments.get(&id.0).cloned(),
            Some(Owner::Office) | None => None,
        }
        .unwrap_or_else(|| word.to_owned())
    }

    /// By how many working days it is overdue; nothing where it is not.
    fn overdue(&mut self, here: &Here, due: Option<&str>) -> String {
        let late = due.and_then(parse_day).filter(|due| *due < self.overdue_before);
        let count = |due: &Day| here.calendar.working_days_between(*due, here.today());
        let n_late = late.map(|due| *self.n_late.entry(due).or_insert_with_key(count));
        n_late.map(|n_late| n_late.to_string()).unwrap_or_default()
    }
}

fn cells(here: &Here, names: &mut Known, row: &Row) -> Outcome<[String; 16]> {
    let text = |column| Ok::<_, Failure>(row.opt_text(column)?.unwrap_or_default().to_owned());
    let place = row.opt_int(4)?.and_then(|id| names.places.get(&id).cloned());
    let in_time = match (row.flag(11)?, row.flag(12)?) {
        (false, _) => "",
        (true, true) => "yes",
        (true, false) => "no",
    };
    Ok([
        row.int(0)?.to_string(),
        text(1)?,
        text(2)?,
        text(3)?,
        place.unwrap_or_default(),
        text(5)?,
        text(6)?,
        text(7)?,
        names.owner(row.text(8)?),
        text(9)?,
        names.overdue(here, row.opt_text(9)?),
        text(10)?,
        in_time.to_owned(),
        row.int(13)?.to_string(),
        if row.flag(14)? { "yes" } else { "" }.to_owned(),
        text(15)?,
    ])
}
