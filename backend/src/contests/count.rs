//! The count: ballots become a file, and the file is what is counted.

use std::collections::BTreeMap;

use huiyin_domain::{
    ballots::Marks,
    contests::{Command, Contest, Phase, published::read_published},
    counting::{
        BallotStyle, Ballots, Candidate, EXCLUSIVE_KEY, Election, Mark,
        pb::{self, ReadMode},
        tally,
    },
    hash::sha256_hex,
    ids::{CommunityId, ContestId, Version},
};

use super::judge;
use crate::{
    failure::{Failure, Outcome},
    here::Here,
    proposals, residents,
    store::{Tx, Value, params},
};

/// A contest that may be counted, with its ballots.
#[derive(Clone, Debug)]
pub struct Ready {
    contest: Contest,
    election: Election,
}

/// A count that is not stored yet.
#[derive(Clone, Debug)]
pub struct Counted {
    tally: String,
    n_ballots: u64,
    pb: String,
    sha256: String,
}

/// Takes the ballots out of the box, if this person may count now.
pub fn prepare(tx: &mut Tx<'_>, here: &Here, id: ContestId, version: Version) -> Outcome<Ready> {
    let contest = judge::at_version(tx, here, id, version)?;
    judge::decide(tx, here, &contest, Command::Count)?;
    let election = election(tx, here.community, &contest)?;
    Ok(Ready { contest, election })
}

/// Counts. Slow: outside of any transaction.
///
/// What is counted is the file as others will read it, not what it was written from.
pub fn count(ready: &Ready) -> Outcome<Counted> {
    let broken = |what: String| Failure::Broken(format!("contest {}: {what}", ready.contest.id));
    let pb = pb::write(&ready.election);
    pb::read_in(ReadMode::Strict, &pb).map_err(|problem| broken(problem.to_string()))?;
    let published = read_published(&pb).map_err(|problem| broken(problem.to_string()))?;
    let rules = ready.contest.rules.for_counting();
    let tally = tally(&published, &rules, &mut |_| true);
    let tally = tally.map_err(|stopped| broken(stopped.to_string()))?;
    Ok(Counted {
        n_ballots: tally.n_voters,
        tally: serde_json::to_string(&tally)?,
        sha256: sha256_hex(pb.as_bytes()),
        pb,
    })
}

/// Keeps a count; the contest's version was checked before.
pub fn store(tx: &mut Tx<'_>, here: &Here, id: ContestId, counted: &Counted) -> Outcome<()> {
    let n_eligible = residents::service::n_residents(tx, here.community)?;
    insert(tx, here.community, id, counted, n_eligible)
}

pub(super) fn insert(
    tx: &mut Tx<'_>,
    community: CommunityId,
    id: ContestId,
    counted: &Counted,
    n_eligible: u32,
) -> Outcome<()> {
    tx.execute(
        "INSERT INTO counts (community_id, contest_id, tally, ballots_pb, ballots_sha256,
             ballots_bytes, n_ballots, n_eligible)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        params![
            community.0,
            id.0,
            &counted.tally,
            &counted.pb,
            &counted.sha256,
            Value::whole(counted.pb.len() as u64)?,
            Value::whole(counted.n_ballots)?,
            n_eligible
        ],
    )?;
    Ok(())
}

impl Counted {
    /// A count that was made elsewhere, of an imported file.
    pub fn imported(tally: &huiyin_domain::counting::Tally, pb: &str) -> Outcome<Self> {
        Ok(Self {
            n_ballots: tally.n_voters,
            tally: serde_json::to_string(tally)?,
            sha256: sha256_hex(pb.as_bytes()),
            pb: pb.to_owned(),
        })
    }
}

/// The election that is in the box: what is on the ballot, and every ballot by its receipt.
pub fn election(tx: &mut Tx<'_>, community: CommunityId, contest: &Contest) -> Outcome<Election> {
    let mut projects = Vec::new();
    for proposal in proposals::rows::on_ballot(tx, community, contest.id)? {
        let Some(cost) = proposal.stage.cost() else { continue };
        let name = proposal.content.title.to_string();
        projects.push(Candidate {
            id: proposal.ballot_key,
            name,
            cost: cost.in_fen(),
            extra: Vec::new(),
        });
    }
    // What stands in the file must be what a reader of the file finds: nobody can rank more
    // proposals than there are.
    let style = contest.rules.ballot.among(projects.len());
    let ballots = ballots(tx, community, contest.id, style, &projects)?;
    Ok(Election {
        title: contest.title.to_string(),
        currency: contest.rules.currency.clone(),
        budget: contest.rules.budget.in_fen(),
        money_scale: 100,
        points_scale: 1,
        style,
        meta: meta(contest, &projects),
        projects,
        ballots,
    })
}

fn ballots(
    tx: &mut Tx<'_>,
    community: CommunityId,
    id: ContestId,
    style: BallotStyle,
    projects: &[Candidate],
) -> Outcome<Ballots> {
    let places: BTreeMap<&str, u32> =
        projects.iter().map(|project| project.id.as_str()).zip(0..).collect();
    let rows = tx.rows(
        "SELECT receipt, choices FROM ballots WHERE community_id = $1 AND contest_id = $2
         ORDER BY receipt, stamp",
        params![community.0, id.0],
    )?;
    let mut ballots = Ballots::default();
    let mut n_same: (String, u32) = (String::new(), 0);
    for row in rows {
        let receipt = row.text(0)?;
        n_same = (receipt.to_owned(), if n_same.0 == receipt { n_same.1 + 1 } else { 1 });
        // Two voters in a million million may get the same number; both ballots count.
        let voter = match n_same.1 {
            1 => receipt.to_owned(),
            n => format!("{receipt}-{n}"),
        };
        let marked: Marks = serde_json::from_str(row.text(1)?)?;
        let mark = |(key, points)| Some(Mark { project: *places.get(key)?, points });
        let marks: Option<Vec<Mark>> = marked.counted(style).into_iter().map(mark).collect();
        let marks = marks.ok_or_else(|| {
            Failure::Broken(format!("ballot {voter} names what is not on the ballot"))
        })?;
        ballots.push(voter, marks);
    }
    Ok(ballots)
}

/// What the file's head says besides; days as the format writes them.
fn meta(contest: &Contest, projects: &[Candidate]) -> Vec<(String, String)> {
    let day = |phase: Phase| {
        let at = contest.schedule.start(phase)?;
        Some(at.in_china().format("%d.%m.%Y").to_string())
    };
    let keys: Vec<String> = projects.iter().map(|project| project.id.clone()).collect();
    let lines = [
        (EXCLUSIVE_KEY, contest.rules.exclusive_line(&keys)),
        ("country", Some("China".to_owned())),
        ("instance", Some(contest.id.to_string())),
        ("date_begin", day(Phase::Voting)),
        ("date_end", day(Phase::Counting)),
    ];
    let given = lines.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?)));
    given.collect()
}
