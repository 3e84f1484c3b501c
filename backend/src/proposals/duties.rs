//! Duties: which department owes a word on which proposal, in rows of their own, so that nobody
//! reads all proposals in review to find them.

use huiyin_domain::{
    ids::{CommunityId, ContestId, DepartmentId},
    proposals::{Proposal, Review, Stage},
};

use crate::{
    failure::{Failure, Outcome},
    here::Here,
    store::{Row, Tx, params},
};

/// Keeps what departments owe on a proposal, in the place of what they owed before.
pub(super) fn keep(tx: &mut Tx<'_>, community: CommunityId, proposal: &Proposal) -> Outcome<()> {
    tx.execute(
        "DELETE FROM review_duties WHERE community_id = $1 AND proposal_id = $2",
        params![community.0, proposal.id.0],
    )?;
    let Some(review) = under_way(proposal) else { return Ok(()) };
    for one in review.asked.iter().filter(|one| review.is_owed_by(one.department)) {
        tx.execute(
            "INSERT INTO review_duties (community_id, department_id, contest_id, proposal_id,
                 due_day)
             VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING",
            params![
                community.0,
                one.department.0,
                proposal.contest.0,
                proposal.id.0,
                review.due.to_string()
            ],
        )?;
    }
    Ok(())
}

fn under_way(proposal: &Proposal) -> Option<&Review> {
    let is_under_way = matches!(proposal.stage, Stage::UnderReview);
    proposal.review.as_ref().filter(|_| is_under_way)
}

/// So many of the proposals on which a department owes a word in a contest, as `state,
/// n_co_signs, s.state` with the submissions that share their numbers: the earliest day first.
pub(super) fn first(
    tx: &mut Tx<'_>,
    here: &Here,
    (contest, department): (ContestId, DepartmentId),
    most: u32,
) -> Outcome<Vec<Row>> {
    Ok(tx.rows(
        "SELECT p.state, p.n_co_signs, s.state FROM review_duties d
         JOIN proposals p
             ON p.community_id = d.community_id AND p.proposal_id = d.proposal_id
         LEFT JOIN submissions s
             ON s.community_id = d.community_id AND s.submission_id = d.proposal_id
         WHERE d.community_id = $1 AND d.department_id = $2 AND d.contest_id = $3
         ORDER BY d.due_day, d.proposal_id LIMIT $4",
        params![here.community.0, department.0, contest.0, most],
    )?)
}

/// On how many proposals of a contest a department owes a word.
pub(super) fn count(
    tx: &mut Tx<'_>,
    here: &Here,
    (contest, department): (ContestId, DepartmentId),
) -> Outcome<u32> {
    let row = tx.first(
        "SELECT COUNT(*) FROM review_duties
         WHERE community_id = $1 AND department_id = $2 AND contest_id = $3",
        params![here.community.0, department.0, contest.0],
    )?;
    let n = row.map_or(Ok(0), |row| row.int(0))?;
    u32::try_from(n).map_err(|_| Failure::Broken(format!("{n} duties")))
}
