//! The pages below a council's own: its questions, its calendar file and its minutes.
use crate::words::meetings::ActWords;
use huiyin_domain::councils::meeting::Offer;

/// What a resident can do with a council, or look at, on a page of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Come, and how.
    Seat,
    /// Not come.
    Decline,
    /// Choose when to be reminded.
    Reminder,
    /// Put it on a calendar.
    Calendar,
    /// Read the minutes.
    Minutes,
    /// Say whether a resolution is done.
    Word,
    /// Say what is missing of one that is not.
    NotDone,
}

impl Act {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Seat,
        Self::Decline,
        Self::Reminder,
        Self::Calendar,
        Self::Minutes,
        Self::Word,
        Self::NotDone,
    ];

    /// Its name in the address.
    pub fn name(self) -> &'static str {
        match self {
            Self::Seat => "seat",
            Self::Decline => "decline",
            Self::Reminder => "reminder",
            Self::Calendar => "calendar",
            Self::Minutes => "minutes",
            Self::Word => "word",
            Self::NotDone => "not-done",
        }
    }

    /// The one at an address.
    pub fn parse(raw: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|act| act.name() == raw)
    }

    /// The question that an offer leads to; `None` for what the office does.
    pub fn of(offer: &Offer) -> Option<Self> {
        match offer {
            Offer::Rsvp { .. } => Some(Self::Seat),
            Offer::Decline => Some(Self::Decline),
            Offer::Remind => Some(Self::Reminder),
            Offer::SayWhether { .. } => Some(Self::Word),
            Offer::AnswerFor
            | Offer::Open
            | Offer::CheckIn
            | Offer::RecordOpinion
            | Offer::Resolve
            | Offer::CloseSession { .. }
            | Offer::PublishMinutes
            | Offer::FollowUp { .. }
            | Offer::Close
            | Offer::GiveNotice { .. }
            | Offer::SetAgenda
            | Offer::ReplaceFacilitator
            | Offer::ChangeLink
            | Offer::Move
            | Offer::Cancel => None,
        }
    }

    /// Is it asked where this is offered? What is missing is asked behind the question whether it
    /// is done.
    pub fn is_behind(self, offer: &Offer) -> bool {
        let first = if self == Self::NotDone { Self::Word } else { self };
        Self::of(offer) == Some(first)
    }

    /// What it has come to, in words; nothing where nothing is done.
    pub fn done(self, words: &ActWords) -> Option<&'static str> {
        match self {
            Self::Seat => Some(words.seated),
            Self::Decline => Some(words.declined),
            Self::Reminder => Some(words.reminded),
            Self::Word | Self::NotDone => Some(words.word.said),
            Self::Calendar | Self::Minutes => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_has_an_address() {
        for act in Act::ALL {
            assert_eq!(Act::parse(act.name()), Some(act));
        }
        assert_eq!(Act::parse("run"), None);
    }
}
