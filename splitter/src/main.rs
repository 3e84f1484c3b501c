//! Cuts the app's wasm at its bundles: `splitter APP.wasm FOLDER`; puts the functions of its pieces
//! in order: `splitter order FILE.wasm…`; and says what they are made of: `splitter weigh FILE.wasm…`.
//!
//! A program of its own, so that `cargo xtask` starts without compiling what this needs.

mod names;
mod order;
mod weigh;

use std::path::Path;
use std::process::ExitCode;

use wasm_split_cli_support::{Options, transform};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let done = match arguments.as_slice() {
        [word, files @ ..] if word == "weigh" => weigh::weigh(files).map(|lines| print!("{lines}")),
        [word, files @ ..] if word == "order" => order::order(files),
        [app, folder] => split(Path::new(app), Path::new(folder))
            .map_err(|problem| format!("cannot split {app}: {problem}")),
        _ => {
            eprintln!("usage: splitter APP.wasm FOLDER | splitter order|weigh FILE.wasm…");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("{problem}");
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
