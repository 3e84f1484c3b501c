//! Refusals of councils: why a rule says no, for a person to read and act on.
use super::series::{StageKind, Worth};
use crate::time::Moment;
use huiyin_derive::ReadTagged;
use serde::Serialize;

/// Why a command about a series or a council was refused (不能办的原因).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum CouncilRefusal {
    /// The series is at another stage.
    SeriesNotAtThisStage {
        /// Where it stands.
        stage: StageKind,
    },
    /// Answers are no longer taken.
    PollClosed {
        /// Since when.
        at: Moment,
    },
    /// Residents are still answering.
    PollStillOpen {
        /// Until when.
        until: Moment,
    },
    /// Nobody has said when they can come.
    NobodyAnswered,
    /// There are no times to ask about.
    NoSlots,
    /// Fewer times than councils.
    FewerSlotsThanSessions {
        /// Times that are offered.
        offered: u32,
        /// Councils.
        needed: u32,
    },
    /// A council of the series is still to come.
    CouncilsNotOver,
    /// There is no such time, or it is no longer offered.
    UnknownSlot,
    /// A topic was chosen twice.
    TopicTwice,
    /// What was chosen is no topic that residents suggested.
    NotATopic,
    /// Somebody answered since the plan was made.
    AnswersChanged,
    /// The chosen times break one of the needs.
    PlanBreaksNeeds,
    /// Another plan is better, and nothing says why it was not taken.
    OtherPlanNeedsReason {
        /// The best.
        best: Worth,
        /// The chosen one.
        chosen: Worth,
    },
}
