//! Has anything changed since the client was built? Asked of contents, not of clocks.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use crate::failure::{Failure, cannot};

/// A number that is the same as long as the files are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Fingerprint(u64);

impl Fingerprint {
    /// Of the names and contents of these files, and of all files in these folders.
    ///
    /// What does not exist counts as such: a file that appears is a change.
    pub(crate) fn of_contents(root: &Path, paths: &[&str]) -> Result<Self, Failure> {
        Self::of(root, paths, |file, hasher| {
            fs::read(file).map_err(cannot("read", file))?.hash(hasher);
            Ok(())
        })
    }

    /// Of the names and sizes only, for files whose names already tell their content.
    pub(crate) fn of_sizes(folder: &Path) -> Result<Self, Failure> {
        Self::of(folder, &["."], |file, hasher| {
            fs::metadata(file).map_err(cannot("read", file))?.len().hash(hasher);
            Ok(())
        })
    }

    fn of(
        root: &Path,
        paths: &[&str],
        hash_file: impl Fn(&Path, &mut DefaultHasher) -> Result<(), Failure>,
    ) -> Result<Self, Failure> {
        let mut hasher = DefaultHasher::new();
        for path in paths {
            for file in files_under(&root.join(path))? {
                file.strip_prefix(root).unwrap_or(&file).hash(&mut hasher);
                hash_file(&file, &mut hasher)?;
            }
        }
        Ok(Self(hasher.finish()))
    }

    /// The stamp of a build: what went in and what came out.
    pub(crate) fn with(self, other: Self) -> String {
        format!("{:016x} {:016x}\n", self.0, other.0)
    }
}

/// All files under a path, in the order of their names; none if there is nothing.
pub(crate) fn files_under(path: &Path) -> Result<Vec<PathBuf>, Failure> {
    if path.is_file() {
        return Ok(vec![path.to_owned()]);
    }
    if !path.is_dir() {
        return Ok(Vec::new());
    }
    let mut entries = Vec::new();
    for entry in fs::read_dir(path).map_err(cannot("list", path))? {
        entries.push(entry.map_err(cannot("list", path))?.path());
    }
    entries.sort();
    let mut files = Vec::new();
    for entry in entries {
        files.extend(files_under(&entry)?);
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn empty_folder(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("huiyin-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(folder.join("src/deep")).unwrap();
        folder
    }

    #[test]
    fn every_change_of_a_source_is_noticed_and_nothing_else() {
        let root = empty_folder("stamp");
        let now = || Fingerprint::of_contents(&root, &["src", "index.html"]).unwrap();
        fs::write(root.join("src/deep/a.rs"), "one").unwrap();
        let first = now();
        fs::write(root.join("src/deep/a.rs"), "one").unwrap();
        fs::write(root.join("README.md"), "not a source").unwrap();
        assert_eq!(now(), first);
        fs::write(root.join("src/deep/a.rs"), "two").unwrap();
        let second = now();
        assert_ne!(second, first);
        fs::write(root.join("index.html"), "").unwrap();
        assert_ne!(now(), second);
        fs::remove_dir_all(root).unwrap();
    }

    #[test]
    fn files_are_listed_in_the_order_of_their_names() {
        let root = empty_folder("files");
        for name in ["src/b", "src/deep/c", "src/a"] {
            fs::write(root.join(name), "").unwrap();
        }
        let files = files_under(&root.join("src")).unwrap();
        assert_eq!(files, ["src/a", "src/b", "src/deep/c"].map(|name| root.join(name)));
        fs::remove_dir_all(root).unwrap();
    }
}
