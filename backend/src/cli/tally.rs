//! `huiyin tally`: counts a `.pb` file and prints who won, and by which steps.

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use huiyin_domain::counting::{CountingRule, Rules, TieBreak};

use super::{pb_file, tally_json::TallyJson, tally_text};
use crate::progress;
use crate::trouble::Trouble;

/// What is to be counted, and how.
#[derive(Args, Debug)]
pub struct TallyArgs {
    /// The election: a Pabulib file, .pb or .pb.gz
    file: PathBuf,
    #[command(flatten)]
    rule: RuleArgs,
    /// Who comes first among equals: the smaller id, or the lower cost, then more points
    #[arg(long, default_value = "lex", value_parser = ["lex", "mincost"])]
    ties: String,
    /// How the result is printed
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

/// The words by which a rule is named.
#[derive(Args, Clone, Debug)]
pub struct RuleArgs {
    /// How ballots become winners
    #[arg(long, default_value = "greedy", value_parser = ["greedy", "equal-shares"])]
    rule: String,
    /// What a project is worth to its supporters: what it costs, or one each
    #[arg(long, default_value = "cost", value_parser = ["cost", "cardinality"])]
    utility: String,
    /// What happens to the money that equal shares leave over
    #[arg(long, default_value = "none", value_parser = COMPLETIONS)]
    completion: String,
}

/// The completions a command line knows.
pub const COMPLETIONS: [&str; 6] =
    ["none", "greedy", "add1", "add1-greedy", "percent", "percent-greedy"];

/// How a result is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A table and sentences
    Text,
    /// One JSON object
    Json,
}

impl RuleArgs {
    /// The rule these words name.
    pub fn parse(&self) -> Result<CountingRule, Trouble> {
        if self.rule == "greedy" && self.completion != "none" {
            return Err(Trouble::input(
                "--completion says what happens to the rest of equal shares: \
                 use it with --rule equal-shares, or leave it out.",
            ));
        }
        CountingRule::parse(&self.rule, &self.utility, &self.completion)
            .map_err(|unknown| Trouble::input(format!("{unknown}.")))
    }

    /// The word of the completion.
    pub fn completion(&self) -> &str {
        &self.completion
    }
}

/// Counts the file and prints the result.
pub fn run(args: &TallyArgs) -> Result<(), Trouble> {
    let rule = args.rule.parse()?;
    let ties =
        TieBreak::parse(&args.ties).map_err(|unknown| Trouble::input(format!("{unknown}.")))?;
    let election = pb_file::read_election(&args.file)?;
    let tally = progress::count(&election, &Rules::published(rule, ties))?;
    let file = name_of(&args.file);
    let printed = match args.format {
        Format::Text => tally_text::print(&file, &election, &tally),
        Format::Json => {
            TallyJson::new(file, rule, args.rule.completion(), &election, &tally).print()
        }
    };
    // Whoever reads through `head` has seen enough: a closed pipe is no failure.
    let _ = std::io::stdout().write_all(printed.as_bytes());
    Ok(())
}

/// The last part of a path, as the file is called.
pub fn name_of(path: &Path) -> String {
    let name = path.file_name().unwrap_or(path.as_os_str());
    name.to_string_lossy().into_owned()
}
