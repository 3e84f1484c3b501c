//! `huiyin import`: a past election becomes a finished contest that is read and recounted here.

use std::path::{Path, PathBuf};

use clap::Args;
use huiyin_domain::contests::Origin;
use huiyin_domain::counting::{Completion, CountingRule, Election, Utility};
use huiyin_domain::hash::sha256_hex;
use huiyin_domain::ids::{CommunityId, ContestId};

use super::database::{self, DatabaseArgs, broken};
use super::finished::{self, Past};
use super::{Trouble, pb_file, tally};
use crate::clock::Clock;
use crate::contests;
use crate::failure::Failure;
use crate::store::{Store, params};

/// What is imported, and where to.
#[derive(Args, Debug)]
pub struct ImportArgs {
    /// The election: a Pabulib file, .pb or .pb.gz
    file: PathBuf,
    /// The community in which it is shown, by its name in addresses
    #[arg(long, value_name = "SLUG")]
    community: String,
    /// How it is counted here [default: as the file says]
    #[arg(long, value_parser = ["greedy", "equal-shares"])]
    rule: Option<String>,
    /// What a project is worth to its supporters: what it costs, or one each
    #[arg(long, default_value = "cost", value_parser = ["cost", "cardinality"])]
    utility: String,
    /// What happens to the money that equal shares leave over [default: add1]
    #[arg(long, value_parser = tally::COMPLETIONS)]
    completion: Option<String>,
    #[command(flatten)]
    database: DatabaseArgs,
}

/// What became of an import.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Imported {
    /// It is there now.
    New(ContestId),
    /// It was there before, and nothing was done.
    Already(ContestId),
}

/// Imports the file and says where it is to be found.
pub fn run(args: &ImportArgs) -> Result<(), Trouble> {
    let election = pb_file::read_election(&args.file)?;
    let rule = args.counting(&election)?;
    let store = args.database.open()?;
    let community = database::community(&store, &args.community)?;
    let slug = &community.slug;
    match import(&store, community.id, &args.file, &election, rule)? {
        Imported::New(id) => println!("Imported as contest {id} of {slug}."),
        Imported::Already(id) => {
            println!("This election is already contest {id} of {slug}: nothing was done.");
        }
    }
    Ok(())
}

impl ImportArgs {
    fn counting(&self, election: &Election) -> Result<CountingRule, Trouble> {
        let told = rule_of(election);
        let rule = self.rule.as_deref().unwrap_or(told.word());
        let completion = match (self.completion.as_deref(), rule) {
            (Some(completion), "greedy") if completion != "none" => {
                return Err(Trouble::input(
                    "This election is counted by most votes first, which has no completion: \
                     add --rule equal-shares, or leave --completion out.",
                ));
            }
            (Some(completion), _) => completion,
            (None, "greedy") => "none",
            (None, _) => "add1",
        };
        CountingRule::parse(rule, &self.utility, completion)
            .map_err(|unknown| Trouble::input(format!("{unknown}.")))
    }
}

/// The rule a file says it was counted by, as near as ours come.
pub fn rule_of(election: &Election) -> CountingRule {
    let told = election.meta("rule").unwrap_or_default().to_ascii_lowercase();
    let utility = Utility::Cost;
    match told.starts_with("equalshares") || told.contains("add1") {
        true => {
            let completion = Completion::Add1 { exhaustive_stop: true };
            CountingRule::EqualShares { utility, completion }
        }
        false => CountingRule::Greedy { utility },
    }
}

/// Makes a finished contest of an election, unless the community has it.
pub fn import(
    store: &Store,
    community: CommunityId,
    file: &Path,
    election: &Election,
    counting: CountingRule,
) -> Result<Imported, Trouble> {
    let place = finished::place_of(election);
    let file = tally::name_of(file);
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
