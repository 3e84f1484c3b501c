//! Requests: reading, sending, and trying again without doing a thing twice.
use super::{Api, ApiError};
use crate::browser::crypto;
use gloo_net::http::{RequestBuilder, Response};
use huiyin_domain::{ids::Version, problems::Problem, refusals::Refusal};
use leptos::prelude::*;
use serde::{Serialize, de::DeserializeOwned};

/// Names one act of a person; sent again with every retry of the same act.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct Key(String);

impl Key {
    /// A key for a new act.
    pub fn fresh() -> Self {
        Self(crypto::random_key())
    }
}

/// The version a command was decided on, where it matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Precondition {
    /// Any version will do.
    None,
    /// Only this one.
    Version(Version),
}

impl Api {
    /// Reads something of the community.
    pub async fn get<T: DeserializeOwned>(&self, path: &str) -> Result<T, ApiError> {
        let request = self.signed(RequestBuilder::new(&self.address(path)));
        read(self, request.send().await).await
    }

    /// Reads something of the community with its tag, unless it is still what `tag` names.
    pub async fn get_changed<T: DeserializeOwned>(
        &self,
        path: &str,
        tag: Option<&str>,
    ) -> Result<Option<(T, Option<String>)>, ApiError> {
        let request = self.signed(RequestBuilder::new(&self.address(path)));
        let request = match tag {
            Some(tag) => request.header("If-None-Match", tag),
            None => request,
        };
        let sent = request.send().await;
        if sent.as_ref().is_ok_and(|response| response.status() == 304) {
            return Ok(None);
        }
        let response = checked(self, sent).await?;
        let tag = response.headers().get("etag");
        let text = response.text().await.map_err(|_| ApiError::Away)?;
        let read = serde_json::from_str(&text).map_err(|_| ApiError::Garbled)?;
        Ok(Some((read, tag)))
    }

    /// Reads a file of the community as text.
    pub async fn get_text(&self, path: &str) -> Result<String, ApiError> {
        let request = self.signed(RequestBuilder::new(&self.address(path)));
        let response = checked(self, request.send().await).await?;
        response.text().await.map_err(|_| ApiError::Away)
    }

    /// Sends something; the same `key` again never does it twice.
    pub async fn post<B: Serialize, T: DeserializeOwned>(
        &self,
        path: &str,
        body: &B,
        key: &Key,
        precondition: Precondition,
    ) -> Result<T, ApiError> {
        let request = self.signed(RequestBuilder::new(&self.address(path)));
        let request =
            request.method(gloo_net::http::Method::POST).header("Idempotency-Key", &key.0);
        let request = match precondition {
            Precondition::None => request,
            Precondition::Version(Version(version)) => {
                request.header("If-Match", &format!("\"{version}\""))
            }
        };
        let request = request.json(body).map_err(|_| ApiError::Garbled)?;
        read(self, request.send().await).await
    }

    /// Sends a file's bytes.
    pub async fn post_bytes<T: DeserializeOwned>(
        &self,
        path: &str,
        media_type: &str,
        bytes: &[u8],
        key: &Key,
    ) -> Result<T, ApiError> {
        let body = js_sys::Uint8Array::from(bytes);
        let request = self
            .signed(RequestBuilder::new(&self.address(path)))
            .method(gloo_net::http::Method::POST)
            .header("Idempotency-Key", &key.0)
            .header("Content-Type", media_type)
            .body(body)
            .map_err(|_| ApiError::Garbled)?;
        read(self, request.send().await).await
    }

    /// Puts something in the place of what was there.
    pub async fn put<B: Serialize, T: DeserializeOwned>(
        &self,
        path: &str,
        body: &B,
    ) -> Result<T, ApiError> {
        let request = self.signed(RequestBuilder::new(&self.address(path)));
        let request = request.method(gloo_net::http::Method::PUT);
        let request = request.json(body).map_err(|_| ApiError::Garbled)?;
        read(self, request.send().await).await
    }

    /// Reads a file of the community that only some may have, with its kind.
    pub async fn get_bytes(&self, path: &str) -> Result<(Vec<u8>, String), ApiError> {
        let request = self.signed(RequestBuilder::new(&self.address(path)));
        let response = checked(self, request.send().await).await?;
        let media_type = response.headers().get("content-type").unwrap_or_default();
        let bytes = response.binary().await.map_err(|_| ApiError::Away)?;
        Ok((bytes, media_type))
    }

    /// Sends a part of a file to its place; the same part again changes nothing.
    pub async fn put_bytes<T: DeserializeOwned>(
        &self,
        path: &str,
        bytes: &[u8],
    ) -> Result<T, ApiError> {
        let request = self
            .signed(RequestBuilder::new(&self.address(path)))
            .method(gloo_net::http::Method::PUT)
            .header("Content-Type", "application/octet-stream")
            .body(js_sys::Uint8Array::from(bytes))
            .map_err(|_| ApiError::Garbled)?;
        read(self, request.send().await).await
    }

    /// Sends a ballot: without session and cookies, so that nobody is told whose it is.
    pub async fn put_unsigned<B: Serialize, T: DeserializeOwned>(
        &self,
        path: &str,
        body: &B,
    ) -> Result<T, ApiError> {
        let request = RequestBuilder::new(&self.address(path))
            .method(gloo_net::http::Method::PUT)
            .credentials(web_sys::RequestCredentials::Omit)
            .json(body)
            .map_err(|_| ApiError::Garbled)?;
        read(self, request.send().await).await
    }

    /// Removes something.
    pub async fn delete(&self, path: &str) -> Result<(), ApiError> {
        let request = self.signed(RequestBuilder::new(&self.address(path)));
        let request = request.method(gloo_net::http::Method::DELETE);
        checked(self, request.send().await).await.map(drop)
    }

    fn signed(&self, request: RequestBuilder) -> RequestBuilder {
        let token =
            self.session.with_untracked(|kept| kept.as_ref().map(|kept| kept.token.clone()));
        match token {
            Some(token) => request.header("Authorization", &format!("Bearer {token}")),
            None => request,
        }
    }
}

async fn read<T: DeserializeOwned>(
    api: &Api,
    sent: Result<Response, gloo_net::Error>,
) -> Result<T, ApiError> {
    let response = checked(api, sent).await?;
    let text = response.text().await.map_err(|_| ApiError::Away)?;
    serde_json::from_str(&text).map_err(|_| ApiError::Garbled)
}

async fn checked(api: &Api, sent: Result<Response, gloo_net::Error>) -> Result<Response, ApiError> {
    let response = sent.map_err(|_| ApiError::Away)?;
    if response.ok() {
        return Ok(response);
    }
    // A gateway that answers in the server's place means that the server is away.
    if matches!(response.status(), 502..=504) {
        return Err(ApiError::Away);
    }
    let text = response.text().await.map_err(|_| ApiError::Away)?;
    let problem: Problem = serde_json::from_str(&text).map_err(|_| ApiError::Garbled)?;
    let error = ApiError::Problem(Box::new(problem));
    if error.is_signed_out() {
        api.end_session();
    } else if error.refusal() == Some(&Refusal::HelpIsOver) {
        api.end_help();
    }
    Err(error)
}
