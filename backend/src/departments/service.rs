//! What organisers do with departments and places.

use huiyin_domain::{
    communities::Bilingual,
    departments::{Command, Event, may_dissolve},
    feedback::{self, Owner, wire::Names},
    ids::{DepartmentId, PlaceId},
    refusals::Refusal,
};

use super::rows;
use crate::{failure::Outcome, feedback::service as answering, here::Here, store::Tx};

/// Sets a department up.
pub fn create(tx: &mut Tx<'_>, here: &Here, name: &Bilingual) -> Outcome<DepartmentId> {
    here.viewer.organiser().ok_or(Refusal::OrganiserOnly)?;
    let id = rows::insert_department(tx, here.community, name)?;
    let event = Event::Created;
    here.record(tx, &rows::stream(id), event.name(), &event, None)?;
    Ok(id)
}

/// Puts a place on the list from which residents choose.
pub fn create_place(tx: &mut Tx<'_>, here: &Here, name: &Bilingual) -> Outcome<PlaceId> {
    here.viewer.organiser().ok_or(Refusal::OrganiserOnly)?;
    rows::insert_place(tx, here.community, name)
}

/// The names of all departments and places, for everybody.
pub fn names(tx: &mut Tx<'_>, here: &Here) -> Outcome<Names> {
    rows::names(tx, here.community)
}

/// Does what the organiser asks of a department.
pub fn command(
    tx: &mut Tx<'_>,
    here: &Here,
    id: DepartmentId,
    command: &Command,
) -> Outcome<Names> {
    match command {
        Command::Dissolve { reason } => dissolve(tx, here, id, reason)?,
    }
    names(tx, here)
}

/// What it still owes goes to the office first, each with its day: no duty is ever nobody's.
fn dissolve(
    tx: &mut Tx<'_>,
    here: &Here,
    id: DepartmentId,
    reason: &feedback::Said,
) -> Outcome<()> {
    may_dissolve(&here.viewer, &rows::department(tx, here.community, id)?)?;
    if !rows::dissolve(tx, here.community, id, reason)? {
        return Err(Refusal::DepartmentDissolved.into());
    }
    let from = Owner::Department { id };
    let passed_on = feedback::Event::PassedOn { from, to: Owner::Office, reason: reason.clone() };
    let mut n_passed_on: u32 = 0;
    for open in crate::feedback::rows::owed_by(tx, here.community, from)? {
        answering::happen(tx, here, &open, &passed_on)?;
        n_passed_on = n_passed_on.saturating_add(1);
    }
    let event = Event::Dissolved { n_passed_on };
    here.record(tx, &rows::stream(id), event.name(), &event, Some(reason.as_str()))
}
