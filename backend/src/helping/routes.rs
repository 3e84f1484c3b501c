//! Addresses of helping: `help` for who is helped, `helping` for who helps.

use std::sync::Arc;

use axum::{
    Router,
    http::StatusCode,
    response::IntoResponse,
    routing::{delete, get, post},
};
use huiyin_domain::{
    helping::{
        Command, Deed,
        wire::{CodeForm, OfferForm},
    },
    ids::HelpId,
};

use super::{enter, service};
use crate::{
    app::App,
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
        .route("/communities/{c}/help", get(list).post(offer))
        .route("/communities/{c}/help/{id}", get(show))
        .route("/communities/{c}/help/{id}/commands", post(command))
        .route("/communities/{c}/helping", get(helping).post(take))
        .route("/communities/{c}/helping/look", post(look))
        .route("/communities/{c}/helping/session", delete(leave))
        .route("/communities/{c}/helping/{id}/sessions", post(go_on))
        .route("/communities/{c}/helping/{id}/commands", post(helper_command))
}

/// Who helps me, and who did.
#[utoipa::path(get, path = "/api/v1/communities/{c}/help", params(("c" = String, Path)),
    security(("token" = [])), responses(
        (status = 200, description = "HelpList", body = serde_json::Value),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out")))]
pub(crate) async fn list(ask: Ask) -> Answer {
    ask.page(service::list).await
}

/// Agree to be helped. Not remembered under its key, since the code is stored nowhere: asked
/// again it gives a new code, and the one before works no more.
#[utoipa::path(post, path = "/api/v1/communities/{c}/help",
    params(("c" = String, Path), ("Idempotency-Key" = String, Header)),
    security(("token" = [])),
    request_body(content = serde_json::Value, description = "OfferForm"), responses(
        (status = 201, description = "Offered", body = serde_json::Value),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out"),
        (status = 403, description = "Problem: refused (residents_only, only_in_person)"),
        (status = 409, description = "Problem: refused (too_many_helpers)")))]
pub(crate) async fn offer(ask: Ask, Sent { value: form, .. }: Sent<OfferForm>) -> Answer {
    ask.key()?;
    let codes = enter::fresh_codes(&ask.app);
    let offered = ask.write(move |tx, here| service::offer(tx, here, &form, &codes)).await?;
    Ok(answer::json(StatusCode::CREATED, serde_json::to_string(&offered)?))
}

/// One help with its log; only for the resident who is helped.
#[utoipa::path(get, path = "/api/v1/communities/{c}/help/{id}",
    params(("c" = String, Path), ("id" = u32, Path)), security(("token" = [])), responses(
        (status = 200, description = "HelpPage", body = serde_json::Value),
        (status = 404, description = "Problem: missing")))]
pub(crate) async fn show(ask: Ask, Named((_, id)): Named<(String, HelpId)>) -> Answer {
    ask.page(move |tx, here| service::page(tx, here, id)).await
}

/// Stop being helped.
#[utoipa::path(post, path = "/api/v1/communities/{c}/help/{id}/commands",
    params(("c" = String, Path), ("id" = u32, Path), ("Idempotency-Key" = String, Header)),
    security(("token" = [])),
    request_body(content = serde_json::Value, description = "helping::Command"), responses(
        (status = 200, description = "HelpPage", body = serde_json::Value),
        (status = 404, description = "Problem: missing"),
        (status = 409, description = "Problem: refused (help_is_over)")))]
pub(crate) async fn command(
    ask: Ask,
    Named((_, id)): Named<(String, HelpId)>,
    Sent { value, hash }: Sent<Command>,
) -> Answer {
    ask.post(StatusCode::OK, Retry::SameBody(hash), move |tx, here| {
        service::command(tx, here, id, value)
    })
    .await
}

/// Whom I help.
#[utoipa::path(get, path = "/api/v1/communities/{c}/helping", params(("c" = String, Path)),
    security(("token" = [])), responses(
        (status = 200, description = "HelpingList", body = serde_json::Value),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out")))]
pub(crate) async fn helping(ask: Ask) -> Answer {
    ask.page(service::helping_list).await
}

/// See whom a code would let me help.
#[utoipa::path(post, path = "/api/v1/communities/{c}/helping/look",
    params(("c" = String, Path), ("Idempotency-Key" = String, Header)),
    security(("token" = [])),
    request_body(content = serde_json::Value, description = "CodeForm"), responses(
        (status = 200, description = "HelpingCard", body = serde_json::Value),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out"),
        (status = 409, description = "Problem: refused (unknown_help_code, your_own_help)"),
        (status = 422, description = "Problem: invalid (code)"),
        (status = 429, description = "Problem: too_many, with Retry-After")))]
pub(crate) async fn look(ask: Ask, Sent { value: form, .. }: Sent<CodeForm>) -> Answer {
    let card = enter::look(ask, form).await?;
    Ok(answer::json(StatusCode::OK, serde_json::to_string(&card)?))
}

/// Begin to help. Not remembered under its key: the token is told once and never stored.
#[utoipa::path(post, path = "/api/v1/communities/{c}/helping",
    params(("c" = String, Path), ("Idempotency-Key" = String, Header)),
    security(("token" = [])),
    request_body(content = serde_json::Value, description = "CodeForm"), responses(
        (status = 201, description = "SignedIn", body = serde_json::Value),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out"),
        (status = 409, description = "Problem: refused (unknown_help_code, your_own_help)"),
        (status = 422, description = "Problem: invalid (code)"),
        (status = 429, description = "Problem: too_many, with Retry-After")))]
pub(crate) async fn take(ask: Ask, Sent { value: form, .. }: Sent<CodeForm>) -> Answer {
    let signed_in = enter::take(ask, form).await?;
    Ok(answer::json(StatusCode::CREATED, serde_json::to_string(&signed_in)?))
}

/// Go on helping. Not remembered under its key: the token is told once and never stored.
#[utoipa::path(post, path = "/api/v1/communities/{c}/helping/{id}/sessions",
    params(("c" = String, Path), ("id" = u32, Path), ("Idempotency-Key" = String, Header)),
    security(("token" = [])), responses(
        (status = 201, description = "SignedIn", body = serde_json::Value),
        (status = 404, description = "Problem: missing"),
        (status = 409, description = "Problem: refused (help_is_over)")))]
pub(crate) async fn go_on(ask: Ask, Named((_, id)): Named<(String, HelpId)>) -> Answer {
    let signed_in = enter::go_on(ask, id).await?;
    Ok(answer::json(StatusCode::CREATED, serde_json::to_string(&signed_in)?))
}

/// Give a help back, for good.
#[utoipa::path(post, path = "/api/v1/communities/{c}/helping/{id}/commands",
    params(("c" = String, Path), ("id" = u32, Path), ("Idempotency-Key" = String, Header)),
    security(("token" = [])),
    request_body(content = serde_json::Value, description = "helping::Command"), responses(
        (status = 200, description = "HelpingList", body = serde_json::Value),
        (status = 404, description = "Problem: missing"),
        (status = 409, description = "Problem: refused (help_is_over)")))]
pub(crate) async fn helper_command(
    ask: Ask,
    Named((_, id)): Named<(String, HelpId)>,
    Sent { value, hash }: Sent<Command>,
) -> Answer {
    ask.post(StatusCode::OK, Retry::SameBody(hash), move |tx, here| {
        service::helper_command(tx, here, id, value)
    })
    .await
}

/// While helping: put it aside, and go back to one's own account.
#[utoipa::path(delete, path = "/api/v1/communities/{c}/helping/session",
    params(("c" = String, Path)), security(("token" = [])), responses(
        (status = 204, description = "Put aside"),
        (status = 404, description = "Problem: missing")))]
pub(crate) async fn leave(ask: Ask) -> Answer {
    ask.doing(Deed::Leave).write(service::leave).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
