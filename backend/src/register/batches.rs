//! Batches of letters: for whom they are, making some of them at a time, and what is remembered.

use std::collections::{BTreeMap, BTreeSet};

use huiyin_domain::{
    accessibility::Modes,
    desk::may_serve,
    ids::{LetterBatchId, ResidentId, StaffId},
    problems::FieldFault,
    refusals::Refusal,
    register::{
        RegisterRefusal, building_order,
        letters::{
            Addressee, BATCH_MOST, Batch, BatchForm, BatchList, BatchPage, BuildingLetters,
            ChunkForm, MadeLetter, MadeLetters,
        },
    },
    residents::wire::LetterForm,
    time::Moment,
};
use serde_json::json;

use super::rows::resident;
use crate::{
    communities,
    failure::{Failure, Outcome},
    here::Here,
    residents::{
        letters,
        service::{LetterSecret, staff_name},
    },
    store::{Row, Tx, Value, counters, params},
};

/// Batches on the list: those of some years.
const BATCHES_MOST: u32 = 200;
/// Letters of a new batch in one statement.
const AT_ONCE: usize = 100;

/// Somebody who could get a letter.
struct Candidate {
    id: ResidentId,
    building: Option<String>,
    address: String,
    has_letter: bool,
}

/// All batches, and for whom another one could be.
pub fn list(tx: &mut Tx<'_>, here: &Here) -> Outcome<BatchList> {
    may_serve(&here.viewer)?;
    let found = tx.rows(
        "SELECT b.batch_id, b.at_ms, b.staff_id, b.buildings, COUNT(l.resident_id),
             COUNT(l.made_ms)
         FROM letter_batches b LEFT JOIN batch_letters l
             ON l.community_id = b.community_id AND l.batch_id = b.batch_id
         WHERE b.community_id = $1
         GROUP BY b.batch_id, b.at_ms, b.staff_id, b.buildings
         ORDER BY b.batch_id DESC LIMIT $2",
        params![here.community.0, BATCHES_MOST],
    )?;
    let mut items = Vec::new();
    for row in &found {
        items.push(batch(tx, here, row)?);
    }
    let candidates = candidates(tx, here)?;
    let mut buildings: BTreeMap<&str, BuildingLetters> = BTreeMap::new();
    for candidate in &candidates {
        let Some(name) = candidate.building.as_deref() else { continue };
        let none = BuildingLetters { building: name.to_owned(), n_residents: 0, n_without: 0 };
        let building = buildings.entry(name).or_insert(none);
        building.n_residents += 1;
        building.n_without += u32::from(!candidate.has_letter);
    }
    let mut buildings: Vec<_> = buildings.into_values().collect();
    buildings.sort_by_cached_key(|it| building_order(&it.building));
    let without = candidates.iter().filter(|candidate| !candidate.has_letter);
    Ok(BatchList {
        items,
        next: None,
        buildings,
        n_residents: count(candidates.len()),
        n_without: count(without.count()),
    })
}

fn batch(tx: &mut Tx<'_>, here: &Here, row: &Row) -> Outcome<Batch> {
    let number = |at: usize| {
        let n = row.int(at)?;
        u32::try_from(n).map_err(|_| Failure::Broken(format!("{n} in a batch of letters")))
    };
    Ok(Batch {
        id: LetterBatchId(number(0)?),
        at: Moment::from_millis(row.int(1)?),
        by: staff_name(tx, here.community, StaffId(number(2)?))?,
        buildings: serde_json::from_str(row.text(3)?)?,
        n_letters: number(4)?,
        n_made: number(5)?,
    })
}

fn candidates(tx: &mut Tx<'_>, here: &Here) -> Outcome<Vec<Candidate>> {
    let found = tx.rows(
        "SELECT r.resident_id, r.building, r.address,
             (SELECT COUNT(*) FROM letters l WHERE l.community_id = r.community_id
                 AND l.resident_id = r.resident_id)
         FROM residents r WHERE r.community_id = $1",
        params![here.community.0],
    )?;
    let read = |row: &Row| {
        Ok(Candidate {
            id: resident(row, 0)?,
            building: row.opt_text(1)?.map(str::to_owned),
            address: row.opt_text(2)?.unwrap_or_default().to_owned(),
            has_letter: row.int(3)? != 0,
        })
    };
    found.iter().map(read).collect()
}

/// Begins a batch: nothing is made yet, only said for whom.
pub fn begin(tx: &mut Tx<'_>, here: &Here, form: &BatchForm) -> Outcome<LetterBatchId> {
    let staff = may_serve(&here.viewer)?;
    let problems = form.problems();
    if !problems.is_empty() {
        return Err(problems.into());
    }
    let chosen: BTreeSet<&str> = form.buildings.iter().map(String::as_str).collect();
    let is_meant = |it: &Candidate| {
        let lives_there = it.building.as_deref().is_some_and(|name| chosen.contains(name));
        (chosen.is_empty() || lives_there) && !(form.only_without && it.has_letter)
    };
    let mut meant: Vec<_> = candidates(tx, here)?.into_iter().filter(is_meant).collect();
    if meant.is_empty() {
        return Err(Refusal::from(RegisterRefusal::NobodyToWrite).into());
    }
    if meant.len() > BATCH_MOST as usize {
        // Those who never had one are found again for the next batch; others would be lost.
        if !form.only_without {
            let fault = FieldFault::TooMany { max: BATCH_MOST as usize };
            return Err(Failure::field("buildings", fault));
        }
        meant.sort_by_cached_key(|it| (building_order(&it.address), it.id));
        meant.truncate(BATCH_MOST as usize);
    }
    let id = counters::next(tx, here.community_id(), "letter_batch")?;
    tx.execute(
        "INSERT INTO letter_batches (community_id, batch_id, at_ms, staff_id, buildings)
         VALUES ($1, $2, $3, $4, $5)",
        params![
            here.community.0,
            id,
            here.now.millis(),
            staff.0,
            serde_json::to_string(&form.buildings)?
        ],
    )?;
    for part in meant.chunks(AT_ONCE) {
        insert(tx, here, id, part)?;
    }
    let begun = json!({ "batch": id, "n_letters": meant.len() });
    here.record(tx, &format!("letter_batch/{id}"), "begun", &begun, None)?;
    let number = u32::try_from(id).map_err(|_| Failure::Broken(format!("batch {id}")))?;
    Ok(LetterBatchId(number))
}

fn insert(tx: &mut Tx<'_>, here: &Here, id: i64, part: &[Candidate]) -> Outcome<()> {
    let mut given: Vec<Value> = params![here.community.0, id].to_vec();
    let mut places = Vec::new();
    for candidate in part {
        given.push(candidate.id.0.into());
        places.push(format!("($1, $2, ${})", given.len()));
    }
    let sql = format!(
        "INSERT INTO batch_letters (community_id, batch_id, resident_id) VALUES {}",
        places.join(", ")
    );
    tx.execute(&sql, &given)?;
    Ok(())
}

/// One batch with everybody in it.
pub fn page(tx: &mut Tx<'_>, here: &Here, id: LetterBatchId) -> Outcome<BatchPage> {
    may_serve(&here.viewer)?;
    let head = tx.first(
        "SELECT b.batch_id, b.at_ms, b.staff_id, b.buildings,
             (SELECT COUNT(*) FROM batch_letters l WHERE l.community_id = b.community_id
                 AND l.batch_id = b.batch_id),
             (SELECT COUNT(l.made_ms) FROM batch_letters l WHERE l.community_id = b.community_id
                 AND l.batch_id = b.batch_id)
         FROM letter_batches b WHERE b.community_id = $1 AND b.batch_id = $2",
        params![here.community.0, id.0],
    )?;
    let batch = batch(tx, here, &head.ok_or(Failure::MISSING)?)?;
    let found = tx.rows(
        "SELECT r.resident_id, r.public_name, r.address, m.modes, b.made_ms, l.letter,
             r.signed_in_ms
         FROM batch_letters b
         JOIN residents r ON r.community_id = b.community_id AND r.resident_id = b.resident_id
         LEFT JOIN modes m ON m.community_id = r.community_id AND m.kind = 'resident'
             AND m.person_id = r.resident_id
         LEFT JOIN letters l ON l.community_id = b.community_id AND l.letter = b.letter
         WHERE b.community_id = $1 AND b.batch_id = $2",
        params![here.community.0, id.0],
    )?;
    let mut people = found.iter().map(addressee).collect::<Outcome<Vec<_>>>()?;
    people.sort_by_cached_key(|it| {
        (building_order(&it.address.clone().unwrap_or_default()), it.resident)
    });
    let community = communities::service::load(tx, here.community)?;
    Ok(BatchPage { batch, people, community })
}

fn addressee(row: &Row) -> Outcome<Addressee> {
    let text = |at: usize| Ok::<_, Failure>(row.opt_text(at)?.map(str::to_owned));
    // Modes that a newer version wrote are no reason to send nobody a letter.
    let modes = text(3)?.and_then(|stored| serde_json::from_str::<Modes>(&stored).ok());
    Ok(Addressee {
        resident: resident(row, 0)?,
        name: row.text(1)?.to_owned(),
        address: text(2)?,
        modes,
        made: row.opt_int(4)?.map(Moment::from_millis),
        letter: text(5)?,
        has_signed_in: row.opt_int(6)?.is_some(),
    })
}

/// Judges what is to be made, before the server works for it.
pub fn weigh(tx: &mut Tx<'_>, here: &Here, id: LetterBatchId, form: &ChunkForm) -> Outcome<()> {
    may_serve(&here.viewer)?;
    let problems = form.problems();
    if !problems.is_empty() {
        return Err(problems.into());
    }
    let page = page(tx, here, id)?;
    let made: BTreeMap<ResidentId, bool> =
        page.people.iter().map(|person| (person.resident, person.made.is_some())).collect();
    let asked: BTreeSet<ResidentId> = form.residents.iter().copied().collect();
    let is_known = |resident: &ResidentId| made.contains_key(resident);
    if asked.len() != form.residents.len() || !asked.iter().all(is_known) {
        return Err(Failure::field("residents", FieldFault::UnknownResident));
    }
    match !form.again && asked.iter().any(|resident| made[resident]) {
        true => Err(Refusal::from(RegisterRefusal::MadeMeanwhile).into()),
        false => Ok(()),
    }
}

/// Makes some letters of a batch. `secrets` were hashed beforehand, one for each.
pub fn make(
    tx: &mut Tx<'_>,
    here: &Here,
    id: LetterBatchId,
    form: &ChunkForm,
    secrets: &[LetterSecret],
) -> Outcome<MadeLetters> {
    weigh(tx, here, id, form)?;
    let one = LetterForm { sign_in: form.sign_in.clone(), end_sessions: false };
    let mut made = Vec::new();
    for (resident, secret) in form.residents.iter().zip(secrets) {
        let letter = letters::print(tx, here, *resident, secret, &one)?;
        tx.execute(
            "UPDATE batch_letters SET made_ms = $1, letter = $2
             WHERE community_id = $3 AND batch_id = $4 AND resident_id = $5",
            params![here.now.millis(), letter.code.letter(), here.community.0, id.0, resident.0],
        )?;
        made.push(MadeLetter { resident: *resident, letter });
    }
    Ok(MadeLetters { letters: made })
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
