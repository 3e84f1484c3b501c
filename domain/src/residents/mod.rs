//! Residents and staff: who is asking.
pub mod letter_code;
pub mod search;
pub mod wire;

use crate::ids::{DepartmentId, ResidentId, StaffId};
use huiyin_derive::ReadTagged;
use serde::{Deserialize, Serialize};

/// What a member of staff is there for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StaffRole {
    /// Runs contests and councils (组织者).
    Organiser,
    /// Keeps the deployment (管理员); may do what an organiser may.
    Administrator,
    /// Answers residents for a department (部门经办).
    Reviewer {
        /// Which.
        department: DepartmentId,
    },
}

/// Whoever looks at a page or sends a command.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Viewer {
    /// Not signed in (访客).
    Guest,
    /// A resident (居民).
    Resident {
        /// Their number.
        id: ResidentId,
    },
    /// Somebody of the staff (工作人员).
    Staff {
        /// Their number.
        id: StaffId,
        /// What they are there for.
        role: StaffRole,
    },
}

impl Viewer {
    /// The resident, if it is one.
    pub fn resident(&self) -> Option<ResidentId> {
        match self {
            Self::Resident { id } => Some(*id),
            Self::Guest | Self::Staff { .. } => None,
        }
    }

    /// The member of staff, if it is one who may run contests.
    pub fn organiser(&self) -> Option<StaffId> {
        match self {
            Self::Staff { id, role: StaffRole::Organiser | StaffRole::Administrator } => Some(*id),
            Self::Staff { role: StaffRole::Reviewer { .. }, .. }
            | Self::Guest
            | Self::Resident { .. } => None,
        }
    }

    /// The member of staff, if it is one who looks after the others.
    pub fn administrator(&self) -> Option<StaffId> {
        match self {
            Self::Staff { id, role: StaffRole::Administrator } => Some(*id),
            Self::Staff { role: StaffRole::Organiser | StaffRole::Reviewer { .. }, .. }
            | Self::Guest
            | Self::Resident { .. } => None,
        }
    }

    /// The department for which a member of staff answers, if they answer for one.
    pub fn department(&self) -> Option<DepartmentId> {
        match self {
            Self::Staff { role: StaffRole::Reviewer { department }, .. } => Some(*department),
            Self::Staff { role: StaffRole::Organiser | StaffRole::Administrator, .. }
            | Self::Guest
            | Self::Resident { .. } => None,
        }
    }
}
