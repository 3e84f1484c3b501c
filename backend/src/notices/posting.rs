//! Posting: what was told of a council, a series, a coaching or a case goes out on the ways that
//! people chose.

use huiyin_domain::notices::{Route, awaits_the_day};

use crate::{
    failure::Outcome,
    here::Here,
    store::{Tx, params},
};

/// One thing that is told, as it stands in the notices of its room.
pub(crate) struct Posting {
    /// The room: its notices are the table `{room}_notices`, their subject the column `{room}_id`.
    pub room: &'static str,
    /// The number of the council, the series, the coaching or the case.
    pub number: u32,
    /// What is told, in a word.
    pub told: &'static str,
    /// The version it came with.
    pub seq: i64,
}

impl Posting {
    /// Puts it into the outbox for each resident who has the notice and chose a way; who chose
    /// none reads it in the inbox. Done once more, it puts nothing there a second time.
    pub fn post(&self, tx: &mut Tx<'_>, here: &Here) -> Outcome<()> {
        let Self { room, number, told, seq } = *self;
        for route in Route::ALL {
            let column = match route {
                Route::Email => "by_email",
                Route::Sms => "by_sms",
                Route::Push => "by_push",
            };
            tx.execute(
                &format!(
                    "INSERT INTO outbox (community_id, kind, person_id, room, number, told, seq,
                         route, state, due_ms, created_ms, n_tries)
                     SELECT n.community_id, c.kind, n.resident_id, '{room}', n.{room}_id,
                         n.told, n.seq, $5, 'waiting', $6, $7, 0
                     FROM notice_choices c JOIN {room}_notices n
                         ON n.community_id = c.community_id AND c.kind = 'resident'
                             AND n.resident_id = c.person_id
                     WHERE c.community_id = $1 AND n.{room}_id = $2 AND n.told = $3
                         AND n.seq = $4 AND c.{column} = 1
                     ON CONFLICT DO NOTHING"
                ),
                params![
                    here.community.0,
                    number,
                    told,
                    seq,
                    route.word(),
                    awaits_the_day(here.now).millis(),
                    here.now.millis()
                ],
            )?;
        }
        Ok(())
    }
}
