//! What is sent about notices, choices and calls.
use super::{CaseNotice, ChoicesForm, CoachingNotice, CouncilNotice, Notice, Route, SeriesNotice};
use crate::{
    callbacks::phone::PhoneNumber,
    communities::Bilingual,
    councils::{
        Hours,
        meeting::CouncilTitle,
        series::{SeriesTitle, Told},
    },
    feedback::{Event, wire::Names},
    ids::{CaseId, CoachingId, CouncilId, ProposalId, ResidentId, SeriesId, SubmissionId},
    moderation::About,
    time::{Day, Moment, iso_day_if_any},
};
use huiyin_derive::ReadTagged;
use serde::{Deserialize, Serialize};

/// A notice as it lies in the inbox: with the facts of which the client makes a sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "room", rename_all = "snake_case")]
pub enum InboxItem {
    /// A step of a submission.
    Submission {
        /// The notice.
        notice: Notice,
        /// What the submission is called.
        title: String,
        /// What happened.
        event: Event,
    },
    /// Something about a council.
    Council {
        /// The notice.
        notice: CouncilNotice,
        /// What the council is called.
        title: CouncilTitle,
        /// When it is by now.
        hours: Hours,
        /// Until when residents are asked whether something is done, where that is what is told.
        #[serde(default, with = "iso_day_if_any")]
        asked_until: Option<Day>,
    },
    /// Something about a series.
    Series {
        /// The notice.
        notice: SeriesNotice,
        /// What the series is called.
        title: SeriesTitle,
        /// Which times it is about, as they are by now: of new times those about which this
        /// person has said nothing, of chosen ones those at which a council takes place.
        hours: Vec<Hours>,
        /// Until when residents are asked, while they are.
        until: Option<Moment>,
    },
    /// Something about a coaching.
    Coaching {
        /// The notice.
        notice: CoachingNotice,
        /// Of which proposal.
        proposal: ProposalId,
        /// What that is called.
        title: String,
    },
    /// Something about a case of moderation: words of one's own that stand alone.
    Case {
        /// The notice.
        notice: CaseNotice,
        /// Which words.
        about: About,
    },
}

impl InboxItem {
    /// When it was told.
    pub fn at(&self) -> Moment {
        match self {
            Self::Submission { notice, .. } => notice.at,
            Self::Council { notice, .. } => notice.at,
            Self::Series { notice, .. } => notice.at,
            Self::Coaching { notice, .. } => notice.at,
            Self::Case { notice, .. } => notice.at,
        }
    }
}

/// A person's inbox (消息), the newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Inbox {
    /// One part of it.
    pub items: Vec<InboxItem>,
    /// Where the next part begins.
    pub next: Option<String>,
    /// How many are unread in all.
    pub n_unread: u32,
    /// The names in it.
    pub names: Names,
}

/// What was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ReadForm {
    /// What had happened to one submission when it was looked at.
    Submission {
        /// Which.
        id: SubmissionId,
        /// Up to this place of its chain.
        until_seq: i64,
    },
    /// What had been told of one council when it was looked at.
    Council {
        /// Which.
        id: CouncilId,
        /// Up to this moment.
        until: Moment,
    },
    /// What had been told of one series when it was looked at.
    Series {
        /// Which.
        id: SeriesId,
        /// Up to this version.
        until_seq: i64,
    },
    /// What had been told of one coaching when it was looked at.
    Coaching {
        /// Which.
        id: CoachingId,
        /// Up to this version.
        until_seq: i64,
    },
    /// What had been told of one case of moderation when it was looked at.
    Case {
        /// Which.
        id: CaseId,
        /// Up to this version.
        until_seq: i64,
    },
    /// Everything up to the newest that was shown.
    Until {
        /// When that was.
        at: Moment,
    },
}

/// How a person wants to hear, and what this community can send.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChoicesPage {
    /// What was chosen, ready to be changed.
    pub form: ChoicesForm,
    /// The ways that are configured here; calls always are.
    pub offered: Vec<Route>,
}

/// The key under which this server's notices are signed for browsers (VAPID).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PushKey {
    /// The public key as browsers take it: base64url of the uncompressed point.
    pub key: String,
}

/// A browser that was allowed to show notices, as it describes itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PushSubscription {
    /// Where its notices are sent.
    pub endpoint: String,
    /// Its keys.
    pub keys: PushKeys,
}

/// The keys of a browser, base64url.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PushKeys {
    /// Its public key.
    pub p256dh: String,
    /// Its shared secret.
    pub auth: String,
}

/// Somebody who is to be called (电话告知), with what they are to be told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Call {
    /// About which submission; each has one author, so it names the call.
    pub submission: SubmissionId,
    /// What that is called.
    pub title: String,
    /// What they are called.
    pub name: String,
    /// Where they live, if that is known.
    pub address: Option<String>,
    /// Where to call, if that is known.
    pub phone: Option<PhoneNumber>,
    /// Did they ask for calls? Otherwise they have not used the app for long.
    pub was_chosen: bool,
    /// Is their own word waited for, and its day over? Then this is asked, and not only told.
    #[serde(default)]
    pub is_asked: bool,
    /// What happened that they do not know, the oldest first; where they know it all and are
    /// asked, what they are asked about.
    pub told: Vec<ToTell>,
}

/// One thing to tell, as the inbox would show it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ToTell {
    /// The place in the chain.
    pub seq: i64,
    /// When.
    pub at: Moment,
    /// What.
    pub event: Event,
}

/// Somebody who is to be called about a series (电话告知), with what they are to be told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeriesCall {
    /// About which series.
    pub series: SeriesId,
    /// What that is called.
    pub title: SeriesTitle,
    /// Whom; with the series this names the call.
    pub resident: ResidentId,
    /// What they are called.
    pub name: String,
    /// Where they live, if that is known.
    pub address: Option<String>,
    /// Where to call, if that is known.
    pub phone: Option<PhoneNumber>,
    /// Did they ask for calls? Otherwise they have not used the app for long.
    pub was_chosen: bool,
    /// What they have not read, the oldest first.
    pub told: Vec<SeriesToTell>,
}

/// One thing to tell of a series, as the inbox would show it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeriesToTell {
    /// The version of the series it came with.
    pub seq: i64,
    /// What.
    pub told: Told,
    /// About which times.
    pub hours: Vec<Hours>,
    /// Until when residents are asked, while they are.
    pub until: Option<Moment>,
}

/// Those who are to be called, who waits longest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CallList {
    /// No more than fit on a page.
    pub items: Vec<Call>,
    /// The same about series of councils, after these.
    #[serde(default)]
    pub series: Vec<SeriesCall>,
    /// The others come when these are done.
    pub next: Option<String>,
    /// How many there are in all.
    pub total: u32,
    /// When somebody is in the office to call.
    pub office_hours: Bilingual,
    /// The names in it.
    pub names: Names,
}

/// What came of a call.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CallOutcome {
    /// They were told.
    #[default]
    Told,
    /// Nobody answered (没联系上); they are called again another day.
    NobodyAnswered,
}

/// A call that was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CallDone {
    /// What was told, up to this place of the chain; what came later is told another time.
    pub until_seq: i64,
    /// What came of it.
    #[serde(default)]
    pub outcome: CallOutcome,
}
