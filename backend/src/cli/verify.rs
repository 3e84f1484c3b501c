//! `huiyin verify`: replays all streams of events and says what is not as they say.

use std::io::{IsTerminal, Write};
use std::time::{Duration, Instant};

use clap::Args;

use super::database::{self, DatabaseArgs};
use crate::record::verify::{Report, verify};
use crate::trouble::{Trouble, broken};

/// How often the terminal is told how far it has come.
const EVERY: Duration = Duration::from_millis(200);

/// What is to be verified.
#[derive(Args, Debug)]
pub struct VerifyArgs {
    #[command(flatten)]
    database: DatabaseArgs,
    /// Only this community, by its name in addresses
    #[arg(long, value_name = "NAME")]
    community: Option<String>,
}

/// Prints what differs, and fails if anything does.
pub fn run(args: &VerifyArgs) -> Result<(), Trouble> {
    // Looking must not make an empty database where none was.
    args.database.must_exist()?;
    let store = args.database.open()?;
    let only = match &args.community {
        Some(slug) => Some(database::community(&store, slug)?.id),
        None => None,
    };
    let mut line = Line::new();
    let report = verify(&store, only, &mut |n_done, n_all| line.tell(n_done, n_all));
    line.wipe();
    let report = report.map_err(broken)?;
    print(&report);
    match report.differences.len() {
        0 => Ok(()),
        1 => Err(Trouble::new("One thing differs; see above, and compare with a backup.")),
        n => Err(Trouble::new(format!("{n} things differ; see above, and compare with a backup."))),
    }
}

fn print(report: &Report) {
    let mut out = std::io::stdout().lock();
    for difference in &report.differences {
        // Whoever reads through `head` has seen enough: a closed pipe is no failure.
        let _ = writeln!(out, "DIFFERS  {difference}");
    }
    let Report { n_streams, n_submissions, n_proposals, n_series, n_councils, n_days, .. } = report;
    let _ = writeln!(
        out,
        "{n_streams} streams followed; {n_submissions} submissions, {n_proposals} proposals, \
         {n_series} series, {n_councils} councils and {n_days} days replayed."
    );
}

/// The one line that is written over and over, on a terminal alone.
struct Line {
    is_terminal: bool,
    next: Instant,
    is_written: bool,
}

impl Line {
    fn new() -> Self {
        let is_terminal = std::io::stderr().is_terminal();
        Self { is_terminal, next: Instant::now() + EVERY, is_written: false }
    }

    fn tell(&mut self, n_done: usize, n_all: usize) {
        let now = Instant::now();
        if !self.is_terminal || now < self.next {
            return;
        }
        self.next = now + EVERY;
        self.is_written = true;
        // A terminal that has gone away is no reason to stop verifying.
        let _ = write!(std::io::stderr(), "\r\x1b[KVerifying: {n_done} of {n_all}");
    }

    fn wipe(&self) {
        if self.is_written {
            let _ = write!(std::io::stderr(), "\r\x1b[K");
        }
    }
}
