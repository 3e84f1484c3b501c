//! Answers: what comes back for a request, and what it means when it is no answer.
//!
//! Nothing here depends on the type of what is asked for, so that phones fetch it once and not once
//! for each type.
use super::{Api, ApiError};
use crate::{
    apart::parts,
    browser::{background, early},
};
use gloo_net::http::{Request, RequestBuilder, Response};
use huiyin_domain::{ids::Version, offline::may_be_kept, refusals::Refusal, time::Moment};
use leptos::prelude::*;
use std::pin::Pin;
use wasm_bindgen::JsValue;

/// The media type of what is sent and answered.
pub(super) const JSON: &str = "application/json";

/// The text of an answer, on its way.
pub(super) type Answer = Pin<Box<dyn Future<Output = Result<String, ApiError>>>>;

/// A text and its tag, on their way; `None` when it is still what the asker has.
pub(super) type Changed =
    Pin<Box<dyn Future<Output = Result<Option<(String, Option<String>)>, ApiError>>>>;

/// A request, unless the browser refused to make it.
type Made = Result<Request, gloo_net::Error>;

impl Api {
    /// The answer to a request.
    pub(super) fn answer(self, request: Made) -> Answer {
        Box::pin(async move {
            let request = request.map_err(|_| ApiError::Away)?;
            text(&self, request.send().await).await
        })
    }

    /// The answer to a reading, noting where it comes from; perhaps the page has asked already.
    pub(super) fn text_at(self, path: &str) -> Answer {
        let (address, request) = (self.address(path), self.reading(path));
        Box::pin(async move {
            if let Some(early) = early::take(&address).await {
                self.note_kept(early.kept_at);
                return Ok(early.text);
            }
            let sent = request.send().await;
            self.note_source(&sent);
            text(&self, sent).await
        })
    }

    /// The same without saying who asks.
    pub(super) fn unsigned_at(self, path: &str) -> Answer {
        let address = self.address(path);
        Box::pin(async move {
            match early::take(&address).await {
                Some(early) => Ok(early.text),
                None => self.answer(RequestBuilder::new(&address).build()).await,
            }
        })
    }

    /// The same, unless it is still what `tag` names.
    pub(super) fn text_unless(self, request: RequestBuilder, tag: Option<&str>) -> Changed {
        let request = match tag {
            Some(tag) => request.header("If-None-Match", tag),
            None => request,
        };
        Box::pin(async move {
            let sent = request.send().await;
            if sent.as_ref().is_ok_and(|response| response.status() == 304) {
                return Ok(None);
            }
            self.note_source(&sent);
            let response = checked(&self, sent).await?;
            let tag = response.headers().get("etag");
            let text = response.text().await.map_err(|_| ApiError::Away)?;
            Ok(Some((text, tag)))
        })
    }

    /// The answer to what is sent with a request.
    pub(super) fn send(self, request: RequestBuilder, media_type: &str, body: JsValue) -> Answer {
        let request = request.header("Content-Type", media_type).body(body);
        Box::pin(async move {
            self.must_have_server()?;
            self.answer(request).await
        })
    }

    /// What an answer was that nobody here can read.
    pub(super) fn misread(&self, text: &str) -> ApiError {
        // Some file servers answer with the app's page what they do not have.
        if self.is_archive() {
            return ApiError::NotInArchive;
        }
        if is_page(text) {
            return ApiError::Away;
        }
        // The server may be of a newer version: perhaps the app is there, too.
        background::look_for_update();
        ApiError::Garbled
    }

    /// Nobody takes in what an archive would send.
    pub(super) fn must_have_server(&self) -> Result<(), ApiError> {
        if self.is_archive() { Err(ApiError::NotInArchive) } else { Ok(()) }
    }

    /// A reading of which the answer may stay on the phone, or must not.
    pub(super) fn reading(&self, path: &str) -> RequestBuilder {
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
            self.note_kept(response.headers().get("x-from-store"));
        }
    }

    fn note_kept(&self, at: Option<String>) {
        let at = at.and_then(|at| at.parse().ok()).map(Moment::from_millis);
        self.offline.note_read(at);
    }

    pub(super) fn signed(&self, request: RequestBuilder) -> RequestBuilder {
        let token =
            self.session.with_untracked(|kept| kept.as_ref().map(|kept| kept.token.clone()));
        match token {
            Some(token) => request.header("Authorization", &format!("Bearer {token}")),
            None => request,
        }
    }
}

/// Only for this version.
pub(super) fn with_version(request: RequestBuilder, Version(version): Version) -> RequestBuilder {
    request.header("If-Match", &format!("\"{version}\""))
}

/// Is it a page where an answer should be? Then it is not the server that speaks, but a gateway, or
/// a guest network that wants its own form filled in first: nothing of ours has arrived.
pub(super) fn is_page(text: &str) -> bool {
    text.trim_start().starts_with('<')
}

async fn text(api: &Api, sent: Result<Response, gloo_net::Error>) -> Result<String, ApiError> {
    let response = checked(api, sent).await?;
    response.text().await.map_err(|_| ApiError::Away)
}

/// The response, if it is a good one; otherwise what the server refused, or that it is away.
pub(super) async fn checked(
    api: &Api,
    sent: Result<Response, gloo_net::Error>,
) -> Result<Response, ApiError> {
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
