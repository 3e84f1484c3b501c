//! Rows of requests to be called back; the number and the words stand in a table of their own.

use huiyin_domain::{
    callbacks::{Asked, CallbackRequest, Event, phone::PhoneNumber, wire::Contact},
    ids::CallbackId,
    refusals::Refusal,
};

use crate::{
    failure::{Failure, Outcome},
    here::Here,
    store::{Row, Tx, counters, params},
};

/// The number of a new request.
pub fn next_id(tx: &mut Tx<'_>, here: &Here) -> Outcome<CallbackId> {
    let id = counters::next(tx, here.community_id(), "callback")?;
    let id = u32::try_from(id).map_err(|_| Failure::Broken(format!("callback {id}")))?;
    Ok(CallbackId(id))
}

/// One request.
pub fn load(tx: &mut Tx<'_>, here: &Here, id: CallbackId) -> Outcome<CallbackRequest> {
    let row = tx.first(
        "SELECT state FROM callbacks WHERE community_id = $1 AND callback_id = $2",
        params![here.community.0, id.0],
    )?;
    read(&row.ok_or(Failure::MISSING)?)
}

/// The request that waits under this number, if there is one.
pub fn waiting_under(
    tx: &mut Tx<'_>,
    here: &Here,
    phone: &PhoneNumber,
) -> Outcome<Option<CallbackRequest>> {
    let row = tx.first(
        "SELECT c.state FROM callback_contacts n
         JOIN callbacks c ON c.community_id = n.community_id AND c.callback_id = n.callback_id
         WHERE n.community_id = $1 AND n.phone = $2",
        params![here.community.0, phone.digits()],
    )?;
    row.as_ref().map(read).transpose()
}

/// The first so many that wait, the oldest first.
pub fn waiting(tx: &mut Tx<'_>, here: &Here, n_most: u32) -> Outcome<Vec<CallbackRequest>> {
    let rows = tx.rows(
        "SELECT state FROM callbacks WHERE community_id = $1 AND is_waiting = 1
         ORDER BY callback_id LIMIT $2",
        params![here.community.0, n_most],
    )?;
    rows.iter().map(read).collect()
}

/// How many wait.
pub fn n_waiting(tx: &mut Tx<'_>, here: &Here) -> Outcome<u32> {
    let row = tx.first(
        "SELECT COUNT(*) FROM callbacks WHERE community_id = $1 AND is_waiting = 1",
        params![here.community.0],
    )?;
    let n = row.map_or(Ok(0), |row| row.int(0))?;
    u32::try_from(n).map_err(|_| Failure::Broken(format!("{n} requests to call back")))
}

/// How to reach the person; nothing once the request is settled.
pub fn contact(tx: &mut Tx<'_>, here: &Here, id: CallbackId) -> Outcome<Option<Contact>> {
    let row = tx.first(
        "SELECT n.phone, n.about, r.public_name FROM callback_contacts n
         LEFT JOIN residents r
             ON r.community_id = n.community_id AND r.resident_id = n.resident_id
         WHERE n.community_id = $1 AND n.callback_id = $2",
        params![here.community.0, id.0],
    )?;
    let Some(row) = row else { return Ok(None) };
    let phone = PhoneNumber::parse(row.text(0)?)
        .map_err(|problem| Failure::Broken(format!("a stored number: {problem:?}")))?;
    let (about, name) = (row.opt_text(1)?, row.opt_text(2)?);
    Ok(Some(Contact { phone, about: about.map(str::to_owned), name: name.map(str::to_owned) }))
}

/// Stores a new request with its number.
pub fn insert(
    tx: &mut Tx<'_>,
    here: &Here,
    request: &CallbackRequest,
    asked: &Asked,
) -> Outcome<()> {
    tx.execute(
        "INSERT INTO callbacks (community_id, callback_id, is_waiting, state)
         VALUES ($1, $2, 1, $3)",
        params![here.community.0, request.id.0, serde_json::to_string(request)?],
    )?;
    tx.execute(
        "INSERT INTO callback_contacts (community_id, callback_id, phone, about, resident_id)
         VALUES ($1, $2, $3, $4, $5)",
        params![
            here.community.0,
            request.id.0,
            asked.phone.digits(),
            asked.about.as_ref().map(|about| about.as_str()),
            here.viewer.resident().map(|id| id.0)
        ],
    )?;
    Ok(())
}

/// Keeps what was said when a request was sent again.
pub fn renew(
    tx: &mut Tx<'_>,
    here: &Here,
    request: &CallbackRequest,
    asked: &Asked,
) -> Outcome<()> {
    tx.execute(
        "UPDATE callbacks SET state = $1 WHERE community_id = $2 AND callback_id = $3",
        params![serde_json::to_string(request)?, here.community.0, request.id.0],
    )?;
    // What was said before stays when nothing is said now.
    tx.execute(
        "UPDATE callback_contacts SET about = COALESCE($1, about)
         WHERE community_id = $2 AND callback_id = $3",
        params![asked.about.as_ref().map(|about| about.as_str()), here.community.0, request.id.0],
    )?;
    Ok(())
}

/// Settles a request, and deletes the number and the words; refused when somebody was faster.
pub fn close(tx: &mut Tx<'_>, here: &Here, after: &CallbackRequest) -> Outcome<()> {
    let n_closed = tx.execute(
        "UPDATE callbacks SET is_waiting = 0, state = $1
         WHERE community_id = $2 AND callback_id = $3 AND is_waiting = 1",
        params![serde_json::to_string(after)?, here.community.0, after.id.0],
    )?;
    if n_closed == 0 {
        return Err(Refusal::CallbackClosed { at: here.now }.into());
    }
    tx.execute(
        "DELETE FROM callback_contacts WHERE community_id = $1 AND callback_id = $2",
        params![here.community.0, after.id.0],
    )?;
    Ok(())
}

/// Puts what happened to a request into the record.
pub fn record(tx: &mut Tx<'_>, here: &Here, id: CallbackId, event: &Event) -> Outcome<()> {
    here.record(tx, &format!("callback/{id}"), event.name(), event, None)
}

fn read(row: &Row) -> Outcome<CallbackRequest> {
    Ok(serde_json::from_str(row.text(0)?)?)
}
