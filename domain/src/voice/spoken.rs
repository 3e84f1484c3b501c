//! Spoken forms: numbers, amounts, dates and long numbers written so that a voice reads them right.
use super::{
    Tongue,
    numbers::{self, numeral, spoken_digits},
};

/// What is written, as it is said.
pub fn spoken(sentence: &str, tongue: Tongue) -> String {
    let mut said = String::new();
    let mut rest = sentence;
    while let Some(character) = rest.chars().next() {
        let number = Number::at_start_of(rest, said.chars().last());
        match number {
            Some(number) => {
                let after = &rest[number.length..];
                let length = say_number(&number, after, tongue, &mut said);
                rest = &rest[number.length + length..];
            }
            None => {
                say_mark(character, tongue, &mut said);
                rest = &rest[character.len_utf8()..];
            }
        }
    }
    said.trim().to_owned()
}

/// A number as it is written in digits.
struct Number {
    /// Its digits before the point, without what groups them.
    whole: String,
    /// Its digits after the point.
    fraction: String,
    /// Groups of four as in 4821 7730 1192: a name, not an amount.
    groups: Vec<String>,
    /// How many bytes it takes.
    length: usize,
}

impl Number {
    /// The number that begins here, unless it is the rest of a word like `QR2`.
    fn at_start_of(text: &str, before: Option<char>) -> Option<Self> {
        let n_digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
        let first = n_digits(text);
        if first == 0 || before.is_some_and(|it| it.is_ascii_alphabetic()) {
            return None;
        }
        let mut groups = vec![text[..first].to_owned()];
        let mut length = first;
        // 4821 7730 1192, 0571-8888 1234.
        while let Some(next) = text[length..].strip_prefix([' ', '-'])
            && n_digits(next) >= 3
            && groups.iter().all(|group| group.len() >= 3)
        {
            groups.push(next[..n_digits(next)].to_owned());
            length += 1 + n_digits(next);
        }
        if groups.len() > 1 {
            return Some(Self { whole: groups.concat(), fraction: String::new(), groups, length });
        }
        let mut whole = groups.remove(0);
        while let Some(next) = text[length..].strip_prefix(',')
            && n_digits(next) == 3
            && whole.len() < 9
        {
            whole.push_str(&next[..3]);
            length += 4;
        }
        let after = text[length..].strip_prefix('.').map_or("", |next| &next[..n_digits(next)]);
        let fraction = after.to_owned();
        if !fraction.is_empty() {
            length += 1 + fraction.len();
        }
        Some(Self { whole, fraction, groups, length })
    }

    /// A name of digits: grouped, beginning with 0, or longer than any amount here.
    fn is_name(&self) -> bool {
        !self.groups.is_empty()
            || self.whole.len() > 1 && self.whole.starts_with('0')
            || self.whole.len() > 9
    }
}

/// Says a number with what belongs to it; returns how much of what follows was said with it.
fn say_number(number: &Number, after: &str, tongue: Tongue, said: &mut String) -> usize {
    if number.is_name() {
        let whole = vec![number.whole.clone()];
        let groups = if number.groups.is_empty() { &whole } else { &number.groups };
        let groups = groups.iter().map(|group| spoken_digits(group, tongue));
        let comma = if tongue == Tongue::Chinese { "，" } else { ", " };
        said.push_str(&groups.collect::<Vec<_>>().join(comma));
        return 0;
    }
    match tongue {
        Tongue::Chinese => say_chinese(number, after, said),
        Tongue::English => say_english(number, after, said),
    }
}

/// Things that are counted with 两, not with 二.
const COUNTED_WITH_LIANG: [char; 26] = [
    '个', '人', '位', '条', '张', '次', '天', '件', '户', '家', '票', '项', '遍', '种', '块', '台',
    '盏', '处', '步', '份', '轮', '周', '棵', '场', '小', '名',
];

fn say_chinese(number: &Number, after: &str, said: &mut String) -> usize {
    let (spaces, after) = skip_spaces(after);
    let next = after.chars().next();
    let value: u32 = number.whole.parse().unwrap_or(u32::MAX);
    let is_year = next == Some('年') && number.whole.len() == 4;
    let is_ordinal = said.trim_end().ends_with('第');
    let is_two = value == 2 && number.fraction.is_empty() && !is_ordinal;
    let (per_cent, rest) = if next == Some('%') { ("百分之", 1) } else { ("", 0) };
    if is_ordinal {
        said.truncate(said.trim_end().len());
    }
    said.push_str(per_cent);
    if is_year {
        said.extend(number.whole.chars().filter_map(|it| it.to_digit(10)).map(numeral));
    } else if is_two && next.is_some_and(|next| COUNTED_WITH_LIANG.contains(&next)) {
        said.push('两');
    } else {
        said.push_str(&numbers::spoken(value, Tongue::Chinese));
    }
    if !number.fraction.is_empty() {
        said.push('点');
        said.extend(number.fraction.chars().filter_map(|it| it.to_digit(10)).map(numeral));
    }
    spaces + rest + say_clock(after, said)
}

/// `:30` after an hour.
fn say_clock(after: &str, said: &mut String) -> usize {
    let minutes = after.strip_prefix(':').map(|it| it.get(..2).unwrap_or(""));
    match minutes.and_then(|minutes| minutes.parse().ok()) {
        Some(0) => said.push('点'),
        Some(minutes @ 1..60) => {
            said.push('点');
            said.push_str(&numbers::spoken(minutes, Tongue::Chinese));
            said.push('分');
        }
        Some(_) | None => return 0,
    }
    3
}

fn say_english(number: &Number, after: &str, said: &mut String) -> usize {
    // Voices read English figures well by themselves, without the commas.
    said.push_str(&number.whole);
    if !number.fraction.is_empty() {
        said.push('.');
        said.push_str(&number.fraction);
    }
    let currency = ["CNY ", "¥"].iter().find_map(|sign| {
        let place = said.rfind(sign)?;
        let is_its = said[place + sign.len()..].chars().all(|it| it.is_ascii_digit() || it == '.');
        is_its.then_some(place..place + sign.len())
    });
    if let Some(sign) = currency {
        said.replace_range(sign, "");
        said.push_str(" yuan");
    }
    match after.strip_prefix('%') {
        Some(_) => {
            said.push_str(" per cent");
            1
        }
        None => 0,
    }
}

fn skip_spaces(text: &str) -> (usize, &str) {
    let rest = text.trim_start_matches(' ');
    (text.len() - rest.len(), rest)
}

/// A character that is no digit: signs are said as words or left out.
fn say_mark(character: char, tongue: Tongue, said: &mut String) {
    let is_chinese = tongue == Tongue::Chinese;
    match character {
        '✓' | '‹' | '›' | '“' | '”' | '"' | '*' | '【' | '】' | '#' => {}
        '·' | '|' | '—' | '→' => said.push(if is_chinese { '，' } else { ',' }),
        '.' if !is_chinese && said.ends_with("No") => {
            said.truncate(said.len() - 2);
            said.push_str("number");
        }
        _ => said.push(character),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_is_written_as_it_is_said() {
        let table = [
            ("第128号", "第一百二十八号"),
            ("第 128 号", "第一百二十八号"),
            ("需要 8,000 元", "需要八千元"),
            ("资助 12.50 元", "资助十二点五零元"),
            ("大概1.5万", "大概一点五万"),
            ("11月28日 星期六 晚上6点30分", "十一月二十八日 星期六 晚上六点三十分"),
            ("2026年2月2日", "二零二六年二月二日"),
            ("18:30 开始", "十八点三十分 开始"),
            ("9:00 开门", "九点 开门"),
            ("回执号 4821 7730 1192。", "回执号 四八二幺，七七三零，幺幺九二。"),
            ("电话 010-6012 3456", "电话 零幺零，六零幺二，三四五六"),
            ("一共 45%", "一共百分之四十五"),
            ("您选了 2 个,第 2 号", "您选了两个,第二号"),
            ("2 人联名,需要 20 人", "两人联名,需要二十人"),
            ("✓ 已选", "已选"),
            ("还有 0 个", "还有零个"),
            ("提案人:王阿姨", "提案人:王阿姨"),
        ];
        for (written, said) in table {
            let heard = spoken(written, Tongue::Chinese).replace("一共 百", "一共百");
            assert_eq!(heard.replace(' ', ""), said.replace(' ', ""), "{written}");
        }
    }

    #[test]
    fn english_is_written_as_it_is_said() {
        let table = [
            ("No. 128 costs CNY 8,000.", "number 128 costs 8000 yuan."),
            ("Your receipt: 4821 7730", "Your receipt: four eight two one, seven seven three zero"),
            ("45% of 2,000 households", "45 per cent of 2000 households"),
            ("CNY 12.50 left", "12.50 yuan left"),
            ("Saturday 28 November, 6:30 pm", "Saturday 28 November, 6:30 pm"),
            ("Open · 3 days left", "Open , 3 days left"),
        ];
        for (written, said) in table {
            assert_eq!(spoken(written, Tongue::English), said, "{written}");
        }
    }

    #[test]
    fn long_and_strange_numbers_do_no_harm() {
        for text in ["1".repeat(200).as_str(), "0", "1.", ",1", "1,2,3", "第号", "QR2", "12:99"] {
            assert!(!spoken(text, Tongue::Chinese).is_empty(), "{text}");
            assert!(!spoken(text, Tongue::English).is_empty(), "{text}");
        }
    }
}
