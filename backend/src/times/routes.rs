//! Addresses of residents' usual times.

use std::sync::Arc;

use axum::{
    Router,
    http::StatusCode,
    routing::{get, post},
};
use huiyin_domain::{
    entering::TimesEntry,
    helping::{Deed, Scope},
    times::TimesForm,
};

use super::service;
use crate::{
    app::App,
    http::{answer::Answer, ask::Ask, body::Sent},
    idempotent::Retry,
};

/// The routes of this room.
pub fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/communities/{c}/times", get(show).post(give))
        .route("/communities/{c}/times/entered", post(enter))
}

/// One's own times.
#[utoipa::path(get, path = "/api/v1/communities/{c}/times", params(("c" = String, Path)),
    security(("token" = [])), responses(
        (status = 200, description = "TimesPage", body = serde_json::Value),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out"),
        (status = 403, description = "Problem: refused (residents_only)")))]
pub(crate) async fn show(ask: Ask) -> Answer {
    ask.doing(Deed::Within(Scope::Answer)).page(service::page).await
}

/// Say when one can usually come; as often as one likes.
#[utoipa::path(post, path = "/api/v1/communities/{c}/times",
    params(("c" = String, Path), ("Idempotency-Key" = String, Header)),
    security(("token" = [])),
    request_body(content = serde_json::Value, description = "TimesForm"), responses(
        (status = 200, description = "TimesPage", body = serde_json::Value),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out"),
        (status = 403, description = "Problem: refused (residents_only)"),
        (status = 409, description = "Problem: key_reused"),
        (status = 422, description = "Problem: invalid")))]
pub(crate) async fn give(ask: Ask, Sent { value: form, hash }: Sent<TimesForm>) -> Answer {
    let ask = ask.doing(Deed::Within(Scope::Answer));
    ask.post(StatusCode::OK, Retry::SameBody(hash), move |tx, here| service::give(tx, here, &form))
        .await
}

/// Enter times that came on paper or by phone.
#[utoipa::path(post, path = "/api/v1/communities/{c}/times/entered",
    params(("c" = String, Path), ("Idempotency-Key" = String, Header)),
    security(("token" = [])),
    request_body(content = serde_json::Value, description = "TimesEntry"), responses(
        (status = 200, description = "TimesPage", body = serde_json::Value),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out"),
        (status = 403, description = "Problem: refused (organiser_only)"),
        (status = 409, description = "Problem: refused (newer_answer), key_reused"),
        (status = 422, description = "Problem: invalid")))]
pub(crate) async fn enter(ask: Ask, Sent { value: entry, hash }: Sent<TimesEntry>) -> Answer {
    ask.post(StatusCode::OK, Retry::SameBody(hash), move |tx, here| {
        service::enter(tx, here, &entry)
    })
    .await
}
