//! What the author of words that stand alone is told of their case.
use super::Step;
use serde::{Deserialize, Serialize};

/// One thing that is told of a case, to whoever wrote what it is about; never what was written.
///
/// Of a submission its own record tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Told {
    /// It is hidden, and they may appeal.
    Hidden,
    /// Their appeal was answered: it stays hidden.
    Upheld,
    /// It is to be read again.
    Restored,
}

impl Told {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Hidden, Self::Upheld, Self::Restored];

    /// What is told of a decision.
    pub fn of(step: &Step) -> Self {
        match step {
            Step::Hidden { .. } => Self::Hidden,
            Step::Upheld { .. } => Self::Upheld,
            Step::Restored { .. } => Self::Restored,
        }
    }

    /// As tables name it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Hidden => "hidden",
            Self::Upheld => "upheld",
            Self::Restored => "restored",
        }
    }

    /// The way back from [`Told::word`].
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|told| told.word() == word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_reads_back_from_its_word_and_has_it_in_documents_too() {
        for told in Told::ALL {
            assert_eq!(Told::parse(told.word()), Some(told));
            assert_eq!(serde_json::to_string(&told).unwrap(), format!("\"{}\"", told.word()));
        }
        assert_eq!(Told::parse("kept"), None);
    }
}
