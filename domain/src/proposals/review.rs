//! Review (部门会审): which departments look at a proposal, by when, and what each finds.
use super::{Event, Proposal, Scene, Stage, may};
use crate::{
    contests::Reason,
    departments::Department,
    ids::DepartmentId,
    money::Money,
    problems::{FieldFault, FieldProblem},
    refusals::Refusal,
    residents::{StaffRole, Viewer},
    time::{Day, iso_day},
};
use huiyin_derive::ReadTagged;
use serde::{Deserialize, Serialize};

/// Most months a proposal may take.
pub const MONTHS_MAX: u32 = 24;
/// Most departments that are asked beside the lead.
pub const OTHERS_MAX: usize = 5;

/// What somebody finds who looked at a proposal (会审意见).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Finding {
    /// It can be done.
    Feasible {
        /// What it will cost.
        cost: Money,
        /// How many months it takes.
        months: u32,
    },
    /// It cannot.
    NotFeasible {
        /// Why.
        reason: Reason,
    },
}

/// A finding as somebody types it in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ReviewForm {
    /// Can it be done? `None` until one of the two was chosen.
    pub can_be_done: Option<bool>,
    /// What it will cost, in yuan.
    pub cost: String,
    /// How many months it takes.
    pub months: String,
    /// Why it cannot be done.
    pub reason: String,
}

impl ReviewForm {
    /// Reads the form; the fields of the choice that was not taken are passed over.
    pub fn parse(&self) -> Result<Finding, Vec<FieldProblem>> {
        let fault = |field: &str, fault| FieldProblem { field: field.to_owned(), fault };
        match self.can_be_done {
            None => Err(vec![fault("can_be_done", FieldFault::NothingChosen)]),
            Some(false) => {
                let reason = Reason::parse(&self.reason);
                let reason = reason.map_err(|why| vec![fault("reason", FieldFault::Words(why))])?;
                Ok(Finding::NotFeasible { reason })
            }
            Some(true) => {
                let cost = Money::parse(&self.cost);
                let cost = cost.map_err(|why| fault("cost", FieldFault::Money(why)));
                let months = crate::digits::parse_count(&self.months);
                let months = months.filter(|months| (1..=MONTHS_MAX).contains(months));
                let range = FieldFault::OutOfRange { least: 1, most: MONTHS_MAX };
                let months = months.ok_or_else(|| fault("months", range));
                match (cost, months) {
                    (Ok(cost), Ok(months)) => Ok(Finding::Feasible { cost, months }),
                    (cost, months) => {
                        Err([cost.err(), months.err()].into_iter().flatten().collect())
                    }
                }
            }
        }
    }
}

/// One department that was asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assessment {
    /// Which.
    pub department: DepartmentId,
    /// What it finds, once it has said so.
    pub finding: Option<Finding>,
}

/// Who looks at a proposal, by when (会审).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Review {
    /// Who gives the public answer (牵头部门); also among those asked.
    pub lead: DepartmentId,
    /// By the end of this day, a working day.
    #[serde(with = "iso_day")]
    pub due: Day,
    /// Everybody who was asked, the lead first.
    pub asked: Vec<Assessment>,
}

impl Review {
    /// A review nobody has said anything in yet.
    pub fn new(lead: DepartmentId, others: &[DepartmentId], due: Day) -> Self {
        let all = std::iter::once(lead).chain(others.iter().copied());
        let asked = all.map(|department| Assessment { department, finding: None }).collect();
        Self { lead, due, asked }
    }

    /// The review with what those who are asked again have found in an earlier one, if it goes on
    /// from that: the text has not changed while departments look at it.
    #[must_use]
    pub fn keeping(mut self, earlier: Option<&Self>) -> Self {
        let found = earlier.map(|earlier| earlier.asked.as_slice()).unwrap_or_default();
        for one in &mut self.asked {
            let before = found.iter().find(|it| it.department == one.department);
            one.finding = before.and_then(|it| it.finding.clone());
        }
        self
    }

    /// Was this department asked?
    pub fn asks(&self, department: DepartmentId) -> bool {
        self.asked.iter().any(|one| one.department == department)
    }

    /// How many beside the lead have not said anything yet. One that was dissolved meanwhile is
    /// not waited for.
    pub fn n_waiting(&self, departments: &[Department]) -> u32 {
        let is_gone = |id| departments.iter().any(|it| it.id == id && it.is_dissolved);
        let waits = |one: &&Assessment| {
            one.department != self.lead && one.finding.is_none() && !is_gone(one.department)
        };
        self.asked.iter().filter(waits).fold(0, |n, _| n + 1)
    }

    /// How many have said what they find.
    pub fn n_answered(&self) -> u32 {
        self.asked.iter().filter(|one| one.finding.is_some()).fold(0, |n, _| n + 1)
    }

    /// Has this department said what it finds?
    pub fn has_answered(&self, department: DepartmentId) -> bool {
        let is_it = |one: &Assessment| one.department == department && one.finding.is_some();
        self.asked.iter().any(is_it)
    }

    /// Does this department owe a word: what it finds, or as the lead the public answer?
    pub fn is_owed_by(&self, department: DepartmentId) -> bool {
        self.lead == department || (self.asks(department) && !self.has_answered(department))
    }

    /// The review after a department has said what it finds; its last word counts.
    #[must_use]
    pub fn with(&self, department: DepartmentId, finding: &Finding) -> Self {
        let mut after = self.clone();
        for one in after.asked.iter_mut().filter(|one| one.department == department) {
            one.finding = Some(finding.clone());
        }
        after
    }
}

/// Sends a proposal to the departments that shall look at it.
pub(super) fn send(
    scene: &Scene,
    proposal: &Proposal,
    lead: DepartmentId,
    others: Vec<DepartmentId>,
    due: Day,
) -> Result<Event, Refusal> {
    may::is_organiser(scene)?;
    may::before_notice(scene)?;
    match proposal.stage {
        Stage::Qualified | Stage::UnderReview => {}
        Stage::CoSigning => return Err(may::too_few(scene)),
        Stage::Submitted
        | Stage::Returned { .. }
        | Stage::Shortlisted { .. }
        | Stage::NotFeasible { .. }
        | Stage::OutOfScope { .. }
        | Stage::MergedInto { .. }
        | Stage::Withdrawn
        | Stage::Won { .. }
        | Stage::Reserve { .. }
        | Stage::GivenBack { .. }
        | Stage::NotSelected { .. }
        | Stage::InDelivery { .. }
        | Stage::Delivered { .. }
        | Stage::Stopped { .. } => return Err(may::not_at_this_stage(proposal)),
    }
    let mut asked = vec![lead];
    for other in others {
        if !asked.contains(&other) {
            asked.push(other);
        }
    }
    if asked.len() > OTHERS_MAX + 1 {
        return Err(Refusal::TooManyDepartments { max: OTHERS_MAX as u32 });
    }
    for id in &asked {
        let here = scene.departments.iter().find(|department| department.id == *id);
        if here.is_none_or(|department| department.is_dissolved) {
            return Err(Refusal::DepartmentDissolved);
        }
    }
    may::is_due_day(scene, due)?;
    let others = asked.split_off(1);
    Ok(Event::SentToReview { lead, others, due, keeps: true })
}

/// For which department whoever asks speaks: reviewers for their own, the office for any.
pub(super) fn speaks_for(
    scene: &Scene,
    review: &Review,
    department: DepartmentId,
) -> Result<(), Refusal> {
    match scene.by {
        Viewer::Guest => Err(Refusal::SignInFirst),
        Viewer::Resident { .. } => Err(Refusal::StaffOnly),
        Viewer::Staff { role: StaffRole::Organiser | StaffRole::Administrator, .. } => {
            if review.asks(department) { Ok(()) } else { Err(Refusal::NotYourDuty) }
        }
        Viewer::Staff { role: StaffRole::Reviewer { department: own }, .. } => {
            let is_theirs = *own == department && review.asks(department);
            if is_theirs { Ok(()) } else { Err(Refusal::NotYourDuty) }
        }
    }
}

/// The review that is under way.
pub(super) fn under_way<'a>(scene: &Scene, proposal: &'a Proposal) -> Result<&'a Review, Refusal> {
    may::before_notice(scene)?;
    match (&proposal.stage, &proposal.review) {
        (Stage::UnderReview, Some(review)) => Ok(review),
        _ => Err(may::not_at_this_stage(proposal)),
    }
}

/// A department says what it finds.
pub(super) fn assess(
    scene: &Scene,
    proposal: &Proposal,
    department: DepartmentId,
    finding: Finding,
) -> Result<Event, Refusal> {
    let review = under_way(scene, proposal)?;
    speaks_for(scene, review, department)?;
    may::within_cap(scene, &finding)?;
    Ok(Event::Assessed { department, finding })
}

/// May whoever asks give the public answer now? The lead may, or the office, once all others have
/// said what they find or their day has passed.
pub(super) fn may_conclude(scene: &Scene, proposal: &Proposal) -> Result<(), Refusal> {
    let review = under_way(scene, proposal)?;
    speaks_for(scene, review, review.lead)?;
    let is_late = scene.today() > review.due;
    match review.n_waiting(scene.departments) {
        0 => Ok(()),
        _ if is_late => Ok(()),
        n => Err(Refusal::OthersHaveNotAnswered { n }),
    }
}

/// The public answer.
pub(super) fn conclude(
    scene: &Scene,
    proposal: &Proposal,
    finding: Finding,
) -> Result<Event, Refusal> {
    may_conclude(scene, proposal)?;
    may::within_cap(scene, &finding)?;
    Ok(match finding {
        Finding::Feasible { cost, months } => Event::Shortlisted { cost, months: Some(months) },
        Finding::NotFeasible { reason } => Event::SetAside { reason },
    })
}
