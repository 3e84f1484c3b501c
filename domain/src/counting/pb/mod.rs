//! The Pabulib `.pb` format: how participatory budgets are published, read and written here.

mod ballots;
mod mode;
mod problem;
mod read;
mod records;
mod write;

pub use mode::ReadMode;
pub use problem::{Expected, PbProblem};
pub use read::{read, read_in};
pub use write::write;
