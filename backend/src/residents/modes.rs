//! Modes: how each person wants the app to be, kept for their next sign-in.

use huiyin_domain::{accessibility::Modes, ids::CommunityId, refusals::Refusal, residents::Viewer};

use super::sessions::person;
use crate::{
    failure::Outcome,
    here::Here,
    store::{Tx, params},
};

/// How this person wants the app, once they have said so.
pub fn of(tx: &mut Tx<'_>, community: CommunityId, viewer: &Viewer) -> Outcome<Option<Modes>> {
    let Some((kind, id)) = person(viewer) else { return Ok(None) };
    let row = tx.first(
        "SELECT modes FROM modes WHERE community_id = $1 AND kind = $2 AND person_id = $3",
        params![community.0, kind, id],
    )?;
    let stored = row.map(|row| row.text(0).map(str::to_owned)).transpose()?;
    // Modes that a newer version wrote are no reason to keep anybody from signing in.
    Ok(stored.and_then(|stored| serde_json::from_str(&stored).ok()))
}

/// Keeps how whoever asks wants the app.
pub fn keep(tx: &mut Tx<'_>, here: &Here, modes: Modes) -> Outcome<Modes> {
    let (kind, id) = person(&here.viewer).ok_or(Refusal::SignInFirst)?;
    tx.execute(
        "INSERT INTO modes (community_id, kind, person_id, modes) VALUES ($1, $2, $3, $4)
         ON CONFLICT (community_id, kind, person_id) DO UPDATE SET modes = excluded.modes",
        params![here.community.0, kind, id, serde_json::to_string(&modes)?],
    )?;
    Ok(modes)
}
