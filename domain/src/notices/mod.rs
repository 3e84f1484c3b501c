//! Notices (通知): every step that concerns a person reaches them, and each step once.
mod choices;
mod email;
mod told;
pub mod wire;

pub use choices::{Choices, ChoicesForm};
pub use email::{EmailAddress, EmailProblem};
pub use told::{Step, asked_to_review, awaits_the_day, goes_out, makes_a_duty, reaches};

use crate::{
    coaching,
    councils::{meeting, series},
    ids::{CaseId, CoachingId, CouncilId, SeriesId, SubmissionId},
    moderation,
    time::{DAY_MS, Moment},
};
use serde::{Deserialize, Serialize};

/// After so many days without the app somebody is called instead.
pub const CALLED_AFTER_DAYS: i64 = 30;

/// Whoever did not answer is called again after half a day: not in the same hours of the office.
pub const CALLED_AGAIN_AFTER_MS: i64 = DAY_MS / 2;

/// Why a step concerns somebody; the strongest reason where there are several.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// They sent it.
    Sent,
    /// They co-signed it.
    CoSigned,
    /// They follow it.
    Followed,
    /// It has become their duty, or is late in their hands.
    Duty,
    /// They see to it that what is late is done (督办).
    Oversight,
}

impl Why {
    /// All of them, the strongest first.
    pub const ALL: [Self; 5] =
        [Self::Sent, Self::CoSigned, Self::Followed, Self::Duty, Self::Oversight];

    /// As tables name it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Sent => "sent",
            Self::CoSigned => "co_signed",
            Self::Followed => "followed",
            Self::Duty => "duty",
            Self::Oversight => "oversight",
        }
    }

    /// The way back from [`Why::word`].
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|why| why.word() == word)
    }
}

/// A notice (通知): one step of one submission, told to one person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    /// Which submission.
    pub submission: SubmissionId,
    /// Which step: the place of the event in the submission's chain.
    pub seq: i64,
    /// When.
    pub at: Moment,
    /// Why it concerns this person.
    pub why: Why,
    /// Has it been read?
    pub is_read: bool,
}

/// One thing that is told of a council, to one resident (会议通知).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CouncilNotice {
    /// Which council.
    pub council: CouncilId,
    /// What is told.
    pub told: meeting::Told,
    /// Which time it is told: the version it came with, or how often the council had been moved.
    pub seq: i64,
    /// When.
    pub at: Moment,
    /// Has it been read?
    pub is_read: bool,
}

/// One thing that is told of a series, to one resident (排会通知).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeriesNotice {
    /// Which series.
    pub series: SeriesId,
    /// What is told.
    pub told: series::Told,
    /// The version of the series it came with.
    pub seq: i64,
    /// When.
    pub at: Moment,
    /// Has it been read?
    pub is_read: bool,
}

/// One thing that is told of a coaching, to one resident (辅导通知).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CoachingNotice {
    /// Which coaching.
    pub coaching: CoachingId,
    /// What is told.
    pub told: coaching::Told,
    /// The version of the coaching it came with.
    pub seq: i64,
    /// When.
    pub at: Moment,
    /// Has it been read?
    pub is_read: bool,
}

/// One thing that is told of a case of moderation, to whoever wrote what it is about (处理通知).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseNotice {
    /// Which case.
    pub case: CaseId,
    /// What is told.
    pub told: moderation::Told,
    /// The version of the case it came with.
    pub seq: i64,
    /// When.
    pub at: Moment,
    /// Has it been read?
    pub is_read: bool,
}

/// A way on which notices reach people besides the inbox, which has them all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Route {
    /// An e-mail (邮件).
    Email,
    /// A text message (短信).
    Sms,
    /// A notice of the browser (浏览器提醒).
    Push,
}

impl Route {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Email, Self::Sms, Self::Push];

    /// As tables name it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Sms => "sms",
            Self::Push => "push",
        }
    }

    /// The way back from [`Route::word`].
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|route| route.word() == word)
    }
}
