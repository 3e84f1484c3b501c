//! What a fresh machine still needs, installed once and skipped when it is there.

use std::path::Path;
use std::time::Instant;

use crate::failure::Failure;
use crate::places::Places;
use crate::process;
use crate::system_packages::{self, Package};
use crate::{node_packages, python, tools};

/// What one command needs: Debian packages, and things that are ours to fetch or build.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Needs {
    packages: &'static [Package],
    things: &'static [Thing],
}

/// Something beside Debian's packages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Thing {
    Formatter,
    Lints,
    WasmTarget,
    NodePackages,
    WasmBindgen,
    Trunk,
    PythonPackages,
    Lighthouse,
}

const COMPILER: &[Package] = &[Package::Compiler];
const BROWSER: &[Package] = &[Package::Compiler, Package::Chromium, Package::ChineseFonts];
const CLIENT: &[Thing] =
    &[Thing::WasmTarget, Thing::NodePackages, Thing::WasmBindgen, Thing::Trunk];

/// For `build`, `run` and `dist`.
pub(crate) const FOR_BUILD: Needs = Needs { packages: COMPILER, things: CLIENT };
/// For the bench, which is quick without Lighthouse.
pub(crate) const FOR_BROWSERS: Needs = Needs { packages: BROWSER, things: CLIENT };
/// For the whole bench; nothing else needs Lighthouse.
pub(crate) const FOR_LIGHTHOUSE: Needs = Needs {
    packages: BROWSER,
    things: &[
        Thing::WasmTarget,
        Thing::NodePackages,
        Thing::WasmBindgen,
        Thing::Trunk,
        Thing::Lighthouse,
    ],
};
/// For the browser journeys, which also speak into a fake microphone.
pub(crate) const FOR_JOURNEYS: Needs = Needs {
    packages: &[
        Package::Compiler,
        Package::Chromium,
        Package::ChineseFonts,
        Package::Speaker,
        Package::SoundTools,
        Package::Nginx,
    ],
    things: CLIENT,
};
/// For `cargo fmt`.
pub(crate) const FOR_FORMAT: Needs = Needs { packages: &[], things: &[Thing::Formatter] };
/// For clippy on both targets.
pub(crate) const FOR_CLIPPY: Needs =
    Needs { packages: COMPILER, things: &[Thing::Lints, Thing::WasmTarget] };
/// For `cargo test`, with its PostgreSQL server and its oracles in Python and for Node.
pub(crate) const FOR_UNIT_TESTS: Needs = Needs {
    packages: &[Package::Compiler, Package::PostgreSql, Package::PythonVenv],
    things: &[Thing::NodePackages, Thing::PythonPackages],
};
/// For the whole suite.
pub(crate) const EVERYTHING: Needs = Needs {
    packages: &[
        Package::Compiler,
        Package::Chromium,
        Package::ChineseFonts,
        Package::Speaker,
        Package::SoundTools,
        Package::PostgreSql,
        Package::PythonVenv,
        Package::Nginx,
    ],
    things: &[
        Thing::Formatter,
        Thing::Lints,
        Thing::WasmTarget,
        Thing::NodePackages,
        Thing::WasmBindgen,
        Thing::Trunk,
        Thing::PythonPackages,
    ],
};

/// Sees to it that everything needed is there, a line of progress for each.
pub(crate) fn prepare(places: &Places, needs: Needs) -> Result<(), Failure> {
    let began = Instant::now();
    let n_steps = needs.things.len() + usize::from(!needs.packages.is_empty());
    let mut n_done = 0;
    let mut installed_any = false;
    if !needs.packages.is_empty() {
        n_done += 1;
        let missing = system_packages::missing(needs.packages);
        let title = format!("[{n_done}/{n_steps}] Debian packages");
        installed_any |= one_step(&title, missing.is_empty(), || {
            system_packages::install(&missing, &log_of(places, "apt"))
        })?;
    }
    for thing in needs.things {
        n_done += 1;
        let title = format!("[{n_done}/{n_steps}] {}", thing.name(places)?);
        installed_any |= one_step(&title, thing.is_there(places)?, || thing.install(places))?;
    }
    if installed_any {
        println!("set-up done in {} s", began.elapsed().as_secs());
    }
    Ok(())
}

/// Says whether anything had to be installed.
fn one_step(
    title: &str,
    is_there: bool,
    install: impl FnOnce() -> Result<(), Failure>,
) -> Result<bool, Failure> {
    if is_there {
        println!("{title} … already there");
        return Ok(false);
    }
    println!("{title} … installing");
    let began = Instant::now();
    install()?;
    println!("{title} … done in {} s", began.elapsed().as_secs());
    Ok(true)
}

/// The file that keeps what a set-up step printed.
fn log_of(places: &Places, step: &str) -> std::path::PathBuf {
    places.notes.join(format!("{step}.log"))
}

impl Thing {
    fn name(self, places: &Places) -> Result<String, Failure> {
        Ok(match self {
            Self::Formatter => "rustfmt".to_owned(),
            Self::Lints => "clippy".to_owned(),
            Self::WasmTarget => format!("Rust for {}", tools::WASM_TARGET),
            Self::NodePackages => "npm packages".to_owned(),
            Self::WasmBindgen => {
                format!("wasm-bindgen-cli {}", tools::wasm_bindgen_version(&places.root)?)
            }
            Self::Trunk => format!("trunk {}", tools::TRUNK_VERSION),
            Self::PythonPackages => "Python packages that judge our results".to_owned(),
            Self::Lighthouse => "Lighthouse".to_owned(),
        })
    }

    fn is_there(self, places: &Places) -> Result<bool, Failure> {
        Ok(match self {
            Self::Formatter => process::answer("cargo", &["fmt", "--version"]).is_some(),
            Self::Lints => process::answer("cargo", &["clippy", "--version"]).is_some(),
            Self::WasmTarget => tools::has_wasm_target(),
            Self::NodePackages => {
                node_packages::require_node()?;
                node_packages::are_there(&places.root)
                    && node_packages::programs(&places.root).join("wasm-opt").exists()
            }
            Self::Lighthouse => {
                node_packages::require_node()?;
                node_packages::are_there(&places.root.join(node_packages::LIGHTHOUSE))
            }
            Self::WasmBindgen => tools::has_wasm_bindgen(&places.root)?,
            Self::Trunk => tools::has_trunk(),
            Self::PythonPackages => python::packages_are_there(places),
        })
    }

    fn install(self, places: &Places) -> Result<(), Failure> {
        let log: &Path = &log_of(places, &format!("{self:?}").to_lowercase());
        match self {
            Self::Formatter => tools::add_component("rustfmt", log),
            Self::Lints => tools::add_component("clippy", log),
            Self::WasmTarget => tools::add_wasm_target(log),
            Self::NodePackages => node_packages::install(&places.root, log),
            Self::WasmBindgen => tools::install_wasm_bindgen(&places.root, log),
            Self::Trunk => tools::install_trunk(log),
            Self::PythonPackages => python::install_packages(places, log),
            Self::Lighthouse => {
                node_packages::install(&places.root.join(node_packages::LIGHTHOUSE), log)
            }
        }
    }
}
