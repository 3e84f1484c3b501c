//! Councils: found at times people can come, held there, and answered.
pub mod files;
mod group;
pub mod rules;
mod slot;

pub use group::Group;
pub use slot::{AFTERNOON, EVENING, Hours, OnlineLink, Room, Slot, SlotKind};

use crate::words::Words;

/// A reason of the office that everybody reads.
pub type Reason = Words<500>;
