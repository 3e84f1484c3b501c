//! Telling: whoever wrote words that stand alone gets one notice of each decision about them, in
//! the transaction of the decision itself.

use huiyin_domain::{
    ids::ResidentId,
    moderation::{About, Case, Step, Told},
};

use crate::{
    failure::Outcome,
    here::Here,
    notices::posting::Posting,
    store::{Tx, params},
};

/// Tells the author of an objection or of a word on a project what was decided; nobody who has
/// left. `case` is as the decision has made it.
///
/// The author of a submission is told by its own record.
pub(super) fn tell(
    tx: &mut Tx<'_>,
    here: &Here,
    case: &Case,
    author: Option<ResidentId>,
    step: &Step,
) -> Outcome<()> {
    match (case.about, author) {
        (About::Objection(_) | About::Voice(_), Some(author)) => one(tx, here, case, author, step),
        (About::Submission(_), _) | (About::Objection(_) | About::Voice(_), None) => Ok(()),
    }
}

fn one(tx: &mut Tx<'_>, here: &Here, case: &Case, author: ResidentId, step: &Step) -> Outcome<()> {
    let (told, seq) = (Told::of(step).word(), i64::from(case.version.0));
    tx.execute(
        "INSERT INTO case_notices (community_id, resident_id, case_id, told, seq, at_ms, is_read)
         SELECT r.community_id, r.resident_id, $2, $3, $4, $5, 0 FROM residents r
         WHERE r.community_id = $1 AND r.resident_id = $6
         ON CONFLICT DO NOTHING",
        params![here.community.0, case.id.0, told, seq, here.now.millis(), author.0],
    )?;
    Posting { room: "case", number: case.id.0, told, seq }.post(tx, here)
}
