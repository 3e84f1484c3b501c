//! Addresses of what the office enters, and of the guide to a ballot.

use std::sync::Arc;

use axum::{
    Router,
    http::StatusCode,
    routing::{get, post},
};
use huiyin_domain::{
    entering::{CoSignEntry, OpinionEntry, ProposalEntry},
    ids::{ContestId, ProposalId},
};

use super::{guide, service};
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
        .route("/communities/{c}/contests/{n}/ballot-guide", get(ballot_guide))
        .route("/communities/{c}/contests/{n}/proposals/entered", post(enter_proposal))
        .route("/communities/{c}/proposals/{id}/co-signs/entered", post(enter_co_sign))
        .route("/communities/{c}/feedback/entered", post(enter_opinion))
}

/// What can be voted for, to be printed and read at home.
#[utoipa::path(get, path = "/api/v1/communities/{c}/contests/{n}/ballot-guide",
    params(("c" = String, Path), ("n" = u32, Path)), responses(
        (status = 200, description = "BallotGuide", body = serde_json::Value),
        (status = 404, description = "Problem: missing")))]
pub(crate) async fn ballot_guide(ask: Ask, Named((_, n)): Named<(String, ContestId)>) -> Answer {
    ask.page(move |tx, here| guide::guide(tx, here, n)).await
}

/// Enter a proposal that came on paper or by phone.
#[utoipa::path(post, path = "/api/v1/communities/{c}/contests/{n}/proposals/entered",
    params(("c" = String, Path), ("n" = u32, Path), ("Idempotency-Key" = String, Header)),
    security(("token" = [])),
    request_body(content = serde_json::Value, description = "ProposalEntry"), responses(
        (status = 201, description = "Submitted", body = serde_json::Value),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out"),
        (status = 403, description = "Problem: refused (organiser_only)"),
        (status = 404, description = "Problem: missing"),
        (status = 409, description = "Problem: refused (not_received_in_time, same_title, \
            rules_are_sealed, not_in_this_phase), key_reused"),
        (status = 422, description = "Problem: invalid")))]
pub(crate) async fn enter_proposal(
    ask: Ask,
    Named((_, n)): Named<(String, ContestId)>,
    Sent { value: entry, hash }: Sent<ProposalEntry>,
) -> Answer {
    ask.post(StatusCode::CREATED, Retry::SameBody(hash), move |tx, here| {
        service::proposal(tx, here, n, &entry)
    })
    .await
}

/// Enter a co-signature that came on paper or by phone.
#[utoipa::path(post, path = "/api/v1/communities/{c}/proposals/{id}/co-signs/entered",
    params(("c" = String, Path), ("id" = u32, Path), ("Idempotency-Key" = String, Header)),
    security(("token" = [])),
    request_body(content = serde_json::Value, description = "CoSignEntry"), responses(
        (status = 201, description = "CoSignEntered", body = serde_json::Value),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out"),
        (status = 403, description = "Problem: refused (organiser_only)"),
        (status = 404, description = "Problem: missing"),
        (status = 409, description = "Problem: refused (not_received_in_time, your_own_proposal, \
            already_co_signed, not_at_this_stage, …), key_reused"),
        (status = 422, description = "Problem: invalid")))]
pub(crate) async fn enter_co_sign(
    ask: Ask,
    Named((_, id)): Named<(String, ProposalId)>,
    Sent { value: entry, hash }: Sent<CoSignEntry>,
) -> Answer {
    ask.post(StatusCode::CREATED, Retry::SameBody(hash), move |tx, here| {
        service::co_sign(tx, here, id, &entry)
    })
    .await
}

/// Enter an opinion, a proposal outside any contest or a topic that came on paper or by phone.
#[utoipa::path(post, path = "/api/v1/communities/{c}/feedback/entered",
    params(("c" = String, Path), ("Idempotency-Key" = String, Header)),
    security(("token" = [])),
    request_body(content = serde_json::Value, description = "OpinionEntry"), responses(
        (status = 201, description = "Taken", body = serde_json::Value),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out"),
        (status = 403, description = "Problem: refused (organiser_only)"),
        (status = 409, description = "Problem: refused (same_words), key_reused"),
        (status = 422, description = "Problem: invalid")))]
pub(crate) async fn enter_opinion(
    ask: Ask,
    Sent { value: entry, hash }: Sent<OpinionEntry>,
) -> Answer {
    ask.post(StatusCode::CREATED, Retry::SameBody(hash), move |tx, here| {
        service::opinion(tx, here, &entry)
    })
    .await
}
