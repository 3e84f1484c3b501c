//! What is done with requests to be called back.

use huiyin_domain::{
    callbacks::{
        self, CallbackForm, CallbackRequest, Command, Event, Scene, Stage,
        wire::{CallbackPage, CallbackTaken},
    },
    ids::CallbackId,
    time::Moment,
};

use super::{pages, rows};
use crate::{
    failure::Outcome,
    here::Here,
    residents::tries::{self, AddressKey, EVERYWHERE},
    secrets,
    store::Tx,
};

/// Requests under one number within a quarter of an hour: a hand that trembles sends twice.
pub const REQUESTS_PER_NUMBER: u32 = 5;
/// Requests from one address: a whole household, or the tablet in the office.
pub const REQUESTS_PER_ADDRESS: u32 = 20;
/// Requests from everywhere.
pub const REQUESTS_IN_ALL: u32 = 300;

/// From where a request came, made unrecognisable.
#[derive(Clone)]
pub struct From {
    key: AddressKey,
    address: String,
    try_id: String,
}

impl From {
    /// Of this address; `key` belongs to the deployment.
    pub fn new(key: &AddressKey, address: Option<std::net::IpAddr>, now: Moment) -> Self {
        let address = format!("callback/{}", key.bucket(address, now));
        Self { key: key.clone(), address, try_id: secrets::random_hex::<8>() }
    }
}

/// Takes a request; sent again before anybody called, it is the same request.
pub fn ask(
    tx: &mut Tx<'_>,
    here: &Here,
    from: &From,
    form: &CallbackForm,
) -> Outcome<CallbackTaken> {
    let asked = form.parse()?;
    let number = from.key.bucket_of_number(asked.phone.digits(), here.now);
    let limits = [
        (here.community_id(), number.as_str(), REQUESTS_PER_NUMBER),
        (EVERYWHERE, from.address.as_str(), REQUESTS_PER_ADDRESS),
        (EVERYWHERE, "callback/all", REQUESTS_IN_ALL),
    ];
    tries::enter(tx, &limits, &from.try_id, here.now)?;
    let when = asked.when;
    if let Some(before) = rows::waiting_under(tx, here, &asked.phone)? {
        let id = before.id;
        rows::renew(tx, here, &CallbackRequest { when, ..before }, &asked)?;
        rows::record(tx, here, id, &Event::AskedAgain { when })?;
        return Ok(CallbackTaken { id });
    }
    let id = rows::next_id(tx, here)?;
    let request = CallbackRequest { id, asked_at: here.now, when, stage: Stage::Waiting };
    rows::insert(tx, here, &request, &asked)?;
    rows::record(tx, here, id, &Event::Asked { when })?;
    Ok(CallbackTaken { id })
}

/// Does what staff ask of a request.
pub fn command(
    tx: &mut Tx<'_>,
    here: &Here,
    id: CallbackId,
    command: &Command,
) -> Outcome<CallbackPage> {
    callbacks::may_see(&here.viewer)?;
    let request = rows::load(tx, here, id)?;
    let scene = Scene { by: &here.viewer, now: here.now };
    let event = callbacks::decide(&scene, &request, command)?;
    rows::close(tx, here, &callbacks::apply(&request, command, here.now))?;
    rows::record(tx, here, id, &event)?;
    pages::page(tx, here, id)
}
