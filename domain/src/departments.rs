//! Departments and places of a community: who answers, and where things are.
use crate::{
    communities::Bilingual,
    feedback::Said,
    ids::{DepartmentId, PlaceId},
    refusals::Refusal,
    residents::Viewer,
};
use serde::{Deserialize, Serialize};

/// A department that answers residents (部门), such as the property company or the police post.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Department {
    /// Its number.
    pub id: DepartmentId,
    /// What it is called.
    pub name: Bilingual,
    /// Was it dissolved? Then nothing more is passed on to it, and its name stays readable.
    pub is_dissolved: bool,
}

/// A place that residents choose by a button (地点), such as a building.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// Its number.
    pub id: PlaceId,
    /// What it is called.
    pub name: Bilingual,
}

/// What the organiser can ask of a department.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Command {
    /// It is there no more (撤销): what it still owes goes back to the office.
    Dissolve {
        /// Why; it stands with everything that is passed on.
        reason: Said,
    },
}

/// What happened to a department.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Event {
    /// It came to be.
    Created,
    /// It is there no more.
    Dissolved {
        /// So many of its duties went back to the office.
        n_passed_on: u32,
    },
}

impl Event {
    /// Its name in the record.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Created => "created",
            Self::Dissolved { .. } => "dissolved",
        }
    }
}

/// May this person dissolve the department? Only once.
pub fn may_dissolve(by: &Viewer, department: &Department) -> Result<(), Refusal> {
    match by {
        Viewer::Guest => return Err(Refusal::SignInFirst),
        Viewer::Resident { .. } | Viewer::Staff { .. } => {
            by.organiser().ok_or(Refusal::OrganiserOnly)?;
        }
    }
    if department.is_dissolved { Err(Refusal::DepartmentDissolved) } else { Ok(()) }
}
