//! The chain of one submission, as everybody may check it.

use huiyin_domain::{
    feedback::{
        Event, Submission,
        wire::{ChainLink, ChainPage},
    },
    hash::hex,
    ids::SubmissionId,
};

use crate::{
    failure::{Failure, Outcome},
    feedback,
    here::Here,
    moderation,
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
    let submission = feedback::rows::load(tx, here.community, id)?.submission;
    let links = events.into_iter().map(|event| link(tx, here, event, &submission));
    let links = links.collect::<Outcome<_>>()?;
    Ok(ChainPage { community: here.community_id(), stream, links })
}

/// A link as everybody may read it: while something of the submission is hidden, without that.
fn link(
    tx: &mut Tx<'_>,
    here: &Here,
    event: StoredEvent,
    submission: &Submission,
) -> Outcome<ChainLink> {
    let said: Event = serde_json::from_str(&event.body)?;
    let shown = moderation::words::veiled_event(tx, here.community, submission, said.clone())?;
    let is_covered = shown != said;
    let body = if is_covered { serde_json::to_string(&shown)? } else { event.body };
    Ok(ChainLink {
        seq: event.seq,
        at_ms: event.at_ms,
        role: event.actor_role,
        actor_mark: event.actor_mark.map(|mark| hex(&mark)).unwrap_or_default(),
        kind: event.kind,
        body,
        is_covered,
        // Why a text was changed stands in the facts, too, and is hidden with it.
        reason: event.reason.filter(|_| !is_covered || matches!(shown, Event::Moderated { .. })),
        hash: hex(&event.hash),
    })
}
