//! Around every request: its id, its line in the log, and bodies for bare failures.

use axum::{
    extract::Request,
    http::{HeaderValue, Method, StatusCode},
    middleware::Next,
    response::{IntoResponse, Response},
};
use huiyin_domain::problems::ProblemKind;

use super::problem;
use crate::{clock::Stopwatch, failure::Failure, secrets};

/// The header that carries the request's id back.
const REQUEST_ID: &str = "x-request-id";

/// The layer around all routes.
pub async fn around(request: Request, next: Next) -> Response {
    let watch = Stopwatch::start();
    let id = secrets::random_hex::<8>();
    let method = request.method().clone();
    let path = request.uri().path().to_owned();
    // A task of its own: what has begun is finished when the phone hangs up, and a mistake of
    // ours that stops it is answered like any other.
    let answered = tokio::spawn(next.run(request)).await;
    let mut response =
        answered.unwrap_or_else(|gone| Failure::Broken(gone.to_string()).into_response());
    if let Some(failure) = failure_in(&mut response, &path) {
        if let Failure::Broken(what) = &failure {
            eprintln!("{id} broken: {what}");
        }
        let told = problem::answer(&failure, &id);
        // What the router said about the address, such as `Allow`, stays.
        let mut headers = std::mem::take(response.headers_mut());
        for (name, value) in told.headers() {
            headers.insert(name, value.clone());
        }
        headers.remove(axum::http::header::CONTENT_LENGTH);
        response = told;
        *response.headers_mut() = headers;
    }
    if is_logged(&method, &path, response.status()) {
        // The path alone: queries may hold words, and addresses are nobody's business.
        eprintln!("{id} {method} {path} {} {} ms", response.status().as_u16(), watch.millis());
    }
    let id = HeaderValue::from_str(&id).expect("hexadecimal is a header value");
    response.headers_mut().insert(REQUEST_ID, id);
    response
}

/// The failure an answer carries, or the one that a bare status of the framework stands for.
fn failure_in(response: &mut Response, path: &str) -> Option<Failure> {
    if let Some(failure) = response.extensions_mut().remove::<Failure>() {
        return Some(failure);
    }
    let is_problem = response
        .headers()
        .get(axum::http::header::CONTENT_TYPE)
        .is_some_and(|kind| kind == problem::PROBLEM_JSON);
    if is_problem || !is_api(path) {
        return None;
    }
    let kind = match response.status() {
        StatusCode::NOT_FOUND => ProblemKind::Missing,
        StatusCode::METHOD_NOT_ALLOWED => ProblemKind::MethodNotAllowed,
        StatusCode::PAYLOAD_TOO_LARGE => {
            ProblemKind::TooLarge { max_bytes: super::body::JSON_BYTES_MAX as u64 }
        }
        StatusCode::UNSUPPORTED_MEDIA_TYPE => ProblemKind::UnsupportedMediaType,
        StatusCode::BAD_REQUEST | StatusCode::UNPROCESSABLE_ENTITY => {
            ProblemKind::Malformed { detail: "the request could not be read".to_owned() }
        }
        // Other statuses are answers of handlers.
        _ => return None,
    };
    Some(Failure::Problem(kind))
}

/// Does this path belong to the API, and not to the client's files?
pub fn is_api(path: &str) -> bool {
    path == "/api" || path.starts_with("/api/")
}

/// A ballot being cast leaves no line: its place in the log would tell when it came. Nor does a
/// personal calendar: its address is its secret.
fn is_logged(method: &Method, path: &str, status: StatusCode) -> bool {
    let is_ballot = *method == Method::PUT && path.contains("/ballots/");
    let is_secret = path.contains("/my/") && path.ends_with("/councils.ics");
    !is_ballot && !is_secret && (is_api(path) || status.is_server_error())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn casting_a_ballot_leaves_no_line_in_the_log() {
        let path = "/api/v1/communities/wutong/contests/1/ballots/00ff";
        assert!(!is_logged(&Method::PUT, path, StatusCode::OK));
        assert!(!is_logged(&Method::PUT, path, StatusCode::INTERNAL_SERVER_ERROR));
        assert!(is_logged(&Method::GET, "/api/v1/health", StatusCode::OK));
        let feed = "/api/v1/communities/wutong/my/0123abcd/councils.ics";
        assert!(!is_logged(&Method::GET, feed, StatusCode::OK));
    }
}
