//! What a person may see of a contest and do with it, with what the rules need looked up.

use huiyin_domain::{
    contests::{self, Command, Contest, CountState, Event, Phase},
    ids::{ContestId, ProposalId, Version},
    refusals::Refusal,
};

use super::rows;
use crate::{
    failure::{Failure, Outcome},
    here::Here,
    proposals,
    store::Tx,
};

/// May this person see the contest at all? One that is being prepared is the organiser's.
pub fn is_visible(here: &Here, contest: &Contest) -> bool {
    contest.phase(here.now) != Phase::Preparing || here.viewer.organiser().is_some()
}

/// A contest that this person may see.
pub fn visible(tx: &mut Tx<'_>, here: &Here, id: ContestId) -> Outcome<Contest> {
    let contest = rows::load(tx, here.community, id)?;
    if is_visible(here, &contest) { Ok(contest) } else { Err(Failure::MISSING) }
}

/// A contest as it was when the command was decided on.
pub fn at_version(
    tx: &mut Tx<'_>,
    here: &Here,
    id: ContestId,
    version: Version,
) -> Outcome<Contest> {
    let contest = visible(tx, here, id)?;
    if contest.version == version { Ok(contest) } else { Err(Failure::stale(contest.version)) }
}

/// Decides a command without doing anything yet.
pub fn decide(tx: &mut Tx<'_>, here: &Here, contest: &Contest, command: Command) -> Outcome<Event> {
    if let Command::NameExclusive { proposals, .. } = &command {
        let on_ballot = proposals::rows::on_ballot(tx, here.community, contest.id)?;
        let shortlist: Vec<ProposalId> = on_ballot.iter().map(|it| it.id).collect();
        contests::all_shortlisted(proposals, &shortlist).map_err(Refusal::from)?;
    }
    let counts = rows::count_proposals(tx, here.community, contest.id)?;
    let scene = counts.scene(here);
    Ok(contests::decide(&scene, contest, command)?)
}

/// Is there a count that this person may see?
pub fn may_see_count(here: &Here, contest: &Contest) -> bool {
    match contest.count {
        CountState::NotYet => false,
        CountState::Counted { .. } => here.viewer.organiser().is_some(),
        CountState::Published { .. } => true,
    }
}
