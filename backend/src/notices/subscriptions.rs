//! Browsers that were allowed to show notices.

use huiyin_domain::{
    ids::{CommunityId, SessionId},
    notices::{
        Choices, ChoicesForm,
        wire::{ChoicesPage, PushSubscription},
    },
};

use super::{channels::Channels, choices, inbox::person};
use crate::{
    failure::{Failure, Outcome},
    here::Here,
    store::{Tx, params},
};

/// Browsers of one person; the oldest go when there are more.
const PER_PERSON: u32 = 10;

/// May notices be sent to this browser? Checked before the transaction, as it takes arithmetic.
pub fn check(channels: &Channels, subscription: &PushSubscription) -> Outcome<()> {
    let push = channels.push.as_ref().ok_or(Failure::MISSING)?;
    match push.takes(subscription) {
        true => Ok(()),
        false => Err(Failure::malformed(
            "endpoint: a public https address; keys: p256dh and auth as the browser gives them",
        )),
    }
}

/// Keeps a browser of whoever asks: with it they choose notices of the browser.
///
/// A browser belongs to whoever allowed it last: on a shared tablet nobody sees a neighbour's.
pub fn add(
    tx: &mut Tx<'_>,
    here: &Here,
    subscription: &PushSubscription,
    channels: &Channels,
) -> Outcome<ChoicesPage> {
    let (kind, id) = person(&here.viewer)?;
    tx.execute(
        "INSERT INTO push_subscriptions
             (community_id, endpoint, kind, person_id, subscription, since_ms, session_id)
         VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (community_id, endpoint) DO UPDATE SET kind = excluded.kind,
             person_id = excluded.person_id, subscription = excluded.subscription,
             since_ms = excluded.since_ms, session_id = excluded.session_id",
        params![
            here.community.0,
            &subscription.endpoint,
            kind,
            id,
            serde_json::to_string(subscription)?,
            here.now.millis(),
            here.session.map(|session| session.0)
        ],
    )?;
    tx.execute(
        "DELETE FROM push_subscriptions
         WHERE community_id = $1 AND kind = $2 AND person_id = $3 AND endpoint NOT IN (
             SELECT endpoint FROM push_subscriptions
             WHERE community_id = $1 AND kind = $2 AND person_id = $3
             ORDER BY since_ms DESC, endpoint LIMIT $4)",
        params![here.community.0, kind, id, PER_PERSON],
    )?;
    let chosen = choices::of(tx, here.community_id(), kind, id.into())?;
    let form = ChoicesForm::from(&Choices { push: true, ..chosen });
    choices::keep(tx, here, &form, &channels.offered())
}

/// The browsers of a person, on devices that are still signed in.
pub(super) fn of(
    tx: &mut Tx<'_>,
    community: i64,
    kind: &str,
    id: i64,
) -> Outcome<Vec<PushSubscription>> {
    let rows = tx.rows(
        "SELECT subscription FROM push_subscriptions
         WHERE community_id = $1 AND kind = $2 AND person_id = $3
             AND session_id IN (SELECT d.session_id FROM sessions d WHERE d.community_id = $1)
         ORDER BY since_ms DESC",
        params![community, kind, id],
    )?;
    rows.iter().map(|row| Ok(serde_json::from_str(row.text(0)?)?)).collect()
}

/// Forgets the browser of a device that was signed out.
pub fn forget_of_session(
    tx: &mut Tx<'_>,
    community: CommunityId,
    session: SessionId,
) -> Outcome<()> {
    tx.execute(
        "DELETE FROM push_subscriptions WHERE community_id = $1 AND session_id = $2",
        params![community.0, session.0],
    )?;
    Ok(())
}

/// Forgets a browser that is there no more.
pub(super) fn forget(tx: &mut Tx<'_>, community: i64, endpoint: &str) -> Outcome<()> {
    tx.execute(
        "DELETE FROM push_subscriptions WHERE community_id = $1 AND endpoint = $2",
        params![community, endpoint],
    )?;
    Ok(())
}
