//! Whom an event of a coaching concerns, and what they are told.
use super::{Event, Party};
use serde::{Deserialize, Serialize};

/// One thing that is told of a coaching; never what was said in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Told {
    /// Authors wait for a volunteer.
    Wanted,
    /// The office has named this person.
    Named,
    /// The authors have a coach.
    Found,
    /// Something was said.
    Said,
    /// The coach has laid it down, or the office took it back; the authors wait again.
    LaidDown,
    /// An author has ended it.
    Ended,
    /// An author has ended it with thanks.
    Thanked,
    /// It ended by itself.
    Over,
}

impl Told {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Wanted,
        Self::Named,
        Self::Found,
        Self::Said,
        Self::LaidDown,
        Self::Ended,
        Self::Thanked,
        Self::Over,
    ];

    /// As tables name it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Wanted => "wanted",
            Self::Named => "named",
            Self::Found => "found",
            Self::Said => "said",
            Self::LaidDown => "laid_down",
            Self::Ended => "ended",
            Self::Thanked => "thanked",
            Self::Over => "over",
        }
    }

    /// The way back from [`Told::word`].
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|told| told.word() == word)
    }
}

/// Who is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// All who put themselves on the list of volunteers, except the authors.
    Volunteers,
    /// The authors.
    Authors,
    /// The coach: who helps after the event, or did before it.
    Coach,
}

/// What is told to whom; the service leaves out whoever did it with their own hand.
pub fn told(event: &Event) -> Vec<(Told, Audience)> {
    match event {
        Event::Asked { .. } => vec![(Told::Wanted, Audience::Volunteers)],
        Event::Named { .. } => {
            vec![(Told::Named, Audience::Coach), (Told::Found, Audience::Authors)]
        }
        Event::Taken { .. } => vec![(Told::Found, Audience::Authors)],
        Event::Said { by: Party::Coach } => vec![(Told::Said, Audience::Authors)],
        Event::Said { by: Party::Author | Party::Office } => {
            vec![(Told::Said, Audience::Coach), (Told::Said, Audience::Authors)]
        }
        Event::LaidDown { .. } => vec![
            (Told::LaidDown, Audience::Authors),
            (Told::LaidDown, Audience::Coach),
            (Told::Wanted, Audience::Volunteers),
        ],
        Event::Ended { thanked } => {
            let to_coach = if *thanked { Told::Thanked } else { Told::Ended };
            vec![(to_coach, Audience::Coach), (Told::Ended, Audience::Authors)]
        }
        Event::Over => vec![(Told::Over, Audience::Authors), (Told::Over, Audience::Coach)],
    }
}
