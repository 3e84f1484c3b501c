//! Ballots: what a voter marks, checked the same way on the phone and on the server.
mod choices;
pub mod guide;
mod left;
mod marks;
pub mod wire;

pub use choices::Choices;
pub use left::Left;
pub use marks::Marks;

use crate::{hash::sha256_hex, money::Money};
use huiyin_derive::ReadTagged;
use serde::{Deserialize, Serialize};
use std::{collections::BTreeMap, fmt};

/// Why a ballot cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum BallotProblem {
    /// It names something that cannot be voted for.
    NotOnTheBallot {
        /// As named.
        key: String,
    },
    /// It names something twice, or gives it two places.
    NamedTwice {
        /// As named.
        key: String,
    },
    /// It names more than a person has votes.
    TooMany {
        /// How many a person has.
        max: u32,
    },
    /// What it names costs more than there is.
    OverBudget {
        /// By how much.
        over: Money,
    },
    /// It gives more points than a person has.
    TooManyPoints {
        /// By how many.
        over: u32,
        /// How many a person has.
        total: u32,
    },
    /// It gives one proposal more points than it may.
    TooManyOnOne {
        /// Which.
        key: String,
        /// The most for one proposal.
        each: u32,
    },
    /// This contest is voted in another way.
    OtherStyle,
}

/// What can be voted for (选票上的提案), by its name on the ballot, with what it costs.
pub type OnBallot = BTreeMap<String, Money>;

/// The random secret that makes one ballot a voter's own (领票凭证): 32 bytes, made on the
/// voter's device and known only there until the ballot is cast.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct BallotToken(String);

impl BallotToken {
    /// From 32 random bytes.
    pub fn new(random: [u8; 32]) -> Self {
        Self(crate::hash::hex(&random))
    }

    /// Reads 64 hexadecimal characters.
    pub fn parse(raw: &str) -> Option<Self> {
        let is_hex = raw.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
        (raw.len() == 64 && is_hex).then(|| Self(raw.to_owned()))
    }

    /// What the office is told when the ballot is handed out (领票); the token cannot be found
    /// from it.
    pub fn stamp(&self) -> Stamp {
        Stamp(sha256_hex(format!("huiyin/stamp/1/{}", self.0).as_bytes()))
    }

    /// The number under which the voter finds the ballot in the published file.
    pub fn receipt(&self) -> Receipt {
        let hash = sha256_hex(format!("huiyin/receipt/1/{}", self.0).as_bytes());
        let number = u64::from_str_radix(&hash[..15], 16).expect("15 hexadecimal characters");
        Receipt(format!("{:012}", number % 1_000_000_000_000))
    }
}

impl fmt::Debug for BallotToken {
    // Whoever knows the token can change the vote.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("BallotToken(…)")
    }
}

impl TryFrom<String> for BallotToken {
    type Error = String;

    fn try_from(raw: String) -> Result<Self, String> {
        Self::parse(&raw).ok_or_else(|| "not 64 hexadecimal characters".to_owned())
    }
}

impl From<BallotToken> for String {
    fn from(token: BallotToken) -> Self {
        token.0
    }
}

/// The right to one ballot (领票印), stored apart from who was given it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Stamp(String);

impl Stamp {
    /// As 64 hexadecimal characters.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Stamp {
    type Error = String;

    fn try_from(raw: String) -> Result<Self, String> {
        BallotToken::try_from(raw).map(|same_form| Self(same_form.0))
    }
}

impl From<Stamp> for String {
    fn from(stamp: Stamp) -> Self {
        stamp.0
    }
}

/// The twelve-digit number by which a voter finds their own ballot (回执).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Receipt(pub String);

impl Receipt {
    /// In three groups of four, to be read aloud.
    pub fn grouped(&self) -> String {
        let digits: Vec<char> = self.0.chars().collect();
        let groups = digits.chunks(4).map(|group| group.iter().collect::<String>());
        groups.collect::<Vec<_>>().join(" ")
    }
}
