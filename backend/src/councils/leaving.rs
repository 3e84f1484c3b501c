//! Leaving: with a resident go their seats, and who was behind their numbers is forgotten.

use huiyin_domain::{councils::meeting::decline_for, ids::ResidentId};

use super::{confirming, known::Known, people, rows, service};
use crate::{
    failure::Outcome,
    here::Here,
    store::{Tx, params},
};

/// Gives this resident's seats to those who wait, and forgets who they were. What was counted
/// stays, since it names nobody.
pub fn forget(tx: &mut Tx<'_>, here: &Here, resident: ResidentId) -> Outcome<()> {
    let numbers = people::numbers(tx, here.community, resident)?;
    // First, so that nobody is told who is not here any more.
    tx.execute(
        "UPDATE council_people SET resident_id = NULL, code = NULL
         WHERE community_id = $1 AND resident_id = $2",
        params![here.community.0, resident.0],
    )?;
    for sql in [
        "DELETE FROM council_reminders WHERE community_id = $1 AND resident_id = $2",
        "DELETE FROM council_notices WHERE community_id = $1 AND resident_id = $2",
        "DELETE FROM council_feeds WHERE community_id = $1 AND resident_id = $2",
    ] {
        tx.execute(sql, params![here.community.0, resident.0])?;
    }
    confirming::forget(tx, here, resident)?;
    for (id, number) in numbers {
        let council = rows::load(tx, here.community, id)?;
        let known = Known::of(tx, here, &council, None)?;
        if let Some(event) = decline_for(&known.scene(here), &council, number) {
            service::happen(tx, here, &council, &event)?;
        }
    }
    Ok(())
}
