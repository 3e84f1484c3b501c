//! Archives: a finished contest as plain files, which open and recount without a server.
use crate::{ids::ContestId, time::Moment};
use serde::{Deserialize, Serialize};

/// An archive (存档), as its `config.json` says that it is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Archive {
    /// Of which contest.
    pub contest: ContestId,
    /// When it was written.
    pub at: Moment,
}

/// The folder of the answers, beside the app's own files.
pub const ANSWERS: &str = "answers";

/// What is kept under the empty path: the community itself. No room has this name.
const COMMUNITY: &str = "community";

/// In a query: names a version for caches. An archive has one.
const VERSION: &str = "v=";

/// The file that holds what a server answers at this path, which is relative to the community
/// and may have a query.
///
/// Bare file servers know no queries and some disks no capital letters, so both are written out
/// in small letters: no two paths that differ share a file.
pub fn file_of(path: &str) -> String {
    let (path, query) = path.split_once('?').unwrap_or((path, ""));
    let (path, ending) = match path.strip_suffix(".pb") {
        Some(path) => (path, ".pb"),
        None if path.starts_with("photos/") => (path, ".jpg"),
        None => (path, ".json"),
    };
    let parts: Vec<String> = path.split('/').map(plain).collect();
    let name = if path.is_empty() { COMMUNITY.to_owned() } else { parts.join("/") };
    let is_asked = |pair: &&str| !pair.is_empty() && !pair.starts_with(VERSION);
    let mut asked: Vec<&str> = Vec::new();
    // A few parts: put in their places they need less code on phones than sorted.
    for pair in query.split('&').filter(is_asked) {
        asked.insert(asked.partition_point(|it| *it <= pair), pair);
    }
    let asked: String = asked.into_iter().map(|pair| format!(",{}", plain(pair))).collect();
    format!("{name}{asked}{ending}")
}

/// A text in the signs that every disk and every server leaves alone.
fn plain(text: &str) -> String {
    let mut written = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"-=".contains(&byte) {
            written.push(char::from(byte));
        } else {
            written.push_str(&format!("_{byte:02x}"));
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn an_answer_lies_where_a_bare_file_server_finds_it() {
        for (path, file) in [
            ("", "community.json"),
            ("home", "home.json"),
            ("contests/3", "contests/3.json"),
            ("contests/3/ballots.pb?v=00ff", "contests/3/ballots.pb"),
            ("photos/00ff", "photos/00ff.jpg"),
            ("proposals/12/texts", "proposals/12/texts.json"),
        ] {
            assert_eq!(file_of(path), file);
        }
        let first = "contests/3/proposals,limit=20,sort=newest.json";
        assert_eq!(file_of("contests/3/proposals?limit=20&sort=newest"), first);
        assert_eq!(file_of("contests/3/proposals?sort=newest&limit=20"), first);
    }

    #[test]
    fn paths_that_differ_share_no_file_even_where_capitals_are_not_told_apart() {
        let paths = [
            "a",
            "A",
            "a/b",
            "a.b",
            "a_b",
            "a_2fb",
            "a%2Fb",
            "a?b",
            "a?B",
            "a?b=c",
            "a?b=c&d=e",
            "a?b=c,d=e",
            "a.pb",
            "a?.pb",
            "photos/a",
            "photos/A",
            "../a",
            "..",
            "a/../b",
            "提案",
        ];
        let files: BTreeSet<String> =
            paths.iter().map(|path| file_of(path).to_lowercase()).collect();
        assert_eq!(files.len(), paths.len(), "{files:?}");
        for file in files {
            let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-=._,/".contains(&byte);
            assert!(file.bytes().all(is_plain), "{file}");
            assert!(!file.contains("..") && !file.starts_with('/'), "{file}");
        }
    }

    #[test]
    fn an_archive_is_read_as_it_is_written() {
        let said = r#"{"contest":3,"at":"2026-11-22T10:00:00+08:00"}"#;
        let archive: Archive = serde_json::from_str(said).unwrap();
        assert_eq!(archive.contest, ContestId(3));
        let again: Archive =
            serde_json::from_str(&serde_json::to_string(&archive).unwrap()).unwrap();
        assert_eq!(again, archive);
    }
}
