//! The browser app: built by trunk into `dist`, and packed for the wire.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use crate::failure::{Failure, cannot};
use crate::places::Places;
use crate::stamp::Fingerprint;
use crate::{bundles, node_packages, process, tools};

/// What the client is made of. A build starts only when one of these has changed.
const SOURCES: [&str; 25] = [
    ".cargo/config.toml",
    "Cargo.toml",
    "Cargo.lock",
    "Trunk.toml",
    "package-lock.json",
    "build.rs",
    "index.html",
    "src",
    "style",
    "public",
    "derive/Cargo.toml",
    "derive/src",
    "domain/Cargo.toml",
    "domain/src",
    "splitter/Cargo.toml",
    "splitter/src",
    "xtask/src/bundles.rs",
    "xtask/src/client.rs",
    bundles::JOINER,
    bundles::READER,
    bundles::PLACER,
    bundles::ADDRESSES,
    PAGER,
    STAMPER,
    PACKER,
];

/// Writes the pages: one stylesheet, the script that starts the app, a copy at each address.
const PAGER: &str = "xtask/scripts/page.mjs";

/// Writes the `.br` and `.gz` twins that the server sends as they are.
const PACKER: &str = "xtask/scripts/pack.mjs";

/// Tells the service worker which files this build consists of.
const STAMPER: &str = "xtask/scripts/worker.mjs";

/// The profile of `Cargo.toml` that `index.html` names.
pub(crate) const PROFILE: &str = "wasm-release";

/// Where a build beside other work puts what trunk says.
pub(crate) const LOG: &str = "client.log";

/// How trunk is run: with its output shown, or kept.
type Runs<'a> = &'a dyn Fn(&mut Command) -> Result<(), Failure>;

/// Builds the release client, unless nothing has changed since the last time.
pub(crate) fn build(places: &Places) -> Result<(), Failure> {
    build_so(places, &process::run_aloud)
}

/// The same beside other work, whose output it leaves readable.
pub(crate) fn build_beside(places: &Places) -> Result<(), Failure> {
    build_so(places, &|trunk| process::run_silently(trunk, &places.notes.join(LOG)))
}

fn build_so(places: &Places, runs: Runs) -> Result<(), Failure> {
    let sources = Fingerprint::of_contents(&places.root, &SOURCES)?;
    let stamp = places.notes.join("client.stamp");
    let is_fresh = places.dist.join("index.html").is_file()
        && fs::read_to_string(&stamp).is_ok_and(|kept| {
            Ok(kept) == Fingerprint::of_sizes(&places.dist).map(|dist| sources.with(dist))
        });
    if is_fresh {
        println!("client … unchanged, dist/ is kept");
        return Ok(());
    }
    println!("client … building dist/");
    let began = Instant::now();
    fetch_crates(places)?;
    run_trunk(places, runs)?;
    bundles::cut(places)?;
    write_pages(places)?;
    // Once all files are as they stay, and before they are packed.
    stamp_worker(places)?;
    pack(places, &places.dist)?;
    let made = sources.with(Fingerprint::of_sizes(&places.dist)?);
    fs::write(&stamp, made).map_err(cannot("write", &stamp))?;
    println!("client … built in {} s", began.elapsed().as_secs());
    Ok(())
}

/// Trunk runs offline, so that it takes our tools and never downloads its own.
fn fetch_crates(places: &Places) -> Result<(), Failure> {
    let host = tools::host_target()?;
    let mut fetch = process::command("cargo", &[]);
    fetch.args(["fetch", "--target", tools::WASM_TARGET, "--target", &host]);
    process::run_quietly(&mut fetch, &places.notes.join("fetch.log"))
        .map_err(|failure| failure.advise("the first build needs the network for its crates"))
}

fn run_trunk(places: &Places, runs: Runs) -> Result<(), Failure> {
    let programs = node_packages::programs(&places.root);
    let mut trunk = process::command("trunk", &[&programs]);
    trunk.args(["build", "--release", "--features", bundles::FEATURE]).current_dir(&places.root);
    if let Some(flag) = without_this_machine() {
        trunk.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flag);
    }
    // Trunk takes this variable for a flag of its own, and only the word `true` for set.
    if std::env::var_os("NO_COLOR").is_some() {
        trunk.env("NO_COLOR", "true");
    }
    runs(&mut trunk)?;
    let lock = places.dist.join(".trunk-lock");
    if lock.exists() {
        fs::remove_file(&lock).map_err(cannot("remove", &lock))?;
    }
    require_app(&places.dist)
}

/// Panics name the file they are in: with this not where it lies here, so that the same sources
/// make the same program on every machine. Cargo adds it to the flags of its own settings.
fn without_this_machine() -> Option<String> {
    let home = std::env::var("CARGO_HOME")
        .or_else(|_| std::env::var("HOME").map(|home| format!("{home}/.cargo")))
        .ok()?;
    Some(format!("--remap-path-prefix={home}/registry/src=crates"))
}

fn write_pages(places: &Places) -> Result<(), Failure> {
    let mut node = process::command("node", &[]);
    node.arg(places.root.join(PAGER)).arg(&places.root).arg(&places.dist);
    process::run_quietly(&mut node, &places.notes.join("pages.log"))
}

fn stamp_worker(places: &Places) -> Result<(), Failure> {
    let mut node = process::command("node", &[]);
    node.arg(places.root.join(STAMPER)).arg(&places.dist);
    process::run_quietly(&mut node, &places.notes.join("worker.log"))
}

/// Puts packed twins beside the files of a folder, as they are sent.
pub(crate) fn pack(places: &Places, folder: &Path) -> Result<(), Failure> {
    let mut node = process::command("node", &[]);
    node.arg(places.root.join(PACKER)).arg(folder);
    process::run_quietly(&mut node, &places.notes.join("pack.log"))
}

/// An index.html without its program would be served without complaint; notice it here.
fn require_app(dist: &Path) -> Result<(), Failure> {
    let has_wasm = crate::stamp::files_under(dist)?
        .iter()
        .any(|file| file.extension().is_some_and(|extension| extension == "wasm"));
    if has_wasm && dist.join("index.html").is_file() {
        return Ok(());
    }
    Err(Failure::new(format!("trunk left no app in {}", dist.display()))
        .advise("look for `data-trunk` links in index.html"))
}
