//! Rust's own tools: the wasm target, trunk, and the wasm-bindgen program.

use std::fs;
use std::path::Path;

use crate::failure::{Failure, cannot};
use crate::{places, process};

/// What the client is compiled for.
pub(crate) const WASM_TARGET: &str = "wasm32-unknown-unknown";
/// The trunk that minifies scripts and names files by their final content.
pub(crate) const TRUNK_VERSION: &str = "0.22.1";

/// Optimising these tools would take longer than they ever run.
const CHEAP_PROFILE: [(&str, &str); 3] = [
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ("CARGO_PROFILE_RELEASE_DEBUG", "0"),
];

/// The version `Cargo.lock` has; the program and the library must be the same.
pub(crate) fn wasm_bindgen_version(root: &Path) -> Result<String, Failure> {
    let file = root.join("Cargo.lock");
    let lock = fs::read_to_string(&file).map_err(cannot("read", &file))?;
    locked_version(&lock, "wasm-bindgen")
        .ok_or_else(|| Failure::new("Cargo.lock names no wasm-bindgen"))
}

pub(crate) fn has_wasm_bindgen(root: &Path) -> Result<bool, Failure> {
    Ok(installed_version("wasm-bindgen") == Some(wasm_bindgen_version(root)?))
}

pub(crate) fn has_trunk() -> bool {
    installed_version("trunk").as_deref() == Some(TRUNK_VERSION)
}

pub(crate) fn install_wasm_bindgen(root: &Path, log: &Path) -> Result<(), Failure> {
    let package = format!("wasm-bindgen-cli@{}", wasm_bindgen_version(root)?);
    cargo_install(&["--no-default-features", &package], "1", log)
}

/// Trunk asks for a newer Rust than it needs, and for one TLS library to be chosen.
pub(crate) fn install_trunk(log: &Path) -> Result<(), Failure> {
    let package = format!("trunk@{TRUNK_VERSION}");
    let arguments =
        ["--ignore-rust-version", "--no-default-features", "--features", "rustls", &package];
    cargo_install(&arguments, "0", log)
}

/// The cheap profile goes to this one child: it would override the app's own profile.
fn cargo_install(arguments: &[&str], opt_level: &str, log: &Path) -> Result<(), Failure> {
    let mut command = process::command("cargo", &[]);
    command
        .args(["install", "--locked"])
        .args(arguments)
        .envs(CHEAP_PROFILE)
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", opt_level);
    process::run_quietly(&mut command, log).map_err(|failure| {
        failure.advise("look at the lines above; without network it cannot be built")
    })
}

/// Asked of the compiler, so that a Rust without rustup is understood as well.
pub(crate) fn has_wasm_target() -> bool {
    process::answer("rustc", &["--print", "target-libdir", "--target", WASM_TARGET])
        .is_some_and(|folder| Path::new(&folder).is_dir())
}

pub(crate) fn add_wasm_target(log: &Path) -> Result<(), Failure> {
    rustup(&["target", "add", WASM_TARGET], log)
}

pub(crate) fn add_component(name: &str, log: &Path) -> Result<(), Failure> {
    rustup(&["component", "add", name], log)
}

fn rustup(arguments: &[&str], log: &Path) -> Result<(), Failure> {
    if places::program("rustup").is_none() {
        return Err(Failure::new(format!("there is no rustup for `{}`", arguments.join(" ")))
            .advise("install Rust with rustup, or add this part with your own Rust's means"));
    }
    process::run_quietly(process::command("rustup", &[]).args(arguments), log)
}

/// The host's own target, such as `x86_64-unknown-linux-gnu`.
pub(crate) fn host_target() -> Result<String, Failure> {
    process::answer("rustc", &["-vV"])
        .and_then(|answer| {
            answer.lines().find_map(|line| line.strip_prefix("host: ")).map(str::to_owned)
        })
        .ok_or_else(|| Failure::new("rustc does not say what it runs on"))
}

fn installed_version(name: &str) -> Option<String> {
    let program = places::program(name)?;
    spoken_version(&process::answer(program, &["--version"])?)
}

/// The version in `trunk 0.22.1` or `wasm-bindgen 0.2.129 (1a2b3c)`.
fn spoken_version(answer: &str) -> Option<String> {
    answer
        .lines()
        .next()?
        .split_whitespace()
        .map(|word| word.trim_start_matches('v'))
        .find(|word| word.starts_with(|first: char| first.is_ascii_digit()))
        .map(str::to_owned)
}

/// The version of the package of exactly this name in the text of a `Cargo.lock`.
fn locked_version(lock: &str, name: &str) -> Option<String> {
    let mut lines = lock.lines();
    let wanted = format!("name = \"{name}\"");
    lines.find(|line| *line == wanted)?;
    let version = lines.next()?.strip_prefix("version = \"")?;
    Some(version.trim_end_matches('"').to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn root() -> &'static Path {
        Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
    }

    #[test]
    fn versions_are_read_as_programs_say_them() {
        assert_eq!(spoken_version("trunk 0.22.1").as_deref(), Some("0.22.1"));
        assert_eq!(spoken_version("wasm-bindgen 0.2.129 (1a2b)").as_deref(), Some("0.2.129"));
        assert_eq!(spoken_version("v20.20.2\n").as_deref(), Some("20.20.2"));
        assert_eq!(spoken_version("error"), None);
    }

    #[test]
    fn a_locked_version_is_not_that_of_a_namesake() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"0.1.0\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.129\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen").as_deref(), Some("0.2.129"));
        assert_eq!(locked_version(lock, "wasm"), None);
    }

    #[test]
    fn trunk_and_cargo_agree_on_the_version_of_wasm_bindgen() {
        let trunk = fs::read_to_string(root().join("Trunk.toml")).unwrap();
        let version = wasm_bindgen_version(root()).unwrap();
        assert!(trunk.contains(&format!("wasm_bindgen = \"{version}\"")), "see Trunk.toml");
        assert!(trunk.contains(TRUNK_VERSION), "see Trunk.toml");
    }

    #[test]
    fn trunk_and_npm_agree_on_the_version_of_wasm_opt() {
        let trunk = fs::read_to_string(root().join("Trunk.toml")).unwrap();
        let npm = fs::read_to_string(root().join("package.json")).unwrap();
        assert!(trunk.contains("wasm_opt = \"version_132\"") && npm.contains("\"132.0.0\""));
    }
}
