//! Feedback: saying something, following what becomes of it, and having the last word.
pub mod act;
pub mod act_page;
pub mod answer;
pub mod built;
pub mod check_step;
pub mod draft;
pub mod number_page;
pub mod offers;
pub mod place_choice;
pub mod promise;
pub mod question;
pub mod record;
pub mod say_page;
pub mod sent_page;
pub mod show_page;
pub mod standing;
pub mod step;
pub mod steps;
pub mod story;

use crate::api::{Api, ApiError};
use crate::ui::use_number;
use huiyin_domain::{feedback::wire::SubmissionPage, ids::SubmissionId};
use leptos::prelude::*;

/// The submission named in the address; `None` when what stands there is not a number.
pub fn use_submission_id() -> Memo<Option<SubmissionId>> {
    use_number("id")
}

/// Its place in the API.
pub fn path(id: SubmissionId) -> String {
    format!("feedback/{id}")
}

/// Reads one submission, whole.
pub async fn read(api: Api, id: SubmissionId) -> Result<SubmissionPage, ApiError> {
    api.get(&path(id)).await
}
