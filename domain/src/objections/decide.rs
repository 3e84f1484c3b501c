//! Who may object to what, and what the office may answer.
use super::{ANSWER_DAYS, Against, Answer, Change, Event, Objection, Said};
use crate::{
    calendar::WorkCalendar,
    contests::{Contest, ContestRefusal, Phase, Reason},
    ids::{ObjectionId, ResidentId},
    proposals::{self, Proposal, Stage},
    refusals::Refusal,
    residents::Viewer,
    time::Moment,
};

/// The circumstances of a decision.
#[derive(Clone, Copy, Debug)]
pub struct Scene<'a> {
    /// Who asks.
    pub by: &'a Viewer,
    /// When.
    pub now: Moment,
    /// The contest.
    pub contest: &'a Contest,
    /// Which days are working days.
    pub calendar: &'a WorkCalendar,
    /// The proposal that is objected to or for, where there is one.
    pub proposal: Option<&'a Proposal>,
    /// Has this person objected to the same already?
    pub has_objected: bool,
    /// How many proposals are on the shortlist.
    pub n_shortlisted: u32,
}

fn refused(why: ContestRefusal) -> Refusal {
    Refusal::Contest { why }
}

/// Is this the time to object to such a thing? While a contest waits for answers past its date no
/// new objection is taken, or it could wait for ever.
fn in_time(scene: &Scene, against: Against) -> Result<(), Refusal> {
    let phase = match against {
        Against::Shortlisted { .. } | Against::Refused { .. } | Against::Rules => Phase::Notice,
        Against::Result => Phase::Objection,
    };
    let is_open =
        scene.contest.phase(scene.now) == phase && scene.contest.waits(scene.now).is_none();
    if is_open { Ok(()) } else { Err(refused(ContestRefusal::NoObjectionsNow)) }
}

fn exists(scene: &Scene, against: Against) -> bool {
    let of_contest = scene.proposal.filter(|it| it.contest == scene.contest.id);
    let stage = of_contest.map(|proposal| &proposal.stage);
    match against {
        Against::Shortlisted { .. } => matches!(stage, Some(Stage::Shortlisted { .. })),
        Against::Refused { .. } => {
            matches!(stage, Some(Stage::NotFeasible { .. } | Stage::OutOfScope { .. }))
        }
        Against::Rules | Against::Result => true,
    }
}

/// May this person object to such a thing now, were it there? Where not, none needs to be read.
pub fn may_object_now(scene: &Scene, against: Against) -> Result<ResidentId, Refusal> {
    let resident = match scene.by {
        Viewer::Guest => return Err(Refusal::SignInFirst),
        Viewer::Staff { .. } => return Err(Refusal::ResidentsOnly),
        Viewer::Resident { id } => *id,
    };
    in_time(scene, against)?;
    Ok(resident)
}

/// May this person object to this?
pub fn may_object(scene: &Scene, against: Against) -> Result<ResidentId, Refusal> {
    let resident = may_object_now(scene, against)?;
    if !exists(scene, against) {
        return Err(refused(ContestRefusal::NothingToObjectTo));
    }
    if scene.has_objected {
        return Err(refused(ContestRefusal::ObjectedAlready));
    }
    Ok(resident)
}

/// A new objection under its number, and what is told of it; that it may be sent was asked.
pub fn send(scene: &Scene, id: ObjectionId, against: Against, said: Said) -> (Objection, Event) {
    let due = scene.calendar.after_working_days(scene.now.in_china().date(), ANSWER_DAYS);
    let (contest, sent_at) = (scene.contest.id, scene.now);
    let (answer, veils) = (None, Vec::new());
    let objection = Objection { id, contest, against, said, sent_at, due, answer, veils };
    (objection, Event::Sent { against, due })
}

/// May this person answer it?
pub fn may_answer(scene: &Scene, objection: &Objection) -> Result<(), Refusal> {
    match scene.by {
        Viewer::Guest => return Err(Refusal::SignInFirst),
        Viewer::Resident { .. } => return Err(Refusal::OrganiserOnly),
        Viewer::Staff { .. } => scene.by.organiser().map(drop).ok_or(Refusal::OrganiserOnly)?,
    }
    if objection.answer.is_some() {
        return Err(refused(ContestRefusal::AnsweredAlready));
    }
    Ok(())
}

/// The answer to an objection, and what happens to the proposal by it.
pub fn answer(
    scene: &Scene,
    objection: &Objection,
    change: Option<Change>,
    words: Reason,
) -> Result<(Answer, Option<proposals::Event>), Refusal> {
    may_answer(scene, objection)?;
    let then = match change {
        None | Some(Change::AsSaid) => None,
        Some(Change::TakenOff) => {
            fits(scene, objection, matches!(objection.against, Against::Shortlisted { .. }))?;
            if scene.n_shortlisted <= 1 {
                return Err(refused(ContestRefusal::LastOnTheList));
            }
            Some(proposals::Event::SetAside { reason: words.clone() })
        }
        Some(Change::PutOn { cost }) => {
            fits(scene, objection, matches!(objection.against, Against::Refused { .. }))?;
            proposals::may_cost(&scene.contest.rules, cost)?;
            Some(proposals::Event::Shortlisted { cost, months: None })
        }
    };
    Ok((Answer { change, words, at: scene.now }, then))
}

/// Only during notice, and only what was objected to, can the list be changed.
fn fits(scene: &Scene, objection: &Objection, is_kind: bool) -> Result<(), Refusal> {
    let in_notice = scene.contest.phase(scene.now) == Phase::Notice;
    let fits = is_kind && in_notice && exists(scene, objection.against);
    if fits { Ok(()) } else { Err(refused(ContestRefusal::NotThisChange)) }
}

/// What can be done with an objection now.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// It can be answered.
    pub answer: bool,
    /// Its proposal can leave the shortlist.
    pub take_off: bool,
    /// Its proposal can come on it.
    pub put_on: bool,
}

/// What this person can do with an objection now.
pub fn changes(scene: &Scene, objection: &Objection) -> Changes {
    if may_answer(scene, objection).is_err() {
        return Changes::default();
    }
    let is_on = matches!(objection.against, Against::Shortlisted { .. });
    let is_refused = matches!(objection.against, Against::Refused { .. });
    Changes {
        answer: true,
        take_off: fits(scene, objection, is_on).is_ok() && 1 < scene.n_shortlisted,
        put_on: fits(scene, objection, is_refused).is_ok(),
    }
}
