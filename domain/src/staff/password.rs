//! Passwords of staff: what one may be, and how a given one is spelled.
use super::totp::base32;
use huiyin_derive::ReadTagged;
use serde::Serialize;

/// The least characters of a password.
pub const PASSWORD_CHARS_LEAST: usize = 12;
/// The most characters of a password that are looked at.
pub const PASSWORD_CHARS_MOST: usize = 200;

/// Why a password cannot be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum PasswordProblem {
    /// Nothing was typed.
    Empty,
    /// Too few characters.
    TooShort {
        /// Characters given.
        n_chars: usize,
        /// The least.
        least: usize,
    },
    /// More characters than anybody types.
    TooLong {
        /// The most.
        most: usize,
    },
    /// It is what they sign in with, or what they are called.
    SameAsName,
    /// It is the one that was to be changed.
    SameAsBefore,
    /// It is not the password of whoever typed it.
    Wrong,
}

/// Can this be the password of somebody with these names, in the place of the one before?
pub fn check_password(new: &str, names: [&str; 2], before: &str) -> Result<(), PasswordProblem> {
    let n_chars = new.chars().count();
    let plain = |text: &str| text.trim().to_lowercase();
    if new.trim().is_empty() {
        return Err(PasswordProblem::Empty);
    }
    // First, for a short name is a short password, too.
    if names.iter().any(|name| plain(name) == plain(new)) {
        return Err(PasswordProblem::SameAsName);
    }
    if n_chars < PASSWORD_CHARS_LEAST {
        return Err(PasswordProblem::TooShort { n_chars, least: PASSWORD_CHARS_LEAST });
    }
    if PASSWORD_CHARS_MOST < n_chars {
        return Err(PasswordProblem::TooLong { most: PASSWORD_CHARS_MOST });
    }
    if new == before {
        return Err(PasswordProblem::SameAsBefore);
    }
    Ok(())
}

/// A password made of random bytes (一次性密码), to be read out and typed: sixteen letters and
/// digits in groups of four, none of which looks like another.
pub fn spelled_password(random: [u8; 10]) -> String {
    let letters = base32(&random).to_lowercase();
    grouped(&letters, "-")
}

/// Groups of four, with something between them.
pub(super) fn grouped(text: &str, between: &str) -> String {
    groups_of_four(text).join(between)
}

/// A text in groups of four characters, as it is read out and typed.
pub(super) fn groups_of_four(text: &str) -> Vec<String> {
    let characters: Vec<char> = text.chars().collect();
    characters.chunks(4).map(|group| group.iter().collect()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_long_and_is_not_the_name() {
        let names = ["li.administrator", "李主任"];
        let check = |new: &str| check_password(new, names, "the one I had before");
        assert_eq!(check("a long sentence"), Ok(()));
        assert_eq!(check("  "), Err(PasswordProblem::Empty));
        let short = PasswordProblem::TooShort { n_chars: 11, least: 12 };
        assert_eq!(check("12345678901"), Err(short));
        assert_eq!(check("一二三四五六七八九十一二"), Ok(()));
        assert_eq!(check(&"字".repeat(201)), Err(PasswordProblem::TooLong { most: 200 }));
        assert_eq!(check("Li.Administrator "), Err(PasswordProblem::SameAsName));
        assert_eq!(check("李主任"), Err(PasswordProblem::SameAsName));
        assert_eq!(check("the one I had before"), Err(PasswordProblem::SameAsBefore));
    }

    #[test]
    fn a_given_password_is_read_in_groups_of_four() {
        assert_eq!(spelled_password([0; 10]), "aaaa-aaaa-aaaa-aaaa");
        assert_eq!(spelled_password([255; 10]), "7777-7777-7777-7777");
        let given = spelled_password([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
        assert_eq!(check_password(&given, ["li", "李"], ""), Ok(()));
    }
}
