//! Digits as people type and say them: full-width, spaced, with 幺 for one.

/// Reads one character as a digit 0-9, also full-width and the spoken 幺 and 〇.
pub fn digit(character: char) -> Option<u8> {
    match character {
        '0'..='9' => Some(character as u8 - b'0'),
        '０'..='９' => u8::try_from(character as u32 - '０' as u32).ok(),
        '〇' | '零' => Some(0),
        '一' | '幺' => Some(1),
        '二' | '两' => Some(2),
        '三' => Some(3),
        '四' => Some(4),
        '五' => Some(5),
        '六' => Some(6),
        '七' => Some(7),
        '八' => Some(8),
        '九' => Some(9),
        _ => None,
    }
}

/// Is this character only there to group digits: a space, a dash, a comma of any width?
pub fn is_separator(character: char) -> bool {
    character.is_whitespace()
        || matches!(
            character,
            '-' | '－' | '—' | '–' | '_' | ',' | '，' | '·' | '\u{200b}' | '\u{feff}'
        )
}

/// Reads a count as typed or pasted: digits of any width, with spaces and separators between.
pub fn parse_count(raw: &str) -> Option<u32> {
    let mut count: Option<u32> = None;
    for character in raw.trim().chars().filter(|it| !is_separator(*it)) {
        let digit = u32::from(digit(character)?);
        count = Some(count.unwrap_or(0).checked_mul(10)?.checked_add(digit)?);
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn full_width_and_spoken_digits_are_digits() {
        let read: Vec<_> = "０9幺八".chars().filter_map(digit).collect();
        assert_eq!(read, [0, 9, 1, 8]);
        assert_eq!(digit('x'), None);
        assert!(is_separator('　'));
    }

    #[test]
    fn a_count_is_read_as_people_type_it() {
        assert_eq!(parse_count(" １ 200 "), Some(1200));
        assert_eq!(parse_count("三"), Some(3));
        assert_eq!(parse_count(""), None);
        assert_eq!(parse_count("12 seats"), None);
        assert_eq!(parse_count("99999999999"), None);
    }
}
