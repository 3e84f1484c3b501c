//! Addresses of communities.

use std::sync::Arc;

use axum::{Router, routing::get};
use huiyin_domain::helping::Deed;

use super::service;
use crate::{
    app::App,
    http::{answer::Answer, ask::Ask},
};

/// The routes of this room.
pub fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/communities", get(list))
        .route("/communities/{c}", get(show))
        .route("/communities/{c}/home", get(home))
}

/// All communities.
#[utoipa::path(get, path = "/api/v1/communities", responses(
    (status = 200, description = "{items: [Community], next}", body = serde_json::Value),
    (status = 304, description = "Not changed since the ETag in If-None-Match")))]
pub(crate) async fn list(ask: Ask) -> Answer {
    ask.page_of_all(service::list).await
}

/// One community.
#[utoipa::path(get, path = "/api/v1/communities/{c}", params(("c" = String, Path)), responses(
    (status = 200, description = "Community", body = serde_json::Value),
    (status = 404, description = "Problem: missing")))]
pub(crate) async fn show(ask: Ask) -> Answer {
    let slug = ask.slug.clone();
    ask.page(move |tx, _| service::find(tx, &slug)).await
}

/// The first screen.
#[utoipa::path(get, path = "/api/v1/communities/{c}/home", params(("c" = String, Path)),
    responses(
        (status = 200, description = "HomePage", body = serde_json::Value),
        (status = 401, description = "Problem: signed_out"),
        (status = 404, description = "Problem: missing")))]
pub(crate) async fn home(ask: Ask) -> Answer {
    ask.doing(Deed::Read).page(service::home).await
}
