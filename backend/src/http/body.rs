//! Bodies: JSON from a client, with its hash, or the reason why it cannot be read.

use axum::{
    body::Bytes,
    extract::{FromRequest, Request},
    http::{HeaderMap, StatusCode, header},
    response::IntoResponse,
};
use huiyin_domain::{hash::sha256_hex, problems::ProblemKind};
use serde::de::DeserializeOwned;

use crate::failure::Failure;

/// The largest JSON body that is taken: ten times a proposal at its longest.
pub const JSON_BYTES_MAX: usize = 256 * 1024;

/// A JSON body that was sent.
#[derive(Clone, Debug)]
pub struct Sent<T> {
    /// What it says.
    pub value: T,
    /// The SHA-256 of its bytes, to know a retried request again.
    pub hash: String,
}

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Sent<T> {
    type Rejection = Failure;

    async fn from_request(request: Request, state: &S) -> Result<Self, Failure> {
        if !is_json(request.headers()) {
            return Err(Failure::Problem(ProblemKind::UnsupportedMediaType));
        }
        let bytes = take_bytes(request, state, JSON_BYTES_MAX).await?;
        let value = serde_json::from_slice(&bytes)
            .map_err(|error| Failure::malformed(format!("the JSON does not fit: {error}")))?;
        Ok(Self { value, hash: sha256_hex(&bytes) })
    }
}

/// All bytes of a body, or the problem with them; the router's limit holds.
pub async fn take_bytes<S: Send + Sync>(
    request: Request,
    state: &S,
    max_bytes: usize,
) -> Result<Bytes, Failure> {
    let bytes = Bytes::from_request(request, state).await;
    bytes.map_err(|rejection| match rejection.into_response().status() {
        StatusCode::PAYLOAD_TOO_LARGE => {
            Failure::Problem(ProblemKind::TooLarge { max_bytes: max_bytes as u64 })
        }
        _ => Failure::malformed("the body ended too early"),
    })
}

fn is_json(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    kind.is_some_and(|kind| {
        let kind = kind.split(';').next().unwrap_or(kind);
        kind.trim().eq_ignore_ascii_case("application/json")
    })
}
