//! The floor: the smallest apps of our framework, built and packed as the app is, beside ours.

use std::fs;
use std::path::{Path, PathBuf};

use super::{sizes, table};
use crate::failure::{Failure, cannot};
use crate::places::Places;
use crate::{bundles, client, process, tools};

/// The examples of the root package, and what each is.
const FLOORS: [(&str, &str); 2] =
    [("bare", "bare: one page"), ("routed", "routed: router, three addresses")];

/// Fetches the program while the script is read, as the app's page does.
const PAGE: &str = r#"<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Floor</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="modulepreload" href="app.js">
<link rel="preload" as="fetch" type="application/wasm" href="app_bg.wasm" crossorigin>
<script type="module" src="start.js"></script></head><body></body></html>
"#;
const START: &str = r#"import init from "./app.js";
init({ module_or_path: fetch(new URL("./app_bg.wasm", import.meta.url)) });
"#;

/// Where the built floors are, a folder for each.
pub(crate) fn folder(places: &Places) -> PathBuf {
    places.target.join("bench-floor")
}

/// Builds the floors and prints their sizes beside ours.
pub(crate) fn measure(places: &Places) -> Result<(), Failure> {
    build(places)?;
    let ours = sizes::weigh_first_load(&places.dist)?;
    let mut rows = vec![row("ours: first load", ours, ours)];
    for (name, what) in FLOORS {
        rows.push(row(what, sizes::weigh_first_load(&folder(places).join(name))?, ours));
    }
    table::print(
        "The first load beside the smallest apps of the same framework, bytes",
        &["app", "wasm plain", "wasm brotli", "all brotli", "ours/this: wasm", "all"],
        &rows,
    );
    Ok(())
}

fn row(what: &str, this: sizes::FirstLoad, ours: sizes::FirstLoad) -> Vec<String> {
    vec![
        what.to_owned(),
        this.n_wasm_plain.to_string(),
        this.n_wasm.to_string(),
        this.n_all.to_string(),
        ratio(ours.n_wasm, this.n_wasm),
        ratio(ours.n_all, this.n_all),
    ]
}

/// To one digit; nothing to compare with is said so.
fn ratio(ours: u64, this: u64) -> String {
    match (ours * 10 + this / 2).checked_div(this) {
        Some(tenths) => format!("{}.{}", tenths / 10, tenths % 10),
        None => "-".to_owned(),
    }
}

fn build(places: &Places) -> Result<(), Failure> {
    println!("floor … building the smallest apps");
    let mut cargo = process::command("cargo", &[]);
    // The feature changes nothing in them; with it, what was compiled for the app is used again.
    cargo
        .args(["build", "--profile", client::PROFILE, "--target", tools::WASM_TARGET])
        .args(["--package", "huiyin-app", "--features", bundles::FEATURE])
        .args(FLOORS.iter().flat_map(|(name, _)| ["--example", *name]))
        .current_dir(&places.root);
    process::run_aloud(&mut cargo)?;
    let built = places.target.join(tools::WASM_TARGET).join(client::PROFILE).join("examples");
    for (name, _) in FLOORS {
        let folder = folder(places).join(name);
        if folder.exists() {
            fs::remove_dir_all(&folder).map_err(cannot("remove", &folder))?;
        }
        fs::create_dir_all(&folder).map_err(cannot("make", &folder))?;
        bind(places, &built.join(format!("{name}.wasm")), &folder)?;
        let app = folder.join("app_bg.wasm");
        bundles::shrink(places, &app, bundles::Names::Dropped)?;
        bundles::order(places, &[app])?;
        for (file, text) in [("index.html", PAGE), ("start.js", START)] {
            let file = folder.join(file);
            fs::write(&file, text).map_err(cannot("write", &file))?;
        }
        client::pack(places, &folder)?;
    }
    Ok(())
}

fn bind(places: &Places, wasm: &Path, folder: &Path) -> Result<(), Failure> {
    let mut bindgen = process::command("wasm-bindgen", &[]);
    bindgen
        .args(["--target=web", "--no-typescript", "--remove-name-section"])
        .args(["--remove-producers-section", "--out-name=app", "--out-dir"])
        .arg(folder)
        .arg(wasm);
    process::run_quietly(&mut bindgen, &places.notes.join("bindgen-floor.log"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ratios_have_one_digit() {
        assert_eq!(ratio(290, 100), "2.9");
        assert_eq!(ratio(100, 100), "1.0");
        assert_eq!(ratio(199, 100), "2.0");
        assert_eq!(ratio(1, 0), "-");
    }
}
