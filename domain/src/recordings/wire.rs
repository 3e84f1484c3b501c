//! What is sent about recordings.
use super::{Event, Misheard, SECONDS_MAX, Stage, StageKind};
use crate::{
    ids::{ContestId, ProposalId, RecordingId, Version},
    problems::{FieldFault, FieldProblem},
    time::Moment,
};
use huiyin_derive::ReadTagged;
use serde::{Deserialize, Serialize};

/// Something this person may do with a recording next: one large button each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Offer {
    /// Say: yes, that is what I said.
    Agree,
    /// Say: no, that is not what I said.
    Disagree,
    /// Go on sending its parts, and finish.
    Send,
    /// Write down what is said, or mend what was written.
    Write,
    /// Say that it cannot be understood.
    SayUnclear,
    /// Take one's recording back.
    Withdraw,
}

/// What a phone knows of a recording before it sends the first part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewRecording {
    /// How long it is, in whole seconds, begun ones counted.
    pub seconds: u32,
}

impl NewRecording {
    /// Its length, or what is wrong with it.
    pub fn parse(&self) -> Result<u32, FieldProblem> {
        if (1..=SECONDS_MAX).contains(&self.seconds) {
            return Ok(self.seconds);
        }
        let fault = FieldFault::OutOfRange { least: 1, most: SECONDS_MAX };
        Err(FieldProblem { field: "seconds".to_owned(), fault })
    }
}

/// The answer to a new recording: its number is what the resident keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Begun {
    /// Which recording.
    pub id: RecordingId,
    /// The number of the proposal that it will be.
    pub number: ProposalId,
}

/// The answer to a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartTaken {
    /// The number of the part to send next.
    pub next: u32,
}

/// A recording on a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordingCard {
    /// Which.
    pub id: RecordingId,
    /// The number its proposal has or will have.
    pub number: ProposalId,
    /// Its contest.
    pub contest: ContestId,
    /// Its contest's name.
    pub contest_title: String,
    /// When it was begun.
    pub begun: Moment,
    /// How long it is.
    pub seconds: u32,
    /// Where it stands.
    pub stage: StageKind,
    /// How often the text was not what was meant.
    pub n_misheard: u32,
}

/// A list of recordings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordingList {
    /// A resident's own, the newest first; or those that wait for the office, the oldest first.
    pub items: Vec<RecordingCard>,
    /// Where the next page begins.
    pub next: Option<String>,
    /// Are recordings taken here? Known before anybody speaks for two minutes in vain.
    pub are_taken: bool,
}

/// One line of a recording's story.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoryLine {
    /// When.
    pub at: Moment,
    /// What.
    pub event: Event,
}

/// One recording, whole; for its author and the office alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordingPage {
    /// Which.
    pub id: RecordingId,
    /// How often it has changed; a command names it.
    pub version: Version,
    /// The number its proposal has or will have.
    pub number: ProposalId,
    /// Its contest.
    pub contest: ContestId,
    /// Its contest's name.
    pub contest_title: String,
    /// The author as they want to be called.
    pub author_name: Option<String>,
    /// Is it this person's own?
    pub is_mine: bool,
    /// When it was begun.
    pub begun: Moment,
    /// How long it is.
    pub seconds: u32,
    /// Where it stands.
    pub stage: Stage,
    /// While it arrives: the number of the part to send next.
    pub next_part: Option<u32>,
    /// While the office may write: what a speech engine understood, where there is one. Never
    /// shown to anybody else, since nobody has checked it.
    pub draft: Option<String>,
    /// Texts that were not what was meant, the oldest first.
    pub misheard: Vec<Misheard>,
    /// What happened, newest first.
    pub story: Vec<StoryLine>,
    /// What this person may do.
    pub offers: Vec<Offer>,
}
