//! Reading: what was told of a series, a coaching or a case, once it was shown.

use huiyin_domain::{ids::ResidentId, time::Moment};

use crate::{
    failure::Outcome,
    here::Here,
    store::{Tx, params},
};

/// The notices of a room: the table `{room}_notices`, their subject the column `{room}_id`.
#[derive(Clone, Copy)]
pub(super) struct Told {
    room: &'static str,
}

impl Told {
    /// Of series of councils.
    pub const OF_SERIES: Self = Self { room: "series" };
    /// Of coachings.
    pub const OF_COACHINGS: Self = Self { room: "coaching" };
    /// Of cases of moderation.
    pub const OF_CASES: Self = Self { room: "case" };

    /// Reads what a resident was told of one up to a version, as it was shown on its page.
    pub fn read(
        self,
        tx: &mut Tx<'_>,
        here: &Here,
        resident: ResidentId,
        (number, until_seq): (u32, i64),
    ) -> Outcome<()> {
        let Self { room } = self;
        tx.execute(
            &format!(
                "UPDATE {room}_notices SET is_read = 1
                 WHERE community_id = $1 AND resident_id = $2 AND {room}_id = $3 AND seq <= $4
                     AND is_read = 0"
            ),
            params![here.community.0, resident.0, number, until_seq],
        )?;
        Ok(())
    }

    /// Reads what a resident was told of all up to a moment.
    pub fn read_all(
        self,
        tx: &mut Tx<'_>,
        here: &Here,
        resident: ResidentId,
        until: Moment,
    ) -> Outcome<()> {
        let Self { room } = self;
        tx.execute(
            &format!(
                "UPDATE {room}_notices SET is_read = 1
                 WHERE community_id = $1 AND resident_id = $2 AND at_ms <= $3 AND is_read = 0"
            ),
            params![here.community.0, resident.0, until.millis()],
        )?;
        Ok(())
    }
}
