//! Follows (关注): residents who want to hear how something goes on that they have not sent.

use huiyin_domain::{
    feedback::{may_follow, wire::SubmissionPage},
    ids::{CommunityId, ResidentId, SubmissionId},
};
use serde::{Deserialize, Serialize};

use super::{pages, rows};
use crate::{
    failure::{Failure, Outcome},
    here::Here,
    store::{Tx, params},
};

/// To follow, or not any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FollowForm {
    /// Which of the two.
    pub follows: bool,
}

/// What happened; the record keeps who, the page only how many.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum Event {
    /// Somebody follows it.
    Followed,
    /// Somebody does no more.
    Unfollowed,
}

impl Event {
    fn name(self) -> &'static str {
        match self {
            Self::Followed => "followed",
            Self::Unfollowed => "unfollowed",
        }
    }
}

/// Follows a submission, or no more. What is so already stays so.
pub fn follow(
    tx: &mut Tx<'_>,
    here: &Here,
    id: SubmissionId,
    form: FollowForm,
) -> Outcome<SubmissionPage> {
    let resident = may_follow(&here.viewer)?;
    rows::load(tx, here.community, id)?;
    let (event, n_changed) = match form.follows {
        true => (
            Event::Followed,
            tx.execute(
                "INSERT INTO follows (community_id, submission_id, resident_id)
                 VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
                params![here.community.0, id.0, resident.0],
            )?,
        ),
        false => (
            Event::Unfollowed,
            tx.execute(
                "DELETE FROM follows
                 WHERE community_id = $1 AND submission_id = $2 AND resident_id = $3",
                params![here.community.0, id.0, resident.0],
            )?,
        ),
    };
    if n_changed != 0 {
        here.record(tx, &format!("follow/{id}"), event.name(), &event, None)?;
    }
    pages::page(tx, here, id)
}

/// Lets a resident follow it from now on, as what they did before asks for; the record of that
/// tells of it.
pub fn begin(
    tx: &mut Tx<'_>,
    community: CommunityId,
    id: SubmissionId,
    resident: ResidentId,
) -> Outcome<()> {
    tx.execute(
        "INSERT INTO follows (community_id, submission_id, resident_id)
         VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
        params![community.0, id.0, resident.0],
    )?;
    Ok(())
}

/// Does this resident follow it?
pub fn does(
    tx: &mut Tx<'_>,
    community: CommunityId,
    id: SubmissionId,
    resident: ResidentId,
) -> Outcome<bool> {
    let row = tx.first(
        "SELECT 1 FROM follows
         WHERE community_id = $1 AND submission_id = $2 AND resident_id = $3",
        params![community.0, id.0, resident.0],
    )?;
    Ok(row.is_some())
}

/// How many follow it.
pub fn count(tx: &mut Tx<'_>, community: CommunityId, id: SubmissionId) -> Outcome<u32> {
    let row = tx.first(
        "SELECT COUNT(*) FROM follows WHERE community_id = $1 AND submission_id = $2",
        params![community.0, id.0],
    )?;
    let n = row.map_or(Ok(0), |row| row.int(0))?;
    u32::try_from(n).map_err(|_| Failure::Broken(format!("{n} follow")))
}

/// Who follows it, by number.
pub fn followers(
    tx: &mut Tx<'_>,
    community: CommunityId,
    id: SubmissionId,
) -> Outcome<Vec<ResidentId>> {
    let rows = tx.rows(
        "SELECT resident_id FROM follows WHERE community_id = $1 AND submission_id = $2
         ORDER BY resident_id",
        params![community.0, id.0],
    )?;
    let number = |n: i64| u32::try_from(n).map_err(|_| Failure::Broken(format!("resident {n}")));
    rows.iter().map(|row| Ok(ResidentId(number(row.int(0)?)?))).collect()
}

/// Forgets all that a resident follows.
pub fn forget(tx: &mut Tx<'_>, community: CommunityId, resident: ResidentId) -> Outcome<()> {
    tx.execute(
        "DELETE FROM follows WHERE community_id = $1 AND resident_id = $2",
        params![community.0, resident.0],
    )?;
    Ok(())
}
