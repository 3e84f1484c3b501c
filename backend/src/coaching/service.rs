//! What is done about coaching: asking for it, taking it, talking, laying it down, ending it.

use huiyin_domain::{
    coaching::{
        self, Coaching, CoachingRefusal, Command, Event, Party, Scene,
        wire::{AskForm, CoachingList, CoachingPage, LineKind, VolunteerForm},
    },
    ids::{CoachingId, ProposalId, ResidentId, Version},
    proposals::{self, Proposal},
    refusals::Refusal,
};

use super::{pages, rows, telling};
use crate::{
    contests,
    failure::{Failure, Outcome},
    here::Here,
    proposals::rows as proposing,
    store::Tx,
};

/// What a decision needs to know, looked up beforehand.
#[derive(Clone, Debug)]
pub struct Known {
    /// The proposal.
    pub proposal: Proposal,
    is_text_open: bool,
    is_volunteer: bool,
    n_coached: u32,
    n_said: u32,
}

impl Known {
    /// What is to be known of a proposal and its coaching; `coach` is whoever would coach.
    pub fn of(
        tx: &mut Tx<'_>,
        here: &Here,
        (proposal, coaching): (ProposalId, Option<CoachingId>),
        coach: Option<ResidentId>,
    ) -> Outcome<Self> {
        let (proposal, _) = proposing::load(tx, here.community, proposal)?;
        let contest = contests::rows::load(tx, here.community, proposal.contest)?;
        let (is_volunteer, n_coached) = match coach {
            Some(coach) => (rows::is_volunteer(tx, here, coach)?, n_coached(tx, here, coach)?),
            None => (false, 0),
        };
        let n_said = match coaching {
            Some(coaching) => rows::n_said(tx, here, coaching)?,
            None => 0,
        };
        let is_text_open = proposals::is_text_open(&contest, here.now, &proposal);
        Ok(Self { proposal, is_text_open, is_volunteer, n_coached, n_said })
    }

    /// The circumstances of a decision.
    pub fn scene<'a>(&'a self, here: &'a Here) -> Scene<'a> {
        Scene {
            by: &here.viewer,
            now: here.now,
            calendar: here.calendar,
            proposal: &self.proposal,
            is_text_open: self.is_text_open,
            is_volunteer: self.is_volunteer,
            n_coached: self.n_coached,
            n_said: self.n_said,
        }
    }
}

/// How many proposals a resident coaches now.
pub fn n_coached(tx: &mut Tx<'_>, here: &Here, coach: ResidentId) -> Outcome<u32> {
    let n = rows::coached_by(tx, here, coach)?.len();
    u32::try_from(n).map_err(|_| Failure::Broken(format!("{n} coached by {coach}")))
}

/// Puts whoever asks on the list of volunteers, or takes them off it. What they coach goes on.
pub fn volunteer(tx: &mut Tx<'_>, here: &Here, form: VolunteerForm) -> Outcome<CoachingList> {
    let resident = coaching::may_volunteer(&here.viewer)?;
    rows::set_volunteer(tx, here, resident, form.willing)?;
    pages::list(tx, here)
}

/// Asks for a coach for a proposal.
pub fn ask(
    tx: &mut Tx<'_>,
    here: &Here,
    proposal: ProposalId,
    form: &AskForm,
) -> Outcome<CoachingPage> {
    let known = Known::of(tx, here, (proposal, None), None)?;
    let has_open = rows::open_of(tx, here, proposal)?.is_some();
    let scene = known.scene(here);
    coaching::may_ask(&scene, has_open)?;
    let need = form.parse()?;
    let event = coaching::ask(&scene, has_open)?;
    let Event::Asked { due } = event else {
        return Err(Failure::Broken("a coaching begins with a request".to_owned()));
    };
    let asked = coaching::begin(rows::next_id(tx, here)?, proposal, due, here.now);
    if !rows::insert(tx, here, &asked)? {
        return Err(Refusal::from(CoachingRefusal::AskedAlready).into());
    }
    rows::record(tx, here, asked.id, &event)?;
    if let Some(need) = need {
        let line = (LineKind::Need, Party::Author);
        rows::keep_words(tx, here, asked.id, line, need.as_str())?;
    }
    telling::tell(tx, here, &known.proposal, (None, &asked), &event)?;
    pages::page_of(tx, here, &asked)
}

/// Does what somebody asks of a coaching. Words need no version: they change nothing that another
/// has decided on.
pub fn command(
    tx: &mut Tx<'_>,
    here: &Here,
    id: CoachingId,
    version: Option<Version>,
    command: &Command,
) -> Outcome<CoachingPage> {
    let before = rows::load(tx, here.community, id)?;
    match version {
        _ if command.is_word() => {}
        None => return Err(Failure::malformed("the header If-Match is missing")),
        Some(version) if version == before.version => {}
        Some(_) => return Err(Failure::stale(before.version)),
    }
    let coach = match command {
        Command::Name { volunteer } => Some(*volunteer),
        Command::Take | Command::Say { .. } | Command::LayDown { .. } | Command::End { .. } => {
            here.viewer.resident()
        }
    };
    let known = Known::of(tx, here, (before.proposal, Some(id)), coach)?;
    let event = coaching::decide(&known.scene(here), &before, command)?;
    keep(tx, here, id, command, &event)?;
    let after = happen(tx, here, &known.proposal, &before, &event)?;
    pages::after(tx, here, &after)
}

/// Lets something that was decided happen to a coaching.
pub fn happen(
    tx: &mut Tx<'_>,
    here: &Here,
    proposal: &Proposal,
    before: &Coaching,
    event: &Event,
) -> Outcome<Coaching> {
    let after = coaching::apply(before, event, here.now);
    rows::change(tx, here, before, &after, event)?;
    telling::tell(tx, here, proposal, (Some(before), &after), event)?;
    Ok(after)
}

/// Keeps the words of a command that was taken.
fn keep(
    tx: &mut Tx<'_>,
    here: &Here,
    id: CoachingId,
    command: &Command,
    event: &Event,
) -> Outcome<()> {
    let by = match event {
        Event::Said { by } | Event::LaidDown { by, .. } => *by,
        Event::Asked { .. }
        | Event::Named { .. }
        | Event::Taken { .. }
        | Event::Ended { .. }
        | Event::Over => Party::Author,
    };
    match command {
        Command::Say { words } => {
            rows::keep_words(tx, here, id, (LineKind::Said, by), words.as_str())
        }
        Command::LayDown { reason } => {
            rows::keep_words(tx, here, id, (LineKind::LaidDown, by), reason.as_str())
        }
        Command::End { thanks: Some(thanks) } => {
            rows::keep_words(tx, here, id, (LineKind::Thanks, by), thanks.as_str())
        }
        Command::Take | Command::Name { .. } | Command::End { thanks: None } => Ok(()),
    }
}
