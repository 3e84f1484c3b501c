//! Acceptance (验收): what residents say of the work, once each, and what they are answered.
use crate::{channels::Channel, feedback::Said, moderation::Veil, time::Moment};
use huiyin_derive::ReadTagged;
use serde::{Deserialize, Serialize};

/// What a resident says of the work.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Says {
    /// It is done (做好了).
    Done {
        /// In words, if they like.
        words: Option<Said>,
    },
    /// It is not (还没做好).
    NotDone {
        /// What is missing.
        words: Said,
    },
}

impl Says {
    /// Do they say that it is done?
    pub fn is_done(&self) -> bool {
        match self {
            Self::Done { .. } => true,
            Self::NotDone { .. } => false,
        }
    }

    /// Their words.
    pub fn words(&self) -> Option<&Said> {
        match self {
            Self::Done { words } => words.as_ref(),
            Self::NotDone { words } => Some(words),
        }
    }

    /// The same in other words; whoever said it without words still does.
    #[must_use]
    pub fn reworded(&self, said: Said) -> Self {
        match self {
            Self::Done { words } => Self::Done { words: words.as_ref().map(|_| said) },
            Self::NotDone { .. } => Self::NotDone { words: said },
        }
    }
}

/// What somebody who says that it is not done is answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VoiceAnswer {
    /// When.
    pub at: Moment,
    /// What.
    pub words: Said,
}

/// A resident's word on the work (验收意见). It stands on the page without a name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Voice {
    /// Which of the project, from one.
    pub n: u32,
    /// In which round it was said.
    pub round: u32,
    /// When.
    pub at: Moment,
    /// How it came.
    pub channel: Channel,
    /// What.
    pub says: Says,
    /// What they were answered.
    pub answer: Option<VoiceAnswer>,
    /// Whether its words are hidden, and why; then they are the sentence that says so.
    #[serde(default)]
    pub veils: Vec<Veil>,
}

impl Voice {
    /// Is an answer owed to it?
    pub fn awaits_answer(&self) -> bool {
        !self.says.is_done() && self.answer.is_none()
    }
}
