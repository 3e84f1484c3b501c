//! Addresses of departments and places.

use std::sync::Arc;

use axum::{
    Router,
    http::StatusCode,
    routing::{get, post},
};
use huiyin_domain::{
    departments::{Command, NameForm, PlaceCommand},
    ids::{DepartmentId, PlaceId},
};

use super::service;
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
        .route("/communities/{c}/names", get(names))
        .route("/communities/{c}/departments", post(create))
        .route("/communities/{c}/departments/{n}/commands", post(command))
        .route("/communities/{c}/places", post(create_place))
        .route("/communities/{c}/places/{n}/commands", post(command_place))
}

/// The names of departments and places.
#[utoipa::path(get, path = "/api/v1/communities/{c}/names", params(("c" = String, Path)),
    responses((status = 200, description = "Names", body = serde_json::Value),
        (status = 404, description = "Problem: missing")))]
pub(crate) async fn names(ask: Ask) -> Answer {
    ask.page(service::names).await
}

/// Set a department up.
#[utoipa::path(post, path = "/api/v1/communities/{c}/departments",
    params(("c" = String, Path), ("Idempotency-Key" = String, Header)),
    security(("token" = [])),
    request_body(content = serde_json::Value, description = "NameForm"), responses(
        (status = 201, description = "Names", body = serde_json::Value),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out"),
        (status = 403, description = "Problem: refused (organiser_only)"),
        (status = 422, description = "Problem: invalid (zh, en)")))]
pub(crate) async fn create(ask: Ask, Sent { value, hash }: Sent<NameForm>) -> Answer {
    ask.post(StatusCode::CREATED, Retry::SameBody(hash), move |tx, here| {
        service::add(tx, here, &value)
    })
    .await
}

/// Put a place on the list from which residents choose.
#[utoipa::path(post, path = "/api/v1/communities/{c}/places",
    params(("c" = String, Path), ("Idempotency-Key" = String, Header)),
    security(("token" = [])),
    request_body(content = serde_json::Value, description = "NameForm"), responses(
        (status = 201, description = "Names", body = serde_json::Value),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out"),
        (status = 403, description = "Problem: refused (organiser_only)"),
        (status = 422, description = "Problem: invalid (zh, en)")))]
pub(crate) async fn create_place(ask: Ask, Sent { value, hash }: Sent<NameForm>) -> Answer {
    ask.post(StatusCode::CREATED, Retry::SameBody(hash), move |tx, here| {
        service::add_place(tx, here, &value)
    })
    .await
}

/// Rename a place.
#[utoipa::path(post, path = "/api/v1/communities/{c}/places/{n}/commands",
    params(("c" = String, Path), ("n" = u32, Path), ("Idempotency-Key" = String, Header)),
    security(("token" = [])),
    request_body(content = serde_json::Value, description = "departments::PlaceCommand"),
    responses(
        (status = 200, description = "Names", body = serde_json::Value),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out"),
        (status = 403, description = "Problem: refused (organiser_only)"),
        (status = 404, description = "Problem: missing"),
        (status = 422, description = "Problem: invalid (zh, en)")))]
pub(crate) async fn command_place(
    ask: Ask,
    Named((_, n)): Named<(String, PlaceId)>,
    Sent { value, hash }: Sent<PlaceCommand>,
) -> Answer {
    ask.post(StatusCode::OK, Retry::SameBody(hash), move |tx, here| {
        service::command_place(tx, here, n, &value)
    })
    .await
}

/// Rename a department, or dissolve it: what it owes goes back to the office, each with its day.
#[utoipa::path(post, path = "/api/v1/communities/{c}/departments/{n}/commands",
    params(("c" = String, Path), ("n" = u32, Path), ("Idempotency-Key" = String, Header)),
    security(("token" = [])),
    request_body(content = serde_json::Value, description = "departments::Command"), responses(
        (status = 200, description = "Names", body = serde_json::Value),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out"),
        (status = 403, description = "Problem: refused (organiser_only)"),
        (status = 404, description = "Problem: missing"),
        (status = 409, description = "Problem: refused (department_dissolved), key_reused"),
        (status = 422, description = "Problem: invalid (zh, en)")))]
pub(crate) async fn command(
    ask: Ask,
    Named((_, n)): Named<(String, DepartmentId)>,
    Sent { value, hash }: Sent<Command>,
) -> Answer {
    ask.post(StatusCode::OK, Retry::SameBody(hash), move |tx, here| {
        service::command(tx, here, n, &value)
    })
    .await
}
