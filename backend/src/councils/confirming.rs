//! Confirming: whom the office asks whether a resolution is done, and who has said so.

use huiyin_domain::{
    councils::meeting::{Council, Event},
    ids::{CommunityId, ResidentId, SeriesId},
    refusals::Refusal,
};

use super::{chances, rows};
use crate::{
    failure::{Failure, Outcome},
    here::Here,
    store::{Tx, params},
};

/// What a decision needs to know of somebody who says whether something is done.
#[derive(Clone, Debug, Default)]
pub struct Voice {
    /// Did they suggest or support a topic of the series?
    pub backs_a_topic: bool,
    /// The resolutions of whose last report they have said something already.
    pub has_said: Vec<u32>,
}

impl Voice {
    /// Looked up for a council that has reported something as done; otherwise nobody is asked.
    pub fn of(
        tx: &mut Tx<'_>,
        community: CommunityId,
        council: &Council,
        resident: ResidentId,
    ) -> Outcome<Self> {
        if council.resolutions.iter().all(|it| it.reports.is_empty()) {
            return Ok(Self::default());
        }
        let found = tx.rows(
            "SELECT resolution, report FROM resolution_words
             WHERE community_id = $1 AND council_id = $2 AND resident_id = $3",
            params![community.0, council.id.0, resident.0],
        )?;
        let mut has_said = Vec::new();
        for row in &found {
            let (resolution, report) = (rows::number(row, 0)?, rows::number(row, 1)?);
            if n_reports(council, resolution)? == report {
                has_said.push(resolution);
            }
        }
        let backers = backers(tx, community, council.series)?;
        Ok(Self { backs_a_topic: backers.contains(&resident), has_said })
    }
}

/// Those who suggested or supported a topic of a series, and have not left.
pub fn backers(
    tx: &mut Tx<'_>,
    community: CommunityId,
    series: SeriesId,
) -> Outcome<Vec<ResidentId>> {
    let Some(series) = chances::series(tx, community, series)? else { return Ok(Vec::new()) };
    let mut backers = Vec::new();
    for topic in series.topics {
        let found = tx.rows(
            "SELECT author_id FROM submissions
             WHERE community_id = $1 AND submission_id = $2 AND author_id IS NOT NULL
             UNION SELECT resident_id FROM topic_supports
             WHERE community_id = $1 AND submission_id = $2",
            params![community.0, topic.0],
        )?;
        for row in &found {
            backers.push(ResidentId(rows::number(row, 0)?));
        }
    }
    backers.sort_unstable();
    backers.dedup();
    Ok(backers)
}

/// Writes down who has said something; refused by the database when they have before.
pub fn keep(tx: &mut Tx<'_>, here: &Here, before: &Council, event: &Event) -> Outcome<()> {
    let (Event::SaidDone { resolution } | Event::SaidNotDone { resolution, .. }) = event else {
        return Ok(());
    };
    let resident = here.viewer.resident().ok_or(Refusal::ResidentsOnly)?;
    tx.execute(
        "INSERT INTO resolution_words (community_id, council_id, resolution, report, resident_id)
         VALUES ($1, $2, $3, $4, $5)",
        params![
            here.community.0,
            before.id.0,
            *resolution,
            n_reports(before, *resolution)?,
            resident.0
        ],
    )?;
    Ok(())
}

/// Forgets who has spoken; what was counted stays, since it names nobody.
pub fn forget(tx: &mut Tx<'_>, here: &Here, resident: ResidentId) -> Outcome<()> {
    tx.execute(
        "DELETE FROM resolution_words WHERE community_id = $1 AND resident_id = $2",
        params![here.community.0, resident.0],
    )?;
    Ok(())
}

/// How often a resolution was reported as done.
fn n_reports(council: &Council, resolution: u32) -> Outcome<u32> {
    let it = council.resolutions.iter().find(|it| it.number == resolution);
    let n = it.map_or(0, |it| it.reports.len());
    u32::try_from(n).map_err(|_| Failure::Broken(format!("{n} reports")))
}
