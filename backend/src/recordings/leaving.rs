//! Leaving: with a resident go the recordings that have not become a proposal, and their sound.

use huiyin_domain::{
    ids::{CommunityId, RecordingId, ResidentId},
    recordings::{self, Command, Decision, Recording, Scene, StageKind},
    residents::Viewer,
};

use super::{rows, service, sounds};
use crate::{app::App, contests, failure::Outcome, here::Here, shelf::File, store::Tx};

/// The files of one recording: its number, and the hashes of the parts that have arrived.
pub type Files = (RecordingId, Vec<String>);

/// Takes back what this resident has under way, as they could themselves.
pub fn withdraw(tx: &mut Tx<'_>, here: &Here, author: ResidentId) -> Outcome<()> {
    let by = Viewer::Resident { id: author };
    for before in all(tx, here, author)? {
        if before.stage.kind() == StageKind::Withdrawn {
            continue;
        }
        let contest = contests::rows::load(tx, here.community, before.contest)?;
        let scene = Scene { by: &by, now: here.now, contest: &contest, sound: None };
        let Decision { event, after } = recordings::decide(&scene, &before, Command::Withdraw)?;
        rows::change(tx, here, before.version, &after)?;
        service::follow(tx, here, &contest, (&before, &after), &event)?;
        rows::record(tx, here, after.id, &event)?;
    }
    Ok(())
}

/// What lies on the shelf of it, to be thrown away once it is taken back.
pub fn files(tx: &mut Tx<'_>, here: &Here, author: ResidentId) -> Outcome<Vec<Files>> {
    let mut files = Vec::new();
    for recording in all(tx, here, author)? {
        files.push((recording.id, rows::parts(tx, here, recording.id)?));
    }
    Ok(files)
}

/// Throws it away.
pub async fn throw_away(app: &App, community: CommunityId, files: Vec<Files>) {
    for (id, parts) in files {
        sounds::throw_parts_away(app, community, id, &parts).await;
        sounds::throw_away(app, community, File::Sound(id)).await;
    }
}

/// All that has not become a proposal; what has belongs to it.
fn all(tx: &mut Tx<'_>, here: &Here, author: ResidentId) -> Outcome<Vec<Recording>> {
    let mut all = rows::of_resident(tx, here, author, u32::MAX, u32::MAX)?;
    all.retain(|recording| recording.stage.kind() != StageKind::Agreed);
    Ok(all)
}
