//! Chances: whom the chosen times left one, kept for the next plan.

use std::collections::BTreeMap;

use huiyin_domain::{
    councils::series::Chance,
    ids::{CommunityId, ResidentId, SeriesId},
};

use super::rows;
use crate::{
    failure::Outcome,
    here::Here,
    store::{Tx, params},
};

/// What the plans of other series left to each resident.
pub fn in_others(
    tx: &mut Tx<'_>,
    community: CommunityId,
    this: SeriesId,
) -> Outcome<BTreeMap<ResidentId, Vec<Chance>>> {
    let found = tx.rows(
        "SELECT resident_id, series_id, had_one FROM series_chances
         WHERE community_id = $1 AND series_id <> $2 ORDER BY series_id",
        params![community.0, this.0],
    )?;
    let mut chances: BTreeMap<ResidentId, Vec<Chance>> = BTreeMap::new();
    for row in &found {
        let series = SeriesId(rows::number(row, 1)?);
        let chance = Chance { series, had_one: row.flag(2)? };
        chances.entry(rows::resident(row, 0)?).or_default().push(chance);
    }
    Ok(chances)
}

/// Keeps what a plan leaves to each resident it was made for.
pub fn keep(
    tx: &mut Tx<'_>,
    here: &Here,
    id: SeriesId,
    chances: impl IntoIterator<Item = (ResidentId, bool)>,
) -> Outcome<()> {
    for (resident, had_one) in chances {
        tx.execute(
            "INSERT INTO series_chances (community_id, series_id, resident_id, had_one)
             VALUES ($1, $2, $3, $4)",
            params![here.community.0, id.0, resident.0, had_one],
        )?;
    }
    Ok(())
}
