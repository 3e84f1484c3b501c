//! Knocking at a push service: over TLS, at addresses that were checked, once.

use std::{sync::Arc, time::Duration};

use axum::{
    body::Bytes,
    http::{Request, StatusCode},
};
use http_body_util::Full;
use hyper::client::conn::http1;
use hyper_util::rt::TokioIo;
use tokio::{
    io::{AsyncRead, AsyncWrite},
    net::{TcpStream, lookup_host},
    task::JoinSet,
    time::timeout,
};
use tokio_rustls::{
    TlsConnector,
    rustls::{ClientConfig, RootCertStore, crypto::ring, pki_types::ServerName},
};

use super::doors::{Doors, Endpoint};

/// How long it may take until somebody opens.
const PATIENCE_TO_CONNECT: Duration = Duration::from_secs(10);
/// How long an answer may take.
const PATIENCE: Duration = Duration::from_secs(30);

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum NoAnswer {
    /// Nothing was asked yet.
    NotAsked(String),
    /// It was asked, and it may have been heard.
    PerhapsAsked(String),
}

/// What is needed to speak TLS, with the certificates this machine trusts.
pub(super) fn connector() -> Result<TlsConnector, String> {
    let mut roots = RootCertStore::empty();
    let found = rustls_native_certs::load_native_certs();
    roots.add_parsable_certificates(found.certs);
    if roots.is_empty() {
        return Err("this machine trusts no certificates: install ca-certificates".to_owned());
    }
    let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .map_err(|error| error.to_string())?
        .with_root_certificates(roots)
        .with_no_client_auth();
    Ok(TlsConnector::from(Arc::new(config)))
}

/// Sends one request to an endpoint, and says with which status it was answered.
pub(super) async fn knock(
    tls: Option<&TlsConnector>,
    doors: &Doors,
    endpoint: &Endpoint,
    request: Request<Full<Bytes>>,
) -> Result<StatusCode, NoAnswer> {
    let connected = timeout(PATIENCE_TO_CONNECT, connect(doors, endpoint)).await;
    let stream = connected.unwrap_or_else(|_| Err("nobody opened in time".to_owned()));
    let stream = stream.map_err(NoAnswer::NotAsked)?;
    if !endpoint.is_secure {
        return ask(stream, request).await;
    }
    let not_asked = |why: String| NoAnswer::NotAsked(why);
    let tls = tls.ok_or_else(|| not_asked("no TLS was made ready".to_owned()))?;
    let name = ServerName::try_from(endpoint.host.clone());
    let name = name.map_err(|error| not_asked(error.to_string()))?;
    let shaken = timeout(PATIENCE_TO_CONNECT, tls.connect(name, stream)).await;
    let stream = match shaken {
        Ok(Ok(stream)) => stream,
        Ok(Err(error)) => return Err(not_asked(error.to_string())),
        Err(_) => return Err(not_asked("no TLS in time".to_owned())),
    };
    ask(stream, request).await
}

/// Connects to an address that was looked up and checked here, so that no name can lead to
/// another one between the check and the knock.
async fn connect(doors: &Doors, endpoint: &Endpoint) -> Result<TcpStream, String> {
    let found = lookup_host((endpoint.host.as_str(), endpoint.port)).await;
    let found = found.map_err(|error| error.to_string())?;
    let mut why = "its name leads to no public address".to_owned();
    for address in found.filter(|address| doors.is_open(*address)) {
        match TcpStream::connect(address).await {
            Ok(stream) => return Ok(stream),
            Err(error) => why = error.to_string(),
        }
    }
    Err(why)
}

async fn ask<S>(stream: S, request: Request<Full<Bytes>>) -> Result<StatusCode, NoAnswer>
where
    S: AsyncRead + AsyncWrite + Send + Unpin + 'static,
{
    let shaken = http1::handshake(TokioIo::new(stream)).await;
    let (mut sender, connection) = shaken.map_err(|error| NoAnswer::NotAsked(error.to_string()))?;
    // Ends with this set: a connection given up on is not kept open.
    let mut driving = JoinSet::new();
    driving.spawn(connection);
    match timeout(PATIENCE, sender.send_request(request)).await {
        Ok(Ok(answer)) => Ok(answer.status()),
        Ok(Err(error)) => Err(NoAnswer::PerhapsAsked(error.to_string())),
        Err(_) => Err(NoAnswer::PerhapsAsked("no answer in time".to_owned())),
    }
}
