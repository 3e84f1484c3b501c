//! Addresses of the record, all of them for everybody.

use std::sync::Arc;

use axum::{Router, extract::Query, routing::get};
use huiyin_domain::{ids::SubmissionId, time::parse_day};
use serde::Deserialize;

use super::{chain, roots};
use crate::{
    app::App,
    failure::Failure,
    http::{
        answer::Answer,
        ask::{Ask, Named},
    },
};

/// The routes of this room.
pub fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/communities/{c}/feedback/{n}/chain", get(show_chain))
        .route("/communities/{c}/roots", get(list_roots))
        .route("/communities/{c}/roots/{day}", get(show_root))
}

/// What is asked of the list of roots.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Before {
    /// Only days before this one.
    before: Option<String>,
}

/// The chain of a submission, to be checked link by link.
#[utoipa::path(get, path = "/api/v1/communities/{c}/feedback/{n}/chain",
    params(("c" = String, Path), ("n" = u32, Path)), responses(
        (status = 200, description = "ChainPage", body = serde_json::Value),
        (status = 404, description = "Problem: missing")))]
pub(crate) async fn show_chain(ask: Ask, Named((_, n)): Named<(String, SubmissionId)>) -> Answer {
    ask.page(move |tx, here| chain::page(tx, here, n)).await
}

/// The roots of days, the newest first.
#[utoipa::path(get, path = "/api/v1/communities/{c}/roots",
    params(("c" = String, Path), ("before" = Option<String>, Query)), responses(
        (status = 200, description = "RootList", body = serde_json::Value),
        (status = 400, description = "Problem: malformed")))]
pub(crate) async fn list_roots(
    ask: Ask,
    query: Result<Query<Before>, axum::extract::rejection::QueryRejection>,
) -> Answer {
    let Query(query) = query.map_err(|rejection| Failure::malformed(rejection.body_text()))?;
    let not_a_day = || Failure::malformed("before: not a day, as 2026-11-22");
    let before = query.before.map(|raw| parse_day(&raw).ok_or_else(not_a_day)).transpose()?;
    ask.page(move |tx, here| roots::list(tx, here, before)).await
}

/// The root of one day.
#[utoipa::path(get, path = "/api/v1/communities/{c}/roots/{day}",
    params(("c" = String, Path), ("day" = String, Path)), responses(
        (status = 200, description = "DayRoot", body = serde_json::Value),
        (status = 404, description = "Problem: missing")))]
pub(crate) async fn show_root(ask: Ask, Named((_, day)): Named<(String, String)>) -> Answer {
    let day = parse_day(&day).ok_or(Failure::MISSING)?;
    ask.page(move |tx, here| roots::page(tx, here, day)).await
}
