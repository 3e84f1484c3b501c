//! The service desk: what waits for the staff, residents and their letters.
pub mod desk_page;
pub mod letter_page;
pub mod letter_sheet;
pub mod residents_page;
pub mod today_page;
