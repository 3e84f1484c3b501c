//! What words sound like: recognisers write another character of the same sound, or a near one.
use super::{
    Tongue,
    numbers::{end_of_run, is_in_number, numeral, parse_chinese, spoken},
    syllables::SYLLABLES,
};
use crate::digits::digit;

/// One sound of what was said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Sound {
    /// A syllable of Chinese, without its tone.
    Syllable(&'static str),
    /// A number of more than one digit.
    Number(u32),
    /// A word of another script, in small letters.
    Word(String),
    /// A character whose sound is not known: like itself only.
    Other(char),
}

/// Two sounds that dialects do not tell apart.
pub(super) const NEAR: u32 = 1;
/// Another sound, one too many, or one that is missing.
pub(super) const FAR: u32 = 2;

/// What a text sounds like, without punctuation.
pub(super) fn sounds(text: &str) -> Vec<Sound> {
    let mut heard = Vec::new();
    let mut at = 0;
    while let Some(character) = text[at..].chars().next() {
        let start = at;
        if is_in_number(character) {
            at = end_of_run(text, start);
            number_sounds(&text[start..at], &mut heard);
        } else if character.is_alphabetic() && !is_chinese(character) {
            let is_apart = |it: char| !(it.is_alphabetic() || it == '\'') || is_chinese(it);
            at = text[start..].find(is_apart).map_or(text.len(), |length| start + length);
            heard.push(Sound::Word(text[start..at].to_lowercase()));
        } else {
            at += character.len_utf8();
            if is_chinese(character) {
                heard.push(syllable(character).map_or(Sound::Other(character), Sound::Syllable));
            }
        }
    }
    heard
}

/// 一 alone is a syllable as in 下一步; 一百二十八, 128 and 幺二八 are the same number.
fn number_sounds(run: &str, heard: &mut Vec<Sound>) {
    let run = run.replace(',', "");
    let n_characters = run.chars().count();
    let number = parse_chinese(&run).filter(|number| n_characters > 1 || *number > 9);
    if let Some(number) = number {
        heard.push(Sound::Number(number));
        return;
    }
    for character in run.chars() {
        let character = if character == '幺' {
            character
        } else {
            digit(character).map_or(character, |digit| numeral(u32::from(digit)))
        };
        heard.push(syllable(character).map_or(Sound::Other(character), Sound::Syllable));
    }
}

fn is_chinese(character: char) -> bool {
    matches!(character, '\u{4e00}'..='\u{9fff}' | '〇')
}

fn syllable(character: char) -> Option<&'static str> {
    let groups = SYLLABLES.iter().flat_map(|line| line.split(' '));
    let group = groups.into_iter().find(|group| group.contains(character))?;
    let end = group.find(|letter: char| !letter.is_ascii())?;
    Some(&group[..end])
}

/// The numeral that sounds like this, for numbers that were written with other characters.
pub(super) fn numeral_of(sound: &Sound) -> Option<String> {
    let numeral = match sound {
        // Said in full, so that 120 and a stray 八 after it are 128, not 1208.
        Sound::Number(number) => return Some(spoken(*number, Tongue::Chinese)),
        Sound::Word(_) | Sound::Other(_) => return None,
        Sound::Syllable(syllable) => match *syllable {
            "ling" => '零',
            "yi" => '一',
            "yao" => '幺',
            "er" | "liang" => '二',
            "san" => '三',
            "si" => '四',
            "wu" => '五',
            "liu" => '六',
            "qi" => '七',
            "ba" => '八',
            "jiu" => '九',
            "shi" => '十',
            "bai" => '百',
            "qian" => '千',
            "wan" => '万',
            _ => return None,
        },
    };
    Some(numeral.to_string())
}

/// Does this turn a sentence into its opposite?
pub(super) fn is_negation(sound: &Sound) -> bool {
    match sound {
        Sound::Syllable(syllable) => ["bu", "bie", "mei"].contains(syllable),
        Sound::Word(word) => {
            ["not", "no", "never", "don't", "dont", "do'nt"].contains(&word.as_str())
        }
        Sound::Number(_) | Sound::Other(_) => false,
    }
}

/// How far two sounds are apart.
fn apart(one: &Sound, other: &Sound) -> u32 {
    if one == other {
        return 0;
    }
    let is_near = match (one, other) {
        (Sound::Syllable(one), Sound::Syllable(other)) => {
            let pair = [*one, *other];
            softened(one) == softened(other) || pair == ["er", "liang"] || pair == ["liang", "er"]
        }
        (Sound::Word(one), Sound::Word(other)) => {
            // "don't" and "do", "no" and "not" are never near: that is the difference of a vote.
            let shorter = one.chars().count().min(other.chars().count());
            shorter > 4 && letters_apart(one, other) == 1
        }
        (_, _) => false,
    };
    if is_near { NEAR } else { FAR }
}

/// Without the differences that many people do not make: zh and z, n and l, f and hu, in and ing.
fn softened(syllable: &str) -> String {
    let mut soft = syllable.replacen("zh", "z", 1).replacen("ch", "c", 1).replacen("sh", "s", 1);
    if let Some(rest) = soft.strip_prefix('n') {
        soft = format!("l{rest}");
    }
    if let Some(rest) = soft.strip_prefix('f') {
        let middle = if rest.starts_with('u') { "" } else { "u" };
        soft = format!("h{middle}{rest}");
    }
    match soft.strip_suffix("ng") {
        Some(rest) => format!("{rest}n"),
        None => soft,
    }
}

/// The least sum of changes that makes one row of sounds the other.
pub(super) fn distance(one: &[Sound], other: &[Sound]) -> u32 {
    let cost = |a: &Sound, b: &Sound| apart(a, b);
    edits(one, other, FAR, cost)
}

fn letters_apart(one: &str, other: &str) -> u32 {
    let (one, other): (Vec<_>, Vec<_>) = (one.chars().collect(), other.chars().collect());
    edits(&one, &other, 1, |a, b| u32::from(a != b))
}

/// Levenshtein's distance, row by row; `gap` is the cost of one too many.
fn edits<T>(one: &[T], other: &[T], gap: u32, cost: impl Fn(&T, &T) -> u32) -> u32 {
    let gaps = std::iter::successors(Some(0), |sum: &u32| Some(sum + gap));
    let mut row: Vec<u32> = gaps.take(other.len() + 1).collect();
    for a in one {
        let mut diagonal = row[0];
        row[0] += gap;
        for (at, b) in other.iter().enumerate() {
            let changed = diagonal + cost(a, b);
            diagonal = row[at + 1];
            row[at + 1] = changed.min(row[at] + gap).min(diagonal + gap);
        }
    }
    row[other.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn between(one: &str, other: &str) -> u32 {
        distance(&sounds(one), &sounds(other))
    }

    #[test]
    fn another_character_of_the_same_sound_is_the_same() {
        let pairs = [
            ("提案", "提安"),
            ("下一步", "下一部"),
            ("返回", "反回"),
            ("确定", "却定"),
            ("一百二十八号", "128好"),
            ("第3号楼", "第三号楼"),
            ("幺二八", "128"),
            ("继续:检查", "继续检查。"),
        ];
        for (one, other) in pairs {
            assert_eq!(between(one, other), 0, "{one} {other}");
        }
    }

    #[test]
    fn dialects_are_near_and_other_words_are_far() {
        assert_eq!(between("重听", "从听"), NEAR);
        assert_eq!(between("返回", "换回"), NEAR);
        assert_eq!(between("停", "亭"), 0);
        assert_eq!(between("弃权", "其全"), 0);
        assert_eq!(between("联名", "年名"), NEAR);
        assert_eq!(between("是", "四"), NEAR);
        assert_eq!(between("同意", "反对"), 2 * FAR);
        assert_eq!(between("confirm", "conform"), NEAR);
        assert_eq!(between("don't", "do"), FAR);
    }

    #[test]
    fn every_character_of_the_commands_has_a_sound() {
        let words = "打开提案第号下一步个上返回重听再遍停选确定取消电话首页投票同意反对弃权帮忙大字\
            零一二三四五六七八九十百千万幺两朗读本慢点正常继续不没别";
        for character in words.chars() {
            assert!(syllable(character).is_some(), "{character}");
        }
    }
}
