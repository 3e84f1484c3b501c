//! The speech engine: what is made of its answers, good and bad, and that people go on without it.

use std::time::Duration;

use axum::Router;
use axum::body::Bytes;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use huiyin_backend::recordings::engine::Engine;
use huiyin_backend::recordings::transcribe::{EngineTrouble, Listening, Transcriber};
use huiyin_domain::recordings::wire::{RecordingList, RecordingPage};
use huiyin_domain::recordings::{Media, StageKind};
use huiyin_domain::refusals::Refusal;
use tokio::io::AsyncWriteExt;
use tokio::net::TcpListener;

use crate::people::here;
use crate::recordings::{begin, page, recording_at, send, tone};
use crate::world::on_each_engine;

/// An engine that answers in a known way at each address; gives where it listens.
async fn engine() -> String {
    let heard = async |headers: HeaderMap, sound: Bytes| {
        let (kind, n) = (headers["content-type"].to_str().unwrap().to_owned(), sound.len());
        format!("{{\"text\": \"听到 {kind} {n}\"}}")
    };
    let hangs = async || {
        std::future::pending::<()>().await;
        "{\"text\": \"终于\"}"
    };
    let routes = Router::new()
        .route("/hear", post(heard))
        .route("/broken", post(async || (StatusCode::INTERNAL_SERVER_ERROR, "oh no")))
        .route("/hangs", post(hangs))
        .route("/page", post(async || "<html>welcome</html>"))
        .route("/silent", post(async || "{\"text\": \"  \"}"))
        .route("/nonsense", post(async || "{\"text\": \"\\u0007\\u0007\"}"))
        .route("/long", post(async || format!("{{\"text\": \"{}\"}}", "啊".repeat(5_000))))
        .route("/huge", post(async || "x".repeat(20_000_000)));
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let _serving = tokio::spawn(async move {
        let routes = routes.layer(axum::extract::DefaultBodyLimit::disable());
        axum::serve(listener, routes).await
    });
    format!("http://{address}")
}

async fn draft(address: &str) -> Result<Option<String>, EngineTrouble> {
    let engine = Engine::at(address.parse().unwrap()).with_patience(Duration::from_millis(2_000));
    engine.draft(tone(1), Media::Wav).await
}

#[test]
fn each_answer_of_an_engine_is_a_draft_or_a_trouble() {
    tokio::runtime::Runtime::new().unwrap().block_on(async {
        let site = engine().await;
        let heard = draft(&format!("{site}/hear?language=zh")).await;
        assert_eq!(heard, Ok(Some("听到 audio/wav 8044".to_owned())));
        let troubles = [
            ("/broken", EngineTrouble::Status(500)),
            ("/nowhere", EngineTrouble::Status(404)),
            ("/hangs", EngineTrouble::TooSlow),
            ("/page", EngineTrouble::NotJson),
            ("/silent", EngineTrouble::Empty),
            ("/nonsense", EngineTrouble::Nonsense),
            ("/long", EngineTrouble::TooLong),
            ("/huge", EngineTrouble::TooLong),
        ];
        for (path, trouble) in troubles {
            assert_eq!(draft(&format!("{site}{path}")).await, Err(trouble), "{path}");
        }
    });
}

#[test]
fn an_engine_that_is_not_there_or_hangs_up_is_away() {
    tokio::runtime::Runtime::new().unwrap().block_on(async {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let site = format!("http://{}", listener.local_addr().unwrap());
        let hanging_up = tokio::spawn(async move {
            let (mut stream, _) = listener.accept().await.unwrap();
            stream
                .write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 90\r\n\r\n{\"text")
                .await
                .unwrap();
        });
        assert!(matches!(draft(&site).await, Err(EngineTrouble::Away(_))));
        hanging_up.await.unwrap();
        // Nobody listens there any more.
        assert!(matches!(draft(&site).await, Err(EngineTrouble::Away(_))));
    });
}

#[test]
fn a_draft_is_for_the_office_alone_and_publishes_nothing() {
    on_each_engine(async |world| {
        let site = engine().await;
        let listening: Listening = format!("{site}/hear").parse().unwrap();
        let router = world.server_with(listening);
        let contest = world.collecting().await;
        let wang = world.resident("wang").await.at(&router);
        let id = send(world, &wang, contest).await.id.0;
        let organiser = world.organiser().await.at(&router);
        let mut seen = page(&organiser, id).await;
        while seen.draft.is_none() {
            tokio::time::sleep(Duration::from_millis(20)).await;
            seen = page(&organiser, id).await;
        }
        assert_eq!(seen.draft.as_deref(), Some("听到 audio/wav 160044"));
        assert_eq!(seen.stage.kind(), StageKind::Waiting);
        let own: RecordingPage = wang.get(&recording_at(id, "")).await.ok();
        assert_eq!(own.draft, None);
        assert_eq!(world.number("SELECT COUNT(*) FROM proposals"), 0);
    });
}

#[test]
fn with_a_broken_engine_a_recording_waits_for_people() {
    on_each_engine(async |world| {
        let site = engine().await;
        let router = world.server_with(format!("{site}/broken").parse().unwrap());
        let contest = world.collecting().await;
        let wang = world.resident("wang").await.at(&router);
        let id = send(world, &wang, contest).await.id.0;
        let troubles = "SELECT COUNT(*) FROM recording_drafts WHERE trouble LIKE '%500%'";
        while world.number(troubles) == 0 {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        let organiser = world.organiser().await;
        let waiting: RecordingList = organiser.get(&here("/recordings?waiting")).await.ok();
        assert_eq!(waiting.items[0].id.0, id);
        assert_eq!(page(&organiser, id).await.draft, None);
    });
}

#[test]
fn where_nobody_listens_no_recording_is_taken_and_that_is_known_before() {
    on_each_engine(async |world| {
        let router = world.server_with(Listening::Off);
        let contest = world.collecting().await;
        let wang = world.resident("wang").await.at(&router);
        let mine: RecordingList = wang.get(&here("/recordings?mine")).await.ok();
        assert!(!mine.are_taken);
        assert_eq!(begin(&wang, contest).await.refusal(), Refusal::NoRecordingsHere);
    });
}
