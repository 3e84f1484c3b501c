//! What administrators do with staff.

use huiyin_domain::{
    ids::StaffId,
    problems::FieldFault,
    refusals::Refusal,
    residents::StaffRole,
    staff::{
        Command, Event, Member, PasswordBy, Scene, decide, may_add, may_give_password, may_manage,
        offers,
        wire::{GivenPassword, MemberPage, NewMember, StaffList},
    },
};

use super::rows;
use crate::{
    departments,
    failure::{Failure, Outcome},
    helping::rows as helps,
    here::Here,
    notices,
    store::Tx,
};

/// A password for one sign-in with its slow hash.
#[derive(Clone)]
pub struct Given {
    /// As it is told, once.
    pub password: String,
    /// What is kept of it.
    pub hash: String,
}

/// All staff, for administrators.
pub fn list(tx: &mut Tx<'_>, here: &Here) -> Outcome<StaffList> {
    may_manage(&here.viewer)?;
    Ok(StaffList {
        items: rows::all(tx, here.community)?,
        next: None,
        departments: departments::rows::departments(tx, here.community)?,
    })
}

/// One member, and what can be done with them.
pub fn page(tx: &mut Tx<'_>, here: &Here, id: StaffId) -> Outcome<MemberPage> {
    may_manage(&here.viewer)?;
    let member = rows::load(tx, here.community, id)?;
    let mut departments = departments::rows::departments(tx, here.community)?;
    departments.retain(|department| !department.is_dissolved);
    let n_administrators = rows::n_administrators(tx, here.community)?;
    let scene = Scene { by: &here.viewer, n_administrators, department: None };
    Ok(MemberPage { offers: offers(&scene, &member), member, departments })
}

/// Adds somebody, with a password for one sign-in.
pub fn add(tx: &mut Tx<'_>, here: &Here, new: &NewMember, given: &Given) -> Outcome<GivenPassword> {
    let event = with_scene(tx, here, Some(new.role), |scene| may_add(scene, new.role))?;
    if rows::named(tx, here.community, new.name.as_str())?.is_some() {
        return Err(Failure::field("name", FieldFault::NameTaken));
    }
    let id = rows::insert(tx, here.community, new, &given.hash)?;
    here.record(tx, &rows::stream(id), event.name(), &event, None)?;
    let member = rows::load(tx, here.community, id)?;
    Ok(GivenPassword { member, password: given.password.clone() })
}

/// Does what an administrator asks of a member.
pub fn command(
    tx: &mut Tx<'_>,
    here: &Here,
    id: StaffId,
    command: &Command,
) -> Outcome<MemberPage> {
    may_manage(&here.viewer)?;
    let member = rows::load(tx, here.community, id)?;
    let role = match command {
        Command::ChangeRole { role } => Some(*role),
        Command::ResetSecondFactor { .. } | Command::Retire { .. } => None,
    };
    let event = with_scene(tx, here, role, |scene| decide(scene, &member, command))?;
    rows::happen(tx, here, id, &event)?;
    let why = command.why().map(|why| why.as_str());
    here.record(tx, &rows::stream(id), event.name(), &event, why)?;
    match event {
        Event::Retired => leave(tx, here, id)?,
        Event::SecondFactorReset => rows::end_sessions(tx, here.community, id, None)?,
        Event::Added { .. }
        | Event::RoleChanged { .. }
        | Event::PasswordGiven
        | Event::PasswordChanged
        | Event::SecondFactorSetUp
        | Event::RecoveryCodesMade
        | Event::RecoveryCodeUsed { .. } => {}
    }
    page(tx, here, id)
}

/// Gives a member a password for one sign-in; they are signed out everywhere.
pub fn give_password(
    tx: &mut Tx<'_>,
    here: &Here,
    id: StaffId,
    given: &Given,
) -> Outcome<GivenPassword> {
    may_manage(&here.viewer)?;
    let member = rows::load(tx, here.community, id)?;
    with_scene(tx, here, None, |scene| may_give_password(scene, &member))?;
    let hashes = (None, given.hash.as_str());
    rows::set_password(tx, here.community, id, hashes, PasswordBy::Given)?;
    rows::end_sessions(tx, here.community, id, None)?;
    let event = Event::PasswordGiven;
    here.record(tx, &rows::stream(id), event.name(), &event, None)?;
    let member = Member { password: PasswordBy::Given, ..member };
    Ok(GivenPassword { member, password: given.password.clone() })
}

/// Whoever leaves is signed out, helps nobody any more, and is told nothing more. What they did
/// stays as it is.
fn leave(tx: &mut Tx<'_>, here: &Here, id: StaffId) -> Outcome<()> {
    use huiyin_domain::helping::{Event, Helper, Party};
    for help in helps::of_helper(tx, here, Helper::Staff { id })? {
        helps::change(tx, here, &help, &Event::Stopped { by: Party::Helper })?;
    }
    notices::leaving::forget(tx, here.community_id(), "staff", id.0.into())?;
    rows::end_sessions(tx, here.community, id, None)
}

/// Decides with what there is to know about staff and about the department of a role.
fn with_scene<T>(
    tx: &mut Tx<'_>,
    here: &Here,
    role: Option<StaffRole>,
    decide: impl FnOnce(&Scene) -> Result<T, Refusal>,
) -> Outcome<T> {
    let n_administrators = rows::n_administrators(tx, here.community)?;
    let department = match role {
        Some(StaffRole::Reviewer { department }) => {
            let all = departments::rows::departments(tx, here.community)?;
            all.into_iter().find(|known| known.id == department)
        }
        None | Some(StaffRole::Organiser | StaffRole::Administrator) => None,
    };
    let scene = Scene { by: &here.viewer, n_administrators, department: department.as_ref() };
    Ok(decide(&scene)?)
}
