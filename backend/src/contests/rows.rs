//! Rows of contests: one document each, guarded by its version.

use huiyin_domain::{
    contests::{Contest, Event, Scene},
    ids::{CommunityId, ContestId, Version},
    proposals::StageKind,
};

use crate::{
    failure::{Failure, Outcome},
    here::Here,
    proposals::counts::by_stage,
    store::{Row, Tx, params},
};

/// How many proposals a contest has, and how many of them can be voted for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ProposalCounts {
    /// All of them.
    pub n_proposals: u32,
    /// Those on the shortlist, also after the vote.
    pub n_shortlisted: u32,
    /// Those that won and have not ended as projects.
    pub n_unfinished: u32,
}

impl ProposalCounts {
    /// The circumstances of a decision about the contest.
    pub fn scene<'a>(&self, here: &'a Here) -> Scene<'a> {
        let (n_shortlisted, n_unfinished) = (self.n_shortlisted, self.n_unfinished);
        Scene { by: &here.viewer, now: here.now, n_shortlisted, n_unfinished }
    }
}

/// The name of a contest's stream of events.
pub fn stream(id: ContestId) -> String {
    format!("contest/{id}")
}

/// One contest.
pub fn load(tx: &mut Tx<'_>, community: CommunityId, id: ContestId) -> Outcome<Contest> {
    let row = tx.first(
        "SELECT state FROM contests WHERE community_id = $1 AND contest_id = $2",
        params![community.0, id.0],
    )?;
    read(&row.ok_or(Failure::MISSING)?)
}

/// All contests, newest first.
pub fn all(tx: &mut Tx<'_>, community: CommunityId) -> Outcome<Vec<Contest>> {
    let rows = tx.rows(
        "SELECT state FROM contests WHERE community_id = $1 ORDER BY contest_id DESC",
        params![community.0],
    )?;
    rows.iter().map(read).collect()
}

/// Stores a new contest.
pub fn insert(tx: &mut Tx<'_>, community: CommunityId, contest: &Contest) -> Outcome<()> {
    tx.execute(
        "INSERT INTO contests (community_id, contest_id, version, state) VALUES ($1, $2, $3, $4)",
        params![community.0, contest.id.0, contest.version.0, serde_json::to_string(contest)?],
    )?;
    Ok(())
}

/// Stores what an event made of a contest, and the event; refused when it has changed since.
pub fn change(
    tx: &mut Tx<'_>,
    here: &Here,
    before: Version,
    after: &Contest,
    event: &Event,
) -> Outcome<()> {
    let n_changed = tx.execute(
        "UPDATE contests SET version = $1, state = $2
         WHERE community_id = $3 AND contest_id = $4 AND version = $5",
        params![
            after.version.0,
            serde_json::to_string(after)?,
            here.community.0,
            after.id.0,
            before.0
        ],
    )?;
    if n_changed == 0 {
        return Err(Failure::stale(load(tx, here.community, after.id)?.version));
    }
    here.record(tx, &stream(after.id), event.name(), event, reason(event))
}

fn reason(event: &Event) -> Option<&str> {
    match event {
        Event::MovedOn { reason, .. } | Event::Postponed { reason, .. } => Some(reason.as_str()),
        Event::ExclusiveNamed { group } | Event::ExclusiveDropped { group } => {
            Some(group.reason.as_str())
        }
        Event::Created
        | Event::Objected { .. }
        | Event::ObjectionAnswered { .. }
        | Event::Counted
        | Event::Published => None,
    }
}

/// How many proposals a contest has.
pub fn count_proposals(
    tx: &mut Tx<'_>,
    community: CommunityId,
    id: ContestId,
) -> Outcome<ProposalCounts> {
    let mut counts = ProposalCounts::default();
    for (stage, n) in by_stage(tx, community, id)? {
        counts.n_proposals += n;
        if stage.is_on_ballot() {
            counts.n_shortlisted += n;
        }
        if matches!(stage, StageKind::Won | StageKind::InDelivery) {
            counts.n_unfinished += n;
        }
    }
    Ok(counts)
}

fn read(row: &Row) -> Outcome<Contest> {
    Ok(serde_json::from_str(row.text(0)?)?)
}

/// How many could have voted, frozen when the contest was counted.
pub fn n_eligible(tx: &mut Tx<'_>, here: &Here, id: ContestId) -> Outcome<Option<u32>> {
    let row = tx.first(
        "SELECT n_eligible FROM counts WHERE community_id = $1 AND contest_id = $2",
        params![here.community.0, id.0],
    )?;
    let Some(row) = row else { return Ok(None) };
    let n = row.int(0)?;
    u32::try_from(n).map(Some).map_err(|_| Failure::Broken(format!("{n} could have voted")))
}
