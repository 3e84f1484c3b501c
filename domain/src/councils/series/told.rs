//! What people are told of a series, and whom it concerns.
use super::Event;
use serde::{Deserialize, Serialize};

/// What people are told of a series (排会通知).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Told {
    /// Residents are asked when they can come.
    PollOpened,
    /// There are times about which they have not been asked.
    SlotsAdded,
    /// The times are chosen.
    Scheduled,
    /// It will not take place.
    Cancelled,
}

impl Told {
    /// All of them.
    pub const ALL: [Self; 4] =
        [Self::PollOpened, Self::SlotsAdded, Self::Scheduled, Self::Cancelled];

    /// As tables name it.
    pub fn word(self) -> &'static str {
        match self {
            Self::PollOpened => "poll_opened",
            Self::SlotsAdded => "slots_added",
            Self::Scheduled => "scheduled",
            Self::Cancelled => "cancelled",
        }
    }

    /// The way back from [`Told::word`].
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|told| told.word() == word)
    }

    /// Does it ask for an answer? Whoever has given one need not be told any more.
    pub fn asks(self) -> bool {
        match self {
            Self::PollOpened | Self::SlotsAdded => true,
            Self::Scheduled | Self::Cancelled => false,
        }
    }
}

/// Whom it concerns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Audience {
    /// Who supports one of its topics, and who keeps a usual week, whose answer is nearly given.
    /// Not everybody: most would read only that a meeting is being thought of.
    Likely,
    /// Who has answered.
    Answered,
    /// Who has answered, and who supports one of its topics.
    Concerned,
}

/// What people are told of an event, and who, if anybody is.
pub fn told(event: &Event) -> Option<(Told, Audience)> {
    match event {
        Event::PollOpened { .. } => Some((Told::PollOpened, Audience::Likely)),
        // Before the poll nobody has answered, so that nobody hears of its first times.
        Event::SlotsAdded { .. } => Some((Told::SlotsAdded, Audience::Answered)),
        Event::Scheduled { .. } => Some((Told::Scheduled, Audience::Concerned)),
        Event::Cancelled { .. } => Some((Told::Cancelled, Audience::Concerned)),
        Event::Begun(_)
        | Event::Described { .. }
        | Event::TopicsChosen { .. }
        | Event::NeedsSet { .. }
        | Event::SlotWithdrawn { .. }
        | Event::PollExtended { .. }
        | Event::Closed => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_leads_back_to_what_is_told() {
        for told in Told::ALL {
            assert_eq!(Told::parse(told.word()), Some(told));
        }
        assert_eq!(Told::parse("noticed"), None);
    }
}
