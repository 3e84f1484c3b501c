//! Households: who lives together, of whom nothing was heard, and the register in numbers.

use std::collections::{BTreeMap, BTreeSet};

use huiyin_domain::{
    callbacks::phone::PhoneNumber,
    desk::may_serve,
    ids::{CommunityId, ResidentId},
    register::{
        building_order,
        wire::{BuildingRow, Household, HouseholdList, Member, RegisterPage, Silence},
    },
    time::{DAY_MS, Moment},
};

use super::rows::resident;
use crate::{
    failure::{Failure, Outcome},
    here::Here,
    notices::choices,
    store::{Row, Tx, params},
};

/// Whoever was not heard for so many days is called or visited.
const SILENT_DAYS: i64 = 365;

/// Somebody on the register.
struct Person {
    member: Member,
    address: String,
    building: Option<String>,
    household: Option<String>,
    has_signed_in: bool,
}

/// Those who live together: by the number of the household, or else by the address.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Together {
    Number(String),
    Address(String),
    Alone(ResidentId),
}

impl Person {
    fn read(row: &Row) -> Outcome<Self> {
        let text = |at: usize| Ok::<_, Failure>(row.opt_text(at)?.map(str::to_owned));
        let phone = text(5)?.and_then(|digits| PhoneNumber::parse(&digits).ok());
        let member = Member { resident: resident(row, 0)?, name: row.text(1)?.to_owned(), phone };
        Ok(Self {
            member,
            address: text(2)?.unwrap_or_default(),
            building: text(3)?,
            household: text(4)?,
            has_signed_in: row.opt_int(6)?.is_some(),
        })
    }

    fn together(&self) -> Together {
        match (&self.household, self.address.as_str()) {
            (Some(number), _) => Together::Number(number.clone()),
            (None, "") => Together::Alone(self.member.resident),
            (None, address) => Together::Address(address.to_owned()),
        }
    }
}

fn everybody(tx: &mut Tx<'_>, community: CommunityId) -> Outcome<Vec<Vec<Person>>> {
    let found = tx.rows(
        "SELECT resident_id, public_name, address, building, household, phone, signed_in_ms
         FROM residents WHERE community_id = $1 ORDER BY resident_id",
        params![community.0],
    )?;
    let mut together: BTreeMap<Together, Vec<Person>> = BTreeMap::new();
    for row in &found {
        let person = Person::read(row)?;
        together.entry(person.together()).or_default().push(person);
    }
    let mut households: Vec<_> = together.into_values().collect();
    households.sort_by_cached_key(|people| building_order(&people[0].address));
    Ok(households)
}

/// The register in numbers.
pub fn page(tx: &mut Tx<'_>, here: &Here) -> Outcome<RegisterPage> {
    may_serve(&here.viewer)?;
    let households = everybody(tx, here.community)?;
    let row = tx.first(
        "SELECT MAX(at_ms) FROM events WHERE community_id = $1 AND stream = 'register'
         AND kind = 'imported'",
        params![here.community.0],
    )?;
    let last_import = row.map(|row| row.opt_int(0)).transpose()?.flatten();
    let mut page = RegisterPage {
        n_residents: 0,
        n_households: count(households.len()),
        n_silent: 0,
        n_without_building: 0,
        last_import: last_import.map(Moment::from_millis),
        buildings: Vec::new(),
    };
    let mut buildings: BTreeMap<String, BuildingRow> = BTreeMap::new();
    for people in &households {
        let is_silent = people.iter().all(|person| !person.has_signed_in);
        let n_people = count(people.len());
        page.n_residents += n_people;
        page.n_silent += u32::from(is_silent);
        let Some(building) = people.iter().find_map(|person| person.building.clone()) else {
            page.n_without_building += n_people;
            continue;
        };
        let row = buildings.entry(building.clone()).or_insert(BuildingRow {
            building,
            n_residents: 0,
            n_households: 0,
            n_silent: 0,
        });
        row.n_residents += n_people;
        row.n_households += 1;
        row.n_silent += u32::from(is_silent);
    }
    page.buildings = buildings.into_values().collect();
    page.buildings.sort_by_cached_key(|row| building_order(&row.building));
    Ok(page)
}

/// Households that were not heard, with everybody who could be called.
pub fn silent(tx: &mut Tx<'_>, here: &Here, silence: Silence) -> Outcome<HouseholdList> {
    may_serve(&here.viewer)?;
    let heard = match silence {
        Silence::NeverSignedIn => BTreeSet::new(),
        Silence::NoContact => heard_since(tx, here)?,
    };
    let is_heard = |person: &Person| match silence {
        Silence::NeverSignedIn => person.has_signed_in,
        Silence::NoContact => heard.contains(&person.member.resident),
    };
    let mut numbers = choices::numbers(tx, here.community)?;
    let mut items = Vec::new();
    for people in everybody(tx, here.community)? {
        if people.iter().any(is_heard) {
            continue;
        }
        let address = people[0].address.clone();
        let member = |person: Person| {
            let mut member = person.member;
            // The number they gave themselves comes before the one on the office's list.
            member.phone = numbers.remove(&member.resident).or(member.phone);
            member
        };
        items.push(Household { address, people: people.into_iter().map(member).collect() });
    }
    let since = here.now.plus_millis(-SILENT_DAYS * DAY_MS).in_china().date();
    Ok(HouseholdList { items, next: None, since })
}

/// Everybody of whom something was heard in the last twelve months, on whatever way.
fn heard_since(tx: &mut Tx<'_>, here: &Here) -> Outcome<BTreeSet<ResidentId>> {
    let since = here.now.plus_millis(-SILENT_DAYS * DAY_MS);
    let since_day = since.in_china().date().to_string();
    let mut heard = BTreeSet::new();
    for sql in HEARD_SINCE_MOMENT {
        for row in tx.rows(sql, params![here.community.0, since.millis()])? {
            heard.insert(resident(&row, 0)?);
        }
    }
    let sent = tx.rows(
        "SELECT DISTINCT author_id FROM submissions
         WHERE community_id = $1 AND author_id IS NOT NULL AND sent_day >= $2",
        params![here.community.0, since_day],
    )?;
    for row in &sent {
        heard.insert(resident(row, 0)?);
    }
    Ok(heard)
}

/// What tells of a contact since a moment: devices, what they did themselves, what was entered
/// for them, councils, and marks on rolls. A mark has no time, so the contest's last one counts.
const HEARD_SINCE_MOMENT: [&str; 6] = [
    "SELECT resident_id FROM residents WHERE community_id = $1
         AND (seen_ms >= $2 OR signed_in_ms >= $2)",
    "SELECT DISTINCT person_id FROM sessions
     WHERE community_id = $1 AND kind = 'resident' AND last_used_ms >= $2",
    "SELECT DISTINCT actor_id FROM events
     WHERE community_id = $1 AND at_ms >= $2 AND actor_role = 'resident' AND actor_id IS NOT NULL",
    "SELECT DISTINCT p.author_id FROM proposals p
     JOIN events e ON e.community_id = p.community_id
         AND e.stream = 'proposal/' || p.proposal_id AND e.kind = 'submitted' AND e.at_ms >= $2
     WHERE p.community_id = $1 AND p.author_id IS NOT NULL",
    "SELECT DISTINCT p.resident_id FROM council_came k
     JOIN council_people p ON p.community_id = k.community_id
         AND p.council_id = k.council_id AND p.number = k.number
     JOIN councils c ON c.community_id = k.community_id AND c.council_id = k.council_id
     WHERE k.community_id = $1 AND c.ends_ms >= $2 AND p.resident_id IS NOT NULL",
    "SELECT DISTINCT r.resident_id FROM roll r WHERE r.community_id = $1
         AND EXISTS (SELECT 1 FROM events e WHERE e.community_id = r.community_id
             AND e.stream = 'contest/' || r.contest_id AND e.at_ms >= $2)",
];

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
