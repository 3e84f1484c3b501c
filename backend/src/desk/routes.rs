//! The address of the service desk.

use std::sync::Arc;

use axum::{Router, routing::get};
use huiyin_domain::{
    desk::{DeskPage, may_serve},
    feedback::Owner,
};

use super::today;
use crate::{
    app::App,
    callbacks, feedback,
    http::{answer::Answer, ask::Ask},
    notices, objections, recordings,
};

/// The routes of this room.
pub fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/communities/{c}/desk", get(show))
        .route("/communities/{c}/desk/today", get(show_today))
}

/// Everything that waits for whoever asks, in one list by its day.
#[utoipa::path(get, path = "/api/v1/communities/{c}/desk/today", params(("c" = String, Path)),
    security(("token" = [])), responses(
        (status = 200, description = "Today", body = serde_json::Value),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out"),
        (status = 403, description = "Problem: refused (staff_only)")))]
pub(crate) async fn show_today(ask: Ask) -> Answer {
    ask.page(today::page).await
}

/// What waits, for staff.
#[utoipa::path(get, path = "/api/v1/communities/{c}/desk", params(("c" = String, Path)),
    security(("token" = [])), responses(
        (status = 200, description = "DeskPage", body = serde_json::Value),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out"),
        (status = 403, description = "Problem: refused (staff_only)")))]
pub(crate) async fn show(ask: Ask) -> Answer {
    ask.page(|tx, here| {
        may_serve(&here.viewer)?;
        let (n_owed, n_overdue) = feedback::owed::count(tx, here, Some(Owner::Office))?;
        Ok(DeskPage {
            n_callbacks: callbacks::pages::n_waiting(tx, here)?,
            n_recordings: recordings::rows::n_waiting(tx, here)?,
            n_owed,
            n_overdue,
            n_objections: objections::rows::n_open(tx, here)?,
            n_calls: notices::calls::count(tx, here)?,
        })
    })
    .await
}
