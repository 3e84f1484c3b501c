//! Choices: on which ways each person wants to hear, besides the inbox.

use std::collections::BTreeMap;

use huiyin_domain::{
    callbacks::phone::PhoneNumber,
    ids::{CommunityId, ResidentId},
    notices::{Choices, ChoicesForm, Route, wire::ChoicesPage},
};

use super::inbox::person;
use crate::{
    failure::{Failure, Outcome},
    here::Here,
    store::{Tx, params},
};

/// What somebody chose; nothing, until they have.
pub fn of(tx: &mut Tx<'_>, community: i64, kind: &str, id: i64) -> Outcome<Choices> {
    let row = tx.first(
        "SELECT choices FROM notice_choices
         WHERE community_id = $1 AND kind = $2 AND person_id = $3",
        params![community, kind, id],
    )?;
    let Some(row) = row else { return Ok(Choices::default()) };
    Ok(serde_json::from_str(row.text(0)?)?)
}

/// The numbers that residents have left with the office: for calls, or else for text messages.
///
/// For those of the staff who call them, as in [`super::calls`].
pub fn numbers(
    tx: &mut Tx<'_>,
    community: CommunityId,
) -> Outcome<BTreeMap<ResidentId, PhoneNumber>> {
    let found = tx.rows(
        "SELECT person_id, choices FROM notice_choices
         WHERE community_id = $1 AND kind = 'resident'",
        params![community.0],
    )?;
    let mut numbers = BTreeMap::new();
    for row in &found {
        let id = row.int(0)?;
        let id = u32::try_from(id).map_err(|_| Failure::Broken(format!("resident {id}")))?;
        let choices: Choices = serde_json::from_str(row.text(1)?)?;
        if let Some(number) = choices.call.or(choices.sms) {
            numbers.insert(ResidentId(id), number);
        }
    }
    Ok(numbers)
}

/// What whoever asks has chosen, and what this server can send.
pub fn page(tx: &mut Tx<'_>, here: &Here, offered: &[Route]) -> Outcome<ChoicesPage> {
    let (kind, id) = person(&here.viewer)?;
    let choices = of(tx, here.community_id(), kind, id.into())?;
    Ok(ChoicesPage { form: ChoicesForm::from(&choices), offered: offered.to_vec() })
}

/// Keeps what whoever asks chooses; it holds for everything that is sent from now on.
pub fn keep(
    tx: &mut Tx<'_>,
    here: &Here,
    form: &ChoicesForm,
    offered: &[Route],
) -> Outcome<ChoicesPage> {
    let (kind, id) = person(&here.viewer)?;
    let choices = form.parse()?;
    tx.execute(
        "INSERT INTO notice_choices (community_id, kind, person_id, by_email, by_sms, by_push,
             by_call, choices)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
         ON CONFLICT (community_id, kind, person_id) DO UPDATE SET by_email = excluded.by_email,
             by_sms = excluded.by_sms, by_push = excluded.by_push, by_call = excluded.by_call,
             choices = excluded.choices",
        params![
            here.community.0,
            kind,
            id,
            choices.has(Route::Email),
            choices.has(Route::Sms),
            choices.has(Route::Push),
            choices.call.is_some(),
            serde_json::to_string(&choices)?
        ],
    )?;
    page(tx, here, offered)
}
