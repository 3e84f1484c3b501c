//! Rows of staff, their second factor and their recovery codes.

use huiyin_domain::{
    ids::{CommunityId, SessionId, StaffId},
    residents::{StaffRole, Viewer},
    staff::{
        Event, Factor, Member, MustFirst, PasswordBy, SecondFactor, Standing,
        totp::{Secret, Step},
        wire::NewMember,
    },
    time::Moment,
    words::Words,
};

use super::NewCodes;
use crate::{
    failure::{Failure, Outcome},
    here::Here,
    residents::{service, sessions},
    store::{Row, Tx, params},
};

/// The columns that make a member, in the order in which [`read`] takes them.
const MEMBER: &str = "SELECT s.staff_id, s.name, s.called_name, s.role, s.retired_ms, \
     s.password_by, f.since_ms FROM staff s LEFT JOIN staff_factors f \
     ON f.community_id = s.community_id AND f.staff_id = s.staff_id WHERE s.community_id = $1";

/// The name of a member's stream of events.
pub fn stream(id: StaffId) -> String {
    format!("staff/{id}")
}

/// All staff by number, also those who have left.
pub fn all(tx: &mut Tx<'_>, community: CommunityId) -> Outcome<Vec<Member>> {
    let rows = tx.rows(&format!("{MEMBER} ORDER BY s.staff_id"), params![community.0])?;
    rows.iter().map(read).collect()
}

/// One member.
pub fn load(tx: &mut Tx<'_>, community: CommunityId, id: StaffId) -> Outcome<Member> {
    let row = tx.first(&format!("{MEMBER} AND s.staff_id = $2"), params![community.0, id.0])?;
    read(&row.ok_or(Failure::MISSING)?)
}

/// The member who signs in with this name.
pub fn named(tx: &mut Tx<'_>, community: CommunityId, name: &str) -> Outcome<Option<Member>> {
    let row = tx.first(&format!("{MEMBER} AND s.name = $2"), params![community.0, name])?;
    row.as_ref().map(read).transpose()
}

/// How many administrators work here.
pub fn n_administrators(tx: &mut Tx<'_>, community: CommunityId) -> Outcome<u32> {
    let row = tx.first(
        "SELECT COUNT(*) FROM staff
         WHERE community_id = $1 AND role = 'administrator' AND retired_ms IS NULL",
        params![community.0],
    )?;
    let n = row.map_or(Ok(0), |row| row.int(0))?;
    u32::try_from(n).map_err(|_| Failure::Broken(format!("{n} administrators")))
}

/// What somebody has to do before anything else; nobody but staff has to.
pub fn must_first(
    tx: &mut Tx<'_>,
    here: &Here,
    setting: SecondFactor,
) -> Outcome<Option<MustFirst>> {
    let Viewer::Staff { id, .. } = here.viewer else { return Ok(None) };
    let row = tx.first(
        "SELECT s.password_by, f.since_ms FROM staff s LEFT JOIN staff_factors f
             ON f.community_id = s.community_id AND f.staff_id = s.staff_id
         WHERE s.community_id = $1 AND s.staff_id = $2",
        params![here.community.0, id.0],
    )?;
    let row = row.ok_or(Failure::MISSING)?;
    Ok(MustFirst::of(setting, password_by(row.text(0)?)?, factor(row.opt_int(1)?)))
}

/// Stores somebody new, with a password for one sign-in.
pub fn insert(
    tx: &mut Tx<'_>,
    community: CommunityId,
    new: &NewMember,
    password_hash: &str,
) -> Outcome<StaffId> {
    let id = service::create_staff(tx, community, new.name.as_str(), password_hash, new.role)?;
    tx.execute(
        "UPDATE staff SET called_name = $1, password_by = 'given'
         WHERE community_id = $2 AND staff_id = $3",
        params![new.called.as_str(), community.0, id.0],
    )?;
    Ok(id)
}

/// Stores what follows from an event; those of the factor and its codes store themselves.
pub fn happen(tx: &mut Tx<'_>, here: &Here, id: StaffId, event: &Event) -> Outcome<()> {
    match event {
        Event::RoleChanged { to, .. } => set_role(tx, here.community, id, *to),
        Event::SecondFactorReset => drop_factor(tx, here.community, id),
        Event::Retired => {
            tx.execute(
                "UPDATE staff SET retired_ms = $1 WHERE community_id = $2 AND staff_id = $3",
                params![here.now.millis(), here.community.0, id.0],
            )?;
            drop_factor(tx, here.community, id)
        }
        Event::Added { .. }
        | Event::PasswordGiven
        | Event::PasswordChanged
        | Event::SecondFactorSetUp
        | Event::RecoveryCodesMade
        | Event::RecoveryCodeUsed { .. } => Ok(()),
    }
}

fn set_role(tx: &mut Tx<'_>, community: CommunityId, id: StaffId, role: StaffRole) -> Outcome<()> {
    tx.execute(
        "UPDATE staff SET role = $1 WHERE community_id = $2 AND staff_id = $3",
        params![service::role_word(role), community.0, id.0],
    )?;
    Ok(())
}

/// The hash of a member's password.
pub fn password_hash(tx: &mut Tx<'_>, community: CommunityId, id: StaffId) -> Outcome<String> {
    let row = tx.first(
        "SELECT password_hash FROM staff WHERE community_id = $1 AND staff_id = $2",
        params![community.0, id.0],
    )?;
    Ok(row.ok_or(Failure::MISSING)?.text(0)?.to_owned())
}

/// Puts a password in the place of the one with the hash `before`; says whether that still held.
pub fn set_password(
    tx: &mut Tx<'_>,
    community: CommunityId,
    id: StaffId,
    (before, hash): (Option<&str>, &str),
    by: PasswordBy,
) -> Outcome<bool> {
    let by = match by {
        PasswordBy::Given => "given",
        PasswordBy::Own => "own",
    };
    let n_changed = tx.execute(
        "UPDATE staff SET password_hash = $1, password_by = $2
         WHERE community_id = $3 AND staff_id = $4 AND password_hash = COALESCE($5, password_hash)",
        params![hash, by, community.0, id.0, before],
    )?;
    Ok(n_changed != 0)
}

/// Keeps the secret of a factor that is being set up, in the place of one that was begun before.
pub fn offer_factor(
    tx: &mut Tx<'_>,
    community: CommunityId,
    id: StaffId,
    secret: &Secret,
) -> Outcome<()> {
    tx.execute(
        "INSERT INTO staff_factors (community_id, staff_id, secret, since_ms, last_step)
         VALUES ($1, $2, $3, NULL, NULL)
         ON CONFLICT (community_id, staff_id) DO UPDATE SET secret = excluded.secret",
        params![community.0, id.0, secret.base32()],
    )?;
    Ok(())
}

/// A factor as it is stored: since when it stands, its secret, and the step used last.
pub struct StoredFactor {
    /// Since when; a factor that is being set up does not stand yet.
    pub since: Option<Moment>,
    /// What the phone knows, too.
    pub secret: Secret,
    /// The last step that was used.
    pub used: Option<Step>,
}

/// The factor of a member, also one that is being set up.
pub fn stored_factor(
    tx: &mut Tx<'_>,
    community: CommunityId,
    id: StaffId,
) -> Outcome<Option<StoredFactor>> {
    let row = tx.first(
        "SELECT since_ms, secret, last_step FROM staff_factors
         WHERE community_id = $1 AND staff_id = $2",
        params![community.0, id.0],
    )?;
    let Some(row) = row else { return Ok(None) };
    let secret = Secret::parse(row.text(1)?);
    let used = row.opt_int(2)?.map(u64::try_from).transpose();
    Ok(Some(StoredFactor {
        since: row.opt_int(0)?.map(Moment::from_millis),
        secret: secret.ok_or_else(|| Failure::Broken(format!("the secret of staff {id}")))?,
        used: used.map_err(|_| Failure::Broken(format!("the step of staff {id}")))?.map(Step),
    }))
}

/// Marks a step as used; a factor that was being set up stands from now on.
pub fn use_step(tx: &mut Tx<'_>, here: &Here, id: StaffId, step: Step) -> Outcome<()> {
    let step = i64::try_from(step.0).map_err(|_| Failure::Broken("a late step".to_owned()))?;
    tx.execute(
        "UPDATE staff_factors SET last_step = $1, since_ms = COALESCE(since_ms, $2)
         WHERE community_id = $3 AND staff_id = $4",
        params![step, here.now.millis(), here.community.0, id.0],
    )?;
    Ok(())
}

/// Takes a factor away with its recovery codes.
pub fn drop_factor(tx: &mut Tx<'_>, community: CommunityId, id: StaffId) -> Outcome<()> {
    for sql in [
        "DELETE FROM staff_factors WHERE community_id = $1 AND staff_id = $2",
        "DELETE FROM staff_recovery_codes WHERE community_id = $1 AND staff_id = $2",
    ] {
        tx.execute(sql, params![community.0, id.0])?;
    }
    Ok(())
}

/// Stores new recovery codes; those printed before let nobody in any more.
pub fn replace_codes(
    tx: &mut Tx<'_>,
    community: CommunityId,
    id: StaffId,
    codes: &NewCodes,
) -> Outcome<()> {
    tx.execute(
        "DELETE FROM staff_recovery_codes WHERE community_id = $1 AND staff_id = $2",
        params![community.0, id.0],
    )?;
    for (code, hash) in &codes.0 {
        tx.execute(
            "INSERT INTO staff_recovery_codes (community_id, staff_id, place, code_hash)
             VALUES ($1, $2, $3, $4)",
            params![community.0, id.0, u32::from(code.place()), hash],
        )?;
    }
    Ok(())
}

/// The hash of the recovery code of a place, unless it was used.
pub fn code_hash(
    tx: &mut Tx<'_>,
    community: CommunityId,
    id: StaffId,
    place: u8,
) -> Outcome<Option<String>> {
    let row = tx.first(
        "SELECT code_hash FROM staff_recovery_codes
         WHERE community_id = $1 AND staff_id = $2 AND place = $3",
        params![community.0, id.0, u32::from(place)],
    )?;
    Ok(row.map(|row| row.text(0).map(str::to_owned)).transpose()?)
}

/// Uses a recovery code up; says whether it was still there.
pub fn use_code(
    tx: &mut Tx<'_>,
    community: CommunityId,
    id: StaffId,
    place: u8,
    hash: &str,
) -> Outcome<bool> {
    let n_used = tx.execute(
        "DELETE FROM staff_recovery_codes
         WHERE community_id = $1 AND staff_id = $2 AND place = $3 AND code_hash = $4",
        params![community.0, id.0, u32::from(place), hash],
    )?;
    Ok(n_used != 0)
}

/// How many recovery codes a member has left.
pub fn n_codes(tx: &mut Tx<'_>, community: CommunityId, id: StaffId) -> Outcome<u32> {
    let row = tx.first(
        "SELECT COUNT(*) FROM staff_recovery_codes WHERE community_id = $1 AND staff_id = $2",
        params![community.0, id.0],
    )?;
    let n = row.map_or(Ok(0), |row| row.int(0))?;
    u32::try_from(n).map_err(|_| Failure::Broken(format!("{n} recovery codes")))
}

/// Signs a member out everywhere but on one device.
pub fn end_sessions(
    tx: &mut Tx<'_>,
    community: CommunityId,
    id: StaffId,
    but: Option<SessionId>,
) -> Outcome<()> {
    let rows = tx.rows(
        "SELECT session_id FROM sessions
         WHERE community_id = $1 AND kind = 'staff' AND person_id = $2",
        params![community.0, id.0],
    )?;
    for row in rows {
        let session = SessionId(number(row.int(0)?)?);
        if but != Some(session) {
            sessions::drop_one(tx, community, session)?;
        }
    }
    Ok(())
}

fn read(row: &Row) -> Outcome<Member> {
    let name = row.text(1)?;
    let called = row.opt_text(2)?.unwrap_or(name);
    Ok(Member {
        id: StaffId(number(row.int(0)?)?),
        name: words(name)?,
        called: words(called)?,
        role: service::role_of(row.text(3)?)?,
        standing: match row.opt_int(4)? {
            None => Standing::Active,
            Some(at) => Standing::Retired { at: Moment::from_millis(at) },
        },
        password: password_by(row.text(5)?)?,
        factor: factor(row.opt_int(6)?),
    })
}

/// A name from the tables; one that was stored before names had a limit is shortened.
fn words<const MAX: usize>(name: &str) -> Outcome<Words<MAX>> {
    Words::shortened(name).map_err(|_| Failure::Broken("somebody without a name".to_owned()))
}

fn factor(since_ms: Option<i64>) -> Factor {
    since_ms.map_or(Factor::None, |since| Factor::SetUp { since: Moment::from_millis(since) })
}

fn password_by(word: &str) -> Outcome<PasswordBy> {
    match word {
        "given" => Ok(PasswordBy::Given),
        "own" => Ok(PasswordBy::Own),
        other => Err(Failure::Broken(format!("{other} chooses no passwords"))),
    }
}

fn number(raw: i64) -> Outcome<u32> {
    u32::try_from(raw).map_err(|_| Failure::Broken(format!("{raw} is no number of a person")))
}
