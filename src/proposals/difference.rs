//! What changed between two texts, in pieces that a reader can follow.
use similar::{Algorithm, DiffOp, capture_diff_slices};

/// A piece of the two texts laid into one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// In both.
    Same(String),
    /// Only in the newer.
    Added(String),
    /// Only in the older.
    Removed(String),
}

/// Both texts as one: what stayed, what was taken out, and what was added.
///
/// Chinese is compared by characters, words and numbers of other scripts as wholes.
pub fn pieces(before: &str, now: &str) -> Vec<Piece> {
    let (old, new) = (before, now);
    let (before, now) = (parts(before), parts(now));
    let joined = |parts: &[&str], at: usize, len: usize| parts[at..at + len].concat();
    let mut pieces = Vec::new();
    for op in capture_diff_slices(Algorithm::Patience, &before, &now) {
        match op {
            DiffOp::Equal { old_index, len, .. } => {
                pieces.push(Piece::Same(joined(&before, old_index, len)));
            }
            DiffOp::Delete { old_index, old_len, .. } => {
                pieces.push(Piece::Removed(joined(&before, old_index, old_len)));
            }
            DiffOp::Insert { new_index, new_len, .. } => {
                pieces.push(Piece::Added(joined(&now, new_index, new_len)));
            }
            DiffOp::Replace { old_index, old_len, new_index, new_len } => {
                pieces.push(Piece::Removed(joined(&before, old_index, old_len)));
                pieces.push(Piece::Added(joined(&now, new_index, new_len)));
            }
        }
    }
    // Where little has stayed, single characters that happen to be the same only confuse.
    let has_stayed = |piece: &Piece| match piece {
        Piece::Same(text) => text.len(),
        Piece::Added(_) | Piece::Removed(_) => 0,
    };
    let stayed: usize = pieces.iter().map(has_stayed).sum();
    if !old.is_empty() && !new.is_empty() && 3 * stayed < old.len().max(new.len()) {
        return vec![Piece::Removed(old.to_owned()), Piece::Added(new.to_owned())];
    }
    pieces
}

/// Words and numbers written in letters and digits as wholes, every other character by itself.
fn parts(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut word = None;
    for (at, character) in text.char_indices() {
        if is_of_word(character) {
            word = word.or(Some(at));
            continue;
        }
        if let Some(from) = word.take() {
            parts.push(&text[from..at]);
        }
        parts.push(&text[at..at + character.len_utf8()]);
    }
    parts.extend(word.map(|from| &text[from..]));
    parts
}

/// Is it of a script that is written in words? Chinese characters each stand for themselves.
fn is_of_word(character: char) -> bool {
    character.is_alphanumeric() && character < '\u{2e80}'
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(before: &str, now: &str) -> String {
        let pieces = pieces(before, now).into_iter().map(|piece| match piece {
            Piece::Same(text) => text,
            Piece::Added(text) => format!("[+{text}]"),
            Piece::Removed(text) => format!("[-{text}]"),
        });
        pieces.collect()
    }

    #[test]
    fn what_changed_is_marked_and_the_rest_stays() {
        assert_eq!(shown("3号楼装扶手", "3号楼装两个扶手"), "3号楼装[+两个]扶手");
        assert_eq!(shown("在6号楼", "在16号楼"), "在[-6][+16]号楼");
        assert_eq!(shown("two new handrails", "two handrails"), "two [-new ]handrails");
        assert_eq!(shown("一样", "一样"), "一样");
        assert_eq!(shown("", "新的"), "[+新的]");
        assert_eq!(shown("旧的", ""), "[-旧的]");
    }

    #[test]
    fn a_text_written_wholly_anew_is_not_cut_to_pieces() {
        assert_eq!(shown("给门口装扶手", "把楼道的灯修好"), "[-给门口装扶手][+把楼道的灯修好]");
    }

    #[test]
    fn both_texts_can_be_read_out_of_the_pieces() {
        let (before, now) = ("下雪天老人上台阶👵🏻容易滑倒。", "下雨下雪,老人孩子上台阶容易滑倒!");
        let pieces = pieces(before, now);
        let of = |other: fn(&Piece) -> bool| {
            let kept = pieces.iter().filter(|piece| !other(piece));
            let text = kept.map(|piece| match piece {
                Piece::Same(text) | Piece::Added(text) | Piece::Removed(text) => text.as_str(),
            });
            text.collect::<String>()
        };
        assert_eq!(of(|piece| matches!(piece, Piece::Added(_))), before);
        assert_eq!(of(|piece| matches!(piece, Piece::Removed(_))), now);
    }
}
