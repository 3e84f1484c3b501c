//! Leaving: what somebody said about their times goes with them.

use huiyin_domain::ids::ResidentId;

use crate::{
    failure::Outcome,
    here::Here,
    store::{Tx, params},
};

/// Forgets a resident's answers, group, chances, supports, and what they were told. The times that were chosen stand,
/// and what they were chosen from names nobody.
pub fn forget(tx: &mut Tx<'_>, here: &Here, resident: ResidentId) -> Outcome<()> {
    for sql in [
        "DELETE FROM series_answers WHERE community_id = $1 AND resident_id = $2",
        "DELETE FROM resident_groups WHERE community_id = $1 AND resident_id = $2",
        "DELETE FROM series_chances WHERE community_id = $1 AND resident_id = $2",
        "DELETE FROM topic_supports WHERE community_id = $1 AND resident_id = $2",
        "DELETE FROM series_notices WHERE community_id = $1 AND resident_id = $2",
    ] {
        tx.execute(sql, params![here.community.0, resident.0])?;
    }
    Ok(())
}
