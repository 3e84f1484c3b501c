//! The week in the ledger, for the poster: what was answered, what was done, what is overdue.

use huiyin_domain::{
    feedback::{
        overdue_before,
        wire::{Part, WEEK_MOST, Week},
    },
    time::{begin_of, monday_of},
};

use super::rows;
use crate::{
    departments,
    failure::{Failure, Outcome},
    here::Here,
    store::{Tx, Value},
};

/// What was answered or looked at again since a moment, by its number.
const ANSWERED: &str = "kind IN ('answered', 'upheld')";
/// What was reported as done, or confirmed.
const DONE: &str = "kind IN ('delivered', 'confirmed')";

/// The week of today, from its Monday.
pub fn page(tx: &mut Tx<'_>, here: &Here) -> Outcome<Week> {
    let to = here.today();
    let from = monday_of(to);
    let since = begin_of(from).millis();
    // The number stands behind the eleven letters of the stream's name.
    let happened = |kinds: &str| {
        format!(
            "submission_id IN (SELECT CAST(SUBSTR(stream, 12) AS BIGINT) FROM events
             WHERE community_id = $1 AND at_ms >= $2 AND {kinds} AND stream LIKE 'submission/%')"
        )
    };
    let late = overdue_before(to, here.calendar).to_string();
    Ok(Week {
        from,
        to,
        answered: part(tx, here, &happened(ANSWERED), since.into())?,
        done: part(tx, here, &happened(DONE), since.into())?,
        overdue: part(tx, here, "due_day < $2", late.into())?,
        names: departments::rows::names(tx, here.community)?,
    })
}

/// The newest of what a condition holds of, and how many there are; `$2` is what it compares with.
fn part(tx: &mut Tx<'_>, here: &Here, holds: &str, with: Value) -> Outcome<Part> {
    let condition = format!("FROM submissions WHERE community_id = $1 AND {holds}");
    let mut given: Vec<Value> = vec![here.community.0.into(), with];
    let counted = tx.first(&format!("SELECT COUNT(*) {condition}"), &given)?;
    let n = counted.map_or(Ok(0), |row| row.int(0))?;
    let total = u32::try_from(n).map_err(|_| Failure::Broken(format!("{n} submissions")))?;
    given.push(WEEK_MOST.into());
    let newest = format!("SELECT state {condition} ORDER BY submission_id DESC LIMIT $3");
    let found = tx.rows(&newest, &given)?;
    let items = found.iter().map(|row| Ok(rows::card(here, &rows::read(row)?)));
    Ok(Part { items: items.collect::<Outcome<_>>()?, total })
}
