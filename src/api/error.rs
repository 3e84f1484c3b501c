//! Why the server's answer is not there.
use huiyin_domain::{
    problems::{Problem, ProblemKind},
    refusals::Refusal,
};
use std::{fmt, sync::Arc};

/// Why a request did not do what was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ApiError {
    /// No answer: no network, or the server is away.
    Away,
    /// The server said why. Shared: a copy of all it can say would be code in every first load.
    Problem(Arc<Problem>),
    /// An answer that this version of the app cannot read.
    Garbled,
    /// An archive has no such thing, and does nothing.
    NotInArchive,
}

impl ApiError {
    /// The rule that said no, if one did.
    pub fn refusal(&self) -> Option<&Refusal> {
        match self.kind()? {
            ProblemKind::Refused { refusal } => Some(refusal),
            _ => None,
        }
    }

    /// What the server said, if it said something.
    pub fn kind(&self) -> Option<&ProblemKind> {
        match self {
            Self::Problem(problem) => Some(&problem.kind),
            Self::Away | Self::Garbled | Self::NotInArchive => None,
        }
    }

    /// Has the session ended?
    pub fn is_signed_out(&self) -> bool {
        matches!(self.kind(), Some(ProblemKind::SignedOut))
    }

    /// Is there no such thing?
    pub fn is_missing(&self) -> bool {
        matches!(self, Self::NotInArchive) || matches!(self.kind(), Some(ProblemKind::Missing))
    }
}

impl fmt::Display for ApiError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self:?}")
    }
}

impl std::error::Error for ApiError {}
