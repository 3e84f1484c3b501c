//! What a resident's phone has to fetch, as it goes over the wire, beside its budget.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use super::table;
use crate::failure::{Failure, cannot};
use crate::places::Places;
use crate::stamp::files_under;

/// The programs of the first load, brotli (DESIGN.md, Budgets).
const WASM_BYTES_MAX: u64 = 180_000;
/// All files of the first load, brotli.
const FIRST_LOAD_BYTES_MAX: u64 = 215_000;

/// What has to be fetched before the first screen is there, in bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct FirstLoad {
    /// The programs as they are run.
    pub(crate) n_wasm_plain: u64,
    /// The programs as they are sent.
    pub(crate) n_wasm: u64,
    /// All files as they are sent.
    pub(crate) n_all: u64,
}

/// Weighs the first load of an app in a folder with packed twins.
pub(crate) fn weigh_first_load(dist: &Path) -> Result<FirstLoad, Failure> {
    let mut weight = FirstLoad::default();
    for file in first_load(dist, &plain_files(dist)?)? {
        let sent = sent_bytes(&file)?;
        weight.n_all += sent;
        if has_extension(&file, "wasm") {
            weight.n_wasm += sent;
            weight.n_wasm_plain += plain_bytes(&file)?;
        }
    }
    Ok(weight)
}

/// Fails when the first load is larger than it may be.
pub(crate) fn require_small(places: &Places) -> Result<(), Failure> {
    let weight = weigh_first_load(&places.dist)?;
    println!("{}", against("wasm of the first load", weight.n_wasm, WASM_BYTES_MAX));
    println!("{}", against("all of the first load", weight.n_all, FIRST_LOAD_BYTES_MAX));
    if weight.n_wasm <= WASM_BYTES_MAX && weight.n_all <= FIRST_LOAD_BYTES_MAX {
        return Ok(());
    }
    Err(Failure::new("the first load has become too large")
        .advise("`cargo xtask bench --quick` shows each file; make it smaller"))
}

/// The files of `dist` but for their packed twins.
fn plain_files(dist: &Path) -> Result<Vec<PathBuf>, Failure> {
    let is_plain = |file: &PathBuf| !has_extension(file, "br") && !has_extension(file, "gz");
    Ok(files_under(dist)?.into_iter().filter(is_plain).collect())
}

/// Prints each file of `dist`, and the sums of what the first page and each bundle need.
pub(crate) fn measure(places: &Places) -> Result<(), Failure> {
    let files = plain_files(&places.dist)?;
    let first = first_load(&places.dist, &files)?;
    let mut rows = Vec::new();
    for file in &files {
        rows.push(vec![
            file.strip_prefix(&places.dist).unwrap_or(file).display().to_string(),
            plain_bytes(file)?.to_string(),
            sent_bytes(file)?.to_string(),
            if first.contains(file) { "first load" } else { "later" }.to_owned(),
        ]);
    }
    table::print("Sizes, bytes", &["file", "plain", "brotli", "when"], &rows);
    let weight = weigh_first_load(&places.dist)?;
    println!("{}", against("wasm of the first load", weight.n_wasm, WASM_BYTES_MAX));
    println!("{}", against("all of the first load", weight.n_all, FIRST_LOAD_BYTES_MAX));
    for (bundle, parts) in bundles(&places.dist)? {
        let sizes: Vec<u64> =
            parts.iter().map(|part| sent_bytes(part)).collect::<Result<_, _>>()?;
        let (n, sum) = (sizes.len(), kilobytes(sizes.iter().sum()));
        println!("on first entering {bundle}: {sum} in {n} files, less what is here already");
    }
    Ok(())
}

/// The bundles of the client, each with its files.
fn bundles(dist: &Path) -> Result<BTreeMap<String, Vec<PathBuf>>, Failure> {
    let list = dist.join("bundles.json");
    let text = fs::read_to_string(&list).map_err(cannot("read", &list))?;
    let names: BTreeMap<String, Vec<String>> = serde_json::from_str(&text)
        .map_err(|error| Failure::new(format!("{}: {error}", list.display())))?;
    let files = |names: Vec<String>| names.iter().map(|name| dist.join(name)).collect();
    Ok(names.into_iter().map(|(bundle, names)| (bundle, files(names))).collect())
}

/// `index.html`, what it names, and what those scripts and styles name in turn, but for the
/// bundles, which are fetched when somebody enters them.
fn first_load(dist: &Path, files: &[PathBuf]) -> Result<BTreeSet<PathBuf>, Failure> {
    let mut found = BTreeSet::new();
    let mut unread = vec![dist.join("index.html")];
    while let Some(file) = unread.pop() {
        let is_followed = is_text(&file) && !is_list_of_bundles(&file);
        if !found.insert(file.clone()) || !is_followed {
            continue;
        }
        let text = fs::read_to_string(&file).map_err(cannot("read", &file))?;
        // Copies of the page at other addresses have its name, and are not fetched with it.
        let others = files.iter().filter(|other| !has_extension(other, "html"));
        unread.extend(others.filter(|other| is_named_in(&text, other)).cloned());
    }
    Ok(found)
}

fn is_list_of_bundles(file: &Path) -> bool {
    file.file_name().is_some_and(|name| name.to_string_lossy().starts_with("bundles-"))
}

fn is_text(file: &Path) -> bool {
    ["html", "js", "css"].iter().any(|extension| has_extension(file, extension))
}

fn is_named_in(text: &str, file: &Path) -> bool {
    file.file_name().and_then(|name| name.to_str()).is_some_and(|name| text.contains(name))
}

fn has_extension(file: &Path, extension: &str) -> bool {
    file.extension().is_some_and(|found| found == extension)
}

fn sent_bytes(file: &Path) -> Result<u64, Failure> {
    let mut packed = file.as_os_str().to_owned();
    packed.push(".br");
    let packed = PathBuf::from(packed);
    plain_bytes(if packed.is_file() { &packed } else { file })
}

fn plain_bytes(file: &Path) -> Result<u64, Failure> {
    Ok(fs::metadata(file).map_err(cannot("read", file))?.len())
}

fn against(what: &str, n_bytes: u64, n_bytes_max: u64) -> String {
    let verdict = if n_bytes <= n_bytes_max { "within" } else { "OVER" };
    format!("{what}: {} ({verdict} the budget of {})", kilobytes(n_bytes), kilobytes(n_bytes_max))
}

fn kilobytes(n: u64) -> String {
    format!("{}.{} KB", n / 1000, n % 1000 / 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_load_is_what_the_page_and_its_scripts_name() {
        let dist = std::env::temp_dir().join(format!("huiyin-sizes-{}", std::process::id()));
        fs::create_dir_all(&dist).unwrap();
        for (name, text) in [
            ("index.html", "<script src=\"app-1.js\">"),
            ("app-1.js", "import './bundles-1.js'; fetch('app-1.wasm')"),
            ("app-1.wasm", "binary"),
            ("bundles-1.js", "fetch('office-1.wasm')"),
            ("bundles.json", "{\"office\":[\"office-1.wasm\"]}"),
            ("office-1.wasm", "binary"),
            ("worker-1.wasm", "binary"),
        ] {
            fs::write(dist.join(name), text).unwrap();
        }
        let first = first_load(&dist, &files_under(&dist).unwrap()).unwrap();
        let expected = ["index.html", "app-1.js", "app-1.wasm", "bundles-1.js"];
        assert_eq!(first, BTreeSet::from(expected.map(|name| dist.join(name))));
        let of = |name: &str| plain_bytes(&dist.join(name)).unwrap();
        assert_eq!(
            weigh_first_load(&dist).unwrap(),
            FirstLoad {
                n_wasm_plain: of("app-1.wasm"),
                n_wasm: of("app-1.wasm"),
                n_all: expected.iter().map(|&name| of(name)).sum(),
            }
        );
        let office = BTreeMap::from([("office".to_owned(), vec![dist.join("office-1.wasm")])]);
        assert_eq!(bundles(&dist).unwrap(), office);
        fs::remove_dir_all(dist).unwrap();
    }

    #[test]
    fn a_budget_is_judged_in_words() {
        assert!(against("wasm", 180_000, 180_000).contains("within"));
        assert!(against("wasm", 180_001, 180_000).contains("OVER"));
    }
}
