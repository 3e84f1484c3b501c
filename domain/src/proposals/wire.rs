//! What is sent about proposals.
use super::{Content, Event, Finding, PhotoId, Stage};
use crate::{
    channels::Channel,
    communities::Bilingual,
    contests::Reason,
    digits::{digit, is_separator},
    ids::{ContestId, DepartmentId, ProposalId, Version},
    moderation::Veil,
    money::Money,
    time::{Day, Moment, iso_day, iso_day_if_any},
    web_address::WebAddress,
};
use huiyin_derive::ReadTagged;
use serde::{Deserialize, Serialize};

/// Something this person may do with a proposal next: one large button each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Offer {
    /// Co-sign it.
    CoSign,
    /// Take one's co-signature back.
    WithdrawCoSign,
    /// Take one's proposal back.
    Withdraw,
    /// Move one's co-signature to the proposal this one went into; if that went into another in
    /// its turn, to the last of them.
    MoveCoSign {
        /// Which.
        into: ProposalId,
    },
    /// Write a new version of the text.
    Edit {
        /// Must it say why? Once somebody has co-signed.
        needs_reason: bool,
    },
    /// Ask others to join the authors.
    Invite,
    /// Leave the authors one had joined.
    Leave,
    /// Agree that it goes on together with another.
    AgreeMerge {
        /// With which.
        into: ProposalId,
    },
    /// Do not agree.
    DeclineMerge,
    /// Let it pass the screening.
    Pass,
    /// Send it back to be mended.
    Return,
    /// Rule it out by the list.
    RuleOut,
    /// Take it to review although too few have co-signed.
    Admit,
    /// Ask departments, or ask them anew.
    SendToReview,
    /// Say what a department finds.
    Assess {
        /// Which.
        department: DepartmentId,
        /// The most it may cost.
        cap: Money,
    },
    /// Give the public answer.
    Conclude {
        /// The most it may cost.
        cap: Money,
    },
    /// Put it on the shortlist, or correct its cost.
    Shortlist {
        /// The most it may cost.
        cap: Money,
    },
    /// Say that it cannot be done.
    SetAside,
    /// Ask the author whether it shall go on together with another.
    OfferMerge,
    /// Take that question back.
    TakeBackMerge,
}

/// A proposal named by another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProposalRef {
    /// Its number.
    pub id: ProposalId,
    /// What.
    pub title: String,
}

/// One department in a review, as shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AskedView {
    /// Which.
    pub id: DepartmentId,
    /// What it is called.
    pub name: Bilingual,
    /// Has it said what it finds?
    pub has_answered: bool,
    /// What; to everybody once the public answer is given, to staff at once.
    pub finding: Option<Finding>,
}

/// A review, as shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReviewView {
    /// By the end of this day.
    #[serde(with = "iso_day")]
    pub due: Day,
    /// So many working days late, while it is under way.
    pub n_days_late: u32,
    /// Who was asked; the first leads.
    pub asked: Vec<AskedView>,
}

/// The question whether a proposal shall go on together with another, as shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MergeView {
    /// With which.
    pub into: ProposalRef,
    /// Why.
    pub why: Reason,
}

/// One version of a proposal's text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextVersion {
    /// Which, from one.
    pub n: u32,
    /// When it was written.
    pub at: Moment,
    /// Why it was changed, where somebody said so.
    pub why: Option<Reason>,
    /// The text.
    pub content: Content,
}

/// All versions of a proposal's text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextVersions {
    /// The newest first.
    pub items: Vec<TextVersion>,
}

/// Digits in an invitation.
pub const INVITATION_DIGITS: usize = 8;
/// Days an invitation holds.
pub const INVITATION_DAYS: i64 = 14;

/// What is needed to invite somebody.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct InviteForm {
    /// The page on which one joins; the server does not know under which address it is seen.
    /// Without it no QR code is drawn.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub join: Option<WebAddress>,
}

/// An invitation to join the authors (共同提案人邀请); told once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invitation {
    /// Eight digits to pass on.
    pub code: String,
    /// Until when it holds.
    pub until: Moment,
    /// The page on which one joins, with the code, as a QR code in SVG; where that page was named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub qr_svg: Option<String>,
}

/// Joins the authors by an invitation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Join {
    /// As passed on.
    pub code: String,
}

impl Join {
    /// The digits as typed, pasted or spoken; none where they are too few or too many.
    pub fn digits(&self) -> Option<String> {
        let typed = self.code.chars().filter(|character| !is_separator(*character));
        let digits: Option<String> =
            typed.map(|character| Some(char::from(b'0' + digit(character)?))).collect();
        digits.filter(|digits| digits.len() == INVITATION_DIGITS)
    }
}

/// A note of the staff, never public (内部备注).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// When.
    pub at: Moment,
    /// Who wrote it.
    pub by: String,
    /// What.
    pub words: Reason,
}

/// The staff's notes on a proposal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notes {
    /// The newest first.
    pub items: Vec<Note>,
}

/// A new note.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoteForm {
    /// What.
    pub words: Reason,
}

/// A proposal that waits for the staff.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WaitingRow {
    /// What it is.
    pub card: ProposalCard,
    /// Its contest.
    pub contest: ContestId,
    /// Its contest's name.
    pub contest_title: String,
    /// By which day something is owed, where there is one.
    #[serde(with = "iso_day_if_any")]
    pub due: Option<Day>,
    /// So many working days late.
    pub n_days_late: u32,
    /// Does the department of whoever asks lead it?
    pub leads: bool,
    /// Has that department said what it finds? The office: have all?
    pub has_answered: bool,
    /// How many of those asked have answered.
    pub n_answered: u32,
    /// How many were asked.
    pub n_asked: u32,
}

/// What of the contests waits for the staff, the earliest day first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WaitingList {
    /// To be screened (待初审); for the office.
    pub to_screen: Vec<WaitingRow>,
    /// Enough have co-signed, and nobody was asked yet (待送会审); for the office.
    pub to_send: Vec<WaitingRow>,
    /// To be reviewed (会审中): what this department owes, or all for the office.
    pub to_review: Vec<WaitingRow>,
    /// How many more wait: of each part the first [`WaitingList::MOST`] are listed.
    #[serde(default)]
    pub n_more: u32,
}

impl WaitingList {
    /// Most rows of one part.
    pub const MOST: u32 = 100;
}

/// A proposal on a list or a ballot paper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProposalCard {
    /// Its number.
    pub id: ProposalId,
    /// Its name on ballots and in the tally.
    pub ballot_key: String,
    /// What.
    pub title: String,
    /// Where.
    pub place: String,
    /// Where it stands.
    pub stage: Stage,
    /// How many have co-signed.
    pub n_co_signs: u32,
    /// The first photo.
    pub photo: Option<PhotoId>,
}

/// A list of proposals.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProposalList {
    /// By number, newest first.
    pub items: Vec<ProposalCard>,
    /// Where the next page begins.
    pub next: Option<String>,
    /// How many there are in all.
    pub total: u32,
}

impl ProposalList {
    /// So many stand on one part of it.
    pub const PART: u32 = 20;

    /// Where a part of a contest's list is asked for: in which order, and after which cursor.
    ///
    /// Cursors are made of letters, digits and signs that are safe in a query.
    pub fn path(contest: ContestId, sort: &str, after: Option<&str>) -> String {
        let after = after.map_or(String::new(), |after| format!("&after={after}"));
        format!("contests/{contest}/proposals?limit={}&sort={sort}{after}", Self::PART)
    }
}

/// What a resident has sent and supported, newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MyProposals {
    /// Their own.
    pub sent: Vec<ProposalCard>,
    /// Those of others that they have co-signed.
    pub co_signed: Vec<ProposalCard>,
}

/// One line of a proposal's story.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoryLine {
    /// When.
    pub at: Moment,
    /// What. Co-signatures come as one line for each day, with how many.
    pub event: Event,
    /// How many times that day; one for everything but co-signatures.
    pub n_times: u32,
}

/// One proposal, whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProposalPage {
    /// Its number.
    pub id: ProposalId,
    /// How often it has changed; a command names it.
    pub version: Version,
    /// Its contest.
    pub contest: ContestId,
    /// Its contest's name.
    pub contest_title: String,
    /// The currency of its costs.
    pub currency: String,
    /// What it says.
    pub content: Content,
    /// What of it is hidden, and why.
    #[serde(default)]
    pub veils: Vec<Veil>,
    /// The author as they want to be called; `None` in imported elections.
    pub author_name: Option<String>,
    /// Is it this person's own?
    pub is_mine: bool,
    /// On which way it came; told to its author and to staff alone.
    pub channel: Option<Channel>,
    /// Where it stands.
    pub stage: Stage,
    /// How many have co-signed.
    pub n_co_signs: u32,
    /// How many are needed to be considered.
    pub co_signs_needed: u32,
    /// Has this person?
    pub has_co_signed: bool,
    /// Residents who joined the author, as they want to be called.
    pub co_author_names: Vec<String>,
    /// Which version of the text this is, from one.
    pub text: u32,
    /// Which departments look at it.
    pub review: Option<ReviewView>,
    /// What the author is asked.
    pub merge: Option<MergeView>,
    /// The proposal it went into.
    pub merged_into: Option<ProposalRef>,
    /// Those that went into it.
    pub merged: Vec<ProposalRef>,
    /// What cannot be funded, as published.
    pub negative_list: Vec<String>,
    /// What happened, newest first.
    pub story: Vec<StoryLine>,
    /// What this person may do.
    pub offers: Vec<Offer>,
}

/// The answer to a new proposal: its number is what the resident keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Submitted {
    /// Its number.
    pub id: ProposalId,
}

/// The answer to a photo that was taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PhotoStored {
    /// Its name.
    pub id: PhotoId,
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
}
