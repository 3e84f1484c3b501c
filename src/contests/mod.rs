//! Contests: what is on, its rules and story, and running it.
mod decided_on;
pub mod draft_notice;
pub mod exclusive;
mod exclusive_form;
pub mod list_page;
pub mod manage;
pub mod new_form;
pub mod new_page;
pub mod postpone;
pub mod rules_section;
pub mod show_page;
mod style_fields;

use crate::ui::use_number;
use huiyin_domain::ids::ContestId;
use leptos::prelude::*;

/// The contest named in the address; `None` when what stands there is not a number.
pub fn use_contest_id() -> Memo<Option<ContestId>> {
    use_number("id")
}
