//! Words of the first screen.
mod en;
mod zh;

pub use en::ENGLISH;
pub use zh::CHINESE;

/// Words of the first screen, in one language.
pub struct Words {
    /// The heading.
    pub heading: &'static str,
    /// Greets a person by name.
    pub hello: fn(&str) -> String,
    /// For those who are not signed in.
    pub guest: &'static str,
    /// When there is nothing.
    pub nothing: &'static str,
    /// Over what is past.
    pub past: &'static str,
    /// Read the proposals of a contest.
    pub read_proposals: fn(u32) -> String,
}
