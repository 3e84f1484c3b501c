//! Figures of the ledger (回音榜): always a part and a whole, with what is overdue in the whole.
use serde::{Deserialize, Serialize};

/// So many of so many (占比). `part` is never above `whole`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Share {
    /// How many.
    pub part: u32,
    /// Of how many.
    pub whole: u32,
}

impl Share {
    /// In whole hundredths, rounded down; `None` of nothing.
    pub fn percent(self) -> Option<u32> {
        let part = u64::from(self.part) * 100;
        part.checked_div(self.whole.into()).and_then(|percent| u32::try_from(percent).ok())
    }
}

/// What the rows of a selection add up to. Every count is of submissions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// All that were sent, without those taken back.
    pub n_sent: u32,
    /// Those with a decision.
    pub n_decided: u32,
    /// Those decided on their day or before.
    pub n_in_time: u32,
    /// Those adopted, wholly or partly, or chosen by a vote.
    pub n_adopted: u32,
    /// Those reported as done.
    pub n_delivered: u32,
    /// Those among them that the resident has confirmed.
    pub n_confirmed: u32,
    /// Those confirmed whose resident said how content they are.
    pub n_rated: u32,
    /// Those among them who are content.
    pub n_content: u32,
    /// Those that are overdue now, at any stage.
    pub n_overdue: u32,
    /// Those overdue now whose decision should have been there; a first word that is late does
    /// not make a decision late.
    pub n_undecided_overdue: u32,
    /// Those adopted and not reported as done by their day.
    pub n_undelivered_overdue: u32,
}

/// The rates that follow from [`Counts`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rates {
    /// Decided in time, of all decided and all that should have been.
    pub in_time: Share,
    /// Adopted, of all decided and all that should have been.
    pub adopted: Share,
    /// Done, of all adopted.
    pub delivered: Share,
    /// Confirmed by the resident, of all reported as done.
    pub confirmed: Share,
    /// Content, of those who said.
    pub content: Share,
}

impl Counts {
    /// Both together.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        let Self { n_sent, n_decided, n_in_time, n_adopted, n_delivered, n_confirmed, .. } = self;
        Self {
            n_sent: n_sent.saturating_add(other.n_sent),
            n_decided: n_decided.saturating_add(other.n_decided),
            n_in_time: n_in_time.saturating_add(other.n_in_time),
            n_adopted: n_adopted.saturating_add(other.n_adopted),
            n_delivered: n_delivered.saturating_add(other.n_delivered),
            n_confirmed: n_confirmed.saturating_add(other.n_confirmed),
            n_rated: self.n_rated.saturating_add(other.n_rated),
            n_content: self.n_content.saturating_add(other.n_content),
            n_overdue: self.n_overdue.saturating_add(other.n_overdue),
            n_undecided_overdue: self.n_undecided_overdue.saturating_add(other.n_undecided_overdue),
            n_undelivered_overdue: self
                .n_undelivered_overdue
                .saturating_add(other.n_undelivered_overdue),
        }
    }

    /// The rates. What is overdue and undecided stands in the whole, so that leaving something
    /// lie makes no rate better.
    pub fn rates(&self) -> Rates {
        let due = self.n_decided.saturating_add(self.n_undecided_overdue);
        let share = |part: u32, whole: u32| Share { part: part.min(whole), whole };
        Rates {
            in_time: share(self.n_in_time, due),
            adopted: share(self.n_adopted, due),
            delivered: share(self.n_delivered, self.n_adopted),
            confirmed: share(self.n_confirmed, self.n_delivered),
            content: share(self.n_content, self.n_rated),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lies_undecided_beyond_its_day_makes_the_rate_worse() {
        let counts = Counts { n_decided: 3, n_in_time: 3, ..Counts::default() };
        assert_eq!(counts.rates().in_time, Share { part: 3, whole: 3 });
        let counts = Counts { n_undecided_overdue: 1, ..counts };
        assert_eq!(counts.rates().in_time, Share { part: 3, whole: 4 });
        assert_eq!(counts.rates().in_time.percent(), Some(75));
        assert_eq!(counts.rates().content.percent(), None);
    }
}
