//! The speech engine (语音引擎): a program of the operator's own, asked over HTTP.
//!
//! The contract: `POST` to its address, the sound as the body and its kind as `Content-Type`;
//! the answer is 200 with JSON `{"text": "…"}` in UTF-8. Anything else is trouble.

use std::time::Duration;

use axum::{
    body::Bytes,
    http::{Request, Uri, header},
};
use http_body_util::{BodyExt, Full, LengthLimitError, Limited};
use huiyin_domain::recordings::Media;
use hyper::client::conn::http1;
use hyper_util::rt::TokioIo;
use serde::Deserialize;
use tokio::{net::TcpStream, sync::Semaphore, task::JoinSet, time::timeout};

use super::transcribe::{Drafting, EngineTrouble, Transcriber};

/// How long an engine may take for one recording.
const PATIENCE: Duration = Duration::from_secs(120);
/// How many recordings it is asked about at once.
const AT_ONCE: usize = 2;
/// The most of an answer that is read.
const ANSWER_BYTES_MAX: usize = 64 * 1024;
/// The longest draft: five times what anybody says in two minutes.
const DRAFT_CHARS_MAX: usize = 3_000;

/// A speech engine behind an address.
#[derive(Debug)]
pub struct Engine {
    address: Uri,
    patience: Duration,
    turns: Semaphore,
}

/// What an engine answers.
#[derive(Deserialize)]
struct Heard {
    text: String,
}

impl Engine {
    /// The engine at this address, `http://` and a host.
    pub fn at(address: Uri) -> Self {
        Self { address, patience: PATIENCE, turns: Semaphore::new(AT_ONCE) }
    }

    /// The same engine, waited for no longer than this.
    #[must_use]
    pub fn with_patience(self, patience: Duration) -> Self {
        Self { patience, ..self }
    }

    async fn ask(&self, sound: Vec<u8>, media: Media) -> Result<String, EngineTrouble> {
        let host = self.address.host().unwrap_or_default();
        // An address of the sixth kind stands in brackets, which are not part of it.
        let host = host.trim_start_matches('[').trim_end_matches(']');
        let port = self.address.port_u16().unwrap_or(80);
        let stream = TcpStream::connect((host, port)).await.map_err(away)?;
        let (mut sender, connection) =
            http1::handshake(TokioIo::new(stream)).await.map_err(away)?;
        // Ends with this set: a connection given up on is not kept open.
        let mut driving = JoinSet::new();
        driving.spawn(connection);
        let request = self.request(sound, media)?;
        let answer = sender.send_request(request).await.map_err(away)?;
        let status = answer.status();
        if !status.is_success() {
            return Err(EngineTrouble::Status(status.as_u16()));
        }
        let body = Limited::new(answer.into_body(), ANSWER_BYTES_MAX).collect().await;
        let body = body.map_err(|error| match error.is::<LengthLimitError>() {
            true => EngineTrouble::TooLong,
            false => away(error),
        })?;
        read(&body.to_bytes())
    }

    fn request(&self, sound: Vec<u8>, media: Media) -> Result<Request<Full<Bytes>>, EngineTrouble> {
        let path = self.address.path_and_query().map_or("/", |path| path.as_str());
        let authority = self.address.authority().map_or("", |authority| authority.as_str());
        Request::post(path)
            .header(header::HOST, authority)
            .header(header::CONTENT_TYPE, media.content_type())
            .header(header::ACCEPT, "application/json")
            .body(Full::new(Bytes::from(sound)))
            .map_err(away)
    }
}

impl Transcriber for Engine {
    fn takes_recordings(&self) -> bool {
        true
    }

    fn draft(&self, sound: Vec<u8>, media: Media) -> Drafting<'_> {
        Box::pin(async move {
            let turn = self.turns.acquire().await.map_err(away)?;
            let asked = timeout(self.patience, self.ask(sound, media)).await;
            drop(turn);
            asked.unwrap_or(Err(EngineTrouble::TooSlow)).map(Some)
        })
    }
}

fn away(error: impl std::fmt::Display) -> EngineTrouble {
    EngineTrouble::Away(error.to_string())
}

/// The text in an answer, if a person could have said it.
fn read(answer: &[u8]) -> Result<String, EngineTrouble> {
    let Heard { text } = serde_json::from_slice(answer).map_err(|_| EngineTrouble::NotJson)?;
    let text = text.replace("\r\n", "\n").trim().to_owned();
    if text.is_empty() {
        return Err(EngineTrouble::Empty);
    }
    if text.chars().count() > DRAFT_CHARS_MAX {
        return Err(EngineTrouble::TooLong);
    }
    let can_be_said = |c: char| c == '\n' || c == '\t' || !(c.is_control() || c == '\u{fffd}');
    if !text.chars().all(can_be_said) {
        return Err(EngineTrouble::Nonsense);
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_taken_only_when_a_person_could_have_said_it() {
        let said = read("{\"text\": \" 三号楼门口\\r\\n要装扶手 \"}".as_bytes());
        assert_eq!(said.as_deref(), Ok("三号楼门口\n要装扶手"));
        let long = format!("{{\"text\": \"{}\"}}", "啊".repeat(DRAFT_CHARS_MAX + 1));
        let troubles = [
            ("<html>500</html>", EngineTrouble::NotJson),
            ("{\"words\": \"扶手\"}", EngineTrouble::NotJson),
            ("{\"text\": null}", EngineTrouble::NotJson),
            ("{\"text\": \" \\n \"}", EngineTrouble::Empty),
            ("{\"text\": \"a\\u0000b\"}", EngineTrouble::Nonsense),
            ("{\"text\": \"a\\ufffdb\"}", EngineTrouble::Nonsense),
            (long.as_str(), EngineTrouble::TooLong),
        ];
        for (answer, trouble) in troubles {
            assert_eq!(read(answer.as_bytes()), Err(trouble), "{answer:.40}");
        }
        assert_eq!(read(b"{\"text\": \"\xff\"}"), Err(EngineTrouble::NotJson));
    }
}
