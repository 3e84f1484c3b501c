//! Requests: reading, sending, and trying again without doing a thing twice.
use super::{
    Api, ApiError,
    answers::{Answer, JSON, checked, is_page, with_version},
};
use crate::{browser::crypto, json};
use gloo_net::http::{Method, RequestBuilder};
use huiyin_domain::ids::Version;
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

    /// The key as it is sent.
    pub fn name(&self) -> &str {
        &self.0
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
        parsed(self, &self.text_at(path).await?)
    }

    /// Reads something that is the same for everybody, without saying who asks: a session that
    /// has ended is told by what the page itself asks for.
    pub async fn get_unsigned<T: DeserializeOwned>(&self, path: &str) -> Result<T, ApiError> {
        parsed(self, &self.unsigned_at(path).await?)
    }

    /// Reads something of the community with its tag, unless it is still what `tag` names.
    pub async fn get_changed<T: DeserializeOwned>(
        &self,
        path: &str,
        tag: Option<&str>,
    ) -> Result<Option<(T, Option<String>)>, ApiError> {
        let Some((text, tag)) = self.text_unless(self.reading(path), tag).await? else {
            return Ok(None);
        };
        let read = json::read(&text).map_err(|_| match is_page(&text) {
            true => ApiError::Away,
            false => ApiError::Garbled,
        })?;
        Ok(Some((read, tag)))
    }

    /// Reads a file of the community as text.
    pub async fn get_text(&self, path: &str) -> Result<String, ApiError> {
        self.answer(self.reading(path).build()).await
    }

    /// Sends something; the same `key` again never does it twice.
    pub async fn post<B: Serialize, T: DeserializeOwned>(
        &self,
        path: &str,
        body: &B,
        key: &Key,
        precondition: Precondition,
    ) -> Result<T, ApiError> {
        parsed(self, &self.command(path, written(body)?, key, precondition).await?)
    }

    fn command(&self, path: &str, body: String, key: &Key, precondition: Precondition) -> Answer {
        let request = self
            .signed(RequestBuilder::new(&self.address(path)))
            .method(Method::POST)
            .header("Idempotency-Key", &key.0);
        let request = match precondition {
            Precondition::None => request,
            Precondition::Version(version) => with_version(request, version),
        };
        self.send(request, JSON, body.into())
    }

    /// Sends a file's bytes.
    pub async fn post_bytes<T: DeserializeOwned>(
        &self,
        path: &str,
        media_type: &str,
        bytes: &[u8],
        key: &Key,
    ) -> Result<T, ApiError> {
        let request = self
            .signed(RequestBuilder::new(&self.address(path)))
            .method(Method::POST)
            .header("Idempotency-Key", &key.0);
        let body = js_sys::Uint8Array::from(bytes).into();
        parsed(self, &self.send(request, media_type, body).await?)
    }

    /// Puts something in the place of what was there.
    pub async fn put<B: Serialize, T: DeserializeOwned>(
        &self,
        path: &str,
        body: &B,
    ) -> Result<T, ApiError> {
        let request = self.signed(RequestBuilder::new(&self.address(path))).method(Method::PUT);
        parsed(self, &self.send(request, JSON, written(body)?.into()).await?)
    }

    /// Reads a file of the community that only some may have, with its kind.
    pub async fn get_bytes(&self, path: &str) -> Result<(Vec<u8>, String), ApiError> {
        let response = checked(self, self.reading(path).send().await).await?;
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
        let request = self.signed(RequestBuilder::new(&self.address(path))).method(Method::PUT);
        let body = js_sys::Uint8Array::from(bytes).into();
        parsed(self, &self.send(request, "application/octet-stream", body).await?)
    }

    /// Sends a ballot: without session and cookies, so that nobody is told whose it is.
    pub async fn put_unsigned<B: Serialize, T: DeserializeOwned>(
        &self,
        path: &str,
        body: &B,
    ) -> Result<T, ApiError> {
        let request = RequestBuilder::new(&self.address(path))
            .method(Method::PUT)
            .credentials(web_sys::RequestCredentials::Omit);
        parsed(self, &self.send(request, JSON, written(body)?.into()).await?)
    }

    /// Removes something.
    pub async fn delete(&self, path: &str) -> Result<(), ApiError> {
        self.must_have_server()?;
        let request = self.signed(RequestBuilder::new(&self.address(path))).method(Method::DELETE);
        let text = self.answer(request.build()).await?;
        if is_page(&text) { Err(ApiError::Away) } else { Ok(()) }
    }

    /// Sends a text again that was kept on the phone: the answer's status and text.
    pub async fn post_kept(
        &self,
        address: &str,
        body: &str,
        key: &Key,
        version: Option<Version>,
    ) -> Result<(u16, String), ApiError> {
        let request = self
            .signed(RequestBuilder::new(address))
            .method(Method::POST)
            .header("Idempotency-Key", &key.0)
            .header("Content-Type", JSON);
        let request = match version {
            Some(version) => with_version(request, version),
            None => request,
        };
        let request = request.body(body.to_owned()).map_err(|_| ApiError::Garbled)?;
        let response = request.send().await.map_err(|_| ApiError::Away)?;
        if matches!(response.status(), 502..=504) {
            return Err(ApiError::Away);
        }
        let text = response.text().await.map_err(|_| ApiError::Away)?;
        if is_page(&text) { Err(ApiError::Away) } else { Ok((response.status(), text)) }
    }
}

/// What is to be sent, as JSON.
fn written<B: Serialize>(body: &B) -> Result<String, ApiError> {
    serde_json::to_string(body).map_err(|_| ApiError::Garbled)
}

/// What an answer says.
fn parsed<T: DeserializeOwned>(api: &Api, text: &str) -> Result<T, ApiError> {
    json::read(text).map_err(|_| api.misread(text))
}
