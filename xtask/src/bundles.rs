//! The app cut into files: what everybody needs at once, and bundles fetched on entering a room.
//!
//! Trunk cannot do this. It builds the whole app; here its program is cut, bound to JavaScript and
//! shrunk anew, and takes the place of the whole one in `dist`.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::thread;

use crate::failure::{Failure, cannot};
use crate::places::Places;
use crate::stamp::files_under;
use crate::{client, node_packages, process, tools};

/// With it the app is built to be cut; without it, it is one file.
pub(crate) const FEATURE: &str = "split";

/// Joins what several bundles share.
pub(crate) const JOINER: &str = "xtask/scripts/join.mjs";

/// Reads what the cut needs to know of a wasm file.
pub(crate) const READER: &str = "xtask/scripts/wasm.mjs";

/// Names the files by their content and puts them into `dist`.
pub(crate) const PLACER: &str = "xtask/scripts/bundles.mjs";

/// Reads the addresses of the pages and the bundle of each.
pub(crate) const ADDRESSES: &str = "xtask/scripts/addresses.mjs";

/// What browsers since 2021 can do. An older wasm-opt guesses from a section the cut drops.
const WASM_FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// Whether the pieces keep the names of their functions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Names {
    /// Phones do not need them.
    Dropped,
    /// Whoever weighs the pieces does.
    Kept,
}

/// The app as cargo left it for trunk, in one piece.
pub(crate) fn whole(places: &Places) -> PathBuf {
    places.target.join(tools::WASM_TARGET).join(client::PROFILE).join("app.wasm")
}

/// Cuts what cargo left for trunk, and puts the pieces into `dist`.
pub(crate) fn cut(places: &Places) -> Result<(), Failure> {
    let folder = places.target.join("bundles");
    cut_into(places, &folder, Names::Dropped)?;
    let mut node = process::command("node", &[]);
    node.arg(places.root.join(PLACER)).args([&places.root, &folder, &places.dist]);
    process::run_quietly(&mut node, &places.notes.join("bundles.log"))
}

/// Leaves the pieces in a folder of their own, and in `parts.txt` which bundle has which.
pub(crate) fn cut_into(places: &Places, folder: &Path, names: Names) -> Result<(), Failure> {
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(cannot("remove", folder))?;
    }
    fs::create_dir_all(folder).map_err(cannot("make", folder))?;
    let mut splitter = process::command("cargo", &[]);
    splitter.args(["run", "--quiet", "--package", "splitter", "--"]).arg(whole(places)).arg(folder);
    process::run_quietly(&mut splitter, &places.notes.join("splitter.log"))?;
    bind(places, folder, names)?;
    join(places, folder)?;
    shrink_all(places, folder, names)?;
    match names {
        Names::Dropped => order(places, &programs_in(folder)?),
        // Names would have to be put in order, too, and nobody packs these.
        Names::Kept => Ok(()),
    }
}

/// The bundles find the app's functions by their names, so those are kept.
fn bind(places: &Places, folder: &Path, names: Names) -> Result<(), Failure> {
    let app = folder.join("app.wasm");
    let mut bindgen = process::command("wasm-bindgen", &[]);
    bindgen
        .args(["--target=web", "--keep-lld-exports", "--no-demangle", "--no-typescript"])
        .args(["--remove-producers-section", "--out-name=app", "--out-dir"])
        .arg(folder)
        .arg(&app);
    if names == Names::Dropped {
        bindgen.arg("--remove-name-section");
    }
    process::run_quietly(&mut bindgen, &places.notes.join("bindgen.log"))?;
    fs::remove_file(&app).map_err(cannot("remove", &app))
}

/// Makes a few programs of the hundreds that several bundles share.
fn join(places: &Places, folder: &Path) -> Result<(), Failure> {
    let mut node = process::command("node", &[]);
    node.arg(places.root.join(JOINER)).arg(folder).arg(node_packages::programs(&places.root));
    process::run_quietly(node.args(WASM_FEATURES), &places.notes.join("join.log"))
}

/// Two at once: wasm-opt works on one core.
fn shrink_all(places: &Places, folder: &Path, names: Names) -> Result<(), Failure> {
    let mut left = programs_in(folder)?;
    // The largest is taken first, from the end.
    left.sort_by_key(|file| fs::metadata(file).map(|it| it.len()).unwrap_or_default());
    let left = Mutex::new(left);
    let take = || left.lock().ok()?.pop();
    let work = || {
        while let Some(file) = take() {
            shrink(places, &file, names)?;
        }
        Ok(())
    };
    thread::scope(|scope| {
        let other = scope.spawn(work);
        let one = work();
        one.and(other.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
    })
}

fn programs_in(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let is_wasm = |file: &PathBuf| file.extension().is_some_and(|it| it == "wasm");
    Ok(files_under(folder)?.into_iter().filter(is_wasm).collect())
}

/// Puts the functions of these programs in an order in which they pack better.
pub(crate) fn order(places: &Places, files: &[PathBuf]) -> Result<(), Failure> {
    let mut splitter = process::command("cargo", &[]);
    splitter.args(["run", "--quiet", "--package", "splitter", "--", "order"]).args(files);
    process::run_quietly(&mut splitter, &places.notes.join("order.log"))
}

/// Puts the smaller program in the place of this one.
pub(crate) fn shrink(places: &Places, file: &Path, names: Names) -> Result<(), Failure> {
    let programs = node_packages::programs(&places.root);
    let small = file.with_extension("small");
    let name = file.file_stem().unwrap_or_default().to_string_lossy();
    let mut opt = process::command("wasm-opt", &[&programs]);
    opt.arg("-Oz").args(WASM_FEATURES).arg(file).arg("-o").arg(&small);
    if names == Names::Kept {
        opt.arg("--debuginfo");
    }
    process::run_quietly(&mut opt, &places.notes.join(format!("wasm-opt-{name}.log")))?;
    fs::rename(&small, file).map_err(cannot("rename", &small))
}
