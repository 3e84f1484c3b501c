//! Rows of projects: one document each, guarded by its version.

use huiyin_domain::{
    delivery::{Event, Project},
    ids::{CommunityId, ContestId, ProposalId, Version},
};

use crate::{
    failure::{Failure, Outcome},
    here::Here,
    store::{Row, Tx, params},
};

/// The name of a project's stream of events.
pub fn stream(id: ProposalId) -> String {
    format!("project/{id}")
}

fn read(row: &Row) -> Outcome<Project> {
    Ok(serde_json::from_str(row.text(0)?)?)
}

/// One project, or nothing.
pub fn find(tx: &mut Tx<'_>, community: CommunityId, id: ProposalId) -> Outcome<Option<Project>> {
    let row = tx.first(
        "SELECT state FROM projects WHERE community_id = $1 AND project_id = $2",
        params![community.0, id.0],
    )?;
    row.as_ref().map(read).transpose()
}

/// One project.
pub fn load(tx: &mut Tx<'_>, community: CommunityId, id: ProposalId) -> Outcome<Project> {
    find(tx, community, id)?.ok_or(Failure::MISSING)
}

/// As many projects as a list shows, those that go on first, the newest first.
pub fn all(tx: &mut Tx<'_>, community: CommunityId) -> Outcome<Vec<Project>> {
    let rows = tx.rows(
        "SELECT state FROM projects WHERE community_id = $1
         ORDER BY CASE WHEN stage_kind IN ('underway', 'accepting') THEN 0 ELSE 1 END,
             project_id DESC LIMIT 500",
        params![community.0],
    )?;
    rows.iter().map(read).collect()
}

/// Every project there is, by number.
pub fn every(tx: &mut Tx<'_>, community: CommunityId) -> Outcome<Vec<Project>> {
    let rows = tx.rows(
        "SELECT state FROM projects WHERE community_id = $1 ORDER BY project_id",
        params![community.0],
    )?;
    rows.iter().map(read).collect()
}

/// Those of one contest, by number.
pub fn of_contest(
    tx: &mut Tx<'_>,
    community: CommunityId,
    contest: ContestId,
) -> Outcome<Vec<Project>> {
    let rows = tx.rows(
        "SELECT state FROM projects WHERE community_id = $1 AND contest_id = $2
         ORDER BY project_id",
        params![community.0, contest.0],
    )?;
    rows.iter().map(read).collect()
}

/// Stores a new project and how it began.
pub fn insert(tx: &mut Tx<'_>, here: &Here, project: &Project, event: &Event) -> Outcome<()> {
    tx.execute(
        "INSERT INTO projects (community_id, project_id, contest_id, version, stage_kind, state)
         VALUES ($1, $2, $3, $4, $5, $6)",
        params![
            here.community.0,
            project.id.0,
            project.contest.0,
            project.version.0,
            project.stage.kind().word(),
            serde_json::to_string(project)?
        ],
    )?;
    record(tx, here, project.id, event)
}

/// Stores what an event made of a project, and the event; refused when it has changed since.
pub fn change(
    tx: &mut Tx<'_>,
    here: &Here,
    before: Version,
    after: &Project,
    event: &Event,
) -> Outcome<()> {
    let n_changed = tx.execute(
        "UPDATE projects SET version = $1, stage_kind = $2, state = $3
         WHERE community_id = $4 AND project_id = $5 AND version = $6",
        params![
            after.version.0,
            after.stage.kind().word(),
            serde_json::to_string(after)?,
            here.community.0,
            after.id.0,
            before.0
        ],
    )?;
    if n_changed == 0 {
        return Err(Failure::stale(load(tx, here.community, after.id)?.version));
    }
    record(tx, here, after.id, event)
}

/// Puts what happened to a project into the record.
pub fn record(tx: &mut Tx<'_>, here: &Here, id: ProposalId, event: &Event) -> Outcome<()> {
    let reason = event.reason().map(|reason| reason.as_str());
    here.record(tx, &stream(id), event.name(), event, reason)
}
