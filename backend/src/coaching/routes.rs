//! Addresses of coaching.

use std::sync::Arc;

use axum::{
    Router,
    http::StatusCode,
    routing::{get, post},
};
use huiyin_domain::{
    coaching::{
        Command,
        wire::{AskForm, VolunteerForm},
    },
    ids::{CoachingId, ProposalId},
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
        .route("/communities/{c}/coaching", get(list))
        .route("/communities/{c}/coaching/volunteers", post(volunteer))
        .route("/communities/{c}/coaching/{n}", get(show))
        .route("/communities/{c}/coaching/{n}/commands", post(command))
        .route("/communities/{c}/proposals/{id}/coaching", get(of_proposal).post(ask))
}

/// Who waits for a coach; for volunteers and the office.
#[utoipa::path(get, path = "/api/v1/communities/{c}/coaching", params(("c" = String, Path)),
    security(("token" = [])), responses(
        (status = 200, description = "CoachingList", body = serde_json::Value),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out")))]
pub(crate) async fn list(ask: Ask) -> Answer {
    ask.page_unkept(pages::list).await
}

/// Put oneself on the list of volunteers, or take oneself off it.
#[utoipa::path(post, path = "/api/v1/communities/{c}/coaching/volunteers",
    params(("c" = String, Path), ("Idempotency-Key" = String, Header)),
    security(("token" = [])),
    request_body(content = serde_json::Value, description = "VolunteerForm"), responses(
        (status = 200, description = "CoachingList", body = serde_json::Value),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out"),
        (status = 403, description = "Problem: refused (residents_only)"),
        (status = 409, description = "Problem: key_reused")))]
pub(crate) async fn volunteer(ask: Ask, Sent { value: form, hash }: Sent<VolunteerForm>) -> Answer {
    ask.post(StatusCode::OK, Retry::SameBody(hash), move |tx, here| {
        service::volunteer(tx, here, form)
    })
    .await
}

/// What an author finds about coaching at their proposal.
#[utoipa::path(get, path = "/api/v1/communities/{c}/proposals/{id}/coaching",
    params(("c" = String, Path), ("id" = u32, Path)), security(("token" = [])), responses(
        (status = 200, description = "ProposalCoaching", body = serde_json::Value),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out"),
        (status = 403, description = "Problem: refused (not_your_proposal)"),
        (status = 404, description = "Problem: missing")))]
pub(crate) async fn of_proposal(ask: Ask, Named((_, id)): Named<(String, ProposalId)>) -> Answer {
    ask.page_unkept(move |tx, here| pages::of_proposal(tx, here, id)).await
}

/// Ask for a coach for a proposal.
#[utoipa::path(post, path = "/api/v1/communities/{c}/proposals/{id}/coaching",
    params(("c" = String, Path), ("id" = u32, Path), ("Idempotency-Key" = String, Header)),
    security(("token" = [])),
    request_body(content = serde_json::Value, description = "AskForm"), responses(
        (status = 201, description = "CoachingPage", body = serde_json::Value),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out"),
        (status = 403, description = "Problem: refused (not_your_proposal, residents_only)"),
        (status = 404, description = "Problem: missing"),
        (status = 409, description = "Problem: refused (coaching), key_reused"),
        (status = 422, description = "Problem: invalid (words)")))]
pub(crate) async fn ask(
    ask: Ask,
    Named((_, id)): Named<(String, ProposalId)>,
    Sent { value: form, hash }: Sent<AskForm>,
) -> Answer {
    ask.post(StatusCode::CREATED, Retry::SameBody(hash), move |tx, here| {
        service::ask(tx, here, id, &form)
    })
    .await
}

/// One coaching, with its words for authors, coach and office.
#[utoipa::path(get, path = "/api/v1/communities/{c}/coaching/{n}",
    params(("c" = String, Path), ("n" = u32, Path)), security(("token" = [])), responses(
        (status = 200, description = "CoachingPage", body = serde_json::Value),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out"),
        (status = 403, description = "Problem: refused (coaching)"),
        (status = 404, description = "Problem: missing")))]
pub(crate) async fn show(ask: Ask, Named((_, n)): Named<(String, CoachingId)>) -> Answer {
    ask.page_unkept(move |tx, here| pages::page(tx, here, n)).await
}

/// Ask something of a coaching; what is only said needs no version.
#[utoipa::path(post, path = "/api/v1/communities/{c}/coaching/{n}/commands",
    params(("c" = String, Path), ("n" = u32, Path), ("Idempotency-Key" = String, Header),
        ("If-Match" = Option<String>, Header)), security(("token" = [])),
    request_body(content = serde_json::Value, description = "Command"), responses(
        (status = 200, description = "CoachingPage", body = serde_json::Value),
        (status = 400, description = "Problem: malformed"),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out"),
        (status = 403, description = "Problem: refused (organiser_only, coaching)"),
        (status = 404, description = "Problem: missing"),
        (status = 409, description = "Problem: refused (coaching, stale), key_reused")))]
pub(crate) async fn command(
    ask: Ask,
    Named((_, n)): Named<(String, CoachingId)>,
    Sent { value: command, hash }: Sent<Command>,
) -> Answer {
    let version = ask.if_match;
    ask.post(StatusCode::OK, Retry::SameBody(hash), move |tx, here| {
        service::command(tx, here, n, version, &command)
    })
    .await
}
