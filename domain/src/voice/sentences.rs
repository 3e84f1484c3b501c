//! Sentences: a text in pieces that are read aloud one by one.
use std::ops::Range;

/// The widest piece: 50 Chinese characters or 100 Latin letters.
///
/// Either takes about eleven seconds; voices that come over the network are cut off after
/// fourteen, without a word.
pub const PIECE_WIDTH_MAX: usize = 100;

/// English words that end with a full stop without ending the sentence.
const ABBREVIATIONS: [&str; 14] =
    ["no", "mr", "mrs", "ms", "dr", "st", "e.g", "i.e", "etc", "vs", "approx", "tel", "a.m", "p.m"];

/// The sentences of a text, each as its place in it, without the space around.
///
/// What is wider than [`PIECE_WIDTH_MAX`] is parted at a comma, at a space, or where it must be.
pub fn split(text: &str) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let characters: Vec<(usize, char)> = text.char_indices().collect();
    for (place, (at, character)) in characters.iter().enumerate() {
        let end = at + character.len_utf8();
        let next = characters.get(place + 1).map(|(_, next)| *next);
        if ends_sentence(&text[start..*at], *character, next) {
            part(text, start..end, &mut pieces);
            start = end;
        }
    }
    part(text, start..text.len(), &mut pieces);
    pieces
}

fn ends_sentence(before: &str, character: char, next: Option<char>) -> bool {
    let is_mark = |it: char| matches!(it, '。' | '！' | '？' | '；' | '…' | '!' | '?' | ';');
    let closes = |it: char| matches!(it, '”' | '’' | '」' | '』' | '）' | ')' | '"' | '\'');
    match character {
        '\n' | '\r' => true,
        // Marks and closing quotes that follow belong to the sentence.
        _ if next.is_some_and(|next| is_mark(next) || closes(next)) => false,
        _ if is_mark(character) => true,
        '.' => next.is_none_or(char::is_whitespace) && !is_abbreviated(before),
        _ if closes(character) => {
            let last = before.chars().rev().find(|it| !closes(*it));
            last.is_some_and(is_mark) || last == Some('.') && next.is_some_and(char::is_whitespace)
        }
        _ => false,
    }
}

fn is_abbreviated(before: &str) -> bool {
    let word = before.rsplit(|it: char| it.is_whitespace() || it == '(').next().unwrap_or("");
    let is_initial = word.chars().count() == 1 && word.chars().all(char::is_alphabetic);
    is_initial || ABBREVIATIONS.contains(&word.to_lowercase().as_str())
}

/// Adds a sentence, parted where it is too long, when there is anything to be said in it.
fn part(text: &str, range: Range<usize>, pieces: &mut Vec<Range<usize>>) {
    let sentence = &text[range.clone()];
    let trimmed = sentence.trim();
    if !trimmed.chars().any(char::is_alphanumeric) {
        return;
    }
    let start = range.start + (sentence.len() - sentence.trim_start().len());
    let end = start + trimmed.len();
    let Some(too_long) = end_of_width(trimmed) else {
        pieces.push(start..end);
        return;
    };
    let cut = start + place_to_cut(&trimmed[..too_long]);
    part(text, start..cut, pieces);
    part(text, cut..end, pieces);
}

/// Where a text becomes too wide, if it does.
fn end_of_width(text: &str) -> Option<usize> {
    let mut width = 0;
    for (at, character) in text.char_indices() {
        width += if character.is_ascii() { 1 } else { 2 };
        if PIECE_WIDTH_MAX < width {
            return Some(at);
        }
    }
    None
}

/// Where to part what is too long: after the last comma, else after the last space, else at its
/// end; never so early that a scrap of a few characters is read alone.
fn place_to_cut(text: &str) -> usize {
    let least = text.len() / 4;
    let is_comma = |it: char| matches!(it, '，' | '、' | '：' | ',' | ':' | '·' | '—');
    let after = |is: &dyn Fn(char) -> bool| {
        let mut places = text.char_indices().rev().filter(|(_, it)| is(*it));
        // The comma of 8,000 parts nothing.
        let is_free = |at: usize| !text[at + 1..].starts_with(|it: char| it.is_ascii_digit());
        let place = places.find(|(at, it)| !it.is_ascii() || is_free(*at));
        place.map(|(at, it)| at + it.len_utf8()).filter(|end| *end > least)
    };
    after(&is_comma).or_else(|| after(&char::is_whitespace)).unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(text: &str) -> Vec<&str> {
        split(text).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn chinese_is_split_at_its_marks() {
        assert_eq!(
            pieces("截止以前可以改。真的吗?真的!\n  第二行\r\n\n“好。”他说:“行!”走了。"),
            ["截止以前可以改。", "真的吗?", "真的!", "第二行", "“好。”", "他说:“行!”", "走了。"]
        );
        assert_eq!(pieces("您选了 3 个，已经选满……请看。"), ["您选了 3 个，已经选满……", "请看。"]);
    }

    #[test]
    fn english_stops_only_at_the_end_of_sentences() {
        assert_eq!(
            pieces(
                "It costs 1.5 million, e.g. No. 128 by Mr. W. Wang. Is it \"so?\" Yes! \
                 At 5 p.m. it ends."
            ),
            [
                "It costs 1.5 million, e.g. No. 128 by Mr. W. Wang.",
                "Is it \"so?\"",
                "Yes!",
                "At 5 p.m. it ends."
            ]
        );
    }

    #[test]
    fn nothing_to_say_is_no_sentence() {
        for text in ["", "  \n\n ", "……", "‹ · ✓", "\n".repeat(2_000).as_str()] {
            assert!(pieces(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn long_sentences_are_parted_at_commas_and_nothing_is_lost() {
        let comma = format!("{}，{}。", "路灯".repeat(20), "电梯".repeat(20));
        assert_eq!(pieces(&comma).len(), 2);
        assert!(pieces(&comma)[0].ends_with('，'));
        let amounts = "需要 8,000 元,".repeat(12);
        for text in [comma.as_str(), "长".repeat(300).as_str(), amounts.as_str()] {
            let parts = pieces(text);
            assert_eq!(parts.concat(), text);
            assert!(parts.iter().all(|part| end_of_width(part).is_none()));
        }
        assert!(pieces(&amounts).iter().all(|part| !part.starts_with('0')));
    }
}
