//! What is done with projects; the proposal and our promise follow in the same transaction.

use huiyin_domain::{
    delivery::{
        self, Command, Event, Project, Scene,
        wire::{BeginForm, ProjectPage},
    },
    feedback as promises,
    ids::{ProposalId, ResidentId, SubmissionId, Version},
    problems::FieldFault,
    proposals::{self as proposing, Proposal},
    refusals::Refusal,
};

use super::{
    pages, rows,
    voices::{self, Counts, Kept},
};
use crate::{
    contests,
    failure::{Failure, Outcome},
    feedback::{self, follows},
    here::Here,
    photos, proposals,
    store::Tx,
};

/// What a decision needs to know, looked up.
#[derive(Clone, Debug)]
pub struct Known {
    /// The proposal that won.
    pub proposal: Proposal,
    /// What residents have said.
    pub counts: Counts,
    has_said: bool,
    voice: Option<Kept>,
}

impl Known {
    /// Of a project.
    pub fn of(tx: &mut Tx<'_>, here: &Here, project: &Project) -> Outcome<Self> {
        let (proposal, _) = proposals::rows::load(tx, here.community, project.id)?;
        let round = project.n_rounds;
        let counts = voices::count(tx, here.community, project.id, round)?;
        let has_said = match here.viewer.resident() {
            Some(resident) => voices::has_said(tx, here, project.id, round, resident)?,
            None => false,
        };
        Ok(Self { proposal, counts, has_said, voice: None })
    }

    fn asked(self, tx: &mut Tx<'_>, here: &Here, command: &Command) -> Outcome<Self> {
        let Command::Answer { n, .. } = command else { return Ok(self) };
        let voice = voices::find(tx, here.community, self.proposal.id, *n)?;
        Ok(Self { voice, ..self })
    }

    /// The circumstances of a decision.
    pub fn scene<'a>(&'a self, here: &'a Here) -> Scene<'a> {
        Scene {
            by: &here.viewer,
            now: here.now,
            proposal: &self.proposal,
            has_said: self.has_said,
            n_not_done: self.counts.n_not_done,
            n_unanswered: self.counts.n_unanswered,
            voice: self.voice.as_ref().map(|kept| &kept.voice),
        }
    }
}

/// Makes a project of a proposal that won.
pub fn begin(tx: &mut Tx<'_>, here: &Here, form: &BeginForm) -> Outcome<ProjectPage> {
    let (proposal, _) = proposals::rows::load(tx, here.community, form.proposal)?;
    let contest = contests::judge::visible(tx, here, proposal.contest)?;
    let plan = form.plan.clone();
    let begun = delivery::begin(&here.viewer, here.now, &contest, &proposal, plan)?;
    let project = delivery::started(proposal.id, &begun);
    let event = Event::Begun(begun);
    rows::insert(tx, here, &project, &event)?;
    proposals::service::happen(tx, here, &proposal, &proposing::Event::Begun)?;
    promise(tx, here, proposal.id, &event, None)?;
    pages::page(tx, here, proposal.id)
}

/// Does what somebody asks of a project. A resident's own word needs no version.
pub fn command(
    tx: &mut Tx<'_>,
    here: &Here,
    id: ProposalId,
    version: Option<Version>,
    command: Command,
) -> Outcome<ProjectPage> {
    let project = rows::load(tx, here.community, id)?;
    match version {
        _ if command.is_of_one_person() => {}
        None => return Err(Failure::malformed("the header If-Match is missing")),
        Some(version) if version == project.version => {}
        Some(_) => return Err(Failure::stale(project.version)),
    }
    let known = Known::of(tx, here, &project)?.asked(tx, here, &command)?;
    let photos = command.photos().to_vec();
    let told = (known.counts.n_all, here.channel());
    let event = delivery::decide(&known.scene(here), &project, command, told)?;
    for photo in &photos {
        if !photos::service::is_kept(tx, here, photo)? {
            return Err(Failure::field("photos", FieldFault::UnknownPhoto));
        }
    }
    happen(tx, here, &project, &event, known.voice.as_ref())?;
    pages::page(tx, here, id)
}

/// Lets something that was decided happen to a project.
pub fn happen(
    tx: &mut Tx<'_>,
    here: &Here,
    before: &Project,
    event: &Event,
    answered: Option<&Kept>,
) -> Outcome<()> {
    let id = before.id;
    match event {
        Event::Spoken { n, round, says, channel } => {
            let resident = resident(here)?;
            voices::add(tx, here, id, resident, (*n, *round, *channel, says))?;
            rows::record(tx, here, id, event)?;
            follows::begin(tx, here.community, SubmissionId(id.0), resident)?;
        }
        Event::Answered { answer, .. } => {
            let kept = answered.ok_or(Failure::MISSING)?;
            voices::answer(tx, here, id, &kept.voice, answer)?;
            rows::record(tx, here, id, event)?;
        }
        Event::Joined { resident } => {
            follows::begin(tx, here.community, SubmissionId(id.0), *resident)?;
            change(tx, here, before, event)?;
        }
        Event::Begun(_)
        | Event::Asked { .. }
        | Event::TurnedAway { .. }
        | Event::Left { .. }
        | Event::TakenOver { .. }
        | Event::Planned { .. }
        | Event::Reported { .. }
        | Event::Paid { .. }
        | Event::Corrected { .. }
        | Event::Finished { .. }
        | Event::Resumed { .. } => change(tx, here, before, event)?,
        Event::Closed { .. } => {
            change(tx, here, before, event)?;
            end(tx, here, id, &proposing::Event::Delivered)?;
        }
        Event::Stopped { reason, .. } => {
            change(tx, here, before, event)?;
            end(tx, here, id, &proposing::Event::Stopped { reason: reason.clone() })?;
        }
    }
    // Of an answer it matters whose word it answers.
    let whose = answered.map_or(here.viewer.resident(), |kept| kept.by);
    promise(tx, here, id, event, whose)
}

fn change(tx: &mut Tx<'_>, here: &Here, before: &Project, event: &Event) -> Outcome<()> {
    rows::change(tx, here, before.version, &delivery::apply(before, event, here.now), event)
}

fn end(tx: &mut Tx<'_>, here: &Here, id: ProposalId, event: &proposing::Event) -> Outcome<()> {
    let (proposal, _) = proposals::rows::load(tx, here.community, id)?;
    proposals::service::happen(tx, here, &proposal, event)
}

fn resident(here: &Here) -> Outcome<ResidentId> {
    Ok(here.viewer.resident().ok_or(Refusal::ResidentsOnly)?)
}

/// Lets our promise follow the project. What was imported has none.
fn promise(
    tx: &mut Tx<'_>,
    here: &Here,
    id: ProposalId,
    event: &Event,
    whose: Option<ResidentId>,
) -> Outcome<()> {
    let Some(kept) = feedback::rows::find(tx, here.community, SubmissionId(id.0))? else {
        return Ok(());
    };
    let by_author = whose.is_some() && whose == kept.author;
    let submission = kept.submission;
    match promises::echo_project(&submission, event, by_author, here.now, here.calendar) {
        Some(event) => feedback::service::happen(tx, here, &submission, &event).map(drop),
        None => Ok(()),
    }
}
