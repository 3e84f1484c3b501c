//! Numbers as people say them, in both languages, and back to how they are said.
use super::Tongue;
use crate::digits::digit;
use std::ops::Range;

/// What a number is written with in Chinese, besides digits.
const UNITS: [(char, u32); 4] = [('十', 10), ('百', 100), ('千', 1_000), ('万', 10_000)];

const SMALL: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: [&str; 10] =
    ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
const ORDINALS: [&str; 13] = [
    "zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
    "tenth", "eleventh", "twelfth",
];
/// What recognisers write for a number, where a number is expected.
const SOUND_ALIKE: [(&str, u32); 8] = [
    ("oh", 0),
    ("won", 1),
    ("to", 2),
    ("too", 2),
    ("tree", 3),
    ("for", 4),
    ("fore", 4),
    ("ate", 8),
];

/// One part of a Chinese number.
#[derive(Clone, Copy)]
enum Part {
    /// A digit, or several Arabic ones.
    Digits(u32),
    /// Ten, a hundred, a thousand, ten thousand.
    Unit(u32),
}

/// Reads a text that is one number and nothing else.
pub fn parse(text: &str) -> Option<u32> {
    let text = text.trim();
    if !text.is_empty() && text.chars().all(is_in_number) {
        return parse_chinese(text);
    }
    let words: Vec<String> = words_of(text);
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    parse_english(&words)
}

/// May this character stand in a number that is written in one run?
pub(super) fn is_in_number(character: char) -> bool {
    digit(character).is_some() || UNITS.iter().any(|(unit, _)| *unit == character)
}

/// The first run of digits and Chinese numerals that is a number: where it stands, and its value.
pub fn find(text: &str) -> Option<(Range<usize>, u32)> {
    let mut from = 0;
    loop {
        let start = from + text[from..].find(is_in_number)?;
        let end = end_of_run(text, start);
        match parse_chinese(&text[start..end].replace(',', "")) {
            Some(number) => return Some((start..end, number)),
            None => from = end,
        }
    }
}

/// Where the run of numerals that begins at `start` ends; a comma groups thousands.
pub(super) fn end_of_run(text: &str, start: usize) -> usize {
    let mut end = start;
    let mut characters = text[start..].char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        let follows = characters.peek().is_some_and(|(_, next)| next.is_ascii_digit());
        let groups = character == ',' && start < end && follows;
        if !is_in_number(character) && !groups {
            break;
        }
        end = start + at + character.len_utf8();
    }
    end
}

/// Reads numerals: 一百二十八, 幺二八, 128, 一百二 (120), 1万2千.
pub(super) fn parse_chinese(run: &str) -> Option<u32> {
    let parts = parts_of(run)?;
    // Of 一百二十八, recognisers sometimes make 120八.
    if let [Part::Digits(tens @ 20..), Part::Digits(ones @ 1..10)] = parts.as_slice()
        && tens.is_multiple_of(10)
    {
        return tens.checked_add(*ones);
    }
    if parts.iter().all(|part| matches!(part, Part::Digits(_))) {
        let digits = run.chars().filter_map(digit).map(|digit| char::from(b'0' + digit));
        return digits.collect::<String>().parse().ok();
    }
    let (mut total, mut section) = (0_u32, 0_u32);
    let (mut waiting, mut last_unit, mut has_zero) = (None, 0, false);
    for part in parts {
        match part {
            Part::Digits(0) => has_zero = true,
            Part::Digits(_) if waiting.is_some() => return None,
            Part::Digits(digits) => waiting = Some(digits),
            Part::Unit(10_000) => {
                section = section.checked_add(waiting.take().unwrap_or(0))?;
                if section == 0 || total > 0 {
                    return None;
                }
                total = section.checked_mul(10_000)?;
                (section, last_unit, has_zero) = (0, 10_000, false);
            }
            Part::Unit(unit) => {
                // 十八 is 18; 百八 is nothing.
                let is_plain_ten = unit == 10 && section == 0;
                let digits = waiting.take().or(is_plain_ten.then_some(1))?;
                section = section.checked_add(digits.checked_mul(unit)?)?;
                (last_unit, has_zero) = (unit, false);
            }
        }
    }
    let last = match waiting {
        // 一百二 is said for 120, 一百零二 for 102.
        Some(digit) if !has_zero && last_unit > 10 && digit < 10 => digit * (last_unit / 10),
        Some(digits) => digits,
        None => 0,
    };
    total.checked_add(section)?.checked_add(last)
}

fn parts_of(run: &str) -> Option<Vec<Part>> {
    let mut parts = Vec::new();
    let mut was_arabic = false;
    for character in run.chars() {
        let is_arabic = character.is_ascii_digit() || ('０'..='９').contains(&character);
        if let Some((_, unit)) = UNITS.iter().find(|(name, _)| *name == character) {
            parts.push(Part::Unit(*unit));
        } else {
            let value = u32::from(digit(character)?);
            match parts.last_mut() {
                Some(Part::Digits(digits)) if was_arabic && is_arabic => {
                    *digits = digits.checked_mul(10)?.checked_add(value)?;
                }
                _ => parts.push(Part::Digits(value)),
            }
        }
        was_arabic = is_arabic;
    }
    (!parts.is_empty()).then_some(parts)
}

/// The words of an English text, in small letters.
pub(super) fn words_of(text: &str) -> Vec<String> {
    let is_apart = |character: char| !character.is_alphanumeric() && character != '\'';
    let words = text.split(is_apart).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

/// Reads English number words: "one hundred and twenty-eight", "one two eight", "the second".
pub(super) fn parse_english(words: &[&str]) -> Option<u32> {
    // "one twenty eight" and "one two eight" are said for 128: parts one after the other.
    let (mut total, mut parts) = (0_u32, Vec::<u32>::new());
    let mut has_unit = false;
    for (at, word) in words.iter().enumerate() {
        match *word {
            "and" if has_unit && at + 1 < words.len() => {}
            "hundred" | "thousand" => {
                let unit = if *word == "hundred" { 100 } else { 1_000 };
                let before =
                    if parts.is_empty() { 1 } else { joined(&std::mem::take(&mut parts))? };
                total = if unit == 1_000 {
                    total.checked_add(before)?.checked_mul(unit)?
                } else {
                    total.checked_add(before.checked_mul(unit)?)?
                };
                has_unit = true;
            }
            word => {
                let value = value_of(word)?;
                match parts.last_mut() {
                    Some(tens) if *tens >= 20 && *tens % 10 == 0 && (1..10).contains(&value) => {
                        *tens = tens.checked_add(value)?;
                    }
                    _ => parts.push(value),
                }
            }
        }
    }
    match (parts.is_empty(), has_unit) {
        (true, false) => None,
        (true, true) => Some(total),
        (false, false) => joined(&parts),
        (false, true) => total.checked_add(joined(&parts)?),
    }
}

fn joined(parts: &[u32]) -> Option<u32> {
    parts.iter().map(u32::to_string).collect::<String>().parse().ok()
}

fn value_of(word: &str) -> Option<u32> {
    let at = |list: &[&str]| {
        let place = list.iter().position(|it| !it.is_empty() && *it == word);
        place.and_then(|place| u32::try_from(place).ok())
    };
    let is_digit = |character: char| character.is_ascii_digit();
    let digits = word.trim_end_matches(|character: char| character.is_ascii_alphabetic());
    let ending = &word[digits.len()..];
    if !digits.is_empty() && digits.chars().all(is_digit) {
        return ["", "st", "nd", "rd", "th"].contains(&ending).then(|| digits.parse().ok())?;
    }
    let sound_alike = || SOUND_ALIKE.iter().find(|(it, _)| *it == word).map(|(_, value)| *value);
    let tens = || at(&TENS).map(|tens| tens * 10);
    let ordinal = || at(&ORDINALS);
    at(&SMALL).or_else(tens).or_else(ordinal).or_else(sound_alike)
}

/// A number as it is said: 一百二十八, "one hundred and twenty-eight".
pub fn spoken(number: u32, tongue: Tongue) -> String {
    match tongue {
        Tongue::Chinese => in_chinese(number),
        Tongue::English => in_english(number),
    }
}

/// Digits one after the other, with 幺 for one as on the telephone: 七 and 一 sound alike.
pub fn spoken_digits(digits: &str, tongue: Tongue) -> String {
    let said = digits.chars().filter_map(digit).map(usize::from);
    match tongue {
        Tongue::Chinese => {
            const DIGITS: [char; 10] = ['零', '幺', '二', '三', '四', '五', '六', '七', '八', '九'];
            said.map(|digit| DIGITS[digit]).collect()
        }
        Tongue::English => said.map(|digit| SMALL[digit]).collect::<Vec<_>>().join(" "),
    }
}

/// One numeral from 0 to 9 in Chinese.
pub(super) fn numeral(digit: u32) -> char {
    const NUMERALS: [char; 10] = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
    NUMERALS[(digit % 10) as usize]
}

fn in_chinese(number: u32) -> String {
    if number == 0 {
        return "零".to_owned();
    }
    let (yi, wan, rest) = (number / 100_000_000, number / 10_000 % 10_000, number % 10_000);
    let mut said = String::new();
    for (section, unit) in [(yi, "亿"), (wan, "万"), (rest, "")] {
        if section == 0 {
            continue;
        }
        if !said.is_empty() && section < 1_000 {
            said.push('零');
        }
        said.push_str(&section_in_chinese(section));
        said.push_str(unit);
    }
    // 十二, not 一十二, at the very beginning.
    match said.strip_prefix("一十") {
        Some(rest) => format!("十{rest}"),
        None => said,
    }
}

fn section_in_chinese(section: u32) -> String {
    let mut said = String::new();
    let mut has_gap = false;
    for (unit, name) in [(1_000, "千"), (100, "百"), (10, "十"), (1, "")] {
        let digit = section / unit % 10;
        if digit == 0 {
            has_gap = !said.is_empty();
            continue;
        }
        if has_gap {
            said.push('零');
        }
        has_gap = false;
        said.push(numeral(digit));
        said.push_str(name);
    }
    said
}

fn in_english(number: u32) -> String {
    let below_hundred = |number: u32| match number {
        0..20 => SMALL[number as usize].to_owned(),
        _ if number.is_multiple_of(10) => TENS[(number / 10) as usize].to_owned(),
        _ => format!("{}-{}", TENS[(number / 10) as usize], SMALL[(number % 10) as usize]),
    };
    let (unit, name) = match number {
        0..100 => return below_hundred(number),
        100..1_000 => (100, "hundred"),
        1_000..1_000_000 => (1_000, "thousand"),
        _ => (1_000_000, "million"),
    };
    let (many, rest) = (in_english(number / unit), number % unit);
    match rest {
        0 => format!("{many} {name}"),
        1..100 => format!("{many} {name} and {}", in_english(rest)),
        _ => format!("{many} {name} {}", in_english(rest)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_understood_as_people_say_them() {
        let said = [
            ("一百二十八", 128),
            ("幺二八", 128),
            ("128", 128),
            ("１２８", 128),
            ("十", 10),
            ("十八", 18),
            ("二十", 20),
            ("一百二", 120),
            ("一百零二", 102),
            ("一百〇二", 102),
            ("两千五", 2_500),
            ("两千零五", 2_005),
            ("一万二", 12_000),
            ("3万", 30_000),
            ("1万2千", 12_000),
            ("一百一十", 110),
            ("零", 0),
            ("〇〇七", 7),
            ("120八", 128),
            ("one hundred and twenty-eight", 128),
            ("one hundred twenty eight", 128),
            ("one twenty eight", 128),
            ("one two eight", 128),
            ("hundred", 100),
            ("two thousand and five", 2_005),
            ("twenty-first", 21),
            ("second", 2),
            ("3rd", 3),
            ("for", 4),
        ];
        for (words, number) in said {
            assert_eq!(parse(words), Some(number), "{words}");
        }
    }

    #[test]
    fn what_is_no_number_is_none() {
        for words in
            ["", "百", "万一", "一二十", "提案", "hundred and", "and", "99999999999", "一百万万"]
        {
            assert_eq!(parse(words), None, "{words}");
        }
    }

    #[test]
    fn a_number_is_found_among_words() {
        assert_eq!(find("打开第一百二十八号").map(|found| found.1), Some(128));
        assert_eq!(find("需要 8,000 元").map(|found| found.1), Some(8_000));
        assert_eq!(find("万一有3号楼").map(|found| found.1), Some(3));
        assert_eq!(find("没有"), None);
    }

    #[test]
    fn numbers_are_said_as_people_say_them() {
        let said = [
            (0, "零", "zero"),
            (12, "十二", "twelve"),
            (20, "二十", "twenty"),
            (102, "一百零二", "one hundred and two"),
            (110, "一百一十", "one hundred and ten"),
            (128, "一百二十八", "one hundred and twenty-eight"),
            (8_000, "八千", "eight thousand"),
            (10_010, "一万零一十", "ten thousand and ten"),
            (12_500, "一万二千五百", "twelve thousand five hundred"),
            (100_000_001, "一亿零一", "one hundred million and one"),
        ];
        for (number, chinese, english) in said {
            assert_eq!(spoken(number, Tongue::Chinese), chinese);
            assert_eq!(spoken(number, Tongue::English), english);
        }
        assert_eq!(spoken_digits("4821", Tongue::Chinese), "四八二幺");
        assert_eq!(spoken_digits("4821", Tongue::English), "four eight two one");
    }

    #[test]
    fn what_is_said_is_understood_again() {
        for number in (0..3_000).chain([9_999, 10_001, 12_000, 99_999]) {
            for tongue in [Tongue::Chinese, Tongue::English] {
                let words = spoken(number, tongue);
                assert_eq!(parse(&words), Some(number), "{words}");
            }
        }
    }
}
