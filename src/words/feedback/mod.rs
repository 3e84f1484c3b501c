//! Words of feedback: what was sent, what was answered, what was done.
mod en;
mod zh;

pub use en::ENGLISH;
pub use zh::CHINESE;

use huiyin_domain::feedback::{Kind, ReasonCode, StageKind, Theme, What};

/// Words of feedback, in one language.
pub struct Words {
    /// What kind of thing was sent.
    pub kind: fn(Kind) -> &'static str,
    /// Where it stands, in a word.
    pub stage: fn(StageKind) -> &'static str,
    /// What it is about.
    pub theme: fn(Theme) -> &'static str,
    /// A reason of the list.
    pub reason: fn(ReasonCode) -> &'static str,
    /// What is owed.
    pub owed: fn(What) -> &'static str,
}
