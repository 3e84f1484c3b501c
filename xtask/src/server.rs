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
