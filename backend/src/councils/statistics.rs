//! Statistics of councils: who came, and whether it reaches those it never reached.

use huiyin_domain::{
    councils::meeting::{
        statistics::{Chances, Shown, figures, shown_share, trend},
        wire::StatisticsPage,
    },
    ids::CommunityId,
};

use super::{rows, sittings};
use crate::{failure::Outcome, here::Here, store::Tx};

/// Sessions on the page: those of some years.
const SESSIONS_MOST: u32 = 60;

/// The statistics of a community, for everybody.
pub fn page(tx: &mut Tx<'_>, here: &Here) -> Outcome<StatisticsPage> {
    let counted = sittings::newest(tx, here.community, SESSIONS_MOST)?;
    let first = counted.iter().flat_map(|it| &it.came).filter(|came| came.is_first_time);
    let n_first_chance = first.clone().filter(|came| came.never_had_a_chance).count();
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let chances = chances(tx, here.community)?;
    let sessions: Vec<_> = counted.iter().map(figures).collect();
    // What one session alone hides could be read from the sum of all.
    let n_hidden = sessions.iter().filter(|it| it.n_first_chance == Shown::Hidden).count();
    let n_first_chance = match n_hidden {
        1 => Shown::Hidden,
        _ => Shown::of(count(n_first_chance)),
    };
    Ok(StatisticsPage {
        on: here.today(),
        n_first_time: count(first.count()),
        n_first_chance,
        sessions,
        trend: trend(&chances),
        chances,
    })
}

/// Who had no chance, series by series, the oldest first.
fn chances(tx: &mut Tx<'_>, community: CommunityId) -> Outcome<Vec<Chances>> {
    let mut chances = Vec::new();
    for (series, n_without, n_answered) in sittings::planned(tx, community)? {
        let councils = rows::of_series(tx, community, series)?;
        let Some(first) = councils.into_iter().next() else { continue };
        let (n_reached, n_never) = sittings::reached(tx, community, series)?;
        chances.push(Chances {
            series,
            title: first.title,
            day: first.hours.day,
            without: shown_share(n_without, n_answered),
            reached: shown_share(n_reached, n_never),
        });
    }
    Ok(chances)
}
