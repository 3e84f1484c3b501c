//! Authors: neighbours join the author of a proposal by invitation, and leave again.

use huiyin_domain::{
    ids::{CommunityId, ProposalId, ResidentId},
    proposals::{
        self, Event, Proposal,
        wire::{INVITATION_DAYS, Invitation, InviteForm, ProposalPage},
    },
    refusals::Refusal,
    time::{DAY_MS, Moment},
    web_address::WebAddress,
};

use super::{known::Known, pages, rows, service};
use crate::{
    contests,
    failure::{Failure, Outcome},
    here::Here,
    qr::draw::draw,
    residents::tries::Buckets,
    store::{Tx, params},
};

/// What is looked at of a proposal before somebody joins it or asks others to.
fn look(tx: &mut Tx<'_>, here: &Here, id: ProposalId) -> Outcome<(Proposal, Known)> {
    let (proposal, n_co_signs) = rows::load(tx, here.community, id)?;
    let contest = contests::judge::visible(tx, here, proposal.contest)?;
    let known = Known::of(tx, here, (&proposal, n_co_signs), contest)?;
    Ok((proposal, known))
}

/// Writes down that a code made by chance lets one person in; an older one does no more.
pub fn invite(
    tx: &mut Tx<'_>,
    here: &Here,
    id: ProposalId,
    (code, hash): (&str, &str),
    form: &InviteForm,
) -> Outcome<Invitation> {
    let (proposal, known) = look(tx, here, id)?;
    proposals::may_invite(&known.scene(here), &proposal)?;
    let qr_svg = form.join.as_ref().map(|join| drawn(join, code)).transpose()?;
    let until = here.now.plus_millis(INVITATION_DAYS * DAY_MS);
    tx.execute(
        "INSERT INTO proposal_invitations (community_id, proposal_id, code_hash, until_ms)
         VALUES ($1, $2, $3, $4)
         ON CONFLICT (community_id, proposal_id) DO UPDATE
             SET code_hash = excluded.code_hash, until_ms = excluded.until_ms",
        params![here.community.0, id.0, hash, until.millis()],
    )?;
    Ok(Invitation { code: code.to_owned(), until, qr_svg })
}

/// The way to the page with the code behind the `#`, so that no server on it writes it down.
fn drawn(join: &WebAddress, code: &str) -> Outcome<String> {
    let link = WebAddress::try_from(format!("{join}#code={code}"))
        .map_err(|why| Failure::malformed(format!("join: {why}")))?;
    draw(&link, join.as_str())
}

/// Uses the invitation up; says whether there was one that holds.
fn use_up(tx: &mut Tx<'_>, here: &Here, id: ProposalId, hash: &str) -> Outcome<bool> {
    let n_used = tx.execute(
        "DELETE FROM proposal_invitations
         WHERE community_id = $1 AND proposal_id = $2 AND code_hash = $3 AND until_ms > $4",
        params![here.community.0, id.0, hash, here.now.millis()],
    )?;
    Ok(n_used != 0)
}

/// Joins the authors. Whoever writes a proposal does not co-sign it, so that an own co-signature
/// is taken back by itself.
pub fn join(
    tx: &mut Tx<'_>,
    here: &Here,
    id: ProposalId,
    hash: Option<&str>,
    (tried, tried_at): (&Buckets, Moment),
) -> Outcome<ProposalPage> {
    let (proposal, known) = look(tx, here, id)?;
    let resident = proposals::may_join(&known.scene(here), &proposal)?;
    let is_invited = match hash {
        Some(hash) => use_up(tx, here, id, hash)?,
        None => false,
    };
    if !is_invited {
        return Err(Refusal::UnknownInvitation.into());
    }
    tried.strike(tx, here.community, tried_at)?;
    if known.has_co_signed {
        rows::withdraw_co_sign(tx, here, id, resident)?;
        rows::record(tx, here, id, &Event::CoSignWithdrawn)?;
    }
    tx.execute(
        "INSERT INTO proposal_co_authors (community_id, proposal_id, resident_id)
         VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
        params![here.community.0, id.0, resident.0],
    )?;
    let event = Event::AuthorJoined;
    let mut after = proposals::apply(&proposal, &event);
    after.co_authors.push(resident);
    service::turn_into(tx, here, &proposal, &after, &event)?;
    pages::page(tx, here, id)
}

/// Lets somebody leave the authors, by their own word or because they are erased.
pub fn leave(
    tx: &mut Tx<'_>,
    here: &Here,
    proposal: &Proposal,
    resident: ResidentId,
) -> Outcome<()> {
    tx.execute(
        "DELETE FROM proposal_co_authors
         WHERE community_id = $1 AND proposal_id = $2 AND resident_id = $3",
        params![here.community.0, proposal.id.0, resident.0],
    )?;
    let event = Event::AuthorLeft;
    let mut after = proposals::apply(proposal, &event);
    after.co_authors.retain(|id| *id != resident);
    service::turn_into(tx, here, proposal, &after, &event)
}

/// What a resident has joined, by number.
pub fn joined_by(
    tx: &mut Tx<'_>,
    community: CommunityId,
    resident: ResidentId,
) -> Outcome<Vec<ProposalId>> {
    let rows = tx.rows(
        "SELECT proposal_id FROM proposal_co_authors
         WHERE community_id = $1 AND resident_id = $2 ORDER BY proposal_id",
        params![community.0, resident.0],
    )?;
    let number = |raw: i64| u32::try_from(raw).map_err(|_| Failure::Broken(format!("{raw}")));
    rows.iter().map(|row| Ok(ProposalId(number(row.int(0)?)?))).collect()
}
