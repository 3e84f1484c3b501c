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
