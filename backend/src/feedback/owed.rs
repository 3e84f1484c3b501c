//! What somebody owes to residents, the most urgent first.

use huiyin_domain::{
    feedback::{Owner, overdue_before, wire::OwedList},
    refusals::Refusal,
    residents::{StaffRole, Viewer},
    time::parse_day,
};

use super::rows;
use crate::{
    departments,
    failure::{Failure, Outcome},
    here::Here,
    store::{Row, Tx, Value, params},
};

/// Duties in one part.
const PART: u32 = 50;

/// Whose duties are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// Those of whoever asks.
    Own,
    /// Everybody's.
    All,
    /// Those of one of them.
    Of(Owner),
}

impl Whose {
    /// As it stands in the address: `office`, `department-3` or `all`.
    pub fn parse(raw: Option<&str>) -> Outcome<Self> {
        match raw {
            None => Ok(Self::Own),
            Some("all") => Ok(Self::All),
            Some(word) => rows::owner_of(word)
                .map(Self::Of)
                .ok_or_else(|| Failure::malformed("owner: office, department-3 or all")),
        }
    }
}

/// May this person see what is owed? All staff may, also what others owe.
pub fn may_see(viewer: &Viewer) -> Result<(), Refusal> {
    match viewer {
        Viewer::Guest => Err(Refusal::SignInFirst),
        Viewer::Resident { .. } => Err(Refusal::StaffOnly),
        Viewer::Staff { .. } => Ok(()),
    }
}

/// For whom a member of staff answers.
fn own(viewer: &Viewer) -> Owner {
    match viewer {
        Viewer::Staff { role: StaffRole::Reviewer { department }, .. } => {
            Owner::Department { id: *department }
        }
        Viewer::Staff { role: StaffRole::Organiser | StaffRole::Administrator, .. }
        | Viewer::Guest
        | Viewer::Resident { .. } => Owner::Office,
    }
}

/// How many things somebody owes, or everybody, and how many of them are overdue.
pub fn count(tx: &mut Tx<'_>, here: &Here, owner: Option<Owner>) -> Outcome<(u32, u32)> {
    let before = overdue_before(here.today(), here.calendar).to_string();
    let sql = "SELECT COUNT(*), COUNT(CASE WHEN due_day < $2 THEN 1 END) FROM submissions
         WHERE community_id = $1 AND due_day IS NOT NULL";
    let row = match owner {
        None => tx.first(sql, params![here.community.0, before])?,
        Some(owner) => tx.first(
            &format!("{sql} AND owner = $3"),
            params![here.community.0, before, rows::owner_word(owner)],
        )?,
    };
    let row = row.ok_or_else(|| Failure::Broken("a count without an answer".to_owned()))?;
    Ok((number(&row, 0)?, number(&row, 1)?))
}

fn number(row: &Row, column: usize) -> Outcome<u32> {
    let number = row.int(column)?;
    u32::try_from(number).map_err(|_| Failure::Broken(format!("{number} are owed")))
}

/// Where a part ended: its last due day and number.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Cursor {
    due: String,
    id: i64,
}

impl Cursor {
    fn print(&self) -> String {
        format!("{}.{:x}", self.due, self.id)
    }

    fn parse(raw: &str) -> Outcome<Self> {
        let read = || {
            let (due, id) = raw.split_once('.')?;
            let (due, id) = (parse_day(due)?, u32::from_str_radix(id, 16).ok()?);
            Some(Self { due: due.to_string(), id: id.into() })
        };
        read().ok_or_else(|| Failure::malformed("after: not a cursor of this list"))
    }
}

/// One part of what is owed.
pub fn list(tx: &mut Tx<'_>, here: &Here, whose: Whose, after: Option<&str>) -> Outcome<OwedList> {
    may_see(&here.viewer)?;
    let owner = match whose {
        Whose::Own => Some(own(&here.viewer)),
        Whose::All => None,
        Whose::Of(owner) => Some(owner),
    };
    let after = after.map(Cursor::parse).transpose()?;
    let found = part(tx, here, owner, after)?;
    let shown = &found[..found.len().min(PART as usize)];
    let next = match (found.len() > shown.len(), shown.last()) {
        (true, Some(last)) => {
            Some(Cursor { due: last.text(1)?.to_owned(), id: last.int(2)? }.print())
        }
        (true | false, _) => None,
    };
    let (total, n_overdue) = count(tx, here, owner)?;
    let items = shown.iter().map(|row| Ok(rows::card(here, &rows::read(row)?)));
    Ok(OwedList {
        items: items.collect::<Outcome<_>>()?,
        next,
        total,
        n_overdue,
        owner,
        names: departments::rows::names(tx, here.community)?,
    })
}

fn part(
    tx: &mut Tx<'_>,
    here: &Here,
    owner: Option<Owner>,
    after: Option<Cursor>,
) -> Outcome<Vec<Row>> {
    let mut sql = "SELECT state, due_day, submission_id FROM submissions
         WHERE community_id = $1 AND due_day IS NOT NULL"
        .to_owned();
    let mut given: Vec<Value> = vec![here.community.0.into()];
    if let Some(owner) = owner {
        given.push(rows::owner_word(owner).into());
        sql.push_str(&format!(" AND owner = ${}", given.len()));
    }
    if let Some(Cursor { due, id }) = after {
        given.extend([Value::from(due), Value::from(id)]);
        let (due, id) = (given.len() - 1, given.len());
        sql.push_str(&format!(
            " AND (due_day > ${due} OR (due_day = ${due} AND submission_id > ${id}))"
        ));
    }
    given.push((PART + 1).into());
    sql.push_str(&format!(" ORDER BY due_day, submission_id LIMIT ${}", given.len()));
    Ok(tx.rows(&sql, &given)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_survives_the_address() {
        let cursor = Cursor { due: "2026-11-22".to_owned(), id: 128 };
        assert_eq!(Cursor::parse(&cursor.print()), Ok(cursor));
        for raw in ["", "2026-11-22", "x.1", "2026-11-22.x", "2026-02-30.1"] {
            assert!(Cursor::parse(raw).is_err(), "{raw}");
        }
    }
}
