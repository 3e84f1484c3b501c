//! Addresses of notices, choices and calls.

use std::sync::Arc;

use axum::{
    Router,
    extract::Query,
    http::StatusCode,
    routing::{get, post},
};
use huiyin_domain::{
    ids::{ResidentId, SeriesId, SubmissionId},
    notices::{
        ChoicesForm,
        wire::{CallDone, PushKey, PushSubscription, ReadForm},
    },
};
use serde::{Deserialize, Serialize};

use super::{calls, choices, inbox, subscriptions};
use crate::{
    app::App,
    failure::{Failure, Outcome},
    here::Here,
    http::{
        answer::{self, Answer},
        ask::{Ask, Named},
        body::Sent,
    },
    store::Tx,
};

/// The routes of this room.
pub fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/communities/{c}/notices", get(show))
        .route("/communities/{c}/notices/read", post(read))
        .route("/communities/{c}/notices/choices", get(show_choices).post(keep_choices))
        .route("/communities/{c}/notices/push-key", get(push_key))
        .route("/communities/{c}/notices/push-subscriptions", post(subscribe))
        .route("/communities/{c}/desk/calls", get(list_calls))
        .route("/communities/{c}/desk/calls/{n}/done", post(call_done))
        .route("/communities/{c}/desk/calls/series/{n}/{r}/done", post(series_call_done))
}

/// Does what is harmless when repeated. What tells of persons is not remembered as an answer.
async fn harmless<T, F>(ask: Ask, work: F) -> Answer
where
    T: Serialize + Send + 'static,
    F: Fn(&mut Tx<'_>, &Here) -> Outcome<T> + Send + 'static,
{
    ask.key()?;
    let value = ask.write(work).await?;
    Ok(answer::json(StatusCode::OK, serde_json::to_string(&value)?))
}

/// What is asked of the inbox.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct After {
    /// Where the part begins: `next` of the part before.
    after: Option<String>,
}

/// The inbox of whoever asks, in parts.
#[utoipa::path(get, path = "/api/v1/communities/{c}/notices",
    params(("c" = String, Path), ("after" = Option<String>, Query)),
    security(("token" = [])), responses(
        (status = 200, description = "Inbox", body = serde_json::Value),
        (status = 400, description = "Problem: malformed"),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out")))]
pub(crate) async fn show(
    ask: Ask,
    query: Result<Query<After>, axum::extract::rejection::QueryRejection>,
) -> Answer {
    let Query(query) = query.map_err(|rejection| Failure::malformed(rejection.body_text()))?;
    ask.page_unkept(move |tx, here| inbox::page(tx, here, query.after.as_deref())).await
}

/// Mark what was read.
#[utoipa::path(post, path = "/api/v1/communities/{c}/notices/read",
    params(("c" = String, Path), ("Idempotency-Key" = String, Header)),
    security(("token" = [])),
    request_body(content = serde_json::Value, description = "ReadForm"), responses(
        (status = 200, description = "Inbox", body = serde_json::Value),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out")))]
pub(crate) async fn read(ask: Ask, Sent { value: form, .. }: Sent<ReadForm>) -> Answer {
    harmless(ask, move |tx, here| inbox::read(tx, here, form)).await
}

/// How whoever asks wants to hear.
#[utoipa::path(get, path = "/api/v1/communities/{c}/notices/choices",
    params(("c" = String, Path)), security(("token" = [])), responses(
        (status = 200, description = "ChoicesPage", body = serde_json::Value),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out")))]
pub(crate) async fn show_choices(ask: Ask) -> Answer {
    let offered = ask.app.channels.offered();
    ask.page_unkept(move |tx, here| choices::page(tx, here, &offered)).await
}

/// Choose how to hear.
#[utoipa::path(post, path = "/api/v1/communities/{c}/notices/choices",
    params(("c" = String, Path), ("Idempotency-Key" = String, Header)),
    security(("token" = [])),
    request_body(content = serde_json::Value, description = "ChoicesForm"), responses(
        (status = 200, description = "ChoicesPage", body = serde_json::Value),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out"),
        (status = 422, description = "Problem: invalid (email, phone)")))]
pub(crate) async fn keep_choices(ask: Ask, Sent { value: form, .. }: Sent<ChoicesForm>) -> Answer {
    let app = Arc::clone(&ask.app);
    harmless(ask, move |tx, here| choices::keep(tx, here, &form, &app.channels.offered())).await
}

/// The key under which browsers are asked to show notices.
#[utoipa::path(get, path = "/api/v1/communities/{c}/notices/push-key",
    params(("c" = String, Path)), responses(
        (status = 200, description = "PushKey", body = serde_json::Value),
        (status = 404, description = "Problem: missing (notices of browsers are off)")))]
pub(crate) async fn push_key(ask: Ask) -> Answer {
    let key = ask.app.channels.push_key().ok_or(Failure::MISSING)?;
    Ok(answer::json(StatusCode::OK, serde_json::to_string(&PushKey { key })?))
}

/// Let a browser show notices.
#[utoipa::path(post, path = "/api/v1/communities/{c}/notices/push-subscriptions",
    params(("c" = String, Path), ("Idempotency-Key" = String, Header)),
    security(("token" = [])),
    request_body(content = serde_json::Value, description = "PushSubscription"), responses(
        (status = 200, description = "ChoicesPage", body = serde_json::Value),
        (status = 400, description = "Problem: malformed (endpoint, keys)"),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out"),
        (status = 404, description = "Problem: missing (notices of browsers are off)")))]
pub(crate) async fn subscribe(
    ask: Ask,
    Sent { value: subscription, .. }: Sent<PushSubscription>,
) -> Answer {
    let app = Arc::clone(&ask.app);
    subscriptions::check(&app.channels, &subscription)?;
    harmless(ask, move |tx, here| subscriptions::add(tx, here, &subscription, &app.channels)).await
}

/// Those who are to be called; for staff.
#[utoipa::path(get, path = "/api/v1/communities/{c}/desk/calls",
    params(("c" = String, Path)), security(("token" = [])), responses(
        (status = 200, description = "CallList", body = serde_json::Value),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out"),
        (status = 403, description = "Problem: refused (staff_only)")))]
pub(crate) async fn list_calls(ask: Ask) -> Answer {
    ask.page_unkept(calls::list).await
}

/// Somebody was called about a submission, and told up to a place of its chain.
#[utoipa::path(post, path = "/api/v1/communities/{c}/desk/calls/{n}/done",
    params(("c" = String, Path), ("n" = u32, Path), ("Idempotency-Key" = String, Header)),
    security(("token" = [])),
    request_body(content = serde_json::Value, description = "CallDone"), responses(
        (status = 200, description = "CallList", body = serde_json::Value),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out"),
        (status = 403, description = "Problem: refused (staff_only)"),
        (status = 404, description = "Problem: missing")))]
pub(crate) async fn call_done(
    ask: Ask,
    Named((_, n)): Named<(String, SubmissionId)>,
    Sent { value: done, .. }: Sent<CallDone>,
) -> Answer {
    harmless(ask, move |tx, here| calls::done(tx, here, n, done)).await
}

/// Somebody was called about a series, and told up to a version of it.
#[utoipa::path(post, path = "/api/v1/communities/{c}/desk/calls/series/{n}/{r}/done",
    params(("c" = String, Path), ("n" = u32, Path), ("r" = u32, Path),
        ("Idempotency-Key" = String, Header)),
    security(("token" = [])),
    request_body(content = serde_json::Value, description = "CallDone"), responses(
        (status = 200, description = "CallList", body = serde_json::Value),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out"),
        (status = 403, description = "Problem: refused (staff_only)"),
        (status = 404, description = "Problem: missing")))]
pub(crate) async fn series_call_done(
    ask: Ask,
    Named((_, n, r)): Named<(String, SeriesId, ResidentId)>,
    Sent { value: done, .. }: Sent<CallDone>,
) -> Answer {
    harmless(ask, move |tx, here| calls::done_of_series(tx, here, (n, r), done)).await
}
