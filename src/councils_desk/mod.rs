//! The desk of whoever plans councils: series, their times, who has answered, and the plan.
pub mod act;
pub mod act_page;
mod doing;
mod fields;
mod forms;
pub mod list_page;
mod needs_form;
pub mod new_page;
mod no_plan;
mod plan_form;
mod plan_shown;
mod rule_fields;
mod rule_form;
mod rule_times;
pub mod show_page;
mod slot_form;
mod standing;
mod topics_form;
pub mod who_page;

use huiyin_domain::ids::SeriesId;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// The series named in the address; `None` when what stands there is not a number.
pub fn use_series_id() -> Memo<Option<SeriesId>> {
    let params = use_params_map();
    Memo::new(move |_| params.read().get("id").and_then(|id| id.parse().ok()))
}
