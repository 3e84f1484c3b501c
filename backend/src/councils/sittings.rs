//! Sittings: a session as it was counted when it ended, under numbers that name nobody.

use std::collections::{BTreeMap, BTreeSet};

use huiyin_domain::{
    councils::{
        Group,
        meeting::{
            Attendee, Council,
            statistics::{Came, Counted},
        },
    },
    ids::{AttendeeId, CommunityId, CouncilId, ResidentId, SeriesId},
    time::parse_day,
};

use super::{
    chances::{self, Past},
    people, rows,
};
use crate::{
    failure::{Failure, Outcome},
    here::Here,
    residents,
    store::{Row, Tx, params},
};

/// Counts a session that has just ended.
pub(super) fn keep(tx: &mut Tx<'_>, here: &Here, council: &Council) -> Outcome<()> {
    let past = Past::before(tx, here.community, council.series)?;
    let able: BTreeSet<ResidentId> =
        chances::able(tx, here.community, council)?.into_iter().collect();
    let mut by_group: BTreeMap<Group, u32> = BTreeMap::new();
    for resident in &able {
        *by_group.entry(past.group(*resident)).or_default() += 1;
    }
    let n_invited = residents::service::n_residents(tx, here.community)?;
    tx.execute(
        "INSERT INTO council_sittings
             (community_id, council_id, series_id, day, n_invited, n_able, able)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        params![
            here.community.0,
            council.id.0,
            council.series.0,
            council.hours.day.to_string(),
            n_invited,
            u32::try_from(able.len()).unwrap_or(u32::MAX),
            serde_json::to_string(&by_group)?
        ],
    )?;
    let known = people::all(tx, here.community, council.id)?;
    let came_before = came_before(tx, here.community, council)?;
    for attendee in council.attendees.iter().filter(|it| it.is_here().is_some()) {
        let person = known.get(&attendee.number);
        let came = match person.and_then(|person| person.resident) {
            Some(resident) => Came {
                group: Some(past.group(resident)),
                is_resident: true,
                was_able: able.contains(&resident),
                walked_in: attendee.walked_in(),
                is_first_time: !came_before.contains(&resident),
                never_had_a_chance: past.never_had_a_chance(resident),
            },
            None => unknown(attendee, person.and_then(|person| person.said)),
        };
        keep_came(tx, here.community, council.id, attendee.number, came)?;
    }
    Ok(())
}

/// Whoever has no account: nobody knows whether they came before.
fn unknown(attendee: &Attendee, group: Option<Group>) -> Came {
    Came {
        group,
        is_resident: attendee.is_resident,
        was_able: false,
        walked_in: attendee.walked_in(),
        is_first_time: false,
        never_had_a_chance: false,
    }
}

/// Residents who came to a session that was counted before.
fn came_before(
    tx: &mut Tx<'_>,
    community: CommunityId,
    council: &Council,
) -> Outcome<BTreeSet<ResidentId>> {
    let found = tx.rows(
        "SELECT DISTINCT p.resident_id FROM council_came k
         JOIN council_people p ON p.community_id = k.community_id
             AND p.council_id = k.council_id AND p.number = k.number
         WHERE k.community_id = $1 AND k.council_id <> $2 AND p.resident_id IS NOT NULL",
        params![community.0, council.id.0],
    )?;
    found.iter().map(|row| Ok(ResidentId(rows::number(row, 0)?))).collect()
}

fn keep_came(
    tx: &mut Tx<'_>,
    community: CommunityId,
    council: CouncilId,
    number: AttendeeId,
    came: Came,
) -> Outcome<()> {
    tx.execute(
        "INSERT INTO council_came (community_id, council_id, number, group_word, is_resident,
             was_able, walked_in, is_first_time, never_had_a_chance)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        params![
            community.0,
            council.0,
            number.0,
            came.group.map(Group::word),
            came.is_resident,
            came.was_able,
            came.walked_in,
            came.is_first_time,
            came.never_had_a_chance
        ],
    )?;
    Ok(())
}

/// How many came of each group; whoever said none counts among the others.
pub fn came_by_group(
    tx: &mut Tx<'_>,
    community: CommunityId,
    council: CouncilId,
) -> Outcome<BTreeMap<Group, u32>> {
    let mut by_group = BTreeMap::new();
    for came in came(tx, community, council)? {
        *by_group.entry(came.group.unwrap_or(Group::Other)).or_default() += 1;
    }
    Ok(by_group)
}

/// Sessions as they were counted, the newest first.
pub fn newest(tx: &mut Tx<'_>, community: CommunityId, n_most: u32) -> Outcome<Vec<Counted>> {
    let found = tx.rows(
        "SELECT council_id, day, n_invited, n_able, able FROM council_sittings
         WHERE community_id = $1 ORDER BY day DESC, council_id DESC LIMIT $2",
        params![community.0, n_most],
    )?;
    found.iter().map(|row| counted(tx, community, row)).collect()
}

fn counted(tx: &mut Tx<'_>, community: CommunityId, row: &Row) -> Outcome<Counted> {
    let council = CouncilId(rows::number(row, 0)?);
    let day = parse_day(row.text(1)?);
    Ok(Counted {
        council,
        title: rows::load(tx, community, council)?.title,
        day: day.ok_or_else(|| Failure::Broken(format!("the day of council {council}")))?,
        n_invited: rows::number(row, 2)?,
        n_able: rows::number(row, 3)?,
        able: serde_json::from_str(row.text(4)?)?,
        came: came(tx, community, council)?,
    })
}

fn came(tx: &mut Tx<'_>, community: CommunityId, council: CouncilId) -> Outcome<Vec<Came>> {
    let found = tx.rows(
        "SELECT group_word, is_resident, was_able, walked_in, is_first_time, never_had_a_chance
         FROM council_came WHERE community_id = $1 AND council_id = $2 ORDER BY number",
        params![community.0, council.0],
    )?;
    let came = found.iter().map(|row| {
        Ok(Came {
            group: row.opt_text(0)?.and_then(Group::parse),
            is_resident: row.flag(1)?,
            was_able: row.flag(2)?,
            walked_in: row.flag(3)?,
            is_first_time: row.flag(4)?,
            never_had_a_chance: row.flag(5)?,
        })
    });
    came.collect()
}

/// The series whose plans left somebody a chance or none, the oldest first.
pub fn planned(tx: &mut Tx<'_>, community: CommunityId) -> Outcome<Vec<(SeriesId, u32, u32)>> {
    let found = tx.rows(
        "SELECT series_id, CAST(SUM(1 - had_one) AS BIGINT), COUNT(*) FROM series_chances
         WHERE community_id = $1 GROUP BY series_id ORDER BY series_id",
        params![community.0],
    )?;
    let planned = found.iter().map(|row| {
        Ok((SeriesId(rows::number(row, 0)?), rows::number(row, 1)?, rows::number(row, 2)?))
    });
    planned.collect()
}

/// Of those who had never had a chance before a series: how many came to it, and how many there
/// are.
pub fn reached(tx: &mut Tx<'_>, community: CommunityId, series: SeriesId) -> Outcome<(u32, u32)> {
    let row = tx.first(
        "SELECT COUNT(*), COUNT(c.resident_id) FROM (
             SELECT resident_id FROM series_chances
             WHERE community_id = $1 AND series_id < $2
             GROUP BY resident_id HAVING MAX(had_one) = 0) q
         LEFT JOIN (
             SELECT DISTINCT p.resident_id FROM council_sittings s
             JOIN council_came k
                 ON k.community_id = s.community_id AND k.council_id = s.council_id
             JOIN council_people p ON p.community_id = k.community_id
                 AND p.council_id = k.council_id AND p.number = k.number
             WHERE s.community_id = $1 AND s.series_id = $2 AND p.resident_id IS NOT NULL) c
             ON c.resident_id = q.resident_id",
        params![community.0, series.0],
    )?;
    match row {
        Some(row) => Ok((rows::number(&row, 1)?, rows::number(&row, 0)?)),
        None => Ok((0, 0)),
    }
}
