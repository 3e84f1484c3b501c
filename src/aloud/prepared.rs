//! Recordings prepared for sentences: files beside the app, in `audio/<language>.json`.
use crate::browser::document;
use huiyin_domain::hash::sha256_hex;
use std::collections::BTreeMap;

/// Which sentence has a recording: its text, or the beginning of its hash, and the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prepared {
    files: BTreeMap<String, String>,
}

/// As many characters of the SHA-256 of a sentence name it.
const HASH_CHARS: usize = 16;

impl Prepared {
    /// Asks for the list of a language; that there is none is usual.
    pub async fn load(language: &str) -> Self {
        let address = format!("{}audio/{language}.json", document::base_path());
        let read = async {
            let answer = gloo_net::http::Request::get(&address).send().await.ok()?;
            if !answer.ok() {
                return None;
            }
            answer.json().await.ok()
        };
        Self { files: read.await.unwrap_or_default() }
    }

    /// The address of the recording of a sentence, if there is one.
    pub fn recording(&self, sentence: &str) -> Option<String> {
        let sentence = sentence.trim();
        let by_text = || self.files.get(sentence);
        let file =
            self.files.get(&sha256_hex(sentence.as_bytes())[..HASH_CHARS]).or_else(by_text)?;
        // Only files beside the list: nothing is ever fetched from another host.
        let is_plain = |it: char| it.is_ascii_alphanumeric() || "-_.".contains(it);
        file.chars().all(is_plain).then(|| format!("{}audio/{file}", document::base_path()))
    }
}
