//! Leaving: what an erased resident wrote with others goes on with the others.

use huiyin_domain::ids::ResidentId;

use super::{authors, rows};
use crate::{
    failure::Outcome,
    here::Here,
    store::{Tx, params},
};

/// Takes a resident out of the authors they had joined; whom they have invited finds no door.
/// What they sent alone stays under its number.
pub fn forget(tx: &mut Tx<'_>, here: &Here, resident: ResidentId) -> Outcome<()> {
    for id in authors::joined_by(tx, here.community, resident)? {
        let (proposal, _) = rows::load(tx, here.community, id)?;
        authors::leave(tx, here, &proposal, resident)?;
    }
    tx.execute(
        "DELETE FROM proposal_invitations WHERE community_id = $1 AND proposal_id IN (
             SELECT p.proposal_id FROM proposals p
             WHERE p.community_id = $1 AND p.author_id = $2)",
        params![here.community.0, resident.0],
    )?;
    Ok(())
}
