//! What is sent when a ballot is handed out and cast.
use super::{BallotToken, Marks, Receipt, Stamp};
use crate::time::Moment;
use serde::{Deserialize, Serialize};

/// Asks the office for a ballot; sent signed in. The same stamp again gets the same answer.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct StampRequest {
    /// The stamp of a token that stays on the phone.
    pub stamp: Stamp,
}

/// A ballot; sent without a session.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Cast {
    /// The secret behind the stamp.
    pub token: BallotToken,
    /// Grows with each change; the highest counts.
    pub sequence: u32,
    /// What is marked, by names on the ballot.
    pub choices: Marks,
}

/// The answer to a ballot that is in the box.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CastReceipt {
    /// To find it in the published file.
    pub receipt: Receipt,
    /// Which of this voter's ballots counts now.
    pub sequence: u32,
    /// Until when it may be changed.
    pub closes: Option<Moment>,
}
