//! Rows of the register: everybody on it, and new people by the hundred.

use huiyin_domain::{
    ids::{CommunityId, ResidentId},
    register::{Entry, Part, report::OnRegister},
    time::Moment,
};

use crate::{
    failure::{Failure, Outcome},
    store::{Row, Tx, Value, counters, params},
};

/// New people in one statement.
const AT_ONCE: usize = 50;
/// Columns of a new row.
const N_COLUMNS: usize = 10;

/// Everybody on the register, as a table is weighed against it.
pub fn on_register(tx: &mut Tx<'_>, community: CommunityId) -> Outcome<Vec<OnRegister>> {
    let found = tx.rows(
        "SELECT resident_id, public_name, address, household, building, phone FROM residents
         WHERE community_id = $1 ORDER BY resident_id",
        params![community.0],
    )?;
    let read = |row: &Row| {
        Ok(OnRegister {
            id: resident(row, 0)?,
            name: row.text(1)?.to_owned(),
            address: row.opt_text(2)?.map(str::to_owned),
            household: row.opt_text(3)?.map(str::to_owned),
            has_home: row.opt_text(4)?.is_some(),
            has_phone: row.opt_text(5)?.is_some(),
        })
    };
    found.iter().map(read).collect()
}

/// Puts new people on the register.
pub fn add(tx: &mut Tx<'_>, community: CommunityId, entries: &[Entry], now: Moment) -> Outcome<()> {
    if entries.is_empty() {
        return Ok(());
    }
    let n = u32::try_from(entries.len()).map_err(|_| Failure::Broken("new people".to_owned()))?;
    let mut id = counters::next_many(tx, community.0.into(), "resident", n)?;
    for part in entries.chunks(AT_ONCE) {
        let mut given: Vec<Value> = Vec::with_capacity(part.len() * N_COLUMNS);
        for entry in part {
            given.extend(values(community, id, entry, now));
            id += 1;
        }
        let places: Vec<_> = (0..part.len()).map(placeholders).collect();
        let sql = format!(
            "INSERT INTO residents (community_id, resident_id, public_name, address, since_ms,
                 building, unit, room, household, phone) VALUES {}",
            places.join(", ")
        );
        tx.execute(&sql, &given)?;
    }
    Ok(())
}

/// `($11, $12, …)` of the `nth` row, from 0.
fn placeholders(nth: usize) -> String {
    let places: Vec<_> = (1..=N_COLUMNS).map(|at| format!("${}", nth * N_COLUMNS + at)).collect();
    format!("({})", places.join(", "))
}

fn values(community: CommunityId, id: i64, entry: &Entry, now: Moment) -> [Value; N_COLUMNS] {
    let home = &entry.home;
    [
        community.0.into(),
        id.into(),
        entry.name.as_str().into(),
        home.address().into(),
        now.millis().into(),
        home.building.as_str().into(),
        home.unit.as_ref().map(Part::as_str).into(),
        home.room.as_str().into(),
        entry.household.as_ref().map(|number| number.as_str()).into(),
        entry.phone.as_ref().map(|phone| phone.digits()).into(),
    ]
}

/// Writes down what was not known of somebody; what was known stays.
pub fn fill(tx: &mut Tx<'_>, community: CommunityId, id: ResidentId, entry: &Entry) -> Outcome<()> {
    let home = &entry.home;
    tx.execute(
        "UPDATE residents SET
             unit = CASE WHEN building IS NULL THEN $1 ELSE unit END,
             room = COALESCE(room, $2),
             building = COALESCE(building, $3),
             household = COALESCE(household, $4),
             phone = COALESCE(phone, $5)
         WHERE community_id = $6 AND resident_id = $7",
        params![
            home.unit.as_ref().map(Part::as_str),
            home.room.as_str(),
            home.building.as_str(),
            entry.household.as_ref().map(|number| number.as_str()),
            entry.phone.as_ref().map(|phone| phone.digits()),
            community.0,
            id.0
        ],
    )?;
    Ok(())
}

/// The number of a resident in a column.
pub fn resident(row: &Row, column: usize) -> Outcome<ResidentId> {
    let id = row.int(column)?;
    u32::try_from(id).map(ResidentId).map_err(|_| Failure::Broken(format!("resident {id}")))
}
