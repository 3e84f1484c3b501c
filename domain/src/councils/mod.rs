//! Councils: found at times people can come, held there, and answered.
mod group;
pub mod planner;
mod slot;

pub use group::Group;
pub use slot::{Hours, OnlineLink, Room, Slot, SlotKind};

use crate::words::Words;

/// A reason of the office that everybody reads.
pub type Reason = Words<500>;
