//! Rows of councils: one document each, guarded by its version, with narrow columns beside it.

use huiyin_domain::{
    councils::meeting::{Council, Event},
    ids::{CommunityId, CouncilId, SeriesId, SlotId, Version},
    time::Moment,
};

use crate::{
    failure::{Failure, Outcome},
    here::Here,
    store::{Row, Tx, params},
};

/// The name of a council's stream of events.
pub fn stream(id: CouncilId) -> String {
    format!("council/{id}")
}

/// Where a part of the list begins: after this council.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cursor {
    is_ahead: bool,
    place: i64,
    id: u32,
}

impl Cursor {
    /// Before the first.
    pub const START: Self = Self { is_ahead: true, place: i64::MIN, id: 0 };

    /// Where this council stands.
    pub fn of(council: &Council) -> Self {
        let is_ahead = council.stage.kind().is_ahead();
        Self { is_ahead, place: place(council), id: council.id.0 }
    }

    /// As it stands in an address.
    pub fn print(self) -> String {
        format!("{}.{}.{}", u8::from(self.is_ahead), self.place, self.id)
    }

    /// The way back from [`Cursor::print`].
    pub fn parse(raw: &str) -> Outcome<Self> {
        let read = || {
            let mut parts = raw.split('.');
            let is_ahead = match parts.next()? {
                "1" => true,
                "0" => false,
                _ => return None,
            };
            let (place, id) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
            parts.next().is_none().then_some(Self { is_ahead, place, id })
        };
        read().ok_or_else(|| Failure::malformed("after: not a cursor of this list"))
    }
}

/// The next comes first, and of those that were the last.
fn place(council: &Council) -> i64 {
    let begins = council.hours.begins().millis();
    if council.stage.kind().is_ahead() { begins } else { -begins }
}

/// One council.
pub fn load(tx: &mut Tx<'_>, community: CommunityId, id: CouncilId) -> Outcome<Council> {
    let row = tx.first(
        "SELECT state FROM councils WHERE community_id = $1 AND council_id = $2",
        params![community.0, id.0],
    )?;
    read(&row.ok_or(Failure::MISSING)?)
}

/// How often a council has changed, without reading what it is.
pub fn version(tx: &mut Tx<'_>, community: CommunityId, id: CouncilId) -> Outcome<Version> {
    let row = tx.first(
        "SELECT version FROM councils WHERE community_id = $1 AND council_id = $2",
        params![community.0, id.0],
    )?;
    Ok(Version(number(&row.ok_or(Failure::MISSING)?, 0)?))
}

/// Which time of its series a council was planned for.
pub fn slot(tx: &mut Tx<'_>, community: CommunityId, id: CouncilId) -> Outcome<SlotId> {
    let row = tx.first(
        "SELECT slot_id FROM councils WHERE community_id = $1 AND council_id = $2",
        params![community.0, id.0],
    )?;
    Ok(SlotId(number(&row.ok_or(Failure::MISSING)?, 0)?))
}

/// So many councils of the list, from here on.
pub fn list(
    tx: &mut Tx<'_>,
    community: CommunityId,
    after: Cursor,
    n_most: usize,
) -> Outcome<Vec<Council>> {
    let rows = tx.rows(
        "SELECT state FROM councils
         WHERE community_id = $1 AND (is_ahead < $2 OR (is_ahead = $2 AND (place > $3
             OR (place = $3 AND council_id > $4))))
         ORDER BY is_ahead DESC, place, council_id LIMIT $5",
        params![
            community.0,
            after.is_ahead,
            after.place,
            after.id,
            i64::try_from(n_most).unwrap_or(i64::MAX)
        ],
    )?;
    rows.iter().map(read).collect()
}

/// All councils that lie ahead or sit now, the next first.
pub fn ahead(tx: &mut Tx<'_>, community: CommunityId) -> Outcome<Vec<Council>> {
    let rows = tx.rows(
        "SELECT state FROM councils WHERE community_id = $1 AND is_ahead = 1
         ORDER BY place, council_id",
        params![community.0],
    )?;
    rows.iter().map(read).collect()
}

/// So many councils whose next step is the office's, the earliest first: notice is to be given, a
/// session to be closed, minutes to be written.
pub fn unfinished(tx: &mut Tx<'_>, community: CommunityId, most: u32) -> Outcome<Vec<Council>> {
    let rows = tx.rows(
        "SELECT state FROM councils WHERE community_id = $1
             AND stage_kind IN ('scheduled', 'in_session', 'held', 'no_quorum')
         ORDER BY begins_ms, council_id LIMIT $2",
        params![community.0, most],
    )?;
    rows.iter().map(read).collect()
}

/// The councils of a series in the order of their hours, those that are cancelled too.
pub fn of_series(
    tx: &mut Tx<'_>,
    community: CommunityId,
    series: SeriesId,
) -> Outcome<Vec<Council>> {
    let rows = tx.rows(
        "SELECT state FROM councils WHERE community_id = $1 AND series_id = $2
         ORDER BY begins_ms, council_id",
        params![community.0, series.0],
    )?;
    rows.iter().map(read).collect()
}

/// The times for which the councils of a series were planned that are not cancelled.
pub fn slots_of_series(
    tx: &mut Tx<'_>,
    community: CommunityId,
    series: SeriesId,
) -> Outcome<Vec<SlotId>> {
    let rows = tx.rows(
        "SELECT slot_id FROM councils
         WHERE community_id = $1 AND series_id = $2 AND stage_kind <> 'cancelled'
         ORDER BY council_id",
        params![community.0, series.0],
    )?;
    rows.iter().map(|row| Ok(SlotId(number(row, 0)?))).collect()
}

/// The councils before this hour that have left resolutions open, the oldest first.
pub fn with_open(tx: &mut Tx<'_>, community: CommunityId, before: Moment) -> Outcome<Vec<Council>> {
    let rows = tx.rows(
        "SELECT state FROM councils WHERE community_id = $1 AND n_open > 0 AND begins_ms < $2
             AND is_ahead = 0
         ORDER BY begins_ms, council_id",
        params![community.0, before.millis()],
    )?;
    rows.iter().map(read).collect()
}

/// The councils from this hour on that are not cancelled, in the order of their hours.
pub fn since(tx: &mut Tx<'_>, community: CommunityId, from: Moment) -> Outcome<Vec<Council>> {
    let rows = tx.rows(
        "SELECT state FROM councils WHERE community_id = $1 AND begins_ms >= $2
             AND stage_kind <> 'cancelled'
         ORDER BY begins_ms, council_id",
        params![community.0, from.millis()],
    )?;
    rows.iter().map(read).collect()
}

/// Every council from this hour on, in the order of their numbers.
pub fn all_since(tx: &mut Tx<'_>, community: CommunityId, from: Moment) -> Outcome<Vec<Council>> {
    let rows = tx.rows(
        "SELECT state FROM councils WHERE community_id = $1 AND begins_ms >= $2
         ORDER BY council_id",
        params![community.0, from.millis()],
    )?;
    rows.iter().map(read).collect()
}

/// Stores a new council.
pub fn insert(
    tx: &mut Tx<'_>,
    community: CommunityId,
    council: &Council,
    slot: SlotId,
) -> Outcome<()> {
    tx.execute(
        "INSERT INTO councils (community_id, council_id, series_id, slot_id, version, stage_kind,
             is_ahead, place, begins_ms, ends_ms, n_open, state)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        params![
            community.0,
            council.id.0,
            council.series.0,
            slot.0,
            council.version.0,
            council.stage.kind().word(),
            council.stage.kind().is_ahead(),
            place(council),
            council.hours.begins().millis(),
            council.hours.ends().millis(),
            n_open(council),
            serde_json::to_string(council)?
        ],
    )?;
    Ok(())
}

/// Stores what an event made of a council; refused when it has changed since.
pub fn change(tx: &mut Tx<'_>, here: &Here, before: Version, after: &Council) -> Outcome<()> {
    let n_changed = tx.execute(
        "UPDATE councils SET version = $1, stage_kind = $2, is_ahead = $3, place = $4,
             begins_ms = $5, ends_ms = $6, n_open = $7, state = $8
         WHERE community_id = $9 AND council_id = $10 AND version = $11",
        params![
            after.version.0,
            after.stage.kind().word(),
            after.stage.kind().is_ahead(),
            place(after),
            after.hours.begins().millis(),
            after.hours.ends().millis(),
            n_open(after),
            serde_json::to_string(after)?,
            here.community.0,
            after.id.0,
            before.0
        ],
    )?;
    match n_changed {
        0 => Err(Failure::stale(version(tx, here.community, after.id)?)),
        _ => Ok(()),
    }
}

/// Puts what happened to a council into the record.
pub fn record(tx: &mut Tx<'_>, here: &Here, id: CouncilId, event: &Event) -> Outcome<()> {
    let reason = match event {
        Event::Moved { reason, .. } | Event::Cancelled { reason } => Some(reason.as_str()),
        Event::Scheduled(_)
        | Event::AgendaSet { .. }
        | Event::Noticed
        | Event::LinkChanged { .. }
        | Event::FacilitatorReplaced { .. }
        | Event::Answered { .. }
        | Event::Declined { .. }
        | Event::Opened
        | Event::CheckedIn { .. }
        | Event::CheckInUndone { .. }
        | Event::OpinionRecorded { .. }
        | Event::Resolved { .. }
        | Event::SessionClosed { .. }
        | Event::MinutesPublished { .. }
        | Event::FollowedUp { .. }
        | Event::ReportedDone { .. }
        | Event::SaidDone { .. }
        | Event::SaidNotDone { .. }
        | Event::Closed { .. }
        | Event::Returned { .. } => None,
    };
    here.record(tx, &stream(id), event.name(), event, reason)
}

fn n_open(council: &Council) -> i64 {
    i64::try_from(council.open_resolutions().count()).unwrap_or(i64::MAX)
}

/// A row whose first column is the council.
pub fn read(row: &Row) -> Outcome<Council> {
    Ok(serde_json::from_str(row.text(0)?)?)
}

/// A small number in a column.
pub fn number(row: &Row, column: usize) -> Outcome<u32> {
    let n = row.int(column)?;
    u32::try_from(n).map_err(|_| Failure::Broken(format!("{n} in column {column}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_survives_the_address() {
        let cursor = Cursor { is_ahead: false, place: -1_788_000_000_000, id: 7 };
        assert_eq!(Cursor::parse(&cursor.print()), Ok(cursor));
        for raw in ["", "2.1.1", "1.2", "1.2.3.4", "1.x.3"] {
            assert!(Cursor::parse(raw).is_err(), "{raw}");
        }
    }
}
