//! Addresses of the public ledger; every part of its filter stands in the address.

use std::sync::Arc;

use axum::{
    Router,
    extract::{Query, rejection::QueryRejection},
    routing::get,
};
use huiyin_domain::{
    feedback::{Owner, StageKind, Theme, wire::LedgerFilter},
    ids::PlaceId,
};
use serde::Deserialize;

use super::{csv, ledger, week as of_week};
use crate::{
    app::App,
    failure::Failure,
    http::{
        answer::{self, Answer},
        ask::Ask,
    },
};

/// What is asked of the ledger.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    theme: Option<Theme>,
    place: Option<PlaceId>,
    /// `office`, or the number of a department.
    department: Option<String>,
    month: Option<String>,
    stage: Option<StageKind>,
    overdue: bool,
    /// Where the part begins: `next` of the part before.
    after: Option<String>,
}

impl Asked {
    fn split(self) -> Result<(LedgerFilter, Option<String>), Failure> {
        let Self { theme, place, department, month, stage, overdue, after } = self;
        let owner = |raw: String| {
            Owner::parse(&raw).ok_or_else(|| Failure::malformed("department: office, or a number"))
        };
        let department = department.map(owner).transpose()?;
        Ok((LedgerFilter { theme, place, department, month, stage, overdue }, after))
    }
}

/// The routes of the ledger.
pub fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/communities/{c}/ledger", get(show))
        .route("/communities/{c}/ledger/week", get(week))
        .route("/communities/{c}/ledger.csv", get(table))
}

/// The ledger: what was said, answered, done, and what is overdue.
#[utoipa::path(get, path = "/api/v1/communities/{c}/ledger",
    params(("c" = String, Path), ("theme" = Option<String>, Query),
        ("place" = Option<u32>, Query), ("department" = Option<String>, Query),
        ("month" = Option<String>, Query), ("stage" = Option<String>, Query),
        ("overdue" = Option<bool>, Query), ("after" = Option<String>, Query)), responses(
        (status = 200, description = "LedgerPage", body = serde_json::Value),
        (status = 400, description = "Problem: malformed"),
        (status = 404, description = "Problem: missing")))]
pub(crate) async fn show(ask: Ask, query: Result<Query<Asked>, QueryRejection>) -> Answer {
    let (filter, after) = read(query)?;
    ask.page(move |tx, here| ledger::page(tx, here, &filter, after.as_deref())).await
}

/// What this week has brought, for the poster.
#[utoipa::path(get, path = "/api/v1/communities/{c}/ledger/week",
    params(("c" = String, Path)), responses(
        (status = 200, description = "Week", body = serde_json::Value),
        (status = 404, description = "Problem: missing")))]
pub(crate) async fn week(ask: Ask) -> Answer {
    ask.page(of_week::page).await
}

/// The same as a table for spreadsheets: all that the filter selects.
#[utoipa::path(get, path = "/api/v1/communities/{c}/ledger.csv",
    params(("c" = String, Path), ("theme" = Option<String>, Query),
        ("place" = Option<u32>, Query), ("department" = Option<String>, Query),
        ("month" = Option<String>, Query), ("stage" = Option<String>, Query),
        ("overdue" = Option<bool>, Query)), responses(
        (status = 200, description = "text/csv, UTF-8, RFC 4180"),
        (status = 400, description = "Problem: malformed"),
        (status = 404, description = "Problem: missing")))]
pub(crate) async fn table(ask: Ask, query: Result<Query<Asked>, QueryRejection>) -> Answer {
    let (filter, _) = read(query)?;
    let table = ask.read(move |tx, here| csv::table(tx, here, &filter)).await?;
    Ok(answer::table(table, "ledger.csv"))
}

fn read(
    query: Result<Query<Asked>, QueryRejection>,
) -> Result<(LedgerFilter, Option<String>), Failure> {
    let Query(asked) = query.map_err(|rejection| Failure::malformed(rejection.body_text()))?;
    asked.split()
}
