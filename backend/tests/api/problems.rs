//! Problems: whatever goes wrong is answered in the one form of RFC 9457.

use axum::body::Body;
use axum::http::{Method, header};
use huiyin_domain::problems::ProblemKind;

use crate::people::{fresh_key, here};
use crate::votes::{contest_at, proposal_form};
use crate::world::on_each_engine;

#[test]
fn an_address_that_is_none_is_missing() {
    on_each_engine(async |world| {
        let paths = [
            "/api/v1/nothing".to_owned(),
            "/api/v2/communities".to_owned(),
            "/api/v1/communities/elsewhere".to_owned(),
            "/api/v1/communities/elsewhere/home".to_owned(),
            here("/contests/1"),
            here("/contests/first"),
            here("/contests/99999999999999999999"),
            here("/proposals/1"),
            here("/contests/1/result"),
            here("/contests/1/ballots.pb"),
        ];
        for path in paths {
            let answer = world.guest().get(&path).await;
            assert_eq!(answer.status, 404, "{path}");
            assert_eq!(answer.problem(), ProblemKind::Missing);
        }
    });
}

#[test]
fn a_method_that_an_address_does_not_take_is_told() {
    on_each_engine(async |world| {
        let answer = world.guest().delete(&here("/home")).await;
        assert_eq!(answer.status, 405);
        assert_eq!(answer.problem(), ProblemKind::MethodNotAllowed);
    });
}

#[test]
fn every_post_needs_a_key_of_its_own() {
    on_each_engine(async |world| {
        let path = contest_at(world.collecting().await, "/proposals");
        let wang = world.resident("wang").await;
        let json = serde_json::to_vec(&proposal_form("加灯")).unwrap();
        let too_long = "k".repeat(65);
        for key in [None, Some("short"), Some("with a space"), Some(too_long.as_str())] {
            let mut request = wang.request(Method::POST, &path);
            request = request.header(header::CONTENT_TYPE, "application/json");
            if let Some(key) = key {
                request = request.header("idempotency-key", key);
            }
            let answer = wang.send(request, Body::from(json.clone())).await;
            assert_eq!(answer.status, 400, "{key:?}");
            assert!(matches!(answer.problem(), ProblemKind::Malformed { .. }));
        }
    });
}

#[test]
fn a_body_that_is_not_what_was_asked_for_is_told() {
    on_each_engine(async |world| {
        let path = contest_at(world.collecting().await, "/proposals");
        let wang = world.resident("wang").await;
        let send = async |kind: &str, body: &'static str| {
            let request = wang.request(Method::POST, &path);
            let request = request.header("idempotency-key", fresh_key());
            wang.send(request.header(header::CONTENT_TYPE, kind), Body::from(body)).await
        };
        for body in ["{\"title\": ", "7", "{\"title\": 7}"] {
            let answer = send("application/json", body).await;
            assert_eq!(answer.status, 400, "{body}");
            assert!(matches!(answer.problem(), ProblemKind::Malformed { .. }));
        }
        let answer = send("text/plain", "{}").await;
        assert_eq!(answer.status, 415);
        assert_eq!(answer.problem(), ProblemKind::UnsupportedMediaType);
    });
}

#[test]
fn a_text_of_megabytes_is_too_large() {
    on_each_engine(async |world| {
        let path = contest_at(world.collecting().await, "/proposals");
        let form = proposal_form(&"长".repeat(3_000_000));
        let answer = world.resident("wang").await.post(&path, &form).await;
        assert_eq!(answer.status, 413);
        assert!(matches!(answer.problem(), ProblemKind::TooLarge { .. }));
    });
}

#[test]
fn a_version_that_is_none_is_malformed() {
    on_each_engine(async |world| {
        let path = contest_at(world.collecting().await, "/commands");
        let organiser = world.organiser().await;
        for version in ["one", "\"one\"", "*", "\"-1\""] {
            let request = organiser.request(Method::POST, &path);
            let request = request.header("idempotency-key", fresh_key());
            let request = request.header(header::IF_MATCH, version);
            let request = request.header(header::CONTENT_TYPE, "application/json");
            let body = Body::from("{\"kind\":\"count\"}");
            let answer = organiser.send(request, body).await;
            assert_eq!(answer.status, 400, "{version}");
            assert!(matches!(answer.problem(), ProblemKind::Malformed { .. }));
        }
    });
}

#[test]
fn an_unknown_command_is_malformed_and_an_empty_reason_too() {
    on_each_engine(async |world| {
        let path = contest_at(world.collecting().await, "/commands");
        let organiser = world.organiser().await;
        for command in [
            serde_json::json!({"kind": "win"}),
            serde_json::json!({"kind": "move_on", "to": "reviewing", "reason": "  "}),
            serde_json::json!({"kind": "move_on", "to": "nowhere", "reason": "台风"}),
        ] {
            let answer = organiser.command(&path, 1, &command).await;
            assert_eq!(answer.status, 400, "{command}");
            assert!(matches!(answer.problem(), ProblemKind::Malformed { .. }));
        }
    });
}

#[test]
fn the_server_says_that_it_is_well_and_on_which_engine() {
    on_each_engine(async |world| {
        let health = world.guest().get("/api/v1/health").await.json();
        assert_eq!(health["status"], "ok");
        assert_eq!(health["engine"], world.engine.to_lowercase().replace("postgresql", "postgres"));
        let described = world.guest().get("/api/v1/openapi.json").await.json();
        assert!(described["openapi"].as_str().unwrap().starts_with("3.1"));
        let paths = described["paths"].as_object().unwrap();
        assert!(paths.contains_key("/api/v1/communities/{c}/contests/{n}/ballots/{stamp}"));
    });
}

#[test]
fn whoever_lists_communities_finds_this_one() {
    on_each_engine(async |world| {
        let list = world.guest().get("/api/v1/communities").await.json();
        assert_eq!(list["items"][0]["slug"], "wutong");
        assert_eq!(list["next"], serde_json::Value::Null);
        let one = world.guest().get(&here("")).await.json();
        assert_eq!(one, list["items"][0]);
    });
}
