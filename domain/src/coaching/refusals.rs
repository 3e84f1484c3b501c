//! Why a rule about coaching says no.
use super::StageKind;
use crate::refusals::Refusal;
use huiyin_derive::ReadTagged;
use serde::Serialize;

/// Why something about coaching was refused (不能办的原因).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum CoachingRefusal {
    /// Only its authors, its coach and the office have a part in it.
    NotYours,
    /// Only whoever put themselves on the list of volunteers coaches.
    NotAVolunteer,
    /// Whoever the office names is not on the list of volunteers.
    NoSuchVolunteer,
    /// Nobody coaches their own proposal.
    AuthorCannotCoach,
    /// Only the coach does this, or the office.
    NotTheCoach,
    /// The authors have asked already, and that is not over.
    AskedAlready,
    /// It has gone on since.
    NotAtThisStage {
        /// Where it stands.
        stage: StageKind,
    },
    /// The text of the proposal cannot be changed any more.
    TextStandsFast,
    /// Nobody coaches more at once.
    TooManyAtOnce {
        /// The most.
        max: u32,
    },
    /// As much was said as may be in one coaching.
    ThreadFull {
        /// The most.
        max: u32,
    },
    /// Nobody has helped yet who could be thanked.
    NobodyToThank,
}

impl CoachingRefusal {
    /// Is it about who asks, rather than about how things stand?
    pub fn is_about_who(self) -> bool {
        match self {
            Self::NotYours | Self::NotAVolunteer | Self::NotTheCoach => true,
            Self::NoSuchVolunteer
            | Self::AuthorCannotCoach
            | Self::AskedAlready
            | Self::NotAtThisStage { .. }
            | Self::TextStandsFast
            | Self::TooManyAtOnce { .. }
            | Self::ThreadFull { .. }
            | Self::NobodyToThank => false,
        }
    }
}

impl From<CoachingRefusal> for Refusal {
    fn from(why: CoachingRefusal) -> Self {
        Self::Coaching { why }
    }
}
