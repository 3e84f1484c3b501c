//! Addresses of moderation.

use std::sync::Arc;

use axum::{
    Router,
    extract::Query,
    http::StatusCode,
    routing::{get, post},
};
use huiyin_domain::{
    helping::Deed,
    ids::CaseId,
    moderation::{Command, wire::ReportForm},
};
use serde::Deserialize;

use super::{pages, service};
use crate::{
    app::App,
    failure::Failure,
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
        .route("/communities/{c}/moderation", get(list))
        .route("/communities/{c}/moderation/waiting", get(waiting))
        .route("/communities/{c}/moderation/reports", post(report))
        .route("/communities/{c}/moderation/{n}", get(show))
        .route("/communities/{c}/moderation/{n}/commands", post(command))
}

/// What is asked of the log.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct After {
    /// Where the part begins: `next` of the part before.
    after: Option<String>,
}

/// The public log of what was reported and hidden.
#[utoipa::path(get, path = "/api/v1/communities/{c}/moderation",
    params(("c" = String, Path), ("after" = Option<String>, Query)), responses(
        (status = 200, description = "CaseList", body = serde_json::Value),
        (status = 400, description = "Problem: malformed")))]
pub(crate) async fn list(
    ask: Ask,
    query: Result<Query<After>, axum::extract::rejection::QueryRejection>,
) -> Answer {
    let Query(query) = query.map_err(|rejection| Failure::malformed(rejection.body_text()))?;
    let ask = ask.doing(Deed::Read);
    ask.page(move |tx, here| pages::log(tx, here, query.after.as_deref())).await
}

/// What waits for the office.
#[utoipa::path(get, path = "/api/v1/communities/{c}/moderation/waiting",
    params(("c" = String, Path)), security(("token" = [])), responses(
        (status = 200, description = "CaseList", body = serde_json::Value),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out"),
        (status = 403, description = "Problem: refused (staff_only)")))]
pub(crate) async fn waiting(ask: Ask) -> Answer {
    ask.page(pages::waiting).await
}

/// Report something as against the rules.
#[utoipa::path(post, path = "/api/v1/communities/{c}/moderation/reports",
    params(("c" = String, Path), ("Idempotency-Key" = String, Header)),
    security(("token" = [])),
    request_body(content = serde_json::Value, description = "ReportForm"), responses(
        (status = 201, description = "Reported", body = serde_json::Value),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out"),
        (status = 404, description = "Problem: missing"),
        (status = 409, description = "Problem: refused (moderation), key_reused"),
        (status = 422, description = "Problem: invalid (rule, words, submission)")))]
pub(crate) async fn report(ask: Ask, Sent { value: form, hash }: Sent<ReportForm>) -> Answer {
    ask.post(StatusCode::CREATED, Retry::SameBody(hash), move |tx, here| {
        service::report(tx, here, &form)
    })
    .await
}

/// One case; what is hidden is told to the office and the author alone.
#[utoipa::path(get, path = "/api/v1/communities/{c}/moderation/{n}",
    params(("c" = String, Path), ("n" = u32, Path)), responses(
        (status = 200, description = "CasePage", body = serde_json::Value),
        (status = 404, description = "Problem: missing")))]
pub(crate) async fn show(ask: Ask, Named((_, n)): Named<(String, CaseId)>) -> Answer {
    ask.page_unkept(move |tx, here| pages::page(tx, here, n)).await
}

/// Ask something of a case.
#[utoipa::path(post, path = "/api/v1/communities/{c}/moderation/{n}/commands",
    params(("c" = String, Path), ("n" = u32, Path), ("Idempotency-Key" = String, Header),
        ("If-Match" = String, Header)), security(("token" = [])),
    request_body(content = serde_json::Value, description = "moderation::Command"), responses(
        (status = 200, description = "CasePage", body = serde_json::Value),
        (status = 400, description = "Problem: malformed"),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out"),
        (status = 403, description = "Problem: refused (organiser_only, moderation)"),
        (status = 404, description = "Problem: missing"),
        (status = 409, description = "Problem: refused (moderation), key_reused")))]
pub(crate) async fn command(
    ask: Ask,
    Named((_, n)): Named<(String, CaseId)>,
    Sent { value, hash }: Sent<Command>,
) -> Answer {
    let version = ask.version()?;
    ask.post(StatusCode::OK, Retry::SameBody(hash), move |tx, here| {
        service::command(tx, here, n, version, value.clone())
    })
    .await
}
