//! Addresses of proposals.

use std::sync::Arc;

use axum::{
    Router,
    extract::Query,
    http::StatusCode,
    routing::{get, post},
};
use huiyin_domain::{
    helping::{Deed, Scope},
    ids::{ContestId, ProposalId},
    proposals::{Command, ProposalForm},
};

use super::{
    list::{self, Query as ListQuery},
    pages, service, staff_routes,
};
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
        .route("/communities/{c}/contests/{n}/proposals", get(list_them).post(submit))
        .route("/communities/{c}/proposals/mine", get(mine))
        .route("/communities/{c}/proposals/{id}", get(show))
        .route("/communities/{c}/proposals/{id}/commands", post(command))
        .merge(staff_routes::routes())
}

/// A contest's proposals, in parts.
#[utoipa::path(get, path = "/api/v1/communities/{c}/contests/{n}/proposals",
    params(("c" = String, Path), ("n" = u32, Path), ("after" = Option<String>, Query),
        ("limit" = Option<u32>, Query), ("sort" = Option<String>, Query),
        ("stage" = Option<String>, Query)), responses(
        (status = 200, description = "ProposalList", body = serde_json::Value),
        (status = 400, description = "Problem: malformed"),
        (status = 404, description = "Problem: missing")))]
pub(crate) async fn list_them(
    ask: Ask,
    Named((_, n)): Named<(String, ContestId)>,
    query: Result<Query<ListQuery>, axum::extract::rejection::QueryRejection>,
) -> Answer {
    let Query(query) = query.map_err(|rejection| Failure::malformed(rejection.body_text()))?;
    ask.page(move |tx, here| list::list(tx, here, n, &query)).await
}

/// Send a proposal.
#[utoipa::path(post, path = "/api/v1/communities/{c}/contests/{n}/proposals",
    params(("c" = String, Path), ("n" = u32, Path), ("Idempotency-Key" = String, Header)),
    security(("token" = [])),
    request_body(content = serde_json::Value, description = "ProposalForm"), responses(
        (status = 201, description = "Submitted", body = serde_json::Value),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out"),
        (status = 403, description = "Problem: refused (residents_only)"),
        (status = 409, description = "Problem: refused (not_in_this_phase), key_reused"),
        (status = 422, description = "Problem: invalid")))]
pub(crate) async fn submit(
    ask: Ask,
    Named((_, n)): Named<(String, ContestId)>,
    Sent { value: form, hash }: Sent<ProposalForm>,
) -> Answer {
    let ask = ask.doing(Deed::Within(Scope::Propose));
    ask.post(StatusCode::CREATED, Retry::SameBody(hash), move |tx, here| {
        service::submit(tx, here, n, &form)
    })
    .await
}

/// What whoever asks has sent and supported.
#[utoipa::path(get, path = "/api/v1/communities/{c}/proposals/mine",
    params(("c" = String, Path)), security(("token" = [])), responses(
        (status = 200, description = "MyProposals", body = serde_json::Value),
        (status = 403, description = "Problem: refused (sign_in_first)")))]
pub(crate) async fn mine(ask: Ask) -> Answer {
    ask.doing(Deed::Within(Scope::Follow)).page(service::mine).await
}

/// One proposal.
#[utoipa::path(get, path = "/api/v1/communities/{c}/proposals/{id}",
    params(("c" = String, Path), ("id" = u32, Path)), responses(
        (status = 200, description = "ProposalPage", body = serde_json::Value),
        (status = 404, description = "Problem: missing")))]
pub(crate) async fn show(ask: Ask, Named((_, id)): Named<(String, ProposalId)>) -> Answer {
    ask.doing(Deed::Read).page(move |tx, here| pages::page(tx, here, id)).await
}

/// Ask something of a proposal.
#[utoipa::path(post, path = "/api/v1/communities/{c}/proposals/{id}/commands",
    params(("c" = String, Path), ("id" = u32, Path), ("Idempotency-Key" = String, Header),
        ("If-Match" = Option<String>, Header)), security(("token" = [])),
    request_body(content = serde_json::Value, description = "proposals::Command"), responses(
        (status = 200, description = "ProposalPage", body = serde_json::Value),
        (status = 400, description = "Problem: malformed"),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out"),
        (status = 403, description = "Problem: refused (residents_only, organiser_only, …)"),
        (status = 404, description = "Problem: missing"),
        (status = 409, description = "Problem: refused, key_reused")))]
pub(crate) async fn command(
    ask: Ask,
    Named((_, id)): Named<(String, ProposalId)>,
    Sent { value, hash }: Sent<Command>,
) -> Answer {
    let version = ask.if_match;
    let ask = ask.doing(Deed::of_command(&value));
    ask.post(StatusCode::OK, Retry::SameBody(hash), move |tx, here| {
        service::command(tx, here, id, version, value.clone())
    })
    .await
}
