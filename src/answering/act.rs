//! The acts of whoever answers: each has a page, and each page a word in its address.
use huiyin_domain::feedback::{Offer, Speaks};
use serde::{Deserialize, Serialize};

/// An act of the staff on a submission.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Tell the resident who looks at it.
    Acknowledge,
    /// Answer it.
    Answer,
    /// Let the answer stand.
    Uphold,
    /// Report a step.
    Report,
    /// Report that it is done.
    Deliver,
    /// Pass it on.
    PassOn,
    /// Put its day off.
    Extend,
    /// Say what it is about.
    Sort,
    /// Enter the resident's word.
    Tell,
    /// End it in place of a resident who has left.
    Close,
}

impl Act {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::Acknowledge,
        Self::Answer,
        Self::Uphold,
        Self::Report,
        Self::Deliver,
        Self::PassOn,
        Self::Extend,
        Self::Sort,
        Self::Tell,
        Self::Close,
    ];

    /// Its word in addresses.
    pub fn name(self) -> &'static str {
        match self {
            Self::Acknowledge => "acknowledge",
            Self::Answer => "answer",
            Self::Uphold => "uphold",
            Self::Report => "report",
            Self::Deliver => "deliver",
            Self::PassOn => "pass-on",
            Self::Extend => "extend",
            Self::Sort => "sort",
            Self::Tell => "tell",
            Self::Close => "close",
        }
    }

    /// The way back from [`Act::name`].
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|act| act.name() == name)
    }

    /// The act that follows an offer; residents have pages of their own for theirs.
    pub fn of(offer: Offer) -> Option<Self> {
        match offer {
            Offer::Confirm { speaks } | Offer::Reopen { speaks } | Offer::Appeal { speaks, .. } => {
                match speaks {
                    Speaks::ForResident => Some(Self::Tell),
                    Speaks::Own => None,
                }
            }
            Offer::Acknowledge => Some(Self::Acknowledge),
            Offer::Answer => Some(Self::Answer),
            Offer::Uphold => Some(Self::Uphold),
            Offer::Report => Some(Self::Report),
            Offer::Deliver => Some(Self::Deliver),
            Offer::PassOn => Some(Self::PassOn),
            Offer::Extend { .. } => Some(Self::Extend),
            Offer::Sort => Some(Self::Sort),
            Offer::CloseWithoutAuthor => Some(Self::Close),
            Offer::Follow | Offer::Unfollow | Offer::Withdraw => None,
        }
    }

    /// The acts that are offered, each once, the likeliest first.
    pub fn offered(offers: &[Offer]) -> Vec<Self> {
        let mut acts = Vec::new();
        for act in offers.iter().copied().filter_map(Self::of) {
            if !acts.contains(&act) {
                acts.push(act);
            }
        }
        acts
    }
}

/// What is said of one request: will it be done, or what became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum How {
    /// It will be done.
    Will,
    /// It was done as asked.
    AsAsked,
    /// It was done otherwise.
    Otherwise,
    /// It will not be done.
    Not,
    /// It was not done.
    NotBuilt,
}

impl How {
    /// The choices of an answer.
    pub const OF_ANSWER: [Self; 2] = [Self::Will, Self::Not];
    /// The choices of what was built.
    pub const OF_BUILT: [Self; 3] = [Self::AsAsked, Self::Otherwise, Self::NotBuilt];
}

/// A word of the resident's that the office enters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Word {
    /// It is done, or the answer will do.
    Confirm,
    /// It is not done.
    Reopen,
    /// The answer is not right.
    Appeal,
}

impl Word {
    /// The words that the resident can have said now.
    pub fn offered(offers: &[Offer]) -> Vec<Self> {
        let word = |offer: &Offer| match offer {
            Offer::Confirm { speaks: Speaks::ForResident } => Some(Self::Confirm),
            Offer::Reopen { speaks: Speaks::ForResident } => Some(Self::Reopen),
            Offer::Appeal { speaks: Speaks::ForResident, .. } => Some(Self::Appeal),
            Offer::Confirm { speaks: Speaks::Own }
            | Offer::Reopen { speaks: Speaks::Own }
            | Offer::Appeal { speaks: Speaks::Own, .. }
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
            | Offer::Unfollow
            | Offer::Withdraw => None,
        };
        offers.iter().filter_map(word).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_act_has_its_own_address() {
        for act in Act::ALL {
            assert_eq!(Act::parse(act.name()), Some(act));
        }
        assert_eq!(Act::parse("withdraw"), None);
    }

    #[test]
    fn the_words_of_a_resident_are_one_page() {
        let speaks = Speaks::ForResident;
        let offers = [Offer::Confirm { speaks }, Offer::Reopen { speaks }, Offer::PassOn];
        assert_eq!(Act::offered(&offers), [Act::Tell, Act::PassOn]);
        assert_eq!(Word::offered(&offers), [Word::Confirm, Word::Reopen]);
        assert_eq!(Act::offered(&[Offer::Confirm { speaks: Speaks::Own }]), []);
    }
}
