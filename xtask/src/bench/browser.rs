//! Measurements in a browser: every script under `tests/bench/`, in the order of their names.

use std::path::Path;

use super::{floor, proposals};
use crate::failure::Failure;
use crate::places::Places;
use crate::{journeys, process, stamp};

/// What the scripts have in common; no scripts themselves.
const IN_COMMON: [&str; 3] = ["server.mjs", "table.mjs", "watching.mjs"];
/// These take many minutes.
const LONG: [&str; 2] = ["lighthouse.mjs", "recount.mjs"];

/// Each script starts its own server and prints its own table; `quick` leaves out the long ones.
pub(crate) fn measure(places: &Places, quick: bool) -> Result<(), Failure> {
    for script in stamp::files_under(&places.root.join("tests/bench"))? {
        if !is_run(&script, quick) {
            continue;
        }
        println!("\n==> {}", script.display());
        let mut node = process::command("node", &[]);
        node.arg(&script)
            .current_dir(&places.root)
            .env("HUIYIN_FLOOR", floor::folder(places))
            .env("HUIYIN_PROPOSALS", proposals::program(places))
            .envs(journeys::for_browsers(places, places.server_program())?);
        process::run_aloud(&mut node)?;
    }
    Ok(())
}

fn is_run(script: &Path, quick: bool) -> bool {
    let name = script.file_name().unwrap_or_default().to_string_lossy();
    name.ends_with(".mjs") && !IN_COMMON.contains(&&*name) && !(quick && LONG.contains(&&*name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lighthouse_is_left_out_when_it_has_to_be_quick() {
        assert!(is_run(Path::new("tests/bench/lighthouse.mjs"), false));
        assert!(!is_run(Path::new("tests/bench/lighthouse.mjs"), true));
        assert!(is_run(Path::new("tests/bench/long_tasks.mjs"), true));
        assert!(!is_run(Path::new("tests/bench/server.mjs"), false));
        assert!(!is_run(Path::new("tests/bench/notes.md"), false));
    }
}
