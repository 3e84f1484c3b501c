//! Measurements in a browser: every script under `tests/bench/`, in the order of their names.

use crate::failure::Failure;
use crate::places::Places;
use crate::{process, stamp, test};

/// Each script starts its own server and prints its own table.
pub(crate) fn measure(places: &Places) -> Result<(), Failure> {
    for script in stamp::files_under(&places.root.join("tests/bench"))? {
        if script.extension().is_none_or(|extension| extension != "mjs") {
            continue;
        }
        println!("\n==> {}", script.display());
        let mut node = process::command("node", &[]);
        node.arg(&script).current_dir(&places.root).envs(test::for_browsers(places, places.server_program())?);
        process::run_aloud(&mut node)?;
    }
    Ok(())
}
