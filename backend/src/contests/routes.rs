//! Addresses of contests.

use std::sync::Arc;

use axum::{
    Router,
    http::StatusCode,
    routing::{get, post},
};
use huiyin_domain::{
    contests::{Command, RulesForm, reserve::ReserveCommand},
    ids::{ContestId, Version},
};
use tokio::task::spawn_blocking;

use super::{count, pages, result, service, tables};
use crate::{
    app::App,
    failure::Failure,
    http::{
        answer::{self, Answer},
        ask::{Ask, Named},
        body::Sent,
    },
    idempotent::Retry,
};

/// The number of something new.
#[derive(Clone, Copy, Debug, serde::Serialize)]
struct Created {
    id: ContestId,
}

/// The routes of this room.
pub fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/communities/{c}/contests", get(list).post(create))
        .route("/communities/{c}/contests/{n}", get(show))
        .route("/communities/{c}/contests/{n}/commands", post(command))
        .route("/communities/{c}/contests/{n}/result", get(show_result))
        .route("/communities/{c}/contests/{n}/result.csv", get(result_table))
        .route("/communities/{c}/contests/{n}/proposals.csv", get(proposals_table))
        .route("/communities/{c}/contests/{n}/reserve", post(reserve))
        .route("/communities/{c}/contests/{n}/ballots.pb", get(ballots_pb))
}

/// All contests.
#[utoipa::path(get, path = "/api/v1/communities/{c}/contests", params(("c" = String, Path)),
    responses((status = 200, description = "ContestList", body = serde_json::Value)))]
pub(crate) async fn list(ask: Ask) -> Answer {
    ask.page(pages::list).await
}

/// Set a contest up.
#[utoipa::path(post, path = "/api/v1/communities/{c}/contests",
    params(("c" = String, Path), ("Idempotency-Key" = String, Header)),
    security(("token" = [])),
    request_body(content = serde_json::Value, description = "RulesForm"), responses(
        (status = 201, description = "{id}", body = serde_json::Value),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out"),
        (status = 403, description = "Problem: refused (organiser_only)"),
        (status = 409, description = "Problem: key_reused"),
        (status = 422, description = "Problem: invalid")))]
pub(crate) async fn create(ask: Ask, Sent { value: form, hash }: Sent<RulesForm>) -> Answer {
    ask.post(StatusCode::CREATED, Retry::SameBody(hash), move |tx, here| {
        service::create(tx, here, &form).map(|id| Created { id })
    })
    .await
}

/// One contest.
#[utoipa::path(get, path = "/api/v1/communities/{c}/contests/{n}",
    params(("c" = String, Path), ("n" = u32, Path)), responses(
        (status = 200, description = "ContestPage", body = serde_json::Value),
        (status = 404, description = "Problem: missing")))]
pub(crate) async fn show(ask: Ask, Named((_, n)): Named<(String, ContestId)>) -> Answer {
    ask.page(move |tx, here| pages::page(tx, here, n)).await
}

/// Ask something of a contest.
#[utoipa::path(post, path = "/api/v1/communities/{c}/contests/{n}/commands",
    params(("c" = String, Path), ("n" = u32, Path), ("Idempotency-Key" = String, Header),
        ("If-Match" = String, Header)), security(("token" = [])),
    request_body(content = serde_json::Value, description = "contests::Command"), responses(
        (status = 200, description = "ContestPage", body = serde_json::Value),
        (status = 400, description = "Problem: malformed"),
        (status = 403, description = "Problem: refused (organiser_only)"),
        (status = 404, description = "Problem: missing"),
        (status = 409, description = "Problem: refused, key_reused")))]
pub(crate) async fn command(
    ask: Ask,
    Named((_, n)): Named<(String, ContestId)>,
    Sent { value, hash }: Sent<Command>,
) -> Answer {
    let version = ask.version()?;
    ask.key()?;
    if value == Command::Count {
        return count_outside(ask, n, version, hash).await;
    }
    ask.post(StatusCode::OK, Retry::SameBody(hash), move |tx, here| {
        service::command(tx, here, n, version, value.clone())
    })
    .await
}

/// Counting can take minutes: nobody else waits for it, and the version guards the result.
async fn count_outside(ask: Ask, n: ContestId, version: Version, hash: String) -> Answer {
    let retry = Retry::SameBody(hash);
    if let Some(first) = ask.clone().answered(&retry).await? {
        return Ok(first);
    }
    let ready = ask.clone().read(move |tx, here| count::prepare(tx, here, n, version)).await?;
    let counting = spawn_blocking(move || count::count(&ready)).await;
    let counted = counting.map_err(|gone| Failure::Broken(gone.to_string()))??;
    ask.post(StatusCode::OK, retry, move |tx, here| {
        service::store_count(tx, here, n, version, &counted)
    })
    .await
}

/// The result, step by step; before it is published only for organisers.
#[utoipa::path(get, path = "/api/v1/communities/{c}/contests/{n}/result",
    params(("c" = String, Path), ("n" = u32, Path)), responses(
        (status = 200, description = "ResultPage", body = serde_json::Value),
        (status = 404, description = "Problem: missing")))]
pub(crate) async fn show_result(ask: Ask, Named((slug, n)): Named<(String, ContestId)>) -> Answer {
    ask.page(move |tx, here| result::page(tx, here, &slug, n)).await
}

/// The result as a table for spreadsheets.
#[utoipa::path(get, path = "/api/v1/communities/{c}/contests/{n}/result.csv",
    params(("c" = String, Path), ("n" = u32, Path)), responses(
        (status = 200, description = "text/csv, UTF-8, RFC 4180"),
        (status = 404, description = "Problem: missing")))]
pub(crate) async fn result_table(ask: Ask, Named((slug, n)): Named<(String, ContestId)>) -> Answer {
    let table = ask.read(move |tx, here| tables::result(tx, here, &slug, n)).await?;
    Ok(answer::table(table, "result.csv"))
}

/// All proposals of a contest as a table for spreadsheets, with nobody's name.
#[utoipa::path(get, path = "/api/v1/communities/{c}/contests/{n}/proposals.csv",
    params(("c" = String, Path), ("n" = u32, Path)), responses(
        (status = 200, description = "text/csv, UTF-8, RFC 4180"),
        (status = 404, description = "Problem: missing")))]
pub(crate) async fn proposals_table(ask: Ask, Named((_, n)): Named<(String, ContestId)>) -> Answer {
    let table = ask.read(move |tx, here| tables::proposals(tx, here, n)).await?;
    Ok(answer::table(table, "proposals.csv"))
}

/// A winner drops out, or the next one of the reserve list comes up.
#[utoipa::path(post, path = "/api/v1/communities/{c}/contests/{n}/reserve",
    params(("c" = String, Path), ("n" = u32, Path), ("Idempotency-Key" = String, Header)),
    security(("token" = [])),
    request_body(content = serde_json::Value, description = "ReserveCommand"), responses(
        (status = 200, description = "ContestPage", body = serde_json::Value),
        (status = 403, description = "Problem: refused (organiser_only)"),
        (status = 404, description = "Problem: missing"),
        (status = 409, description = "Problem: refused (contest, not_in_this_phase, …)")))]
pub(crate) async fn reserve(
    ask: Ask,
    Named((_, n)): Named<(String, ContestId)>,
    Sent { value, hash }: Sent<ReserveCommand>,
) -> Answer {
    ask.post(StatusCode::OK, Retry::SameBody(hash), move |tx, here| {
        service::reserve(tx, here, n, value.clone())
    })
    .await
}

/// The file of all ballots in Pabulib's format. With fewer than five ballots there is none.
#[utoipa::path(get, path = "/api/v1/communities/{c}/contests/{n}/ballots.pb",
    params(("c" = String, Path), ("n" = u32, Path)), responses(
        (status = 200, description = "The file", body = String, content_type = "text/csv"),
        (status = 404, description = "Problem: missing")))]
pub(crate) async fn ballots_pb(ask: Ask, Named((_, n)): Named<(String, ContestId)>) -> Answer {
    let is_public = ask.clone().read(move |tx, here| result::is_public(tx, here, n)).await?;
    let pb = ask.read(move |tx, here| result::ballots_pb(tx, here, n)).await?;
    let kind = "text/csv; charset=utf-8";
    Ok(match is_public {
        true => answer::immutable(pb.into_bytes(), kind),
        // What the organiser sees before others must not stay in a cache.
        false => answer::private(pb.into_bytes(), kind),
    })
}
