//! Whatever the API offers is refused to staff who have to do something first.

use axum::body::Body;
use axum::http::{Method, header};

use super::*;
use crate::helpers::{address_of, body_for};
use crate::people::fresh_key;
use crate::world::on_each_engine;

/// What they may do before: look after their own account, and sign out.
const OPEN: [&str; 5] = [
    "POST /api/v1/communities/{c}/staff/me/password",
    "POST /api/v1/communities/{c}/staff/me/second-factor",
    "POST /api/v1/communities/{c}/staff/me/second-factor/confirm",
    "POST /api/v1/communities/{c}/staff/me/recovery-codes",
    "DELETE /api/v1/communities/{c}/sessions/{id}",
];

/// What does not look at who asks at all.
const OPEN_TO_ALL: [&str; 2] = [
    "POST /api/v1/communities/{c}/sessions",
    "PUT /api/v1/communities/{c}/contests/{n}/ballots/{stamp}",
];

#[test]
fn whatever_the_api_offers_is_refused_before_the_second_factor_is_set_up() {
    on_each_engine(async |world| {
        world.collecting().await;
        let organiser = world.organiser().await.at(&world.strict());
        let described = organiser.get("/api/v1/openapi.json").await.json();
        let mut n_refused = 0;
        for (path, methods) in described["paths"].as_object().unwrap() {
            for method in [Method::POST, Method::PUT, Method::DELETE] {
                let name = format!("{method} {path}");
                let is_there = methods.get(method.as_str().to_lowercase()).is_some();
                let is_open = OPEN.contains(&name.as_str());
                if !is_there || is_open || OPEN_TO_ALL.contains(&name.as_str()) {
                    continue;
                }
                let request = organiser.request(method, &address_of(path));
                let request = request.header("idempotency-key", fresh_key());
                let request = request.header(header::IF_MATCH, "\"1\"");
                let request = request.header(header::CONTENT_TYPE, "application/json");
                let body = serde_json::to_vec(&body_for(path)).unwrap();
                let answer = organiser.send(request, Body::from(body)).await;
                // A body that cannot be read is turned away before it is asked whose it is.
                let is_unread = [400, 413, 415, 422].contains(&answer.status.as_u16());
                assert!(
                    is_unread || answer.refusal() == refused(StaffRefusal::SecondFactorFirst),
                    "{name}: {} {}",
                    answer.status,
                    answer.text()
                );
                n_refused += usize::from(!is_unread);
            }
        }
        assert!(n_refused >= 8, "only {n_refused} were refused");
    });
}
