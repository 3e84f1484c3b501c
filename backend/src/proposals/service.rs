//! What is done with proposals.

use huiyin_domain::{
    channels::Channel,
    contests::{self, Contest, Phase},
    ids::{ContestId, ProposalId, ResidentId, Version},
    problems::FieldFault,
    proposals::{
        self, Author, Command, Content, Event, FIRST_TEXT, Proposal, ProposalForm, Stage,
        wire::{MyProposals, ProposalPage, Submitted},
    },
    refusals::Refusal,
    residents::Viewer,
    time::Moment,
};

use super::{authors, known::Known, merging, pages, rows, texts};
use crate::{
    coaching::following,
    contests as contest_room,
    failure::{Failure, Outcome},
    feedback,
    here::Here,
    photos,
    store::{Tx, counters, params},
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
    let scene =
        contests::Scene { by: &here.viewer, now: here.now, n_shortlisted: 0, n_unfinished: 0 };
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
        text: FIRST_TEXT,
        co_authors: Vec::new(),
        review: None,
        merge: None,
        stage: proposals::first_stage(contest.rules.screening),
    };
    rows::insert(tx, here.community, &proposal)?;
    texts::keep(tx, here.community, &proposal, None, here.now)?;
    rows::record(tx, here, id, &Event::Submitted)?;
    settle(tx, here, id)
}

/// Lets something that was decided happen to a proposal; our promise to answer it follows, and
/// what a volunteer helps with.
pub fn happen(tx: &mut Tx<'_>, here: &Here, proposal: &Proposal, event: &Event) -> Outcome<()> {
    turn_into(tx, here, proposal, &proposals::apply(proposal, event), event)
}

/// The same, where an event brings what does not stand in it: a text, or who joined or left.
pub fn turn_into(
    tx: &mut Tx<'_>,
    here: &Here,
    before: &Proposal,
    after: &Proposal,
    event: &Event,
) -> Outcome<()> {
    rows::change(tx, here, before.version, after, event)?;
    feedback::echo::follow(tx, here, after, event)?;
    following::follow(tx, here, after.id)
}

/// Lets follow what follows by itself from how things stand; asked after everything that happens.
pub fn settle(tx: &mut Tx<'_>, here: &Here, id: ProposalId) -> Outcome<()> {
    let (proposal, n_co_signs) = rows::load(tx, here.community, id)?;
    // Nearly always nothing can follow, and nothing need be looked up.
    if proposal.stage != Stage::CoSigning {
        return Ok(());
    }
    let contest = contest_room::rows::load(tx, here.community, proposal.contest)?;
    let known = Known::of(tx, here, (&proposal, n_co_signs), contest)?;
    match proposals::follows(&known.scene(here), &proposal) {
        Some(event) => happen(tx, &here.by_itself(), &proposal, &event),
        None => Ok(()),
    }
}

/// Those that enough have co-signed and nobody has let qualify yet: they are from before that
/// was a stage of its own.
pub fn unsettled(tx: &mut Tx<'_>, here: &Here) -> Outcome<Vec<ProposalId>> {
    let mut unsettled = Vec::new();
    for contest in contest_room::rows::all(tx, here.community)? {
        if contest.phase(here.now) >= Phase::Notice {
            continue;
        }
        let found = tx.rows(
            "SELECT state FROM proposals
             WHERE community_id = $1 AND stage_kind = 'co_signing' AND contest_id = $2
                 AND n_co_signs >= $3 ORDER BY proposal_id",
            params![here.community.0, contest.id.0, contest.rules.co_signs_needed],
        )?;
        for row in &found {
            unsettled.push(rows::read(row)?.id);
        }
    }
    Ok(unsettled)
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
    let (proposal, n_co_signs) = rows::load(tx, here.community, id)?;
    let contest = contest_room::judge::visible(tx, here, proposal.contest)?;
    check_version(&proposal, version, &command)?;
    let known = Known::of(tx, here, (&proposal, n_co_signs), contest)?;
    let known = known.asked(tx, here, &proposal, &command)?;
    let event = proposals::decide(&known.scene(here), &proposal, command)?;
    store(tx, here, &proposal, known.other(), &event)?;
    settle(tx, here, id)?;
    pages::page(tx, here, id)
}

fn check_version(proposal: &Proposal, version: Option<Version>, command: &Command) -> Outcome<()> {
    let is_of_one_person = match command {
        Command::CoSign | Command::WithdrawCoSign | Command::MoveCoSign => true,
        Command::Withdraw
        | Command::Leave
        | Command::Pass
        | Command::Return { .. }
        | Command::RuleOut { .. }
        | Command::Admit { .. }
        | Command::SendToReview { .. }
        | Command::Assess { .. }
        | Command::Conclude { .. }
        | Command::Shortlist { .. }
        | Command::SetAside { .. }
        | Command::OfferMerge { .. }
        | Command::TakeBackMerge
        | Command::AgreeMerge
        | Command::DeclineMerge => false,
    };
    match version {
        _ if is_of_one_person => Ok(()),
        None => Err(Failure::malformed("the header If-Match is missing")),
        Some(version) if proposal.version == version => Ok(()),
        Some(_) => Err(Failure::stale(proposal.version)),
    }
}

fn store(
    tx: &mut Tx<'_>,
    here: &Here,
    proposal: &Proposal,
    other: Option<ProposalId>,
    event: &Event,
) -> Outcome<()> {
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
        Event::CoSignMoved => match other {
            Some(into) => merging::move_co_sign(tx, here, proposal, into),
            None => Err(Refusal::NotAtThisStage { stage: proposal.stage.kind() }.into()),
        },
        Event::AuthorLeft => authors::leave(tx, here, proposal, resident(here)?),
        Event::Merged { into, .. } => {
            happen(tx, here, proposal, event)?;
            merging::keep_telling(tx, here, proposal, *into)
        }
        Event::Submitted
        | Event::Withdrawn
        | Event::AuthorJoined
        | Event::Passed
        | Event::Returned { .. }
        | Event::RuledOut { .. }
        | Event::Edited { .. }
        | Event::Qualified
        | Event::Admitted { .. }
        | Event::SentToReview { .. }
        | Event::Assessed { .. }
        | Event::Shortlisted { .. }
        | Event::SetAside { .. }
        | Event::MergeOffered { .. }
        | Event::MergeTakenBack
        | Event::MergeDeclined
        | Event::Won { .. }
        | Event::Reserved { .. }
        | Event::CalledUp { .. }
        | Event::GivenBack { .. }
        | Event::NotSelected
        | Event::Begun
        | Event::Delivered
        | Event::Stopped { .. } => happen(tx, here, proposal, event),
    }
}

/// The resident who asks.
pub(super) fn resident(here: &Here) -> Outcome<ResidentId> {
    Ok(here.viewer.resident().ok_or(Refusal::ResidentsOnly)?)
}

fn refuse_unless(holds: bool, refusal: Refusal) -> Outcome<()> {
    if holds { Ok(()) } else { Err(refusal.into()) }
}
