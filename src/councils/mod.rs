//! Councils for residents: what waits for their answer, the answering, and why the times are so.
pub mod answer_page;
pub mod answered_page;
mod check_step;
pub mod days;
mod days_step;
pub mod draft;
pub mod home_entry;
pub mod hub_page;
mod plain_steps;
mod plan_again;
pub mod plan_page;
pub mod plan_worker;
pub(crate) mod replan;
pub mod show_page;
pub mod step;
#[cfg(test)]
mod tests;
pub mod times_part;
pub mod topics_page;
pub mod why_page;

use crate::ui::use_number;
use huiyin_domain::ids::SeriesId;
use leptos::prelude::*;

/// The series named in the address; `None` when what stands there is not a number.
pub fn use_series_id() -> Memo<Option<SeriesId>> {
    use_number("id")
}
