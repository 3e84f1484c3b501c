//! Who may do what with a submission, and when.
use super::{Duty, FirstAnswer, Kind, Owner, Stage, Submission, days::day_of};
use crate::{
    calendar::WorkCalendar,
    channels::Channel,
    delivery::DeliveryRefusal,
    departments::Department,
    ids::{ProposalId, ResidentId, SubmissionId},
    refusals::Refusal,
    residents::{StaffRole, Viewer},
    time::{Day, Moment},
};

/// The circumstances of a decision: who asks, when, and what the service has loaded.
#[derive(Clone, Copy, Debug)]
pub struct Scene<'a> {
    /// Who asks.
    pub by: &'a Viewer,
    /// On which way comes what they send through the app.
    pub channel: Channel,
    /// When.
    pub now: Moment,
    /// Which days are working days.
    pub calendar: &'a WorkCalendar,
    /// The departments there are or have been.
    pub departments: &'a [Department],
    /// Did whoever asks send it?
    pub is_author: bool,
    /// Is its author still known?
    pub has_author: bool,
    /// Does the contest it is in decide it? Before notice every proposal; after it what stands or
    /// stood on the ballot. What the contest left lying is answered here.
    pub is_decided_by_contest: bool,
    /// The project that the proposal became, by which everything goes from then on.
    pub project: Option<ProposalId>,
    /// For an answer that merges: the submission it would go on with, that one's own, and so on.
    pub merged_into: &'a [SubmissionId],
}

/// May this person send something outside a contest?
pub fn may_send(by: &Viewer) -> Result<ResidentId, Refusal> {
    match by {
        Viewer::Guest => Err(Refusal::SignInFirst),
        Viewer::Staff { .. } => Err(Refusal::ResidentsOnly),
        Viewer::Resident { id } => Ok(*id),
    }
}

/// May this person follow a submission (关注)? Every resident, also its author: who sent it is
/// told anyhow.
pub fn may_follow(by: &Viewer) -> Result<ResidentId, Refusal> {
    may_send(by)
}

impl Scene<'_> {
    /// The day on the wall calendar.
    pub fn today(&self) -> Day {
        day_of(self.now)
    }

    pub(super) fn in_days(&self, n: u32) -> Day {
        self.calendar.after_working_days(self.today(), n)
    }

    /// For whom this member of staff answers.
    pub(super) fn acts_as(&self) -> Result<Owner, Refusal> {
        match self.by {
            Viewer::Guest => Err(Refusal::SignInFirst),
            Viewer::Resident { .. } => Err(Refusal::StaffOnly),
            Viewer::Staff { role: StaffRole::Reviewer { department }, .. } => {
                Ok(Owner::Department { id: *department })
            }
            Viewer::Staff { role: StaffRole::Organiser | StaffRole::Administrator, .. } => {
                Ok(Owner::Office)
            }
        }
    }
}

/// May this person speak the resident's word, and on which way did it come?
fn speaks(
    scene: &Scene,
    submission: &Submission,
    told: Option<Channel>,
) -> Result<Channel, Refusal> {
    let is_open = !submission.stage.kind().is_end();
    match (scene.by, told) {
        (Viewer::Guest, _) => Err(Refusal::SignInFirst),
        (Viewer::Resident { .. }, _) if scene.is_author => Ok(scene.channel),
        // The office writes down what it heard, as long as there is somebody to hear it from.
        (Viewer::Staff { .. }, Some(channel @ (Channel::Phone | Channel::Paper)))
            if scene.has_author && is_open && scene.acts_as()? == Owner::Office =>
        {
            Ok(channel)
        }
        (Viewer::Resident { .. } | Viewer::Staff { .. }, _) => Err(Refusal::NotYourSubmission),
    }
}

/// May the resident's yes be taken?
pub(super) fn may_confirm(
    scene: &Scene,
    submission: &Submission,
    told: Option<Channel>,
) -> Result<Channel, Refusal> {
    let channel = speaks(scene, submission, told)?;
    match submission.stage {
        Stage::Answered { .. } | Stage::Delivered { .. } => Ok(channel),
        Stage::Waiting { .. }
        | Stage::Deferred { .. }
        | Stage::Appealed { .. }
        | Stage::InDelivery { .. }
        | Stage::Ended { .. } => Err(not_at_this_stage(submission)),
    }
}

/// May the resident appeal? Once, and within the days promised.
pub(super) fn may_appeal(
    scene: &Scene,
    submission: &Submission,
    told: Option<Channel>,
) -> Result<Channel, Refusal> {
    let channel = speaks(scene, submission, told)?;
    if submission.answer().is_some_and(|answer| answer.appeal.is_some())
        || matches!(submission.stage, Stage::Appealed { .. })
    {
        return Err(Refusal::AppealedAlready);
    }
    // What a vote decided is not changed by anybody's word.
    decided_here(scene, submission)?;
    match submission.stage.appeal_until() {
        Some(until) if scene.today() <= until => Ok(channel),
        Some(until) => Err(Refusal::AppealTooLate { until }),
        None => Err(not_at_this_stage(submission)),
    }
}

/// May the resident say that it is not done? As often as somebody says it is.
pub(super) fn may_reopen(
    scene: &Scene,
    submission: &Submission,
    told: Option<Channel>,
) -> Result<Channel, Refusal> {
    let channel = speaks(scene, submission, told)?;
    goes_alone(scene)?;
    match submission.stage {
        Stage::Delivered { .. } => Ok(channel),
        Stage::Waiting { .. }
        | Stage::Answered { .. }
        | Stage::Deferred { .. }
        | Stage::Appealed { .. }
        | Stage::InDelivery { .. }
        | Stage::Ended { .. } => Err(not_at_this_stage(submission)),
    }
}

/// May it be taken back? By its author alone, until something is being built.
pub(super) fn may_withdraw(scene: &Scene, submission: &Submission) -> Result<(), Refusal> {
    match scene.by {
        Viewer::Guest => return Err(Refusal::SignInFirst),
        Viewer::Resident { .. } if scene.is_author => {}
        Viewer::Resident { .. } | Viewer::Staff { .. } => return Err(Refusal::NotYourSubmission),
    }
    decided_here(scene, submission)?;
    match submission.stage {
        Stage::Waiting { .. }
        | Stage::Answered { .. }
        | Stage::Deferred { .. }
        | Stage::Appealed { .. } => Ok(()),
        Stage::InDelivery { .. } | Stage::Delivered { .. } | Stage::Ended { .. } => {
            Err(not_at_this_stage(submission))
        }
    }
}

/// May this person act for whoever owes it? Its owner may, and the office for everybody.
pub(super) fn may_act(scene: &Scene, submission: &Submission) -> Result<Owner, Refusal> {
    let by = scene.acts_as()?;
    let duty = submission.stage.duty().ok_or_else(|| not_at_this_stage(submission))?;
    match by == Owner::Office || by == duty.owner {
        true => Ok(by),
        false => Err(Refusal::NotYourDuty),
    }
}

pub(super) fn may_acknowledge(scene: &Scene, submission: &Submission) -> Result<Owner, Refusal> {
    let by = may_act(scene, submission)?;
    match &submission.stage {
        Stage::Waiting { first: FirstAnswer::Owed { .. }, .. } => Ok(by),
        Stage::Waiting { .. }
        | Stage::Answered { .. }
        | Stage::Deferred { .. }
        | Stage::Appealed { .. }
        | Stage::InDelivery { .. }
        | Stage::Delivered { .. }
        | Stage::Ended { .. } => Err(Refusal::FirstAnswerGiven),
    }
}

/// May an answer be given? While one is owed: what was promised is delivered, and its day moves
/// only by being put off.
pub(super) fn may_answer(scene: &Scene, submission: &Submission) -> Result<Owner, Refusal> {
    decided_here(scene, submission)?;
    let by = may_act(scene, submission)?;
    match submission.stage {
        Stage::Waiting { .. } | Stage::Deferred { .. } | Stage::Appealed { .. } => Ok(by),
        Stage::Answered { .. }
        | Stage::InDelivery { .. }
        | Stage::Delivered { .. }
        | Stage::Ended { .. } => Err(not_at_this_stage(submission)),
    }
}

/// May its day be put off? Not once it has passed: late never becomes in time.
pub(super) fn may_extend(scene: &Scene, submission: &Submission) -> Result<Duty, Refusal> {
    may_act(scene, submission)?;
    goes_alone(scene)?;
    let duty = submission.stage.duty().ok_or_else(|| not_at_this_stage(submission))?;
    let most = submission.days.extensions_most;
    if submission.n_extensions >= most {
        return Err(Refusal::ExtendedOften { most });
    }
    match scene.calendar.working_days_between(duty.due, scene.today()) {
        0 => Ok(duty),
        _ => Err(Refusal::LateAlready { due: duty.due }),
    }
}

/// May this person sort it? The office alone, so that the ledger is sorted by one hand.
pub(super) fn may_sort(scene: &Scene, submission: &Submission) -> Result<(), Refusal> {
    match scene.acts_as()? {
        Owner::Office => may_act(scene, submission).map(drop),
        Owner::Department { .. } => Err(Refusal::OrganiserOnly),
    }
}

pub(super) fn may_uphold(scene: &Scene, submission: &Submission) -> Result<Owner, Refusal> {
    let by = may_act(scene, submission)?;
    match submission.stage {
        Stage::Appealed { .. } => Ok(by),
        Stage::Waiting { .. }
        | Stage::Answered { .. }
        | Stage::Deferred { .. }
        | Stage::InDelivery { .. }
        | Stage::Delivered { .. }
        | Stage::Ended { .. } => Err(not_at_this_stage(submission)),
    }
}

pub(super) fn may_deliver(scene: &Scene, submission: &Submission) -> Result<Owner, Refusal> {
    let by = may_act(scene, submission)?;
    goes_alone(scene)?;
    match submission.stage {
        Stage::InDelivery { .. } => Ok(by),
        Stage::Waiting { .. }
        | Stage::Answered { .. }
        | Stage::Deferred { .. }
        | Stage::Appealed { .. }
        | Stage::Delivered { .. }
        | Stage::Ended { .. } => Err(not_at_this_stage(submission)),
    }
}

/// May the office end it? Only when there is nobody left who could.
pub(super) fn may_close(scene: &Scene, submission: &Submission) -> Result<(), Refusal> {
    if scene.acts_as()? != Owner::Office {
        return Err(Refusal::OrganiserOnly);
    }
    if scene.has_author {
        return Err(Refusal::AuthorIsHere);
    }
    match submission.stage {
        Stage::Answered { .. } | Stage::Delivered { .. } => Ok(()),
        Stage::Waiting { .. }
        | Stage::Deferred { .. }
        | Stage::Appealed { .. }
        | Stage::InDelivery { .. }
        | Stage::Ended { .. } => Err(not_at_this_stage(submission)),
    }
}

/// What is in a contest is decided by its review and its vote.
fn decided_here(scene: &Scene, submission: &Submission) -> Result<(), Refusal> {
    match submission.kind {
        Kind::InContest { contest } if scene.is_decided_by_contest => {
            Err(Refusal::DecidedByContest { contest })
        }
        Kind::InContest { .. } | Kind::Proposal | Kind::Opinion | Kind::Topic => Ok(()),
    }
}

/// May it be passed on? Not what goes by its project: who answers for it stands there.
pub(super) fn may_pass_on(scene: &Scene, submission: &Submission) -> Result<Owner, Refusal> {
    let by = may_act(scene, submission)?;
    goes_alone(scene).map(|()| by)
}

/// What became a project goes by its project alone, so that there are no two truths about it.
fn goes_alone(scene: &Scene) -> Result<(), Refusal> {
    match scene.project {
        Some(project) => Err(DeliveryRefusal::FollowsItsProject { project }.into()),
        None => Ok(()),
    }
}

pub(super) fn not_at_this_stage(submission: &Submission) -> Refusal {
    Refusal::FeedbackNotAtThisStage { stage: submission.stage.kind() }
}
