//! Addresses of submissions.

use std::sync::Arc;

use axum::{
    Router,
    extract::{Query, rejection::QueryRejection},
    http::StatusCode,
    routing::{get, post},
};
use huiyin_domain::{
    feedback::{Command, DaysAllowed, OpinionForm, wire::PassOnMany},
    helping::{Deed, Scope},
    ids::SubmissionId,
};
use serde::Deserialize;

use super::{
    days,
    follows::{self, FollowForm},
    owed::{self, Whose},
    pages, service,
};
use crate::{
    app::App,
    failure::Failure,
    http::{
        answer::{self, Answer},
        ask::{Ask, Named},
        body::Sent,
    },
    idempotent::Retry,
};

/// Whose duties are asked for, and where the part begins.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    owner: Option<String>,
    after: Option<String>,
}

/// The routes of this room.
pub fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/communities/{c}/feedback", post(send))
        .route("/communities/{c}/feedback/mine", get(mine))
        .route("/communities/{c}/feedback/owed", get(list_owed))
        .route("/communities/{c}/feedback/pass-on", post(pass_on))
        .route("/communities/{c}/feedback/days", get(show_days).put(change_days))
        .route("/communities/{c}/feedback/{n}", get(show))
        .route("/communities/{c}/feedback/{n}/commands", post(command))
        .route("/communities/{c}/feedback/{n}/follow", post(follow))
}

/// Send an opinion, a proposal outside any contest, or a topic.
#[utoipa::path(post, path = "/api/v1/communities/{c}/feedback",
    params(("c" = String, Path), ("Idempotency-Key" = String, Header)),
    security(("token" = [])),
    request_body(content = serde_json::Value, description = "OpinionForm"), responses(
        (status = 201, description = "Taken", body = serde_json::Value),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out"),
        (status = 403, description = "Problem: refused (residents_only)"),
        (status = 409, description = "Problem: key_reused"),
        (status = 422, description = "Problem: invalid")))]
pub(crate) async fn send(ask: Ask, Sent { value: form, hash }: Sent<OpinionForm>) -> Answer {
    let ask = ask.doing(Deed::Within(Scope::Propose));
    ask.post(StatusCode::CREATED, Retry::SameBody(hash), move |tx, here| {
        service::send(tx, here, &form)
    })
    .await
}

/// What whoever asks has sent, co-signed and follows.
#[utoipa::path(get, path = "/api/v1/communities/{c}/feedback/mine",
    params(("c" = String, Path)), security(("token" = [])), responses(
        (status = 200, description = "MyEchoes", body = serde_json::Value),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out")))]
pub(crate) async fn mine(ask: Ask) -> Answer {
    ask.doing(Deed::Within(Scope::Follow)).page(pages::mine).await
}

/// What somebody owes, for staff; without an owner, what whoever asks owes.
#[utoipa::path(get, path = "/api/v1/communities/{c}/feedback/owed",
    params(("c" = String, Path), ("owner" = Option<String>, Query),
        ("after" = Option<String>, Query)), security(("token" = [])), responses(
        (status = 200, description = "OwedList", body = serde_json::Value),
        (status = 400, description = "Problem: malformed"),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out"),
        (status = 403, description = "Problem: refused (staff_only)")))]
pub(crate) async fn list_owed(ask: Ask, query: Result<Query<Asked>, QueryRejection>) -> Answer {
    let Query(asked) = query.map_err(|rejection| Failure::malformed(rejection.body_text()))?;
    let whose = Whose::parse(asked.owner.as_deref())?;
    ask.page(move |tx, here| owed::list(tx, here, whose, asked.after.as_deref())).await
}

/// Pass several on, each judged alone.
#[utoipa::path(post, path = "/api/v1/communities/{c}/feedback/pass-on",
    params(("c" = String, Path), ("Idempotency-Key" = String, Header)),
    security(("token" = [])),
    request_body(content = serde_json::Value, description = "PassOnMany"), responses(
        (status = 200, description = "PassedOnMany", body = serde_json::Value),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out"),
        (status = 403, description = "Problem: refused (staff_only)"),
        (status = 409, description = "Problem: key_reused"),
        (status = 422, description = "Problem: invalid (ids)")))]
pub(crate) async fn pass_on(ask: Ask, Sent { value, hash }: Sent<PassOnMany>) -> Answer {
    ask.post(StatusCode::OK, Retry::SameBody(hash), move |tx, here| {
        service::pass_on_many(tx, here, &value)
    })
    .await
}

/// The days the community allows itself.
#[utoipa::path(get, path = "/api/v1/communities/{c}/feedback/days", params(("c" = String, Path)),
    responses((status = 200, description = "DaysAllowed", body = serde_json::Value)))]
pub(crate) async fn show_days(ask: Ask) -> Answer {
    ask.page(|tx, here| days::of(tx, here.community)).await
}

/// Change the days the community allows itself, for what is sent from now on.
#[utoipa::path(put, path = "/api/v1/communities/{c}/feedback/days",
    params(("c" = String, Path)), security(("token" = [])),
    request_body(content = serde_json::Value, description = "DaysAllowed"), responses(
        (status = 200, description = "DaysAllowed", body = serde_json::Value),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out"),
        (status = 403, description = "Problem: refused (organiser_only)"),
        (status = 422, description = "Problem: invalid (days)")))]
pub(crate) async fn change_days(ask: Ask, Sent { value, .. }: Sent<DaysAllowed>) -> Answer {
    let days = ask.write(move |tx, here| days::change(tx, here, value)).await?;
    Ok(answer::json(StatusCode::OK, serde_json::to_string(&days)?))
}

/// One submission.
#[utoipa::path(get, path = "/api/v1/communities/{c}/feedback/{n}",
    params(("c" = String, Path), ("n" = u32, Path)), responses(
        (status = 200, description = "SubmissionPage", body = serde_json::Value),
        (status = 404, description = "Problem: missing")))]
pub(crate) async fn show(ask: Ask, Named((_, n)): Named<(String, SubmissionId)>) -> Answer {
    ask.doing(Deed::Read).page(move |tx, here| pages::page(tx, here, n)).await
}

/// Ask something of a submission.
#[utoipa::path(post, path = "/api/v1/communities/{c}/feedback/{n}/commands",
    params(("c" = String, Path), ("n" = u32, Path), ("Idempotency-Key" = String, Header),
        ("If-Match" = String, Header)), security(("token" = [])),
    request_body(content = serde_json::Value, description = "feedback::Command"), responses(
        (status = 200, description = "SubmissionPage", body = serde_json::Value),
        (status = 400, description = "Problem: malformed"),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out"),
        (status = 403, description = "Problem: refused (not_your_submission, not_your_duty, …)"),
        (status = 404, description = "Problem: missing"),
        (status = 409, description = "Problem: refused (stale, …), key_reused"),
        (status = 422, description = "Problem: invalid")))]
pub(crate) async fn command(
    ask: Ask,
    Named((_, n)): Named<(String, SubmissionId)>,
    Sent { value, hash }: Sent<Command>,
) -> Answer {
    let version = ask.if_match;
    let ask = ask.doing(Deed::of_feedback(&value));
    ask.post(StatusCode::OK, Retry::SameBody(hash), move |tx, here| {
        service::command(tx, here, n, version, value.clone())
    })
    .await
}

/// Follow a submission, or no more.
#[utoipa::path(post, path = "/api/v1/communities/{c}/feedback/{n}/follow",
    params(("c" = String, Path), ("n" = u32, Path), ("Idempotency-Key" = String, Header)),
    security(("token" = [])),
    request_body(content = serde_json::Value, description = "{follows: bool}"), responses(
        (status = 200, description = "SubmissionPage", body = serde_json::Value),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out"),
        (status = 403, description = "Problem: refused (residents_only)"),
        (status = 404, description = "Problem: missing")))]
pub(crate) async fn follow(
    ask: Ask,
    Named((_, n)): Named<(String, SubmissionId)>,
    Sent { value, hash }: Sent<FollowForm>,
) -> Answer {
    let ask = ask.doing(Deed::Within(Scope::Follow));
    ask.post(StatusCode::OK, Retry::SameBody(hash), move |tx, here| {
        follows::follow(tx, here, n, value)
    })
    .await
}
