//! What is sent about requests to be called back.
use super::{CallResult, PreferredTime, Stage, phone::PhoneNumber};
use crate::{communities::Bilingual, ids::CallbackId, time::Moment};
use huiyin_derive::ReadTagged;
use serde::{Deserialize, Serialize};

/// Something this person may do with a request next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Offer {
    /// Settle it.
    Close,
}

/// The answer to a request that was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CallbackTaken {
    /// Its number.
    pub id: CallbackId,
}

/// How to reach the person; for those who call alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// Where to call.
    pub phone: PhoneNumber,
    /// What about.
    pub about: Option<String>,
    /// What the resident is called, if one sent it signed in.
    pub name: Option<String>,
}

/// How a request stands, as everybody may know it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Nobody has called yet.
    Waiting,
    /// They talked.
    Talked,
    /// Nobody answered.
    NotReached,
}

impl Standing {
    /// What of a stage everybody may know: not the note.
    pub fn of(stage: &Stage) -> Self {
        match stage {
            Stage::Waiting => Self::Waiting,
            Stage::Closed { result: CallResult::Talked, .. } => Self::Talked,
            Stage::Closed { result: CallResult::NotReached { .. }, .. } => Self::NotReached,
        }
    }
}

/// One request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CallbackPage {
    /// Its number.
    pub id: CallbackId,
    /// When it was sent.
    pub asked_at: Moment,
    /// When the person would like to be called.
    pub when: PreferredTime,
    /// When somebody is in the office to call.
    pub office_hours: Bilingual,
    /// How it stands.
    pub standing: Standing,
    /// How to reach the person; only for those who call, and only while it waits.
    pub contact: Option<Contact>,
    /// What this person may do next.
    pub offers: Vec<Offer>,
}

/// The requests that wait.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CallbackList {
    /// The oldest first; no more than fit on a page.
    pub items: Vec<CallbackPage>,
    /// The others come when these are settled.
    pub next: Option<String>,
    /// How many wait in all.
    pub total: u32,
}
