//! Addresses of the two doors.

use std::sync::Arc;

use axum::{
    Router,
    extract::State,
    http::StatusCode,
    routing::{get, post, put},
};
use huiyin_domain::{
    ballots::{
        Stamp,
        wire::{Cast, StampRequest},
    },
    helping::Deed,
    ids::ContestId,
};

use super::service;
use crate::{
    app::App,
    communities,
    failure::Failure,
    http::{
        answer::{self, Answer},
        ask::{Ask, Named},
        body::Sent,
    },
    idempotent::Retry,
};

/// The routes of this room.
pub fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/communities/{c}/contests/{n}/ballot-paper", get(paper))
        .route("/communities/{c}/contests/{n}/stamps", post(hand_out))
        .route("/communities/{c}/contests/{n}/ballots/{stamp}", put(cast))
}

/// What a voter needs to vote.
#[utoipa::path(get, path = "/api/v1/communities/{c}/contests/{n}/ballot-paper",
    params(("c" = String, Path), ("n" = u32, Path)), responses(
        (status = 200, description = "BallotPaper", body = serde_json::Value),
        (status = 404, description = "Problem: missing")))]
pub(crate) async fn paper(ask: Ask, Named((_, n)): Named<(String, ContestId)>) -> Answer {
    ask.page(move |tx, here| service::paper(tx, here, n)).await
}

/// Take a ballot. The record keeps nothing of the stamp beside the person.
#[utoipa::path(post, path = "/api/v1/communities/{c}/contests/{n}/stamps",
    params(("c" = String, Path), ("n" = u32, Path), ("Idempotency-Key" = String, Header)),
    security(("token" = [])),
    request_body(content = serde_json::Value, description = "StampRequest"), responses(
        (status = 200, description = "{closes}", body = serde_json::Value),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out"),
        (status = 403, description = "Problem: refused (residents_only)"),
        (status = 409, description = "Problem: refused (ballot_already_handed_out, …)")))]
pub(crate) async fn hand_out(
    ask: Ask,
    Named((_, n)): Named<(String, ContestId)>,
    Sent { value: request, .. }: Sent<StampRequest>,
) -> Answer {
    let ask = ask.doing(Deed::Vote);
    ask.post(StatusCode::OK, Retry::Harmless, move |tx, here| {
        service::hand_out(tx, here, n, &request.stamp)
    })
    .await
}

/// Cast a ballot. No session is read, and no line is written to the log.
#[utoipa::path(put, path = "/api/v1/communities/{c}/contests/{n}/ballots/{stamp}",
    params(("c" = String, Path), ("n" = u32, Path), ("stamp" = String, Path)),
    request_body(content = serde_json::Value, description = "Cast"), responses(
        (status = 200, description = "CastReceipt", body = serde_json::Value),
        (status = 404, description = "Problem: missing"),
        (status = 409, description = "Problem: refused (unknown_ballot, stale, …)"),
        (status = 422, description = "Problem: invalid_ballot")))]
pub(crate) async fn cast(
    State(app): State<Arc<App>>,
    Named((slug, n, stamp)): Named<(String, ContestId, Stamp)>,
    Sent { value: ballot, .. }: Sent<Cast>,
) -> Answer {
    let now = app.clock.now();
    let cast = app.store.write(move |tx| {
        let community = communities::service::find(tx, &slug)?.id;
        service::cast(tx, community, n, &stamp, &ballot, now)
    });
    let receipt = cast.await.map_err(|failure: Failure| failure)?;
    Ok(answer::json(StatusCode::OK, serde_json::to_string(&receipt)?))
}
