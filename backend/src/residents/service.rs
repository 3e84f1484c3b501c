//! What the office does with residents, letters and staff.

use huiyin_domain::{
    ids::{CommunityId, ResidentId, StaffId},
    residents::{
        StaffRole,
        letter_code::{CODE_DIGITS, LETTER_DIGITS, LetterCode},
    },
    time::Moment,
};

use crate::{
    failure::{Failure, Outcome},
    secrets,
    store::{StoreError, Tx, counters, params},
};

/// The secret digits of a letter and their slow hash, made before the transaction that uses them.
#[derive(Clone)]
pub struct LetterSecret {
    digits: String,
    hash: String,
}

impl LetterSecret {
    /// A new one by chance.
    pub fn random() -> Self {
        Self::of(&secrets::random_letter_secret()).expect("random secrets have the right length")
    }

    /// One whose digits are given, for a demonstration; `None` unless they are seven digits.
    pub fn of(digits: &str) -> Option<Self> {
        let n_digits = CODE_DIGITS - LETTER_DIGITS;
        let is_right = digits.len() == n_digits && digits.bytes().all(|b| b.is_ascii_digit());
        is_right.then(|| Self { digits: digits.to_owned(), hash: secrets::slow_hash(digits) })
    }
}

/// Puts a resident (居民) on the community's list.
pub fn register(
    tx: &mut Tx<'_>,
    community: CommunityId,
    public_name: &str,
    now: Moment,
) -> Outcome<ResidentId> {
    let id = next(tx, community, "resident")?;
    tx.execute(
        "INSERT INTO residents (community_id, resident_id, public_name, since_ms)
         VALUES ($1, $2, $3, $4)",
        params![community.0, id, public_name, now.millis()],
    )?;
    Ok(ResidentId(id))
}

/// How many residents the community has.
pub fn n_residents(tx: &mut Tx<'_>, community: CommunityId) -> Outcome<u32> {
    let row =
        tx.first("SELECT COUNT(*) FROM residents WHERE community_id = $1", params![community.0])?;
    let n = row.map_or(Ok(0), |row| row.int(0))?;
    u32::try_from(n).map_err(|_| Failure::Broken(format!("{n} residents")))
}

/// What a resident wants to be called.
pub fn public_name(
    tx: &mut Tx<'_>,
    community: CommunityId,
    resident: ResidentId,
) -> Outcome<Option<String>> {
    let row = tx.first(
        "SELECT public_name FROM residents WHERE community_id = $1 AND resident_id = $2",
        params![community.0, resident.0],
    )?;
    Ok(row.map(|row| row.text(0).map(str::to_owned)).transpose()?)
}

/// What a member of staff is called.
pub fn staff_name(
    tx: &mut Tx<'_>,
    community: CommunityId,
    staff: StaffId,
) -> Outcome<Option<String>> {
    let row = tx.first(
        "SELECT COALESCE(called_name, name) FROM staff
         WHERE community_id = $1 AND staff_id = $2",
        params![community.0, staff.0],
    )?;
    Ok(row.map(|row| row.text(0).map(str::to_owned)).transpose()?)
}

/// Prints a sign-in letter (信函) for a resident; letters printed for them before stop working.
pub fn print_letter(
    tx: &mut Tx<'_>,
    community: CommunityId,
    resident: ResidentId,
    secret: &LetterSecret,
    now: Moment,
) -> Outcome<LetterCode> {
    let number = next(tx, community, "letter")?;
    // Letters begin at 10001, so that no number begins with a nought that gets lost.
    let letter = format!("{:05}", number + 10_000);
    if letter.len() != LETTER_DIGITS {
        return Err(Failure::Broken("all numbers of letters are used up".to_owned()));
    }
    tx.execute(
        "DELETE FROM letters WHERE community_id = $1 AND resident_id = $2",
        params![community.0, resident.0],
    )?;
    tx.execute(
        "INSERT INTO letters
             (community_id, letter, resident_id, secret_hash, n_uses, printed_ms)
         VALUES ($1, $2, $3, $4, 0, $5)",
        params![community.0, &letter, resident.0, &secret.hash, now.millis()],
    )?;
    let code = LetterCode::parse(&format!("{letter}{}", secret.digits));
    Ok(code.expect("five and seven digits are twelve"))
}

/// Lets a member of staff in; `password_hash` comes from [`secrets::slow_hash`].
pub fn create_staff(
    tx: &mut Tx<'_>,
    community: CommunityId,
    name: &str,
    password_hash: &str,
    role: StaffRole,
) -> Outcome<StaffId> {
    let id = next(tx, community, "staff")?;
    tx.execute(
        "INSERT INTO staff (community_id, staff_id, name, password_hash, role)
         VALUES ($1, $2, $3, $4, $5)",
        params![community.0, id, name.trim(), password_hash, role_word(role)],
    )?;
    Ok(StaffId(id))
}

/// A role as it stands in the tables; a reviewer's names the department, as `reviewer/3`.
pub fn role_word(role: StaffRole) -> String {
    match role {
        StaffRole::Organiser => "organiser".to_owned(),
        StaffRole::Administrator => "administrator".to_owned(),
        StaffRole::Reviewer { department } => format!("reviewer/{department}"),
    }
}

/// The way back from [`role_word`].
pub fn role_of(word: &str) -> Outcome<StaffRole> {
    let broken = || Failure::Broken(format!("{word} is no role"));
    match word.split_once('/') {
        None if word == "organiser" => Ok(StaffRole::Organiser),
        None if word == "administrator" => Ok(StaffRole::Administrator),
        Some(("reviewer", id)) => {
            Ok(StaffRole::Reviewer { department: id.parse().map_err(|_| broken())? })
        }
        None | Some(_) => Err(broken()),
    }
}

fn next(tx: &mut Tx<'_>, community: CommunityId, kind: &str) -> Result<u32, StoreError> {
    let number = counters::next(tx, community.0.into(), kind)?;
    u32::try_from(number).map_err(|_| StoreError::Unexpected(format!("{kind} {number}")))
}
