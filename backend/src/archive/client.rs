//! The app in an archive: the same files, and its page once for each address that can be opened.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use huiyin_domain::archive::{ANSWERS, Archive};
use serde_json::{Map, Value, json};

use crate::{
    http::client::{is_packed, read_folder},
    trouble::Trouble,
};

/// The app's page.
const PAGE: &str = "index.html";
/// What the app reads first.
const CONFIG: &str = "config.json";

/// The built app.
#[derive(Clone, Debug)]
pub struct Client {
    files: BTreeMap<String, Vec<u8>>,
    page: String,
}

impl Client {
    /// Reads the built app; the packed twins of its files stay behind, since the page is changed.
    pub fn read(folder: &Path) -> Result<Self, Trouble> {
        let not_built = || {
            Trouble::new(format!(
                "{} has no app in it: build it first (`cargo xtask build`), then name the folder \
                 with --client.",
                folder.display()
            ))
        };
        let mut files = BTreeMap::new();
        read_folder(folder, "", &mut files).map_err(|_| not_built())?;
        files.retain(|name, _| !is_packed(name));
        let page = files.get(PAGE).cloned().and_then(|page| String::from_utf8(page).ok());
        Ok(Self { page: page.ok_or_else(not_built)?, files })
    }

    /// All files, with the page at each of these addresses: a bare file server opens them all.
    pub fn files(&self, addresses: &BTreeSet<String>) -> BTreeMap<String, Vec<u8>> {
        let mut files = self.files.clone();
        files.remove(CONFIG);
        let pages: Vec<String> = files.keys().filter(|name| is_page(name)).cloned().collect();
        for name in pages {
            let text = self.relative(&String::from_utf8_lossy(&files[&name]));
            let page = at_depth(&text, depth(&name));
            files.insert(name, page.into_bytes());
        }
        let page = self.relative(&self.page);
        for address in addresses.iter().filter(|address| !address.is_empty()) {
            let name = format!("{address}/{PAGE}");
            let page = at_depth(&page, depth(&name));
            files.insert(name, page.into_bytes());
        }
        files
    }

    /// The app's own settings, changed so that it reads files and asks no server.
    pub fn config(&self, community: &str, archive: &Archive) -> Result<Vec<u8>, Trouble> {
        let kept = self.files.get(CONFIG).and_then(|text| serde_json::from_slice(text).ok());
        let mut config: Map<String, Value> = kept.unwrap_or_default();
        config.insert("api".to_owned(), ANSWERS.into());
        config.insert("community".to_owned(), community.into());
        config.insert("archive".to_owned(), json!(archive));
        serde_json::to_vec_pretty(&config)
            .map_err(|error| Trouble::new(format!("The settings cannot be written: {error}.")))
    }

    /// A page that names the app's files from where the app is, and not from the root of a host.
    fn relative(&self, page: &str) -> String {
        let mut page = page.to_owned();
        for name in self.files.keys().filter(|name| !name.contains('/')) {
            for before in ["=", "\"", "'", "`"] {
                page = page.replace(&format!("{before}/{name}"), &format!("{before}./{name}"));
            }
        }
        page
    }
}

/// A page so many folders down. Its own `<base>` comes first, and the first one counts.
fn at_depth(page: &str, depth: usize) -> String {
    let up = if depth == 0 { "./".to_owned() } else { "../".repeat(depth) };
    let (before, after) = page.split_at(head(page));
    format!("{before}<base href=\"{up}\">{after}")
}

fn is_page(name: &str) -> bool {
    name == PAGE || name.ends_with(&format!("/{PAGE}"))
}

/// In how many folders a file lies.
fn depth(name: &str) -> usize {
    name.matches('/').count()
}

/// Where the head of a page begins; a minified page has no tag that says so.
fn head(page: &str) -> usize {
    let after = |tag: &str| {
        let begin = page.find(tag)?;
        Some(begin + page[begin..].find('>')? + 1)
    };
    let of_head = after("<head>").or_else(|| after("<head "));
    of_head.or_else(|| after("<html")).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn client(page: &str) -> Client {
        let files = [(PAGE, page), ("app-0f.js", ""), (CONFIG, "{\"api\":\"api/v1\",\"more\":1}")];
        let files = files.map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()));
        Client { files: BTreeMap::from(files), page: page.to_owned() }
    }

    #[test]
    fn the_page_finds_the_app_from_every_folder() {
        let page = "<!doctype html><html lang=zh-CN><meta charset=utf-8><base href=/>\
            <link href=/app-0f.js><script>import init from\"/app-0f.js\"</script>";
        let files = client(page).files(&BTreeSet::from(["".to_owned(), "contests/3".to_owned()]));
        let text = |name: &str| String::from_utf8(files[name].clone()).unwrap();
        let below = text("contests/3/index.html");
        assert!(below.starts_with("<!doctype html><html lang=zh-CN><base href=\"../../\"><meta"));
        assert!(below.contains("href=./app-0f.js") && below.contains("from\"./app-0f.js\""));
        assert!(text("index.html").contains("<base href=\"./\">"));
        assert!(!files.contains_key(CONFIG) && !files.contains_key("/index.html"));
    }

    #[test]
    fn settings_that_are_not_about_the_server_stay() {
        let at = huiyin_domain::time::Moment::from_millis(0);
        let archive = Archive { contest: huiyin_domain::ids::ContestId(3), at };
        let config = client("").config("wutong", &archive).unwrap();
        let config: Value = serde_json::from_slice(&config).unwrap();
        assert_eq!(config["api"], ANSWERS);
        assert_eq!(config["more"], 1);
        assert_eq!(config["archive"]["contest"], 3);
    }
}
