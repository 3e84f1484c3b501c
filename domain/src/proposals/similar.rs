//! Has somebody asked for this already? Titles that say nearly the same (相似提案).
//!
//! Chinese titles are compared by pairs of characters that follow one another, others by words.
//! What many titles share without asking for the same, such as a building or "to install", counts
//! little. Of ten thousand titles, an optimised build found the nearest in seven milliseconds on
//! one core, and needed seventy to prepare them, once.
use super::{StageKind, Title};
use crate::ids::ProposalId;
use serde::{Deserialize, Serialize};

/// The titles of a contest's proposals, or of those nearest to what somebody writes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Titles {
    /// One for each proposal.
    pub items: Vec<TitleRow>,
    /// There are more than [`Titles::SENT_MAX`]: none is sent, and the server is asked for the
    /// nearest instead.
    #[serde(default)]
    pub are_too_many: bool,
}

impl Titles {
    /// Most titles that are sent to a phone, which compares them without telling what is typed.
    pub const SENT_MAX: u32 = 300;
    /// So many characters of what is typed are compared on the server: no title is longer.
    pub const TYPED_MAX: usize = Title::MAX_CHARS;

    /// What of a typed text is compared on the server.
    pub fn compared(typed: &str) -> &str {
        match typed.char_indices().nth(Self::TYPED_MAX) {
            Some((end, _)) => &typed[..end],
            None => typed,
        }
    }
}

/// One of them, with what a card says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TitleRow {
    /// Its number.
    pub id: ProposalId,
    /// What.
    pub title: String,
    /// Where.
    pub place: String,
    /// Where it stands.
    pub stage_kind: StageKind,
}

/// A title that is nearly what was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// Which.
    pub row: TitleRow,
    /// How near, of a hundred.
    pub percent: u32,
}

/// Most matches that are told.
pub const MATCHES_MAX: usize = 3;
/// Less than this is not near.
const NEAR_PERCENT: u32 = 30;
/// What was typed must weigh so much: a word, or two characters that mean something.
const LEAST_WEIGHT: u32 = 6;

/// Characters that only hold a sentence together; titles are compared without them.
const FILLERS: &str = "的了个一在给把请和与吧呢吗着里上下中能要想希望建议为我们大家";
/// Characters of places and of doing anything at all.
const LIGHT: &str = "号楼栋幢单元门口小区院社增加装设置安修建改造换新添做地方太少多";
/// English words that say nothing about what is asked for.
const LIGHT_WORDS: [&str; 24] = [
    "the", "an", "at", "of", "in", "on", "for", "to", "and", "by", "near", "with", "our", "new",
    "more", "some", "add", "install", "build", "make", "please", "building", "entrance", "put",
];

/// A pair of characters, a character or a word, and how much it counts.
type Feature = (u64, u32);

/// Titles prepared for comparing, so that each letter that is typed costs little.
#[derive(Clone, Debug, Default)]
pub struct Known {
    rows: Vec<(TitleRow, Vec<Feature>)>,
}

impl Known {
    /// Prepares the titles of what still stands by itself: not those that were taken back or went
    /// into another, which stands here, too.
    pub fn of(rows: &[TitleRow]) -> Self {
        let stands = rows.iter().filter(|row| stands(row.stage_kind));
        Self { rows: stands.map(|row| (row.clone(), features(&row.title))).collect() }
    }

    /// The titles nearest to what is typed, the nearest first, then by number.
    pub fn similar(&self, typed: &str) -> Vec<Match> {
        let typed = features(typed);
        if weight(&typed) < LEAST_WEIGHT {
            return Vec::new();
        }
        let mut near: Vec<(u32, &TitleRow)> = self
            .rows
            .iter()
            .map(|(row, title)| (percent(&typed, title), row))
            .filter(|(percent, _)| *percent >= NEAR_PERCENT)
            .collect();
        near.sort_by_key(|(percent, row)| (std::cmp::Reverse(*percent), row.id));
        let told = near.into_iter().take(MATCHES_MAX);
        told.map(|(percent, row)| Match { row: row.clone(), percent }).collect()
    }
}

/// The titles nearest to what is typed; for a single question.
pub fn similar(typed: &str, rows: &[TitleRow]) -> Vec<Match> {
    Known::of(rows).similar(typed)
}

fn stands(stage: StageKind) -> bool {
    match stage {
        StageKind::Withdrawn | StageKind::MergedInto => false,
        StageKind::Submitted
        | StageKind::Returned
        | StageKind::CoSigning
        | StageKind::Qualified
        | StageKind::UnderReview
        | StageKind::Shortlisted
        | StageKind::NotFeasible
        | StageKind::OutOfScope
        | StageKind::Won
        | StageKind::Reserve
        | StageKind::GivenBack
        | StageKind::NotSelected
        | StageKind::InDelivery
        | StageKind::Delivered
        | StageKind::Stopped => true,
    }
}

fn weight(features: &[Feature]) -> u32 {
    features.iter().map(|(_, weight)| weight).sum()
}

/// Twice what both share, of what both have together (Dice).
fn percent(one: &[Feature], other: &[Feature]) -> u32 {
    let all = weight(one) + weight(other);
    let (mut at, mut shared) = (0, 0);
    for (feature, weight) in one {
        while other.get(at).is_some_and(|(it, _)| it < feature) {
            at += 1;
        }
        if other.get(at).is_some_and(|(it, _)| it == feature) {
            shared += weight;
        }
    }
    (200 * shared).checked_div(all).unwrap_or(0)
}

/// What a title consists of, in order and each once.
fn features(title: &str) -> Vec<Feature> {
    let mut features = Vec::new();
    let mut word = String::new();
    let mut before = None;
    for character in title.chars().map(narrow) {
        if is_han(character) {
            end_word(&mut word, &mut features);
            if FILLERS.contains(character) {
                continue;
            }
            if let Some(before) = before {
                let light = u32::from(is_light(before)) + u32::from(is_light(character));
                features.push((pair(before, character), 4 >> light));
            }
            if !is_light(character) {
                features.push((u64::from(u32::from(character)), 2));
            }
            before = Some(character);
        } else if character.is_alphanumeric() {
            word.extend(character.to_lowercase());
            before = None;
        } else {
            // Signs, pictures and marks of direction only end a word.
            end_word(&mut word, &mut features);
        }
    }
    end_word(&mut word, &mut features);
    features.sort_unstable();
    features.dedup();
    features
}

/// Letters and digits of full width as those of the usual one.
fn narrow(character: char) -> char {
    match character {
        '！'..='～' => char::from_u32(u32::from(character) - 0xFEE0).unwrap_or(character),
        _ => character,
    }
}

fn is_han(character: char) -> bool {
    matches!(character, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

fn is_light(character: char) -> bool {
    LIGHT.contains(character)
}

fn pair(one: char, other: char) -> u64 {
    u64::from(u32::from(one)) << 32 | u64::from(u32::from(other))
}

/// Takes up the word that has ended. A single letter is more often markup than a word.
fn end_word(word: &mut String, features: &mut Vec<Feature>) {
    let ended = std::mem::take(word);
    if ended.chars().all(|character| character.is_ascii_digit()) {
        if !ended.is_empty() {
            features.push((named(&ended), 1));
        }
        return;
    }
    let singular = ended.strip_suffix('s').filter(|rest| rest.len() > 2).unwrap_or(&ended);
    if ended.chars().count() > 1 {
        let is_light = LIGHT_WORDS.contains(&singular) || LIGHT_WORDS.contains(&ended.as_str());
        features.push((named(singular), if is_light { 1 } else { 6 }));
    }
}

/// A word as a number (FNV-1a), marked so that it is no pair of characters.
fn named(word: &str) -> u64 {
    let hash = word.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    hash | 1 << 63
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(id: u32, title: &str) -> TitleRow {
        TitleRow {
            id: ProposalId(id),
            title: title.to_owned(),
            place: "3号楼".to_owned(),
            stage_kind: StageKind::CoSigning,
        }
    }

    fn neighbourhood() -> Vec<TitleRow> {
        let titles = [
            "给3号楼门口加装扶手",
            "增加电动车充电桩",
            "楼道灯坏了,请修一下",
            "小区东门增设减速带",
            "在中心花园增设儿童游乐设施",
            "垃圾分类投放点加盖雨棚",
            "Handrails at the entrance of building 3",
            "6号楼加装电梯",
        ];
        titles.iter().zip(1..).map(|(title, id)| row(id, title)).collect()
    }

    fn found(typed: &str) -> Vec<u32> {
        similar(typed, &neighbourhood()).iter().map(|it| it.row.id.0).collect()
    }

    #[test]
    fn the_same_thing_in_other_words_is_found() {
        assert_eq!(found("3号楼单元门口装个扶手吧"), [1]);
        assert_eq!(found("电瓶车充电的地方太少"), [2]);
        assert_eq!(found("修一修楼道的灯"), [3]);
        assert_eq!(found("希望东门能装减速带"), [4]);
        assert_eq!(found("给孩子们建儿童游乐场"), [5]);
        assert_eq!(found("垃圾投放点装雨棚"), [6]);
        assert_eq!(found("install a handrail by building 3"), [7]);
        assert_eq!(found("扶手"), [1]);
        let benches = [row(1, "在花坛边放长椅")];
        assert_eq!(similar("楼下多放两张长椅", &benches).len(), 1);
    }

    #[test]
    fn what_only_shares_a_place_or_a_verb_is_not_found() {
        assert_eq!(found("在3号楼门口种花"), [] as [u32; 0]);
        assert_eq!(found("加装门禁"), [] as [u32; 0]);
        assert_eq!(found("给6号楼修屋顶"), [] as [u32; 0]);
        assert_eq!(found("New benches at building 3"), [] as [u32; 0]);
        assert_eq!(found("组织老年合唱团"), [] as [u32; 0]);
    }

    #[test]
    fn too_little_typed_finds_nothing() {
        for typed in ["", " ", "扶", "3", "a", "的的的"] {
            assert_eq!(found(typed), [] as [u32; 0], "{typed}");
        }
    }

    #[test]
    fn pictures_markup_and_marks_of_direction_do_no_harm() {
        assert_eq!(found("<b>扶手</b>👵🏻\u{202e}3号楼门口"), [1]);
        assert_eq!(found("\u{200f}\u{2066}楼道灯\u{2069}坏了!!!💡"), [3]);
        assert_eq!(found("<script>alert(1)</script>"), [] as [u32; 0]);
        assert_eq!(found("🙂🙂🙂🙂"), [] as [u32; 0]);
        assert_eq!(found("ＨＡＮＤＲＡＩＬＳ　３"), [7]);
        let huge = "扶手".repeat(50_000);
        assert_eq!(found(&huge), [1]);
    }

    #[test]
    fn the_nearest_three_come_first_and_then_the_lower_number() {
        let rows: Vec<_> = (1..=5).map(|id| row(id, "加装扶手")).collect();
        let near = similar("加装扶手", &rows);
        let ids: Vec<u32> = near.iter().map(|it| it.row.id.0).collect();
        assert_eq!(ids, [1, 2, 3]);
        assert!(near.iter().all(|it| it.percent == 100));
        let mut better = rows;
        better.push(row(9, "给门口的台阶加装扶手"));
        assert_eq!(similar("给门口的台阶加装扶手", &better)[0].row.id.0, 9);
    }

    #[test]
    fn a_long_text_is_cut_between_characters() {
        let typed = "扶手".repeat(50);
        assert_eq!(Titles::compared(&typed).chars().count(), Titles::TYPED_MAX);
        assert_eq!(Titles::compared("扶手"), "扶手");
        assert_eq!(Titles::compared(""), "");
    }

    #[test]
    fn what_was_taken_back_or_merged_is_left_out() {
        let mut rows = neighbourhood();
        rows[0].stage_kind = StageKind::Withdrawn;
        assert!(similar("3号楼门口加装扶手", &rows).is_empty());
        rows[0].stage_kind = StageKind::MergedInto;
        assert!(similar("3号楼门口加装扶手", &rows).is_empty());
        rows[0].stage_kind = StageKind::OutOfScope;
        assert_eq!(similar("3号楼门口加装扶手", &rows).len(), 1);
    }
}
