//! Addresses of requests to be called back.

use std::sync::Arc;

use axum::{
    Router,
    http::StatusCode,
    routing::{get, post},
};
use huiyin_domain::{
    callbacks::{CallbackForm, Command},
    ids::CallbackId,
};

use super::{
    pages,
    service::{self, From},
};
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
        .route("/communities/{c}/callbacks", get(list).post(send))
        .route("/communities/{c}/callbacks/{n}", get(show))
        .route("/communities/{c}/callbacks/{n}/commands", post(command))
}

/// The requests that wait, with their numbers; for staff.
#[utoipa::path(get, path = "/api/v1/communities/{c}/callbacks", params(("c" = String, Path)),
    security(("token" = [])), responses(
        (status = 200, description = "CallbackList", body = serde_json::Value),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out"),
        (status = 403, description = "Problem: refused (staff_only)")))]
pub(crate) async fn list(ask: Ask) -> Answer {
    ask.page_unkept(pages::list).await
}

/// Ask to be called back; signed in or not.
///
/// A retry is known by its key alone and judged again: a hash of the body could be tried out
/// until the number in it is found.
#[utoipa::path(post, path = "/api/v1/communities/{c}/callbacks",
    params(("c" = String, Path), ("Idempotency-Key" = String, Header)),
    request_body(content = serde_json::Value, description = "CallbackForm"), responses(
        (status = 201, description = "CallbackTaken", body = serde_json::Value),
        (status = 409, description = "Problem: key_reused"),
        (status = 422, description = "Problem: invalid (phone, when, about)"),
        (status = 429, description = "Problem: too_many, with Retry-After")))]
pub(crate) async fn send(ask: Ask, Sent { value: form, .. }: Sent<CallbackForm>) -> Answer {
    let from = From::new(&ask.app.address_key, ask.address, ask.now);
    ask.post(StatusCode::CREATED, Retry::Harmless, move |tx, here| {
        service::ask(tx, here, &from, &form)
    })
    .await
}

/// How one request stands; the number and the words are for staff alone.
#[utoipa::path(get, path = "/api/v1/communities/{c}/callbacks/{n}",
    params(("c" = String, Path), ("n" = u32, Path)), responses(
        (status = 200, description = "CallbackPage", body = serde_json::Value),
        (status = 404, description = "Problem: missing")))]
pub(crate) async fn show(ask: Ask, Named((_, n)): Named<(String, CallbackId)>) -> Answer {
    ask.page_unkept(move |tx, here| pages::page(tx, here, n)).await
}

/// Settle a request; its number is deleted.
#[utoipa::path(post, path = "/api/v1/communities/{c}/callbacks/{n}/commands",
    params(("c" = String, Path), ("n" = u32, Path), ("Idempotency-Key" = String, Header)),
    security(("token" = [])),
    request_body(content = serde_json::Value, description = "callbacks::Command"), responses(
        (status = 200, description = "CallbackPage", body = serde_json::Value),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out"),
        (status = 403, description = "Problem: refused (staff_only)"),
        (status = 404, description = "Problem: missing"),
        (status = 409, description = "Problem: refused (callback_closed, try_again_first)")))]
pub(crate) async fn command(
    ask: Ask,
    Named((_, n)): Named<(String, CallbackId)>,
    Sent { value, hash }: Sent<Command>,
) -> Answer {
    ask.post(StatusCode::OK, Retry::SameBody(hash), move |tx, here| {
        service::command(tx, here, n, &value)
    })
    .await
}
