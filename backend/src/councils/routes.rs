//! Addresses of councils.

use std::sync::Arc;

use axum::{
    Router,
    extract::{Query, rejection::QueryRejection},
    http::{HeaderMap, StatusCode, header},
    routing::{get, post},
};
use huiyin_domain::{
    councils::meeting::{Command, wire::ReminderForm},
    helping::{Deed, Scope},
    ids::CouncilId,
};
use serde::Deserialize;

use super::{
    calendar::{self, House},
    pages, people,
    service::{self, With},
    statistics,
};
use crate::{
    app::App,
    failure::Failure,
    http::{
        answer::Answer,
        ask::{Ask, Named},
        body::Sent,
    },
    idempotent::Retry,
    secrets,
};

/// Where the part begins.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    after: Option<String>,
}

/// The routes of this room.
pub fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/communities/{c}/councils", get(list))
        .route("/communities/{c}/councils/statistics", get(show_statistics))
        .route("/communities/{c}/councils/feed.ics", get(feed))
        .route("/communities/{c}/councils/feed-token", post(make_feed))
        .route("/communities/{c}/councils/{n}", get(show))
        .route("/communities/{c}/councils/{n}/commands", post(command))
        .route("/communities/{c}/councils/{n}/reminder", post(remind))
        .route("/communities/{c}/councils/{n}/attendance", get(attendance))
        .route("/communities/{c}/councils/{n}/live", get(live))
        .route("/communities/{c}/my/{token}/councils.ics", get(my_feed))
}

/// The councils of a community: those ahead first, then those that were.
#[utoipa::path(get, path = "/api/v1/communities/{c}/councils",
    params(("c" = String, Path), ("after" = Option<String>, Query)), responses(
        (status = 200, description = "CouncilList", body = serde_json::Value),
        (status = 400, description = "Problem: malformed")))]
pub(crate) async fn list(ask: Ask, query: Result<Query<Asked>, QueryRejection>) -> Answer {
    let Query(asked) = query.map_err(|rejection| Failure::malformed(rejection.body_text()))?;
    let ask = ask.doing(Deed::Read);
    ask.page(move |tx, here| pages::list(tx, here, asked.after.as_deref())).await
}

/// Who came, of whom, and whether it reaches those it never reached.
#[utoipa::path(get, path = "/api/v1/communities/{c}/councils/statistics",
    params(("c" = String, Path)), responses(
        (status = 200, description = "StatisticsPage", body = serde_json::Value)))]
pub(crate) async fn show_statistics(ask: Ask) -> Answer {
    ask.doing(Deed::Read).page(statistics::page).await
}

/// One council; with `.ics` after its number, as a file for a calendar.
#[utoipa::path(get, path = "/api/v1/communities/{c}/councils/{n}",
    params(("c" = String, Path), ("n" = u32, Path)), responses(
        (status = 200, description = "CouncilPage", body = serde_json::Value),
        (status = 404, description = "Problem: missing")))]
pub(crate) async fn show(
    ask: Ask,
    headers: HeaderMap,
    Named((_, name)): Named<(String, String)>,
) -> Answer {
    let number = |raw: &str| raw.parse::<CouncilId>().map_err(|_| Failure::MISSING);
    match name.strip_suffix(".ics") {
        Some(raw) => file(ask, &headers, number(raw)?).await,
        None => {
            let n = number(&name)?;
            ask.doing(Deed::Read).page(move |tx, here| pages::page(tx, here, n)).await
        }
    }
}

/// One council as a file for a calendar.
#[utoipa::path(get, path = "/api/v1/communities/{c}/councils/{n}.ics",
    params(("c" = String, Path), ("n" = u32, Path)), responses(
        (status = 200, description = "The file", body = String, content_type = "text/calendar"),
        (status = 404, description = "Problem: missing")))]
pub(crate) async fn file(ask: Ask, headers: &HeaderMap, n: CouncilId) -> Answer {
    let house = house(&ask, headers)?;
    let ask = ask.doing(Deed::Read);
    let name = format!("council-{n}.ics");
    ask.calendar(&name, move |tx, here| calendar::file(tx, here, &house, n)).await
}

/// The feed of all councils, to which a calendar subscribes.
#[utoipa::path(get, path = "/api/v1/communities/{c}/councils/feed.ics",
    params(("c" = String, Path)), responses(
        (status = 200, description = "The feed", body = String, content_type = "text/calendar")))]
pub(crate) async fn feed(ask: Ask, headers: HeaderMap) -> Answer {
    let house = house(&ask, &headers)?;
    let ask = ask.doing(Deed::Read);
    ask.calendar("councils.ics", move |tx, here| calendar::of_community(tx, here, &house)).await
}

/// Make the secret address of one's own feed; the one from before stops working.
#[utoipa::path(post, path = "/api/v1/communities/{c}/councils/feed-token",
    params(("c" = String, Path), ("Idempotency-Key" = String, Header)),
    security(("token" = [])), responses(
        (status = 201, description = "MyFeed", body = serde_json::Value),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out"),
        (status = 403, description = "Problem: refused (residents_only)"),
        (status = 409, description = "Problem: refused (told_once), key_reused")))]
pub(crate) async fn make_feed(ask: Ask) -> Answer {
    let token = secrets::random_hex::<32>();
    ask.post_secret(StatusCode::CREATED, Retry::Harmless, move |tx, here| {
        calendar::make_token(tx, here, &token)
    })
    .await
}

/// The feed of the councils that one person comes to.
#[utoipa::path(get, path = "/api/v1/communities/{c}/my/{token}/councils.ics",
    params(("c" = String, Path), ("token" = String, Path)), responses(
        (status = 200, description = "The feed", body = String, content_type = "text/calendar"),
        (status = 404, description = "Problem: missing")))]
pub(crate) async fn my_feed(
    ask: Ask,
    headers: HeaderMap,
    Named((_, token)): Named<(String, String)>,
) -> Answer {
    let house = house(&ask, &headers)?;
    ask.calendar("councils.ics", move |tx, here| calendar::of_person(tx, here, &house, &token))
        .await
}

/// Ask something of a council. What one person says of themselves needs no version.
#[utoipa::path(post, path = "/api/v1/communities/{c}/councils/{n}/commands",
    params(("c" = String, Path), ("n" = u32, Path), ("Idempotency-Key" = String, Header),
        ("If-Match" = Option<String>, Header)), security(("token" = [])),
    request_body(content = serde_json::Value, description = "meeting::Command"), responses(
        (status = 200, description = "CouncilPage", body = serde_json::Value),
        (status = 400, description = "Problem: malformed"),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out"),
        (status = 403, description = "Problem: refused (organiser_only, …)"),
        (status = 404, description = "Problem: missing"),
        (status = 409, description = "Problem: refused (stale, meeting, …), key_reused"),
        (status = 422, description = "Problem: invalid")))]
pub(crate) async fn command(
    ask: Ask,
    Named((_, n)): Named<(String, CouncilId)>,
    Sent { value, hash }: Sent<Command>,
) -> Answer {
    let with = With { version: ask.if_match, codes: people::fresh_codes() };
    let ask = ask.doing(Deed::of_council(&value));
    ask.post(StatusCode::OK, Retry::SameBody(hash), move |tx, here| {
        service::command(tx, here, n, &with, value.clone())
    })
    .await
}

/// Choose when to be reminded.
#[utoipa::path(post, path = "/api/v1/communities/{c}/councils/{n}/reminder",
    params(("c" = String, Path), ("n" = u32, Path), ("Idempotency-Key" = String, Header)),
    security(("token" = [])),
    request_body(content = serde_json::Value, description = "ReminderForm"), responses(
        (status = 200, description = "CouncilPage", body = serde_json::Value),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out"),
        (status = 403, description = "Problem: refused (residents_only)"),
        (status = 404, description = "Problem: missing"),
        (status = 409, description = "Problem: refused (meeting, …)")))]
pub(crate) async fn remind(
    ask: Ask,
    Named((_, n)): Named<(String, CouncilId)>,
    Sent { value, hash }: Sent<ReminderForm>,
) -> Answer {
    let ask = ask.doing(Deed::Within(Scope::Answer));
    ask.post(StatusCode::OK, Retry::SameBody(hash), move |tx, here| {
        service::remind(tx, here, n, value)
    })
    .await
}

/// Who comes, who waits and who came, by name; for the office.
#[utoipa::path(get, path = "/api/v1/communities/{c}/councils/{n}/attendance",
    params(("c" = String, Path), ("n" = u32, Path)), security(("token" = [])), responses(
        (status = 200, description = "AttendancePage", body = serde_json::Value),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out"),
        (status = 403, description = "Problem: refused (organiser_only)"),
        (status = 404, description = "Problem: missing")))]
pub(crate) async fn attendance(ask: Ask, Named((_, n)): Named<(String, CouncilId)>) -> Answer {
    ask.page_unkept(move |tx, here| pages::attendance(tx, here, n)).await
}

/// The counts of a session; the tag is its version, so that asking again is cheap.
#[utoipa::path(get, path = "/api/v1/communities/{c}/councils/{n}/live",
    params(("c" = String, Path), ("n" = u32, Path)), responses(
        (status = 200, description = "LiveCounts", body = serde_json::Value),
        (status = 304, description = "Nothing has changed"),
        (status = 404, description = "Problem: missing")))]
pub(crate) async fn live(ask: Ask, Named((_, n)): Named<(String, CouncilId)>) -> Answer {
    let ask = ask.doing(Deed::Read);
    ask.page_of_version(
        move |tx, here| pages::version(tx, here, n),
        move |tx, here| pages::live(tx, here, n),
    )
    .await
}

fn house(ask: &Ask, headers: &HeaderMap) -> Result<House, Failure> {
    House::of(&ask.app, headers.get(header::HOST).and_then(|host| host.to_str().ok()))
}
