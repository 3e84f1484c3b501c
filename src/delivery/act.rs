//! Acts on a project, each with an address and a page of its own.
use huiyin_domain::delivery::{Command, Offer};

/// An act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Say that it is done.
    Done,
    /// Say that it is not.
    NotDone,
    /// Ask to join the team.
    Join,
    /// Leave it.
    Leave,
    /// Tell of the work.
    Report,
    /// Enter a payment.
    Pay,
    /// Correct one.
    Correct,
    /// Plan anew.
    Plan,
    /// Ask the residents whether it is done.
    Finish,
    /// Answer those who say that it is not.
    Answer,
    /// Close it.
    Close,
    /// Go on with the work.
    Resume,
    /// Answer for it from now on.
    TakeOver,
    /// Give it up.
    Stop,
}

impl Act {
    /// All of them.
    pub const ALL: [Self; 14] = [
        Self::Done,
        Self::NotDone,
        Self::Join,
        Self::Leave,
        Self::Report,
        Self::Pay,
        Self::Correct,
        Self::Plan,
        Self::Finish,
        Self::Answer,
        Self::Close,
        Self::Resume,
        Self::TakeOver,
        Self::Stop,
    ];

    /// As its address names it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::NotDone => "not-done",
            Self::Join => "join",
            Self::Leave => "leave",
            Self::Report => "report",
            Self::Pay => "pay",
            Self::Correct => "correct",
            Self::Plan => "plan",
            Self::Finish => "finish",
            Self::Answer => "answer",
            Self::Close => "close",
            Self::Resume => "resume",
            Self::TakeOver => "take-over",
            Self::Stop => "stop",
        }
    }

    /// The way back from [`Act::name`].
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|act| act.name() == name)
    }

    /// The act that an offer leads to; who joins is said on the project's page itself.
    pub fn of(offer: Offer) -> Option<Self> {
        match offer {
            Offer::SayDone => Some(Self::Done),
            Offer::SayNotDone => Some(Self::NotDone),
            Offer::Ask => Some(Self::Join),
            Offer::Leave => Some(Self::Leave),
            Offer::LetIn { .. } | Offer::TurnAway { .. } => None,
            Offer::Report => Some(Self::Report),
            Offer::Pay => Some(Self::Pay),
            Offer::Correct => Some(Self::Correct),
            Offer::Plan => Some(Self::Plan),
            Offer::Finish => Some(Self::Finish),
            Offer::Answer => Some(Self::Answer),
            Offer::Close => Some(Self::Close),
            Offer::Resume => Some(Self::Resume),
            Offer::TakeOver => Some(Self::TakeOver),
            Offer::Stop => Some(Self::Stop),
        }
    }

    /// The act that a command is.
    pub fn of_command(command: &Command) -> Option<Self> {
        match command {
            Command::Ask => Some(Self::Join),
            Command::Leave => Some(Self::Leave),
            Command::LetIn { .. } | Command::TurnAway { .. } => None,
            Command::TakeOver => Some(Self::TakeOver),
            Command::Plan { .. } => Some(Self::Plan),
            Command::Report { .. } => Some(Self::Report),
            Command::Pay { .. } => Some(Self::Pay),
            Command::Correct { .. } => Some(Self::Correct),
            Command::Finish { .. } => Some(Self::Finish),
            Command::Say { says } if says.is_done() => Some(Self::Done),
            Command::Say { .. } => Some(Self::NotDone),
            Command::Answer { .. } => Some(Self::Answer),
            Command::Resume { .. } => Some(Self::Resume),
            Command::Close { .. } => Some(Self::Close),
            Command::Stop { .. } => Some(Self::Stop),
        }
    }

    /// Is it one of the office alone, at its desk?
    pub fn is_at_desk(self) -> bool {
        match self {
            Self::Done | Self::NotDone | Self::Join | Self::Leave | Self::Report => false,
            Self::Pay
            | Self::Correct
            | Self::Plan
            | Self::Finish
            | Self::Answer
            | Self::Close
            | Self::Resume
            | Self::TakeOver
            | Self::Stop => true,
        }
    }
}
