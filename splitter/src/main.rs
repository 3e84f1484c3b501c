//! Cuts the app's wasm at its bundles: `splitter APP.wasm FOLDER`.
//!
//! A program of its own, so that `cargo xtask` starts without compiling what this needs.

use std::path::Path;
use std::process::ExitCode;

use wasm_split_cli_support::{Options, transform};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [app, folder] = arguments.as_slice() else {
        eprintln!("usage: splitter APP.wasm FOLDER");
        return ExitCode::from(2);
    };
    match split(Path::new(app), Path::new(folder)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("cannot split {app}: {problem}");
            ExitCode::FAILURE
        }
    }
}

/// Leaves `app.wasm`, a file for each part, the script that fetches them, and in `parts.txt` a
/// line for each bundle: its name, and the parts it is made of.
fn split(app: &Path, folder: &Path) -> Result<(), String> {
    let whole = std::fs::read(app).map_err(|error| error.to_string())?;
    let rest = folder.join("app.wasm");
    let mut options = Options::new(&whole);
    options.output_dir = folder;
    options.main_out_path = &rest;
    options.link_name = "./app_bundles.js";
    options.main_module = "./app.js";
    let parts = transform(options).map_err(|error| format!("{error:#}"))?;
    let mut bundles: Vec<String> = parts
        .prefetch_map
        .iter()
        .map(|(bundle, parts)| format!("{bundle} {}\n", parts.join(" ")))
        .collect();
    bundles.sort();
    std::fs::write(folder.join("parts.txt"), bundles.concat()).map_err(|error| error.to_string())
}
