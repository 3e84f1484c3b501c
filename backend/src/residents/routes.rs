//! Addresses of signing in and of devices.

use std::sync::Arc;

use axum::{
    Router,
    http::StatusCode,
    response::IntoResponse,
    routing::{delete, get},
};
use huiyin_domain::{ids::SessionId, residents::wire::SignIn};

use super::{sessions, sign_in};
use crate::{
    app::App,
    http::{
        answer::{self, Answer},
        ask::{Ask, Named},
        body::Sent,
    },
};

/// The routes of this room.
pub fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/communities/{c}/sessions", get(list).post(begin))
        .route("/communities/{c}/sessions/{id}", delete(end))
}

/// One's own devices.
#[utoipa::path(get, path = "/api/v1/communities/{c}/sessions", params(("c" = String, Path)),
    security(("token" = [])), responses(
        (status = 200, description = "{items: [Session], next}", body = serde_json::Value),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out")))]
pub(crate) async fn list(ask: Ask) -> Answer {
    ask.page(sessions::list).await
}

/// Sign in. Not remembered under its key: the token is told once and never stored.
#[utoipa::path(post, path = "/api/v1/communities/{c}/sessions",
    params(("c" = String, Path), ("Idempotency-Key" = String, Header)),
    request_body(content = serde_json::Value, description = "SignIn"), responses(
        (status = 201, description = "SignedIn", body = serde_json::Value),
        (status = 401, description = "Problem: wrong_credentials"),
        (status = 403, description = "Problem: letter_used_up"),
        (status = 422, description = "Problem: invalid (code)"),
        (status = 429, description = "Problem: too_many, with Retry-After")))]
pub(crate) async fn begin(ask: Ask, Sent { value: form, .. }: Sent<SignIn>) -> Answer {
    let signed_in = sign_in::sign_in(ask, form).await?;
    Ok(answer::json(StatusCode::CREATED, serde_json::to_string(&signed_in)?))
}

/// Sign one of one's own devices out.
#[utoipa::path(delete, path = "/api/v1/communities/{c}/sessions/{id}",
    params(("c" = String, Path), ("id" = u32, Path)), security(("token" = [])), responses(
        (status = 204, description = "Signed out"),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out"),
        (status = 404, description = "Problem: missing")))]
pub(crate) async fn end(ask: Ask, Named((_, id)): Named<(String, SessionId)>) -> Answer {
    ask.write(move |tx, here| sessions::end(tx, here, id)).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
