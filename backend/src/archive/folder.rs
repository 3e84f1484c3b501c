//! The folder of an archive: its files, and the list that vouches for each.

use std::{
    fs,
    path::{Path, PathBuf},
};

use huiyin_domain::{archive::Archive, hash::sha256_hex};
use serde::Serialize;

use crate::trouble::Trouble;

/// The file that lists all others with their hashes.
pub const MANIFEST: &str = "archive.json";

/// One file on the list.
#[derive(Debug, Serialize)]
struct Listed {
    path: String,
    bytes: usize,
    sha256: String,
}

/// The list.
#[derive(Debug, Serialize)]
struct Manifest<'a> {
    format: &'static str,
    community: &'a str,
    title: &'a str,
    #[serde(flatten)]
    archive: &'a Archive,
    files: &'a [Listed],
}

/// A folder that is being written.
#[derive(Debug)]
pub struct Folder {
    root: PathBuf,
    files: Vec<Listed>,
}

impl Folder {
    /// A new folder; one that has something in it already is left alone.
    pub fn make(root: &Path) -> Result<Self, Trouble> {
        let cannot = |error| cannot_write(root, &error);
        fs::create_dir_all(root).map_err(cannot)?;
        if fs::read_dir(root).map_err(cannot)?.next().is_some() {
            return Err(Trouble::new(format!(
                "{} is not empty, and nothing in it is overwritten: give another folder with \
                 --out.",
                root.display()
            )));
        }
        Ok(Self { root: root.to_owned(), files: Vec::new() })
    }

    /// Writes a file; its name has `/` between folders.
    pub fn put(&mut self, name: &str, bytes: &[u8]) -> Result<(), Trouble> {
        self.write(name, bytes)?;
        let (path, sha256) = (name.to_owned(), sha256_hex(bytes));
        self.files.push(Listed { path, bytes: bytes.len(), sha256 });
        Ok(())
    }

    /// Writes the list last; how many files there are.
    pub fn close(
        mut self,
        archive: &Archive,
        community: &str,
        title: &str,
    ) -> Result<usize, Trouble> {
        self.files.sort_by(|one, other| one.path.cmp(&other.path));
        let format = "huiyin-archive/1";
        let files = &self.files;
        let list = Manifest { format, community, title, archive, files };
        let list = serde_json::to_vec_pretty(&list)
            .map_err(|error| Trouble::new(format!("The list cannot be written: {error}.")))?;
        self.write(MANIFEST, &list)?;
        Ok(self.files.len() + 1)
    }

    fn write(&self, name: &str, bytes: &[u8]) -> Result<(), Trouble> {
        let path = self.root.join(name);
        let cannot = |error| cannot_write(&path, &error);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(cannot)?;
        }
        fs::write(&path, bytes).map_err(cannot)
    }
}

fn cannot_write(path: &Path, error: &std::io::Error) -> Trouble {
    Trouble::new(format!(
        "Cannot write {}: {error}. Give another folder with --out.",
        path.display()
    ))
}
