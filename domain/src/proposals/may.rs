//! Who may do what with a proposal, and when.
use super::{Finding, MONTHS_MAX, Proposal, Stage};
use crate::{
    calendar::WorkCalendar,
    contests::{Contest, ContestRules, Phase},
    departments::Department,
    ids::ResidentId,
    money::Money,
    refusals::Refusal,
    residents::Viewer,
    time::{Day, Moment},
};

/// Most residents who join the author of a proposal.
pub const CO_AUTHORS_MAX: usize = 4;

/// The circumstances of a decision: who asks, when, under which rules, and what the service has
/// looked up.
#[derive(Clone, Copy, Debug)]
pub struct Scene<'a> {
    /// Who asks.
    pub by: &'a Viewer,
    /// When.
    pub now: Moment,
    /// The contest it is in.
    pub contest: &'a Contest,
    /// Which days are working days.
    pub calendar: &'a WorkCalendar,
    /// The departments there are or have been.
    pub departments: &'a [Department],
    /// Is there already a co-signature of this person's?
    pub has_co_signed: bool,
    /// How many have co-signed.
    pub n_co_signs: u32,
    /// The other proposal of a merge, where it was loaded; of a merged one the proposal in which
    /// it goes on by now.
    pub other: Option<&'a Proposal>,
}

impl Scene<'_> {
    /// The day on the wall calendar.
    pub fn today(&self) -> Day {
        self.now.in_china().date()
    }
}

pub(super) fn a_resident(scene: &Scene) -> Result<ResidentId, Refusal> {
    match scene.by {
        Viewer::Guest => Err(Refusal::SignInFirst),
        Viewer::Staff { .. } => Err(Refusal::ResidentsOnly),
        Viewer::Resident { id } => Ok(*id),
    }
}

pub(super) fn is_author(scene: &Scene, proposal: &Proposal) -> Result<ResidentId, Refusal> {
    let resident = a_resident(scene)?;
    if proposal.is_by(resident) { Ok(resident) } else { Err(Refusal::NotYourProposal) }
}

pub(super) fn is_organiser(scene: &Scene) -> Result<(), Refusal> {
    match scene.by {
        Viewer::Guest => Err(Refusal::SignInFirst),
        Viewer::Resident { .. } => Err(Refusal::OrganiserOnly),
        Viewer::Staff { .. } => scene.by.organiser().map(drop).ok_or(Refusal::OrganiserOnly),
    }
}

/// From notice on, what can be voted for stands fast.
pub(super) fn before_notice(scene: &Scene) -> Result<(), Refusal> {
    let is_sealed = scene.contest.phase(scene.now) >= Phase::Notice;
    if is_sealed { Err(Refusal::RulesAreSealed) } else { Ok(()) }
}

pub(crate) fn not_at_this_stage(proposal: &Proposal) -> Refusal {
    Refusal::NotAtThisStage { stage: proposal.stage.kind() }
}

pub(super) fn too_few(scene: &Scene) -> Refusal {
    let needed = scene.contest.rules.co_signs_needed;
    Refusal::TooFewCoSigns { has: scene.n_co_signs, needed }
}

/// A day by which something can be due: a working day that is still to come.
pub(super) fn is_due_day(scene: &Scene, due: Day) -> Result<(), Refusal> {
    let today = scene.today();
    if due <= today {
        return Err(Refusal::DayNotLater { than: today });
    }
    // A year without a calendar yet counts by Monday to Friday, as everywhere.
    match scene.calendar.is_workday(due) {
        Ok(false) => Err(Refusal::NotAWorkday { next: scene.calendar.after_working_days(due, 1) }),
        Ok(true) | Err(_) => Ok(()),
    }
}

pub(super) fn within_cap(scene: &Scene, finding: &Finding) -> Result<(), Refusal> {
    let Finding::Feasible { cost, months } = finding else { return Ok(()) };
    may_cost(&scene.contest.rules, *cost)?;
    if (1..=MONTHS_MAX).contains(months) {
        Ok(())
    } else {
        Err(Refusal::TooManyMonths { max: MONTHS_MAX })
    }
}

/// Can something be voted for at this cost? It is above nothing, and within the cap.
pub(crate) fn may_cost(rules: &ContestRules, cost: Money) -> Result<(), Refusal> {
    let cap = rules.cap;
    if cost == Money::default() {
        Err(Refusal::CostsNothing)
    } else if cost > cap {
        Err(Refusal::AboveCap { cap })
    } else {
        Ok(())
    }
}

/// May this person co-sign (联名) the proposal?
///
/// Not one's own, not twice, and only while supporters are being gathered.
pub fn may_co_sign(scene: &Scene, proposal: &Proposal) -> Result<ResidentId, Refusal> {
    let resident = gathering(scene, proposal)?;
    if proposal.is_of(resident) {
        return Err(Refusal::YourOwnProposal);
    }
    if scene.has_co_signed {
        return Err(Refusal::AlreadyCoSigned);
    }
    Ok(resident)
}

/// May this person take their co-signature back? As long as others may still give theirs.
pub fn may_withdraw_co_sign(scene: &Scene, proposal: &Proposal) -> Result<ResidentId, Refusal> {
    let resident = gathering(scene, proposal)?;
    if !scene.has_co_signed {
        return Err(Refusal::NotCoSigned);
    }
    Ok(resident)
}

fn gathering(scene: &Scene, proposal: &Proposal) -> Result<ResidentId, Refusal> {
    let resident = a_resident(scene)?;
    let phase = scene.contest.phase(scene.now);
    if phase != Phase::Collecting {
        let next_at = scene.contest.ends(scene.now);
        return Err(Refusal::NotInThisPhase { phase, next_at });
    }
    if gathers(proposal) { Ok(resident) } else { Err(not_at_this_stage(proposal)) }
}

/// Can it be co-signed, as far as its stage says?
pub(crate) fn gathers(proposal: &Proposal) -> bool {
    match proposal.stage {
        Stage::CoSigning | Stage::Qualified => true,
        Stage::Submitted
        | Stage::Returned { .. }
        | Stage::UnderReview
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
        | Stage::Stopped { .. } => false,
    }
}

pub(super) fn may_withdraw(scene: &Scene, proposal: &Proposal) -> Result<(), Refusal> {
    is_author(scene, proposal)?;
    before_notice(scene)?;
    if super::merging::is_moving(proposal) { Ok(()) } else { Err(not_at_this_stage(proposal)) }
}

/// Is the text still the authors' to change: before departments look at it and before notice?
fn is_open(proposal: &Proposal) -> bool {
    matches!(proposal.stage, Stage::Submitted | Stage::Returned { .. }) || gathers(proposal)
}

/// Is the text of a proposal the authors' to change, as far as its contest and its stage say?
pub fn is_text_open(contest: &Contest, now: Moment, proposal: &Proposal) -> bool {
    contest.phase(now) < Phase::Notice && is_open(proposal)
}

/// May this person write a new version of the text?
pub fn may_edit(scene: &Scene, proposal: &Proposal) -> Result<ResidentId, Refusal> {
    let resident = a_resident(scene)?;
    if !proposal.is_of(resident) {
        return Err(Refusal::NotYourProposal);
    }
    before_notice(scene)?;
    if is_open(proposal) { Ok(resident) } else { Err(not_at_this_stage(proposal)) }
}

/// May this person screen (初审) the proposal: return it for mending, or rule it out by the list?
pub fn may_screen(scene: &Scene, proposal: &Proposal) -> Result<(), Refusal> {
    is_organiser(scene)?;
    before_notice(scene)?;
    match proposal.stage {
        Stage::Submitted | Stage::CoSigning | Stage::Qualified => Ok(()),
        Stage::Returned { .. }
        | Stage::UnderReview
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
        | Stage::Stopped { .. } => Err(not_at_this_stage(proposal)),
    }
}

pub(super) fn may_pass(scene: &Scene, proposal: &Proposal) -> Result<(), Refusal> {
    is_organiser(scene)?;
    before_notice(scene)?;
    if proposal.stage == Stage::Submitted { Ok(()) } else { Err(not_at_this_stage(proposal)) }
}

/// May the office take a proposal to review although too few have co-signed?
pub(super) fn may_admit(scene: &Scene, proposal: &Proposal) -> Result<(), Refusal> {
    is_organiser(scene)?;
    before_notice(scene)?;
    if proposal.stage == Stage::CoSigning { Ok(()) } else { Err(not_at_this_stage(proposal)) }
}

/// May the office itself say what becomes of it, without departments?
pub(super) fn may_decide(scene: &Scene, proposal: &Proposal) -> Result<(), Refusal> {
    is_organiser(scene)?;
    before_notice(scene)?;
    match proposal.stage {
        Stage::Qualified | Stage::Shortlisted { .. } | Stage::NotFeasible { .. } => Ok(()),
        Stage::CoSigning => Err(too_few(scene)),
        Stage::Submitted
        | Stage::Returned { .. }
        | Stage::UnderReview
        | Stage::OutOfScope { .. }
        | Stage::MergedInto { .. }
        | Stage::Withdrawn
        | Stage::Won { .. }
        | Stage::Reserve { .. }
        | Stage::GivenBack { .. }
        | Stage::NotSelected { .. }
        | Stage::InDelivery { .. }
        | Stage::Delivered { .. }
        | Stage::Stopped { .. } => Err(not_at_this_stage(proposal)),
    }
}

/// May this person ask others to join them as authors?
pub fn may_invite(scene: &Scene, proposal: &Proposal) -> Result<(), Refusal> {
    is_author(scene, proposal)?;
    before_notice(scene)?;
    if !is_open(proposal) {
        return Err(not_at_this_stage(proposal));
    }
    has_room(proposal)
}

fn has_room(proposal: &Proposal) -> Result<(), Refusal> {
    if proposal.co_authors.len() < CO_AUTHORS_MAX {
        return Ok(());
    }
    Err(Refusal::TooManyCoAuthors { max: CO_AUTHORS_MAX as u32 })
}

/// May this person, whose invitation holds, join the authors?
pub fn may_join(scene: &Scene, proposal: &Proposal) -> Result<ResidentId, Refusal> {
    let resident = a_resident(scene)?;
    before_notice(scene)?;
    if !is_open(proposal) {
        return Err(not_at_this_stage(proposal));
    }
    if proposal.is_of(resident) {
        return Err(Refusal::YourOwnProposal);
    }
    has_room(proposal).map(|()| resident)
}

pub(super) fn may_leave(scene: &Scene, proposal: &Proposal) -> Result<ResidentId, Refusal> {
    let resident = a_resident(scene)?;
    before_notice(scene)?;
    let joined = proposal.co_authors.contains(&resident);
    if joined { Ok(resident) } else { Err(Refusal::NotYourProposal) }
}

/// May this person read and write the staff's own notes (内部备注) on it? The office, and
/// departments that were asked.
pub fn may_read_notes(scene: &Scene, proposal: &Proposal) -> Result<(), Refusal> {
    match scene.by {
        Viewer::Guest => Err(Refusal::SignInFirst),
        Viewer::Resident { .. } => Err(Refusal::StaffOnly),
        Viewer::Staff { .. } => {
            let is_asked =
                |department| proposal.review.as_ref().is_some_and(|review| review.asks(department));
            let may = scene.by.organiser().is_some() || scene.by.department().is_some_and(is_asked);
            if may { Ok(()) } else { Err(Refusal::NotYourDuty) }
        }
    }
}
