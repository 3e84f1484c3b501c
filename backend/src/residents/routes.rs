//! Addresses of signing in, of devices, of residents at the desk and of their letters.

use std::sync::Arc;

use axum::{
    Router,
    extract::{Query, rejection::QueryRejection},
    http::StatusCode,
    response::IntoResponse,
    routing::{delete, get, post, put},
};
use huiyin_domain::{
    accessibility::Modes,
    desk::may_serve,
    helping::Deed,
    ids::{ResidentId, SessionId},
    problems::FieldFault,
    residents::{
        search::ResidentSearch,
        wire::{LetterForm, ResidentCommand, SignIn},
    },
};
use serde::Deserialize;
use tokio::task::spawn_blocking;

use super::{erase, letters, modes, service::LetterSecret, sessions, sign_in};
use crate::{
    app::App,
    failure::Failure,
    http::{
        answer::{self, Answer},
        ask::{Ask, Named},
        body::Sent,
    },
    idempotent::Retry,
    recordings::leaving,
};

/// What somebody at the desk is looked up by.
#[derive(Debug, Deserialize)]
pub(crate) struct Wanted {
    #[serde(default)]
    q: String,
}

/// The routes of this room.
pub fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/communities/{c}/sessions", get(list).post(begin))
        .route("/communities/{c}/sessions/{id}", delete(end))
        .route("/communities/{c}/residents", get(find))
        .route("/communities/{c}/residents/me/modes", put(keep_modes))
        .route("/communities/{c}/residents/{n}", get(show))
        .route("/communities/{c}/residents/{n}/letters", post(print_letter))
        .route("/communities/{c}/residents/{n}/commands", post(command))
}

/// One's own devices.
#[utoipa::path(get, path = "/api/v1/communities/{c}/sessions", params(("c" = String, Path)),
    security(("token" = [])), responses(
        (status = 200, description = "{items: [Session], next}", body = serde_json::Value),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out")))]
pub(crate) async fn list(ask: Ask) -> Answer {
    ask.doing(Deed::OwnAccount).page(sessions::list).await
}

/// Sign in. Not remembered under its key: the token is told once and never stored.
#[utoipa::path(post, path = "/api/v1/communities/{c}/sessions",
    params(("c" = String, Path), ("Idempotency-Key" = String, Header)),
    request_body(content = serde_json::Value, description = "SignIn"), responses(
        (status = 201, description = "SignedIn", body = serde_json::Value),
        (status = 401, description = "Problem: wrong_credentials"),
        (status = 403, description = "Problem: letter_used_up, refused (staff: code_needed)"),
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
    ask.doing(Deed::OwnAccount).write(move |tx, here| sessions::end(tx, here, id)).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// Keep how whoever asks wants the app; answered with what is kept.
#[utoipa::path(put, path = "/api/v1/communities/{c}/residents/me/modes",
    params(("c" = String, Path)), security(("token" = [])),
    request_body(content = serde_json::Value, description = "Modes"), responses(
        (status = 200, description = "Modes", body = serde_json::Value),
        (status = 400, description = "Problem: malformed"),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out")))]
pub(crate) async fn keep_modes(ask: Ask, Sent { value, .. }: Sent<Modes>) -> Answer {
    let kept = ask.write(move |tx, here| modes::keep(tx, here, value)).await?;
    Ok(answer::json(StatusCode::OK, serde_json::to_string(&kept)?))
}

/// Residents by a part of their name or address, or by their letter's first five digits.
#[utoipa::path(get, path = "/api/v1/communities/{c}/residents",
    params(("c" = String, Path), ("q" = String, Query)), security(("token" = [])), responses(
        (status = 200, description = "ResidentList", body = serde_json::Value),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out"),
        (status = 403, description = "Problem: refused (staff_only)"),
        (status = 422, description = "Problem: invalid (q)")))]
pub(crate) async fn find(ask: Ask, query: Result<Query<Wanted>, QueryRejection>) -> Answer {
    let Query(wanted) = query.map_err(|rejection| Failure::malformed(rejection.body_text()))?;
    ask.page_unkept(move |tx, here| {
        may_serve(&here.viewer)?;
        let search = ResidentSearch::parse(&wanted.q)
            .map_err(|problem| Failure::field("q", FieldFault::Words(problem)))?;
        letters::find(tx, here, &search)
    })
    .await
}

/// One resident, for whoever prints their letter.
#[utoipa::path(get, path = "/api/v1/communities/{c}/residents/{n}",
    params(("c" = String, Path), ("n" = u32, Path)), security(("token" = [])), responses(
        (status = 200, description = "ResidentPage", body = serde_json::Value),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out"),
        (status = 403, description = "Problem: refused (staff_only)"),
        (status = 404, description = "Problem: missing")))]
pub(crate) async fn show(ask: Ask, Named((_, n)): Named<(String, ResidentId)>) -> Answer {
    ask.page_unkept(move |tx, here| letters::page(tx, here, n)).await
}

/// Print a new letter; the one before it stops working. The code is told once and never stored.
#[utoipa::path(post, path = "/api/v1/communities/{c}/residents/{n}/letters",
    params(("c" = String, Path), ("n" = u32, Path), ("Idempotency-Key" = String, Header)),
    security(("token" = [])),
    request_body(content = serde_json::Value, description = "LetterForm"), responses(
        (status = 201, description = "PrintedLetter", body = serde_json::Value),
        (status = 400, description = "Problem: malformed"),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out"),
        (status = 403, description = "Problem: refused (staff_only)"),
        (status = 404, description = "Problem: missing"),
        (status = 409, description = "Problem: refused (told_once), key_reused")))]
pub(crate) async fn print_letter(
    ask: Ask,
    Named((_, n)): Named<(String, ResidentId)>,
    Sent { value: form, hash }: Sent<LetterForm>,
) -> Answer {
    ask.key()?;
    // Nobody but staff makes the server work for them.
    ask.clone().read(move |tx, here| letters::page(tx, here, n)).await?;
    let turn = ask.app.hashing.clone().acquire_owned().await;
    let hashing = spawn_blocking(move || {
        let _turn = turn;
        LetterSecret::random()
    });
    let secret = hashing.await.map_err(|gone| Failure::Broken(gone.to_string()))?;
    ask.post_secret(StatusCode::CREATED, Retry::SameBody(hash), move |tx, here| {
        letters::print(tx, here, n, &secret, &form)
    })
    .await
}

/// Forget a resident: name, address, letters and devices go; what they sent stays.
#[utoipa::path(post, path = "/api/v1/communities/{c}/residents/{n}/commands",
    params(("c" = String, Path), ("n" = u32, Path), ("Idempotency-Key" = String, Header)),
    security(("token" = [])),
    request_body(content = serde_json::Value, description = "ResidentCommand"), responses(
        (status = 200, description = "Erased", body = serde_json::Value),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out"),
        (status = 403, description = "Problem: refused (staff_only)"),
        (status = 404, description = "Problem: missing")))]
pub(crate) async fn command(
    ask: Ask,
    Named((_, n)): Named<(String, ResidentId)>,
    Sent { value, hash }: Sent<ResidentCommand>,
) -> Answer {
    let app = Arc::clone(&ask.app);
    let found =
        ask.clone().read(move |tx, here| Ok((here.community, leaving::files(tx, here, n)?)));
    let (community, files) = found.await?;
    let answer = ask.post(StatusCode::OK, Retry::SameBody(hash), move |tx, here| {
        erase::command(tx, here, n, value)
    });
    let answer = answer.await?;
    leaving::throw_away(&app, community, files).await;
    Ok(answer)
}
