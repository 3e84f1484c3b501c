//! Replaying: does what is stored of a thing follow from what happened to it?

use huiyin_domain::{
    feedback::{self, Submission},
    ids::{CommunityId, ProposalId, SubmissionId, Version},
    proposals::{self, Proposal, Stage},
    time::Moment,
};

use super::verify::What;
use crate::{
    failure::{Failure, Outcome},
    feedback::rows as submissions,
    proposals::rows as proposals_rows,
    store::{Tx, events::StoredEvent, params},
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
        E::Sent(_) | E::Sorted { .. } | E::Escalated { .. } | E::AuthorLeft => false,
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

/// Does the proposal that is stored follow from its stream, and its co-signatures too? What it
/// says stands in no event, so that alone is taken as it is.
pub(super) fn proposal(
    tx: &mut Tx<'_>,
    community: CommunityId,
    id: ProposalId,
    events: &[StoredEvent],
) -> Outcome<Option<Found>> {
    let (stored, n_stored) = match proposals_rows::load(tx, community, id) {
        Ok(stored) => stored,
        Err(Failure::Problem(_)) => return Ok(Some((None, What::NotStored))),
        Err(Failure::Broken(why)) => return Ok(Some((None, What::Unreadable(why)))),
    };
    let (replayed, n_replayed) = match replay_proposal(&stored, events) {
        Ok(replayed) => replayed,
        Err(found) => return Ok(Some(found)),
    };
    if replayed != stored {
        return Ok(Some((events.last().map(|event| event.seq), What::State)));
    }
    let n_rows = tx.first(
        "SELECT COUNT(*) FROM co_signs WHERE community_id = $1 AND proposal_id = $2",
        params![community.0, id.0],
    )?;
    let n_rows = n_rows.map_or(Ok(0), |row| row.int(0))?;
    let is_right = n_replayed == i64::from(n_stored) && n_replayed == n_rows;
    let differs = || (None, What::CoSigns { told: n_replayed, stored: n_rows });
    Ok((!is_right).then(differs))
}

fn replay_proposal(stored: &Proposal, events: &[StoredEvent]) -> Result<(Proposal, i64), Found> {
    let begun = Proposal { version: Version::FIRST, stage: Stage::CoSigning, ..stored.clone() };
    let (mut replayed, mut n_co_signs) = (begun, 0);
    for stored in events {
        let seq = Some(stored.seq);
        let event: proposals::Event = serde_json::from_str(&stored.body)
            .map_err(|error| (seq, What::Unreadable(error.to_string())))?;
        if event.name() != stored.kind {
            return Err((seq, What::Kind));
        }
        match event {
            proposals::Event::CoSigned => n_co_signs += 1,
            proposals::Event::CoSignWithdrawn => n_co_signs -= 1,
            proposals::Event::Submitted if stored.seq != 1 => return Err((seq, What::Order)),
            // What was never voted on cannot lose; replaying it would be no answer.
            proposals::Event::NotSelected if replayed.stage.cost().is_none() => {
                return Err((seq, What::Order));
            }
            proposals::Event::Submitted
            | proposals::Event::Withdrawn
            | proposals::Event::Shortlisted { .. }
            | proposals::Event::SetAside { .. }
            | proposals::Event::Won { .. }
            | proposals::Event::NotSelected => {}
        }
        replayed = proposals::apply(&replayed, &event);
    }
    Ok((replayed, n_co_signs))
}
