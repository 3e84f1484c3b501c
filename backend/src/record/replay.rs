//! Replaying: does what is stored of a thing follow from what happened to it?

use huiyin_domain::{
    feedback::{self, Submission},
    ids::{CommunityId, SubmissionId},
    time::Moment,
};

use super::verify::What;
use crate::{
    failure::{Failure, Outcome},
    feedback::rows as submissions,
    store::{Tx, events::StoredEvent},
};

/// What was found at a place of a stream; at none, where it is about the stream as a whole.
pub(super) type Found = (Option<i64>, What);

/// Does the submission that is stored follow from its stream?
pub(super) fn submission(
    tx: &mut Tx<'_>,
    community: CommunityId,
    id: SubmissionId,
    events: &[StoredEvent],
) -> Outcome<Option<Found>> {
    let replayed = match replay_submission(id, events) {
        Ok(replayed) => replayed,
        Err(found) => return Ok(Some(found)),
    };
    let stored = match submissions::load(tx, community, id) {
        Ok(kept) => kept.submission,
        Err(Failure::Problem(_)) => return Ok(Some((None, What::NotStored))),
        Err(Failure::Broken(why)) => return Ok(Some((None, What::Unreadable(why)))),
    };
    let differs = || (events.last().map(|event| event.seq), What::State);
    Ok((stored != replayed).then(differs))
}

/// The submission after all its events, or the first event that cannot have happened.
fn replay_submission(id: SubmissionId, events: &[StoredEvent]) -> Result<Submission, Found> {
    let mut replayed: Option<Submission> = None;
    for stored in events {
        let seq = Some(stored.seq);
        let event: feedback::Event = serde_json::from_str(&stored.body)
            .map_err(|error| (seq, What::Unreadable(error.to_string())))?;
        if event.name() != stored.kind {
            return Err((seq, What::Kind));
        }
        replayed = Some(match (&replayed, &event) {
            (None, feedback::Event::Sent(sent)) => feedback::begin(id, sent),
            (None, _) | (Some(_), feedback::Event::Sent(_)) => return Err((seq, What::Order)),
            (Some(before), event) => {
                let after = feedback::apply(before, event, Moment::from_millis(stored.at_ms));
                if moves(event) && after.stage == before.stage {
                    return Err((seq, What::Order));
                }
                after
            }
        });
    }
    replayed.ok_or((None, What::Order))
}

/// Does an event change where a submission stands? One that does not was out of its order.
fn moves(event: &feedback::Event) -> bool {
    use feedback::Event as E;
    match event {
        E::Sent(_)
        | E::Sorted { .. }
        | E::Escalated { .. }
        | E::AuthorLeft
        | E::InContest { .. }
        | E::InProject { .. }
        | E::Moderated { .. }
        | E::Rewritten { .. } => false,
        E::Acknowledged { .. }
        | E::PassedOn { .. }
        | E::Extended { .. }
        | E::Answered { .. }
        | E::Upheld { .. }
        | E::Shortlisted { .. }
        | E::Appealed { .. }
        | E::Reported { .. }
        | E::Delivered { .. }
        | E::Reopened { .. }
        | E::Confirmed { .. }
        | E::Withdrawn
        | E::ClosedWithoutAuthor { .. } => true,
    }
}
