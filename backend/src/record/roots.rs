//! Roots of days (当日总指纹): one hash over the ends of all chains, made once and kept.
//!
//! Whoever wrote yesterday's root down sees whether anything from before was changed, taken out
//! or cut off since.

use huiyin_domain::{
    chain::{self, hash_from_hex},
    feedback::wire::{DayRoot, RootList},
    hash::hex,
    ids::CommunityId,
    time::{Day, Moment, parse_day},
};

use crate::{
    failure::{Failure, Outcome},
    here::Here,
    store::{Row, Tx, events, params},
};

/// Roots in one part of the list: a month.
const SHOWN: usize = 31;
/// How long after midnight a day is closed: whatever was asked before it is stored by then.
const SETTLES_MS: i64 = 10 * 60_000;

/// The first day that is over and has no root yet.
pub fn first_open(tx: &mut Tx<'_>, community: CommunityId, now: Moment) -> Outcome<Option<Day>> {
    let last =
        tx.first("SELECT MAX(day) FROM day_roots WHERE community_id = $1", params![community.0])?;
    let last = match last {
        Some(row) => row.opt_text(0)?.map(day).transpose()?,
        None => None,
    };
    let open = match last {
        Some(last) => last.succ_opt(),
        None => first_day(tx, community)?,
    };
    let today = now.plus_millis(-SETTLES_MS).in_china().date();
    Ok(open.filter(|open| *open < today))
}

fn first_day(tx: &mut Tx<'_>, community: CommunityId) -> Outcome<Option<Day>> {
    let first =
        tx.first("SELECT MIN(at_ms) FROM events WHERE community_id = $1", params![community.0])?;
    let first_ms = first.map(|row| row.opt_int(0)).transpose()?.flatten();
    Ok(first_ms.map(|ms| Moment::from_millis(ms).in_china().date()))
}

/// The root of a day, as it follows from the record.
pub fn compute(tx: &mut Tx<'_>, community: CommunityId, on: Day) -> Outcome<DayRoot> {
    let id = i64::from(community.0);
    let heads = events::heads_before(tx, id, end_of(on)?.millis())?;
    let n_streams = u32::try_from(heads.len())
        .map_err(|_| Failure::Broken(format!("{} streams", heads.len())))?;
    Ok(DayRoot { on, n_streams, root: hex(&chain::day_root(id, on, &heads)) })
}

/// Keeps a root; one that is there already stays.
pub fn keep(tx: &mut Tx<'_>, community: CommunityId, root: &DayRoot) -> Outcome<()> {
    let hash = hash_from_hex(&root.root).ok_or_else(|| Failure::Broken(root.root.clone()))?;
    tx.execute(
        "INSERT INTO day_roots (community_id, day, n_streams, root) VALUES ($1, $2, $3, $4)
         ON CONFLICT DO NOTHING",
        params![community.0, root.on.to_string(), root.n_streams, hash],
    )?;
    Ok(())
}

/// The roots before a day, the newest first.
pub fn list(tx: &mut Tx<'_>, here: &Here, before: Option<Day>) -> Outcome<RootList> {
    // Sorts behind every day there is.
    let before = before.map_or("~".to_owned(), |day| day.to_string());
    let mut items = before_day(tx, here.community, &before, SHOWN + 1)?;
    let has_more = items.len() > SHOWN;
    items.truncate(SHOWN);
    let next = items.last().filter(|_| has_more).map(|root| root.on.to_string());
    Ok(RootList { items, next })
}

/// The root of one day.
pub fn page(tx: &mut Tx<'_>, here: &Here, on: Day) -> Outcome<DayRoot> {
    let row = tx.first(
        "SELECT day, n_streams, root FROM day_roots WHERE community_id = $1 AND day = $2",
        params![here.community.0, on.to_string()],
    )?;
    read(&row.ok_or(Failure::MISSING)?)
}

/// All roots that are kept, the oldest first.
pub fn all(tx: &mut Tx<'_>, community: CommunityId) -> Outcome<Vec<DayRoot>> {
    let mut roots = before_day(tx, community, "~", usize::MAX)?;
    roots.reverse();
    Ok(roots)
}

fn before_day(
    tx: &mut Tx<'_>,
    community: CommunityId,
    before: &str,
    most: usize,
) -> Outcome<Vec<DayRoot>> {
    let rows = tx.rows(
        "SELECT day, n_streams, root FROM day_roots WHERE community_id = $1 AND day < $2
         ORDER BY day DESC LIMIT $3",
        params![community.0, before, i64::try_from(most).unwrap_or(i64::MAX)],
    )?;
    rows.iter().map(read).collect()
}

fn read(row: &Row) -> Outcome<DayRoot> {
    let n_streams = row.int(1)?;
    let n_streams =
        u32::try_from(n_streams).map_err(|_| Failure::Broken(format!("{n_streams} streams")))?;
    Ok(DayRoot { on: day(row.text(0)?)?, n_streams, root: hex(row.bytes(2)?) })
}

fn day(raw: &str) -> Outcome<Day> {
    parse_day(raw).ok_or_else(|| Failure::Broken(format!("{raw} is kept as a day")))
}

/// The first moment after a day in China.
fn end_of(on: Day) -> Outcome<Moment> {
    let midnight = on.succ_opt().and_then(|next| next.and_hms_opt(0, 0, 0));
    let midnight = midnight.ok_or_else(|| Failure::Broken(format!("no day comes after {on}")))?;
    Ok(Moment::from_china(midnight))
}
