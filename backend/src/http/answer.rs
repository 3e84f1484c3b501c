//! Answers: JSON with the headers that let a phone ask again cheaply.

use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use huiyin_domain::{councils::files::CALENDAR_TYPE, hash::sha256_hex, ids::Version};
use serde::Serialize;

use crate::failure::Failure;

/// What every handler gives back.
pub type Answer = Result<Response, Failure>;

const JSON: HeaderValue = HeaderValue::from_static("application/json");

/// JSON with a status; not to be kept by any cache.
pub fn json(status: StatusCode, body: String) -> Response {
    let mut response = (status, body).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, JSON);
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// An answer whose status and body were remembered.
pub fn again(status: u16, body: String) -> Answer {
    let status = StatusCode::from_u16(status)
        .map_err(|_| Failure::Broken(format!("{status} was remembered as a status")))?;
    Ok(json(status, body))
}

/// A page that may have been seen already: 304 when the asker has it.
///
/// The tag is weak: the body may travel compressed.
pub fn page(value: &impl Serialize, if_none_match: Option<&str>) -> Answer {
    let body = serde_json::to_vec(value)?;
    let tag = tag_of(&body);
    Ok(with_tag(&tag, (!is_among(&tag, if_none_match)).then_some(body), JSON))
}

/// The tag of what has a version.
pub fn version_tag(version: Version) -> String {
    format!("W/\"{}\"", version.0)
}

/// A page under a tag; 304 when there is none, since the asker has it.
pub fn tagged(tag: &str, value: Option<&impl Serialize>) -> Answer {
    let body = value.map(serde_json::to_vec).transpose()?;
    Ok(with_tag(tag, body, JSON))
}

/// A calendar or a feed: text that calendars fetch again and again.
pub fn calendar(text: String, name: &str, if_none_match: Option<&str>) -> Response {
    let tag = tag_of(text.as_bytes());
    let body = (!is_among(&tag, if_none_match)).then(|| text.into_bytes());
    let mut response = with_tag(&tag, body, HeaderValue::from_static(CALENDAR_TYPE));
    let headers = response.headers_mut();
    let saved = format!("attachment; filename=\"{name}\"");
    let saved = HeaderValue::from_str(&saved).expect("names of our files are header values");
    headers.insert(header::CONTENT_DISPOSITION, saved);
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    response
}

fn tag_of(body: &[u8]) -> String {
    format!("W/\"{}\"", &sha256_hex(body)[..32])
}

fn with_tag(tag: &str, body: Option<Vec<u8>>, kind: HeaderValue) -> Response {
    let mut response = match body {
        Some(body) => (StatusCode::OK, body).into_response(),
        None => StatusCode::NOT_MODIFIED.into_response(),
    };
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, kind);
    headers.insert(header::ETAG, HeaderValue::from_str(tag).expect("a tag is a header value"));
    // What one sees depends on who asks; so a shared cache must not keep it.
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    headers.append(header::VARY, HeaderValue::from_static("authorization"));
    response
}

/// A file that never changes under its address.
pub fn immutable(bytes: Vec<u8>, content_type: &'static str) -> Response {
    file(bytes, content_type, "public, max-age=31536000, immutable")
}

/// A file that is not for everybody, or not yet.
pub fn private(bytes: Vec<u8>, content_type: &'static str) -> Response {
    file(bytes, content_type, "private, no-store")
}

/// A table to be kept as a file: comma-separated values in UTF-8.
pub fn table(text: String, name: &'static str) -> Response {
    let mut response =
        file(text.into_bytes(), "text/csv; charset=utf-8; header=present", "no-cache");
    let saved = format!("attachment; filename=\"{name}\"");
    let saved = HeaderValue::from_str(&saved).expect("names of our files are header values");
    response.headers_mut().insert(header::CONTENT_DISPOSITION, saved);
    response
}

fn file(bytes: Vec<u8>, content_type: &'static str, cache_control: &'static str) -> Response {
    let mut response = bytes.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(content_type));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(cache_control));
    // What people sent is what we say it is, whatever a browser would make of its bytes.
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    response
}

/// Weak comparison (RFC 9110 8.8.3.2) with a list of tags.
pub fn is_among(tag: &str, known: Option<&str>) -> bool {
    let Some(known) = known else { return false };
    let bare = |tag: &str| tag.trim().trim_start_matches("W/").to_owned();
    known.trim() == "*" || known.split(',').any(|other| bare(other) == bare(tag))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_the_asker_has_is_not_sent_again() {
        let first = page(&"回音", None).unwrap();
        let tag = first.headers()[header::ETAG].to_str().unwrap().to_owned();
        let again = page(&"回音", Some(&format!("\"other\", {tag}"))).unwrap();
        assert_eq!(again.status(), StatusCode::NOT_MODIFIED);
        let changed = page(&"回音 2", Some(&tag)).unwrap();
        assert_eq!(changed.status(), StatusCode::OK);
    }
}
