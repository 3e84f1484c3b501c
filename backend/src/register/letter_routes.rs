//! Addresses of letters in batches.

use std::sync::Arc;

use axum::{
    Router,
    http::StatusCode,
    routing::{get, post},
};
use huiyin_domain::{
    ids::LetterBatchId,
    refusals::Refusal,
    register::letters::{BatchForm, ChunkForm},
};
use tokio::task::spawn_blocking;

use super::batches;
use crate::{
    app::App,
    failure::{Failure, Outcome},
    http::{
        answer::Answer,
        ask::{Ask, Named},
        body::Sent,
    },
    idempotent::Retry,
    residents::service::LetterSecret,
};

/// The routes of this room.
pub fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/communities/{c}/letters", get(list).post(begin))
        .route("/communities/{c}/letters/{batch}", get(show))
        .route("/communities/{c}/letters/{batch}/chunks", post(make))
}

/// All batches, and for whom another could be begun.
#[utoipa::path(get, path = "/api/v1/communities/{c}/letters", params(("c" = String, Path)),
    security(("token" = [])), responses(
        (status = 200, description = "BatchList", body = serde_json::Value),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out"),
        (status = 403, description = "Problem: refused (staff_only)")))]
pub(crate) async fn list(ask: Ask) -> Answer {
    ask.page_unkept(batches::list).await
}

/// Begin a batch: for whom letters are to be made. None is made yet.
#[utoipa::path(post, path = "/api/v1/communities/{c}/letters",
    params(("c" = String, Path), ("Idempotency-Key" = String, Header)),
    security(("token" = [])),
    request_body(content = serde_json::Value, description = "BatchForm"), responses(
        (status = 201, description = "LetterBatchId", body = serde_json::Value),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out"),
        (status = 403, description = "Problem: refused (staff_only)"),
        (status = 409, description = "Problem: refused (register), key_reused"),
        (status = 422, description = "Problem: invalid (buildings)")))]
pub(crate) async fn begin(ask: Ask, Sent { value, hash }: Sent<BatchForm>) -> Answer {
    // Only the number is remembered under the key: a page of people must not outlive them.
    ask.post(StatusCode::CREATED, Retry::SameBody(hash), move |tx, here| {
        batches::begin(tx, here, &value)
    })
    .await
}

/// One batch with everybody in it; never with a code.
#[utoipa::path(get, path = "/api/v1/communities/{c}/letters/{batch}",
    params(("c" = String, Path), ("batch" = u32, Path)), security(("token" = [])), responses(
        (status = 200, description = "BatchPage", body = serde_json::Value),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out"),
        (status = 403, description = "Problem: refused (staff_only)"),
        (status = 404, description = "Problem: missing")))]
pub(crate) async fn show(ask: Ask, Named((_, id)): Named<(String, LetterBatchId)>) -> Answer {
    ask.page_unkept(move |tx, here| batches::page(tx, here, id)).await
}

/// Make some letters of a batch; the ones before them stop working. The codes are told once and
/// never stored: the same request again is refused.
#[utoipa::path(post, path = "/api/v1/communities/{c}/letters/{batch}/chunks",
    params(("c" = String, Path), ("batch" = u32, Path), ("Idempotency-Key" = String, Header)),
    security(("token" = [])),
    request_body(content = serde_json::Value, description = "ChunkForm"), responses(
        (status = 201, description = "MadeLetters", body = serde_json::Value),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out"),
        (status = 403, description = "Problem: refused (staff_only)"),
        (status = 404, description = "Problem: missing"),
        (status = 409, description = "Problem: refused (told_once, register), key_reused"),
        (status = 422, description = "Problem: invalid (residents)")))]
pub(crate) async fn make(
    ask: Ask,
    Named((_, id)): Named<(String, LetterBatchId)>,
    Sent { value: form, hash }: Sent<ChunkForm>,
) -> Answer {
    let retry = Retry::SameBody(hash);
    // A retried chunk does not make the server work for twenty letters that nobody gets.
    if ask.clone().answered(&retry).await?.is_some() {
        return Err(Refusal::ToldOnce.into());
    }
    let weighed = form.clone();
    ask.clone().read(move |tx, here| batches::weigh(tx, here, id, &weighed)).await?;
    let mut secrets = Vec::with_capacity(form.residents.len());
    for _ in &form.residents {
        secrets.push(one_secret(&ask).await?);
    }
    ask.post_secret(StatusCode::CREATED, retry, move |tx, here| {
        batches::make(tx, here, id, &form, &secrets)
    })
    .await
}

/// One after another, each in its turn: whoever signs in meanwhile goes between two letters.
async fn one_secret(ask: &Ask) -> Outcome<LetterSecret> {
    let turn = ask.app.hashing.clone().acquire_owned().await;
    let hashing = spawn_blocking(move || {
        let _turn = turn;
        LetterSecret::random()
    });
    hashing.await.map_err(|gone| Failure::Broken(gone.to_string()))
}
