//! Replaying proposals: their stages, co-signatures, authors, and every version of their text.

use std::collections::BTreeMap;

use huiyin_domain::{
    contests::Screening,
    ids::{CommunityId, ProposalId, Version},
    proposals::{self, Content, Event, FIRST_TEXT, Proposal},
};

use super::{replay::Found, verify::What};
use crate::{
    contests,
    failure::{Failure, Outcome},
    moderation,
    proposals::{rows, texts},
    store::{Tx, events::StoredEvent, params},
};

/// What the events of a proposal come to.
struct Replayed {
    proposal: Proposal,
    n_co_signs: i64,
    n_co_authors: usize,
    /// The hashes of its texts from the second on, by number, and at which event each came.
    texts: BTreeMap<u32, (String, i64)>,
}

/// Does the proposal that is stored follow from its stream, with its co-signatures and its texts?
/// Its first text stands in no event, and who joined its author in none that outlasts the person:
/// those alone are taken as they are.
pub(super) fn proposal(
    tx: &mut Tx<'_>,
    community: CommunityId,
    id: ProposalId,
    events: &[StoredEvent],
) -> Outcome<Option<Found>> {
    let (stored, n_stored) = match rows::load(tx, community, id) {
        Ok(stored) => stored,
        Err(Failure::Problem(_)) => return Ok(Some((None, What::NotStored))),
        Err(Failure::Broken(why)) => return Ok(Some((None, What::Unreadable(why)))),
    };
    let screening = contests::rows::load(tx, community, stored.contest)?.rules.screening;
    let replayed = match replay(&stored, screening, events) {
        Ok(replayed) => replayed,
        Err(found) => return Ok(Some(found)),
    };
    let n_authors = stored.co_authors.len();
    if replayed.proposal != stored || replayed.n_co_authors != n_authors {
        return Ok(Some((events.last().map(|event| event.seq), What::State)));
    }
    if let Some(found) = wrong_text(tx, community, &stored, &replayed)? {
        return Ok(Some(found));
    }
    let n_rows = tx.first(
        "SELECT COUNT(*) FROM co_signs WHERE community_id = $1 AND proposal_id = $2",
        params![community.0, id.0],
    )?;
    let n_rows = n_rows.map_or(Ok(0), |row| row.int(0))?;
    let n_told = replayed.n_co_signs;
    let is_right = n_told == i64::from(n_stored) && n_told == n_rows;
    let differs = || (None, What::CoSigns { told: n_told, stored: n_rows });
    Ok((!is_right).then(differs))
}

fn replay(
    stored: &Proposal,
    screening: Screening,
    events: &[StoredEvent],
) -> Result<Replayed, Found> {
    let begun = Proposal {
        version: Version::FIRST,
        text: FIRST_TEXT,
        review: None,
        merge: None,
        stage: proposals::first_stage(screening),
        ..stored.clone()
    };
    let texts = BTreeMap::new();
    let mut replayed = Replayed { proposal: begun, n_co_signs: 0, n_co_authors: 0, texts };
    for told in events {
        let seq = Some(told.seq);
        let event: Event = serde_json::from_str(&told.body)
            .map_err(|error| (seq, What::Unreadable(error.to_string())))?;
        if event.name() != told.kind {
            return Err((seq, What::Kind));
        }
        replayed.take(&event, told.seq).map_err(|what| (seq, what))?;
    }
    Ok(replayed)
}

impl Replayed {
    fn take(&mut self, event: &Event, seq: i64) -> Result<(), What> {
        match event {
            Event::CoSigned => self.n_co_signs += 1,
            Event::CoSignWithdrawn | Event::CoSignMoved => self.n_co_signs -= 1,
            Event::AuthorJoined => self.n_co_authors += 1,
            Event::AuthorLeft => {
                self.n_co_authors = self.n_co_authors.checked_sub(1).ok_or(What::Order)?;
            }
            Event::Edited { n, sha256, .. } => {
                if *n != self.proposal.text + 1 {
                    return Err(What::Order);
                }
                self.texts.insert(*n, (sha256.clone(), seq));
            }
            Event::Submitted if seq != 1 => return Err(What::Order),
            Event::Assessed { .. } if self.proposal.review.is_none() => return Err(What::Order),
            // What was never voted on cannot lose; replaying it would be no answer.
            Event::NotSelected
            | Event::Reserved { .. }
            | Event::Begun
            | Event::Delivered
            | Event::Stopped { .. }
                if self.proposal.stage.cost().is_none() =>
            {
                return Err(What::Order);
            }
            Event::Submitted
            | Event::Withdrawn
            | Event::Passed
            | Event::Returned { .. }
            | Event::RuledOut { .. }
            | Event::Qualified
            | Event::Admitted { .. }
            | Event::SentToReview { .. }
            | Event::Assessed { .. }
            | Event::Shortlisted { .. }
            | Event::SetAside { .. }
            | Event::MergeOffered { .. }
            | Event::MergeTakenBack
            | Event::MergeDeclined
            | Event::Merged { .. }
            | Event::Won { .. }
            | Event::Reserved { .. }
            | Event::CalledUp { .. }
            | Event::GivenBack { .. }
            | Event::NotSelected
            | Event::Begun
            | Event::Delivered
            | Event::Stopped { .. } => {}
        }
        self.proposal = proposals::apply(&self.proposal, event);
        Ok(())
    }
}

/// A text that is not the one whose hash the record gives; or the newest one, when it is not what
/// the proposal says.
fn wrong_text(
    tx: &mut Tx<'_>,
    community: CommunityId,
    stored: &Proposal,
    replayed: &Replayed,
) -> Outcome<Option<Found>> {
    let kept = texts::kept(tx, community, stored.id)?;
    let kept: BTreeMap<u32, Content> = kept.into_iter().map(|it| (it.n, it.content)).collect();
    // What is hidden of a text is kept apart, and the record's hash is of all of it.
    let hidden = moderation::covering::whole_texts(tx, community, stored.id)?;
    for (n, (sha256, seq)) in &replayed.texts {
        let is_it = hidden
            .get(n)
            .or_else(|| kept.get(n))
            .is_some_and(|content| content.sha256() == *sha256);
        if !is_it {
            return Ok(Some((Some(*seq), What::Text { n: *n })));
        }
    }
    let newest = kept.get(&stored.text);
    // Proposals from before texts were kept have none until the first change.
    let is_said = newest.map_or(kept.is_empty(), |content| *content == stored.content);
    Ok((!is_said).then_some((None, What::Text { n: stored.text })))
}
