//! What went wrong, in sentences: what is so, and what to do next.
mod en;
mod zh;

pub use en::ENGLISH;
pub use zh::CHINESE;

use super::{Room, Said, Tone, faults, frame};
use crate::{api::ApiError, json};
use huiyin_domain::{
    ballots::BallotProblem,
    problems::{Problem, ProblemKind},
    refusals::Refusal,
};
use std::sync::{Arc, OnceLock};

/// Sentences about what went wrong, in one language.
pub struct Words {
    /// A rule said no.
    pub refusal: fn(&Refusal) -> String,
    /// A ballot.
    pub ballot: fn(&BallotProblem) -> String,
    /// Everything else the server says.
    pub kind: fn(&ProblemKind) -> String,
}

/// Puts what the server says in words, once something was read that it said.
///
/// The sentences are fetched with what reads them (`crate::apart`): on most visits nothing fails.
static SENTENCE: OnceLock<fn(Tone, &ProblemKind) -> String> = OnceLock::new();

/// Reads what the server says instead of what was asked for.
pub fn read(text: &str) -> Option<ApiError> {
    json::read(text).ok().map(known)
}

/// An error of which the sentence is known from now on.
pub fn known(problem: Problem) -> ApiError {
    SENTENCE.get_or_init(|| sentence);
    ApiError::Problem(Arc::new(problem))
}

impl Room<Words> {
    /// Why the server's answer is not there.
    pub fn error(&self, error: &ApiError) -> String {
        let words = frame::Words::said(self.tone);
        match error {
            ApiError::Away if crate::browser::document::is_offline() => words.offline.to_owned(),
            ApiError::Away => words.away.to_owned(),
            ApiError::Garbled => words.garbled.to_owned(),
            ApiError::NotInArchive => words.not_in_archive.to_owned(),
            ApiError::Problem(problem) => match SENTENCE.get() {
                Some(sentence) => sentence(self.tone, &problem.kind),
                None => words.garbled.to_owned(),
            },
        }
    }
}

fn sentence(tone: Tone, kind: &ProblemKind) -> String {
    let words = Words::said(tone);
    match kind {
        ProblemKind::Refused { refusal } => (words.refusal)(refusal),
        ProblemKind::InvalidBallot { problem } => (words.ballot)(problem),
        ProblemKind::Invalid { problems } => {
            let fault = faults::Words::said(tone).fault;
            problems.iter().map(|it| fault(&it.field, &it.fault)).collect::<Vec<_>>().join(" ")
        }
        kind => (words.kind)(kind),
    }
}
