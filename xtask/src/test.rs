//! `cargo xtask test`: everything that must hold, in the order in which it fails fastest.

use std::fs::File;
use std::thread;
use std::time::{Duration, Instant};

use crate::arguments::Part;
use crate::failure::{Failure, cannot};
use crate::places::Places;
use crate::postgres::Cluster;
use crate::{bench, client, journeys, process, python, server, setup, tools};

/// The steps gone through, with the time each took.
struct Suite {
    began: Instant,
    done: Vec<(&'static str, Duration)>,
    /// What held only when it was run again.
    unsteady: Vec<journeys::Failed>,
}

impl Suite {
    fn step(
        &mut self,
        title: &'static str,
        work: impl FnOnce() -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        println!("\n==> {title} (after {})", spoken(self.began.elapsed()));
        let began = Instant::now();
        match work() {
            Ok(()) => {
                self.done.push((title, began.elapsed()));
                Ok(())
            }
            Err(failure) => {
                self.summarise();
                println!("  {:>8}  {title}: FAILED", spoken(began.elapsed()));
                Err(failure)
            }
        }
    }

    fn summarise(&self) {
        println!("\n==> cargo xtask test: {}", spoken(self.began.elapsed()));
        for (title, took) in &self.done {
            println!("  {:>8}  {title}", spoken(*took));
        }
        for failed in &self.unsteady {
            println!("UNSTEADY, held only at the second run: {failed}");
        }
    }
}

/// Runs the suite, or one part of it, and stops at the first thing that does not hold.
pub(crate) fn test(places: &Places, only: Option<Part>) -> Result<(), Failure> {
    let _alone = be_alone(places)?;
    let mut suite = Suite { began: Instant::now(), done: Vec::new(), unsteady: Vec::new() };
    match only {
        None => {
            suite.step("set-up", || setup::prepare(places, setup::EVERYTHING))?;
            format(&mut suite)?;
            clippy(&mut suite)?;
            client_beside_unit(places, &mut suite)?;
            journey_steps(places, &mut suite)?;
        }
        Some(Part::Fmt) => {
            suite.step("set-up", || setup::prepare(places, setup::FOR_FORMAT))?;
            format(&mut suite)?;
        }
        Some(Part::Clippy) => {
            suite.step("set-up", || setup::prepare(places, setup::FOR_CLIPPY))?;
            clippy(&mut suite)?;
        }
        Some(Part::Unit) => {
            suite.step("set-up", || setup::prepare(places, setup::FOR_UNIT_TESTS))?;
            unit(places, &mut suite)?;
        }
        Some(Part::Journeys) => {
            suite.step("set-up", || setup::prepare(places, setup::FOR_JOURNEYS))?;
            journey_steps(places, &mut suite)?;
        }
    }
    suite.summarise();
    println!("all of it holds");
    Ok(())
}

/// Two suites in one clone would stop each other's database server.
fn be_alone(places: &Places) -> Result<File, Failure> {
    let path = places.notes.join("test.lock");
    let lock = File::create(&path).map_err(cannot("write", &path))?;
    lock.try_lock().map_err(|_| {
        Failure::new("another `cargo xtask test` runs in this clone").advise("wait for it to end")
    })?;
    Ok(lock)
}

fn format(suite: &mut Suite) -> Result<(), Failure> {
    suite.step("format", || {
        cargo(&["fmt", "--all", "--check"])
            .map_err(|failure| failure.advise_if_silent("run `cargo fmt --all`"))
    })
}

fn clippy(suite: &mut Suite) -> Result<(), Failure> {
    suite.step("clippy", || {
        cargo(&["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"])
    })?;
    suite.step("clippy for the browser", || {
        let target = tools::WASM_TARGET;
        cargo(&["clippy", "-p", "huiyin-app", "--target", target, "--", "-D", "warnings"])
    })
}

/// The server of the tests lives as long as this function, however it ends.
fn unit(places: &Places, suite: &mut Suite) -> Result<(), Failure> {
    let mut cluster = None;
    suite.step("PostgreSQL", || {
        let started = Cluster::start(places)?;
        println!("ready at {}", started.url());
        cluster = Some(started);
        Ok(())
    })?;
    let cluster = cluster.expect("the step before has started it or ended the suite");
    suite.step("tests of the workspace", || {
        // One failure must not hide the next.
        let mut cargo = process::command("cargo", &[]);
        cargo
            // All but the examples, which clippy reads; the repository has no tests in docstrings.
            .args(["test", "--workspace", "--lib", "--bins", "--tests", "--no-fail-fast"])
            .env("HUIYIN_TEST_POSTGRES", cluster.url())
            .env("HUIYIN_PABUTOOLS_PYTHON", python::program(places));
        process::run_aloud(&mut cargo)
    })
}

/// The client is linked on one core alone, for minutes, and into a folder of its own: the tests
/// of the workspace are compiled and run meanwhile.
fn client_beside_unit(places: &Places, suite: &mut Suite) -> Result<(), Failure> {
    let log = places.notes.join(client::LOG);
    println!("\n==> release client, beside what follows; its output is in {}", log.display());
    thread::scope(|scope| {
        let client = scope.spawn(|| client::build_beside(places));
        let units = unit(places, suite);
        if units.is_err() && !client.is_finished() {
            println!("waiting for the build of the client to end");
        }
        let built = client.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
        match units {
            // What the build had to say was printed when it failed; the tests' failure is ours.
            Err(failure) => Err(failure),
            Ok(()) => suite.step("release client, the rest of it", || built),
        }
    })
}

fn journey_steps(places: &Places, suite: &mut Suite) -> Result<(), Failure> {
    suite.step("release client, server of the tests", || build_both(places))?;
    suite.step("size of the first load", || bench::sizes::require_small(places))?;
    let mut unsteady = Vec::new();
    suite.step("journeys in the browser", || {
        unsteady = journeys::run(places)?;
        Ok(())
    })?;
    suite.unsteady = unsteady;
    Ok(())
}

/// The client is linked on one core alone, for minutes: the server is built beside it.
fn build_both(places: &Places) -> Result<(), Failure> {
    thread::scope(|scope| {
        let server = scope.spawn(|| server::build_for_tests(places));
        let client = client::build(places);
        let server = server.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
        client.and(server)
    })
}

fn cargo(arguments: &[&str]) -> Result<(), Failure> {
    process::run_aloud(process::command("cargo", &[]).args(arguments))
}

/// Minutes and seconds, as one says them.
fn spoken(time: Duration) -> String {
    let seconds = time.as_secs();
    match seconds / 60 {
        0 => format!("{seconds} s"),
        minutes => format!("{minutes} min {:02} s", seconds % 60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_said_in_minutes_and_seconds() {
        assert_eq!(spoken(Duration::from_millis(5_900)), "5 s");
        assert_eq!(spoken(Duration::from_secs(125)), "2 min 05 s");
    }
}
