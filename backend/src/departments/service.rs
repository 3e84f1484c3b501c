//! What organisers do with departments and places.

use huiyin_domain::{
    communities::Bilingual,
    departments::{Command, Event, NameForm, PlaceCommand, PlaceEvent, may_arrange, may_change},
    feedback::{self, Owner, wire::Names},
    ids::{DepartmentId, PlaceId},
    problems::FieldFault,
    refusals::Refusal,
};

use super::rows;
use crate::{
    failure::{Failure, Outcome},
    feedback::service as answering,
    here::Here,
    store::Tx,
};

/// Sets a department up.
pub fn create(tx: &mut Tx<'_>, here: &Here, name: &Bilingual) -> Outcome<DepartmentId> {
    may_arrange(&here.viewer)?;
    let id = rows::insert_department(tx, here.community, name)?;
    let event = Event::Created;
    here.record(tx, &rows::stream(id), event.name(), &event, None)?;
    Ok(id)
}

/// Puts a place on the list from which residents choose.
pub fn create_place(tx: &mut Tx<'_>, here: &Here, name: &Bilingual) -> Outcome<PlaceId> {
    may_arrange(&here.viewer)?;
    let id = rows::insert_place(tx, here.community, name)?;
    let event = PlaceEvent::Created;
    here.record(tx, &rows::place_stream(id), event.name(), &event, None)?;
    Ok(id)
}

/// Sets a department up under a name that no other has, as typed.
pub fn add(tx: &mut Tx<'_>, here: &Here, form: &NameForm) -> Outcome<Names> {
    may_arrange(&here.viewer)?;
    let name = form.parse()?;
    free_for_department(tx, here, &name, None)?;
    create(tx, here, &name)?;
    names(tx, here)
}

/// Puts a place on the list under a name that no other has, as typed.
pub fn add_place(tx: &mut Tx<'_>, here: &Here, form: &NameForm) -> Outcome<Names> {
    may_arrange(&here.viewer)?;
    let name = form.parse()?;
    free_for_place(tx, here, &name, None)?;
    create_place(tx, here, &name)?;
    names(tx, here)
}

/// Does what the organiser asks of a place.
pub fn command_place(
    tx: &mut Tx<'_>,
    here: &Here,
    id: PlaceId,
    command: &PlaceCommand,
) -> Outcome<Names> {
    may_arrange(&here.viewer)?;
    let PlaceCommand::Rename { name } = command;
    let places = rows::places(tx, here.community)?;
    let place = places.into_iter().find(|place| place.id == id).ok_or(Failure::MISSING)?;
    let to = name.parse()?;
    free_for_place(tx, here, &to, Some(id))?;
    rows::rename_place(tx, here.community, id, &to)?;
    let event = PlaceEvent::Renamed { from: place.name, to };
    here.record(tx, &rows::place_stream(id), event.name(), &event, None)?;
    names(tx, here)
}

/// Two departments of one name would be mistaken for each other; dissolved ones are not.
fn free_for_department(
    tx: &mut Tx<'_>,
    here: &Here,
    name: &Bilingual,
    but: Option<DepartmentId>,
) -> Outcome<()> {
    let all = rows::departments(tx, here.community)?;
    let others = all.iter().filter(|other| !other.is_dissolved && Some(other.id) != but);
    free(name, others.map(|other| &other.name))
}

fn free_for_place(
    tx: &mut Tx<'_>,
    here: &Here,
    name: &Bilingual,
    but: Option<PlaceId>,
) -> Outcome<()> {
    let all = rows::places(tx, here.community)?;
    let others = all.iter().filter(|other| Some(other.id) != but);
    free(name, others.map(|other| &other.name))
}

fn free<'a>(name: &Bilingual, mut others: impl Iterator<Item = &'a Bilingual>) -> Outcome<()> {
    match others.any(|other| other.zh == name.zh) {
        true => Err(Failure::field("zh", FieldFault::NameTaken)),
        false => Ok(()),
    }
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
        Command::Rename { name } => rename(tx, here, id, name)?,
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
    may_change(&here.viewer, &rows::department(tx, here.community, id)?)?;
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

fn rename(tx: &mut Tx<'_>, here: &Here, id: DepartmentId, name: &NameForm) -> Outcome<()> {
    let department = rows::department(tx, here.community, id)?;
    may_change(&here.viewer, &department)?;
    let to = name.parse()?;
    free_for_department(tx, here, &to, Some(id))?;
    rows::rename_department(tx, here.community, id, &to)?;
    let event = Event::Renamed { from: department.name, to };
    here.record(tx, &rows::stream(id), event.name(), &event, None)
}
