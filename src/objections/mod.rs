//! Objections: all of a contest, sending one, and answering at the desk.
pub mod answer_page;
mod card;
pub mod desk_page;
pub mod list_page;
pub mod object_page;

use huiyin_domain::ids::{ContestId, ObjectionId};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// The contest in the address; `None` when that is not a number.
fn use_contest() -> Memo<Option<ContestId>> {
    let params = use_params_map();
    Memo::new(move |_| params.read().get("id").and_then(|id| id.parse().ok()))
}

/// The objection in the address; `None` when that is not a number.
fn use_objection() -> Memo<Option<ObjectionId>> {
    let params = use_params_map();
    Memo::new(move |_| params.read().get("id").and_then(|id| id.parse().ok()))
}
