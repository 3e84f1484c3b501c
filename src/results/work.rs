//! What a page asks of the worker that counts, and what it hears back; sent as JSON.
use super::compare::Difference;
use crate::beside::Work;
use huiyin_domain::{
    counting::{Progress, Rules, Tally, Why, pb::PbProblem},
    rehearsal::Portrait,
};
use serde::{Deserialize, Serialize};

/// A file of ballots.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BallotFile {
    /// The whole file.
    pub text: String,
    /// Did we write it? Then nothing in it may be doubtful; files from elsewhere have small
    /// faults.
    pub is_ours: bool,
}

/// Something to work out from a file of ballots.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Job {
    /// Count it, and compare that with what was published.
    Recount {
        /// The rules that were sealed before the vote.
        rules: Rules,
        /// What was published.
        published: Box<Tally>,
    },
    /// Count it by other rules.
    Count {
        /// Which.
        rules: Rules,
    },
    /// Why is this proposal funded, or not?
    Why {
        /// What was published.
        published: Box<Tally>,
        /// Its name on the ballot.
        project: String,
    },
    /// Count it by each of these rules, and say what each makes of it.
    Rehearse {
        /// Which.
        rules: Vec<Rules>,
        /// What there is to spend, in fen; as in the file, where nothing is said.
        budget: Option<u64>,
    },
    /// The ballots under this receipt.
    Find {
        /// Twelve digits.
        receipt: String,
    },
}

/// What the page sends: a file and what to do with it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Task {
    /// The file.
    pub file: BallotFile,
    /// What to do.
    pub job: Job,
}

/// What came out of a recount.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// The SHA-256 of the file that was counted.
    pub sha256: String,
    /// How many ballots it holds.
    pub n_ballots: u64,
    /// How many of them are blank.
    pub n_blank: u64,
    /// How many steps the count took.
    pub n_steps: u64,
    /// How long it took, in milliseconds.
    pub millis: i64,
    /// Where it differs from what was published; nowhere, when both agree.
    pub differences: Vec<Difference>,
}

/// A ballot in the published file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FoundBallot {
    /// Its number in the file.
    pub voter: String,
    /// What it marked, in the order in which it stands there.
    pub marks: Vec<FoundMark>,
}

/// One mark of such a ballot.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FoundMark {
    /// Which proposal, by its name on the ballot.
    pub key: String,
    /// How many points it was given; one for a plain choice.
    pub points: u64,
}

/// What came out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Answer {
    /// Of a recount.
    Recounted(Report),
    /// Of a count by other rules.
    Counted(Box<Tally>),
    /// Why; nothing, if there is no such proposal.
    Explained(Option<Box<Why>>),
    /// What each rule makes of the ballots, and the names of the proposals by their numbers.
    Rehearsed {
        /// One for each rule, in the order asked.
        portraits: Vec<Portrait>,
        /// Names by number, from the file.
        titles: Vec<(String, String)>,
        /// The file's currency.
        currency: String,
    },
    /// The ballots under a receipt.
    Found(Vec<FoundBallot>),
    /// The file is not one of ballots.
    Unreadable(PbProblem),
    /// The count was stopped.
    Stopped,
}

/// Counting beside the page.
pub struct Counting;

impl Work for Counting {
    type Task = Task;
    type Progress = Progress;
    type Answer = Answer;
    const SCRIPT: &'static str = "recount-worker_loader.js";
}
