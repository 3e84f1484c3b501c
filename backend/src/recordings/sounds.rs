//! Sounds: parts are put together, an engine may listen, and what was taken back is thrown away.

use std::sync::Arc;

use huiyin_domain::{
    hash::sha256_hex,
    ids::{CommunityId, RecordingId},
    recordings::{Media, Sound},
};

use super::rows;
use crate::{
    app::App,
    failure::{Failure, Outcome},
    shelf::File,
};

/// Puts the parts together into one file; `None` when they make no sound.
pub async fn join(
    app: &App,
    community: CommunityId,
    id: RecordingId,
    parts: &[String],
) -> Outcome<Option<Sound>> {
    let mut whole = Vec::new();
    for (n, sha256) in (0..).zip(parts) {
        let part = File::Part { recording: id, n, sha256 };
        match app.shelf.get(community, part).await {
            Ok(bytes) => whole.extend(bytes),
            // The same command came twice, and the first one has put them together already.
            Err(Failure::Problem(_)) => return Ok(None),
            Err(broken) => return Err(broken),
        }
    }
    let Some(media) = Media::sniff(&whole) else { return Ok(None) };
    let sound = Sound { media, n_bytes: whole.len() as u64, sha256: sha256_hex(&whole) };
    // The file first: a row without its file would be a recording nobody can hear.
    app.shelf.put(community, File::Sound(id), whole).await?;
    Ok(Some(sound))
}

/// Throws away the files of parts that have become one sound, or were taken back.
pub async fn throw_parts_away(
    app: &App,
    community: CommunityId,
    id: RecordingId,
    parts: &[String],
) {
    for (n, sha256) in (0..).zip(parts) {
        throw_away(app, community, File::Part { recording: id, n, sha256 }).await;
    }
}

/// Throws one file away. No row leads to it any more, so the person's wish is done either way;
/// that it still lies there is for whoever keeps the server.
pub async fn throw_away(app: &App, community: CommunityId, file: File<'_>) {
    if let Err(failure) = app.shelf.remove(community, file).await {
        eprintln!("{file:?} in community {community}: {failure}");
    }
}

/// Lets the engine listen, if there is one, and keeps its draft for the office.
///
/// Whatever goes wrong is written down; the recording waits for people all the same.
pub async fn listen(app: Arc<App>, community: CommunityId, id: RecordingId, media: Media) {
    let sound = match app.shelf.get(community, File::Sound(id)).await {
        Ok(sound) => sound,
        Err(failure) => return eprintln!("recording {id} was not heard: {failure}"),
    };
    let heard = match app.transcriber.draft(sound, media).await {
        Ok(None) => return,
        Ok(Some(text)) => Ok(text),
        Err(trouble) => {
            eprintln!("the speech engine gave no draft of recording {id}: {trouble}");
            Err(trouble.to_string())
        }
    };
    let at = app.clock.now();
    let kept = app.store.write(move |tx| {
        // It may have been taken back while the engine listened.
        let is_there = rows::load(tx, community, id)?.stage.sound().is_some();
        if is_there { rows::keep_draft(tx, community, id, &heard, at) } else { Ok(()) }
    });
    if let Err(failure) = kept.await {
        eprintln!("the draft of recording {id} was not kept: {failure}");
    }
}
