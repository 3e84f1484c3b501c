//! `huiyin import`: a past election becomes a finished contest that is read and recounted here.

use std::path::PathBuf;

use clap::Args;
use huiyin_domain::counting::{Completion, CountingRule, Election, Utility};

use super::database::{self, DatabaseArgs};
use super::{pb_file, tally};
use crate::past::{self, Imported};
use crate::trouble::Trouble;

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

/// Imports the file and says where it is to be found.
pub fn run(args: &ImportArgs) -> Result<(), Trouble> {
    let election = pb_file::read_election(&args.file)?;
    let rule = args.counting(&election)?;
    let store = args.database.open()?;
    let community = database::community(&store, &args.community)?;
    let slug = &community.slug;
    match past::import(&store, community.id, tally::name_of(&args.file), &election, rule)? {
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
