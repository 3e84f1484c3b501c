//! Moderation: what is said against the rules is hidden, never silently, and everybody reads why.
mod about;
mod cover;
mod decide;
mod refusals;
#[cfg(test)]
mod tests;
mod told;
pub mod wire;

pub use about::{About, NothingOfThisName, VoiceRef};
pub use cover::{StandIn, covered, covered_event, covered_proposal, hides_text};
pub use decide::{
    Command, Event, REPORTS_A_DAY, Scene, apply, begin, decide, may_report, offers, report,
};
pub use refusals::ModerationRefusal;
pub use told::Told;

use crate::{
    contests::Reason,
    ids::{CaseId, StaffId, Version},
    proposals::PhotoId,
    time::{Day, Moment, iso_day},
};
use huiyin_derive::ReadTagged;
use serde::{Deserialize, Serialize};

/// Working days in which the office decides on a report.
pub const REPORT_DAYS: u32 = 2;
/// Working days in which it answers an appeal.
pub const APPEAL_DAYS: u32 = 5;

/// The rule that something is against (违反哪一条).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    /// It accuses or exposes somebody by name (点名).
    NamesPerson,
    /// It insults (辱骂).
    Insults,
    /// It sells something (广告).
    Advertisement,
    /// Telephone numbers, addresses, illnesses (隐私).
    PrivateData,
    /// Something else, said in words (其他).
    Other,
}

impl Rule {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 5] =
        [Self::NamesPerson, Self::Insults, Self::Advertisement, Self::PrivateData, Self::Other];

    /// As tables name it.
    pub fn word(self) -> &'static str {
        match self {
            Self::NamesPerson => "names_person",
            Self::Insults => "insults",
            Self::Advertisement => "advertisement",
            Self::PrivateData => "private_data",
            Self::Other => "other",
        }
    }

    /// The way back from [`Rule::word`].
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rule| rule.word() == word)
    }
}

/// What of something is hidden; an objection and a word on a project are text alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Part {
    /// All its words, with those that its author says against an answer.
    Text,
    /// One photo.
    Photo {
        /// Which.
        photo: PhotoId,
    },
}

/// What is hidden of something, and why (已隐藏); everybody reads it in the place of the words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Veil {
    /// The case in which it was decided.
    pub case: CaseId,
    /// What.
    pub part: Part,
    /// Against which rule it was.
    pub rule: Rule,
    /// Why, in the office's words.
    pub words: Reason,
    /// Since which day.
    #[serde(with = "iso_day")]
    pub on: Day,
}

/// What a decision means for what the case is about; of a submission it stands in its own record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Step {
    /// Something was hidden.
    Hidden {
        /// What, and why.
        veil: Veil,
    },
    /// It stays hidden in spite of the author's appeal.
    Upheld {
        /// In which case.
        case: CaseId,
        /// Why.
        words: Reason,
    },
    /// It is to be read again.
    Restored {
        /// In which case.
        case: CaseId,
        /// Why.
        words: Reason,
    },
}

impl Step {
    /// The office's words.
    pub fn words(&self) -> &Reason {
        match self {
            Self::Hidden { veil } => &veil.words,
            Self::Upheld { words, .. } | Self::Restored { words, .. } => words,
        }
    }
}

/// What is hidden after a step.
pub fn veils_after(before: &[Veil], step: &Step) -> Vec<Veil> {
    let mut veils = before.to_vec();
    match step {
        Step::Hidden { veil } => veils.push(veil.clone()),
        Step::Restored { case, .. } => veils.retain(|veil| veil.case != *case),
        Step::Upheld { .. } => {}
    }
    veils
}

/// What the office has decided to hide.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ruling {
    /// What.
    pub part: Part,
    /// Against which rule it was.
    pub rule: Rule,
    /// Why.
    pub words: Reason,
    /// When.
    pub at: Moment,
    /// Who; somebody else answers an appeal.
    pub by: StaffId,
}

/// Where a case stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Stage {
    /// The office looks at it.
    Reported {
        /// By the end of this day.
        #[serde(with = "iso_day")]
        due: Day,
    },
    /// Nothing was hidden.
    Kept {
        /// When.
        at: Moment,
        /// Why.
        words: Reason,
    },
    /// Something was hidden.
    Hidden {
        /// What, and why.
        ruling: Ruling,
    },
    /// Its author does not agree.
    Appealed {
        /// What was hidden, and why.
        ruling: Ruling,
        /// By the end of this day.
        #[serde(with = "iso_day")]
        due: Day,
    },
    /// It stays hidden.
    Upheld {
        /// What was hidden, and why.
        ruling: Ruling,
        /// When that was said.
        at: Moment,
        /// Why.
        words: Reason,
    },
    /// It is to be read again.
    Restored {
        /// What was hidden, and why.
        ruling: Ruling,
        /// When that was said.
        at: Moment,
        /// Why.
        words: Reason,
    },
}

impl Stage {
    /// By which day the office owes a word, while it does.
    pub fn due(&self) -> Option<Day> {
        match self {
            Self::Reported { due } | Self::Appealed { due, .. } => Some(*due),
            Self::Kept { .. }
            | Self::Hidden { .. }
            | Self::Upheld { .. }
            | Self::Restored { .. } => None,
        }
    }
}

/// A case of moderation (内容处理): one thing that was reported, and what came of it.
///
/// It holds neither what was hidden nor the words of whoever reported or appealed: those stand in
/// tables of their own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Case {
    /// Its number.
    pub id: CaseId,
    /// How often it has changed.
    pub version: Version,
    /// About what.
    #[serde(flatten)]
    pub about: About,
    /// When it was first reported.
    pub opened_at: Moment,
    /// For what it was reported, each once.
    pub rules: Vec<Rule>,
    /// How often.
    pub n_reports: u32,
    /// Where it stands.
    pub stage: Stage,
}
