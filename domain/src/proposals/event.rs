//! What can be asked of a proposal, and what happens to it.
use super::Finding;
use crate::{
    contests::Reason,
    ids::{DepartmentId, ProposalId},
    money::Money,
    time::{Day, iso_day},
    words::Words,
};
use huiyin_derive::ReadTagged;
use serde::Serialize;

/// What a person can ask of a proposal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Command {
    /// Support it with one's name (联名).
    CoSign,
    /// Take that back.
    WithdrawCoSign,
    /// Move one's name from a merged proposal to the one it went into.
    MoveCoSign,
    /// Take one's own proposal back.
    Withdraw,
    /// Leave the authors whom one had joined.
    Leave,
    /// It may be co-signed (通过初审).
    Pass,
    /// Send it back to be mended (退回修改).
    Return {
        /// What to mend, for everybody to read.
        what: Reason,
    },
    /// Rule it out by the published list (负面清单).
    RuleOut {
        /// Which item of the list, from one.
        item: u32,
        /// Why it falls under it, for everybody to read.
        reason: Reason,
    },
    /// Take it to review although too few have co-signed.
    Admit {
        /// Why, for everybody to read.
        reason: Reason,
    },
    /// Ask departments (送会审).
    SendToReview {
        /// Who gives the public answer.
        lead: DepartmentId,
        /// Who else is asked.
        others: Vec<DepartmentId>,
        /// By when.
        #[serde(with = "iso_day")]
        due: Day,
    },
    /// Say what a department finds.
    Assess {
        /// Which.
        department: DepartmentId,
        /// What.
        finding: Finding,
    },
    /// Give the public answer (会审结论).
    Conclude {
        /// What.
        finding: Finding,
    },
    /// Put it on the shortlist (入围), or correct its cost there.
    Shortlist {
        /// What it will cost.
        cost: Money,
    },
    /// Say that it cannot be done.
    SetAside {
        /// Why, for everybody to read.
        reason: Reason,
    },
    /// Ask the author whether it shall go on together with another (建议合并).
    OfferMerge {
        /// With which.
        into: ProposalId,
        /// Why, for everybody to read.
        why: Reason,
    },
    /// Take that question back.
    TakeBackMerge,
    /// The author agrees.
    AgreeMerge,
    /// The author does not.
    DeclineMerge,
}

/// What happened to a proposal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Event {
    /// It was sent.
    Submitted,
    /// Somebody co-signed; the record keeps who, the page only how many.
    CoSigned,
    /// Somebody took their co-signature back.
    CoSignWithdrawn,
    /// Somebody moved their co-signature to the proposal this one went into.
    CoSignMoved,
    /// Its author took it back.
    Withdrawn,
    /// Somebody joined the authors; the page says who.
    AuthorJoined,
    /// Somebody left them.
    AuthorLeft,
    /// It passed the screening.
    Passed,
    /// It was sent back.
    Returned {
        /// What to mend.
        what: Reason,
    },
    /// It was ruled out.
    RuledOut {
        /// The item of the list.
        item: Words<100>,
        /// Why.
        reason: Reason,
    },
    /// Its text was changed.
    Edited {
        /// Which version it is now.
        n: u32,
        /// The SHA-256 of the new text.
        sha256: String,
        /// Why.
        why: Option<Reason>,
    },
    /// Enough have co-signed.
    Qualified,
    /// It goes to review although too few have.
    Admitted {
        /// Why.
        reason: Reason,
    },
    /// Departments were asked.
    SentToReview {
        /// Who gives the public answer.
        lead: DepartmentId,
        /// Who else.
        others: Vec<DepartmentId>,
        /// By when.
        #[serde(with = "iso_day")]
        due: Day,
        /// What those who are asked again have found stays. It did not always: what is recorded
        /// without this had them say it once more.
        #[serde(default)]
        keeps: bool,
    },
    /// A department said what it finds.
    Assessed {
        /// Which.
        department: DepartmentId,
        /// What.
        finding: Finding,
    },
    /// It was put on the shortlist.
    Shortlisted {
        /// What it will cost.
        cost: Money,
        /// How many months it takes, where somebody has said so.
        #[serde(default)]
        months: Option<u32>,
    },
    /// It cannot be done.
    SetAside {
        /// Why.
        reason: Reason,
    },
    /// Its author is asked whether it shall go on together with another.
    MergeOffered {
        /// With which.
        into: ProposalId,
        /// Why.
        why: Reason,
    },
    /// The question was taken back.
    MergeTakenBack,
    /// The author did not agree.
    MergeDeclined,
    /// It goes on together with another.
    Merged {
        /// With which.
        into: ProposalId,
        /// Why.
        why: Reason,
    },
    /// It won.
    Won {
        /// What it gets.
        award: Money,
    },
    /// It did not win.
    NotSelected,
    /// It became a project.
    Begun,
    /// The project is done.
    Delivered,
    /// The project was given up.
    Stopped {
        /// Why.
        reason: Reason,
    },
    /// It did not win, and is on the reserve list.
    Reserved {
        /// Its place there, from one.
        place: u32,
    },
    /// A winner dropped out, and it came up from the reserve list.
    CalledUp {
        /// What it gets.
        award: Money,
        /// Why.
        reason: Reason,
    },
    /// It dropped out after it had won.
    GivenBack {
        /// What it would have got.
        award: Money,
        /// Why.
        reason: Reason,
    },
}

impl Event {
    /// Its name in the record.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Submitted => "submitted",
            Self::CoSigned => "co_signed",
            Self::CoSignWithdrawn => "co_sign_withdrawn",
            Self::CoSignMoved => "co_sign_moved",
            Self::Withdrawn => "withdrawn",
            Self::AuthorJoined => "author_joined",
            Self::AuthorLeft => "author_left",
            Self::Passed => "passed",
            Self::Returned { .. } => "returned",
            Self::RuledOut { .. } => "ruled_out",
            Self::Edited { .. } => "edited",
            Self::Qualified => "qualified",
            Self::Admitted { .. } => "admitted",
            Self::SentToReview { .. } => "sent_to_review",
            Self::Assessed { .. } => "assessed",
            Self::Shortlisted { .. } => "shortlisted",
            Self::SetAside { .. } => "set_aside",
            Self::MergeOffered { .. } => "merge_offered",
            Self::MergeTakenBack => "merge_taken_back",
            Self::MergeDeclined => "merge_declined",
            Self::Merged { .. } => "merged",
            Self::Won { .. } => "won",
            Self::NotSelected => "not_selected",
            Self::Begun => "begun",
            Self::Delivered => "delivered",
            Self::Stopped { .. } => "stopped",
            Self::Reserved { .. } => "reserved",
            Self::CalledUp { .. } => "called_up",
            Self::GivenBack { .. } => "given_back",
        }
    }

    /// The reason that everybody can read, where there is one.
    pub fn reason(&self) -> Option<&Reason> {
        match self {
            Self::Returned { what } => Some(what),
            Self::Edited { why, .. } => why.as_ref(),
            Self::RuledOut { reason, .. }
            | Self::Admitted { reason }
            | Self::SetAside { reason }
            | Self::Stopped { reason }
            | Self::CalledUp { reason, .. }
            | Self::GivenBack { reason, .. } => Some(reason),
            Self::MergeOffered { why, .. } | Self::Merged { why, .. } => Some(why),
            Self::Submitted
            | Self::CoSigned
            | Self::CoSignWithdrawn
            | Self::CoSignMoved
            | Self::Withdrawn
            | Self::AuthorJoined
            | Self::AuthorLeft
            | Self::Passed
            | Self::Qualified
            | Self::SentToReview { .. }
            | Self::Assessed { .. }
            | Self::Shortlisted { .. }
            | Self::MergeTakenBack
            | Self::MergeDeclined
            | Self::Won { .. }
            | Self::NotSelected
            | Self::Reserved { .. }
            | Self::Begun
            | Self::Delivered => None,
        }
    }
}
