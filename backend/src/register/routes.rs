//! Addresses of the register and of its statistics.

use std::sync::Arc;

use axum::{
    Router,
    extract::{DefaultBodyLimit, Query, Request, rejection::QueryRejection},
    http::StatusCode,
    routing::{get, post},
};
use huiyin_domain::{
    desk::may_serve,
    hash::sha256_hex,
    problems::ProblemKind,
    register::{FileFault, TABLE_BYTES_MAX, wire::Silence},
};
use serde::Deserialize;

use super::{households, import, statistics as counted};
use crate::{
    app::App,
    failure::{Failure, Outcome},
    http::{
        answer::{self, Answer},
        ask::Ask,
        body::take_bytes,
    },
    idempotent::Retry,
};

/// The report that is to be carried out.
#[derive(Debug, Deserialize)]
pub(crate) struct Sealed {
    seal: String,
}

/// Which households are asked for.
#[derive(Debug, Deserialize)]
pub(crate) struct Which {
    silence: Silence,
}

/// The routes of this room.
pub fn routes() -> Router<Arc<App>> {
    let large = || DefaultBodyLimit::max(TABLE_BYTES_MAX);
    Router::new()
        .route("/communities/{c}/register", get(show))
        .route("/communities/{c}/register.csv", get(table))
        .route("/communities/{c}/register/households", get(households))
        .route("/communities/{c}/register/report", post(report).layer(large()))
        .route("/communities/{c}/register/import", post(import).layer(large()))
        .route("/communities/{c}/statistics", get(statistics))
}

/// The register in numbers, for the office.
#[utoipa::path(get, path = "/api/v1/communities/{c}/register", params(("c" = String, Path)),
    security(("token" = [])), responses(
        (status = 200, description = "RegisterPage", body = serde_json::Value),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out"),
        (status = 403, description = "Problem: refused (staff_only)")))]
pub(crate) async fn show(ask: Ask) -> Answer {
    ask.page_unkept(households::page).await
}

/// The whole register as a table that can be imported again. Cells that a spreadsheet would take
/// for a formula are made harmless.
#[utoipa::path(get, path = "/api/v1/communities/{c}/register.csv", params(("c" = String, Path)),
    security(("token" = [])), responses(
        (status = 200, description = "UTF-8 with its mark", content_type = "text/csv",
            body = String),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out"),
        (status = 403, description = "Problem: refused (staff_only)")))]
pub(crate) async fn table(ask: Ask) -> Answer {
    let text = ask.read(import::export).await?;
    Ok(answer::private(text.into_bytes(), "text/csv; charset=utf-8; header=present"))
}

/// Households of which nobody ever signed in, or nothing was heard for twelve months.
#[utoipa::path(get, path = "/api/v1/communities/{c}/register/households",
    params(("c" = String, Path), ("silence" = String, Query)), security(("token" = [])),
    responses(
        (status = 200, description = "HouseholdList", body = serde_json::Value),
        (status = 400, description = "Problem: malformed"),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out"),
        (status = 403, description = "Problem: refused (staff_only)")))]
pub(crate) async fn households(ask: Ask, query: Result<Query<Which>, QueryRejection>) -> Answer {
    let Query(Which { silence }) =
        query.map_err(|rejection| Failure::malformed(rejection.body_text()))?;
    ask.page_unkept(move |tx, here| households::silent(tx, here, silence)).await
}

/// What importing a table would do: every row that is refused says why. Nothing is stored.
#[utoipa::path(post, path = "/api/v1/communities/{c}/register/report",
    params(("c" = String, Path), ("Idempotency-Key" = String, Header)),
    security(("token" = [])), request_body(content = Vec<u8>, content_type = "text/csv"),
    responses(
        (status = 200, description = "Report", body = serde_json::Value),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out"),
        (status = 403, description = "Problem: refused (staff_only)"),
        (status = 422, description = "Problem: invalid (file)")))]
pub(crate) async fn report(ask: Ask, request: Request) -> Answer {
    ask.key()?;
    let bytes = table_bytes(&ask, request).await?;
    ask.page_unkept(move |tx, here| {
        may_serve(&here.viewer)?;
        import::report(tx, here, import::table_of(&bytes)?)
    })
    .await
}

/// Store a table, exactly as the report under this seal has told.
#[utoipa::path(post, path = "/api/v1/communities/{c}/register/import",
    params(("c" = String, Path), ("seal" = String, Query), ("Idempotency-Key" = String, Header)),
    security(("token" = [])), request_body(content = Vec<u8>, content_type = "text/csv"),
    responses(
        (status = 200, description = "Imported", body = serde_json::Value),
        (status = 400, description = "Problem: malformed"),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out"),
        (status = 403, description = "Problem: refused (staff_only)"),
        (status = 409, description = "Problem: refused (register), key_reused"),
        (status = 422, description = "Problem: invalid (file)")))]
pub(crate) async fn import(
    ask: Ask,
    query: Result<Query<Sealed>, QueryRejection>,
    request: Request,
) -> Answer {
    let Query(Sealed { seal }) =
        query.map_err(|rejection| Failure::malformed(rejection.body_text()))?;
    ask.key()?;
    let bytes = table_bytes(&ask, request).await?;
    let retry = Retry::SameBody(sha256_hex(format!("{seal} {}", sha256_hex(&bytes)).as_bytes()));
    let table = import::table_of(&bytes)?;
    ask.post(StatusCode::OK, retry, move |tx, here| import::import(tx, here, table.clone(), &seal))
        .await
}

/// Who took part in what, by building and by way in; small groups are hidden.
#[utoipa::path(get, path = "/api/v1/communities/{c}/statistics", params(("c" = String, Path)),
    security(("token" = [])), responses(
        (status = 200, description = "StatisticsPage", body = serde_json::Value),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out"),
        (status = 403, description = "Problem: refused (staff_only)")))]
pub(crate) async fn statistics(ask: Ask) -> Answer {
    ask.page_unkept(counted::page).await
}

/// The bytes of a table; whoever may not send one is told before it is taken.
async fn table_bytes(ask: &Ask, request: Request) -> Outcome<Vec<u8>> {
    ask.clone().read(|_, here| Ok(may_serve(&here.viewer)?)).await?;
    let bytes = take_bytes(request, &(), TABLE_BYTES_MAX).await;
    let bytes = bytes.map_err(|failure| match failure {
        Failure::Problem(ProblemKind::TooLarge { max_bytes }) => {
            import::in_file(FileFault::TooLarge { max_bytes })
        }
        other => other,
    })?;
    Ok(bytes.to_vec())
}
