//! Departments and places, for the organiser: who answers, and where things are.
pub mod departments_page;
mod dissolve_form;
mod name_form;
pub mod pages;
pub mod places_page;

use crate::ui::Fetched;
use crate::{api::ApiError, api::use_api};
use huiyin_domain::feedback::wire::Names;

/// The names of all departments and places.
fn use_names() -> Fetched<Result<Names, ApiError>> {
    let api = use_api();
    Fetched::new(move || async move { api.get::<Names>("names").await })
}
