//! The journeys in a real browser: all of them, then what failed once more by itself.

use std::collections::BTreeSet;
use std::fmt;
use std::fs;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};

use crate::failure::{Failure, cannot};
use crate::places::Places;
use crate::{process, stamp, system_packages};

/// A fault of the product fails in many files, or again; more than these are not run again.
const MOST_RUN_AGAIN: usize = 3;

/// One test that did not hold, as `scripts/failures.mjs` writes it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Failed {
    file: PathBuf,
    name: String,
    why: String,
}

impl Failed {
    fn read(line: &str) -> Option<Self> {
        let mut parts = line.split('\t');
        let file = PathBuf::from(parts.next()?);
        Some(Self { file, name: parts.next()?.into(), why: parts.next()?.into() })
    }
}

impl fmt::Display for Failed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let file = self.file.file_name().unwrap_or_default().to_string_lossy();
        write!(f, "{file}: {}: {}", self.name, self.why)
    }
}

/// Runs every journey. Browsers on a busy machine are late at times: the files of a few failures
/// run once more with the machine to themselves. What holds then is given back, to be told of.
pub(crate) fn run(places: &Places) -> Result<Vec<Failed>, Failure> {
    let files = files(places)?;
    if files.is_empty() {
        return Err(Failure::new("there is no journey (*.test.mjs) under tests/"));
    }
    // Two at once: a journey waits for its page more than it works.
    let (first, failed) = run_files(places, &files, 2)?;
    let Err(failure) = first else { return Ok(failed) };
    println!("\ndid not hold:");
    failed.iter().for_each(|one| println!("  {one}"));
    let again: BTreeSet<PathBuf> = failed.iter().map(|one| one.file.clone()).collect();
    let known = again.iter().all(|file| files.contains(file));
    if again.is_empty() || again.len() > MOST_RUN_AGAIN || !known {
        return Err(failure);
    }
    println!("\n==> once more, by themselves");
    let (second, _) = run_files(places, &Vec::from_iter(again), 1)?;
    second.map(|()| failed)
}

/// How the run of `files` ended, and what in it failed.
fn run_files(
    places: &Places,
    files: &[PathBuf],
    at_once: usize,
) -> Result<(Result<(), Failure>, Vec<Failed>), Failure> {
    // Later versions of Node print the long form to pipes too; logs want the short one.
    let reporter = if std::io::stdout().is_terminal() { "spec" } else { "tap" };
    let failures = places.notes.join("failed-journeys.txt");
    let ours = places.root.join("xtask/scripts/failures.mjs");
    let mut node = process::command("node", &[]);
    node.args(["--test", &format!("--test-concurrency={at_once}")])
        .args([&format!("--test-reporter={reporter}"), "--test-reporter-destination=stdout"])
        .arg(format!("--test-reporter={}", ours.display()))
        .arg(format!("--test-reporter-destination={}", failures.display()))
        .args(files)
        .envs(for_browsers(places, places.tested_server_program())?);
    let ended = process::run_aloud(&mut node);
    Ok((ended, read(&failures)?))
}

fn read(path: &Path) -> Result<Vec<Failed>, Failure> {
    let lines = fs::read_to_string(path).map_err(cannot("read", path))?;
    Ok(lines.lines().filter_map(Failed::read).collect())
}

fn files(places: &Places) -> Result<Vec<PathBuf>, Failure> {
    let files = stamp::files_under(&places.root.join("tests"))?;
    let is_journey = |file: &PathBuf| file.to_string_lossy().ends_with(".test.mjs");
    Ok(files.into_iter().filter(is_journey).collect())
}

/// Where a script finds the server, the client and the browser.
pub(crate) fn for_browsers(
    places: &Places,
    server: PathBuf,
) -> Result<[(&'static str, PathBuf); 4], Failure> {
    let chromium = system_packages::chromium().ok_or_else(|| {
        Failure::new("there is no Chromium here").advise("install Debian's package `chromium`")
    })?;
    Ok([
        ("HUIYIN_BIN", server),
        ("HUIYIN_DIST", places.dist.clone()),
        ("HUIYIN_CHROMIUM", chromium),
        ("HUIYIN_NGINX", system_packages::nginx().unwrap_or_else(|| "nginx".into())),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failed_test_is_read_with_its_reason_and_told_by_its_file() {
        let failed = Failed::read("/clone/tests/journeys/desk.test.mjs\tthe list\ttoo late");
        assert_eq!(failed.unwrap().to_string(), "desk.test.mjs: the list: too late");
        assert_eq!(Failed::read("a file alone"), None);
    }
}
