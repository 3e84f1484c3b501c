//! Addresses of series and of the topics they take up.

use std::sync::Arc;

use axum::{
    Router,
    extract::{Query, rejection::QueryRejection},
    http::StatusCode,
    response::Response,
    routing::{get, post},
};
use huiyin_domain::{
    councils::{
        planner::Problem,
        series::{
            AnswerForm, Command, SeriesForm, judge,
            wire::{PlanPage, Support},
        },
    },
    entering::AnswerEntry,
    helping::{Deed, Scope},
    ids::{SeriesId, SlotId, SubmissionId, Version},
};
use serde::Deserialize;
use tokio::task::spawn_blocking;

use super::{
    answers, pages, plan, propose,
    schedule::{self, Verdict},
    service, topics, who,
};
use crate::{
    app::App,
    failure::{Failure, Outcome},
    http::{
        answer::{self, Answer},
        ask::{Ask, Named},
        body::Sent,
    },
    idempotent::Retry,
};

/// From which rule slots are to be proposed.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Asked {
    rule: String,
}

/// The routes of this room.
pub fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/communities/{c}/councils/topics", get(topics))
        .route("/communities/{c}/councils/topics/{n}/support", post(support))
        .route("/communities/{c}/series", get(list_them).post(create))
        .route("/communities/{c}/series/proposed", get(proposed))
        .route("/communities/{c}/series/{n}", get(show))
        .route("/communities/{c}/series/{n}/commands", post(command))
        .route("/communities/{c}/series/{n}/answer", post(answer))
        .route("/communities/{c}/series/{n}/answers", post(enter))
        .route("/communities/{c}/series/{n}/who", get(who))
        .route("/communities/{c}/series/{n}/plan", get(plan))
        .route("/communities/{c}/series/{n}/why-not/{slot}", get(why_not))
        .route("/communities/{c}/series/{n}/problem", get(problem))
}

/// The topics residents suggested, the most supported first.
#[utoipa::path(get, path = "/api/v1/communities/{c}/councils/topics",
    params(("c" = String, Path)),
    responses((status = 200, description = "TopicList", body = serde_json::Value)))]
pub(crate) async fn topics(ask: Ask) -> Answer {
    ask.page(topics::list).await
}

/// Support a topic, or no more.
#[utoipa::path(post, path = "/api/v1/communities/{c}/councils/topics/{n}/support",
    params(("c" = String, Path), ("n" = u32, Path), ("Idempotency-Key" = String, Header)),
    security(("token" = [])),
    request_body(content = serde_json::Value, description = "Support"), responses(
        (status = 200, description = "TopicRow", body = serde_json::Value),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out"),
        (status = 403, description = "Problem: refused (residents_only)"),
        (status = 404, description = "Problem: missing"),
        (status = 409, description = "Problem: refused (feedback_not_at_this_stage, …)")))]
pub(crate) async fn support(
    ask: Ask,
    Named((_, n)): Named<(String, SubmissionId)>,
    Sent { value, hash }: Sent<Support>,
) -> Answer {
    ask.post(StatusCode::OK, Retry::SameBody(hash), move |tx, here| {
        topics::support(tx, here, n, value)
    })
    .await
}

/// All series.
#[utoipa::path(get, path = "/api/v1/communities/{c}/series", params(("c" = String, Path)),
    responses((status = 200, description = "SeriesList", body = serde_json::Value)))]
pub(crate) async fn list_them(ask: Ask) -> Answer {
    ask.doing(Deed::Read).page(pages::list).await
}

/// Begin a series.
#[utoipa::path(post, path = "/api/v1/communities/{c}/series",
    params(("c" = String, Path), ("Idempotency-Key" = String, Header)),
    security(("token" = [])),
    request_body(content = serde_json::Value, description = "SeriesForm"), responses(
        (status = 201, description = "SeriesPage", body = serde_json::Value),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out"),
        (status = 403, description = "Problem: refused (organiser_only)"),
        (status = 409, description = "Problem: key_reused"),
        (status = 422, description = "Problem: invalid")))]
pub(crate) async fn create(ask: Ask, Sent { value: form, hash }: Sent<SeriesForm>) -> Answer {
    ask.post(StatusCode::CREATED, Retry::SameBody(hash), move |tx, here| {
        service::create(tx, here, &form)
    })
    .await
}

/// Slots proposed from a rule; nothing is kept.
#[utoipa::path(get, path = "/api/v1/communities/{c}/series/proposed",
    params(("c" = String, Path), ("rule" = String, Query)), security(("token" = [])),
    responses(
        (status = 200, description = "{items: [{hours, kind, is_certain}]}",
            body = serde_json::Value),
        (status = 400, description = "Problem: malformed"),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out"),
        (status = 403, description = "Problem: refused (organiser_only)"),
        (status = 409, description = "Problem: refused (unknown_year)"),
        (status = 422, description = "Problem: invalid")))]
pub(crate) async fn proposed(ask: Ask, query: Result<Query<Asked>, QueryRejection>) -> Answer {
    let Query(asked) = query.map_err(|rejection| Failure::malformed(rejection.body_text()))?;
    let rule = serde_json::from_str(&asked.rule);
    let rule = rule.map_err(|error| Failure::malformed(format!("the rule: {error}")))?;
    ask.page(move |_, here| propose::from_rule(here, &rule)).await
}

/// One series.
#[utoipa::path(get, path = "/api/v1/communities/{c}/series/{n}",
    params(("c" = String, Path), ("n" = u32, Path)), responses(
        (status = 200, description = "SeriesPage", body = serde_json::Value),
        (status = 404, description = "Problem: missing")))]
pub(crate) async fn show(ask: Ask, Named((_, n)): Named<(String, SeriesId)>) -> Answer {
    ask.doing(Deed::Read).page(move |tx, here| pages::page(tx, here, n)).await
}

/// Ask something of a series.
#[utoipa::path(post, path = "/api/v1/communities/{c}/series/{n}/commands",
    params(("c" = String, Path), ("n" = u32, Path), ("Idempotency-Key" = String, Header),
        ("If-Match" = String, Header)), security(("token" = [])),
    request_body(content = serde_json::Value, description = "councils::series::Command"),
    responses(
        (status = 200, description = "SeriesPage", body = serde_json::Value),
        (status = 400, description = "Problem: malformed"),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out"),
        (status = 403, description = "Problem: refused (organiser_only)"),
        (status = 404, description = "Problem: missing"),
        (status = 409, description = "Problem: refused (stale, no_slot, council, …), key_reused"),
        (status = 422, description = "Problem: invalid")))]
pub(crate) async fn command(
    ask: Ask,
    Named((_, n)): Named<(String, SeriesId)>,
    Sent { value, hash }: Sent<Command>,
) -> Answer {
    let version = ask.version()?;
    ask.key()?;
    if let Command::Schedule { slots, checksum, .. } = &value {
        let asked = (slots.clone(), checksum.clone());
        return schedule_outside(ask, (n, version), asked, value, hash).await;
    }
    ask.post(StatusCode::OK, Retry::SameBody(hash), move |tx, here| {
        service::command(tx, here, n, version, value.clone())
    })
    .await
}

/// Planning takes seconds: nobody else waits for it, and the checksum guards the result.
async fn schedule_outside(
    ask: Ask,
    (n, version): (SeriesId, Version),
    (slots, checksum): (Vec<SlotId>, String),
    command: Command,
    hash: String,
) -> Answer {
    let retry = Retry::SameBody(hash);
    if let Some(first) = ask.clone().answered(&retry).await? {
        return Ok(first);
    }
    let chosen = slots.clone();
    let problem = ask
        .clone()
        .read(move |tx, here| schedule::prepare(tx, here, n, version, (&chosen, &checksum)));
    let problem = Arc::new(problem.await?);
    let best = ask.app.plans.best(&problem).await?;
    let asked = (problem, Arc::clone(&best));
    let judging = spawn_blocking(move || judge(&asked.0, &asked.1, &slots)).await;
    let chosen = judging.map_err(|gone| Failure::Broken(gone.to_string()))?;
    let verdict = Verdict { best, chosen };
    ask.post(StatusCode::OK, retry, move |tx, here| {
        schedule::store(tx, here, n, version, command.clone(), &verdict)
    })
    .await
}

/// Say at which of the times one can come; as often as one likes.
#[utoipa::path(post, path = "/api/v1/communities/{c}/series/{n}/answer",
    params(("c" = String, Path), ("n" = u32, Path), ("Idempotency-Key" = String, Header)),
    security(("token" = [])),
    request_body(content = serde_json::Value, description = "councils::series::AnswerForm"),
    responses(
        (status = 200, description = "SeriesPage", body = serde_json::Value),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out"),
        (status = 403, description = "Problem: refused (residents_only, not_in_help_scope)"),
        (status = 404, description = "Problem: missing"),
        (status = 409, description = "Problem: refused (council), key_reused"),
        (status = 422, description = "Problem: invalid (slot-1, …, attend, group)")))]
pub(crate) async fn answer(
    ask: Ask,
    Named((_, n)): Named<(String, SeriesId)>,
    Sent { value: form, hash }: Sent<AnswerForm>,
) -> Answer {
    let ask = ask.doing(Deed::Within(Scope::Answer));
    ask.post(StatusCode::OK, Retry::SameBody(hash), move |tx, here| {
        answers::give(tx, here, n, &form)
    })
    .await
}

/// Enter an answer that came on paper or by phone.
#[utoipa::path(post, path = "/api/v1/communities/{c}/series/{n}/answers",
    params(("c" = String, Path), ("n" = u32, Path), ("Idempotency-Key" = String, Header)),
    security(("token" = [])),
    request_body(content = serde_json::Value, description = "AnswerEntry"), responses(
        (status = 200, description = "{}", body = serde_json::Value),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out"),
        (status = 403, description = "Problem: refused (organiser_only)"),
        (status = 404, description = "Problem: missing"),
        (status = 409, description = "Problem: refused (newer_answer, council), key_reused"),
        (status = 422, description = "Problem: invalid")))]
pub(crate) async fn enter(
    ask: Ask,
    Named((_, n)): Named<(String, SeriesId)>,
    Sent { value: entry, hash }: Sent<AnswerEntry>,
) -> Answer {
    ask.post(StatusCode::OK, Retry::SameBody(hash), move |tx, here| {
        answers::enter(tx, here, n, &entry)
    })
    .await
}

/// Who has answered, and whom to call; for staff.
#[utoipa::path(get, path = "/api/v1/communities/{c}/series/{n}/who",
    params(("c" = String, Path), ("n" = u32, Path)), security(("token" = [])), responses(
        (status = 200, description = "WhoAnswered", body = serde_json::Value),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out"),
        (status = 403, description = "Problem: refused (staff_only)"),
        (status = 404, description = "Problem: missing")))]
pub(crate) async fn who(ask: Ask, Named((_, n)): Named<(String, SeriesId)>) -> Answer {
    ask.page_unkept(move |tx, here| who::page(tx, here, n)).await
}

/// The best plan, or the one that was chosen, with its reasons.
#[utoipa::path(get, path = "/api/v1/communities/{c}/series/{n}/plan",
    params(("c" = String, Path), ("n" = u32, Path)), responses(
        (status = 200, description = "PlanPage", body = serde_json::Value),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out"),
        (status = 403, description = "Problem: refused (organiser_only)"),
        (status = 404, description = "Problem: missing"),
        (status = 409, description = "Problem: refused (council: poll_still_open, …)")))]
pub(crate) async fn plan(ask: Ask, Named((_, n)): Named<(String, SeriesId)>) -> Answer {
    let app = Arc::clone(&ask.app);
    let ready = ask.read(move |tx, here| plan::ready(tx, here, n)).await?;
    answered(&told(&app, ready).await?.1)
}

/// Why a time is not in the plan, and what it would cost whom.
#[utoipa::path(get, path = "/api/v1/communities/{c}/series/{n}/why-not/{slot}",
    params(("c" = String, Path), ("n" = u32, Path), ("slot" = u32, Path)), responses(
        (status = 200, description = "WhyNot", body = serde_json::Value),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out"),
        (status = 403, description = "Problem: refused (organiser_only)"),
        (status = 404, description = "Problem: missing"),
        (status = 409, description = "Problem: refused (council: unknown_slot, …)")))]
pub(crate) async fn why_not(
    ask: Ask,
    Named((_, n, slot)): Named<(String, SeriesId, SlotId)>,
) -> Answer {
    let app = Arc::clone(&ask.app);
    let ready = ask.read(move |tx, here| plan::ready_for(tx, here, n, slot)).await?;
    let (problem, told) = told(&app, ready).await?;
    answered(&*app.plans.why_not(&problem, told.plan, slot).await?)
}

/// From what the times are chosen: the planner's question, without a name, for everybody who
/// wants to plan again.
#[utoipa::path(get, path = "/api/v1/communities/{c}/series/{n}/problem",
    params(("c" = String, Path), ("n" = u32, Path)), responses(
        (status = 200, description = "council-sched/1", body = serde_json::Value),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out"),
        (status = 403, description = "Problem: refused (organiser_only)"),
        (status = 404, description = "Problem: missing"),
        (status = 409, description = "Problem: refused (council: poll_still_open, …)")))]
pub(crate) async fn problem(ask: Ask, Named((_, n)): Named<(String, SeriesId)>) -> Answer {
    let ready = ask.read(move |tx, here| plan::ready(tx, here, n)).await?;
    // Letter for letter: its SHA-256 is the checksum.
    Ok(answer::json(StatusCode::OK, ready.problem.export()))
}

/// What was told when the times were chosen; before that, what the planner finds now.
async fn told(app: &App, ready: plan::Ready) -> Outcome<(Arc<Problem>, PlanPage)> {
    let problem = Arc::new(ready.problem);
    let page = match ready.told {
        Some(page) => page,
        None => app.plans.best(&problem).await?.page.clone(),
    };
    Ok((problem, page))
}

fn answered(value: &impl serde::Serialize) -> Result<Response, Failure> {
    Ok(answer::json(StatusCode::OK, serde_json::to_string(value)?))
}
