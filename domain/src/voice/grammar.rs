//! The grammar of commands: what a person said, as something the app can do.
use super::{
    Tongue,
    commands::{Errand, VoiceCommand},
    naming::is_whole,
    numbers,
    phrases::{after, before, phrases},
    sounds::{NEAR, Sound, distance, is_negation, numeral_of, sounds},
};
use crate::ids::ProposalId;

/// What was heard, and what it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heard {
    /// A command.
    Command {
        /// The words, without politeness.
        words: String,
        /// What it asks for.
        command: VoiceCommand,
    },
    /// Something else.
    NotUnderstood {
        /// The words.
        heard: String,
    },
}

/// More sounds than any name on a page that somebody would say: it was not said to the app.
const SOUNDS_MAX: usize = 30;

/// Understands what was heard in one language.
pub fn parse(heard: &str, tongue: Tongue) -> Heard {
    let words = without_politeness(heard, tongue);
    let row = sounds(&words);
    if row.is_empty() || SOUNDS_MAX < row.len() {
        return Heard::NotUnderstood { heard: heard.trim().to_owned() };
    }
    let numbered = match tongue {
        Tongue::Chinese => numbered_chinese(&words),
        Tongue::English => numbered_english(&words),
    };
    let command = numbered
        .or_else(|| fixed(&row, tongue))
        .filter(|command| *command != VoiceCommand::Confirm || is_firm(heard, tongue))
        .unwrap_or_else(|| VoiceCommand::Press(words.clone()));
    Heard::Command { words, command }
}

/// A yes is a yes without any politeness: 确定嘛 is a question.
fn is_firm(heard: &str, tongue: Tongue) -> bool {
    let row = sounds(heard);
    let confirms = phrases(tongue).iter().filter(|(it, _)| *it == VoiceCommand::Confirm);
    confirms.flat_map(|(_, ways)| ways.iter()).any(|way| sounds(way) == row)
}

/// Is this name what was said, but for the politeness that was taken off what was said?
///
/// A name may be polite itself, as 请给我回电话.
pub(super) fn is_politely(words: &str, name: &str) -> bool {
    let tongues = [Tongue::Chinese, Tongue::English];
    tongues.iter().any(|tongue| is_whole(words, &without_politeness(name, *tongue)))
}

fn without_politeness(heard: &str, tongue: Tongue) -> String {
    let is_mark = |it: char| !it.is_alphanumeric() && it != '\'';
    let mut words = heard.to_lowercase().replace('\u{2019}', "'");
    loop {
        let trimmed = words.trim_matches(is_mark);
        let shorter = before(tongue).iter().find_map(|it| cut(trimmed, it, tongue, Side::Front));
        let shorter = shorter
            .or_else(|| after(tongue).iter().find_map(|it| cut(trimmed, it, tongue, Side::Back)));
        match shorter {
            Some(shorter) => words = shorter.to_owned(),
            None => return trimmed.to_owned(),
        }
    }
}

/// One end of a sentence.
#[derive(Clone, Copy)]
enum Side {
    Front,
    Back,
}

/// The rest without `piece` at that end, when something remains and no word is torn apart.
fn cut<'a>(words: &'a str, piece: &str, tongue: Tongue, side: Side) -> Option<&'a str> {
    let rest = match side {
        Side::Front => words.strip_prefix(piece)?,
        Side::Back => words.strip_suffix(piece)?,
    };
    let is_torn = match side {
        Side::Front => rest.starts_with(|it: char| it.is_alphanumeric() || it == '\''),
        Side::Back => rest.ends_with(char::is_alphanumeric),
    };
    let is_whole = tongue == Tongue::Chinese || !is_torn;
    (is_whole && rest.chars().any(char::is_alphanumeric)).then_some(rest)
}

/// The command whose phrase this is, or nearly is; two that are equally near are none.
fn fixed(row: &[Sound], tongue: Tongue) -> Option<VoiceCommand> {
    let mut best: Option<(u32, &VoiceCommand)> = None;
    let mut is_ambiguous = false;
    for (command, ways) in phrases(tongue) {
        let apart = ways.iter().filter_map(|way| apart(row, &sounds(way), command, tongue)).min();
        let Some(apart) = apart else { continue };
        match best {
            Some((least, _)) if least < apart => {}
            Some((least, _)) if least == apart => is_ambiguous = true,
            Some(_) | None => {
                best = Some((apart, command));
                is_ambiguous = false;
            }
        }
    }
    best.filter(|_| !is_ambiguous).map(|(_, command)| command.clone())
}

/// How far what was said is from a phrase; `None` when that is too far.
fn apart(row: &[Sound], way: &[Sound], command: &VoiceCommand, tongue: Tongue) -> Option<u32> {
    let n_negations = |row: &[Sound]| row.iter().filter(|it| is_negation(it)).count();
    if n_negations(row) != n_negations(way) {
        return None;
    }
    // A yes is never guessed.
    let allowance = match (command, tongue, way.len()) {
        (VoiceCommand::Confirm, _, _) | (_, _, 1) => 0,
        (_, Tongue::Chinese, 2) | (_, Tongue::English, _) => NEAR,
        (_, Tongue::Chinese, _) => 2 * NEAR,
    };
    let apart = distance(row, way);
    (apart <= allowance).then_some(apart)
}

/// Verbs before the name of what is to be pressed, and before a number; the longest first.
const VERBS_ZH: [&str; 14] = [
    "打开", "点击", "选择", "勾选", "查看", "进入", "点", "按", "选", "看", "找", "去", "读", "要",
];
const VERBS_EN: [&str; 9] =
    ["click on", "click", "press", "tap", "choose", "select", "pick", "open", "go to"];

/// What shares its numbers with the proposals; 意 and 议 alone would be heard as 一.
const NOUNS_ZH: [&str; 3] = ["意见", "建议", "议题"];

/// The words without the verb of pressing, when they begin with one.
pub(super) fn without_verb(words: &str) -> Option<&str> {
    let chinese = || VERBS_ZH.iter().find_map(|it| cut(words, it, Tongue::Chinese, Side::Front));
    let english = || VERBS_EN.iter().find_map(|it| cut(words, it, Tongue::English, Side::Front));
    chinese().or_else(english).map(str::trim)
}

/// 打开提案第一百二十八号, 128号, 选第二个; also where the recogniser wrote other characters.
fn numbered_chinese(words: &str) -> Option<VoiceCommand> {
    let (is_other, row) = without_noun(sounds(words));
    let (before, number, after) = split_at_number(&row)?;
    let (verb, before) = strip_verb(before);
    let (has_noun, before) = strip(before, "提案");
    let (has_ordinal, before) = strip(before, "第");
    if !before.is_empty() {
        return None;
    }
    let (is_counted, after) = strip_any(after, &["个", "项", "张", "条", "种"]);
    let (is_number, after) = strip(after, "号");
    let (has_noun_after, after) = strip(after, "提案");
    if !after.is_empty() {
        return None;
    }
    let has_noun = has_noun || has_noun_after || is_other;
    let is_choice = matches!(verb, Some("选" | "选择" | "勾选" | "点" | "点击" | "按" | "要"));
    let is_opening = matches!(verb, Some("打开" | "查看" | "进入" | "看" | "找" | "去" | "读"));
    let id = ProposalId(number);
    if is_counted && (has_ordinal || is_choice) || is_choice && has_ordinal && !is_number {
        Some(VoiceCommand::Choose(number))
    } else if is_opening || has_noun && !is_choice {
        Some(VoiceCommand::Run(Errand::Open(id)))
    } else if is_number {
        Some(VoiceCommand::Number(id))
    } else {
        // 选三 is either the third one or number 3: it chooses nothing.
        None
    }
}

/// The sounds without the first noun among [`NOUNS_ZH`], and whether there was one.
fn without_noun(mut row: Vec<Sound>) -> (bool, Vec<Sound>) {
    for noun in NOUNS_ZH.map(sounds) {
        if let Some(at) = row.windows(noun.len()).position(|window| window == noun) {
            row.drain(at..at + noun.len());
            return (true, row);
        }
    }
    (false, row)
}

/// What stands before the number, the number, and what stands after it.
fn split_at_number(row: &[Sound]) -> Option<(&[Sound], u32, &[Sound])> {
    let is_numeral = |sound: &Sound| numeral_of(sound).is_some();
    // The longest run of sounds that could be numerals: 是 is 十 only beside others.
    let mut best: Option<(usize, usize, u32)> = None;
    for start in 0..row.len() {
        let n_numerals = row[start..].iter().take_while(|sound| is_numeral(sound)).count();
        for end in (start + 1..=start + n_numerals).rev() {
            let run: String = row[start..end].iter().filter_map(numeral_of).collect();
            let Some(number) = numbers::parse(&run) else { continue };
            if best.is_none_or(|(from, to, _)| to - from < end - start) {
                best = Some((start, end, number));
            }
            break;
        }
    }
    best.map(|(start, end, number)| (&row[..start], number, &row[end..]))
}

fn strip_verb(row: &[Sound]) -> (Option<&'static str>, &[Sound]) {
    for verb in VERBS_ZH {
        if let (true, rest) = strip(row, verb) {
            return (Some(verb), rest);
        }
    }
    (None, row)
}

fn strip<'a>(row: &'a [Sound], words: &str) -> (bool, &'a [Sound]) {
    match row.strip_prefix(sounds(words).as_slice()) {
        Some(rest) => (true, rest),
        None => (false, row),
    }
}

fn strip_any<'a>(row: &'a [Sound], choices: &[&str]) -> (bool, &'a [Sound]) {
    let stripped = choices.iter().map(|words| strip(row, words)).find(|(is, _)| *is);
    stripped.unwrap_or((false, row))
}

/// "open proposal one hundred and twenty-eight", "choose the second one", "number 128".
fn numbered_english(words: &str) -> Option<VoiceCommand> {
    let words = numbers::words_of(words);
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    // The longest end of the sentence that is a number, after "one" as in "the second one".
    let is_ordinal = |word: &&str| {
        *word != "thousand" && ["st", "nd", "rd", "th"].iter().any(|end| word.ends_with(end))
    };
    let has_one = words.len() > 1 && words.ends_with(&["one"]);
    let before_one = words.iter().rev().nth(1);
    let is_counted = has_one && before_one.is_some_and(is_ordinal);
    let words = if is_counted { &words[..words.len() - 1] } else { &words[..] };
    let find = |from: usize| Some((from, numbers::parse_english(&words[from..])?));
    let (from, number) = (0..words.len()).find_map(find)?;
    let (before, said) = words.split_at(from);
    let has_ordinal = is_counted || said.last().is_some_and(is_ordinal);
    let has = |choices: &[&str]| before.iter().any(|word| choices.contains(word));
    let known = [
        "open",
        "show",
        "see",
        "read",
        "go",
        "to",
        "me",
        "proposal",
        "proposals",
        "propose",
        "purpose",
        "proposed",
        "opinion",
        "topic",
        "number",
        "no",
        "the",
        "choose",
        "select",
        "pick",
        "take",
        "option",
        "chews",
        "juice",
    ];
    if !before.iter().all(|word| known.contains(word)) {
        return None;
    }
    let id = ProposalId(number);
    let nouns = ["proposal", "proposals", "propose", "purpose", "proposed", "opinion", "topic"];
    if has(&nouns) || has(&["open", "show"]) {
        Some(VoiceCommand::Run(Errand::Open(id)))
    } else if has(&["number", "no"]) {
        Some(VoiceCommand::Number(id))
    } else if has(&["option"]) || has_ordinal {
        Some(VoiceCommand::Choose(number))
    } else {
        None
    }
}
