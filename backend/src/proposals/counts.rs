//! How many proposals each contest has at each stage, counted as they come and go: the list says
//! its total with every part, and a contest of ten thousand is not counted again for each reader.

use huiyin_domain::{
    ids::{CommunityId, ContestId, ProposalId},
    proposals::{Proposal, StageKind},
};

use super::stages::{parse_stage, stage_word};
use crate::{
    failure::{Failure, Outcome},
    store::{Row, Tx, params},
};

/// A new proposal counts at its stage.
pub(super) fn arrived(tx: &mut Tx<'_>, of: CommunityId, proposal: &Proposal) -> Outcome<()> {
    add(tx, of, proposal.contest, stage_word(proposal.stage.kind()), 1)
}

/// A proposal is about to stand at another stage, or at the one where it stands.
pub(super) fn moves(tx: &mut Tx<'_>, of: CommunityId, after: &Proposal) -> Outcome<()> {
    let row = tx.first(
        "SELECT stage_kind FROM proposals WHERE community_id = $1 AND proposal_id = $2",
        params![of.0, after.id.0],
    )?;
    let Some(row) = row else { return Err(broken(after.id)) };
    let (before, now) = (row.text(0)?, stage_word(after.stage.kind()));
    if before == now {
        return Ok(());
    }
    let mut changes = [(before, -1), (now, 1)];
    // In one order always: two that change the same two would wait for each other.
    changes.sort_unstable();
    for (stage, by) in changes {
        add(tx, of, after.contest, stage, by)?;
    }
    Ok(())
}

/// Counts all of them again. While servers are replaced one by one, an older one, which does not
/// count, may still store proposals: the last to start sets that right.
pub fn recount(tx: &mut Tx<'_>) -> Outcome<()> {
    tx.execute("DELETE FROM proposal_counts", &[])?;
    tx.execute(
        "INSERT INTO proposal_counts (community_id, contest_id, stage_kind, n)
         SELECT community_id, contest_id, stage_kind, COUNT(*) FROM proposals
         GROUP BY community_id, contest_id, stage_kind",
        &[],
    )?;
    Ok(())
}

fn broken(id: ProposalId) -> Failure {
    Failure::Broken(format!("proposal {id} changes, and is not there"))
}

fn add(tx: &mut Tx<'_>, of: CommunityId, contest: ContestId, stage: &str, by: i64) -> Outcome<()> {
    tx.execute(
        "INSERT INTO proposal_counts (community_id, contest_id, stage_kind, n)
         VALUES ($1, $2, $3, $4)
         ON CONFLICT (community_id, contest_id, stage_kind)
         DO UPDATE SET n = proposal_counts.n + $5",
        params![of.0, contest.0, stage, by, by],
    )?;
    Ok(())
}

/// How many a contest has at each stage where there is one.
pub fn by_stage(
    tx: &mut Tx<'_>,
    of: CommunityId,
    contest: ContestId,
) -> Outcome<Vec<(StageKind, u32)>> {
    let rows = tx.rows(
        "SELECT stage_kind, n FROM proposal_counts
         WHERE community_id = $1 AND contest_id = $2 AND n <> 0",
        params![of.0, contest.0],
    )?;
    rows.iter().map(read).collect()
}

fn read(row: &Row) -> Outcome<(StageKind, u32)> {
    // Below nothing it can only be where an older server stored some: no contest fails for that.
    let (word, n) = (row.text(0)?, row.int(1)?.max(0));
    let read = || Some((parse_stage(word)?, u32::try_from(n).ok()?));
    read().ok_or_else(|| Failure::Broken(format!("{n} proposals are {word}")))
}

/// How many a contest has, or how many of them at one stage.
pub fn total(
    tx: &mut Tx<'_>,
    of: CommunityId,
    contest: ContestId,
    stage: Option<StageKind>,
) -> Outcome<u32> {
    let counted = by_stage(tx, of, contest)?;
    let asked = counted.iter().filter(|(at, _)| stage.is_none_or(|stage| stage == *at));
    Ok(asked.map(|(_, n)| n).sum())
}
