//! Why a rule about projects says no.
use super::StageKind;
use crate::{
    ids::ProposalId,
    money::Money,
    refusals::Refusal,
    time::{Day, iso_day},
};
use huiyin_derive::ReadTagged;
use serde::Serialize;

/// Why a command about a project was refused (不能办的原因).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum DeliveryRefusal {
    /// Only the team and the office.
    TeamOnly,
    /// Not at this stage of the project.
    NotAtThisStage {
        /// Where it stands.
        stage: StageKind,
    },
    /// A plan has one step at least.
    NoMilestones,
    /// A plan has no more steps than that.
    TooManyMilestones {
        /// The most.
        max: u32,
    },
    /// A step lies in the past.
    MilestonePast {
        /// Which, from one.
        n: u32,
        /// Today.
        #[serde(with = "iso_day")]
        today: Day,
    },
    /// A step lies before the one before it.
    MilestonesOutOfOrder {
        /// Which, from one.
        n: u32,
    },
    /// A step has the title of another before it.
    MilestoneSaidTwice {
        /// Which, from one.
        n: u32,
    },
    /// There is no such step.
    UnknownMilestone {
        /// Which.
        n: u32,
    },
    /// That step is done already.
    MilestoneReached {
        /// Which.
        n: u32,
    },
    /// More than is left of the award.
    AboveAward {
        /// What is left.
        left: Money,
    },
    /// The day of a payment lies ahead.
    PaidAhead {
        /// Today.
        #[serde(with = "iso_day")]
        today: Day,
    },
    /// There is no such payment.
    UnknownEntry {
        /// Which.
        n: u32,
    },
    /// More than is left of that payment.
    MoreThanPaid {
        /// Which.
        n: u32,
        /// What is left of it.
        left: Money,
    },
    /// More photos than may be sent with anything.
    TooManyPhotos {
        /// The most.
        max: u32,
    },
    /// They belong to the team already.
    InTheTeamAlready,
    /// They have asked already.
    AskedAlready,
    /// Nobody of that number has asked.
    DidNotAsk,
    /// They have neither joined nor asked.
    NotInTheTeam,
    /// The authors of the proposal belong to the team as long as it goes on.
    AuthorsStay,
    /// No more than that can join.
    TeamFull {
        /// The most.
        max: u32,
    },
    /// Whoever asks answers for it already.
    YoursAlready,
    /// They have said what they think in this round.
    SaidAlready,
    /// Residents can still say what they think.
    AcceptanceOpen {
        /// To this day.
        #[serde(with = "iso_day")]
        until: Day,
    },
    /// The day for it has passed.
    AcceptanceOver {
        /// It was this one.
        #[serde(with = "iso_day")]
        until: Day,
    },
    /// Somebody says that it is not done, and has no answer.
    Unanswered {
        /// How many.
        n: u32,
    },
    /// There is no such word.
    UnknownVoice {
        /// Which.
        n: u32,
    },
    /// It was answered already.
    AnsweredAlready,
    /// Whoever says that it is done is owed no answer.
    NothingToAnswer,
    /// Nobody says that it is not done.
    NobodyObjects,
    /// The contest cannot end before its projects have.
    ProjectsNotEnded {
        /// How many have not.
        n: u32,
    },
    /// What becomes of a submission follows from its project.
    FollowsItsProject {
        /// Which.
        project: ProposalId,
    },
}

impl DeliveryRefusal {
    /// Is it about who asks, rather than about how things stand?
    pub fn is_about_who(self) -> bool {
        match self {
            Self::TeamOnly => true,
            Self::NotAtThisStage { .. }
            | Self::NoMilestones
            | Self::TooManyMilestones { .. }
            | Self::MilestonePast { .. }
            | Self::MilestonesOutOfOrder { .. }
            | Self::MilestoneSaidTwice { .. }
            | Self::UnknownMilestone { .. }
            | Self::MilestoneReached { .. }
            | Self::AboveAward { .. }
            | Self::PaidAhead { .. }
            | Self::UnknownEntry { .. }
            | Self::MoreThanPaid { .. }
            | Self::TooManyPhotos { .. }
            | Self::InTheTeamAlready
            | Self::AskedAlready
            | Self::DidNotAsk
            | Self::NotInTheTeam
            | Self::AuthorsStay
            | Self::TeamFull { .. }
            | Self::YoursAlready
            | Self::SaidAlready
            | Self::AcceptanceOpen { .. }
            | Self::AcceptanceOver { .. }
            | Self::Unanswered { .. }
            | Self::UnknownVoice { .. }
            | Self::AnsweredAlready
            | Self::NothingToAnswer
            | Self::NobodyObjects
            | Self::ProjectsNotEnded { .. }
            | Self::FollowsItsProject { .. } => false,
        }
    }
}

impl From<DeliveryRefusal> for Refusal {
    fn from(why: DeliveryRefusal) -> Self {
        Self::Delivery { why }
    }
}
