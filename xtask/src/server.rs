//! The server program: built by cargo, which knows by itself what has changed.

use crate::failure::Failure;
use crate::places::Places;
use crate::process;

/// Leaves `target/release/huiyin`.
pub(crate) fn build(places: &Places) -> Result<(), Failure> {
    println!("server … building {}", places.server_program().display());
    let mut cargo = process::command("cargo", &[]);
    cargo.args(["build", "--release", "-p", "huiyin-backend"]).current_dir(&places.root);
    process::run_aloud(&mut cargo)
}

/// Leaves `target/debug/huiyin`: the program as the tests of the workspace have just compiled it.
///
/// Journeys wait for browsers and not for the server; an optimised one would be compiled for
/// minutes, and would check less. Naming a test keeps cargo from resolving other features.
pub(crate) fn build_for_tests(places: &Places) -> Result<(), Failure> {
    println!("server … building {}", places.tested_server_program().display());
    let mut cargo = process::command("cargo", &[]);
    cargo.args(["test", "--workspace", "--test", "cli_day", "--no-run"]).current_dir(&places.root);
    process::run_aloud(&mut cargo)
}
