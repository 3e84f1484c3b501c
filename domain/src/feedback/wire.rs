//! What is sent about submissions, the ledger and the desk of whoever answers.
use super::{
    Event, Kind, Late, Offer, Owes, Owner, StageKind, Submission, Theme,
    figures::{Counts, Rates},
};
use crate::{
    departments::{Department, Place},
    ids::{DepartmentId, PlaceId, SubmissionId},
    time::{Day, Moment, iso_day},
};
use serde::{Deserialize, Serialize};

/// The answer to something that was sent: its number, and the days promised.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Taken {
    /// Its number.
    pub id: SubmissionId,
    /// The day of the first word.
    #[serde(with = "iso_day")]
    pub first_due: Day,
    /// The day of the decision.
    #[serde(with = "iso_day")]
    pub due: Day,
}

/// A submission on a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SubmissionCard {
    /// Its number.
    pub id: SubmissionId,
    /// What kind of thing it is.
    pub kind: Kind,
    /// In one sentence.
    pub title: String,
    /// One of the community's places.
    pub place: Option<PlaceId>,
    /// Where, in words.
    pub where_words: Option<String>,
    /// What it is about, once it is sorted.
    pub theme: Option<Theme>,
    /// When it was sent.
    pub sent_at: Moment,
    /// Where it stands.
    pub stage: StageKind,
    /// What is owed next.
    pub owes: Option<Owes>,
    /// How late that is.
    pub late: Option<Late>,
    /// The verdict's word, as [`Verdict::word`](super::Verdict::word), once it is decided.
    pub verdict: Option<String>,
    /// How often it was passed on.
    pub n_pass_ons: u32,
}

/// Who did something: a role, never a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum By {
    /// Whoever sent it.
    Author,
    /// The office or a department.
    Staff,
    /// Nobody: it came by itself, with the day.
    Itself,
}

/// One line of a submission's story.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoryLine {
    /// When.
    pub at: Moment,
    /// Who.
    pub by: By,
    /// What.
    pub event: Event,
}

/// The names of departments and places, for whoever shows submissions.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Names {
    /// All departments, also dissolved ones.
    pub departments: Vec<Department>,
    /// All places.
    pub places: Vec<Place>,
}

/// One submission, whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SubmissionPage {
    /// What was sent, and where it stands.
    pub submission: Submission,
    /// The author as they want to be called; `None` once they have left.
    pub author_name: Option<String>,
    /// Is it this person's own?
    pub is_mine: bool,
    /// Does this person follow it?
    pub follows: bool,
    /// How many do.
    pub n_followers: u32,
    /// How late is what is owed.
    pub late: Option<Late>,
    /// What happened, newest first.
    pub story: Vec<StoryLine>,
    /// What this person may do.
    pub offers: Vec<Offer>,
    /// The names in it.
    pub names: Names,
    /// The hash of the last event of its chain, hexadecimal.
    pub chain_head: String,
}

/// Why something is among one's echoes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mine {
    /// I sent it.
    Sent,
    /// I co-signed it.
    CoSigned,
    /// I follow it.
    Followed,
}

/// One of my echoes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Echo {
    /// Why it is here.
    pub mine: Mine,
    /// Does it wait for a word of mine?
    pub waits_for_me: bool,
    /// What it is.
    pub card: SubmissionCard,
}

/// My echoes (我的回音): what waits for me first, then the newest.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MyEchoes {
    /// Each once.
    pub items: Vec<Echo>,
    /// The names in them.
    pub names: Names,
}

/// What somebody owes, sorted by due day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwedList {
    /// The most urgent first.
    pub items: Vec<SubmissionCard>,
    /// Where the next page begins.
    pub next: Option<String>,
    /// How many are owed in all.
    pub total: u32,
    /// How many of them are overdue.
    pub n_overdue: u32,
    /// For whom this is; `None` for everybody's.
    pub owner: Option<Owner>,
    /// The names in them.
    pub names: Names,
}

/// A command to several at once: each is judged alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PassOnMany {
    /// Which, at most fifty.
    pub ids: Vec<SubmissionId>,
    /// To whom.
    pub to: Owner,
    /// Why.
    pub reason: super::Said,
}

/// What came of passing several on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PassedOnMany {
    /// Those that were.
    pub passed: Vec<SubmissionId>,
    /// Those that were not, and why.
    pub refused: Vec<(SubmissionId, crate::refusals::Refusal)>,
}

/// What of the ledger is shown; each part stands in the address.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct LedgerFilter {
    /// About what.
    pub theme: Option<Theme>,
    /// Where.
    pub place: Option<PlaceId>,
    /// Whose duty it is or was; in addresses `department`, as [`Owner::in_address`] writes it.
    pub department: Option<Owner>,
    /// Sent in this month, `2026-11`.
    pub month: Option<String>,
    /// At this stage.
    pub stage: Option<StageKind>,
    /// Only what is overdue.
    pub overdue: bool,
}

/// A group of the ledger and its counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group<K> {
    /// Which; `None` for what belongs to none yet.
    pub key: Option<K>,
    /// Its counts.
    pub counts: Counts,
}

/// The public ledger (回音榜): what was said, answered, done, and what is overdue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LedgerPage {
    /// The day on which this is so.
    #[serde(with = "iso_day")]
    pub on: Day,
    /// By number, newest first.
    pub items: Vec<SubmissionCard>,
    /// Where the next page begins.
    pub next: Option<String>,
    /// What the selection adds up to.
    pub counts: Counts,
    /// The rates that follow.
    pub rates: Rates,
    /// By what it is about.
    pub by_theme: Vec<Group<Theme>>,
    /// By place.
    pub by_place: Vec<Group<PlaceId>>,
    /// By department; `None` is the office.
    pub by_department: Vec<Group<DepartmentId>>,
    /// By the month in which it was sent, the oldest first.
    pub by_month: Vec<Group<String>>,
    /// The names in it.
    pub names: Names,
}

/// What a week has brought (本周办理), for the poster: at most [`WEEK_MOST`] cards of each kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Week {
    /// Its Monday.
    #[serde(with = "iso_day")]
    pub from: Day,
    /// Today.
    #[serde(with = "iso_day")]
    pub to: Day,
    /// What was answered, or whose answer was looked at again.
    pub answered: Part,
    /// What was reported as done, or confirmed by its resident.
    pub done: Part,
    /// What is overdue today.
    pub overdue: Part,
    /// The names in it.
    pub names: Names,
}

/// The cards of one kind in a week that are listed.
pub const WEEK_MOST: u32 = 10;

/// Some of many: by number, the newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// Those that are listed.
    pub items: Vec<SubmissionCard>,
    /// How many there are in all.
    pub total: u32,
}

/// An event of a chain, as everybody may check it: the actor stands in it as a mark only.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChainLink {
    /// Its place in the stream, from 1.
    pub seq: i64,
    /// When, in milliseconds since 1970 UTC.
    pub at_ms: i64,
    /// In what role somebody acted.
    pub role: String,
    /// A hash of who acted, with salt, hexadecimal.
    pub actor_mark: String,
    /// What happened.
    pub kind: String,
    /// The facts of it, letter for letter as hashed; where something of it is hidden, without that.
    pub body: String,
    /// Is something of the facts hidden? Then this link is not checked by itself: that the next
    /// one stands on its hash is.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_covered: bool,
    /// Why.
    pub reason: Option<String>,
    /// The hash of all this and of the event before, hexadecimal.
    pub hash: String,
}

/// The chain of one submission.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChainPage {
    /// The community's number, which is hashed too.
    pub community: i64,
    /// The stream's name.
    pub stream: String,
    /// From the first event to the last.
    pub links: Vec<ChainLink>,
}

/// The root of a day (当日总指纹): one hash over the ends of all chains, printed on the poster.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayRoot {
    /// The day that it closes.
    #[serde(with = "iso_day")]
    pub on: Day,
    /// How many chains it covers.
    pub n_streams: u32,
    /// The hash, hexadecimal.
    pub root: String,
}

/// The roots of days, the newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RootList {
    /// One part of them.
    pub items: Vec<DayRoot>,
    /// The day before which the next part begins.
    pub next: Option<String>,
}
