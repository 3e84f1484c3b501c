//! Addresses of what administrators do with staff.

use std::sync::Arc;

use axum::{Router, http::StatusCode, routing::get, routing::post};
use huiyin_domain::{
    ids::StaffId,
    staff::{Command, may_manage, spelled_password, wire::MemberForm},
};
use serde::Deserialize;

use super::{
    service::{self, Given},
    slowly,
};
use crate::{
    app::App,
    failure::Outcome,
    http::{
        answer::Answer,
        ask::{Ask, Named},
        body::Sent,
    },
    idempotent::Retry,
    secrets,
};

/// What is sent to be given a password: nothing.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Nothing {}

/// The routes of this room.
pub fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/communities/{c}/staff", get(list).post(add))
        .route("/communities/{c}/staff/{n}", get(show))
        .route("/communities/{c}/staff/{n}/commands", post(command))
        .route("/communities/{c}/staff/{n}/password", post(give_password))
        .merge(super::account_routes::routes())
}

/// All staff, for administrators.
#[utoipa::path(get, path = "/api/v1/communities/{c}/staff", params(("c" = String, Path)),
    security(("token" = [])), responses(
        (status = 200, description = "StaffList", body = serde_json::Value),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out"),
        (status = 403, description = "Problem: refused (staff: administrator_only)")))]
pub(crate) async fn list(ask: Ask) -> Answer {
    ask.page_unkept(service::list).await
}

/// Add somebody. Answers once with a password for one sign-in, which is never stored.
#[utoipa::path(post, path = "/api/v1/communities/{c}/staff",
    params(("c" = String, Path), ("Idempotency-Key" = String, Header)),
    security(("token" = [])),
    request_body(content = serde_json::Value, description = "MemberForm"), responses(
        (status = 201, description = "GivenPassword", body = serde_json::Value),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out"),
        (status = 403, description = "Problem: refused (staff: administrator_only)"),
        (status = 409, description = "Problem: refused (department_dissolved, told_once)"),
        (status = 422, description = "Problem: invalid (name, called, role)")))]
pub(crate) async fn add(ask: Ask, Sent { value: form, hash }: Sent<MemberForm>) -> Answer {
    let given = given(&ask).await?;
    let new = form.parse()?;
    ask.post_secret(StatusCode::CREATED, Retry::SameBody(hash), move |tx, here| {
        service::add(tx, here, &new, &given)
    })
    .await
}

/// One member of staff, and what can be done with them.
#[utoipa::path(get, path = "/api/v1/communities/{c}/staff/{n}",
    params(("c" = String, Path), ("n" = u32, Path)), security(("token" = [])), responses(
        (status = 200, description = "MemberPage", body = serde_json::Value),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out"),
        (status = 403, description = "Problem: refused (staff: administrator_only)"),
        (status = 404, description = "Problem: missing")))]
pub(crate) async fn show(ask: Ask, Named((_, n)): Named<(String, StaffId)>) -> Answer {
    ask.page_unkept(move |tx, here| service::page(tx, here, n)).await
}

/// Change a role, take a second factor away, or let somebody sign in no more.
#[utoipa::path(post, path = "/api/v1/communities/{c}/staff/{n}/commands",
    params(("c" = String, Path), ("n" = u32, Path), ("Idempotency-Key" = String, Header)),
    security(("token" = [])),
    request_body(content = serde_json::Value, description = "staff::Command"), responses(
        (status = 200, description = "MemberPage", body = serde_json::Value),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out"),
        (status = 403, description = "Problem: refused (staff: administrator_only, own_account)"),
        (status = 404, description = "Problem: missing"),
        (status = 409, description = "Problem: refused (staff, department_dissolved)")))]
pub(crate) async fn command(
    ask: Ask,
    Named((_, n)): Named<(String, StaffId)>,
    Sent { value, hash }: Sent<Command>,
) -> Answer {
    ask.post(StatusCode::OK, Retry::SameBody(hash), move |tx, here| {
        service::command(tx, here, n, &value)
    })
    .await
}

/// Give somebody a password for one sign-in. It is told once and never stored.
#[utoipa::path(post, path = "/api/v1/communities/{c}/staff/{n}/password",
    params(("c" = String, Path), ("n" = u32, Path), ("Idempotency-Key" = String, Header)),
    security(("token" = [])),
    request_body(content = serde_json::Value, description = "{}"), responses(
        (status = 200, description = "GivenPassword", body = serde_json::Value),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out"),
        (status = 403, description = "Problem: refused (staff: administrator_only, own_account)"),
        (status = 404, description = "Problem: missing"),
        (status = 409, description = "Problem: refused (staff: retired; told_once)")))]
pub(crate) async fn give_password(
    ask: Ask,
    Named((_, n)): Named<(String, StaffId)>,
    Sent { hash, .. }: Sent<Nothing>,
) -> Answer {
    let given = given(&ask).await?;
    ask.post_secret(StatusCode::OK, Retry::SameBody(hash), move |tx, here| {
        service::give_password(tx, here, n, &given)
    })
    .await
}

/// A password for one sign-in; nobody but an administrator makes the server work for it.
async fn given(ask: &Ask) -> Outcome<Given> {
    ask.key()?;
    ask.clone().read(|_, here| Ok(may_manage(&here.viewer)?)).await?;
    slowly(&ask.app, || {
        let password = spelled_password(secrets::random_bytes());
        let hash = secrets::slow_hash(&password);
        Given { password, hash }
    })
    .await
}
