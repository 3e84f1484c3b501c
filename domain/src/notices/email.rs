//! E-mail addresses, as far as they can be judged without sending anything.
use huiyin_derive::ReadTagged;
use serde::{Deserialize, Serialize};
use std::fmt;

/// The longest address that mail servers must take (RFC 5321).
pub const EMAIL_CHARS_MAX: usize = 254;

/// An e-mail address (邮箱): one name, one `@`, one domain.
///
/// Narrower than what RFC 5322 allows: quoted names, comments and address literals are refused,
/// and so are spaces and line ends, so that nothing can slip into a mail's header.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct EmailAddress(String);

/// Why what was typed is no address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ReadTagged)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum EmailProblem {
    /// There is no `@` with something before it.
    NoAt,
    /// What follows the `@` is no domain.
    NoDomain,
    /// A sign that does not stand in addresses.
    WrongSign,
    /// Longer than mail servers take.
    TooLong,
}

impl EmailAddress {
    /// Reads an address as typed; full-width `＠` and `．` are fine.
    pub fn parse(raw: &str) -> Result<Self, EmailProblem> {
        let written: String = raw.trim().chars().map(narrow).collect();
        let (name, domain) = written.rsplit_once('@').ok_or(EmailProblem::NoAt)?;
        if name.is_empty() || name.contains('@') {
            return Err(EmailProblem::NoAt);
        }
        if !name.bytes().all(is_of_name) || name.starts_with('.') || name.ends_with('.') {
            return Err(EmailProblem::WrongSign);
        }
        if !is_domain(domain) {
            return Err(EmailProblem::NoDomain);
        }
        if EMAIL_CHARS_MAX < written.len() {
            return Err(EmailProblem::TooLong);
        }
        Ok(Self(format!("{name}@{}", domain.to_ascii_lowercase())))
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn narrow(character: char) -> char {
    match character {
        '＠' => '@',
        '．' | '。' => '.',
        other => other,
    }
}

fn is_of_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~.".contains(&byte)
}

fn is_domain(domain: &str) -> bool {
    let is_label = |label: &str| {
        let is_plain = label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        (1..=63).contains(&label.len())
            && is_plain
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    let labels: Vec<&str> = domain.split('.').collect();
    // The last label of a domain is a word; of an address in numbers it is not.
    let ends_in_word = labels.last().is_some_and(|last| last.bytes().any(|b| !b.is_ascii_digit()));
    2 <= labels.len() && labels.iter().all(|label| is_label(label)) && ends_in_word
}

impl fmt::Debug for EmailAddress {
    // An address in a log file tells who somebody is.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "EmailAddress({}…)", self.0.chars().next().unwrap_or_default())
    }
}

impl TryFrom<String> for EmailAddress {
    type Error = String;

    fn try_from(raw: String) -> Result<Self, String> {
        Self::parse(&raw).map_err(|problem| format!("{problem:?}"))
    }
}

impl From<EmailAddress> for String {
    fn from(address: EmailAddress) -> Self {
        address.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_as_people_type_it() {
        for (raw, address) in [
            (" wang.lan@Example.CN ", "wang.lan@example.cn"),
            ("wang＠example．cn", "wang@example.cn"),
            ("1234567@qq.com", "1234567@qq.com"),
            ("a+b@mail.example.com.cn", "a+b@mail.example.com.cn"),
        ] {
            assert_eq!(EmailAddress::parse(raw).unwrap().as_str(), address);
        }
    }

    #[test]
    fn what_is_no_address_says_why() {
        let long = format!("{}@example.cn", "a".repeat(EMAIL_CHARS_MAX));
        for (raw, problem) in [
            ("", EmailProblem::NoAt),
            ("wang", EmailProblem::NoAt),
            ("@example.cn", EmailProblem::NoAt),
            ("a@b@example.cn", EmailProblem::NoAt),
            ("wang@", EmailProblem::NoDomain),
            ("wang@localhost", EmailProblem::NoDomain),
            ("wang@127.0.0.1", EmailProblem::NoDomain),
            ("wang@-a.cn", EmailProblem::NoDomain),
            ("wang lan@example.cn", EmailProblem::WrongSign),
            ("a\r\nBcc: b@example.cn", EmailProblem::WrongSign),
            ("\"a\"@example.cn", EmailProblem::WrongSign),
            (long.as_str(), EmailProblem::TooLong),
        ] {
            assert_eq!(EmailAddress::parse(raw), Err(problem), "{raw:.40}");
        }
    }

    #[test]
    fn an_address_is_never_printed_whole_by_accident() {
        let address = EmailAddress::parse("wang@example.cn").unwrap();
        assert_eq!(format!("{address:?}"), "EmailAddress(w…)");
    }
}
