//! Councils: found at times people can come, held there, and answered.
pub mod files;
mod group;
pub mod meeting;
pub mod planner;
mod refusals;
pub mod rules;
pub mod series;
mod slot;

pub use group::Group;
pub use refusals::CouncilRefusal;
pub use slot::{AFTERNOON, EVENING, Hours, OnlineLink, Room, Slot, SlotKind};

use crate::words::Words;

/// A reason of the office that everybody reads.
pub type Reason = Words<500>;
