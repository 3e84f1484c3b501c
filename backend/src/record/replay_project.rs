//! Replaying projects: their plan, their book, their stage, and how many residents have spoken.

use huiyin_domain::{
    delivery::{self, Event, Project, StageKind},
    ids::{CommunityId, ProposalId},
    time::Moment,
};

use super::{replay::Found, verify::What};
use crate::{
    delivery::{rows, voices},
    failure::{Failure, Outcome},
    store::{Tx, events::StoredEvent},
};

/// Does the project that is stored follow from its stream, with what residents said?
pub(super) fn project(
    tx: &mut Tx<'_>,
    community: CommunityId,
    id: ProposalId,
    events: &[StoredEvent],
) -> Outcome<Option<Found>> {
    let (replayed, n_spoken) = match replay(id, events) {
        Ok(replayed) => replayed,
        Err(found) => return Ok(Some(found)),
    };
    let stored = match rows::load(tx, community, id) {
        Ok(stored) => stored,
        Err(Failure::Problem(_)) => return Ok(Some((None, What::NotStored))),
        Err(Failure::Broken(why)) => return Ok(Some((None, What::Unreadable(why)))),
    };
    let n_kept = voices::count(tx, community, id, stored.n_rounds)?.n_all;
    let is_right = stored == replayed && n_kept == n_spoken;
    let differs = || (events.last().map(|event| event.seq), What::State);
    Ok((!is_right).then(differs))
}

/// The project after all its events and how often somebody spoke, or the first event that cannot
/// have happened.
fn replay(id: ProposalId, events: &[StoredEvent]) -> Result<(Project, u32), Found> {
    let mut replayed: Option<Project> = None;
    let mut n_spoken: u32 = 0;
    for stored in events {
        let seq = Some(stored.seq);
        let event: Event = serde_json::from_str(&stored.body)
            .map_err(|error| (seq, What::Unreadable(error.to_string())))?;
        if event.name() != stored.kind {
            return Err((seq, What::Kind));
        }
        if matches!(event, Event::Spoken { .. }) {
            n_spoken = n_spoken.saturating_add(1);
        }
        replayed = Some(match (&replayed, &event) {
            (None, Event::Begun(begun)) => delivery::started(id, begun),
            (None, _) | (Some(_), Event::Begun(_)) => return Err((seq, What::Order)),
            // Only what residents were asked about can be closed.
            (Some(before), Event::Closed { .. }) if before.stage.kind() != StageKind::Accepting => {
                return Err((seq, What::Order));
            }
            (Some(before), event) => {
                delivery::apply(before, event, Moment::from_millis(stored.at_ms))
            }
        });
    }
    replayed.map(|project| (project, n_spoken)).ok_or((None, What::Order))
}
