//! What is sent about objections.
use super::{Against, Answer};
use crate::{
    contests::Phase,
    ids::{ContestId, ObjectionId},
    moderation::Veil,
    money::Money,
    proposals::wire::ProposalRef,
    time::{Day, Moment, iso_day},
};
use serde::{Deserialize, Serialize};

/// One objection, as everybody sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ObjectionView {
    /// Its number.
    pub id: ObjectionId,
    /// In which contest.
    pub contest: ContestId,
    /// Against what.
    pub against: Against,
    /// The proposal it is about.
    pub proposal: Option<ProposalRef>,
    /// What was said.
    pub said: String,
    /// When.
    pub sent_at: Moment,
    /// The last day for the answer.
    #[serde(with = "iso_day")]
    pub due: Day,
    /// Working days by which the answer is or was late.
    pub days_late: u32,
    /// The answer.
    pub answer: Option<Answer>,
    /// Did whoever asks send it?
    pub is_mine: bool,
    /// Whether its words are hidden, and why; the office alone reads them in spite of it.
    #[serde(default)]
    pub veils: Vec<Veil>,
}

/// Something that can be objected to now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Objectable {
    /// What.
    pub against: Against,
    /// The proposal it is about.
    pub proposal: Option<ProposalRef>,
}

/// All objections in a contest, newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ObjectionsPage {
    /// The contest.
    pub contest: ContestId,
    /// Its name.
    pub title: String,
    /// Where it is.
    pub phase: Phase,
    /// When that ends, where it is known.
    pub ends: Option<Moment>,
    /// Has its date passed, and does it wait for so many answers?
    pub waits: Option<u32>,
    /// What whoever asks can object to now; nothing for guests and staff.
    pub objectable: Vec<Objectable>,
    /// The objections.
    pub items: Vec<ObjectionView>,
}

/// One objection at the desk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ObjectionPage {
    /// The objection.
    pub objection: ObjectionView,
    /// The contest's name.
    pub title: String,
    /// Can it be answered?
    pub can_answer: bool,
    /// Can its proposal leave the shortlist?
    pub can_take_off: bool,
    /// Can its proposal come on it, for at most so much?
    pub can_put_on: Option<Money>,
}

/// Objections that wait for the office, the first due first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ObjectionList {
    /// Those without an answer.
    pub items: Vec<ObjectionView>,
    /// How many more wait: the first [`ObjectionList::MOST`] are listed.
    #[serde(default)]
    pub n_more: u32,
}

impl ObjectionList {
    /// Most that are listed.
    pub const MOST: u32 = 100;
}
