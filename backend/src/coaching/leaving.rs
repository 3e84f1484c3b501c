//! Leaving: a resident goes; whom they coached waits again, and their words go with them.

use huiyin_domain::{
    coaching::{self, Party},
    ids::ResidentId,
};

use super::{
    rows,
    service::{self, Known},
};
use crate::{
    failure::Outcome,
    here::Here,
    store::{Tx, params},
};

/// Takes a resident out of all coaching. A proposal whose only author goes needs no coach; comes
/// after they have left the proposals they had joined.
pub fn forget(tx: &mut Tx<'_>, here: &Here, resident: ResidentId) -> Outcome<()> {
    rows::set_volunteer(tx, here, resident, false)?;
    let nobody = here.by_itself();
    for before in rows::all_open(tx, here.community)? {
        let known = Known::of(tx, &nobody, (before.proposal, Some(before.id)), None)?;
        let is_alone = known.proposal.is_by(resident) && known.proposal.co_authors.is_empty();
        let has_left = if is_alone {
            Some(Party::Author)
        } else if before.stage.coach() == Some(resident) {
            Some(Party::Coach)
        } else {
            None
        };
        if let Some(event) = coaching::follows(&known.scene(&nobody), &before, has_left) {
            service::happen(tx, &nobody, &known.proposal, &before, &event)?;
        }
    }
    for sql in [
        "DELETE FROM coaching_words WHERE community_id = $1 AND resident_id = $2",
        "DELETE FROM coaching_notices WHERE community_id = $1 AND resident_id = $2",
    ] {
        tx.execute(sql, params![here.community.0, resident.0])?;
    }
    Ok(())
}
