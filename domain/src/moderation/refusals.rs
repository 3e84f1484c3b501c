//! Why a rule about what is reported and hidden says no.
use crate::refusals::Refusal;
use huiyin_derive::ReadTagged;
use serde::Serialize;

/// Why a report, a decision or an appeal was refused (不能办的原因).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum ModerationRefusal {
    /// The case has gone on since.
    NotAtThisStage,
    /// This resident has reported it, and it is being looked at.
    ReportedAlready,
    /// Somebody reports more in a day than anybody may.
    TooManyReports {
        /// The most.
        max: u32,
    },
    /// It is hidden already.
    HiddenAlready,
    /// It has no such photo.
    NoSuchPhoto,
    /// Only its author may appeal.
    NotTheAuthor,
    /// Whoever has hidden it does not answer the appeal.
    AnotherDecides,
    /// Something of it is hidden: its text stands still until that is settled.
    HiddenNow,
}

impl ModerationRefusal {
    /// Is it about who asks, rather than about how things stand?
    pub fn is_about_who(self) -> bool {
        match self {
            Self::NotTheAuthor | Self::AnotherDecides => true,
            Self::NotAtThisStage
            | Self::ReportedAlready
            | Self::TooManyReports { .. }
            | Self::HiddenAlready
            | Self::NoSuchPhoto
            | Self::HiddenNow => false,
        }
    }
}

impl From<ModerationRefusal> for Refusal {
    fn from(why: ModerationRefusal) -> Self {
        Self::Moderation { why }
    }
}
