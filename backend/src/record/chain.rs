//! The chain of one submission, as everybody may check it.

use huiyin_domain::{
    feedback::wire::{ChainLink, ChainPage},
    hash::hex,
    ids::SubmissionId,
};

use crate::{
    failure::{Failure, Outcome},
    feedback,
    here::Here,
    store::{
        Tx,
        events::{self, StoredEvent},
    },
};

/// The chain of a submission from its first event to its last; it names nobody.
pub fn page(tx: &mut Tx<'_>, here: &Here, id: SubmissionId) -> Outcome<ChainPage> {
    let stream = feedback::rows::stream(id);
    let events = events::of_stream(tx, here.community_id(), &stream)?;
    if events.is_empty() {
        return Err(Failure::MISSING);
    }
    let links = events.into_iter().map(link).collect();
    Ok(ChainPage { community: here.community_id(), stream, links })
}

fn link(event: StoredEvent) -> ChainLink {
    ChainLink {
        seq: event.seq,
        at_ms: event.at_ms,
        role: event.actor_role,
        actor_mark: event.actor_mark.map(|mark| hex(&mark)).unwrap_or_default(),
        kind: event.kind,
        body: event.body,
        reason: event.reason,
        hash: hex(&event.hash),
    }
}
