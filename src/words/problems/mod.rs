//! What went wrong, in sentences: what is so, and what to do next.
mod en;
mod zh;

pub use en::ENGLISH;
pub use zh::CHINESE;

use crate::api::ApiError;
use huiyin_domain::{
    ballots::BallotProblem,
    problems::{FieldFault, ProblemKind},
    refusals::Refusal,
};

/// Sentences about what went wrong, in one language.
pub struct Words {
    /// How many things are wrong with a form.
    pub title: fn(usize) -> String,
    /// No answer.
    pub away: &'static str,
    /// The browser knows that it has no network.
    pub offline: &'static str,
    /// An answer this app cannot read.
    pub garbled: &'static str,
    /// A rule said no.
    pub refusal: fn(&Refusal) -> String,
    /// A field, by name, and its fault.
    pub fault: fn(&str, &FieldFault) -> String,
    /// A ballot.
    pub ballot: fn(&BallotProblem) -> String,
    /// Everything else the server says.
    pub kind: fn(&ProblemKind) -> String,
}

impl Words {
    /// Why the server's answer is not there.
    pub fn error(&self, error: &ApiError) -> String {
        match error {
            ApiError::Away if crate::browser::document::is_offline() => self.offline.to_owned(),
            ApiError::Away => self.away.to_owned(),
            ApiError::Garbled => self.garbled.to_owned(),
            ApiError::Problem(problem) => self.problem(&problem.kind),
        }
    }

    fn problem(&self, kind: &ProblemKind) -> String {
        match kind {
            ProblemKind::Refused { refusal } => (self.refusal)(refusal),
            ProblemKind::InvalidBallot { problem } => (self.ballot)(problem),
            ProblemKind::Invalid { problems } => {
                let sentences = problems.iter().map(|it| (self.fault)(&it.field, &it.fault));
                sentences.collect::<Vec<_>>().join(" ")
            }
            kind => (self.kind)(kind),
        }
    }

    /// A field, by name, and its fault.
    pub fn fault(&self, field: &str, fault: &FieldFault) -> String {
        (self.fault)(field, fault)
    }
}
