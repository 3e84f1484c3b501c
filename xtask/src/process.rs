//! Other programs: started, watched, stopped, and quoted when they fail.

use std::env;
use std::ffi::{OsStr, OsString};
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};
use std::thread;
use std::time::{Duration, Instant};

use crate::failure::{Failure, cannot};
use crate::places;

/// How often a silent program is mentioned, so that nobody thinks it hangs.
const HEARTBEAT: Duration = Duration::from_secs(30);
/// How often a child is asked whether it has ended.
const GLANCE: Duration = Duration::from_millis(25);
/// How long a child may take to end by itself once it was asked to.
const PATIENCE: Duration = Duration::from_secs(10);
/// How much of a failed program's output is shown.
const LAST_LINES: usize = 45;
/// How much of a command line is quoted.
const SPELLED_CHARS_MAX: usize = 120;

static INTERRUPTED: OnceLock<Arc<AtomicBool>> = OnceLock::new();

/// From now on Ctrl-C ends the running child and then us, so that guards can tidy up.
pub(crate) fn listen_for_interrupts() -> Result<(), Failure> {
    let flag = INTERRUPTED.get_or_init(Arc::default);
    for signal in [signal_hook::consts::SIGINT, signal_hook::consts::SIGTERM] {
        signal_hook::flag::register(signal, Arc::clone(flag))
            .map_err(|error| Failure::new(format!("cannot listen for Ctrl-C: {error}")))?;
    }
    Ok(())
}

fn is_interrupted() -> bool {
    INTERRUPTED.get().is_some_and(|flag| flag.load(Ordering::Relaxed))
}

/// A command whose environment is a user's, not that of a program run by cargo.
///
/// `first_on_path` comes before everything else on `PATH`; programs of `cargo install`
/// come last.
pub(crate) fn command(program: impl AsRef<OsStr>, first_on_path: &[&Path]) -> Command {
    let mut command = Command::new(program);
    for (name, _) in env::vars_os() {
        if is_of_cargo_run(&name) {
            command.env_remove(name);
        }
    }
    let usual = env::var_os("PATH").unwrap_or_default();
    let folders = first_on_path
        .iter()
        .map(PathBuf::from)
        .chain(env::split_paths(&usual))
        .chain(places::cargo_programs());
    if let Ok(path) = env::join_paths(folders) {
        command.env("PATH", path);
    }
    command.stdin(Stdio::null());
    command
}

/// Does `cargo run` set this for us, so that a nested cargo would see our package's?
fn is_of_cargo_run(name: &OsStr) -> bool {
    let Some(name) = name.to_str() else {
        return false;
    };
    ["CARGO_PKG_", "CARGO_MANIFEST_", "CARGO_BIN_", "CARGO_CRATE_"]
        .iter()
        .any(|prefix| name.starts_with(prefix))
        || name == "CARGO_PRIMARY_PACKAGE"
}

/// Runs a program with its output on our terminal.
pub(crate) fn run_aloud(command: &mut Command) -> Result<(), Failure> {
    let said = spelled(command);
    let child = start(command, &said)?;
    let status = wait(child, &said, &mut |_| ())?;
    if status.success() { Ok(()) } else { Err(ended(&said, status)) }
}

/// Runs a program with its output in `log`; quotes the end of it on failure.
pub(crate) fn run_quietly(command: &mut Command, log: &Path) -> Result<(), Failure> {
    run_into(command, log, Some(HEARTBEAT))
}

/// The same without a word while it runs, because other work is being told of.
pub(crate) fn run_silently(command: &mut Command, log: &Path) -> Result<(), Failure> {
    run_into(command, log, None)
}

fn run_into(command: &mut Command, log: &Path, beat: Option<Duration>) -> Result<(), Failure> {
    let said = spelled(command);
    if let Some(folder) = log.parent() {
        fs::create_dir_all(folder).map_err(cannot("make", folder))?;
    }
    let out = File::create(log).map_err(cannot("write", log))?;
    let err = out.try_clone().map_err(cannot("write", log))?;
    let child = start(command.stdout(out).stderr(err), &said)?;
    let mut due = beat;
    let status = wait(child, &said, &mut |elapsed| {
        if due.is_some_and(|due| due <= elapsed) {
            println!("      … {} s: {}", elapsed.as_secs(), last_lines(log, 1));
            due = due.map(|due| due + HEARTBEAT);
        }
    })?;
    if status.success() {
        return Ok(());
    }
    eprintln!("--- last lines of {} ---\n{}\n---", log.display(), last_lines(log, LAST_LINES));
    Err(ended(&said, status))
}

/// What a program prints on its standard output, or nothing if it cannot or fails.
pub(crate) fn answer(program: impl AsRef<OsStr>, arguments: &[&str]) -> Option<String> {
    let output = command(program, &[]).args(arguments).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Are we root? PostgreSQL refuses root, and apt wants it.
pub(crate) fn is_root() -> bool {
    answer("id", &["-u"]).as_deref() == Some("0")
}

fn start(command: &mut Command, said: &str) -> Result<Child, Failure> {
    command.spawn().map_err(|error| Failure::new(format!("cannot start `{said}`: {error}")))
}

fn wait(
    mut child: Child,
    said: &str,
    every_glance: &mut dyn FnMut(Duration),
) -> Result<ExitStatus, Failure> {
    let began = Instant::now();
    loop {
        let seen = child
            .try_wait()
            .map_err(|error| Failure::new(format!("cannot wait for `{said}`: {error}")))?;
        if is_interrupted() {
            stop(&mut child);
            return Err(Failure::new(format!("interrupted during `{said}`")));
        }
        if let Some(status) = seen {
            return Ok(status);
        }
        every_glance(began.elapsed());
        thread::sleep(GLANCE);
    }
}

/// Asks the child to end, and ends it if it does not.
fn stop(child: &mut Child) {
    let _ = Command::new("kill").args(["-TERM", &child.id().to_string()]).status();
    let asked = Instant::now();
    while asked.elapsed() < PATIENCE {
        if !matches!(child.try_wait(), Ok(None)) {
            return;
        }
        thread::sleep(GLANCE);
    }
    let _ = child.kill();
    let _ = child.wait();
}

fn ended(said: &str, status: ExitStatus) -> Failure {
    match status.code() {
        Some(code) => Failure::new(format!("`{said}` ended with exit code {code}")),
        None => Failure::new(format!("`{said}` was stopped by a signal")),
    }
}

fn spelled(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_name().unwrap_or_default();
    let words: Vec<OsString> =
        std::iter::once(program).chain(command.get_args()).map(OsStr::to_owned).collect();
    let whole = words.join(OsStr::new(" ")).to_string_lossy().into_owned();
    match whole.char_indices().nth(SPELLED_CHARS_MAX) {
        Some((end, _)) => format!("{} …", &whole[..end]),
        None => whole,
    }
}

fn last_lines(log: &Path, n_lines: usize) -> String {
    let bytes = fs::read(log).unwrap_or_default();
    let text = String::from_utf8_lossy(&bytes);
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
    let first = lines.len().saturating_sub(n_lines);
    lines[first..].join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failing_program_is_named_with_its_exit_code() {
        let failure = run_aloud(Command::new("sh").args(["-c", "exit 3"])).unwrap_err();
        assert!(failure.to_string().contains("`sh -c exit 3` ended with exit code 3"));
    }

    #[test]
    fn a_missing_program_is_named() {
        let failure = run_aloud(&mut Command::new("no-such-program")).unwrap_err();
        assert!(failure.to_string().contains("cannot start `no-such-program`"));
    }

    #[test]
    fn what_cargo_sets_for_us_is_not_passed_on() {
        assert!(is_of_cargo_run(OsStr::new("CARGO_PKG_NAME")));
        assert!(is_of_cargo_run(OsStr::new("CARGO_MANIFEST_DIR")));
        assert!(!is_of_cargo_run(OsStr::new("CARGO_TARGET_DIR")));
        assert!(!is_of_cargo_run(OsStr::new("CARGO_HOME")));
    }
}
