//! What a person can ask of a council.
use super::{MoveForm, ResolutionForm, Said, Summary, Way, agenda::AgendaForm};
use crate::{
    councils::{Group, OnlineLink, Reason},
    feedback::Opinion,
    ids::{AttendeeId, ResidentId, StaffId},
};
use huiyin_derive::ReadTagged;
use serde::Serialize;

/// Who is at the door, or on the line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Who {
    /// A resident found by name.
    Resident {
        /// Their number.
        id: ResidentId,
    },
    /// A resident who shows their code for this council (签到码).
    Code {
        /// As scanned or typed.
        code: String,
    },
    /// Somebody without an account, or who is not found (临时参加).
    WalkIn {
        /// Whose days are like theirs, if they say so; kept beside the record.
        #[serde(default)]
        group: Option<Group>,
    },
}

/// What a person can ask of a council.
///
/// `resident` says for whom the office answers that called or wrote; residents leave it out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Command {
    /// I come (报名).
    Rsvp {
        /// How.
        way: Way,
        /// For whom the office answers.
        #[serde(default)]
        resident: Option<ResidentId>,
    },
    /// I do not come (不去了).
    Decline {
        /// For whom the office answers.
        #[serde(default)]
        resident: Option<ResidentId>,
    },
    /// Say what it talks about.
    SetAgenda {
        /// As the organiser fills it in.
        form: AgendaForm,
    },
    /// Give notice (发公告).
    GiveNotice,
    /// Move it to another time or place (改期).
    Move {
        /// As the organiser fills it in.
        form: MoveForm,
    },
    /// Say where it is joined by video, or that it is not known.
    ChangeLink {
        /// The new address.
        link: Option<OnlineLink>,
    },
    /// Somebody else leads it, or nobody yet.
    ReplaceFacilitator {
        /// Who.
        facilitator: Option<StaffId>,
    },
    /// It does not take place (取消).
    Cancel {
        /// Why.
        reason: Reason,
    },
    /// Begin the session (开会).
    Open,
    /// Somebody is here (签到).
    CheckIn {
        /// Who.
        who: Who,
        /// How.
        #[serde(default)]
        way: Way,
    },
    /// They are not: it was a mistake.
    UndoCheckIn {
        /// Their number here.
        number: AttendeeId,
    },
    /// Write down what somebody says; it is owed an answer of its own (记录意见).
    RecordOpinion {
        /// What is said.
        words: Opinion,
        /// Who says it, if they want to be named to the office; it is then among their echoes.
        #[serde(default)]
        speaker: Option<ResidentId>,
        /// The number of the item of the agenda.
        #[serde(default)]
        item: Option<u32>,
    },
    /// Write down a vote by hands (表决).
    Resolve {
        /// As the organiser fills it in.
        form: ResolutionForm,
    },
    /// End the session (散会). Whether enough were here follows from who was checked in.
    CloseSession {
        /// What comes next when too few were here.
        #[serde(default)]
        follow_up: Option<Said>,
    },
    /// Make the minutes public (发布纪要).
    PublishMinutes {
        /// What they say, besides what was written down.
        summary: Summary,
    },
    /// Say what has become of a resolution (决议落实).
    FollowUp {
        /// Its number.
        resolution: u32,
        /// What was done.
        words: Said,
        /// Is it done with that? Residents are asked then.
        is_done: bool,
    },
    /// What was reported as done is done (办好了).
    SayDone {
        /// The number of the resolution.
        resolution: u32,
    },
    /// What was reported as done is not (还没办好).
    SayNotDone {
        /// Its number.
        resolution: u32,
        /// What is missing.
        words: Said,
        /// Was the person told that it is open again with that? What can no longer be so is
        /// refused, rather than done in another way than they were told.
        #[serde(default)]
        reopens: bool,
    },
    /// Close it: nothing is left to do (办结).
    Close,
}

impl Command {
    /// The resident whom it is about, if it names one by number: the service loads who that is
    /// at this council.
    pub fn about(&self) -> Option<ResidentId> {
        match self {
            Self::Rsvp { resident, .. } | Self::Decline { resident } => *resident,
            Self::CheckIn { who: Who::Resident { id }, .. } => Some(*id),
            Self::CheckIn { who: Who::Code { .. } | Who::WalkIn { .. }, .. }
            | Self::SetAgenda { .. }
            | Self::GiveNotice
            | Self::Move { .. }
            | Self::ChangeLink { .. }
            | Self::ReplaceFacilitator { .. }
            | Self::Cancel { .. }
            | Self::Open
            | Self::UndoCheckIn { .. }
            | Self::RecordOpinion { .. }
            | Self::Resolve { .. }
            | Self::CloseSession { .. }
            | Self::PublishMinutes { .. }
            | Self::FollowUp { .. }
            | Self::SayDone { .. }
            | Self::SayNotDone { .. }
            | Self::Close => None,
        }
    }

    /// May it be sent again without naming the version it was decided on? What one person says
    /// of themselves does not depend on what another changed meanwhile.
    pub fn is_for_any_version(&self) -> bool {
        match self {
            Self::Rsvp { .. }
            | Self::Decline { .. }
            | Self::CheckIn { .. }
            | Self::UndoCheckIn { .. }
            | Self::RecordOpinion { .. }
            | Self::SayDone { .. }
            | Self::SayNotDone { .. } => true,
            Self::SetAgenda { .. }
            | Self::GiveNotice
            | Self::Move { .. }
            | Self::ChangeLink { .. }
            | Self::ReplaceFacilitator { .. }
            | Self::Cancel { .. }
            | Self::Open
            | Self::Resolve { .. }
            | Self::CloseSession { .. }
            | Self::PublishMinutes { .. }
            | Self::FollowUp { .. }
            | Self::Close => false,
        }
    }
}
