//! English.
use super::Words;

/// English.
pub const ENGLISH: Words = Words {};
