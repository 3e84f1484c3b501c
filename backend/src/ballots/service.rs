//! Handing ballots out and taking them in: two doors with no way between them.
//!
//! At the first, a person is marked on the roll and leaves a stamp. At the second, whoever
//! knows the secret behind a stamp leaves a ballot; nobody is asked who they are. No row of a
//! ballot says when it came or from where, and both doors never open in one transaction.

use huiyin_domain::{
    ballots::{
        Choices, Stamp,
        wire::{Cast, CastReceipt},
    },
    contests::{self, Contest, Phase, wire::BallotPaper},
    ids::{CommunityId, ContestId, Version},
    proposals::Proposal,
    refusals::Refusal,
    time::Moment,
};
use serde::Serialize;

use crate::{
    contests as contest_room,
    failure::{Failure, Outcome},
    here::Here,
    proposals,
    store::{Tx, params},
};

/// The answer to a ballot that was handed out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Handed {
    /// Until when it can be cast.
    pub closes: Option<Moment>,
}

/// A ballot that is in the box.
struct Kept {
    sequence: u32,
    choices: String,
}

/// What a voter needs to vote.
pub fn paper(tx: &mut Tx<'_>, here: &Here, id: ContestId) -> Outcome<BallotPaper> {
    let contest = contest_room::judge::visible(tx, here, id)?;
    let is_handed_out = match here.viewer.resident() {
        Some(resident) => is_on_roll(tx, here.community, id, resident.0)?,
        None => false,
    };
    Ok(BallotPaper {
        contest: id,
        title: contest.title.to_string(),
        closes: contest.schedule.start(Phase::Counting),
        now: here.now,
        proposals: proposals::pages::ballot_cards(tx, here, id)?,
        rules: contest.rules,
        is_handed_out,
    })
}

/// Marks the roll and takes the stamp in.
///
/// The roll does not say whose stamp is whose: that a stamp is there is enough to know a
/// repeated request again.
pub fn hand_out(tx: &mut Tx<'_>, here: &Here, id: ContestId, stamp: &Stamp) -> Outcome<Handed> {
    let contest = contest_room::judge::visible(tx, here, id)?;
    let scene =
        contests::Scene { by: &here.viewer, now: here.now, n_shortlisted: 0, n_unfinished: 0 };
    let resident = contests::may_vote(&scene, &contest)?;
    let closes = contest.schedule.start(Phase::Counting);
    let is_known = is_stamped(tx, here.community, id, stamp)?;
    match (is_on_roll(tx, here.community, id, resident.0)?, is_known) {
        (true, true) => return Ok(Handed { closes }),
        (true, false) | (false, true) => return Err(Refusal::BallotAlreadyHandedOut.into()),
        (false, false) => {}
    }
    let n_marked = tx.execute(
        "INSERT INTO roll (community_id, contest_id, resident_id) VALUES ($1, $2, $3)
         ON CONFLICT DO NOTHING",
        params![here.community.0, id.0, resident.0],
    )?;
    let n_stamped = tx.execute(
        "INSERT INTO stamps (community_id, contest_id, stamp) VALUES ($1, $2, $3)
         ON CONFLICT DO NOTHING",
        params![here.community.0, id.0, stamp.as_str()],
    )?;
    match (n_marked, n_stamped) {
        (1, 1) => Ok(Handed { closes }),
        _ => Err(Refusal::BallotAlreadyHandedOut.into()),
    }
}

/// Puts a ballot into the box, or a newer one in its place.
pub fn cast(
    tx: &mut Tx<'_>,
    community: CommunityId,
    id: ContestId,
    stamp: &Stamp,
    ballot: &Cast,
    now: Moment,
) -> Outcome<CastReceipt> {
    let contest = contest_room::rows::load(tx, community, id)?;
    let is_right = ballot.token.stamp() == *stamp && is_stamped(tx, community, id, stamp)?;
    let kept = if is_right { kept(tx, community, id, stamp)? } else { None };
    let receipt = CastReceipt {
        receipt: ballot.token.receipt(),
        sequence: ballot.sequence,
        closes: contest.schedule.start(Phase::Counting),
    };
    let style = contest.rules.ballot;
    let choices = serde_json::to_string(&ballot.choices.clone().in_style(style))?;
    // A phone that lost the answer asks again, perhaps after the close: its ballot is in the box.
    if let Some(kept) = &kept
        && kept.sequence == ballot.sequence
        && kept.choices == choices
    {
        return Ok(receipt);
    }
    contests::is_voting(&contest, now)?;
    if !is_right {
        return Err(Refusal::UnknownBallot.into());
    }
    check(tx, community, &contest, ballot)?;
    if let Some(kept) = kept
        && ballot.sequence <= kept.sequence
    {
        return Err(Failure::stale(Version(kept.sequence)));
    }
    tx.execute(
        "INSERT INTO ballots (community_id, contest_id, stamp, sequence, choices, receipt)
         VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (community_id, contest_id, stamp) DO UPDATE
             SET sequence = excluded.sequence, choices = excluded.choices",
        params![community.0, id.0, stamp.as_str(), ballot.sequence, &choices, &receipt.receipt.0],
    )?;
    Ok(receipt)
}

fn check(tx: &mut Tx<'_>, community: CommunityId, contest: &Contest, ballot: &Cast) -> Outcome<()> {
    let shortlist = proposals::rows::on_ballot(tx, community, contest.id)?;
    let with_cost = |it: Proposal| Some((it.ballot_key, it.stage.cost()?));
    let on_ballot = shortlist.into_iter().filter_map(with_cost).collect();
    Choices::check(&ballot.choices, &contest.rules, &on_ballot)?;
    Ok(())
}

fn is_on_roll(
    tx: &mut Tx<'_>,
    community: CommunityId,
    id: ContestId,
    resident: u32,
) -> Outcome<bool> {
    let row = tx.first(
        "SELECT 1 FROM roll WHERE community_id = $1 AND contest_id = $2 AND resident_id = $3",
        params![community.0, id.0, resident],
    )?;
    Ok(row.is_some())
}

fn is_stamped(
    tx: &mut Tx<'_>,
    community: CommunityId,
    id: ContestId,
    stamp: &Stamp,
) -> Outcome<bool> {
    let row = tx.first(
        "SELECT 1 FROM stamps WHERE community_id = $1 AND contest_id = $2 AND stamp = $3",
        params![community.0, id.0, stamp.as_str()],
    )?;
    Ok(row.is_some())
}

fn kept(
    tx: &mut Tx<'_>,
    community: CommunityId,
    id: ContestId,
    stamp: &Stamp,
) -> Outcome<Option<Kept>> {
    let row = tx.first(
        "SELECT sequence, choices FROM ballots
         WHERE community_id = $1 AND contest_id = $2 AND stamp = $3",
        params![community.0, id.0, stamp.as_str()],
    )?;
    let Some(row) = row else { return Ok(None) };
    let sequence = row.int(0)?;
    let sequence = u32::try_from(sequence)
        .map_err(|_| Failure::Broken(format!("a ballot's sequence is {sequence}")))?;
    Ok(Some(Kept { sequence, choices: row.text(1)?.to_owned() }))
}
