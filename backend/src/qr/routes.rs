//! The address of QR codes.

use std::sync::Arc;

use axum::{
    Router,
    extract::{Query, rejection::QueryRejection},
    routing::get,
};
use huiyin_domain::web_address::WebAddress;
use serde::Deserialize;

use super::draw::draw;
use crate::{
    app::App,
    failure::Failure,
    http::{
        answer::{self, Answer},
        ask::Ask,
    },
};

/// What the code says.
#[derive(Debug, Deserialize)]
pub(crate) struct Wanted {
    text: Option<String>,
}

/// The routes of this room.
pub fn routes() -> Router<Arc<App>> {
    Router::new().route("/communities/{c}/qr.svg", get(show))
}

/// The QR code of an address. Never for secrets: what stands here may be logged on its way.
#[utoipa::path(get, path = "/api/v1/communities/{c}/qr.svg",
    params(("c" = String, Path), ("text" = String, Query)), responses(
        (status = 200, description = "The code", body = String, content_type = "image/svg+xml"),
        (status = 400, description = "Problem: malformed"),
        (status = 404, description = "Problem: missing")))]
pub(crate) async fn show(ask: Ask, query: Result<Query<Wanted>, QueryRejection>) -> Answer {
    let Query(wanted) = query.map_err(|rejection| Failure::malformed(rejection.body_text()))?;
    // Whether there is such a community.
    ask.read(|_, _| Ok(())).await?;
    let text = wanted.text.unwrap_or_default();
    let address =
        WebAddress::try_from(text).map_err(|why| Failure::malformed(format!("text: {why}")))?;
    let svg = draw(&address, address.as_str())?;
    Ok(answer::immutable(svg.into_bytes(), "image/svg+xml"))
}
