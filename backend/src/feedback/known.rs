//! What a decision about a submission needs to know, looked up beforehand.

use huiyin_domain::{
    departments::Department,
    feedback::{Command, Scene, Submission, Verdict},
    ids::SubmissionId,
};

use super::rows::{self, Kept};
use crate::{departments, failure::Outcome, here::Here, store::Tx};

/// What was looked up.
#[derive(Clone, Debug)]
pub struct Known {
    departments: Vec<Department>,
    is_author: bool,
    has_author: bool,
    /// Where an answer that merges would lead; `None` when there is no such submission.
    merged_into: Option<Vec<SubmissionId>>,
}

impl Known {
    /// What is to be known of a submission.
    pub fn of(tx: &mut Tx<'_>, here: &Here, kept: &Kept) -> Outcome<Self> {
        let resident = here.viewer.resident();
        Ok(Self {
            departments: departments::rows::departments(tx, here.community)?,
            is_author: resident.is_some() && resident == kept.author,
            has_author: kept.author.is_some(),
            merged_into: Some(Vec::new()),
        })
    }

    /// And what is to be known of what is asked of it.
    pub fn asked(
        self,
        tx: &mut Tx<'_>,
        here: &Here,
        submission: &Submission,
        command: &Command,
    ) -> Outcome<Self> {
        Ok(Self { merged_into: merged_into(tx, here, submission, command)?, ..self })
    }

    /// Is the submission that an answer merges into not there?
    pub fn leads_nowhere(&self) -> bool {
        self.merged_into.is_none()
    }

    /// Did whoever asks send it?
    pub fn is_author(&self) -> bool {
        self.is_author
    }

    /// The circumstances of a decision.
    pub fn scene<'a>(&'a self, here: &'a Here) -> Scene<'a> {
        Scene {
            by: &here.viewer,
            channel: here.channel(),
            now: here.now,
            calendar: here.calendar,
            departments: &self.departments,
            is_author: self.is_author,
            has_author: self.has_author,
            merged_into: self.merged_into.as_deref().unwrap_or_default(),
        }
    }
}

/// The submission an answer goes on with, the one that goes on with, and so on to the end.
fn merged_into(
    tx: &mut Tx<'_>,
    here: &Here,
    submission: &Submission,
    command: &Command,
) -> Outcome<Option<Vec<SubmissionId>>> {
    let Command::Answer { form } = command else { return Ok(Some(Vec::new())) };
    let Ok(Verdict::MergedInto { into, .. }) = form.parse(submission.content.requests.len()) else {
        return Ok(Some(Vec::new()));
    };
    let mut chain = Vec::new();
    let mut next = Some(into);
    while let Some(id) = next.filter(|id| !chain.contains(id)) {
        let Some(kept) = rows::find(tx, here.community, id)? else { break };
        chain.push(id);
        next = goes_on_with(&kept.submission);
    }
    Ok((!chain.is_empty()).then_some(chain))
}

fn goes_on_with(submission: &Submission) -> Option<SubmissionId> {
    match &submission.answer()?.verdict {
        Verdict::MergedInto { into, .. } => Some(*into),
        Verdict::Adopted { .. }
        | Verdict::PartlyAdopted { .. }
        | Verdict::AlreadyPlanned { .. }
        | Verdict::Deferred { .. }
        | Verdict::NotAdopted { .. }
        | Verdict::Chosen { .. }
        | Verdict::NotChosen => None,
    }
}
