//! `huiyin export`: a counted contest with its ballots, as a Pabulib file.

use std::io::Write;
use std::path::PathBuf;

use clap::Args;
use huiyin_domain::contests::CountState;
use huiyin_domain::contests::published::read_published;
use huiyin_domain::counting::{Ballots, Election, pb};
use huiyin_domain::ids::{ContestId, StaffId};
use huiyin_domain::problems::ProblemKind;
use huiyin_domain::residents::{StaffRole, Viewer};

use super::database::{self, DatabaseArgs};
use crate::clock::Clock;
use crate::contests;
use crate::failure::Failure;
use crate::here::Here;
use crate::trouble::{Trouble, broken};

/// What is exported, and where to.
#[derive(Args, Debug)]
pub struct ExportArgs {
    /// The contest's number
    #[arg(long, value_name = "N")]
    pub(super) contest: u32,
    /// The community, by its name in addresses
    #[arg(long, value_name = "SLUG")]
    pub(super) community: String,
    /// The file to be written [default: standard output]; the folder of an archive
    #[arg(long, value_name = "FILE")]
    pub(super) out: Option<PathBuf>,
    /// Write a finished contest as a folder that opens and recounts on any file server; what is
    /// over is judged by this machine's clock, also for a demo whose clock was moved
    #[arg(long, requires = "client", conflicts_with = "as_published")]
    archive: bool,
    /// The folder with the built app, for an archive
    #[arg(long, value_name = "DIR", requires = "archive")]
    pub(super) client: Option<PathBuf>,
    /// Letter for letter as published, blank ballots included, which Pabulib's checker refuses
    #[arg(long)]
    as_published: bool,
    #[command(flatten)]
    pub(super) database: DatabaseArgs,
}

/// What there is to be exported.
enum Found {
    File(String),
    NotCounted,
    TooFewBallots,
}

/// Writes the file.
pub fn run(args: &ExportArgs) -> Result<(), Trouble> {
    if args.archive {
        return super::archive::run(args);
    }
    let store = args.database.open()?;
    let community = database::community(&store, &args.community)?;
    let id = ContestId(args.contest);
    // Whoever holds the database may do what an administrator may.
    let viewer = Viewer::Staff { id: StaffId(0), role: StaffRole::Administrator };
    let here = Here::new(community.id, viewer, Clock::Real.now());
    let found = store.read_now(move |tx| {
        let contest = contests::rows::load(tx, here.community, id)?;
        if contest.count == CountState::NotYet {
            return Ok(Found::NotCounted);
        }
        match contests::result::ballots_pb(tx, &here, id) {
            Ok(text) => Ok(Found::File(text)),
            Err(Failure::Problem(ProblemKind::Missing)) => Ok(Found::TooFewBallots),
            Err(failure) => Err(failure),
        }
    });
    let n = args.contest;
    match found {
        Ok(Found::File(text)) if args.as_published => write(args, &text),
        Ok(Found::File(text)) => write(args, &without_blank(text)?),
        Ok(Found::NotCounted) => Err(Trouble::new(format!(
            "Contest {n} has not been counted yet, and until then ballots stay in the box: \
             let the organiser count it first."
        ))),
        Ok(Found::TooFewBallots) => Err(Trouble::new(format!(
            "Contest {n} has fewer than five ballots: only its outcome is published, since each \
             ballot could be told to a person."
        ))),
        Err(Failure::Problem(ProblemKind::Missing)) => Err(Trouble::new(format!(
            "There is no contest {n} in {}: the number stands in its address.",
            community.slug
        ))),
        Err(failure) => Err(broken(failure)),
    }
}

/// The same election as the format knows it: without blank ballots, and saying so.
///
/// Left out, they make everybody's share of an equal-shares count larger: whoever wants to count
/// again takes the published file.
fn without_blank(text: String) -> Result<String, Trouble> {
    let election = read_published(&text).map_err(|problem| {
        Trouble::new(format!("The stored file cannot be read: {problem}. Run `huiyin doctor`."))
    })?;
    let n_blank = election.n_blank();
    if n_blank == 0 {
        return Ok(text);
    }
    eprintln!(
        "{n_blank} blank ballots are left out, which the format does not know; the file with \
         them, as it was counted, is written with --as-published."
    );
    let mut ballots = Ballots::default();
    for ballot in election.ballots.iter().filter(|ballot| !ballot.marks.is_empty()) {
        ballots.push(ballot.voter, ballot.marks.iter().copied());
    }
    let mut meta = election.meta.clone();
    meta.retain(|(key, _)| key != "comment");
    meta.push(("comment".to_owned(), format!("#1: {n_blank} blank ballots are left out")));
    Ok(pb::write(&Election { ballots, meta, ..election }))
}

fn write(args: &ExportArgs, text: &str) -> Result<(), Trouble> {
    match &args.out {
        None => {
            // Whoever reads through `head` has seen enough: a closed pipe is no failure.
            let _ = std::io::stdout().write_all(text.as_bytes());
            Ok(())
        }
        Some(path) => std::fs::write(path, text).map_err(|error| {
            let path = path.display();
            Trouble::new(format!("Cannot write {path}: {error}. Give another one with --out."))
        }),
    }
}
