//! Telling: whom something about a coaching concerns gets one notice, in the transaction of the
//! event itself.

use std::collections::BTreeSet;

use huiyin_domain::{
    coaching::{Audience, Coaching, Event, Told, told},
    ids::{CoachingId, ResidentId},
    proposals::{Author, Proposal},
};

use super::rows;
use crate::{
    failure::Outcome,
    here::Here,
    notices::posting::Posting,
    store::{Tx, params},
};

/// Tells everybody whom an event concerns that has just been recorded, except whoever did it.
pub(super) fn tell(
    tx: &mut Tx<'_>,
    here: &Here,
    proposal: &Proposal,
    (before, after): (Option<&Coaching>, &Coaching),
    event: &Event,
) -> Outcome<()> {
    let coach = after.stage.coach().or_else(|| before.and_then(|before| before.stage.coach()));
    for (what, audience) in told(event) {
        let mut whom: BTreeSet<ResidentId> = match audience {
            Audience::Authors => authors(proposal).collect(),
            Audience::Coach => coach.into_iter().collect(),
            Audience::Volunteers => {
                let all = rows::volunteers(tx, here)?.into_iter().map(|(id, _)| id);
                all.filter(|id| !proposal.is_of(*id) && Some(*id) != coach).collect()
            }
        };
        if let Some(own_hand) = here.viewer.resident() {
            whom.remove(&own_hand);
        }
        let seq = i64::from(after.version.0);
        for resident in whom {
            one(tx, here, (after.id, what, seq), resident)?;
        }
        Posting { room: "coaching", number: after.id.0, told: what.word(), seq }.post(tx, here)?;
    }
    Ok(())
}

fn authors(proposal: &Proposal) -> impl Iterator<Item = ResidentId> {
    let first = match proposal.author {
        Author::Resident { id } => Some(id),
        Author::Elsewhere => None,
    };
    first.into_iter().chain(proposal.co_authors.iter().copied())
}

/// Tells one resident, unless they have not read yet that the same happened before; and nobody
/// who has left.
fn one(
    tx: &mut Tx<'_>,
    here: &Here,
    (id, told, seq): (CoachingId, Told, i64),
    resident: ResidentId,
) -> Outcome<()> {
    tx.execute(
        "INSERT INTO coaching_notices
             (community_id, resident_id, coaching_id, told, seq, at_ms, is_read)
         SELECT r.community_id, r.resident_id, $2, $3, $4, $5, 0 FROM residents r
         WHERE r.community_id = $1 AND r.resident_id = $6
             AND NOT EXISTS (SELECT 1 FROM coaching_notices n
                 WHERE n.community_id = $1 AND n.resident_id = r.resident_id
                     AND n.coaching_id = $2 AND n.told = $3 AND n.is_read = 0)
         ON CONFLICT DO NOTHING",
        params![here.community.0, id.0, told.word(), seq, here.now.millis(), resident.0],
    )?;
    Ok(())
}
