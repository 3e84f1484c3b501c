//! Requests: reading, sending, and trying again without doing a thing twice.
use super::{Api, ApiError};
use crate::{
    apart::parts,
    browser::{background, crypto},
};
use gloo_net::http::{RequestBuilder, Response};
use huiyin_domain::{ids::Version, offline::may_be_kept, refusals::Refusal, time::Moment};
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
        let sent = self.reading(path).send().await;
        self.note_source(&sent);
        read(self, sent).await
    }

    /// Reads something that is the same for everybody, without saying who asks: a session that
    /// has ended is told by what the page itself asks for.
    pub async fn get_unsigned<T: DeserializeOwned>(&self, path: &str) -> Result<T, ApiError> {
        read(self, RequestBuilder::new(&self.address(path)).send().await).await
    }

    /// Reads something of the community with its tag, unless it is still what `tag` names.
    pub async fn get_changed<T: DeserializeOwned>(
        &self,
        path: &str,
        tag: Option<&str>,
    ) -> Result<Option<(T, Option<String>)>, ApiError> {
        let request = self.reading(path);
        let request = match tag {
            Some(tag) => request.header("If-None-Match", tag),
            None => request,
        };
        let sent = request.send().await;
        if sent.as_ref().is_ok_and(|response| response.status() == 304) {
            return Ok(None);
        }
        self.note_source(&sent);
        let response = checked(self, sent).await?;
        let tag = response.headers().get("etag");
        let text = response.text().await.map_err(|_| ApiError::Away)?;
        let read = serde_json::from_str(&text).map_err(|_| match is_page(&text) {
            true => ApiError::Away,
            false => ApiError::Garbled,
        })?;
        Ok(Some((read, tag)))
    }

    /// Reads a file of the community as text.
    pub async fn get_text(&self, path: &str) -> Result<String, ApiError> {
        let response = checked(self, self.reading(path).send().await).await?;
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
        self.must_have_server()?;
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
        self.must_have_server()?;
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
        self.must_have_server()?;
        let request = self.signed(RequestBuilder::new(&self.address(path)));
        let request = request.method(gloo_net::http::Method::PUT);
        let request = request.json(body).map_err(|_| ApiError::Garbled)?;
        read(self, request.send().await).await
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
        self.must_have_server()?;
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
        self.must_have_server()?;
        let request = RequestBuilder::new(&self.address(path))
            .method(gloo_net::http::Method::PUT)
            .credentials(web_sys::RequestCredentials::Omit)
            .json(body)
            .map_err(|_| ApiError::Garbled)?;
        read(self, request.send().await).await
    }

    /// Removes something.
    pub async fn delete(&self, path: &str) -> Result<(), ApiError> {
        self.must_have_server()?;
        let request = self.signed(RequestBuilder::new(&self.address(path)));
        let request = request.method(gloo_net::http::Method::DELETE);
        let response = checked(self, request.send().await).await?;
        let text = response.text().await.map_err(|_| ApiError::Away)?;
        if is_page(&text) { Err(ApiError::Away) } else { Ok(()) }
    }

    /// Nobody takes in what an archive would send.
    fn must_have_server(&self) -> Result<(), ApiError> {
        if self.is_archive() { Err(ApiError::NotInArchive) } else { Ok(()) }
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
            .method(gloo_net::http::Method::POST)
            .header("Idempotency-Key", &key.0)
            .header("Content-Type", "application/json");
        let request = match version {
            Some(Version(version)) => request.header("If-Match", &format!("\"{version}\"")),
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

    /// A reading of which the answer may stay on the phone, or must not.
    fn reading(&self, path: &str) -> RequestBuilder {
        let request = self.signed(RequestBuilder::new(&self.address(path)));
        // What staff and helpers read is about others.
        let is_ones_own = self.session.with_untracked(|kept| {
            kept.as_ref()
                .is_none_or(|kept| kept.me.help.is_none() && kept.me.viewer.resident().is_some())
        });
        match is_ones_own && may_be_kept(path) {
            true => request,
            false => request.cache(background::UNKEPT),
        }
    }

    /// Notes whether what was read comes from the server, or was kept on the phone.
    fn note_source(&self, sent: &Result<Response, gloo_net::Error>) {
        if let Ok(response) = sent {
            let at = response.headers().get("x-from-store");
            let at = at.and_then(|at| at.parse().ok()).map(Moment::from_millis);
            self.offline.note_read(at);
        }
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

/// Is it a page where an answer should be? Then it is not the server that speaks, but a gateway, or
/// a guest network that wants its own form filled in first: nothing of ours has arrived.
fn is_page(text: &str) -> bool {
    text.trim_start().starts_with('<')
}

async fn read<T: DeserializeOwned>(
    api: &Api,
    sent: Result<Response, gloo_net::Error>,
) -> Result<T, ApiError> {
    let response = checked(api, sent).await?;
    let text = response.text().await.map_err(|_| ApiError::Away)?;
    serde_json::from_str(&text).map_err(|_| {
        // Some file servers answer with the app's page what they do not have.
        if api.is_archive() {
            return ApiError::NotInArchive;
        }
        if is_page(&text) {
            return ApiError::Away;
        }
        // The server may be of a newer version: perhaps the app is there, too.
        background::look_for_update();
        ApiError::Garbled
    })
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
    if api.is_archive() {
        return Err(ApiError::NotInArchive);
    }
    let text = response.text().await.map_err(|_| ApiError::Away)?;
    if is_page(&text) {
        return Err(ApiError::Away);
    }
    let read = (parts().problems)().await?;
    let error = read(&text).unwrap_or(ApiError::Garbled);
    if error.is_signed_out() {
        api.end_session();
    } else if error.refusal() == Some(&Refusal::HelpIsOver) {
        api.end_help();
    }
    Err(error)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_of_somebody_else_is_no_answer() {
        assert!(is_page("<!doctype html><title>Wi-Fi</title>"));
        assert!(is_page("\n  <html>"));
        for answer in ["", "{\"id\":1}", "[]", "\"<\"", "null"] {
            assert!(!is_page(answer), "{answer}");
        }
    }
}
