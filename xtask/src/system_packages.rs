//! Programs that come from Debian: looked for first, installed with apt only when missing.

use std::path::Path;

use crate::failure::Failure;
use crate::{places, postgres, process};

/// A Debian package, known by what it brings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Package {
    Compiler,
    Chromium,
    ChineseFonts,
    /// Says a sentence for the fake microphone.
    Speaker,
    /// Brings what it said into the form that a microphone has.
    SoundTools,
    PostgreSql,
    PythonVenv,
    /// Serves the client's files as a host without our server does.
    Nginx,
}

impl Package {
    /// Debian's name for it.
    fn name(self) -> &'static str {
        match self {
            Self::Compiler => "build-essential",
            Self::Chromium => "chromium",
            Self::ChineseFonts => "fonts-noto-cjk",
            Self::Speaker => "espeak-ng",
            Self::SoundTools => "sox",
            Self::PostgreSql => "postgresql",
            Self::PythonVenv => "python3-venv",
            Self::Nginx => "nginx",
        }
    }

    fn is_there(self) -> bool {
        match self {
            Self::Compiler => places::program("cc").is_some(),
            Self::Chromium => chromium().is_some(),
            // fc-list comes with chromium; without it nobody would find the font either.
            Self::ChineseFonts => process::answer("fc-list", &[":lang=zh-cn", "family"])
                .is_some_and(|families| !families.is_empty()),
            Self::Speaker => places::program("espeak-ng").is_some(),
            Self::SoundTools => places::program("sox").is_some(),
            Self::PostgreSql => postgres::find_programs().is_some(),
            Self::Nginx => nginx().is_some(),
            Self::PythonVenv => {
                process::answer("python3", &["-c", "import ensurepip, venv"]).is_some()
            }
        }
    }
}

/// The browser of the journeys: the one named in `HUIYIN_CHROMIUM`, or the system's.
pub(crate) fn chromium() -> Option<std::path::PathBuf> {
    match std::env::var_os("HUIYIN_CHROMIUM").filter(|named| !named.is_empty()) {
        Some(program) => Some(program.into()),
        None => {
            ["chromium", "chromium-browser", "google-chrome"].into_iter().find_map(places::program)
        }
    }
}

/// The nginx of the journeys; Debian keeps it where ordinary users do not look.
pub(crate) fn nginx() -> Option<std::path::PathBuf> {
    let usual = || Some(std::path::PathBuf::from("/usr/sbin/nginx")).filter(|file| file.is_file());
    places::program("nginx").or_else(usual)
}

/// Those of `packages` that are not there yet.
pub(crate) fn missing(packages: &[Package]) -> Vec<Package> {
    packages.iter().copied().filter(|package| !package.is_there()).collect()
}

/// Installs packages as root or through sudo; otherwise says what to install by hand.
pub(crate) fn install(packages: &[Package], log: &Path) -> Result<(), Failure> {
    let names: Vec<&str> = packages.iter().map(|package| package.name()).collect();
    let by_hand = format!("apt-get install {}", names.join(" "));
    if places::program("apt-get").is_none() {
        return Err(Failure::new(format!("not installed: {}", names.join(", "))).advise(format!(
            "there is no apt here; install these yourself (on Debian: {by_hand})"
        )));
    }
    let is_root = process::is_root();
    if !is_root && places::program("sudo").is_none() {
        return Err(Failure::new(format!("not installed: {}", names.join(", ")))
            .advise(format!("we are not root and there is no sudo; have root run: {by_hand}")));
    }
    println!("      {}", names.join(" "));
    let apt = |arguments: &[&str]| {
        let mut command = if is_root {
            process::command("apt-get", &[])
        } else {
            let mut command = process::command("sudo", &[]);
            command.args(["DEBIAN_FRONTEND=noninteractive", "apt-get"]);
            command
        };
        command
            .env("DEBIAN_FRONTEND", "noninteractive")
            .args(["-o", "DPkg::Lock::Timeout=300"])
            .args(arguments);
        process::run_quietly(&mut command, log)
            .map_err(|failure| failure.advise(format!("try by hand: {by_hand}")))
    };
    apt(&["update"])?;
    let mut arguments = vec!["install", "-y"];
    arguments.extend(&names);
    apt(&arguments)?;
    let still: Vec<&str> = missing(packages).iter().map(|package| package.name()).collect();
    if still.is_empty() {
        return Ok(());
    }
    Err(Failure::new(format!("apt installed {}, but it is not to be found", still.join(", ")))
        .advise(format!("see {}", log.display())))
}
