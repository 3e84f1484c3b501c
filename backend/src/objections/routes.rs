//! Addresses of objections.

use std::sync::Arc;

use axum::{
    Router,
    http::StatusCode,
    routing::{get, post},
};
use huiyin_domain::{
    ids::{ContestId, ObjectionId},
    objections::{AnswerForm, ObjectionForm},
};

use super::{pages, service};
use crate::{
    app::App,
    http::{
        answer::Answer,
        ask::{Ask, Named},
        body::Sent,
    },
    idempotent::Retry,
};

/// The routes of this room.
pub fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/communities/{c}/contests/{n}/objections", get(list).post(send))
        .route("/communities/{c}/objections", get(waiting))
        .route("/communities/{c}/objections/{n}", get(show))
        .route("/communities/{c}/objections/{n}/answer", post(answer))
}

/// All objections in a contest, and what can be objected to now.
#[utoipa::path(get, path = "/api/v1/communities/{c}/contests/{n}/objections",
    params(("c" = String, Path), ("n" = u32, Path)), responses(
        (status = 200, description = "ObjectionsPage", body = serde_json::Value),
        (status = 404, description = "Problem: missing")))]
pub(crate) async fn list(ask: Ask, Named((_, n)): Named<(String, ContestId)>) -> Answer {
    ask.page(move |tx, here| pages::of_contest(tx, here, n)).await
}

/// Object to something.
#[utoipa::path(post, path = "/api/v1/communities/{c}/contests/{n}/objections",
    params(("c" = String, Path), ("n" = u32, Path), ("Idempotency-Key" = String, Header)),
    security(("token" = [])),
    request_body(content = serde_json::Value, description = "ObjectionForm"), responses(
        (status = 201, description = "ObjectionsPage", body = serde_json::Value),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out"),
        (status = 403, description = "Problem: refused (residents_only)"),
        (status = 409, description = "Problem: refused (contest)"),
        (status = 422, description = "Problem: invalid (against, words)")))]
pub(crate) async fn send(
    ask: Ask,
    Named((_, n)): Named<(String, ContestId)>,
    Sent { value: form, hash }: Sent<ObjectionForm>,
) -> Answer {
    ask.post(StatusCode::CREATED, Retry::SameBody(hash), move |tx, here| {
        service::send(tx, here, n, &form)
    })
    .await
}

/// Objections that wait for the office.
#[utoipa::path(get, path = "/api/v1/communities/{c}/objections", params(("c" = String, Path)),
    security(("token" = [])), responses(
        (status = 200, description = "ObjectionList", body = serde_json::Value),
        (status = 403, description = "Problem: refused (staff_only)")))]
pub(crate) async fn waiting(ask: Ask) -> Answer {
    ask.page(pages::open).await
}

/// One objection.
#[utoipa::path(get, path = "/api/v1/communities/{c}/objections/{n}",
    params(("c" = String, Path), ("n" = u32, Path)), responses(
        (status = 200, description = "ObjectionPage", body = serde_json::Value),
        (status = 404, description = "Problem: missing")))]
pub(crate) async fn show(ask: Ask, Named((_, n)): Named<(String, ObjectionId)>) -> Answer {
    ask.page(move |tx, here| pages::one(tx, here, n)).await
}

/// Answer an objection.
#[utoipa::path(post, path = "/api/v1/communities/{c}/objections/{n}/answer",
    params(("c" = String, Path), ("n" = u32, Path), ("Idempotency-Key" = String, Header)),
    security(("token" = [])),
    request_body(content = serde_json::Value, description = "AnswerForm"), responses(
        (status = 200, description = "ObjectionPage", body = serde_json::Value),
        (status = 403, description = "Problem: refused (organiser_only)"),
        (status = 409, description = "Problem: refused (contest, above_cap)"),
        (status = 422, description = "Problem: invalid (upheld, cost, words)")))]
pub(crate) async fn answer(
    ask: Ask,
    Named((_, n)): Named<(String, ObjectionId)>,
    Sent { value: form, hash }: Sent<AnswerForm>,
) -> Answer {
    ask.post(StatusCode::OK, Retry::SameBody(hash), move |tx, here| {
        service::answer(tx, here, n, &form)
    })
    .await
}
