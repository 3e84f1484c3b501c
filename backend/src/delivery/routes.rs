//! Addresses of projects.

use std::sync::Arc;

use axum::{
    Router,
    http::StatusCode,
    routing::{get, post},
};
use huiyin_domain::{
    delivery::{Command, wire::BeginForm},
    helping::Deed,
    ids::ProposalId,
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
        .route("/communities/{c}/projects", get(list_them).post(begin))
        .route("/communities/{c}/projects/waiting", get(waiting))
        .route("/communities/{c}/projects/{n}", get(show))
        .route("/communities/{c}/projects/{n}/commands", post(command))
}

/// All projects, those that go on first.
#[utoipa::path(get, path = "/api/v1/communities/{c}/projects",
    params(("c" = String, Path)), responses(
        (status = 200, description = "ProjectList", body = serde_json::Value),
        (status = 404, description = "Problem: missing")))]
pub(crate) async fn list_them(ask: Ask) -> Answer {
    ask.doing(Deed::Read).page(pages::list).await
}

/// What of the projects waits for the office.
#[utoipa::path(get, path = "/api/v1/communities/{c}/projects/waiting",
    params(("c" = String, Path)), security(("token" = [])), responses(
        (status = 200, description = "OfficeProjects", body = serde_json::Value),
        (status = 401, description = "Problem: signed_out"),
        (status = 403, description = "Problem: refused (organiser_only)")))]
pub(crate) async fn waiting(ask: Ask) -> Answer {
    ask.page(pages::waiting).await
}

/// Make a project of a proposal that won.
#[utoipa::path(post, path = "/api/v1/communities/{c}/projects",
    params(("c" = String, Path), ("Idempotency-Key" = String, Header)),
    security(("token" = [])),
    request_body(content = serde_json::Value, description = "BeginForm"), responses(
        (status = 201, description = "ProjectPage", body = serde_json::Value),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out"),
        (status = 403, description = "Problem: refused (organiser_only)"),
        (status = 404, description = "Problem: missing"),
        (status = 409, description = "Problem: refused (not_at_this_stage, …), key_reused")))]
pub(crate) async fn begin(ask: Ask, Sent { value: form, hash }: Sent<BeginForm>) -> Answer {
    ask.post(StatusCode::CREATED, Retry::SameBody(hash), move |tx, here| {
        service::begin(tx, here, &form)
    })
    .await
}

/// One project, whole.
#[utoipa::path(get, path = "/api/v1/communities/{c}/projects/{n}",
    params(("c" = String, Path), ("n" = u32, Path)), responses(
        (status = 200, description = "ProjectPage", body = serde_json::Value),
        (status = 404, description = "Problem: missing")))]
pub(crate) async fn show(ask: Ask, Named((_, n)): Named<(String, ProposalId)>) -> Answer {
    ask.doing(Deed::Read).page(move |tx, here| pages::page(tx, here, n)).await
}

/// Ask something of a project. A resident's own word needs no version.
#[utoipa::path(post, path = "/api/v1/communities/{c}/projects/{n}/commands",
    params(("c" = String, Path), ("n" = u32, Path), ("Idempotency-Key" = String, Header),
        ("If-Match" = Option<String>, Header)), security(("token" = [])),
    request_body(content = serde_json::Value, description = "delivery::Command"), responses(
        (status = 200, description = "ProjectPage", body = serde_json::Value),
        (status = 400, description = "Problem: malformed"),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out"),
        (status = 403, description = "Problem: refused (organiser_only, delivery, …)"),
        (status = 404, description = "Problem: missing"),
        (status = 409, description = "Problem: refused (delivery, …), key_reused"),
        (status = 422, description = "Problem: invalid")))]
pub(crate) async fn command(
    ask: Ask,
    Named((_, n)): Named<(String, ProposalId)>,
    Sent { value: command, hash }: Sent<Command>,
) -> Answer {
    let version = ask.if_match;
    ask.post(StatusCode::OK, Retry::SameBody(hash), move |tx, here| {
        service::command(tx, here, n, version, command.clone())
    })
    .await
}
