//! Objections: all of a contest, sending one, and answering at the desk.
pub mod answer_page;
mod card;
pub mod desk_page;
pub mod list_page;
pub mod object_page;

use crate::ui::use_number;
use huiyin_domain::ids::ObjectionId;
use leptos::prelude::*;

/// The objection in the address; `None` when that is not a number.
fn use_objection() -> Memo<Option<ObjectionId>> {
    use_number("id")
}
