//! Addresses of recordings.

use std::sync::Arc;

use axum::{
    Router,
    extract::{Query, Request, rejection::QueryRejection},
    http::StatusCode,
    routing::{get, post, put},
};
use huiyin_domain::{
    ids::{CommunityId, ContestId, RecordingId},
    problems::ProblemKind,
    recordings::{Command, PART_BYTES, RECORDING_BYTES_MAX, Sound, wire::NewRecording},
};

use super::{
    pages::{self, Query as ListQuery},
    service::{self, Part},
    sounds,
};
use crate::{
    app::App,
    failure::{Failure, Outcome},
    http::{
        answer::{self, Answer},
        ask::{Ask, Named},
        body::{self, Sent},
    },
    idempotent::Retry,
    shelf::File,
};

/// The routes of this room.
pub fn routes() -> Router<Arc<App>> {
    Router::new()
        .route("/communities/{c}/contests/{n}/recordings", post(begin))
        .route("/communities/{c}/recordings", get(list_them))
        .route("/communities/{c}/recordings/{id}", get(show))
        .route("/communities/{c}/recordings/{id}/parts/{part}", put(take_part))
        .route("/communities/{c}/recordings/{id}/commands", post(command))
        .route("/communities/{c}/recordings/{id}/audio", get(hear))
}

/// A resident's own recordings, or those that wait for the office.
#[utoipa::path(get, path = "/api/v1/communities/{c}/recordings",
    params(("c" = String, Path), ("mine" = Option<String>, Query),
        ("waiting" = Option<String>, Query), ("after" = Option<String>, Query)),
    security(("token" = [])), responses(
        (status = 200, description = "RecordingList", body = serde_json::Value),
        (status = 400, description = "Problem: malformed"),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out"),
        (status = 403, description = "Problem: refused (residents_only, staff_only)")))]
pub(crate) async fn list_them(ask: Ask, query: Result<Query<ListQuery>, QueryRejection>) -> Answer {
    let Query(query) = query.map_err(|rejection| Failure::malformed(rejection.body_text()))?;
    let are_taken = ask.app.transcriber.takes_recordings();
    ask.page(move |tx, here| pages::list(tx, here, &query, are_taken)).await
}

/// Begin a recording: its number is told at once.
#[utoipa::path(post, path = "/api/v1/communities/{c}/contests/{n}/recordings",
    params(("c" = String, Path), ("n" = u32, Path), ("Idempotency-Key" = String, Header)),
    security(("token" = [])),
    request_body(content = serde_json::Value, description = "NewRecording"), responses(
        (status = 201, description = "Begun", body = serde_json::Value),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out"),
        (status = 403, description = "Problem: refused (residents_only)"),
        (status = 409, description = "Problem: refused (not_in_this_phase, \
            too_many_recordings, no_recordings_here), key_reused"),
        (status = 422, description = "Problem: invalid")))]
pub(crate) async fn begin(
    ask: Ask,
    Named((_, n)): Named<(String, ContestId)>,
    Sent { value, hash }: Sent<NewRecording>,
) -> Answer {
    let are_taken = ask.app.transcriber.takes_recordings();
    ask.post(StatusCode::CREATED, Retry::SameBody(hash), move |tx, here| {
        service::begin(tx, here, are_taken, n, value)
    })
    .await
}

/// One recording, for its author and the office.
#[utoipa::path(get, path = "/api/v1/communities/{c}/recordings/{id}",
    params(("c" = String, Path), ("id" = u32, Path)), security(("token" = [])), responses(
        (status = 200, description = "RecordingPage", body = serde_json::Value),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out"),
        (status = 403, description = "Problem: refused (not_your_recording)"),
        (status = 404, description = "Problem: missing")))]
pub(crate) async fn show(ask: Ask, Named((_, id)): Named<(String, RecordingId)>) -> Answer {
    ask.page(move |tx, here| pages::page(tx, here, id)).await
}

/// Send one part: parts of 65,536 bytes, the last one shorter, one after another from 0. The
/// same part may be sent again.
#[utoipa::path(put, path = "/api/v1/communities/{c}/recordings/{id}/parts/{part}",
    params(("c" = String, Path), ("id" = u32, Path), ("part" = u32, Path)),
    security(("token" = [])),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"), responses(
        (status = 200, description = "PartTaken", body = serde_json::Value),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out"),
        (status = 403, description = "Problem: refused (not_your_recording, residents_only)"),
        (status = 404, description = "Problem: missing"),
        (status = 409, description = "Problem: refused (part_missing, sound_differs, \
            recording_not_at_this_stage, too_late_for_recording)"),
        (status = 413, description = "Problem: recording_too_large"),
        (status = 422, description = "Problem: not_a_recording")))]
pub(crate) async fn take_part(
    ask: Ask,
    Named((_, id, n)): Named<(String, RecordingId, u32)>,
    request: Request,
) -> Answer {
    let bytes = body::take_bytes(request, &(), PART_BYTES as usize).await;
    let part = Part::new(n, bytes.map_err(too_large)?);
    let weighed = part.clone();
    let known = ask
        .clone()
        .read(move |tx, here| Ok((here.community, service::weigh_part(tx, here, id, &weighed)?)));
    let taken = match known.await? {
        (_, Some(taken)) => taken,
        (community, None) => {
            // The file first: a row without its file would be a gap in what was said.
            let file = File::Part { recording: id, n, sha256: &part.sha256 };
            ask.app.shelf.put(community, file, part.bytes.to_vec()).await?;
            ask.write(move |tx, here| service::keep_part(tx, here, id, &part)).await?
        }
    };
    Ok(answer::json(StatusCode::OK, serde_json::to_string(&taken).map_err(Failure::from)?))
}

/// A part that is much too large is told like one that is a little too large.
fn too_large(failure: Failure) -> Failure {
    match failure {
        Failure::Problem(ProblemKind::TooLarge { .. }) => {
            ProblemKind::RecordingTooLarge { max_bytes: RECORDING_BYTES_MAX }.into()
        }
        other => other,
    }
}

/// Ask something of a recording.
#[utoipa::path(post, path = "/api/v1/communities/{c}/recordings/{id}/commands",
    params(("c" = String, Path), ("id" = u32, Path), ("Idempotency-Key" = String, Header),
        ("If-Match" = Option<String>, Header)), security(("token" = [])),
    request_body(content = serde_json::Value, description = "recordings::Command"), responses(
        (status = 200, description = "RecordingPage", body = serde_json::Value),
        (status = 400, description = "Problem: malformed"),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out"),
        (status = 403, description = "Problem: refused (not_your_recording, staff_only, …)"),
        (status = 404, description = "Problem: missing"),
        (status = 409, description = "Problem: refused, key_reused"),
        (status = 422, description = "Problem: invalid, not_a_recording")))]
pub(crate) async fn command(
    ask: Ask,
    Named((_, id)): Named<(String, RecordingId)>,
    Sent { value, hash }: Sent<Command>,
) -> Answer {
    ask.key()?;
    let (app, version) = (Arc::clone(&ask.app), ask.if_match);
    let (community, parts) = found_parts(&ask, id).await?;
    let sound = match &value {
        Command::Finish { .. } => sounds::join(&app, community, id, &parts).await?,
        Command::Write { .. }
        | Command::Agree
        | Command::Disagree { .. }
        | Command::Unclear { .. }
        | Command::Withdraw => None,
    };
    let (asked, joined) = (value.clone(), sound.clone());
    let answer = ask.post(StatusCode::OK, Retry::SameBody(hash), move |tx, here| {
        service::command(tx, here, id, version, asked.clone(), joined.as_ref())
    });
    let answer = answer.await?;
    after(&app, community, id, &value, sound, &parts).await;
    Ok(answer)
}

async fn found_parts(ask: &Ask, id: RecordingId) -> Outcome<(CommunityId, Vec<String>)> {
    let read =
        ask.clone().read(move |tx, here| Ok((here.community, service::parts(tx, here, id)?)));
    read.await
}

/// What follows outside the database, once the command is done.
async fn after(
    app: &Arc<App>,
    community: CommunityId,
    id: RecordingId,
    command: &Command,
    sound: Option<Sound>,
    parts: &[String],
) {
    match command {
        Command::Finish { .. } => {
            sounds::throw_parts_away(app, community, id, parts).await;
            if let Some(sound) = sound {
                let listening = sounds::listen(Arc::clone(app), community, id, sound.media);
                // The resident does not wait for it.
                tokio::spawn(listening);
            }
        }
        Command::Withdraw => {
            sounds::throw_parts_away(app, community, id, parts).await;
            sounds::throw_away(app, community, File::Sound(id)).await;
        }
        Command::Write { .. }
        | Command::Agree
        | Command::Disagree { .. }
        | Command::Unclear { .. } => {}
    }
}

/// Hear a recording, for its author and the office.
#[utoipa::path(get, path = "/api/v1/communities/{c}/recordings/{id}/audio",
    params(("c" = String, Path), ("id" = u32, Path)), security(("token" = [])), responses(
        (status = 200, description = "The sound", body = Vec<u8>, content_type = "audio/*"),
        (status = 401, description = "Problem: refused (sign_in_first), signed_out"),
        (status = 403, description = "Problem: refused (not_your_recording)"),
        (status = 404, description = "Problem: missing")))]
pub(crate) async fn hear(ask: Ask, Named((_, id)): Named<(String, RecordingId)>) -> Answer {
    let app = Arc::clone(&ask.app);
    let found = ask.read(move |tx, here| Ok((here.community, pages::sound(tx, here, id)?)));
    let (community, media) = found.await?;
    let sound = app.shelf.get(community, File::Sound(id)).await?;
    Ok(answer::private(sound, media.content_type()))
}
