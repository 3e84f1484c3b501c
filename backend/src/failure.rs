//! Failure: why a service did not do what was asked, before it is put into HTTP.

use huiyin_domain::{
    ballots::BallotProblem,
    ids::Version,
    problems::{FieldFault, FieldProblem, ProblemKind},
    refusals::Refusal,
    staff::StaffRefusal,
};

use crate::store::StoreError;

/// Why it was not done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// For a reason the asker is told.
    Problem(ProblemKind),
    /// Something broke here; it is logged and not told.
    Broken(String),
}

/// What a service gives back.
pub type Outcome<T> = Result<T, Failure>;

impl Failure {
    /// There is no such thing.
    pub const MISSING: Self = Self::Problem(ProblemKind::Missing);

    /// A request that is not of the form the API asks for.
    pub fn malformed(detail: impl Into<String>) -> Self {
        Self::Problem(ProblemKind::Malformed { detail: detail.into() })
    }

    /// One field that cannot be taken as it is.
    pub fn field(field: &str, fault: FieldFault) -> Self {
        vec![FieldProblem { field: field.to_owned(), fault }].into()
    }

    /// The thing has another version by now.
    pub fn stale(found: Version) -> Self {
        Refusal::Stale { found }.into()
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Self::Broken(error.to_string())
    }
}

impl From<serde_json::Error> for Failure {
    fn from(error: serde_json::Error) -> Self {
        Self::Broken(format!("a stored document is not as expected: {error}"))
    }
}

impl From<ProblemKind> for Failure {
    fn from(kind: ProblemKind) -> Self {
        Self::Problem(kind)
    }
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        Self::Problem(ProblemKind::Refused { refusal })
    }
}

impl From<StaffRefusal> for Failure {
    fn from(why: StaffRefusal) -> Self {
        Refusal::from(why).into()
    }
}

impl From<Vec<FieldProblem>> for Failure {
    fn from(problems: Vec<FieldProblem>) -> Self {
        Self::Problem(ProblemKind::Invalid { problems })
    }
}

impl From<BallotProblem> for Failure {
    fn from(problem: BallotProblem) -> Self {
        Self::Problem(ProblemKind::InvalidBallot { problem })
    }
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Problem(kind) => write!(f, "{kind:?}"),
            Self::Broken(what) => f.write_str(what),
        }
    }
}

impl std::error::Error for Failure {}
