//! Asking: what the head of a request says, and the two ways in which a handler goes on.
//!
//! A handler reads with [`Ask::page`] or writes with [`Ask::post`]; both find out in the same
//! transaction who asks, so that a session that has just been revoked does nothing more. What a
//! helper may do in somebody's name is judged here too, and a handler that does not say what it
//! does with [`Ask::doing`] does nothing for helpers; nor for staff who have to choose a password
//! or set their second factor up before anything else.

use std::{
    net::{IpAddr, SocketAddr},
    sync::Arc,
};

use axum::{
    extract::{ConnectInfo, FromRequestParts, Path, RawPathParams},
    http::{HeaderMap, StatusCode, header, request::Parts},
    response::Response,
};
use huiyin_domain::{
    helping::{self, Deed},
    ids::Version,
    problems::ProblemKind,
    refusals::Refusal,
    residents::Viewer,
    time::Moment,
};
use serde::{Serialize, de::DeserializeOwned};

use super::answer::{self, Answer};
use crate::{
    app::App,
    communities,
    failure::{Failure, Outcome},
    here::Here,
    idempotent::{self, Retry},
    residents::sessions,
    secrets::token_hash,
    staff,
    store::Tx,
};

/// The head of a request.
#[derive(Clone)]
pub struct Ask {
    /// The server.
    pub app: Arc<App>,
    /// The community's name in the address.
    pub slug: String,
    /// When its head came.
    pub now: Moment,
    /// The version a command was decided on.
    pub if_match: Option<Version>,
    /// What the browser calls itself.
    pub user_agent: String,
    /// From where it came, where that is known; only ever used hashed.
    pub address: Option<IpAddr>,
    bearer: Option<String>,
    key: Option<String>,
    if_none_match: Option<String>,
    /// What it does, as far as helpers are concerned.
    deed: Deed,
    /// Does it only read?
    is_read: bool,
    /// Method and path, to know a retried request again.
    target: String,
}

impl FromRequestParts<Arc<App>> for Ask {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Self, Failure> {
        let params = RawPathParams::from_request_parts(parts, app).await;
        let params = params.map_err(|_| Failure::MISSING)?;
        let slug = params.iter().find(|(name, _)| *name == "c").map(|(_, slug)| slug.to_owned());
        let headers = &parts.headers;
        Ok(Self {
            app: Arc::clone(app),
            slug: slug.unwrap_or_default(),
            now: app.clock.now(),
            if_match: if_match(headers)?,
            user_agent: text(headers, header::USER_AGENT).unwrap_or_default().to_owned(),
            address: address(parts, app.limits.trust_forwarded_for),
            bearer: bearer(headers)?,
            key: key(headers)?,
            if_none_match: text(headers, header::IF_NONE_MATCH).map(str::to_owned),
            deed: Deed::default(),
            is_read: parts.method.is_safe(),
            target: format!("{} {}", parts.method, parts.uri.path()),
        })
    }
}

impl Ask {
    /// Says what this request does, so that helpers may do it who have the resident's leave.
    #[must_use]
    pub fn doing(self, deed: Deed) -> Self {
        Self { deed, ..self }
    }

    /// Answers with what one transaction reads.
    pub async fn page<T, F>(self, work: F) -> Answer
    where
        T: Serialize + Send + 'static,
        F: FnOnce(&mut Tx<'_>, &Here) -> Outcome<T> + Send + 'static,
    {
        let if_none_match = self.if_none_match.clone();
        let value = self.read(work).await?;
        answer::page(&value, if_none_match.as_deref())
    }

    /// Like [`Ask::page`], for what has a version: while the asker has that one, nothing but the
    /// version is read.
    pub async fn page_of_version<T, V, F>(self, version: V, work: F) -> Answer
    where
        T: Serialize + Send + 'static,
        V: FnOnce(&mut Tx<'_>, &Here) -> Outcome<Version> + Send + 'static,
        F: FnOnce(&mut Tx<'_>, &Here) -> Outcome<T> + Send + 'static,
    {
        let known = self.if_none_match.clone();
        let found = self.read(move |tx, here| {
            let tag = answer::version_tag(version(tx, here)?);
            let value = match answer::is_among(&tag, known.as_deref()) {
                true => None,
                false => Some(work(tx, here)?),
            };
            Ok((tag, value))
        });
        let (tag, value) = found.await?;
        answer::tagged(&tag, value.as_ref())
    }

    /// Answers with a calendar that one transaction reads; `name`: how it is saved as a file.
    pub async fn calendar<F>(self, name: &str, work: F) -> Answer
    where
        F: FnOnce(&mut Tx<'_>, &Here) -> Outcome<String> + Send + 'static,
    {
        let if_none_match = self.if_none_match.clone();
        let text = self.read(work).await?;
        Ok(answer::calendar(text, name, if_none_match.as_deref()))
    }

    /// Like [`Ask::page`], for what tells of persons: no cache keeps it, not even the asker's.
    pub async fn page_unkept<T, F>(self, work: F) -> Answer
    where
        T: Serialize + Send + 'static,
        F: FnOnce(&mut Tx<'_>, &Here) -> Outcome<T> + Send + 'static,
    {
        let value = self.read(work).await?;
        Ok(answer::json(StatusCode::OK, serde_json::to_string(&value)?))
    }

    /// Answers with what is the same for all communities and everybody.
    pub async fn page_of_all<T, F>(self, work: F) -> Answer
    where
        T: Serialize + Send + 'static,
        F: FnOnce(&mut Tx<'_>) -> Outcome<T> + Send + 'static,
    {
        let value = self.app.store.read(work).await?;
        answer::page(&value, self.if_none_match.as_deref())
    }

    /// Reads in one transaction, as whoever asks.
    pub async fn read<T, F>(self, work: F) -> Outcome<T>
    where
        T: Send + 'static,
        F: FnOnce(&mut Tx<'_>, &Here) -> Outcome<T> + Send + 'static,
    {
        let store = self.app.store.clone();
        let read = store.read(move |tx| {
            let (here, is_seldom) = self.find(tx)?;
            let value = work(tx, &here).map_err(|failure| for_helpers(&here, failure))?;
            Ok::<_, Failure>((value, is_seldom.then_some(here)))
        });
        let (value, seen) = read.await?;
        if let Some(here) = seen {
            // Once an hour at most: the list of devices says when each was last used.
            let touched = store.write(move |tx| sessions::touch(tx, &here, here.now)).await;
            // What was asked for is at hand, and is not lost over this.
            if let Err(failure) = touched {
                eprintln!("a session's last use was not kept: {failure}");
            }
        }
        Ok(value)
    }

    /// Writes in one transaction, once for each idempotency key, and answers with `status`.
    ///
    /// `work` may be run again from its beginning; it does nothing but read and write.
    pub async fn post<T, F>(self, status: StatusCode, retry: Retry, work: F) -> Answer
    where
        T: Serialize,
        F: Fn(&mut Tx<'_>, &Here) -> Outcome<T> + Send + 'static,
    {
        let key = self.key()?;
        let fingerprint = retry.fingerprint(&self.target);
        let store = self.app.store.clone();
        let written = store.write(move |tx| {
            let (here, _) = self.find(tx)?;
            idempotent::once(tx, &here, &key, &fingerprint, retry.is_natural(), |tx| {
                Ok((status.as_u16(), serde_json::to_string(&work(tx, &here)?)?))
            })
        });
        let (status, body) = written.await?;
        answer::again(status, body)
    }

    /// Like [`Ask::post`], for an answer that holds a secret: it is told once and not remembered,
    /// so that the same request again is refused instead of being done again.
    pub async fn post_secret<T, F>(self, status: StatusCode, retry: Retry, work: F) -> Answer
    where
        T: Serialize + Send + 'static,
        F: Fn(&mut Tx<'_>, &Here) -> Outcome<T> + Send + 'static,
    {
        let key = self.key()?;
        let fingerprint = retry.fingerprint(&self.target);
        let store = self.app.store.clone();
        let written = store.write(move |tx| {
            let (here, _) = self.find(tx)?;
            idempotent::told_once(tx, &here, &key, &fingerprint, status.as_u16(), |tx| {
                work(tx, &here)
            })
        });
        Ok(answer::json(status, serde_json::to_string(&written.await?)?))
    }

    /// The answer this request got before, when what it asks for is long work.
    pub async fn answered(self, retry: &Retry) -> Outcome<Option<Response>> {
        let key = self.key()?;
        let fingerprint = retry.fingerprint(&self.target);
        let first = self.read(move |tx, here| idempotent::first(tx, here, &key, &fingerprint));
        let Some((status, body)) = first.await? else { return Ok(None) };
        answer::again(status, body).map(Some)
    }

    /// Writes in one transaction without a key: for what is harmless when repeated.
    pub async fn write<T, F>(self, work: F) -> Outcome<T>
    where
        T: Send + 'static,
        F: Fn(&mut Tx<'_>, &Here) -> Outcome<T> + Send + 'static,
    {
        let store = self.app.store.clone();
        store
            .write(move |tx| {
                let (here, _) = self.find(tx)?;
                work(tx, &here)
            })
            .await
    }

    /// The key of this request; every POST has one.
    pub fn key(&self) -> Outcome<String> {
        let missing = || Failure::malformed("the header Idempotency-Key is missing");
        self.key.clone().ok_or_else(missing)
    }

    /// The version a command was decided on, where one must be named.
    pub fn version(&self) -> Outcome<Version> {
        self.if_match.ok_or_else(|| Failure::malformed("the header If-Match is missing"))
    }

    /// Where and as whom; and whether the session was last seen more than an hour ago.
    ///
    /// And when: as the transaction's work begins, for a body may come slowly, and nothing that
    /// happens may fall into a day that was closed while it came.
    fn find(&self, tx: &mut Tx<'_>) -> Outcome<(Here, bool)> {
        let now = self.app.clock.now();
        let community = communities::service::find(tx, &self.slug)?.id;
        let (here, is_seldom) = match &self.bearer {
            None => (Here::new(community, Viewer::Guest, now), false),
            Some(hash) => {
                let (here, is_seldom) = sessions::find(tx, community, hash, now)?;
                let setting = self.app.limits.second_factor;
                let must_first = staff::rows::must_first(tx, &here, setting)?;
                (self.admit(Here { must_first, ..here })?, is_seldom)
            }
        };
        Ok((Here { calendar: self.app.calendar, ..here }, is_seldom))
    }

    /// Whoever asks, if a helper may do this; they read as everybody where nothing else is said.
    /// Staff who have to do something first do only that, and read as everybody.
    fn admit(&self, here: Here) -> Outcome<Here> {
        if let Some(first) = here.must_first {
            return match (self.deed == Deed::OwnAccount, self.is_read) {
                (true, _) => Ok(here),
                (false, true) => Ok(Here { viewer: Viewer::Guest, ..here }),
                (false, false) => Err(first.refusal().into()),
            };
        }
        let Some(help) = here.help else { return Ok(here) };
        if self.is_read && self.deed == Deed::InPerson {
            return Ok(Here { viewer: Viewer::Guest, ..here });
        }
        helping::may_in_help(help.scopes, self.deed)?;
        Ok(here)
    }
}

/// A helper who reads as everybody is signed in all the same: the page is not for them; nor is it
/// for staff before they have done what comes first.
fn for_helpers(here: &Here, failure: Failure) -> Failure {
    if failure != Refusal::SignInFirst.into() {
        return failure;
    }
    match (here.must_first, &here.help) {
        (Some(first), _) => first.refusal().into(),
        (None, Some(_)) => Refusal::OnlyInPerson.into(),
        (None, None) => failure,
    }
}

/// Numbers and names in an address; one that cannot be read is an address of nothing.
pub struct Named<T>(pub T);

impl<T: DeserializeOwned + Send, S: Send + Sync> FromRequestParts<S> for Named<T> {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Failure> {
        let named = Path::<T>::from_request_parts(parts, state).await;
        named.map(|Path(named)| Self(named)).map_err(|_| Failure::MISSING)
    }
}

fn text(headers: &HeaderMap, name: header::HeaderName) -> Option<&str> {
    headers.get(name).and_then(|value| value.to_str().ok())
}

/// The hash of the token that was sent. One that cannot be a token belongs to no session.
fn bearer(headers: &HeaderMap) -> Outcome<Option<String>> {
    let Some(value) = headers.get(header::AUTHORIZATION) else { return Ok(None) };
    let token = value.to_str().ok().and_then(|value| value.strip_prefix("Bearer "));
    let is_token = |token: &&str| token.len() == 64 && token.bytes().all(|b| b.is_ascii_hexdigit());
    match token.filter(is_token) {
        Some(token) => Ok(Some(token_hash(token))),
        None => Err(Failure::Problem(ProblemKind::SignedOut)),
    }
}

fn key(headers: &HeaderMap) -> Outcome<Option<String>> {
    let Some(value) = headers.get("idempotency-key") else { return Ok(None) };
    let key = value.to_str().unwrap_or_default();
    let is_plain = key.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    match (8..=64).contains(&key.len()) && is_plain {
        true => Ok(Some(key.to_owned())),
        false => Err(Failure::malformed("Idempotency-Key: 8 to 64 letters, digits or dashes")),
    }
}

fn if_match(headers: &HeaderMap) -> Outcome<Option<Version>> {
    let Some(value) = headers.get(header::IF_MATCH) else { return Ok(None) };
    let value = value.to_str().unwrap_or_default().trim();
    let number = value.strip_prefix('"').and_then(|value| value.strip_suffix('"'));
    match number.and_then(|number| number.parse().ok()) {
        Some(version) => Ok(Some(Version(version))),
        None => Err(Failure::malformed("If-Match: one version in double quotes")),
    }
}

/// Behind a proxy of ours the last entry is the one that proxy wrote; the others may be lies.
fn address(parts: &Parts, trust_forwarded_for: bool) -> Option<IpAddr> {
    let forwarded = parts.headers.get("x-forwarded-for").and_then(|value| value.to_str().ok());
    let last = forwarded.and_then(|list| list.rsplit(',').next()?.trim().parse().ok());
    let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>();
    match last {
        Some(last) if trust_forwarded_for => Some(last),
        Some(_) | None => peer.map(|ConnectInfo(peer)| peer.ip()),
    }
}
