//! Rows of proposals: one document each, guarded by its version; co-signatures are rows.

use std::collections::BTreeMap;

use huiyin_domain::{
    channels::Channel,
    ids::{CommunityId, ContestId, ProposalId, ResidentId, Version},
    proposals::{Author, Event, Proposal, StageKind, wire::ProposalCard},
};

use super::{counts, duties, stages::stage_word};
use crate::{
    failure::{Failure, Outcome},
    here::Here,
    store::{Row, Tx, params},
};

/// The name of a proposal's stream of events.
pub fn stream(id: ProposalId) -> String {
    format!("proposal/{id}")
}

/// A way in as it stands in the tables.
pub fn channel_word(channel: Channel) -> &'static str {
    match channel {
        Channel::App => "app",
        Channel::Voice => "voice",
        Channel::Helper => "helper",
        Channel::Phone => "phone",
        Channel::Paper => "paper",
        Channel::Council => "council",
    }
}

/// How many of a contest's proposals came on which way.
pub fn count_channels(
    tx: &mut Tx<'_>,
    community: CommunityId,
    contest: ContestId,
) -> Outcome<BTreeMap<Channel, u32>> {
    let rows = tx.rows(
        "SELECT channel, COUNT(*) FROM proposals
         WHERE community_id = $1 AND contest_id = $2 GROUP BY channel",
        params![community.0, contest.0],
    )?;
    let mut counted = BTreeMap::new();
    for row in &rows {
        let (word, n) = (row.text(0)?, row.int(1)?);
        let channel = Channel::ALL.into_iter().find(|channel| channel_word(*channel) == word);
        let broken = || Failure::Broken(format!("{n} proposals came by {word}"));
        counted.insert(channel.ok_or_else(broken)?, u32::try_from(n).map_err(|_| broken())?);
    }
    Ok(counted)
}

/// One proposal and how many have co-signed it.
pub fn load(tx: &mut Tx<'_>, community: CommunityId, id: ProposalId) -> Outcome<(Proposal, u32)> {
    let row = tx.first(
        "SELECT state, n_co_signs FROM proposals WHERE community_id = $1 AND proposal_id = $2",
        params![community.0, id.0],
    )?;
    let row = row.ok_or(Failure::MISSING)?;
    Ok((read(&row)?, n_co_signs(&row)?))
}

/// One proposal, or nothing.
pub fn find(tx: &mut Tx<'_>, community: CommunityId, id: ProposalId) -> Outcome<Option<Proposal>> {
    let row = tx.first(
        "SELECT state FROM proposals WHERE community_id = $1 AND proposal_id = $2",
        params![community.0, id.0],
    )?;
    row.as_ref().map(read).transpose()
}

/// What can be voted for in a contest, and after the vote what could be, by number.
pub fn on_ballot(
    tx: &mut Tx<'_>,
    community: CommunityId,
    contest: ContestId,
) -> Outcome<Vec<Proposal>> {
    on_ballot_rows(tx, community, contest)?.iter().map(read).collect()
}

/// The same as cards.
pub fn on_ballot_cards(
    tx: &mut Tx<'_>,
    community: CommunityId,
    contest: ContestId,
) -> Outcome<Vec<ProposalCard>> {
    on_ballot_rows(tx, community, contest)?.iter().map(card).collect()
}

fn on_ballot_rows(
    tx: &mut Tx<'_>,
    community: CommunityId,
    contest: ContestId,
) -> Outcome<Vec<Row>> {
    let stages = StageKind::ALL.into_iter().filter(|kind| kind.is_on_ballot());
    let stages: Vec<_> = stages.map(|kind| format!("'{}'", stage_word(kind))).collect();
    let sql = format!(
        "SELECT state, n_co_signs FROM proposals
         WHERE community_id = $1 AND contest_id = $2 AND stage_kind IN ({})
         ORDER BY proposal_id",
        stages.join(", ")
    );
    Ok(tx.rows(&sql, params![community.0, contest.0])?)
}

/// Stores a new proposal.
pub fn insert(tx: &mut Tx<'_>, community: CommunityId, proposal: &Proposal) -> Outcome<()> {
    tx.execute(
        "INSERT INTO proposals (community_id, proposal_id, contest_id, version, stage_kind,
             ballot_key, n_co_signs, channel, state, author_id, title, place)
         VALUES ($1, $2, $3, $4, $5, $6, 0, $7, $8, $9, $10, $11)",
        params![
            community.0,
            proposal.id.0,
            proposal.contest.0,
            proposal.version.0,
            stage_word(proposal.stage.kind()),
            &proposal.ballot_key,
            channel_word(proposal.channel),
            serde_json::to_string(proposal)?,
            author(proposal).map(i64::from),
            proposal.content.title.as_str(),
            proposal.content.place.as_str()
        ],
    )?;
    counts::arrived(tx, community, proposal)?;
    if proposal.review.is_some() {
        duties::keep(tx, community, proposal)?;
    }
    Ok(())
}

fn author(proposal: &Proposal) -> Option<u32> {
    match proposal.author {
        Author::Resident { id } => Some(id.0),
        Author::Elsewhere => None,
    }
}

/// The statement that finds what a resident has sent or joined: each in an index of its own, since
/// for one condition of both every proposal of the community would be looked at.
pub const SENT_BY: &str = "SELECT state, n_co_signs FROM proposals
     WHERE community_id = $1 AND proposal_id IN (
         SELECT proposal_id FROM proposals WHERE community_id = $1 AND author_id = $2
         UNION
         SELECT proposal_id FROM proposal_co_authors
         WHERE community_id = $1 AND resident_id = $2)
     ORDER BY proposal_id DESC LIMIT 100";

/// What a resident has sent or joined, the newest first.
pub fn sent_by(tx: &mut Tx<'_>, here: &Here, by: ResidentId) -> Outcome<Vec<ProposalCard>> {
    tx.rows(SENT_BY, params![here.community.0, by.0])?.iter().map(card).collect()
}

/// What a resident has co-signed, the newest first.
pub fn co_signed_by(tx: &mut Tx<'_>, here: &Here, by: ResidentId) -> Outcome<Vec<ProposalCard>> {
    let rows = tx.rows(
        "SELECT p.state, p.n_co_signs FROM co_signs c
         JOIN proposals p
             ON p.community_id = c.community_id AND p.proposal_id = c.proposal_id
         WHERE c.community_id = $1 AND c.resident_id = $2
         ORDER BY p.proposal_id DESC LIMIT 100",
        params![here.community.0, by.0],
    )?;
    rows.iter().map(card).collect()
}

/// Stores what an event made of a proposal, and the event; refused when it has changed since.
pub fn change(
    tx: &mut Tx<'_>,
    here: &Here,
    before: Version,
    after: &Proposal,
    event: &Event,
) -> Outcome<()> {
    counts::moves(tx, here.community, after)?;
    let n_changed = tx.execute(
        "UPDATE proposals SET version = $1, stage_kind = $2, state = $3, title = $4, place = $5
         WHERE community_id = $6 AND proposal_id = $7 AND version = $8",
        params![
            after.version.0,
            stage_word(after.stage.kind()),
            serde_json::to_string(after)?,
            after.content.title.as_str(),
            after.content.place.as_str(),
            here.community.0,
            after.id.0,
            before.0
        ],
    )?;
    if n_changed == 0 {
        return Err(Failure::stale(load(tx, here.community, after.id)?.0.version));
    }
    duties::keep(tx, here.community, after)?;
    record(tx, here, after.id, event)
}

/// Stores a proposal in other words: something of it is hidden, or to be read again.
pub fn reword(tx: &mut Tx<'_>, community: CommunityId, proposal: &Proposal) -> Outcome<()> {
    tx.execute(
        "UPDATE proposals SET state = $1, title = $2, place = $3
         WHERE community_id = $4 AND proposal_id = $5",
        params![
            serde_json::to_string(proposal)?,
            proposal.content.title.as_str(),
            proposal.content.place.as_str(),
            community.0,
            proposal.id.0
        ],
    )?;
    Ok(())
}

/// Puts what happened to a proposal into the record.
pub fn record(tx: &mut Tx<'_>, here: &Here, id: ProposalId, event: &Event) -> Outcome<()> {
    let reason = event.reason().map(|reason| reason.as_str());
    here.record(tx, &stream(id), event.name(), event, reason)
}

/// Has this resident co-signed?
pub fn has_co_signed(
    tx: &mut Tx<'_>,
    here: &Here,
    id: ProposalId,
    resident: ResidentId,
) -> Outcome<bool> {
    let row = tx.first(
        "SELECT 1 FROM co_signs
         WHERE community_id = $1 AND proposal_id = $2 AND resident_id = $3",
        params![here.community.0, id.0, resident.0],
    )?;
    Ok(row.is_some())
}

/// Adds a co-signature; says whether there was none before.
pub fn co_sign(
    tx: &mut Tx<'_>,
    here: &Here,
    id: ProposalId,
    resident: ResidentId,
) -> Outcome<bool> {
    let n_new = tx.execute(
        "INSERT INTO co_signs (community_id, proposal_id, resident_id) VALUES ($1, $2, $3)
         ON CONFLICT DO NOTHING",
        params![here.community.0, id.0, resident.0],
    )?;
    recount(tx, here, id, n_new, 1)
}

/// Takes a co-signature back; says whether there was one.
pub fn withdraw_co_sign(
    tx: &mut Tx<'_>,
    here: &Here,
    id: ProposalId,
    resident: ResidentId,
) -> Outcome<bool> {
    let n_gone = tx.execute(
        "DELETE FROM co_signs
         WHERE community_id = $1 AND proposal_id = $2 AND resident_id = $3",
        params![here.community.0, id.0, resident.0],
    )?;
    recount(tx, here, id, n_gone, -1)
}

fn recount(tx: &mut Tx<'_>, here: &Here, id: ProposalId, n_rows: u64, by: i64) -> Outcome<bool> {
    if n_rows == 0 {
        return Ok(false);
    }
    tx.execute(
        "UPDATE proposals SET n_co_signs = n_co_signs + $1
         WHERE community_id = $2 AND proposal_id = $3",
        params![by, here.community.0, id.0],
    )?;
    Ok(true)
}

/// A row of `state, n_co_signs` as a card.
pub fn card(row: &Row) -> Outcome<ProposalCard> {
    let Proposal { id, ballot_key, content, stage, .. } = read(row)?;
    Ok(ProposalCard {
        id,
        ballot_key,
        title: content.title.to_string(),
        place: content.place.to_string(),
        stage,
        n_co_signs: n_co_signs(row)?,
        photo: content.photos.into_iter().next(),
    })
}

/// A row whose first column is the proposal.
pub fn read(row: &Row) -> Outcome<Proposal> {
    Ok(serde_json::from_str(row.text(0)?)?)
}

fn n_co_signs(row: &Row) -> Outcome<u32> {
    let n = row.int(1)?;
    u32::try_from(n).map_err(|_| Failure::Broken(format!("{n} co-signatures")))
}
