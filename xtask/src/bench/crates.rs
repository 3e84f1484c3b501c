//! What the first load and each bundle are made of: bytes of program by crate.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::table;
use crate::failure::{Failure, cannot};
use crate::places::Places;
use crate::{bundles, process};

/// The largest crates have a row each; the others have one together.
const N_ROWS: usize = 30;
/// The part that comes first, as the tools call it.
const FIRST: &str = "app_bg";

/// Bytes by crate.
type Weights = BTreeMap<String, u64>;

/// Cuts the app once more as it is cut for phones, but with its functions' names, and weighs it.
pub(crate) fn measure(places: &Places) -> Result<(), Failure> {
    if !bundles::whole(places).is_file() {
        println!(
            "\ncrates … NOT MEASURED: the app was built elsewhere; remove dist/ and try again"
        );
        return Ok(());
    }
    println!("\ncrates … cutting the app with its functions' names");
    let folder = places.target.join("bench-crates");
    bundles::cut_into(places, &folder, bundles::Names::Kept)?;
    let parts = weighed(&folder)?;
    let list = folder.join("parts.txt");
    let text = fs::read_to_string(&list).map_err(cannot("read", &list))?;
    let columns = columns(&text, &parts);
    let names = columns.iter().map(|(name, _)| name.as_str());
    let heading: Vec<&str> = std::iter::once("crate").chain(names).collect();
    table::print(
        "Bytes of program by the crate they were written in, before packing; what several bundles \
         need counts in each",
        &heading,
        &rows(&columns),
    );
    Ok(())
}

/// For each part what it is made of, as the splitter says.
fn weighed(folder: &Path) -> Result<BTreeMap<String, Weights>, Failure> {
    let files = crate::stamp::files_under(folder)?;
    let is_wasm = |file: &&std::path::PathBuf| file.extension().is_some_and(|it| it == "wasm");
    let names: Vec<String> =
        files.iter().filter(is_wasm).map(|file| file.display().to_string()).collect();
    let mut words = vec!["run", "--quiet", "--package", "splitter", "--", "weigh"];
    words.extend(names.iter().map(String::as_str));
    let told = process::answer("cargo", &words).ok_or_else(|| {
        Failure::new("the parts of the app cannot be weighed")
            .advise(format!("see what it says: cargo {}", words.join(" ")))
    })?;
    Ok(parts(&told))
}

/// Lines of a part, a crate and its bytes.
fn parts(told: &str) -> BTreeMap<String, Weights> {
    let mut parts: BTreeMap<String, Weights> = BTreeMap::new();
    for line in told.lines() {
        let mut words = line.split('\t');
        if let (Some(part), Some(name), Some(n)) = (words.next(), words.next(), words.next()) {
            let n_bytes = n.parse().unwrap_or_default();
            parts.entry(part.to_owned()).or_default().insert(name.to_owned(), n_bytes);
        }
    }
    parts
}

/// The first load, and each bundle with all its parts: `bundles` has a line for each.
fn columns(bundles: &str, parts: &BTreeMap<String, Weights>) -> Vec<(String, Weights)> {
    let of = |part: &str| parts.get(part).cloned().unwrap_or_default();
    let mut columns = vec![("first load".to_owned(), of(FIRST))];
    for line in bundles.lines() {
        let mut words = line.split_whitespace();
        let Some(bundle) = words.next() else { continue };
        let mut sum = Weights::new();
        for (name, n_bytes) in words.flat_map(of) {
            *sum.entry(name).or_default() += n_bytes;
        }
        columns.push((bundle.to_owned(), sum));
    }
    columns
}

/// The crates with most in all columns first, then all others, then the sums.
fn rows(columns: &[(String, Weights)]) -> Vec<Vec<String>> {
    let mut all = Weights::new();
    for (name, n_bytes) in columns.iter().flat_map(|(_, weights)| weights) {
        *all.entry(name.clone()).or_default() += n_bytes;
    }
    let mut names: Vec<(&String, &u64)> = all.iter().collect();
    names.sort_by(|one, other| other.1.cmp(one.1).then(one.0.cmp(other.0)));
    let names: Vec<&str> = names.into_iter().map(|(name, _)| name.as_str()).collect();
    let (large, small) = names.split_at(names.len().min(N_ROWS));
    let line = |title: &str, names: &[&str]| {
        let sum =
            |weights: &Weights| -> u64 { names.iter().filter_map(|it| weights.get(*it)).sum() };
        let cells = columns.iter().map(|(_, weights)| sum(weights).to_string());
        std::iter::once(title.to_owned()).chain(cells).collect::<Vec<_>>()
    };
    let mut rows: Vec<_> = large.iter().map(|&name| line(name, &[name])).collect();
    if !small.is_empty() {
        rows.push(line(&format!("{} others", small.len()), small));
    }
    rows.push(line("all", &names));
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_bundles_share_counts_in_each() {
        let told = "app_bg\tcore\t5\nsplit_office\tcore\t2\nchunk_0\tleptos\t7\nchunk_0\tcore\t1\n";
        let columns = columns("office split_office chunk_0\nsaying chunk_0\n", &parts(told));
        assert_eq!(
            columns.iter().map(|(name, _)| &name[..]).collect::<Vec<_>>(),
            ["first load", "office", "saying"]
        );
        assert_eq!(
            rows(&columns),
            [["leptos", "0", "7", "7"], ["core", "5", "3", "1"], ["all", "5", "10", "8"],]
        );
    }

    #[test]
    fn small_crates_stand_together() {
        let many = (0..N_ROWS + 5).map(|n| (format!("crate_{n:02}"), 1)).collect::<Weights>();
        let rows = rows(&[("first load".to_owned(), many)]);
        assert_eq!(rows.len(), N_ROWS + 2);
        assert_eq!(rows[N_ROWS], ["5 others", "5"]);
        assert_eq!(rows[N_ROWS + 1], ["all", "35"]);
    }
}
