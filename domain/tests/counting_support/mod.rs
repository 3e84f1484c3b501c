//! What tests of counting share: where the elections lie, and what they must count to.
#![allow(dead_code, reason = "each test binary uses its own part of this")]

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use serde_json::Value;

/// What independent programs say about one election.
pub(crate) struct Expectations {
    pub(crate) file: String,
    pub(crate) instance: PathBuf,
    pub(crate) n_votes: u64,
    pub(crate) n_projects: usize,
    pub(crate) scales: (u64, u64),
    pub(crate) counts: Vec<ExpectedCount>,
}

/// What one rule must find.
pub(crate) struct ExpectedCount {
    pub(crate) ties: String,
    pub(crate) rule: String,
    pub(crate) winners: Vec<String>,
    pub(crate) total_cost: u64,
    pub(crate) raised: Option<(u32, String)>,
    pub(crate) reference_ms: u64,
}

/// The folder of real elections; loud if it is not there.
pub(crate) fn elections_folder() -> Option<PathBuf> {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/fixtures");
    let fixtures = std::env::var_os("HUIYIN_FIXTURES").map_or_else(beside, PathBuf::from);
    let folder = fixtures.join("elections");
    if folder.join("expected").is_dir() {
        return Some(folder);
    }
    eprintln!("SKIPPED: 91 real elections; {} is not there", folder.display());
    None
}

/// The slowest raises of shares on the largest elections are counted by the bench instead.
pub(crate) fn is_left_to_bench(count: &ExpectedCount) -> bool {
    let limit = std::env::var("HUIYIN_REFERENCE_MS_MAX").ok().and_then(|raw| raw.parse().ok());
    limit.unwrap_or(u64::MAX) < count.reference_ms
}

/// The text of a `.pb` or `.pb.gz` file.
pub(crate) fn load_text(path: &Path) -> String {
    let bytes = fs::read(path).unwrap();
    if path.extension().is_some_and(|extension| extension == "gz") {
        let mut text = String::new();
        flate2::read::GzDecoder::new(bytes.as_slice()).read_to_string(&mut text).unwrap();
        return text;
    }
    String::from_utf8(bytes).unwrap()
}

impl Expectations {
    /// All that lie in the folder.
    pub(crate) fn read_all(folder: &Path) -> Vec<Self> {
        let files = fs::read_dir(folder.join("expected")).unwrap();
        let mut files: Vec<PathBuf> = files.map(|file| file.unwrap().path()).collect();
        files.sort();
        files.iter().map(|file| Self::read(folder, file)).collect()
    }

    fn read(folder: &Path, file: &Path) -> Self {
        let json: Value = serde_json::from_slice(&fs::read(file).unwrap()).unwrap();
        let number = |key: &str| json[key].as_u64().unwrap();
        let rules = json["rules"].as_object().unwrap();
        Self {
            file: json["file"].as_str().unwrap().to_owned(),
            instance: folder.join("instances").join(json["stored_as"].as_str().unwrap()),
            n_votes: number("num_votes"),
            n_projects: number("num_projects") as usize,
            scales: (number("money_scale"), number("points_scale")),
            counts: rules.iter().map(|(key, count)| ExpectedCount::read(key, count)).collect(),
        }
    }
}

impl ExpectedCount {
    fn read(key: &str, json: &Value) -> Self {
        let (ties, rule) = key.split_once(':').unwrap();
        let raised = json.get("increments").map(|increments| {
            (increments.as_u64().unwrap() as u32, json["stop"].as_str().unwrap().to_owned())
        });
        let seconds = json["refmes_s"].as_f64().unwrap_or(0.0);
        Self {
            ties: ties.to_owned(),
            rule: rule.to_owned(),
            winners: strings(&json["winners"]),
            total_cost: json["total_cost"].as_str().unwrap().parse().unwrap(),
            raised,
            reference_ms: (seconds * 1000.0) as u64,
        }
    }
}

/// A JSON list of strings.
pub(crate) fn strings(json: &Value) -> Vec<String> {
    json.as_array().unwrap().iter().map(|item| item.as_str().unwrap().to_owned()).collect()
}

/// Chance that can be repeated: the same seed gives the same numbers (SplitMix64).
pub(crate) struct Chance(u64);

impl Chance {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number from `low` to `high`, both possible.
    pub(crate) fn from(&mut self, low: u64, high: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        low + (mixed ^ (mixed >> 31)) % (high - low + 1)
    }
}
