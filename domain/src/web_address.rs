//! Addresses of web pages, as they are put into a QR code.
use serde::{Deserialize, Serialize};
use std::fmt;

/// The address of a page (网址): begins with `http://` or `https://`, without white space.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct WebAddress(String);

impl WebAddress {
    /// The most characters: a code of more squares is not read from paper by an old phone.
    pub const MAX_CHARS: usize = 300;

    /// Takes an address, unless it is none or too long.
    pub fn parse(raw: &str) -> Option<Self> {
        let raw = raw.trim();
        let rest = raw.strip_prefix("https://").or_else(|| raw.strip_prefix("http://"))?;
        let is_plain = |c: char| !c.is_whitespace() && !c.is_control();
        let is_one = !rest.is_empty()
            && rest.chars().all(is_plain)
            && raw.chars().count() <= Self::MAX_CHARS;
        is_one.then(|| Self(raw.to_owned()))
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for WebAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for WebAddress {
    type Error = String;

    fn try_from(raw: String) -> Result<Self, String> {
        Self::parse(&raw).ok_or_else(|| {
            format!(
                "an address begins with http:// or https:// and has at most {} characters",
                Self::MAX_CHARS
            )
        })
    }
}

impl From<WebAddress> for String {
    fn from(address: WebAddress) -> Self {
        address.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_of_pages_are_taken() {
        assert_eq!(WebAddress::parse(" https://a.cn/提案 ").unwrap().as_str(), "https://a.cn/提案");
        let too_long = format!("https://{}", "a".repeat(WebAddress::MAX_CHARS));
        let none = [
            "",
            "https://",
            "a.cn",
            "javascript:alert(1)",
            "https://a b",
            "https://a\nb",
            &too_long,
        ];
        for raw in none {
            assert_eq!(WebAddress::parse(raw), None, "{raw}");
        }
    }
}
