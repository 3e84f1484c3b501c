//! Delivery: a proposal that won becomes a project, and everybody sees what becomes of the money.
mod acceptance;
mod decide;
mod event;
mod may;
mod offers;
mod plan;
mod refusals;
mod spending;
#[cfg(test)]
mod tests;
pub mod wire;

pub use acceptance::{Says, Voice, VoiceAnswer};
pub use decide::{Command, begin, decide};
pub use event::{Begun, Event, apply, started};
pub use may::{ACCEPTANCE_DAYS_MAX, Scene, TEAM_MAX, may_begin};
pub use offers::{Offer, offers};
pub use plan::{MILESTONES_MAX, Milestone, MilestoneTitle, Planned, check_plan, said_twice};
pub use refusals::DeliveryRefusal;
pub use spending::{Entry, EntryKind, ForWhat, Payment, Receipt};

use crate::{
    contests::Reason,
    feedback::Said,
    ids::{ContestId, ProposalId, ResidentId, StaffId, Version},
    money::Money,
    proposals::PhotoId,
    time::{Day, Moment, iso_day},
};
use huiyin_derive::ReadTagged;
use serde::{Deserialize, Serialize};

/// Who reported something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReportBy {
    /// The office.
    Office,
    /// A resident of the team.
    Team,
}

/// What somebody tells of the work (进展), for everybody to read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// When.
    pub at: Moment,
    /// Who.
    pub by: ReportBy,
    /// What was done.
    pub words: Said,
    /// Pictures of it.
    pub photos: Vec<PhotoId>,
    /// The milestone that is reached with it.
    pub reached: Option<MilestoneTitle>,
}

/// The office says that it is done, and asks the residents (验收).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Acceptance {
    /// Which time it asks, from one.
    pub round: u32,
    /// Since when.
    pub at: Moment,
    /// What was done.
    pub words: Said,
    /// Pictures of it.
    pub photos: Vec<PhotoId>,
    /// The last day on which residents say what they think.
    #[serde(with = "iso_day")]
    pub until: Day,
}

/// The last word on a project (结项报告).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Closing {
    /// When.
    pub at: Moment,
    /// What was done.
    pub done: Said,
    /// What was learnt.
    pub learnt: Said,
    /// What it cost.
    pub cost: Money,
}

/// Where a project stands (项目进度).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Stage {
    /// It is being carried out.
    Underway,
    /// Residents are asked whether it is done.
    Accepting {
        /// What they are asked, and until when.
        acceptance: Acceptance,
    },
    /// It is done, and the report is out.
    Delivered {
        /// What residents were asked.
        acceptance: Acceptance,
        /// The report.
        closing: Closing,
    },
    /// It was given up (中止).
    Stopped {
        /// When.
        at: Moment,
        /// Why.
        reason: Reason,
        /// What becomes of the rest of the money.
        rest: Reason,
        /// What had been spent by then.
        cost: Money,
    },
}

/// Where a project stands, without the facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StageKind {
    /// [`Stage::Underway`].
    Underway,
    /// [`Stage::Accepting`].
    Accepting,
    /// [`Stage::Delivered`].
    Delivered,
    /// [`Stage::Stopped`].
    Stopped,
}

impl Stage {
    /// Without the facts.
    pub fn kind(&self) -> StageKind {
        match self {
            Self::Underway => StageKind::Underway,
            Self::Accepting { .. } => StageKind::Accepting,
            Self::Delivered { .. } => StageKind::Delivered,
            Self::Stopped { .. } => StageKind::Stopped,
        }
    }
}

impl StageKind {
    /// All of them, in order.
    pub const ALL: [Self; 4] = [Self::Underway, Self::Accepting, Self::Delivered, Self::Stopped];

    /// As tables name it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Underway => "underway",
            Self::Accepting => "accepting",
            Self::Delivered => "delivered",
            Self::Stopped => "stopped",
        }
    }

    /// Has it ended?
    pub fn is_end(self) -> bool {
        match self {
            Self::Underway | Self::Accepting => false,
            Self::Delivered | Self::Stopped => true,
        }
    }
}

/// A project (项目): a proposal that won, on its way to being there. It has the number of its
/// proposal.
///
/// Its authors belong to the team by construction and stand in the proposal alone; only whoever
/// joins beside them stands here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Project {
    /// Its number, which is that of the proposal.
    pub id: ProposalId,
    /// How often it has changed.
    pub version: Version,
    /// The contest it won.
    pub contest: ContestId,
    /// What it may spend (资助).
    pub award: Money,
    /// Who of the office answers for it (负责人).
    pub responsible: StaffId,
    /// Residents who joined the authors for the work.
    pub joined: Vec<ResidentId>,
    /// Residents who would like to.
    pub asking: Vec<ResidentId>,
    /// What is to be done by when (里程碑).
    pub plan: Vec<Milestone>,
    /// What was told of the work, the oldest first.
    pub reports: Vec<Report>,
    /// Every payment and every correction of one, the oldest first.
    pub entries: Vec<Entry>,
    /// How often residents were asked whether it is done.
    pub n_rounds: u32,
    /// Where it stands.
    pub stage: Stage,
}

impl Project {
    /// The day by which all of it is to be done.
    pub fn due(&self) -> Option<Day> {
        self.plan.iter().map(|milestone| milestone.due).max()
    }

    /// The next step that is not done yet.
    pub fn next_milestone(&self) -> Option<&Milestone> {
        self.plan.iter().find(|milestone| milestone.reached.is_none())
    }

    /// How many steps are done.
    pub fn n_reached(&self) -> u32 {
        self.plan.iter().filter(|milestone| milestone.reached.is_some()).fold(0, |n, _| n + 1)
    }
}
