//! The questions about a submission, each a page of its own.
use crate::words::feedback::ActWords;
use huiyin_domain::feedback::{Offer, Speaks};

/// What a resident can say about their own submission.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// It is done, or the answer will do.
    Confirm,
    /// The answer is not right.
    Appeal,
    /// It is not done.
    Reopen,
    /// Take it back.
    Withdraw,
}

impl Act {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Confirm, Self::Appeal, Self::Reopen, Self::Withdraw];

    /// Its name in the address.
    pub fn name(self) -> &'static str {
        match self {
            Self::Confirm => "confirm",
            Self::Appeal => "appeal",
            Self::Reopen => "reopen",
            Self::Withdraw => "withdraw",
        }
    }

    /// The one at an address.
    pub fn parse(raw: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|act| act.name() == raw)
    }

    /// The question that an offer leads to; `None` where it leads to none of these.
    pub fn of(offer: &Offer) -> Option<Self> {
        match offer {
            Offer::Confirm { speaks: Speaks::Own } => Some(Self::Confirm),
            Offer::Appeal { speaks: Speaks::Own, .. } => Some(Self::Appeal),
            Offer::Reopen { speaks: Speaks::Own } => Some(Self::Reopen),
            Offer::Withdraw => Some(Self::Withdraw),
            Offer::Confirm { speaks: Speaks::ForResident }
            | Offer::Appeal { speaks: Speaks::ForResident, .. }
            | Offer::Reopen { speaks: Speaks::ForResident }
            | Offer::Acknowledge
            | Offer::Answer
            | Offer::Uphold
            | Offer::Report
            | Offer::Deliver
            | Offer::PassOn
            | Offer::Extend { .. }
            | Offer::Sort
            | Offer::CloseWithoutAuthor
            | Offer::Follow
            | Offer::Unfollow => None,
        }
    }

    /// What it has come to, in words.
    pub fn done(self, words: &ActWords) -> &'static str {
        match self {
            Self::Confirm => words.confirmed,
            Self::Appeal => words.appealed,
            Self::Reopen => words.reopened,
            Self::Withdraw => words.withdrawn,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_question_has_an_address() {
        for act in Act::ALL {
            assert_eq!(Act::parse(act.name()), Some(act));
        }
        assert_eq!(Act::parse("sent"), None);
    }
}
