//! Reading a receipt as people type it.
use huiyin_domain::digits::{digit, is_separator};

/// The digits of a receipt, full-width and with spaces; `None` when they are not twelve.
pub fn receipt(raw: &str) -> Option<String> {
    let mut digits = String::new();
    for character in raw.chars() {
        match digit(character) {
            Some(digit) => digits.push(char::from(b'0' + digit)),
            None if is_separator(character) => {}
            None => return None,
        }
    }
    (digits.len() == 12).then_some(digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_receipt_is_read_as_people_write_it() {
        assert_eq!(receipt(" 1234 5678-9012 ").as_deref(), Some("123456789012"));
        assert_eq!(receipt("１２３４５６７８９０幺二").as_deref(), Some("123456789012"));
        assert_eq!(receipt("1234"), None);
        assert_eq!(receipt("12345678901x"), None);
    }
}
