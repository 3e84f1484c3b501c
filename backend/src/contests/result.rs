//! Results: what was counted, as it was published.

use std::collections::BTreeMap;

use huiyin_domain::{
    contests::{Contest, wire::ResultPage},
    counting::{Tally, pb},
    hash::sha256_hex,
    ids::{ContestId, SubmissionId},
};

use super::{judge, rows::n_eligible};
use crate::{
    failure::{Failure, Outcome},
    here::Here,
    moderation, proposals,
    store::{Tx, params},
};

/// With fewer ballots than this only the outcome is published: each could be told to a person.
pub const PUBLISHED_BALLOTS_MIN: u64 = 5;

/// The contest, if its count may be seen by whoever asks.
fn counted(tx: &mut Tx<'_>, here: &Here, id: ContestId) -> Outcome<Contest> {
    let contest = judge::visible(tx, here, id)?;
    if judge::may_see_count(here, &contest) { Ok(contest) } else { Err(Failure::MISSING) }
}

/// The stored tally, when the contest was counted.
pub fn tally(tx: &mut Tx<'_>, here: &Here, id: ContestId) -> Outcome<Option<Tally>> {
    let row = tx.first(
        "SELECT tally FROM counts WHERE community_id = $1 AND contest_id = $2",
        params![here.community.0, id.0],
    )?;
    row.map(|row| Ok(serde_json::from_str(row.text(0)?)?)).transpose()
}

/// The result, step by step.
pub fn page(tx: &mut Tx<'_>, here: &Here, slug: &str, id: ContestId) -> Outcome<ResultPage> {
    let contest = counted(tx, here, id)?;
    let tally = tally(tx, here, id)?.ok_or(Failure::MISSING)?;
    let (ballots_sha256, ballots_bytes) = match tally.n_voters < PUBLISHED_BALLOTS_MIN {
        true => (String::new(), 0),
        false => fingerprint(tx, here, id)?,
    };
    Ok(ResultPage {
        contest: id,
        title: contest.title.to_string(),
        origin: contest.origin,
        schedule: contest.schedule,
        seal: contest.rules.seal(),
        rules: contest.rules,
        count: contest.count,
        proposals: proposals::pages::ballot_cards(tx, here, id)?,
        ballots_path: format!("/communities/{slug}/contests/{id}/ballots.pb?v={ballots_sha256}"),
        ballots_sha256,
        ballots_bytes,
        n_eligible: n_eligible(tx, here, id)?.unwrap_or_default(),
        tally,
    })
}

/// May everybody have the file of ballots?
pub fn is_public(tx: &mut Tx<'_>, here: &Here, id: ContestId) -> Outcome<bool> {
    Ok(counted(tx, here, id)?.is_published())
}

/// The hash and the length of the file of ballots as everybody may have it. The file itself can be
/// large: it is read only where a name in it was hidden since.
fn fingerprint(tx: &mut Tx<'_>, here: &Here, id: ContestId) -> Outcome<(String, u64)> {
    let names = hidden_names(tx, here, id)?;
    if !names.is_empty() {
        let shown = renamed(id, &stored(tx, here, id)?, names)?;
        return Ok((sha256_hex(shown.as_bytes()), shown.len() as u64));
    }
    let row = tx.first(
        "SELECT ballots_sha256, ballots_bytes FROM counts
         WHERE community_id = $1 AND contest_id = $2",
        params![here.community.0, id.0],
    )?;
    let row = row.ok_or(Failure::MISSING)?;
    Ok((row.text(0)?.to_owned(), row.whole(1)?))
}

fn stored(tx: &mut Tx<'_>, here: &Here, id: ContestId) -> Outcome<String> {
    let row = tx.first(
        "SELECT ballots_pb FROM counts WHERE community_id = $1 AND contest_id = $2",
        params![here.community.0, id.0],
    )?;
    Ok(row.ok_or(Failure::MISSING)?.text(0)?.to_owned())
}

/// What is read in the place of the names of proposals on the ballot of which something is hidden,
/// by the name they have in the tally.
fn hidden_names(tx: &mut Tx<'_>, here: &Here, id: ContestId) -> Outcome<BTreeMap<String, String>> {
    let hidden = moderation::covering::hidden(tx, here.community)?;
    let mut names = BTreeMap::new();
    if hidden.is_empty() {
        return Ok(names);
    }
    for proposal in proposals::rows::on_ballot(tx, here.community, id)? {
        if hidden.contains(&SubmissionId(proposal.id.0)) {
            names.insert(proposal.ballot_key, proposal.content.title.to_string());
        }
    }
    Ok(names)
}

/// The file of ballots as it was counted, but for the names of proposals of which the words were
/// hidden since. What was counted by them does not change.
fn renamed(id: ContestId, counted: &str, mut names: BTreeMap<String, String>) -> Outcome<String> {
    let broken = |problem| Failure::Broken(format!("the ballots of contest {id}: {problem:?}"));
    let mut election = pb::read(counted).map_err(broken)?;
    for project in &mut election.projects {
        if let Some(name) = names.remove(&project.id) {
            project.name = name;
        }
    }
    Ok(pb::write(&election))
}

/// The file of all ballots, as everybody may have it.
pub fn ballots_pb(tx: &mut Tx<'_>, here: &Here, id: ContestId) -> Outcome<String> {
    counted(tx, here, id)?;
    let row = tx.first(
        "SELECT n_ballots FROM counts WHERE community_id = $1 AND contest_id = $2",
        params![here.community.0, id.0],
    )?;
    let row = row.ok_or(Failure::MISSING)?;
    if row.whole(0)? < PUBLISHED_BALLOTS_MIN {
        return Err(Failure::MISSING);
    }
    let (names, counted) = (hidden_names(tx, here, id)?, stored(tx, here, id)?);
    if names.is_empty() { Ok(counted) } else { renamed(id, &counted, names) }
}
