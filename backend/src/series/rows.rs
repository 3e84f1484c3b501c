//! Rows of series: one document each, guarded by its version.

use huiyin_domain::{
    councils::series::{Event, Series, apply},
    ids::{CommunityId, CouncilId, ResidentId, SeriesId, Version},
};

use crate::{
    failure::{Failure, Outcome},
    here::Here,
    store::{Row, Tx, counters, params},
};

/// The name of a series' stream of events.
pub fn stream(id: SeriesId) -> String {
    format!("series/{id}")
}

/// The number of a new series.
pub fn next_id(tx: &mut Tx<'_>, here: &Here) -> Outcome<SeriesId> {
    let id = counters::next(tx, here.community_id(), "series")?;
    Ok(SeriesId(u32::try_from(id).map_err(|_| Failure::Broken(format!("series {id}")))?))
}

/// The number of a new council.
pub fn next_council(tx: &mut Tx<'_>, here: &Here) -> Outcome<CouncilId> {
    let id = counters::next(tx, here.community_id(), "council")?;
    Ok(CouncilId(u32::try_from(id).map_err(|_| Failure::Broken(format!("council {id}")))?))
}

/// One series.
pub fn load(tx: &mut Tx<'_>, community: CommunityId, id: SeriesId) -> Outcome<Series> {
    let row = tx.first(
        "SELECT state FROM series WHERE community_id = $1 AND series_id = $2",
        params![community.0, id.0],
    )?;
    read(&row.ok_or(Failure::MISSING)?)
}

/// A series as it was when a command was decided on.
pub fn at_version(tx: &mut Tx<'_>, here: &Here, id: SeriesId, version: Version) -> Outcome<Series> {
    let series = load(tx, here.community, id)?;
    if series.version == version { Ok(series) } else { Err(Failure::stale(series.version)) }
}

/// All series, the newest first.
pub fn all(tx: &mut Tx<'_>, community: CommunityId) -> Outcome<Vec<Series>> {
    let rows = tx.rows(
        "SELECT state FROM series WHERE community_id = $1 ORDER BY series_id DESC",
        params![community.0],
    )?;
    rows.iter().map(read).collect()
}

/// Stores a new series, and how it began.
pub fn insert(tx: &mut Tx<'_>, here: &Here, series: &Series, event: &Event) -> Outcome<()> {
    tx.execute(
        "INSERT INTO series (community_id, series_id, version, stage_kind, state)
         VALUES ($1, $2, $3, $4, $5)",
        params![
            here.community.0,
            series.id.0,
            series.version.0,
            series.stage.kind().word(),
            serde_json::to_string(series)?
        ],
    )?;
    record(tx, here, series.id, event)
}

/// Lets something that was decided happen: state and event are stored together; refused when the
/// series has changed since.
pub fn happen(tx: &mut Tx<'_>, here: &Here, before: &Series, event: &Event) -> Outcome<Series> {
    let after = apply(before, event, here.now);
    let n_changed = tx.execute(
        "UPDATE series SET version = $1, stage_kind = $2, state = $3
         WHERE community_id = $4 AND series_id = $5 AND version = $6",
        params![
            after.version.0,
            after.stage.kind().word(),
            serde_json::to_string(&after)?,
            here.community.0,
            after.id.0,
            before.version.0
        ],
    )?;
    if n_changed == 0 {
        return Err(Failure::stale(load(tx, here.community, after.id)?.version));
    }
    record(tx, here, after.id, event)?;
    Ok(after)
}

fn record(tx: &mut Tx<'_>, here: &Here, id: SeriesId, event: &Event) -> Outcome<()> {
    let reason = match event {
        Event::SlotWithdrawn { reason, .. }
        | Event::PollExtended { reason, .. }
        | Event::Cancelled { reason } => Some(reason.as_str()),
        Event::Begun(_)
        | Event::Described { .. }
        | Event::TopicsChosen { .. }
        | Event::NeedsSet { .. }
        | Event::SlotsAdded { .. }
        | Event::PollOpened { .. }
        | Event::Scheduled { .. }
        | Event::Closed => None,
    };
    here.record(tx, &stream(id), event.name(), event, reason)
}

/// A resident's number in a column.
pub fn resident(row: &Row, column: usize) -> Outcome<ResidentId> {
    let n = row.int(column)?;
    Ok(ResidentId(u32::try_from(n).map_err(|_| Failure::Broken(format!("resident {n}")))?))
}

/// A count in a column.
pub fn number(row: &Row, column: usize) -> Outcome<u32> {
    let n = row.int(column)?;
    u32::try_from(n).map_err(|_| Failure::Broken(format!("{n} rows")))
}

fn read(row: &Row) -> Outcome<Series> {
    Ok(serde_json::from_str(row.text(0)?)?)
}
