//! Calls about series: who has answered without the app is told on the telephone when it is, and
//! who asked for calls of everything.

use std::collections::{BTreeMap, btree_map::Entry};

use huiyin_domain::{
    councils::series::{Series, Told},
    desk::may_serve,
    ids::{ResidentId, SeriesId},
    notices::{
        CALLED_AFTER_DAYS, CALLED_AGAIN_AFTER_MS,
        wire::{CallDone, CallOutcome, SeriesCall, SeriesToTell},
    },
    time::DAY_MS,
};
use serde_json::json;

use super::{choices, reading};
use crate::{
    failure::{Failure, Outcome},
    here::Here,
    series::{rows, telling},
    store::{Tx, params},
};

/// What a resident is to be told of a series, and did they ask for calls?
#[derive(Clone, Debug)]
pub(super) struct Due {
    series: SeriesId,
    resident: ResidentId,
    told: Vec<(Told, i64)>,
    was_chosen: bool,
}

/// Those who are to be called, who waits longest first.
///
/// That residents are asked for times is told by telephone to those alone who asked for calls, and
/// while they are asked; when it is, also to those who do not use the app.
pub(super) fn all_due(tx: &mut Tx<'_>, here: &Here) -> Outcome<Vec<Due>> {
    let found = tx.rows(
        "SELECT n.series_id, n.resident_id, n.told, n.seq, COALESCE(c.by_call, 0)
         FROM series_notices n
         LEFT JOIN notice_choices c ON c.community_id = n.community_id AND c.kind = 'resident'
             AND c.person_id = n.resident_id
         WHERE n.community_id = $1 AND n.is_read = 0
             AND (COALESCE(c.by_call, 0) = 1
                 OR (n.told IN ('scheduled', 'cancelled') AND NOT EXISTS (
                     SELECT 1 FROM sessions d WHERE d.community_id = n.community_id
                         AND d.kind = 'resident' AND d.person_id = n.resident_id
                         AND d.help_id IS NULL AND d.last_used_ms > $2)))
             AND NOT EXISTS (SELECT 1 FROM events t WHERE t.community_id = n.community_id
                 AND t.stream = 'series_call/' || n.series_id || '/' || n.resident_id
                 AND t.kind = 'nobody_answered' AND t.at_ms > $3)
         ORDER BY n.at_ms, n.series_id, n.resident_id, n.seq",
        params![
            here.community.0,
            here.now.plus_millis(-CALLED_AFTER_DAYS * DAY_MS).millis(),
            here.now.plus_millis(-CALLED_AGAIN_AFTER_MS).millis()
        ],
    )?;
    let mut known: BTreeMap<SeriesId, Series> = BTreeMap::new();
    let mut due: Vec<Due> = Vec::new();
    for row in &found {
        let (id, resident) = (SeriesId(rows::number(row, 0)?), rows::resident(row, 1)?);
        let word = row.text(2)?;
        let told =
            Told::parse(word).ok_or_else(|| Failure::Broken(format!("a notice of {word}")))?;
        let (seq, was_chosen) = (row.int(3)?, row.flag(4)?);
        let series = match known.entry(id) {
            Entry::Occupied(there) => there.into_mut(),
            Entry::Vacant(free) => free.insert(rows::load(tx, here.community, id)?),
        };
        let asked = telling::asked_until(series, here.now);
        if told.asks() && asked.is_none() {
            continue;
        }
        match due.iter_mut().find(|it| it.series == id && it.resident == resident) {
            Some(one) => one.told.push((told, seq)),
            None => due.push(Due { series: id, resident, told: vec![(told, seq)], was_chosen }),
        }
    }
    Ok(due)
}

/// One of them, with what is read to them.
pub(super) fn call(tx: &mut Tx<'_>, here: &Here, due: Due) -> Outcome<SeriesCall> {
    let Due { series, resident, told, was_chosen } = due;
    let series = rows::load(tx, here.community, series)?;
    let about = tx.first(
        "SELECT public_name, address FROM residents WHERE community_id = $1 AND resident_id = $2",
        params![here.community.0, resident.0],
    )?;
    let about = about.ok_or_else(|| Failure::Broken(format!("no resident {resident}")))?;
    let chosen = choices::of(tx, here.community_id(), "resident", resident.0.into())?;
    let until = telling::asked_until(&series, here.now);
    let mut to_tell = Vec::new();
    for (told, seq) in told {
        let hours = telling::hours(tx, here.community, &series, (told, resident))?;
        to_tell.push(SeriesToTell { seq, told, hours, until });
    }
    Ok(SeriesCall {
        series: series.id,
        title: series.title,
        resident,
        name: about.text(0)?.to_owned(),
        address: about.opt_text(1)?.map(str::to_owned),
        phone: chosen.call.or(chosen.sms),
        was_chosen,
        told: to_tell,
    })
}

/// Somebody was told on the telephone, and it is as if they had read it; or nobody answered.
pub(super) fn done(
    tx: &mut Tx<'_>,
    here: &Here,
    (id, resident): (SeriesId, ResidentId),
    done: CallDone,
) -> Outcome<()> {
    may_serve(&here.viewer)?;
    rows::load(tx, here.community, id)?;
    let n_due = tx.first(
        "SELECT COUNT(*) FROM series_notices
         WHERE community_id = $1 AND resident_id = $2 AND series_id = $3 AND is_read = 0
             AND seq <= $4",
        params![here.community.0, resident.0, id.0, done.until_seq],
    )?;
    if n_due.map_or(Ok(0), |row| row.int(0))? == 0 {
        return Ok(());
    }
    let kind = match done.outcome {
        CallOutcome::Told => {
            reading::Told::OF_SERIES.read(tx, here, resident, (id.0, done.until_seq))?;
            "told"
        }
        CallOutcome::NobodyAnswered => "nobody_answered",
    };
    let said = json!({ "series": id, "resident": resident, "until_seq": done.until_seq });
    here.record(tx, &format!("series_call/{id}/{resident}"), kind, &said, None)
}
