//! How far a long count has come, told on a terminal and nowhere else.

use std::io::{IsTerminal, Write};
use std::time::{Duration, Instant};

use huiyin_domain::counting::{Election, Progress, Rules, Tally, decimal, tally};

use crate::trouble::Trouble;

/// Counts shorter than this say nothing.
const SILENCE: Duration = Duration::from_millis(500);

/// How often the line is written anew.
const EVERY: Duration = Duration::from_millis(200);

/// Counts an election and tells on the terminal how far it has come.
pub fn count(election: &Election, rules: &Rules) -> Result<Tally, Trouble> {
    let mut line = Line::new(election.money_scale);
    let result = tally(election, rules, &mut |progress| {
        line.tell(progress);
        true
    });
    line.wipe();
    result.map_err(|stopped| Trouble::new(format!("{stopped}.")))
}

/// The one line that is written over and over.
struct Line {
    is_terminal: bool,
    next: Instant,
    is_written: bool,
    scale: u64,
}

impl Line {
    fn new(scale: u64) -> Self {
        let is_terminal = std::io::stderr().is_terminal();
        Self { is_terminal, next: Instant::now() + SILENCE, is_written: false, scale }
    }

    fn tell(&mut self, progress: Progress) {
        let now = Instant::now();
        if !self.is_terminal || now < self.next {
            return;
        }
        self.next = now + EVERY;
        self.is_written = true;
        let spent = decimal(progress.spent, self.scale);
        let budget = decimal(progress.budget, self.scale);
        let n_raises = progress.increments;
        // A terminal that has gone away is no reason to stop counting.
        let _ = write!(
            std::io::stderr(),
            "\r\x1b[KCounting: shares raised {n_raises} times, {spent} of {budget} spent"
        );
    }

    fn wipe(&self) {
        if self.is_written {
            let _ = write!(std::io::stderr(), "\r\x1b[K");
        }
    }
}
