//! The Pabulib `.pb` format: how participatory budgets are published, read and written here.

mod ballots;
mod problem;
mod read;
mod records;
mod write;

pub use problem::{Expected, PbProblem};
pub use read::{ReadMode, read, read_in};
pub use write::write;
