//! Past elections: each becomes a finished contest that is read and recounted like any other.

pub mod finished;

use huiyin_domain::contests::Origin;
use huiyin_domain::counting::{CountingRule, Election};
use huiyin_domain::hash::sha256_hex;
use huiyin_domain::ids::{CommunityId, ContestId};

use self::finished::Past;
use crate::clock::Clock;
use crate::contests;
use crate::failure::Failure;
use crate::store::{Store, params};
use crate::trouble::{Trouble, broken};

/// What became of an import.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Imported {
    /// It is there now.
    New(ContestId),
    /// It was there before, and nothing was done.
    Already(ContestId),
}

/// Makes a finished contest of an election, unless the community has it; `file` is its name.
pub fn import(
    store: &Store,
    community: CommunityId,
    file: String,
    election: &Election,
    counting: CountingRule,
) -> Result<Imported, Trouble> {
    let place = finished::place_of(election);
    let past = Past {
        title: name_of(election, &file),
        origin: Origin::Imported { file, place },
        counting,
        n_eligible: None,
        places: Vec::new(),
        now: Clock::Real.now(),
    };
    store_past(store, community, election, &past)
}

/// Stores a past election as a finished contest, unless the community has it.
pub fn store_past(
    store: &Store,
    community: CommunityId,
    election: &Election,
    past: &Past,
) -> Result<Imported, Trouble> {
    let pb_text = finished::publish(election)?;
    if let Some(id) = already_there(store, community, &pb_text, past.counting)? {
        return Ok(Imported::Already(id));
    }
    let finished = finished::finish(&pb_text, past)?;
    let now = past.now;
    let id =
        store.write_now(move |tx| contests::import::import_finished(tx, community, &finished, now));
    id.map(Imported::New).map_err(broken)
}

/// The contest with this very file of ballots and this rule, if there is one.
fn already_there(
    store: &Store,
    community: CommunityId,
    pb_text: &str,
    counting: CountingRule,
) -> Result<Option<ContestId>, Trouble> {
    let sha256 = sha256_hex(pb_text.as_bytes());
    let found = store.read_now(move |tx| {
        let rows = tx.rows(
            "SELECT contest_id FROM counts WHERE community_id = $1 AND ballots_sha256 = $2
             ORDER BY contest_id",
            params![community.0, &sha256],
        )?;
        for row in rows {
            let id = u32::try_from(row.int(0)?).unwrap_or_default();
            let contest = contests::rows::load(tx, community, ContestId(id))?;
            if contest.rules.counting == counting {
                return Ok(Some(contest.id));
            }
        }
        Ok::<_, Failure>(None)
    });
    found.map_err(broken)
}

/// What the contest is called: what the file says of itself, else where and when, else its name.
fn name_of(election: &Election, file: &str) -> String {
    let told = election.title.trim();
    let place_and_year = ["unit", "subunit", "instance"].into_iter();
    let parts: Vec<&str> = place_and_year.filter_map(|key| election.meta(key)).collect();
    match (told.is_empty(), parts.is_empty()) {
        (true, true) => file.to_owned(),
        (true, false) => parts.join(" "),
        (false, _) if told.contains(|c: char| c.is_ascii_digit()) => told.to_owned(),
        (false, _) => format!("{told} {}", election.meta("instance").unwrap_or_default()),
    }
}
