//! Following: what comes by itself of how a proposal stands, whoever moved it.

use huiyin_domain::{
    coaching,
    ids::{CoachingId, CommunityId, ProposalId},
};

use super::{
    rows,
    service::{self, Known},
};
use crate::{failure::Outcome, here::Here, store::Tx};

/// Lets the coaching of a proposal follow what has just happened to it.
pub fn follow(tx: &mut Tx<'_>, here: &Here, proposal: ProposalId) -> Outcome<()> {
    match rows::open_of(tx, here, proposal)? {
        Some(open) => settle(tx, &here.by_itself(), open.id).map(drop),
        None => Ok(()),
    }
}

/// Those that have not ended; contests go on with the clock, and nobody tells their proposals.
pub fn open(tx: &mut Tx<'_>, community: CommunityId) -> Outcome<Vec<CoachingId>> {
    Ok(rows::all_open(tx, community)?.into_iter().map(|open| open.id).collect())
}

/// Does something follow by itself?
pub fn is_due(tx: &mut Tx<'_>, here: &Here, id: CoachingId) -> Outcome<bool> {
    let coaching = rows::load(tx, here.community, id)?;
    let known = Known::of(tx, here, (coaching.proposal, Some(id)), None)?;
    Ok(coaching::follows(&known.scene(here), &coaching, None).is_some())
}

/// Lets follow what follows by itself; `true` when something did.
pub fn settle(tx: &mut Tx<'_>, here: &Here, id: CoachingId) -> Outcome<bool> {
    let before = rows::load(tx, here.community, id)?;
    let known = Known::of(tx, here, (before.proposal, Some(id)), None)?;
    match coaching::follows(&known.scene(here), &before, None) {
        Some(event) => {
            service::happen(tx, here, &known.proposal, &before, &event)?;
            Ok(true)
        }
        None => Ok(false),
    }
}
