//! What a case of moderation is about, and its name in tables and addresses.
use crate::ids::{ObjectionId, ProposalId, SubmissionId};
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// Something that can be reported and hidden (处理对象).
///
/// Inside other documents it is one field named after its kind: `"submission": 7`. Its name is
/// `7` for what has a number of its own, or else `objection-3` and `voice-12-2`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum About {
    /// What a resident sent, with the proposal that shares its number.
    Submission(SubmissionId),
    /// What a resident objects (异议).
    Objection(ObjectionId),
    /// What a resident says of the work of a project (验收意见).
    Voice(VoiceRef),
}

/// One of the words on the work of a project.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VoiceRef {
    /// Of which project.
    pub project: ProposalId,
    /// Which of its words, from one.
    pub n: u32,
}

const OBJECTION: &str = "objection-";
const VOICE: &str = "voice-";

impl fmt::Display for About {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Submission(id) => write!(f, "{id}"),
            Self::Objection(id) => write!(f, "{OBJECTION}{id}"),
            Self::Voice(VoiceRef { project, n }) => write!(f, "{VOICE}{project}-{n}"),
        }
    }
}

/// A name that nothing has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NothingOfThisName;

impl FromStr for About {
    type Err = NothingOfThisName;

    fn from_str(name: &str) -> Result<Self, NothingOfThisName> {
        let number = |raw: &str| raw.parse::<u32>().map_err(|_| NothingOfThisName);
        if let Some(id) = name.strip_prefix(OBJECTION) {
            return Ok(Self::Objection(ObjectionId(number(id)?)));
        }
        if let Some(rest) = name.strip_prefix(VOICE) {
            let (project, n) = rest.split_once('-').ok_or(NothingOfThisName)?;
            let project = ProposalId(number(project)?);
            return Ok(Self::Voice(VoiceRef { project, n: number(n)? }));
        }
        Ok(Self::Submission(SubmissionId(number(name)?)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [(About, &str, &str); 3] = [
        (About::Submission(SubmissionId(7)), "7", r#"{"submission":7}"#),
        (About::Objection(ObjectionId(3)), "objection-3", r#"{"objection":3}"#),
        (
            About::Voice(VoiceRef { project: ProposalId(12), n: 2 }),
            "voice-12-2",
            r#"{"voice":{"project":12,"n":2}}"#,
        ),
    ];

    #[test]
    fn each_reads_back_from_its_name_and_from_its_document() {
        for (about, name, document) in ALL {
            assert_eq!(about.to_string(), name);
            assert_eq!(name.parse::<About>(), Ok(about));
            assert_eq!(serde_json::to_string(&about).unwrap(), document);
            assert_eq!(serde_json::from_str::<About>(document).unwrap(), about);
        }
        for name in ["", "objection-", "voice-12", "voice-12-", "series-4"] {
            assert_eq!(name.parse::<About>(), Err(NothingOfThisName), "{name}");
        }
    }
}
