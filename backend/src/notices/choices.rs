//! Choices: on which ways each person wants to hear, besides the inbox.

use huiyin_domain::notices::{Choices, ChoicesForm, Route, wire::ChoicesPage};

use super::inbox::person;
use crate::{
    failure::Outcome,
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
