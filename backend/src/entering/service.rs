//! What the office enters for residents: proposals, co-signatures and opinions; times are a room
//! beside.
//!
//! What happened stands in the proposal's record with the member of staff as the one who did it;
//! for whom, how it came and on which day stands in a record of each resident's own.

use huiyin_domain::{
    entering::{
        self, CoSignEntered, CoSignEntry, Entered, OpinionEntry, ProposalEntry, may_enter_co_sign,
        may_enter_into,
    },
    feedback::{StageKind, wire::Taken},
    ids::{ContestId, ProposalId, ResidentId, SubmissionId},
    problems::FieldFault,
    proposals::{Event, wire::Submitted},
    refusals::Refusal,
};

use crate::{
    contests,
    failure::{Failure, Outcome},
    feedback,
    here::Here,
    proposals::{self, rows, service::Incoming},
    residents,
    store::{Tx, params},
};

/// Takes a proposal in for a resident.
pub fn proposal(
    tx: &mut Tx<'_>,
    here: &Here,
    id: ContestId,
    entry: &ProposalEntry,
) -> Outcome<Submitted> {
    entering::may_enter(&here.viewer)?;
    let contest = contests::judge::visible(tx, here, id)?;
    check(tx, here, entry.resident, entry.received)?;
    may_enter_into(&here.viewer, here.now, &contest, entry.received)?;
    let content = entry.form.parse()?;
    let title = content.title.as_str();
    if !entry.is_another
        && let Some(proposal) = with_title(tx, here, id, entry.resident, title)?
    {
        return Err(Refusal::SameTitle { proposal }.into());
    }
    let incoming = Incoming {
        author: entry.resident,
        channel: entry.received.came_by.channel(),
        sent_at: entry.received.at(),
        content,
    };
    let submitted = proposals::service::take_new(tx, here, &contest, incoming)?;
    let (proposal, received) = (submitted.id, entry.received);
    record(tx, here, entry.resident, &Entered::Proposal { proposal, received })?;
    Ok(submitted)
}

/// Takes a co-signature in for a resident.
pub fn co_sign(
    tx: &mut Tx<'_>,
    here: &Here,
    id: ProposalId,
    entry: &CoSignEntry,
) -> Outcome<CoSignEntered> {
    entering::may_enter(&here.viewer)?;
    let (proposal, _) = rows::load(tx, here.community, id)?;
    let contest = contests::judge::visible(tx, here, proposal.contest)?;
    check(tx, here, entry.resident, entry.received)?;
    let has_co_signed = rows::has_co_signed(tx, here, id, entry.resident)?;
    may_enter_co_sign(&here.viewer, here.now, &contest, &proposal, entry, has_co_signed)?;
    if !rows::co_sign(tx, here, id, entry.resident)? {
        return Err(Refusal::AlreadyCoSigned.into());
    }
    rows::record(tx, here, id, &Event::CoSigned)?;
    let received = entry.received;
    record(tx, here, entry.resident, &Entered::CoSign { proposal: id, received })?;
    proposals::service::settle(tx, here, id)?;
    let (proposal, n_co_signs) = rows::load(tx, here.community, id)?;
    let title = proposal.content.title.to_string();
    Ok(CoSignEntered { proposal: id, title, n_co_signs })
}

/// Takes an opinion, a proposal outside any contest or a topic in for a resident.
pub fn opinion(tx: &mut Tx<'_>, here: &Here, entry: &OpinionEntry) -> Outcome<Taken> {
    entering::may_enter(&here.viewer)?;
    let OpinionEntry { resident, received, .. } = *entry;
    check(tx, here, resident, received)?;
    received.check_lately(here.now).map_err(|problem| vec![problem])?;
    let words = entry.form.parse()?.words;
    if !entry.is_another
        && let Some(submission) = with_words(tx, here, resident, words.as_str())?
    {
        return Err(Refusal::SameWords { submission }.into());
    }
    let taken = feedback::service::take_entered(tx, here, entry)?;
    let submission = taken.id;
    record(tx, here, resident, &Entered::Opinion { submission, received })?;
    Ok(taken)
}

/// Is there such a resident, and has the day come on which it was received?
pub fn check(
    tx: &mut Tx<'_>,
    here: &Here,
    resident: ResidentId,
    received: entering::Received,
) -> Outcome<()> {
    received.check(here.now).map_err(|problem| vec![problem])?;
    match residents::service::public_name(tx, here.community, resident)? {
        Some(_) => Ok(()),
        None => Err(Failure::field("resident", FieldFault::UnknownResident)),
    }
}

/// Puts what was entered for a resident into the record of what was entered for them.
pub fn record(
    tx: &mut Tx<'_>,
    here: &Here,
    resident: ResidentId,
    entered: &Entered,
) -> Outcome<()> {
    here.record(tx, &format!("entered_for/{resident}"), entered.name(), entered, None)
}

/// A proposal of this resident's in this contest with this title, if there is one.
fn with_title(
    tx: &mut Tx<'_>,
    here: &Here,
    contest: ContestId,
    resident: ResidentId,
    title: &str,
) -> Outcome<Option<ProposalId>> {
    let found = tx.rows(
        "SELECT state, n_co_signs FROM proposals
         WHERE community_id = $1 AND contest_id = $2 AND author_id = $3
             AND stage_kind <> 'withdrawn'
         ORDER BY proposal_id",
        params![here.community.0, contest.0, resident.0],
    )?;
    for row in &found {
        let proposal = rows::read(row)?;
        if proposal.content.title.as_str() == title {
            return Ok(Some(proposal.id));
        }
    }
    Ok(None)
}

/// What this resident has sent in these words and not taken back, if there is something.
fn with_words(
    tx: &mut Tx<'_>,
    here: &Here,
    resident: ResidentId,
    words: &str,
) -> Outcome<Option<SubmissionId>> {
    let sent = feedback::rows::sent_by(tx, here, resident)?;
    let is_same = |stage: StageKind, said: &str| stage != StageKind::Withdrawn && said == words;
    let found = sent.iter().find(|it| is_same(it.stage.kind(), it.content.words.as_str()));
    Ok(found.map(|it| it.id))
}
