//! The register of residents: imported from a table, counted by building, written to in batches.

pub mod batches;
pub mod decode;
pub mod households;
pub mod import;
pub mod letter_routes;
pub mod routes;
pub mod rows;
pub mod statistics;
