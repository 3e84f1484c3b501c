//! How strict a reader is, and the columns it goes by.

/// How strict a reader is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadMode {
    /// For published files, which have small faults: an unknown project on a ballot is passed
    /// over, a cost of 0 is taken.
    Tolerant,
    /// For our own: an unknown project, a cost of 0, and a voter named twice are refused.
    Strict,
}

/// The names of the columns of a part, in small letters.
pub(super) type Columns = Vec<String>;
