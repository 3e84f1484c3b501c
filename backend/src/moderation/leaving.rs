//! Leaving: a resident goes; what they reported and wrote in appeals stays without them.

use huiyin_domain::ids::ResidentId;

use crate::{
    failure::Outcome,
    here::Here,
    store::{Tx, params},
};

/// Forgets who reported, and what they were told of cases about their own words.
pub fn forget(tx: &mut Tx<'_>, here: &Here, resident: ResidentId) -> Outcome<()> {
    tx.execute(
        "UPDATE moderation_reports SET reporter = NULL WHERE community_id = $1 AND reporter = $2",
        params![here.community.0, format!("resident/{resident}")],
    )?;
    tx.execute(
        "DELETE FROM case_notices WHERE community_id = $1 AND resident_id = $2",
        params![here.community.0, resident.0],
    )?;
    Ok(())
}
