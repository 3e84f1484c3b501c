//! What is done with proposals.

use huiyin_domain::{
    channels::Channel,
    contests::{self, Contest},
    ids::{ContestId, ProposalId, ResidentId, Version},
    problems::FieldFault,
    proposals::{
        self, Author, Command, Content, Event, Proposal, ProposalForm, Scene, Stage,
        wire::{MyProposals, ProposalPage, Submitted},
    },
    refusals::Refusal,
    residents::Viewer,
    time::Moment,
};

use super::{pages, rows};
use crate::{
    contests as contest_room,
    failure::{Failure, Outcome},
    feedback,
    here::Here,
    photos,
    store::{Tx, counters},
};

/// The number of a new proposal.
pub fn next_id(tx: &mut Tx<'_>, here: &Here) -> Outcome<ProposalId> {
    let id = counters::next(tx, here.community_id(), "proposal")?;
    let id = u32::try_from(id).map_err(|_| Failure::Broken(format!("proposal {id}")))?;
    Ok(ProposalId(id))
}

/// A resident's proposal, on whichever way it came.
#[derive(Clone, Debug)]
pub struct Incoming {
    /// Whose it is.
    pub author: ResidentId,
    /// How it came.
    pub channel: Channel,
    /// When the resident sent it, gave it in or told it: the clock of our answer starts here.
    pub sent_at: Moment,
    /// What it says.
    pub content: Content,
}

/// Takes a proposal in.
pub fn submit(
    tx: &mut Tx<'_>,
    here: &Here,
    id: ContestId,
    form: &ProposalForm,
) -> Outcome<Submitted> {
    let contest = contest_room::judge::visible(tx, here, id)?;
    let scene = contests::Scene { by: &here.viewer, now: here.now, n_shortlisted: 0 };
    let author = contests::may_propose(&scene, &contest)?;
    let (channel, sent_at, content) = (here.channel(), here.now, form.parse()?);
    take_new(tx, here, &contest, Incoming { author, channel, sent_at, content })
}

/// Takes a resident's proposal in under a new number.
pub fn take_new(
    tx: &mut Tx<'_>,
    here: &Here,
    contest: &Contest,
    incoming: Incoming,
) -> Outcome<Submitted> {
    check_photos(tx, here, &incoming.content)?;
    let id = next_id(tx, here)?;
    take_in(tx, here, id, contest, incoming)?;
    Ok(Submitted { id })
}

/// Are all photos of a proposal here?
pub fn check_photos(tx: &mut Tx<'_>, here: &Here, content: &Content) -> Outcome<()> {
    for photo in &content.photos {
        if !photos::service::is_kept(tx, here, photo)? {
            return Err(Failure::field("photos", FieldFault::UnknownPhoto));
        }
    }
    Ok(())
}

/// Puts a resident's proposal among the others, under a number from [`next_id`]; the one way in,
/// whichever way it came. That its author may propose has been decided. An answer to it is
/// promised in the same breath.
pub fn take_in(
    tx: &mut Tx<'_>,
    here: &Here,
    id: ProposalId,
    contest: &Contest,
    incoming: Incoming,
) -> Outcome<()> {
    feedback::echo::begin(tx, here, contest, id, &incoming)?;
    let Incoming { author, channel, content, .. } = incoming;
    let proposal = Proposal {
        id,
        version: Version::FIRST,
        contest: contest.id,
        ballot_key: id.to_string(),
        author: Author::Resident { id: author },
        channel,
        content,
        stage: Stage::CoSigning,
    };
    rows::insert(tx, here.community, &proposal)?;
    rows::record(tx, here, id, &Event::Submitted)
}

/// Lets something that was decided happen to a proposal; our promise to answer it follows.
pub fn happen(tx: &mut Tx<'_>, here: &Here, proposal: &Proposal, event: &Event) -> Outcome<()> {
    let after = proposals::apply(proposal, event);
    rows::change(tx, here, proposal.version, &after, event)?;
    feedback::echo::follow(tx, here, proposal, event)
}

/// What whoever asks has sent and supported.
pub fn mine(tx: &mut Tx<'_>, here: &Here) -> Outcome<MyProposals> {
    match here.viewer {
        Viewer::Guest => Err(Refusal::SignInFirst.into()),
        Viewer::Staff { .. } => Ok(MyProposals::default()),
        Viewer::Resident { id } => Ok(MyProposals {
            sent: rows::sent_by(tx, here, id)?,
            co_signed: rows::co_signed_by(tx, here, id)?,
        }),
    }
}

/// Does what somebody asks of a proposal.
///
/// Co-signatures need no version: they do not change the text or the stage.
pub fn command(
    tx: &mut Tx<'_>,
    here: &Here,
    id: ProposalId,
    version: Option<Version>,
    command: Command,
) -> Outcome<ProposalPage> {
    let (proposal, _) = rows::load(tx, here.community, id)?;
    let contest = contest_room::judge::visible(tx, here, proposal.contest)?;
    check_version(&proposal, version, &command)?;
    let event = decide(tx, here, &contest, &proposal, command)?;
    store(tx, here, &proposal, &event)?;
    pages::page(tx, here, id)
}

fn check_version(proposal: &Proposal, version: Option<Version>, command: &Command) -> Outcome<()> {
    match (command, version) {
        (Command::CoSign | Command::WithdrawCoSign, _) => Ok(()),
        (Command::Withdraw | Command::Shortlist { .. } | Command::SetAside { .. }, None) => {
            Err(Failure::malformed("the header If-Match is missing"))
        }
        (
            Command::Withdraw | Command::Shortlist { .. } | Command::SetAside { .. },
            Some(version),
        ) => match proposal.version == version {
            true => Ok(()),
            false => Err(Failure::stale(proposal.version)),
        },
    }
}

fn decide(
    tx: &mut Tx<'_>,
    here: &Here,
    contest: &Contest,
    proposal: &Proposal,
    command: Command,
) -> Outcome<Event> {
    let has_co_signed = match here.viewer.resident() {
        Some(resident) => rows::has_co_signed(tx, here, proposal.id, resident)?,
        None => false,
    };
    let scene = Scene { by: &here.viewer, now: here.now, contest, has_co_signed };
    Ok(proposals::decide(&scene, proposal, command)?)
}

fn store(tx: &mut Tx<'_>, here: &Here, proposal: &Proposal, event: &Event) -> Outcome<()> {
    match event {
        Event::CoSigned => {
            let is_new = rows::co_sign(tx, here, proposal.id, resident(here)?)?;
            refuse_unless(is_new, Refusal::AlreadyCoSigned)?;
            rows::record(tx, here, proposal.id, event)
        }
        Event::CoSignWithdrawn => {
            let was_there = rows::withdraw_co_sign(tx, here, proposal.id, resident(here)?)?;
            refuse_unless(was_there, Refusal::NotCoSigned)?;
            rows::record(tx, here, proposal.id, event)
        }
        Event::Submitted
        | Event::Withdrawn
        | Event::Shortlisted { .. }
        | Event::SetAside { .. }
        | Event::Won { .. }
        | Event::NotSelected => happen(tx, here, proposal, event),
    }
}

fn resident(here: &Here) -> Outcome<ResidentId> {
    Ok(here.viewer.resident().ok_or(Refusal::ResidentsOnly)?)
}

fn refuse_unless(holds: bool, refusal: Refusal) -> Outcome<()> {
    if holds { Ok(()) } else { Err(refusal.into()) }
}
