//! The register: importing it, letters to many at once, who takes part, and who was not heard.
pub mod batch_page;
mod batch_people;
pub mod import_page;
pub mod letters_page;
mod making;
pub mod register_page;
mod report_shown;
pub mod silent_page;
pub mod statistics_page;
