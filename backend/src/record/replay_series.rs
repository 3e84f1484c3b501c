//! Replaying a series of councils: does what is stored of it follow from what happened to it?

use huiyin_domain::{
    councils::series::{self, Event, Series},
    ids::{CommunityId, SeriesId},
    time::Moment,
};

use super::{replay::Found, verify::What};
use crate::{
    failure::{Failure, Outcome},
    series::rows,
    store::{Tx, events::StoredEvent},
};

/// Does the series that is stored follow from its stream?
pub(super) fn series(
    tx: &mut Tx<'_>,
    community: CommunityId,
    id: SeriesId,
    events: &[StoredEvent],
) -> Outcome<Option<Found>> {
    let replayed = match replay(id, events) {
        Ok(replayed) => replayed,
        Err(found) => return Ok(Some(found)),
    };
    let stored = match rows::load(tx, community, id) {
        Ok(stored) => stored,
        Err(Failure::Problem(_)) => return Ok(Some((None, What::NotStored))),
        Err(Failure::Broken(why)) => return Ok(Some((None, What::Unreadable(why)))),
    };
    let differs = || (events.last().map(|event| event.seq), What::State);
    Ok((stored != replayed).then(differs))
}

/// The series after all its events, or the first event that cannot have happened.
fn replay(id: SeriesId, events: &[StoredEvent]) -> Result<Series, Found> {
    let mut replayed: Option<Series> = None;
    for stored in events {
        let seq = Some(stored.seq);
        let event: Event = serde_json::from_str(&stored.body)
            .map_err(|error| (seq, What::Unreadable(error.to_string())))?;
        if event.name() != stored.kind {
            return Err((seq, What::Kind));
        }
        replayed = Some(match (&replayed, &event) {
            (None, Event::Begun(begun)) => series::begin(id, begun),
            (None, _) | (Some(_), Event::Begun(_)) => return Err((seq, What::Order)),
            (Some(before), event) => {
                let after = series::apply(before, event, Moment::from_millis(stored.at_ms));
                if moves(event) && after.stage == before.stage {
                    return Err((seq, What::Order));
                }
                after
            }
        });
    }
    replayed.ok_or((None, What::Order))
}

/// Does an event change where a series stands? One that does not was out of its order.
fn moves(event: &Event) -> bool {
    match event {
        Event::Begun(_)
        | Event::Described { .. }
        | Event::TopicsChosen { .. }
        | Event::NeedsSet { .. }
        | Event::SlotsAdded { .. }
        | Event::SlotWithdrawn { .. } => false,
        Event::PollOpened { .. }
        | Event::PollExtended { .. }
        | Event::Scheduled { .. }
        | Event::Closed
        | Event::Cancelled { .. } => true,
    }
}
