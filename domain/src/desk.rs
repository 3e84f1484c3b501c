//! The service desk (值班台): what waits for the staff, and who may work there.
use crate::{ids::StaffId, refusals::Refusal, residents::Viewer};
use serde::{Deserialize, Serialize};

/// What waits, one number for each room that has something to do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeskPage {
    /// People who wait for a call.
    pub n_callbacks: u32,
    /// Recordings that wait to be written down.
    #[serde(default)]
    pub n_recordings: u32,
    /// What the office owes to residents.
    #[serde(default)]
    pub n_owed: u32,
    /// Those among them that are overdue.
    #[serde(default)]
    pub n_overdue: u32,
    /// Authors who are to be called and told what has happened.
    #[serde(default)]
    pub n_calls: u32,
}

/// May this person work at the desk, and see what residents tell the office alone?
pub fn may_serve(by: &Viewer) -> Result<StaffId, Refusal> {
    match by {
        Viewer::Guest => Err(Refusal::SignInFirst),
        Viewer::Resident { .. } => Err(Refusal::StaffOnly),
        Viewer::Staff { .. } => by.organiser().ok_or(Refusal::StaffOnly),
    }
}
