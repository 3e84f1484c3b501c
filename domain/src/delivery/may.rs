//! Who may do what with a project, and when.
use super::{DeliveryRefusal, Project, Stage, Voice};
use crate::{
    contests::{Contest, Phase},
    ids::{ResidentId, StaffId},
    money::Money,
    proposals::{self, Proposal},
    refusals::Refusal,
    residents::Viewer,
    time::{Day, Moment},
};

/// Most residents who join the authors for the work.
pub const TEAM_MAX: usize = 12;
/// Most days on which residents are asked whether it is done.
pub const ACCEPTANCE_DAYS_MAX: i64 = 60;

/// The circumstances of a decision: who asks, when, and what the service has looked up.
#[derive(Clone, Copy, Debug)]
pub struct Scene<'a> {
    /// Who asks.
    pub by: &'a Viewer,
    /// When.
    pub now: Moment,
    /// The proposal that won, by which its authors belong to the team.
    pub proposal: &'a Proposal,
    /// Has whoever asks said in this round what they think?
    pub has_said: bool,
    /// How many in this round say that it is not done.
    pub n_not_done: u32,
    /// How many of all who said so have no answer yet.
    pub n_unanswered: u32,
    /// The word that is answered, where it was loaded.
    pub voice: Option<&'a Voice>,
}

impl Scene<'_> {
    /// The day on the wall calendar.
    pub fn today(&self) -> Day {
        self.now.in_china().date()
    }
}

/// May this person make a project of a proposal? The office may, of what won, once the result
/// stands and as long as the contest goes on. Says what it gets.
pub fn may_begin(
    by: &Viewer,
    now: Moment,
    contest: &Contest,
    proposal: &Proposal,
) -> Result<(StaffId, Money), Refusal> {
    let office = is_office(by)?;
    match contest.phase(now) {
        Phase::Results | Phase::Implementing => {}
        phase @ (Phase::Preparing
        | Phase::Collecting
        | Phase::Reviewing
        | Phase::Notice
        | Phase::Voting
        | Phase::Counting
        | Phase::Objection
        | Phase::Closed) => {
            let next_at = contest.schedule.ends(now);
            return Err(Refusal::NotInThisPhase { phase, next_at });
        }
    }
    let proposals::Stage::Won { award } = proposal.stage else {
        return Err(proposals::not_at_this_stage(proposal));
    };
    Ok((office, award))
}

pub(super) fn is_office(by: &Viewer) -> Result<StaffId, Refusal> {
    match by {
        Viewer::Guest => Err(Refusal::SignInFirst),
        Viewer::Resident { .. } | Viewer::Staff { .. } => {
            by.organiser().ok_or(Refusal::OrganiserOnly)
        }
    }
}

fn a_resident(scene: &Scene) -> Result<ResidentId, Refusal> {
    match scene.by {
        Viewer::Guest => Err(Refusal::SignInFirst),
        Viewer::Staff { .. } => Err(Refusal::ResidentsOnly),
        Viewer::Resident { id } => Ok(*id),
    }
}

/// Does this resident belong to the team?
pub(super) fn is_in_team(scene: &Scene, project: &Project, resident: ResidentId) -> bool {
    scene.proposal.is_of(resident) || project.joined.contains(&resident)
}

fn not_at_this_stage(project: &Project) -> Refusal {
    DeliveryRefusal::NotAtThisStage { stage: project.stage.kind() }.into()
}

pub(super) fn is_underway(project: &Project) -> Result<(), Refusal> {
    match project.stage {
        Stage::Underway => Ok(()),
        Stage::Accepting { .. } | Stage::Delivered { .. } | Stage::Stopped { .. } => {
            Err(not_at_this_stage(project))
        }
    }
}

fn is_open(project: &Project) -> Result<(), Refusal> {
    if project.stage.kind().is_end() { Err(not_at_this_stage(project)) } else { Ok(()) }
}

fn has_room(project: &Project) -> Result<(), Refusal> {
    if project.joined.len() < TEAM_MAX {
        return Ok(());
    }
    Err(DeliveryRefusal::TeamFull { max: TEAM_MAX as u32 }.into())
}

/// May this resident ask to join the team?
pub(super) fn may_ask(scene: &Scene, project: &Project) -> Result<ResidentId, Refusal> {
    let resident = a_resident(scene)?;
    is_underway(project)?;
    if is_in_team(scene, project, resident) {
        return Err(DeliveryRefusal::InTheTeamAlready.into());
    }
    if project.asking.contains(&resident) {
        return Err(DeliveryRefusal::AskedAlready.into());
    }
    has_room(project).map(|()| resident)
}

/// May this resident leave the team, or not ask any more? Who wrote the proposal stays in it.
pub(super) fn may_leave(scene: &Scene, project: &Project) -> Result<ResidentId, Refusal> {
    let resident = a_resident(scene)?;
    is_open(project)?;
    let is_there = project.joined.contains(&resident) || project.asking.contains(&resident);
    if is_there {
        return Ok(resident);
    }
    let is_author = scene.proposal.is_of(resident);
    Err(if is_author { DeliveryRefusal::AuthorsStay } else { DeliveryRefusal::NotInTheTeam }.into())
}

/// May this person say who joins? The authors and the office.
pub(super) fn may_say_who_joins(scene: &Scene, project: &Project) -> Result<(), Refusal> {
    match scene.by {
        Viewer::Guest => return Err(Refusal::SignInFirst),
        Viewer::Resident { id } if scene.proposal.is_of(*id) => {}
        Viewer::Resident { .. } => return Err(Refusal::NotYourProposal),
        Viewer::Staff { .. } => is_office(scene.by).map(drop)?,
    }
    is_underway(project)
}

/// May this person let a resident join who has asked?
pub(super) fn may_let_in(
    scene: &Scene,
    project: &Project,
    resident: ResidentId,
) -> Result<(), Refusal> {
    may_say_who_joins(scene, project)?;
    if !project.asking.contains(&resident) {
        return Err(DeliveryRefusal::DidNotAsk.into());
    }
    has_room(project)
}

/// May this member of the office answer for it from now on?
pub(super) fn may_take_over(scene: &Scene, project: &Project) -> Result<StaffId, Refusal> {
    let office = is_office(scene.by)?;
    is_open(project)?;
    if office == project.responsible {
        return Err(DeliveryRefusal::YoursAlready.into());
    }
    Ok(office)
}

/// May the office plan, pay, finish? While it is being carried out.
pub(super) fn may_run(scene: &Scene, project: &Project) -> Result<StaffId, Refusal> {
    let office = is_office(scene.by)?;
    is_underway(project).map(|()| office)
}

/// May the office enter and correct payments? Until the last word is said, so that what is
/// billed late stands in it.
pub(super) fn may_keep_the_book(scene: &Scene, project: &Project) -> Result<(), Refusal> {
    is_office(scene.by)?;
    is_open(project)
}

/// May this person tell of the work? The office and the team, while it is being carried out.
pub(super) fn may_report(scene: &Scene, project: &Project) -> Result<super::ReportBy, Refusal> {
    let by = match scene.by {
        Viewer::Guest => return Err(Refusal::SignInFirst),
        Viewer::Resident { id } if is_in_team(scene, project, *id) => super::ReportBy::Team,
        Viewer::Resident { .. } => return Err(DeliveryRefusal::TeamOnly.into()),
        Viewer::Staff { .. } => is_office(scene.by).map(|_| super::ReportBy::Office)?,
    };
    is_underway(project).map(|()| by)
}

/// May this resident say whether it is done? Every resident, once in each round, to the last day.
pub(super) fn may_say(scene: &Scene, project: &Project) -> Result<u32, Refusal> {
    a_resident(scene)?;
    let Stage::Accepting { acceptance } = &project.stage else {
        return Err(not_at_this_stage(project));
    };
    if scene.today() > acceptance.until {
        return Err(DeliveryRefusal::AcceptanceOver { until: acceptance.until }.into());
    }
    if scene.has_said {
        return Err(DeliveryRefusal::SaidAlready.into());
    }
    Ok(acceptance.round)
}

/// May the office answer those who say that it is not done? As long as it has not ended.
pub(super) fn may_answer(scene: &Scene, project: &Project) -> Result<(), Refusal> {
    is_office(scene.by)?;
    is_open(project)
}

/// May the office go on with the work? When somebody says that it is not done.
pub(super) fn may_resume(scene: &Scene, project: &Project) -> Result<(), Refusal> {
    is_office(scene.by)?;
    let Stage::Accepting { .. } = project.stage else {
        return Err(not_at_this_stage(project));
    };
    if scene.n_not_done == 0 {
        return Err(DeliveryRefusal::NobodyObjects.into());
    }
    Ok(())
}

/// May the office close it with its report? Not while residents can still say what they think, nor
/// while one who says that it is not done has no answer.
pub(super) fn may_close(scene: &Scene, project: &Project) -> Result<(), Refusal> {
    is_office(scene.by)?;
    let Stage::Accepting { acceptance } = &project.stage else {
        return Err(not_at_this_stage(project));
    };
    if scene.today() <= acceptance.until {
        return Err(DeliveryRefusal::AcceptanceOpen { until: acceptance.until }.into());
    }
    match scene.n_unanswered {
        0 => Ok(()),
        n => Err(DeliveryRefusal::Unanswered { n }.into()),
    }
}

/// May the office give it up?
pub(super) fn may_stop(scene: &Scene, project: &Project) -> Result<(), Refusal> {
    is_office(scene.by)?;
    is_open(project)
}
