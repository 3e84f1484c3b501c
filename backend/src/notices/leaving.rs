//! Leaving: with a person goes all that tells how they were to be reached.

use crate::{
    failure::Outcome,
    store::{Tx, params},
};

/// Forgets the notices, choices and browsers of a person, and what was still to be sent to them.
pub fn forget(tx: &mut Tx<'_>, community: i64, kind: &str, id: i64) -> Outcome<()> {
    for table in ["notices", "notice_choices", "push_subscriptions", "outbox"] {
        tx.execute(
            &format!(
                "DELETE FROM {table} WHERE community_id = $1 AND kind = $2 AND person_id = $3"
            ),
            params![community, kind, id],
        )?;
    }
    Ok(())
}
