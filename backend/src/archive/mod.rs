//! Archives: a finished contest written as files that open and recount without a server.

mod answers;
mod client;
mod folder;
mod photos;

pub use answers::{Answers, Found};
pub use client::Client;
pub use folder::{Folder, MANIFEST};
pub use photos::photos;
