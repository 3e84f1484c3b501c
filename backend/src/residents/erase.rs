//! Erasing (注销): somebody leaves, and what tells who they were is forgotten.

use huiyin_domain::{
    desk::may_serve,
    helping::{self, Event, Helper, Party, Standing},
    ids::ResidentId,
    residents::wire::{Erased, ResidentCommand},
};
use serde_json::json;

use super::service;
use crate::{
    coaching, councils, delivery,
    failure::{Failure, Outcome},
    feedback,
    helping::rows as helps,
    here::Here,
    moderation, notices, proposals, recordings, series,
    store::{Tx, events, params},
};

/// Does what the office asks of a resident's entry on the list.
pub fn command(
    tx: &mut Tx<'_>,
    here: &Here,
    id: ResidentId,
    command: ResidentCommand,
) -> Outcome<Erased> {
    may_serve(&here.viewer)?;
    if service::public_name(tx, here.community, id)?.is_none() {
        return Err(Failure::MISSING);
    }
    match command {
        ResidentCommand::Erase => erase(tx, here, id),
    }
}

/// Name, address, letters, devices, times and modes go, and what they spoke and had not agreed.
/// What they sent stays without them; what they voted was never tied to them.
fn erase(tx: &mut Tx<'_>, here: &Here, id: ResidentId) -> Outcome<Erased> {
    end_help(tx, here, id)?;
    recordings::leaving::withdraw(tx, here, id)?;
    proposals::leaving::forget(tx, here, id)?;
    coaching::leaving::forget(tx, here, id)?;
    let n_open = feedback::leaving::author_left(tx, here, id)?;
    series::leaving::forget(tx, here, id)?;
    councils::leaving::forget(tx, here, id)?;
    delivery::leaving::forget(tx, here, id)?;
    moderation::leaving::forget(tx, here, id)?;
    for sql in [
        "DELETE FROM residents WHERE community_id = $1 AND resident_id = $2",
        "DELETE FROM letters WHERE community_id = $1 AND resident_id = $2",
        "DELETE FROM sessions WHERE community_id = $1 AND kind = 'resident' AND person_id = $2",
        "DELETE FROM modes WHERE community_id = $1 AND kind = 'resident' AND person_id = $2",
        "DELETE FROM week_times WHERE community_id = $1 AND resident_id = $2",
        "UPDATE objections SET resident_id = NULL WHERE community_id = $1 AND resident_id = $2",
        "DELETE FROM batch_letters WHERE community_id = $1 AND resident_id = $2",
        "UPDATE callback_contacts SET resident_id = NULL
         WHERE community_id = $1 AND resident_id = $2",
    ] {
        tx.execute(sql, params![here.community.0, id.0])?;
    }
    // Remembered answers show pages as this person saw them.
    tx.execute(
        "DELETE FROM idempotency WHERE community_id = $1 AND actor = $2",
        params![here.community.0, format!("resident/{id}")],
    )?;
    notices::leaving::forget(tx, here.community_id(), "resident", id.0.into())?;
    // The chains keep their marks, which lead to nobody from here on.
    events::forget_actor(tx, here.community_id(), "resident", id.0.into())?;
    here.record(tx, &format!("resident/{id}"), "erased", &json!({ "n_open": n_open }), None)?;
    Ok(Erased { id, n_open })
}

/// Nobody helps whoever is gone, and whoever is gone helps nobody.
fn end_help(tx: &mut Tx<'_>, here: &Here, id: ResidentId) -> Outcome<()> {
    for help in helps::of_resident(tx, here.community, id)? {
        match help.standing(here.now) {
            Standing::Waiting { .. } => helps::change(tx, here, &help, &Event::Withdrawn)?,
            Standing::Running => stop(tx, here, &help, Party::Resident)?,
            Standing::Lapsed
            | Standing::Withdrawn
            | Standing::TimeOver
            | Standing::Ended { .. } => continue,
        };
    }
    for help in helps::of_helper(tx, here, Helper::Resident { id })? {
        stop(tx, here, &help, Party::Helper)?;
    }
    Ok(())
}

fn stop(tx: &mut Tx<'_>, here: &Here, help: &helping::Help, by: Party) -> Outcome<helping::Help> {
    helps::change(tx, here, help, &Event::Stopped { by })
}
