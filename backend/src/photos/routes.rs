//! Addresses of photos.

use std::sync::Arc;

use axum::{
    Router,
    extract::Request,
    http::{StatusCode, header},
    routing::{get, post},
};
use http_body_util::BodyExt;
use huiyin_domain::{
    hash::sha256_hex,
    helping::{Deed, Scope},
    problems::ProblemKind,
    proposals::{PHOTO_BYTES_MAX, PhotoId},
};
use tokio::task::spawn_blocking;

use super::service;
use crate::{
    app::App,
    failure::Failure,
    http::{
        answer::{self, Answer},
        ask::{Ask, Named},
    },
    idempotent::Retry,
    shelf::File,
};

/// How much of a photo that is too large is taken before the connection is cut.
const THROWN_AWAY_MAX: usize = 100_000_000;

/// The routes of this room.
pub fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/communities/{c}/photos", post(send))
        .route("/communities/{c}/photos/{id}", get(show))
}

/// Send a photo.
#[utoipa::path(post, path = "/api/v1/communities/{c}/photos",
    params(("c" = String, Path), ("Idempotency-Key" = String, Header)),
    security(("token" = [])), request_body(content = Vec<u8>, content_type = "image/*"),
    responses(
        (status = 201, description = "PhotoStored", body = serde_json::Value),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out"),
        (status = 413, description = "Problem: too_large"),
        (status = 415, description = "Problem: unsupported_media_type"),
        (status = 422, description = "Problem: not_a_photo")))]
pub(crate) async fn send(ask: Ask, request: Request) -> Answer {
    ask.key()?;
    let ask = ask.doing(Deed::Within(Scope::Propose));
    // Who may not send one should not have to wait for twenty megabytes to be told.
    ask.clone().read(|_, here| service::may_send(&here.viewer)).await?;
    let raw = photo_bytes(request).await?;
    let retry = Retry::SameBody(sha256_hex(&raw));
    let app = Arc::clone(&ask.app);
    let turn = app.shrinking.clone().acquire_owned().await;
    let shrinking = spawn_blocking(move || {
        let _turn = turn;
        service::shrink(&raw)
    });
    let shrunk = shrinking.await.map_err(|gone| Failure::Broken(gone.to_string()))??;
    // The file first: a row without its file would be a hole in a page.
    let here = ask.clone().read(|_, here| Ok(*here)).await?;
    app.shelf.put(here.community, File::Photo(&shrunk.id()), shrunk.jpeg.clone()).await?;
    ask.post(StatusCode::CREATED, retry, move |tx, here| service::keep(tx, here, &shrunk)).await
}

/// The photo as it was sent.
///
/// One that is too large is still taken to its end, up to a point, and thrown away: a browser
/// that is cut off while sending shows a broken connection instead of our answer.
async fn photo_bytes(request: Request) -> Result<Vec<u8>, Failure> {
    let kind = request.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    if !kind.is_some_and(|kind| kind.starts_with("image/")) {
        return Err(Failure::Problem(ProblemKind::UnsupportedMediaType));
    }
    let max = usize::try_from(PHOTO_BYTES_MAX).unwrap_or(usize::MAX);
    let mut body = request.into_body();
    let (mut raw, mut n_bytes) = (Vec::new(), 0);
    while let Some(frame) = body.frame().await {
        let frame = frame.map_err(|_| Failure::malformed("the body ended too early"))?;
        let Ok(part) = frame.into_data() else { continue };
        n_bytes += part.len();
        match n_bytes <= max {
            true => raw.extend_from_slice(&part),
            false if n_bytes > THROWN_AWAY_MAX => break,
            false => raw = Vec::new(),
        }
    }
    match n_bytes <= max {
        true => Ok(raw),
        false => Err(Failure::Problem(ProblemKind::TooLarge { max_bytes: PHOTO_BYTES_MAX })),
    }
}

/// One photo.
#[utoipa::path(get, path = "/api/v1/communities/{c}/photos/{id}",
    params(("c" = String, Path), ("id" = String, Path)), responses(
        (status = 200, description = "The photo", body = Vec<u8>, content_type = "image/jpeg"),
        (status = 404, description = "Problem: missing")))]
pub(crate) async fn show(ask: Ask, Named((_, id)): Named<(String, PhotoId)>) -> Answer {
    let app = Arc::clone(&ask.app);
    let wanted = id.clone();
    let found = ask
        .read(move |tx, here| Ok(service::is_kept(tx, here, &wanted)?.then_some(here.community)));
    let community = found.await?.ok_or(Failure::MISSING)?;
    Ok(answer::immutable(app.shelf.get(community, File::Photo(&id)).await?, "image/jpeg"))
}
