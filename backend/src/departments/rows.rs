//! Rows of departments and places.

use huiyin_domain::{
    communities::Bilingual,
    departments::{Department, Place},
    feedback::{Said, wire::Names},
    ids::{CommunityId, DepartmentId, PlaceId},
};

use crate::{
    failure::{Failure, Outcome},
    store::{Row, Tx, counters, params},
};

/// The name of a place's stream of events.
pub fn place_stream(id: PlaceId) -> String {
    format!("place/{id}")
}

/// The name of a department's stream of events.
pub fn stream(id: DepartmentId) -> String {
    format!("department/{id}")
}

/// All departments, by number, also dissolved ones.
pub fn departments(tx: &mut Tx<'_>, community: CommunityId) -> Outcome<Vec<Department>> {
    let rows = tx.rows(
        "SELECT department_id, name_zh, name_en, dissolved FROM departments
         WHERE community_id = $1 ORDER BY department_id",
        params![community.0],
    )?;
    rows.iter().map(read_department).collect()
}

/// One department.
pub fn department(
    tx: &mut Tx<'_>,
    community: CommunityId,
    id: DepartmentId,
) -> Outcome<Department> {
    let row = tx.first(
        "SELECT department_id, name_zh, name_en, dissolved FROM departments
         WHERE community_id = $1 AND department_id = $2",
        params![community.0, id.0],
    )?;
    read_department(&row.ok_or(Failure::MISSING)?)
}

/// Why a department was dissolved, if it was.
pub fn why_dissolved(
    tx: &mut Tx<'_>,
    community: CommunityId,
    id: DepartmentId,
) -> Outcome<Option<Said>> {
    let row = tx.first(
        "SELECT dissolved FROM departments WHERE community_id = $1 AND department_id = $2",
        params![community.0, id.0],
    )?;
    let Some(row) = row else { return Ok(None) };
    let broken = |_| Failure::Broken(format!("department {id} was dissolved without words"));
    row.opt_text(0)?.map(|words| Said::parse(words).map_err(broken)).transpose()
}

/// All places, by number.
pub fn places(tx: &mut Tx<'_>, community: CommunityId) -> Outcome<Vec<Place>> {
    let rows = tx.rows(
        "SELECT place_id, name_zh, name_en FROM places WHERE community_id = $1 ORDER BY place_id",
        params![community.0],
    )?;
    rows.iter().map(|row| Ok(Place { id: PlaceId(number(row)?), name: name(row)? })).collect()
}

/// Does the community have this place?
pub fn has_place(tx: &mut Tx<'_>, community: CommunityId, id: PlaceId) -> Outcome<bool> {
    let row = tx.first(
        "SELECT 1 FROM places WHERE community_id = $1 AND place_id = $2",
        params![community.0, id.0],
    )?;
    Ok(row.is_some())
}

/// The names of all departments and places.
pub fn names(tx: &mut Tx<'_>, community: CommunityId) -> Outcome<Names> {
    Ok(Names { departments: departments(tx, community)?, places: places(tx, community)? })
}

/// Stores a new department.
pub fn insert_department(
    tx: &mut Tx<'_>,
    community: CommunityId,
    name: &Bilingual,
) -> Outcome<DepartmentId> {
    let id = next(tx, community, "department")?;
    tx.execute(
        "INSERT INTO departments (community_id, department_id, name_zh, name_en, dissolved)
         VALUES ($1, $2, $3, $4, NULL)",
        params![community.0, id, &name.zh, &name.en],
    )?;
    Ok(DepartmentId(id))
}

/// Stores a new place.
pub fn insert_place(tx: &mut Tx<'_>, community: CommunityId, name: &Bilingual) -> Outcome<PlaceId> {
    let id = next(tx, community, "place")?;
    tx.execute(
        "INSERT INTO places (community_id, place_id, name_zh, name_en) VALUES ($1, $2, $3, $4)",
        params![community.0, id, &name.zh, &name.en],
    )?;
    Ok(PlaceId(id))
}

/// Writes down that a department is there no more; says whether it still was.
pub fn dissolve(
    tx: &mut Tx<'_>,
    community: CommunityId,
    id: DepartmentId,
    reason: &Said,
) -> Outcome<bool> {
    let n_dissolved = tx.execute(
        "UPDATE departments SET dissolved = $1
         WHERE community_id = $2 AND department_id = $3 AND dissolved IS NULL",
        params![reason.as_str(), community.0, id.0],
    )?;
    Ok(n_dissolved != 0)
}

/// Calls a department something else.
pub fn rename_department(
    tx: &mut Tx<'_>,
    community: CommunityId,
    id: DepartmentId,
    name: &Bilingual,
) -> Outcome<()> {
    tx.execute(
        "UPDATE departments SET name_zh = $1, name_en = $2
         WHERE community_id = $3 AND department_id = $4",
        params![&name.zh, &name.en, community.0, id.0],
    )?;
    Ok(())
}

/// Calls a place something else.
pub fn rename_place(
    tx: &mut Tx<'_>,
    community: CommunityId,
    id: PlaceId,
    name: &Bilingual,
) -> Outcome<()> {
    tx.execute(
        "UPDATE places SET name_zh = $1, name_en = $2 WHERE community_id = $3 AND place_id = $4",
        params![&name.zh, &name.en, community.0, id.0],
    )?;
    Ok(())
}

fn read_department(row: &Row) -> Outcome<Department> {
    let is_dissolved = row.opt_text(3)?.is_some();
    Ok(Department { id: DepartmentId(number(row)?), name: name(row)?, is_dissolved })
}

fn name(row: &Row) -> Outcome<Bilingual> {
    Ok(Bilingual { zh: row.text(1)?.to_owned(), en: row.text(2)?.to_owned() })
}

fn number(row: &Row) -> Outcome<u32> {
    let number = row.int(0)?;
    u32::try_from(number).map_err(|_| Failure::Broken(format!("{number} names nothing")))
}

fn next(tx: &mut Tx<'_>, community: CommunityId, kind: &str) -> Outcome<u32> {
    let number = counters::next(tx, community.0.into(), kind)?;
    u32::try_from(number).map_err(|_| Failure::Broken(format!("{kind} {number}")))
}
