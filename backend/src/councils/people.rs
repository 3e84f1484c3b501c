//! People of a council: which resident is behind which of its numbers, and their codes.

use std::collections::BTreeMap;

use huiyin_domain::{
    councils::{
        Group,
        meeting::{Council, Reminder},
    },
    digits,
    ids::{AttendeeId, CommunityId, CouncilId, ResidentId},
};

use super::rows;
use crate::{
    failure::{Failure, Outcome},
    here::Here,
    secrets,
    store::{Row, Tx, params},
};

/// Digits of a code at the door: short enough to be said aloud.
pub const CODE_DIGITS: usize = 6;
/// Codes made for one request; that all of them are taken at one council does not happen.
const N_CODES: usize = 8;

/// Codes by chance (签到码), of which the first is used that nobody has at the council.
pub type FreshCodes = Vec<String>;

/// Codes by chance.
pub fn fresh_codes() -> FreshCodes {
    std::iter::repeat_with(|| secrets::random_digits(CODE_DIGITS)).take(N_CODES).collect()
}

/// Somebody as a council knows them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// Their number.
    pub number: AttendeeId,
    /// The resident; nobody for whoever has no account or has left.
    pub resident: Option<ResidentId>,
    /// What they show at the door.
    pub code: Option<String>,
    /// Whose days are like theirs, where somebody without an account said it.
    pub said: Option<Group>,
}

/// A resident at a council, if they have a number there.
pub fn of_resident(
    tx: &mut Tx<'_>,
    community: CommunityId,
    council: CouncilId,
    resident: ResidentId,
) -> Outcome<Option<Known>> {
    let row = tx.first(
        "SELECT number, resident_id, code, said FROM council_people
         WHERE community_id = $1 AND resident_id = $2 AND council_id = $3",
        params![community.0, resident.0, council.0],
    )?;
    row.as_ref().map(read).transpose()
}

/// Whoever shows this code, as scanned or typed with the digits of any keyboard.
pub fn by_code(
    tx: &mut Tx<'_>,
    community: CommunityId,
    council: CouncilId,
    raw: &str,
) -> Outcome<Option<ResidentId>> {
    let code: String = raw
        .chars()
        .filter_map(digits::digit)
        .filter_map(|digit| char::from_digit(digit.into(), 10))
        .collect();
    let row = tx.first(
        "SELECT number, resident_id, code, said FROM council_people
         WHERE community_id = $1 AND council_id = $2 AND code = $3",
        params![community.0, council.0, code],
    )?;
    Ok(row.as_ref().map(read).transpose()?.and_then(|known| known.resident))
}

/// Everybody of a council, by number.
pub fn all(
    tx: &mut Tx<'_>,
    community: CommunityId,
    council: CouncilId,
) -> Outcome<BTreeMap<AttendeeId, Known>> {
    let rows = tx.rows(
        "SELECT number, resident_id, code, said FROM council_people
         WHERE community_id = $1 AND council_id = $2 ORDER BY number",
        params![community.0, council.0],
    )?;
    let all = rows.iter().map(|row| read(row).map(|known| (known.number, known)));
    all.collect()
}

/// The numbers of a resident at all councils.
pub fn numbers(
    tx: &mut Tx<'_>,
    community: CommunityId,
    resident: ResidentId,
) -> Outcome<BTreeMap<CouncilId, AttendeeId>> {
    let found = tx.rows(
        "SELECT council_id, number FROM council_people WHERE community_id = $1 AND resident_id = $2",
        params![community.0, resident.0],
    )?;
    let numbers = found
        .iter()
        .map(|row| Ok((CouncilId(rows::number(row, 0)?), AttendeeId(rows::number(row, 1)?))));
    numbers.collect()
}

/// Writes down who is behind a number that was new.
pub fn keep(
    tx: &mut Tx<'_>,
    here: &Here,
    before: &Council,
    number: AttendeeId,
    (resident, said): (Option<ResidentId>, Option<Group>),
) -> Outcome<()> {
    if number != before.next_number() {
        return Ok(());
    }
    tx.execute(
        "INSERT INTO council_people (community_id, council_id, number, resident_id, said)
         VALUES ($1, $2, $3, $4, $5)",
        params![
            here.community.0,
            before.id.0,
            number.0,
            resident.map(|resident| resident.0),
            said.map(Group::word)
        ],
    )?;
    Ok(())
}

/// Whoever has said that they come gets a code for the door, and keeps it.
pub fn has_answered(
    tx: &mut Tx<'_>,
    here: &Here,
    council: CouncilId,
    number: AttendeeId,
    codes: &[String],
) -> Outcome<()> {
    let taken = all(tx, here.community, council)?;
    let is_free = |code: &&String| taken.values().all(|known| known.code.as_ref() != Some(*code));
    let code = codes.iter().find(is_free);
    let code = code.ok_or_else(|| Failure::Broken("all codes are taken".to_owned()))?;
    tx.execute(
        "UPDATE council_people SET code = COALESCE(code, $1), answered_ms = $2
         WHERE community_id = $3 AND council_id = $4 AND number = $5",
        params![code, here.now.millis(), here.community.0, council.0, number.0],
    )?;
    Ok(())
}

/// When a resident wants to be reminded of a council.
pub fn reminder(
    tx: &mut Tx<'_>,
    community: CommunityId,
    council: CouncilId,
    resident: ResidentId,
) -> Outcome<Reminder> {
    let row = tx.first(
        "SELECT reminder FROM council_reminders
         WHERE community_id = $1 AND resident_id = $2 AND council_id = $3",
        params![community.0, resident.0, council.0],
    )?;
    row.map_or(Ok(Reminder::default()), |row| reminder_of(row.text(0)?))
}

/// Keeps when a resident wants to be reminded.
pub fn keep_reminder(
    tx: &mut Tx<'_>,
    here: &Here,
    council: CouncilId,
    resident: ResidentId,
    reminder: Reminder,
) -> Outcome<()> {
    tx.execute(
        "INSERT INTO council_reminders (community_id, council_id, resident_id, reminder)
         VALUES ($1, $2, $3, $4)
         ON CONFLICT (community_id, resident_id, council_id)
             DO UPDATE SET reminder = excluded.reminder",
        params![here.community.0, council.0, resident.0, reminder.word()],
    )?;
    Ok(())
}

/// The way back from a reminder's word.
pub fn reminder_of(word: &str) -> Outcome<Reminder> {
    Reminder::parse(word).ok_or_else(|| Failure::Broken(format!("{word} is no reminder")))
}

fn read(row: &Row) -> Outcome<Known> {
    let resident = match row.opt_int(1)? {
        Some(_) => Some(ResidentId(rows::number(row, 1)?)),
        None => None,
    };
    Ok(Known {
        number: AttendeeId(rows::number(row, 0)?),
        resident,
        code: row.opt_text(2)?.map(str::to_owned),
        said: row.opt_text(3)?.and_then(Group::parse),
    })
}
