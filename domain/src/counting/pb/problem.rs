//! What is wrong with a file: the line, what was expected there, and what was found.

use huiyin_derive::ReadTagged;
use std::fmt;

use serde::{Deserialize, Serialize};

/// Why a file cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PbProblem {
    /// The line, from 1; for what is missing altogether, the last one.
    pub line: u32,
    /// What should have stood there.
    pub expected: Expected,
    /// What stood there, shortened.
    pub found: String,
}

/// What a reader of `.pb` files waits for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Expected {
    /// One of the three parts: META, PROJECTS or VOTES.
    Section {
        /// Which.
        name: String,
    },
    /// A row of column names.
    Header {
        /// The part it heads.
        section: String,
    },
    /// A column of this name.
    Column {
        /// Its name.
        name: String,
    },
    /// A line in META.
    MetaKey {
        /// Its key.
        key: String,
    },
    /// A kind of ballot we know.
    VoteType,
    /// An amount of money: digits, at most six after a point or comma, not too large.
    Amount,
    /// A cost above nothing.
    CostAboveNothing,
    /// A number of points, not negative.
    Points,
    /// As many numbers of points as projects.
    PointsForEach {
        /// How many projects the ballot names.
        projects: u32,
    },
    /// An id that is not empty.
    Id,
    /// An id that has not been used before.
    FreshId,
    /// The id of a project that exists.
    KnownProject,
    /// The quotation mark that ends a text.
    ClosingQuote,
    /// Sums that the counting can hold.
    SmallerTotals,
}

impl PbProblem {
    pub(super) fn new(line: u32, expected: Expected, found: &str) -> Self {
        const FOUND_MAX: usize = 60;
        let first_line = found.lines().next().unwrap_or("");
        let mut short: String = first_line.chars().take(FOUND_MAX).collect();
        if short.len() < found.len() {
            short.push('…');
        }
        Self { line: line.max(1), expected, found: short }
    }
}

impl fmt::Display for PbProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: expected {}, found ", self.line, self.expected)?;
        match self.found.as_str() {
            "" => f.write_str("nothing"),
            found => write!(f, "\"{found}\""),
        }
    }
}

impl fmt::Display for Expected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Section { name } => write!(f, "the section {name}"),
            Self::Header { section } => write!(f, "the row of column names of {section}"),
            Self::Column { name } => write!(f, "a column \"{name}\""),
            Self::MetaKey { key } => write!(f, "a line \"{key}\" in META"),
            Self::VoteType => {
                f.write_str("approval, choose-1, cumulative, scoring or ordinal as vote_type")
            }
            Self::Amount => f.write_str("an amount such as 1200 or 1200.50"),
            Self::CostAboveNothing => f.write_str("a cost above 0"),
            Self::Points => f.write_str("a number of points, 0 or more"),
            Self::PointsForEach { projects } => {
                write!(f, "points for each of the {projects} projects of the ballot")
            }
            Self::Id => f.write_str("an id"),
            Self::FreshId => f.write_str("an id not used before"),
            Self::KnownProject => f.write_str("the id of a project listed in PROJECTS"),
            Self::ClosingQuote => f.write_str("a closing quotation mark"),
            Self::SmallerTotals => f.write_str("costs and points with smaller totals"),
        }
    }
}

impl std::error::Error for PbProblem {}
