//! Sessions: the devices on which people are signed in.

use huiyin_domain::{
    helping::Help,
    ids::{CommunityId, HelpId, ResidentId, SessionId, StaffId},
    problems::ProblemKind,
    refusals::Refusal,
    residents::{
        Viewer,
        wire::{Me, Session},
    },
    time::{DAY_MS, Moment},
};
use serde::Serialize;

use super::{modes, service};
use crate::{
    failure::{Failure, Outcome},
    helping,
    here::Here,
    notices::subscriptions,
    store::{Row, Tx, counters, idempotency, params},
};

/// How long a resident stays signed in: the letter stays in the drawer between two contests.
pub const RESIDENT_SESSION_MS: i64 = 90 * DAY_MS;
/// How long staff stay signed in: one working day.
pub const STAFF_SESSION_MS: i64 = DAY_MS / 2;
/// How long answers to requests are remembered: longer than a phone keeps unsent ones.
const ANSWERS_KEPT_MS: i64 = 40 * DAY_MS;
/// When a device was last used is kept to the hour.
const HOUR_MS: i64 = 3_600_000;

/// The devices of one person.
#[derive(Clone, Debug, Serialize)]
pub struct SessionList {
    /// The last used first.
    pub items: Vec<Session>,
    /// Nobody has so many that they come in parts.
    pub next: Option<String>,
}

/// Kind and number of a person as they stand in the tables.
pub(super) fn person(viewer: &Viewer) -> Option<(&'static str, u32)> {
    match viewer {
        Viewer::Guest => None,
        Viewer::Resident { id } => Some(("resident", id.0)),
        Viewer::Staff { id, .. } => Some(("staff", id.0)),
    }
}

/// Signs a person in on a device; sessions that have ended and old answers are cleared away.
pub fn begin(
    tx: &mut Tx<'_>,
    community: CommunityId,
    viewer: Viewer,
    token_hash: &str,
    device: &str,
    now: Moment,
) -> Outcome<SessionId> {
    let (kind, id) = person(&viewer).ok_or(Refusal::SignInFirst)?;
    let lasts_ms = match viewer {
        Viewer::Staff { .. } => STAFF_SESSION_MS,
        Viewer::Guest | Viewer::Resident { .. } => RESIDENT_SESSION_MS,
    };
    let ends = now.plus_millis(lasts_ms);
    if let Viewer::Resident { id } = viewer {
        seen(tx, community, id, now)?;
    }
    insert(tx, community, (kind, id), token_hash, device, (now, ends), None)
}

/// Keeps that a resident was here themselves: the office asks who never was.
fn seen(tx: &mut Tx<'_>, community: CommunityId, id: ResidentId, now: Moment) -> Outcome<()> {
    tx.execute(
        "UPDATE residents SET signed_in_ms = COALESCE(signed_in_ms, $1), seen_ms = $1
         WHERE community_id = $2 AND resident_id = $3",
        params![now.millis(), community.0, id.0],
    )?;
    Ok(())
}

/// Signs all of a resident's own devices out; where a helper acts for them goes on.
pub fn end_all(tx: &mut Tx<'_>, community: CommunityId, resident: ResidentId) -> Outcome<u32> {
    let found = tx.rows(
        "SELECT session_id FROM sessions WHERE community_id = $1 AND kind = 'resident'
         AND person_id = $2 AND help_id IS NULL",
        params![community.0, resident.0],
    )?;
    for row in &found {
        drop_one(tx, community, SessionId(number(row.int(0)?)?))?;
    }
    Ok(u32::try_from(found.len()).unwrap_or(u32::MAX))
}

/// Lets a helper in, in the name of the resident who is helped.
///
/// The session outlives the help by a day, so that its helper is told that the help is over.
pub fn begin_for_helper(
    tx: &mut Tx<'_>,
    community: CommunityId,
    help: &Help,
    token_hash: &str,
    device: &str,
    now: Moment,
) -> Outcome<SessionId> {
    let person = ("resident", help.resident.0);
    let ends = help.until.plus_millis(DAY_MS);
    insert(tx, community, person, token_hash, device, (now, ends), Some(help.id))
}

fn insert(
    tx: &mut Tx<'_>,
    community: CommunityId,
    (kind, id): (&str, u32),
    token_hash: &str,
    device: &str,
    (now, ends): (Moment, Moment),
    help: Option<HelpId>,
) -> Outcome<SessionId> {
    tx.execute(
        "DELETE FROM sessions WHERE community_id = $1 AND kind = $2 AND person_id = $3
         AND ends_ms <= $4",
        params![community.0, kind, id, now.millis()],
    )?;
    idempotency::forget_older_than(tx, now.plus_millis(-ANSWERS_KEPT_MS).millis())?;
    let session = number(counters::next(tx, community.0.into(), "session")?)?;
    tx.execute(
        "INSERT INTO sessions (community_id, session_id, token_hash, kind, person_id,
             since_ms, last_used_ms, ends_ms, device, help_id)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        params![
            community.0,
            session,
            token_hash,
            kind,
            id,
            now.millis(),
            to_the_hour(now),
            ends.millis(),
            device,
            help.map(|help| help.0)
        ],
    )?;
    Ok(SessionId(session))
}

/// Who holds this token; and whether it was last seen in an earlier hour.
pub fn find(
    tx: &mut Tx<'_>,
    community: CommunityId,
    token_hash: &str,
    now: Moment,
) -> Outcome<(Here, bool)> {
    let row = tx.first(
        "SELECT s.session_id, s.kind, s.person_id, s.last_used_ms, t.role, s.help_id
         FROM sessions s LEFT JOIN staff t ON s.kind = 'staff'
             AND t.community_id = s.community_id AND t.staff_id = s.person_id
             AND t.retired_ms IS NULL
         WHERE s.community_id = $1 AND s.token_hash = $2 AND s.ends_ms > $3",
        params![community.0, token_hash, now.millis()],
    )?;
    let signed_out = || Failure::Problem(ProblemKind::SignedOut);
    let row = row.ok_or_else(signed_out)?;
    let id = number(row.int(2)?)?;
    let viewer = match (row.text(1)?, row.opt_text(4)?) {
        ("resident", _) => Viewer::Resident { id: ResidentId(id) },
        // Staff who have left have no role any more.
        (_, None) => return Err(signed_out()),
        (_, Some(role)) => Viewer::Staff { id: StaffId(id), role: service::role_of(role)? },
    };
    let session = Some(SessionId(number(row.int(0)?)?));
    let help = match row.opt_int(5)? {
        None => None,
        Some(id) => Some(helping::rows::in_use(tx, community, HelpId(number(id)?), now)?),
    };
    let here = Here { session, help, ..Here::new(community, viewer, now) };
    Ok((here, row.int(3)? < to_the_hour(now)))
}

/// Keeps the hour in which this device was used.
pub fn touch(tx: &mut Tx<'_>, here: &Here, now: Moment) -> Outcome<()> {
    let Some(session) = here.session else { return Ok(()) };
    tx.execute(
        "UPDATE sessions SET last_used_ms = $1 WHERE community_id = $2 AND session_id = $3",
        params![to_the_hour(now), here.community.0, session.0],
    )?;
    Ok(())
}

/// Whoever asks, as the app calls them.
pub fn me(tx: &mut Tx<'_>, here: &Here) -> Outcome<Option<Me>> {
    let Some(session) = here.session else { return Ok(None) };
    let name = match here.viewer {
        Viewer::Guest => None,
        Viewer::Resident { id } => service::public_name(tx, here.community, id)?,
        Viewer::Staff { id, .. } => service::staff_name(tx, here.community, id)?,
    };
    // A helper reads in their own letters, not in those of whoever is helped.
    let modes = match &here.help {
        None => modes::of(tx, here.community, &here.viewer)?,
        Some(_) => None,
    };
    let help = match &here.help {
        None => None,
        Some(help) => Some(helping::rows::shown(tx, here.community, help)?),
    };
    let must_first = here.must_first;
    Ok(name.map(|name| Me { viewer: here.viewer, name, session, modes, help, must_first }))
}

/// The devices of whoever asks; where a helper acts for them stands on the page of the help.
pub fn list(tx: &mut Tx<'_>, here: &Here) -> Outcome<SessionList> {
    let (kind, id) = person(&here.viewer).ok_or(Refusal::SignInFirst)?;
    let rows = tx.rows(
        "SELECT session_id, since_ms, last_used_ms, device FROM sessions
         WHERE community_id = $1 AND kind = $2 AND person_id = $3 AND ends_ms > $4
             AND help_id IS NULL
         ORDER BY last_used_ms DESC, session_id DESC",
        params![here.community.0, kind, id, here.now.millis()],
    )?;
    let items = rows.iter().map(|row| read(row, here)).collect::<Outcome<_>>()?;
    Ok(SessionList { items, next: None })
}

/// Signs one of one's own devices out.
pub fn end(tx: &mut Tx<'_>, here: &Here, session: SessionId) -> Outcome<()> {
    let (kind, id) = person(&here.viewer).ok_or(Refusal::SignInFirst)?;
    let n_ended = tx.execute(
        "DELETE FROM sessions
         WHERE community_id = $1 AND session_id = $2 AND kind = $3 AND person_id = $4
             AND help_id IS NULL",
        params![here.community.0, session.0, kind, id],
    )?;
    match n_ended {
        0 => Err(Failure::MISSING),
        _ => subscriptions::forget_of_session(tx, here.community, session),
    }
}

/// Forgets one session, whosever it is.
pub fn drop_one(tx: &mut Tx<'_>, community: CommunityId, session: SessionId) -> Outcome<()> {
    tx.execute(
        "DELETE FROM sessions WHERE community_id = $1 AND session_id = $2",
        params![community.0, session.0],
    )?;
    subscriptions::forget_of_session(tx, community, session)
}

fn read(row: &Row, here: &Here) -> Outcome<Session> {
    let id = SessionId(number(row.int(0)?)?);
    Ok(Session {
        id,
        since: Moment::from_millis(row.int(1)?),
        last_used: Moment::from_millis(row.int(2)?),
        device: row.text(3)?.to_owned(),
        is_this_one: here.session == Some(id),
    })
}

fn to_the_hour(at: Moment) -> i64 {
    at.millis() - at.millis().rem_euclid(HOUR_MS)
}

fn number(raw: i64) -> Outcome<u32> {
    u32::try_from(raw).map_err(|_| Failure::Broken(format!("{raw} is no number of a thing")))
}
