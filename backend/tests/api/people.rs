//! Whoever speaks to the server: a guest, a resident or the organiser, over HTTP.

use std::sync::atomic::{AtomicU64, Ordering};

use axum::Router;
use axum::body::{Body, Bytes, to_bytes};
use axum::http::{HeaderMap, Method, Request, StatusCode, header};
use huiyin_domain::problems::{FieldFault, Problem, ProblemKind};
use huiyin_domain::refusals::Refusal;
use serde::Serialize;
use serde::de::DeserializeOwned;
use tower::ServiceExt;

/// Somebody with a browser.
#[derive(Clone)]
pub(crate) struct Person {
    router: Router,
    token: Option<String>,
}

/// What the server answered.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

static N_KEYS: AtomicU64 = AtomicU64::new(0);

/// An idempotency key that nobody has used.
pub(crate) fn fresh_key() -> String {
    format!("key-of-a-test-{}", N_KEYS.fetch_add(1, Ordering::Relaxed))
}

/// An address below the community of the tests.
pub(crate) fn here(path: &str) -> String {
    format!("/api/v1/communities/wutong{path}")
}

impl Person {
    pub(crate) fn new(router: Router, token: Option<String>) -> Self {
        Self { router, token }
    }

    pub(crate) fn token(&self) -> &str {
        self.token.as_deref().expect("only guests have no token")
    }

    /// The same person, with these servers.
    pub(crate) fn at(&self, router: &Router) -> Self {
        Self { router: router.clone(), token: self.token.clone() }
    }

    pub(crate) async fn get(&self, path: &str) -> Answer {
        self.send(self.request(Method::GET, path), Body::empty()).await
    }

    pub(crate) async fn get_if_changed(&self, path: &str, etag: &str) -> Answer {
        let request = self.request(Method::GET, path).header(header::IF_NONE_MATCH, etag);
        self.send(request, Body::empty()).await
    }

    pub(crate) async fn post(&self, path: &str, body: &impl Serialize) -> Answer {
        self.post_with_key(path, body, &fresh_key()).await
    }

    pub(crate) async fn post_with_key(
        &self,
        path: &str,
        body: &impl Serialize,
        key: &str,
    ) -> Answer {
        let request = self.request(Method::POST, path).header("idempotency-key", key);
        self.send_json(request, body).await
    }

    pub(crate) async fn command(&self, path: &str, version: u32, body: &impl Serialize) -> Answer {
        self.command_with_key(path, version, body, &fresh_key()).await
    }

    pub(crate) async fn command_with_key(
        &self,
        path: &str,
        version: u32,
        body: &impl Serialize,
        key: &str,
    ) -> Answer {
        let request = self.request(Method::POST, path).header("idempotency-key", key);
        let request = request.header(header::IF_MATCH, format!("\"{version}\""));
        self.send_json(request, body).await
    }

    pub(crate) async fn put(&self, path: &str, body: &impl Serialize) -> Answer {
        self.send_json(self.request(Method::PUT, path), body).await
    }

    pub(crate) async fn delete(&self, path: &str) -> Answer {
        self.send(self.request(Method::DELETE, path), Body::empty()).await
    }

    pub(crate) async fn upload(&self, path: &str, kind: &str, bytes: impl Into<Body>) -> Answer {
        let request = self.request(Method::POST, path).header("idempotency-key", fresh_key());
        self.send(request.header(header::CONTENT_TYPE, kind), bytes.into()).await
    }

    /// A request to be finished by hand.
    pub(crate) fn request(&self, method: Method, path: &str) -> axum::http::request::Builder {
        let request = Request::builder().method(method).uri(path);
        match &self.token {
            Some(token) => request.header(header::AUTHORIZATION, format!("Bearer {token}")),
            None => request,
        }
    }

    pub(crate) async fn send(&self, request: axum::http::request::Builder, body: Body) -> Answer {
        let request = request.body(body).expect("tests build whole requests");
        let answer = self.router.clone().oneshot(request).await.expect("a router never fails");
        let (parts, body) = answer.into_parts();
        let body = to_bytes(body, usize::MAX).await.expect("answers of tests are whole");
        Answer { status: parts.status, headers: parts.headers, body }
    }

    async fn send_json(
        &self,
        request: axum::http::request::Builder,
        body: &impl Serialize,
    ) -> Answer {
        let json = serde_json::to_vec(body).expect("what tests send is JSON");
        self.send(request.header(header::CONTENT_TYPE, "application/json"), json.into()).await
    }
}

impl Answer {
    pub(crate) fn text(&self) -> &str {
        std::str::from_utf8(&self.body).expect("answers are UTF-8")
    }

    pub(crate) fn header(&self, name: &str) -> &str {
        let value = self.headers.get(name).unwrap_or_else(|| panic!("no {name} in {self:?}"));
        value.to_str().expect("headers of ours are ASCII")
    }

    /// The body of an answer that must be a success.
    pub(crate) fn ok<T: DeserializeOwned>(&self) -> T {
        assert!(self.status.is_success(), "{} {}", self.status, self.text());
        serde_json::from_slice(&self.body)
            .unwrap_or_else(|error| panic!("{error} in {}", self.text()))
    }

    /// The body as loose JSON, of whatever answer.
    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.body)
            .unwrap_or_else(|error| panic!("{error} in {}", self.text()))
    }

    /// The problem of an answer that must not be a success, in the one form of RFC 9457.
    pub(crate) fn problem(&self) -> ProblemKind {
        assert!(!self.status.is_success(), "{} {}", self.status, self.text());
        assert_eq!(self.header("content-type"), "application/problem+json");
        let problem: Problem = serde_json::from_slice(&self.body)
            .unwrap_or_else(|error| panic!("{error} in {}", self.text()));
        assert_eq!(problem.status, self.status.as_u16());
        assert!(!problem.title.is_empty() && !problem.request_id.is_empty());
        problem.kind
    }

    /// The refusal, with its status: 401 and 403 for who asks, 409 for when and what.
    pub(crate) fn refusal(&self) -> Refusal {
        match self.problem() {
            ProblemKind::Refused { refusal } => {
                assert!([401, 403, 409].contains(&self.status.as_u16()), "{}", self.status);
                refusal
            }
            other => panic!("expected a refusal, found {other:?}"),
        }
    }

    /// The faults of a form, by field.
    pub(crate) fn faults(&self) -> Vec<(String, FieldFault)> {
        match self.problem() {
            ProblemKind::Invalid { problems } => {
                assert_eq!(self.status, 422);
                problems.into_iter().map(|problem| (problem.field, problem.fault)).collect()
            }
            other => panic!("expected faults of a form, found {other:?}"),
        }
    }
}
