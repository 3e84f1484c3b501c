//! What is shown of requests to be called back.

use huiyin_domain::{
    callbacks::{
        self, CallbackRequest, Scene, Stage,
        wire::{CallbackList, CallbackPage, Standing},
    },
    communities::Bilingual,
    ids::CallbackId,
};

use super::rows;
use crate::{communities, failure::Outcome, here::Here, store::Tx};

/// Requests shown at once; whoever calls sees the next ones when these are settled.
const SHOWN_MOST: u32 = 50;

/// One request: how it stands for everybody, how to reach the person for those who call.
pub fn page(tx: &mut Tx<'_>, here: &Here, id: CallbackId) -> Outcome<CallbackPage> {
    let request = rows::load(tx, here, id)?;
    let office_hours = office_hours(tx, here)?;
    page_of(tx, here, &request, office_hours)
}

/// The requests that wait, for those who call.
pub fn list(tx: &mut Tx<'_>, here: &Here) -> Outcome<CallbackList> {
    callbacks::may_see(&here.viewer)?;
    let office_hours = office_hours(tx, here)?;
    let mut items = Vec::new();
    for request in rows::waiting(tx, here, SHOWN_MOST)? {
        items.push(page_of(tx, here, &request, office_hours.clone())?);
    }
    Ok(CallbackList { items, next: None, total: n_waiting(tx, here)? })
}

/// How many wait.
pub fn n_waiting(tx: &mut Tx<'_>, here: &Here) -> Outcome<u32> {
    callbacks::may_see(&here.viewer)?;
    rows::n_waiting(tx, here)
}

fn page_of(
    tx: &mut Tx<'_>,
    here: &Here,
    request: &CallbackRequest,
    office_hours: Bilingual,
) -> Outcome<CallbackPage> {
    let scene = Scene { by: &here.viewer, now: here.now };
    let is_theirs = callbacks::may_see(&here.viewer).is_ok() && request.stage == Stage::Waiting;
    let contact = if is_theirs { rows::contact(tx, here, request.id)? } else { None };
    Ok(CallbackPage {
        id: request.id,
        asked_at: request.asked_at,
        when: request.when,
        office_hours,
        standing: Standing::of(&request.stage),
        contact,
        offers: callbacks::offers(&scene, request),
    })
}

fn office_hours(tx: &mut Tx<'_>, here: &Here) -> Outcome<Bilingual> {
    Ok(communities::service::load(tx, here.community)?.hot_line_hours)
}
