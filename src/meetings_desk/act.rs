//! The acts of the staff on a council that have a page of their own.
use huiyin_domain::councils::meeting::Offer;

/// What the office can do with a council, apart from its session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Say what it talks about.
    Agenda,
    /// Give notice.
    Notice,
    /// Move it.
    Move,
    /// Say where it is joined by video.
    Link,
    /// Say who leads it.
    Facilitator,
    /// Cancel it.
    Cancel,
    /// Say what has become of a resolution.
    FollowUp,
    /// Make the minutes public.
    Minutes,
    /// Close it.
    Close,
    /// Answer for a resident who called or wrote.
    AnswerFor,
}

impl Act {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::Agenda,
        Self::Notice,
        Self::Move,
        Self::Link,
        Self::Facilitator,
        Self::Cancel,
        Self::FollowUp,
        Self::Minutes,
        Self::Close,
        Self::AnswerFor,
    ];

    /// Its name in the address.
    pub fn name(self) -> &'static str {
        match self {
            Self::Agenda => "agenda",
            Self::Notice => "notice",
            Self::Move => "move",
            Self::Link => "link",
            Self::Facilitator => "facilitator",
            Self::Cancel => "cancel",
            Self::FollowUp => "follow-up",
            Self::Minutes => "minutes",
            Self::Close => "close",
            Self::AnswerFor => "answer-for",
        }
    }

    /// The one at an address.
    pub fn parse(raw: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|act| act.name() == raw)
    }

    /// The page that an offer leads to; `None` for what happens in the session, and for what
    /// residents do.
    pub fn of(offer: &Offer) -> Option<Self> {
        match offer {
            Offer::SetAgenda => Some(Self::Agenda),
            Offer::GiveNotice { .. } => Some(Self::Notice),
            Offer::Move => Some(Self::Move),
            Offer::ChangeLink => Some(Self::Link),
            Offer::ReplaceFacilitator => Some(Self::Facilitator),
            Offer::Cancel => Some(Self::Cancel),
            Offer::FollowUp { .. } => Some(Self::FollowUp),
            Offer::PublishMinutes => Some(Self::Minutes),
            Offer::Close => Some(Self::Close),
            Offer::AnswerFor => Some(Self::AnswerFor),
            Offer::SayWhether { .. }
            | Offer::Rsvp { .. }
            | Offer::Decline
            | Offer::Remind
            | Offer::Open
            | Offer::CheckIn
            | Offer::RecordOpinion
            | Offer::Resolve
            | Offer::CloseSession { .. } => None,
        }
    }

    /// The pages that are offered, the likeliest first, each once.
    pub fn offered(offers: &[Offer]) -> Vec<Self> {
        let mut acts = Vec::new();
        for act in offers.iter().filter_map(Self::of) {
            if !acts.contains(&act) {
                acts.push(act);
            }
        }
        acts
    }

    /// Is the page left when it is done? Otherwise the same is done again for the next one.
    pub fn is_done_once(self) -> bool {
        match self {
            Self::AnswerFor | Self::FollowUp => false,
            Self::Agenda
            | Self::Notice
            | Self::Move
            | Self::Link
            | Self::Facilitator
            | Self::Cancel
            | Self::Minutes
            | Self::Close => true,
        }
    }
}

/// Does the offer belong to the session?
pub fn is_of_session(offer: &Offer) -> bool {
    match offer {
        Offer::Open
        | Offer::CheckIn
        | Offer::RecordOpinion
        | Offer::Resolve
        | Offer::CloseSession { .. } => true,
        Offer::SayWhether { .. }
        | Offer::Rsvp { .. }
        | Offer::Decline
        | Offer::Remind
        | Offer::AnswerFor
        | Offer::PublishMinutes
        | Offer::FollowUp { .. }
        | Offer::Close
        | Offer::GiveNotice { .. }
        | Offer::SetAgenda
        | Offer::ReplaceFacilitator
        | Offer::ChangeLink
        | Offer::Move
        | Offer::Cancel => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_act_has_an_address() {
        for act in Act::ALL {
            assert_eq!(Act::parse(act.name()), Some(act));
        }
        assert_eq!(Act::parse("run"), None);
    }

    #[test]
    fn several_resolutions_are_followed_up_on_one_page() {
        let offers = [1, 2]
            .map(|resolution| Offer::FollowUp { resolution })
            .into_iter()
            .chain([Offer::Close]);
        let offers: Vec<_> = offers.collect();
        assert_eq!(Act::offered(&offers), vec![Act::FollowUp, Act::Close]);
    }
}
