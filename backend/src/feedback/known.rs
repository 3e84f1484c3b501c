//! What a decision about a submission needs to know, looked up beforehand.

use huiyin_domain::{
    contests::Phase,
    departments::Department,
    feedback::{Command, Kind, Scene, Submission, Verdict},
    ids::{ProposalId, SubmissionId},
    proposals::Stage,
};

use super::rows::{self, Kept};
use crate::{contests, delivery, departments, failure::Outcome, here::Here, proposals, store::Tx};

/// What was looked up.
#[derive(Clone, Debug)]
pub struct Known {
    departments: Vec<Department>,
    is_author: bool,
    has_author: bool,
    is_decided_by_contest: bool,
    /// The project that its proposal became.
    project: Option<ProposalId>,
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
            is_decided_by_contest: is_decided_by_contest(tx, here, &kept.submission)?,
            project: project(tx, here, &kept.submission)?,
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
            is_decided_by_contest: self.is_decided_by_contest,
            project: self.project,
            merged_into: self.merged_into.as_deref().unwrap_or_default(),
        }
    }
}

/// Until notice a contest decides everything that was sent in it; after it only what stands or
/// stood on its ballot. The rest would wait for ever, had the office no word on it.
fn is_decided_by_contest(tx: &mut Tx<'_>, here: &Here, submission: &Submission) -> Outcome<bool> {
    let Kind::InContest { contest } = submission.kind else { return Ok(false) };
    if contests::rows::load(tx, here.community, contest)?.phase(here.now) < Phase::Notice {
        return Ok(true);
    }
    let id = ProposalId(submission.id.0);
    let (proposal, _) = proposals::rows::load(tx, here.community, id)?;
    Ok(match proposal.stage {
        Stage::Shortlisted { .. }
        | Stage::Won { .. }
        | Stage::Reserve { .. }
        | Stage::GivenBack { .. }
        | Stage::NotSelected { .. }
        | Stage::InDelivery { .. }
        | Stage::Delivered { .. }
        | Stage::Stopped { .. } => true,
        Stage::Submitted
        | Stage::Returned { .. }
        | Stage::CoSigning
        | Stage::Qualified
        | Stage::UnderReview
        | Stage::NotFeasible { .. }
        | Stage::OutOfScope { .. }
        | Stage::MergedInto { .. }
        | Stage::Withdrawn => false,
    })
}

/// The project that its proposal became, which has the same number.
fn project(tx: &mut Tx<'_>, here: &Here, submission: &Submission) -> Outcome<Option<ProposalId>> {
    let Kind::InContest { .. } = submission.kind else { return Ok(None) };
    let id = ProposalId(submission.id.0);
    Ok(delivery::rows::find(tx, here.community, id)?.map(|project| project.id))
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
