//! Communities: the neighbourhoods that one deployment serves.
use crate::ids::CommunityId;
use serde::{Deserialize, Serialize};

/// A name in both languages of the interface.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bilingual {
    /// In Chinese.
    pub zh: String,
    /// In English.
    pub en: String,
}

/// A residential community (社区).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Community {
    /// Its number.
    pub id: CommunityId,
    /// Its name in addresses: `wutong`.
    pub slug: String,
    /// Its name for people.
    pub name: Bilingual,
    /// The telephone number answered by a person, on every page in the same place.
    pub hot_line: String,
    /// When somebody answers there.
    pub hot_line_hours: Bilingual,
    /// Where a person can be met.
    pub office: Bilingual,
}

/// Can this be a community's name in addresses? Small Latin letters, digits and dashes, beginning
/// with a letter.
pub fn is_slug(text: &str) -> bool {
    let is_plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    (2..=40).contains(&text.len())
        && text.bytes().all(is_plain)
        && text.starts_with(|first: char| first.is_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_community_is_named_in_addresses_by_plain_letters() {
        assert!(is_slug("wutong") && is_slug("hua-yuan-2"));
        for slug in ["", "w", "Wutong", "梧桐", "2nd", "a b", "a/b", &"a".repeat(41)] {
            assert!(!is_slug(slug), "{slug}");
        }
    }
}
