//! Merging: a proposal goes on together with another, and names follow one by one.

use huiyin_domain::{
    ids::{ProposalId, SubmissionId},
    proposals::{Author, Event, Proposal, wire::ProposalRef},
    refusals::Refusal,
};

use super::{rows, service};
use crate::{
    failure::{Failure, Outcome},
    feedback::follows,
    here::Here,
    store::{Tx, params},
};

/// Those who wrote the merged proposal hear from now on how the other one goes. That they do
/// stands in the record with the merge itself.
pub fn keep_telling(
    tx: &mut Tx<'_>,
    here: &Here,
    merged: &Proposal,
    into: ProposalId,
) -> Outcome<()> {
    let (other, _) = rows::load(tx, here.community, into)?;
    let author = match merged.author {
        Author::Resident { id } => Some(id),
        Author::Elsewhere => None,
    };
    for resident in author.into_iter().chain(merged.co_authors.iter().copied()) {
        if !other.is_of(resident) {
            follows::begin(tx, here.community, SubmissionId(into.0), resident)?;
        }
    }
    Ok(())
}

/// Moves the name of whoever asks to the proposal this one went into; they may have co-signed
/// that one already.
pub fn move_co_sign(
    tx: &mut Tx<'_>,
    here: &Here,
    proposal: &Proposal,
    into: ProposalId,
) -> Outcome<()> {
    let resident = service::resident(here)?;
    if !rows::withdraw_co_sign(tx, here, proposal.id, resident)? {
        return Err(Refusal::NotCoSigned.into());
    }
    rows::record(tx, here, proposal.id, &Event::CoSignMoved)?;
    if rows::co_sign(tx, here, into, resident)? {
        rows::record(tx, &here.without_help(), into, &Event::CoSigned)?;
    }
    service::settle(tx, here, into)
}

/// A proposal as another names it.
pub fn named(tx: &mut Tx<'_>, here: &Here, id: ProposalId) -> Outcome<ProposalRef> {
    let (proposal, _) = rows::load(tx, here.community, id)?;
    Ok(ProposalRef { id, title: proposal.content.title.to_string() })
}

/// Those that went into a proposal, by number. There are few merges in a contest, and each tells
/// in its own document where it went.
pub fn merged(tx: &mut Tx<'_>, here: &Here, proposal: &Proposal) -> Outcome<Vec<ProposalRef>> {
    let found = tx.rows(
        "SELECT state FROM proposals
         WHERE community_id = $1 AND stage_kind = 'merged_into' AND contest_id = $2
         ORDER BY proposal_id",
        params![here.community.0, proposal.contest.0],
    )?;
    let all = found.iter().map(rows::read).collect::<Result<Vec<_>, Failure>>()?;
    let went_here = |it: &&Proposal| super::known::went_into(it) == Some(proposal.id);
    let named = |it: &Proposal| ProposalRef { id: it.id, title: it.content.title.to_string() };
    Ok(all.iter().filter(went_here).map(named).collect())
}
