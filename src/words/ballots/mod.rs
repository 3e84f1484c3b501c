//! Words of this room.
mod en;
mod zh;

pub use en::ENGLISH;
pub use zh::CHINESE;

/// The words of this room in one language.
pub struct Words {}
