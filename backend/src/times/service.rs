//! What is done with residents' usual times: one answer each, the newest.

use std::collections::BTreeMap;

use huiyin_domain::{
    channels::Channel,
    entering::{self, Entered, TimesEntry, may_replace},
    ids::{CommunityId, ResidentId},
    refusals::Refusal,
    residents::Viewer,
    times::{KeptTimes, TimesForm, TimesPage},
};
use serde::Serialize;

use crate::{
    entering as entering_room,
    failure::{Failure, Outcome},
    here::Here,
    store::{Tx, params},
};

/// What happened to somebody's times. Which times stands in the table alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum Event {
    /// They were given.
    Given {
        /// On which way.
        channel: Channel,
    },
}

/// One's own times.
pub fn page(tx: &mut Tx<'_>, here: &Here) -> Outcome<TimesPage> {
    let resident = a_resident(here)?;
    Ok(TimesPage { kept: load(tx, here, resident)? })
}

/// Keeps one's own times, in place of what was kept before.
pub fn give(tx: &mut Tx<'_>, here: &Here, form: &TimesForm) -> Outcome<TimesPage> {
    let resident = a_resident(here)?;
    let times = form.parse()?;
    keep(tx, here, resident, KeptTimes { times, channel: here.channel(), at: here.now })
}

/// Keeps a resident's times for them.
pub fn enter(tx: &mut Tx<'_>, here: &Here, entry: &TimesEntry) -> Outcome<TimesPage> {
    entering::may_enter(&here.viewer)?;
    let (resident, received) = (entry.resident, entry.received);
    entering_room::service::check(tx, here, resident, received)?;
    let times = entry.form.parse()?;
    if let Some(kept) = load(tx, here, resident)? {
        may_replace(received, &kept)?;
    }
    entering_room::service::record(tx, here, resident, &Entered::Times { received })?;
    let channel = received.came_by.channel();
    keep(tx, here, resident, KeptTimes { times, channel, at: received.at() })
}

fn a_resident(here: &Here) -> Outcome<ResidentId> {
    match here.viewer {
        Viewer::Guest => Err(Refusal::SignInFirst.into()),
        Viewer::Staff { .. } => Err(Refusal::ResidentsOnly.into()),
        Viewer::Resident { id } => Ok(id),
    }
}

/// What a resident has said about their usual week.
pub fn load(tx: &mut Tx<'_>, here: &Here, resident: ResidentId) -> Outcome<Option<KeptTimes>> {
    let row = tx.first(
        "SELECT kept FROM week_times WHERE community_id = $1 AND resident_id = $2",
        params![here.community.0, resident.0],
    )?;
    row.map(|row| Ok(serde_json::from_str(row.text(0)?)?)).transpose()
}

/// What everybody has said about their usual week.
pub fn all(tx: &mut Tx<'_>, community: CommunityId) -> Outcome<BTreeMap<ResidentId, KeptTimes>> {
    let rows = tx.rows(
        "SELECT resident_id, kept FROM week_times WHERE community_id = $1",
        params![community.0],
    )?;
    let number = |n: i64| u32::try_from(n).map_err(|_| Failure::Broken(format!("resident {n}")));
    let all = rows
        .iter()
        .map(|row| Ok((ResidentId(number(row.int(0)?)?), serde_json::from_str(row.text(1)?)?)));
    all.collect()
}

fn keep(tx: &mut Tx<'_>, here: &Here, resident: ResidentId, kept: KeptTimes) -> Outcome<TimesPage> {
    tx.execute(
        "INSERT INTO week_times (community_id, resident_id, kept) VALUES ($1, $2, $3)
         ON CONFLICT (community_id, resident_id) DO UPDATE SET kept = excluded.kept",
        params![here.community.0, resident.0, serde_json::to_string(&kept)?],
    )?;
    let event = Event::Given { channel: kept.channel };
    here.record(tx, &format!("times/{resident}"), "given", &event, None)?;
    Ok(TimesPage { kept: Some(kept) })
}
