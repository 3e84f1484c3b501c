//! Every refusal that a walk through a whole season meets has a sentence in Chinese and in English.
#![allow(dead_code, reason = "the domain's stories set up more than this walk needs")]

#[path = "../domain/tests/stories/promise.rs"]
mod promise;
#[path = "../domain/tests/stories/season.rs"]
mod season;
#[path = "../domain/tests/stories/season_steps.rs"]
mod season_steps;
#[path = "../domain/tests/stories/support.rs"]
mod support;
#[path = "../domain/tests/stories/way.rs"]
mod way;

use huiyin_app::words::problems::{CHINESE, ENGLISH};
use huiyin_domain::refusals::Refusal;
use season::Season;
use season_steps::{KINDS, Step, take};
use std::collections::BTreeMap;

const WALKS: u64 = 200;
const STEPS: u32 = 250;

/// Numbers that are the same on every machine and every day (a linear congruence by Knuth).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: u8) -> u8 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        u8::try_from((self.0 >> 33) % u64::from(end)).expect("it is below a small number")
    }
}

/// Which refusal it is, without its facts.
fn kind(refusal: &Refusal) -> String {
    let wire = serde_json::to_value(refusal).expect("refusals are JSON");
    let word = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    let why = &wire["why"];
    [word(&wire["kind"]), word(&why["kind"]), word(&why["what"])].join(" ")
}

/// One of each refusal that was met.
fn met() -> BTreeMap<String, Refusal> {
    let mut met = BTreeMap::new();
    for seed in 0..WALKS {
        let mut numbers = Numbers(seed);
        let mut season = Season::collecting();
        for _ in 0..STEPS {
            let who = numbers.below(u8::MAX);
            let what = numbers.below(KINDS);
            let proposal = u32::from(numbers.below(3)) + 1;
            let number = numbers.below(u8::MAX);
            if let Some(Err(refusal)) = take(&mut season, Step { who, what, proposal, number }) {
                met.insert(kind(&refusal), refusal);
            }
        }
    }
    met
}

fn has_chinese(words: &str) -> bool {
    words.chars().any(|it| ('\u{4e00}'..='\u{9fff}').contains(&it))
}

#[test]
fn every_no_of_a_season_says_why_in_both_languages() {
    let met = met();
    let least = ["sign_in_first", "organiser_only", "not_in_this_phase", "not_at_this_stage"];
    for kind in least {
        assert!(met.keys().any(|met| met.starts_with(kind)), "the walk never met {kind}: {met:?}");
    }
    for room in ["contest ", "delivery "] {
        assert!(met.keys().any(|met| met.starts_with(room)), "the walk never came to {room}");
    }
    for (kind, refusal) in &met {
        let (zh, en) = ((CHINESE.refusal)(refusal), (ENGLISH.refusal)(refusal));
        assert!(has_chinese(&zh), "{kind} in Chinese: {zh:?}");
        assert!(!en.trim().is_empty() && !has_chinese(&en), "{kind} in English: {en:?}");
        assert!(zh.ends_with(['。', '?', '！', '!']), "{kind} is a sentence: {zh}");
        assert!(en.ends_with(['.', '?', '!']), "{kind} is a sentence: {en}");
    }
}
