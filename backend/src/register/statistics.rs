//! Statistics: who took part in what, read from marks and rows, never from a ballot.

use std::collections::BTreeMap;

use huiyin_domain::{
    channels::Channel,
    desk::may_serve,
    ids::ResidentId,
    register::statistics::{Deed, Person, StatisticsPage, figures},
};
use serde::Deserialize;

use super::rows::resident;
use crate::{
    failure::Outcome,
    here::Here,
    store::{Tx, params},
};

/// Where it stands who did what, each resident once.
const DEEDS: [(Deed, &str); 6] = [
    (
        Deed::SignedIn,
        "SELECT resident_id FROM residents
         WHERE community_id = $1 AND signed_in_ms IS NOT NULL",
    ),
    (
        Deed::Proposed,
        "SELECT DISTINCT author_id FROM proposals
         WHERE community_id = $1 AND author_id IS NOT NULL",
    ),
    (Deed::CoSigned, "SELECT DISTINCT resident_id FROM co_signs WHERE community_id = $1"),
    (Deed::Voted, "SELECT DISTINCT resident_id FROM roll WHERE community_id = $1"),
    (
        Deed::Sent,
        "SELECT DISTINCT author_id FROM submissions
         WHERE community_id = $1 AND author_id IS NOT NULL AND kind <> 'contest'",
    ),
    (
        Deed::Came,
        "SELECT DISTINCT p.resident_id FROM council_came k
         JOIN council_people p ON p.community_id = k.community_id
             AND p.council_id = k.council_id AND p.number = k.number
         WHERE k.community_id = $1 AND p.resident_id IS NOT NULL",
    ),
];

/// The statistics, for the office.
pub fn page(tx: &mut Tx<'_>, here: &Here) -> Outcome<StatisticsPage> {
    may_serve(&here.viewer)?;
    let mut people = BTreeMap::new();
    let found = tx.rows(
        "SELECT resident_id, building FROM residents WHERE community_id = $1",
        params![here.community.0],
    )?;
    for row in &found {
        let building = row.opt_text(1)?.map(str::to_owned);
        people.insert(resident(row, 0)?, Person { building, ..Person::default() });
    }
    for (deed, sql) in DEEDS {
        for row in tx.rows(sql, params![here.community.0])? {
            if let Some(person) = people.get_mut(&resident(&row, 0)?) {
                person.deeds.extend([deed, Deed::Heard]);
            }
        }
    }
    ways(tx, here, &mut people)?;
    let people: Vec<Person> = people.into_values().collect();
    Ok(figures(&people, here.today()))
}

/// The one thing that is read of what somebody has sent.
#[derive(Deserialize)]
struct Sent {
    channel: Channel,
}

fn ways(tx: &mut Tx<'_>, here: &Here, people: &mut BTreeMap<ResidentId, Person>) -> Outcome<()> {
    let sent = tx.rows(
        "SELECT author_id, state FROM submissions
         WHERE community_id = $1 AND author_id IS NOT NULL",
        params![here.community.0],
    )?;
    for row in &sent {
        let Sent { channel } = serde_json::from_str(row.text(1)?)?;
        if let Some(person) = people.get_mut(&resident(row, 0)?) {
            person.channels.insert(channel);
        }
    }
    let proposed = tx.rows(
        "SELECT DISTINCT author_id, channel FROM proposals
         WHERE community_id = $1 AND author_id IS NOT NULL",
        params![here.community.0],
    )?;
    for row in &proposed {
        let channel: Channel = serde_json::from_value(row.text(1)?.into())?;
        if let Some(person) = people.get_mut(&resident(row, 0)?) {
            person.channels.insert(channel);
        }
    }
    Ok(())
}
