//! Replaying councils: does what is stored of one follow from its stream, and its seats too?

use huiyin_domain::{
    councils::meeting::{self, Council, Event},
    ids::{CommunityId, CouncilId},
    time::Moment,
};

use super::{replay::Found, verify::What};
use crate::{
    councils::{people, rows},
    failure::{Failure, Outcome},
    store::{Tx, events::StoredEvent},
};

/// Does the council that is stored follow from its stream, with somebody behind each number?
pub(super) fn council(
    tx: &mut Tx<'_>,
    community: CommunityId,
    id: CouncilId,
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
    let known = people::all(tx, community, id)?;
    let has_all = replayed.attendees.iter().all(|it| known.contains_key(&it.number));
    let is_right = stored == replayed && has_all && known.len() == replayed.attendees.len();
    let differs = || (events.last().map(|event| event.seq), What::State);
    Ok((!is_right).then(differs))
}

/// The council after all its events, or the first event that cannot have happened.
fn replay(id: CouncilId, events: &[StoredEvent]) -> Result<Council, Found> {
    let mut replayed: Option<Council> = None;
    for stored in events {
        let seq = Some(stored.seq);
        let event: Event = serde_json::from_str(&stored.body)
            .map_err(|error| (seq, What::Unreadable(error.to_string())))?;
        if event.name() != stored.kind {
            return Err((seq, What::Kind));
        }
        let at = Moment::from_millis(stored.at_ms);
        replayed = Some(match (&replayed, &event) {
            (None, Event::Scheduled(scheduled)) => meeting::begin(id, scheduled, at),
            (None, _) | (Some(_), Event::Scheduled(_)) => return Err((seq, What::Order)),
            (Some(before), event) => {
                let after = meeting::apply(before, event, at);
                if moves(event) && after.stage == before.stage {
                    return Err((seq, What::Order));
                }
                after
            }
        });
    }
    replayed.ok_or((None, What::Order))
}

/// Does an event change where a council stands? One that does not was out of its order.
fn moves(event: &Event) -> bool {
    match event {
        Event::Noticed
        | Event::Opened
        | Event::SessionClosed { .. }
        | Event::MinutesPublished { .. }
        | Event::Closed { .. }
        | Event::Cancelled { .. } => true,
        Event::Scheduled(_)
        | Event::AgendaSet { .. }
        | Event::Moved { .. }
        | Event::LinkChanged { .. }
        | Event::FacilitatorReplaced { .. }
        | Event::Answered { .. }
        | Event::Declined { .. }
        | Event::CheckedIn { .. }
        | Event::CheckInUndone { .. }
        | Event::OpinionRecorded { .. }
        | Event::Resolved { .. }
        | Event::FollowedUp { .. }
        | Event::ReportedDone { .. }
        | Event::SaidDone { .. }
        | Event::SaidNotDone { .. }
        | Event::Returned { .. } => false,
    }
}
