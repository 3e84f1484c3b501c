//! Resolutions: what a council voted on, and what becomes of it.
use super::{Report, Said};
use crate::{
    ids::CouncilId,
    problems::{FieldFault, FieldProblem},
    time::{Day, Moment, iso_day},
    words::Words,
};
use huiyin_derive::ReadTagged;
use serde::{Deserialize, Serialize};

/// The most hands that are counted on one side.
pub const VOTES_MOST: u32 = 10_000;

/// Hands counted (表决).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Votes {
    /// For it (赞成).
    pub yes: u32,
    /// Against it (反对).
    pub no: u32,
    /// Neither (弃权).
    pub abstain: u32,
}

impl Votes {
    /// All hands.
    pub fn total(self) -> u32 {
        self.yes.saturating_add(self.no).saturating_add(self.abstain)
    }

    /// More for it than against it, of those who voted; a tie carries nothing.
    pub fn carries(self) -> bool {
        self.no < self.yes
    }
}

/// What has become of a resolution.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Standing {
    /// It was not carried.
    NotCarried,
    /// It was carried, and is not done.
    Open,
    /// The office reports that it is done, and residents are asked (等居民回话).
    ReportedDone {
        /// The last day on which they say so.
        #[serde(with = "iso_day")]
        until: Day,
    },
    /// Residents say that it is done (居民确认), and nobody that it is not.
    Confirmed {
        /// How many.
        n_done: u32,
    },
    /// It was reported once more, and some still say that it is not done (有人说没办好).
    Disputed {
        /// How many say that it is.
        n_done: u32,
        /// How many that it is not.
        n_not_done: u32,
        /// The last day on which they say so.
        #[serde(with = "iso_day")]
        until: Day,
    },
    /// It was reported as done, and nobody said anything within the days (没有人回话).
    Unconfirmed {
        /// The last of those days.
        #[serde(with = "iso_day")]
        until: Day,
    },
    /// A later council has it on its agenda.
    CarriedOver {
        /// Which.
        into: CouncilId,
    },
}

/// A step towards what was resolved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// When it was reported.
    pub at: Moment,
    /// What was done.
    pub words: Said,
}

/// What a council voted on (决议).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Resolution {
    /// Its number in its council, from one.
    pub number: u32,
    /// What it says.
    pub words: Said,
    /// The number of the item of the agenda, if it belongs to one.
    pub item: Option<u32>,
    /// The hands.
    pub votes: Votes,
    /// How many were here then.
    pub n_present: u32,
    /// When it was voted on.
    pub at: Moment,
    /// What has become of it.
    pub standing: Standing,
    /// The steps towards it, the oldest first.
    pub steps: Vec<Step>,
    /// The reports that it is done, the oldest first; residents are asked about the last one.
    #[serde(default)]
    pub reports: Vec<Report>,
}

/// One resolution among those of all councils.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ResolutionRef {
    /// Whose.
    pub council: CouncilId,
    /// Its number there.
    pub number: u32,
}

/// A resolution that goes on in a later council.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CarriedOver {
    /// Its number.
    pub resolution: u32,
    /// On whose agenda it stands.
    pub into: CouncilId,
}

/// A resolution and its hands, as they are filled in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ResolutionForm {
    /// What it says.
    pub words: String,
    /// The number of the item of the agenda; may be left out.
    pub item: Option<u32>,
    /// Hands for it.
    pub yes: String,
    /// Hands against it.
    pub no: String,
    /// Hands for neither; may be left empty.
    pub abstain: String,
}

impl ResolutionForm {
    /// Reads the form, or says everything that is wrong with it.
    pub fn parse(&self) -> Result<(Said, Votes), Vec<FieldProblem>> {
        let mut problems = Vec::new();
        let words = keep(&mut problems, said("words", &self.words));
        let yes = keep(&mut problems, number("yes", &self.yes, 0, VOTES_MOST));
        let no = keep(&mut problems, number("no", &self.no, 0, VOTES_MOST));
        let abstain = match self.abstain.trim() {
            "" => Some(0),
            raw => keep(&mut problems, number("abstain", raw, 0, VOTES_MOST)),
        };
        match (words, yes, no, abstain) {
            (Some(words), Some(yes), Some(no), Some(abstain)) => {
                Ok((words, Votes { yes, no, abstain }))
            }
            _ => Err(problems),
        }
    }
}

/// A sentence of a form.
pub(super) fn said<const MAX: usize>(field: &str, raw: &str) -> Result<Words<MAX>, FieldProblem> {
    Words::parse(raw).map_err(|problem| fault(field, FieldFault::Words(problem)))
}

/// A number of a form, in the digits of any keyboard.
pub(super) fn number(field: &str, raw: &str, least: u32, most: u32) -> Result<u32, FieldProblem> {
    let digits: Option<String> = raw
        .trim()
        .chars()
        .map(|character| Some(char::from(b'0' + crate::digits::digit(character)?)))
        .collect();
    let number = digits.and_then(|digits| digits.parse().ok());
    number
        .filter(|number| (least..=most).contains(number))
        .ok_or_else(|| fault(field, FieldFault::OutOfRange { least, most }))
}

pub(super) fn keep<T>(
    problems: &mut Vec<FieldProblem>,
    read: Result<T, FieldProblem>,
) -> Option<T> {
    read.map_err(|problem| problems.push(problem)).ok()
}

pub(super) fn fault(field: &str, fault: FieldFault) -> FieldProblem {
    FieldProblem { field: field.to_owned(), fault }
}
