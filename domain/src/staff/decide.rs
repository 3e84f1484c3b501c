//! What administrators may do with staff, and what happens then.
use super::{Event, Factor, Member, StaffRefusal, Standing, Why};
use crate::{
    departments::Department,
    ids::StaffId,
    refusals::Refusal,
    residents::{StaffRole, Viewer},
};
use huiyin_derive::ReadTagged;
use serde::{Deserialize, Serialize};

/// What an administrator can ask of a member of staff.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Command {
    /// Be there for something else (换角色).
    ChangeRole {
        /// For what.
        role: StaffRole,
    },
    /// Take the second factor away (重设双重验证), as when a phone is lost.
    ResetSecondFactor {
        /// Why.
        why: Why,
    },
    /// Let them sign in no more (离岗).
    Retire {
        /// Why.
        why: Why,
    },
}

impl Command {
    /// Why it is asked, where that is said.
    pub fn why(&self) -> Option<&Why> {
        match self {
            Self::ChangeRole { .. } => None,
            Self::ResetSecondFactor { why } | Self::Retire { why } => Some(why),
        }
    }
}

/// What an administrator can do with a member of staff.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Offer {
    /// Give them another role.
    ChangeRole,
    /// Give them a new password for one sign-in.
    GivePassword,
    /// Take their second factor away.
    ResetSecondFactor,
    /// Let them sign in no more.
    Retire,
}

/// The circumstances of a decision about staff.
#[derive(Clone, Copy, Debug)]
pub struct Scene<'a> {
    /// Who asks.
    pub by: &'a Viewer,
    /// How many administrators work here.
    pub n_administrators: u32,
    /// The department of the role that is asked for, if it is a reviewer's.
    pub department: Option<&'a Department>,
}

/// May this person look after staff?
pub fn may_manage(by: &Viewer) -> Result<StaffId, Refusal> {
    match by {
        Viewer::Guest => Err(Refusal::SignInFirst),
        Viewer::Resident { .. } => Err(Refusal::StaffOnly),
        Viewer::Staff { .. } => {
            by.administrator().ok_or_else(|| StaffRefusal::AdministratorOnly.into())
        }
    }
}

/// May this person add somebody in this role?
pub fn may_add(scene: &Scene, role: StaffRole) -> Result<Event, Refusal> {
    may_manage(scene.by)?;
    may_have(scene, role)?;
    Ok(Event::Added { role })
}

/// Can anybody have this role? Nobody answers for a department that is there no more.
fn may_have(scene: &Scene, role: StaffRole) -> Result<(), Refusal> {
    match role {
        StaffRole::Organiser | StaffRole::Administrator => Ok(()),
        StaffRole::Reviewer { department } => {
            let found = scene.department.filter(|found| found.id == department);
            let is_there = found.is_some_and(|found| !found.is_dissolved);
            if is_there { Ok(()) } else { Err(Refusal::DepartmentDissolved) }
        }
    }
}

/// May this person do something about somebody else who works here?
fn may_change(scene: &Scene, member: &Member) -> Result<(), Refusal> {
    let own = may_manage(scene.by)?;
    if own == member.id {
        return Err(StaffRefusal::OwnAccount.into());
    }
    match member.standing {
        Standing::Active => Ok(()),
        Standing::Retired { at } => Err(StaffRefusal::Retired { at }.into()),
    }
}

/// May this person take the member's role away? One administrator is always left.
fn may_take_role(scene: &Scene, member: &Member) -> Result<(), Refusal> {
    may_change(scene, member)?;
    let is_last = member.role == StaffRole::Administrator && scene.n_administrators < 2;
    if is_last { Err(StaffRefusal::LastAdministrator.into()) } else { Ok(()) }
}

/// May this person give the member a new password?
pub fn may_give_password(scene: &Scene, member: &Member) -> Result<(), Refusal> {
    may_change(scene, member)
}

/// May this person take the member's second factor away?
fn may_reset(scene: &Scene, member: &Member) -> Result<(), Refusal> {
    may_change(scene, member)?;
    match member.factor {
        Factor::SetUp { .. } => Ok(()),
        Factor::None => Err(StaffRefusal::NoSecondFactor.into()),
    }
}

/// What happens when it is asked, or why not.
pub fn decide(scene: &Scene, member: &Member, command: &Command) -> Result<Event, Refusal> {
    match command {
        Command::ChangeRole { role } => {
            may_take_role(scene, member)?;
            may_have(scene, *role)?;
            if *role == member.role {
                return Err(StaffRefusal::SameRole.into());
            }
            Ok(Event::RoleChanged { from: member.role, to: *role })
        }
        Command::ResetSecondFactor { .. } => {
            may_reset(scene, member).map(|()| Event::SecondFactorReset)
        }
        Command::Retire { .. } => may_take_role(scene, member).map(|()| Event::Retired),
    }
}

/// What this person can do with the member, the likeliest first.
pub fn offers(scene: &Scene, member: &Member) -> Vec<Offer> {
    let mut offers = Vec::new();
    if may_give_password(scene, member).is_ok() {
        offers.push(Offer::GivePassword);
    }
    if may_reset(scene, member).is_ok() {
        offers.push(Offer::ResetSecondFactor);
    }
    if may_take_role(scene, member).is_ok() {
        offers.extend([Offer::ChangeRole, Offer::Retire]);
    }
    offers
}
