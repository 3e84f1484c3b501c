//! Chinese.
use super::Words;

/// Chinese.
pub const CHINESE: Words = Words {};
