//! The list of a contest's proposals, in parts.

use huiyin_domain::{
    ids::{ContestId, ProposalId},
    proposals::{
        Place, StageKind, Title,
        similar::{self, TitleRow, Titles},
        wire::ProposalList,
    },
};
use serde::Deserialize;

use super::{counts, rows, stages};
use crate::{
    contests,
    failure::{Failure, Outcome},
    here::Here,
    store::{Row, Tx, Value, params},
};

/// Proposals in one part, unless asked otherwise.
const LIMIT: u32 = 20;
/// Most proposals in one part.
const LIMIT_MAX: u32 = 100;

/// In which order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sort {
    /// The newest first.
    #[default]
    Newest,
    /// Those with most co-signatures first.
    CoSigns,
    /// By number.
    Number,
}

/// What is asked of the list.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Query {
    /// Where the part begins: `next` of the part before.
    pub after: Option<String>,
    /// How many at most.
    pub limit: Option<u32>,
    /// In which order.
    pub sort: Sort,
    /// Only those at this stage.
    pub stage: Option<StageKind>,
}

/// Where a part ended: the last one's number and its co-signatures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Cursor {
    id: i64,
    n_co_signs: i64,
}

impl Cursor {
    fn print(self) -> String {
        format!("{:x}.{:x}", self.id, self.n_co_signs)
    }

    fn parse(raw: &str) -> Outcome<Self> {
        let read = || {
            let (id, n_co_signs) = raw.split_once('.')?;
            let number = |hex| u32::from_str_radix(hex, 16).ok().map(i64::from);
            Some(Self { id: number(id)?, n_co_signs: number(n_co_signs)? })
        };
        read().ok_or_else(|| Failure::malformed("after: not a cursor of this list"))
    }

    /// Before the first one, in this order.
    fn start(sort: Sort) -> Self {
        match sort {
            Sort::Newest | Sort::CoSigns => Self { id: i64::MAX, n_co_signs: i64::MAX },
            Sort::Number => Self { id: 0, n_co_signs: 0 },
        }
    }
}

/// What is asked of the titles.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct TitlesQuery {
    /// Only those nearest to this text.
    pub like: Option<String>,
}

/// What the titles of proposals are read from that have not changed since their titles have a
/// column: a part of the document.
#[derive(Deserialize)]
struct Titled {
    content: TitledContent,
}

#[derive(Deserialize)]
struct TitledContent {
    title: Title,
    place: Place,
}

/// The titles of all that was sent and not taken back, by number; none of them when they are too
/// many for a phone.
pub fn titles(tx: &mut Tx<'_>, here: &Here, id: ContestId) -> Outcome<Titles> {
    contests::judge::visible(tx, here, id)?;
    let mut items = title_rows(tx, here, id, Titles::SENT_MAX + 1)?;
    let are_too_many = items.len() > Titles::SENT_MAX as usize;
    if are_too_many {
        items.clear();
    }
    Ok(Titles { items, are_too_many })
}

/// The titles nearest to what somebody writes, the nearest first.
pub fn titles_like(tx: &mut Tx<'_>, here: &Here, id: ContestId, typed: &str) -> Outcome<Titles> {
    contests::judge::visible(tx, here, id)?;
    let all = title_rows(tx, here, id, u32::MAX)?;
    let near = similar::similar(Titles::compared(typed), &all);
    Ok(Titles { items: near.into_iter().map(|it| it.row).collect(), are_too_many: false })
}

fn title_rows(tx: &mut Tx<'_>, here: &Here, id: ContestId, limit: u32) -> Outcome<Vec<TitleRow>> {
    let rows = tx.rows(
        "SELECT proposal_id, stage_kind, title, place, CASE WHEN title IS NULL THEN state END
         FROM proposals
         WHERE community_id = $1 AND contest_id = $2 AND stage_kind <> 'withdrawn'
         ORDER BY proposal_id LIMIT $3",
        params![here.community.0, id.0, limit],
    )?;
    rows.iter().map(title_row).collect()
}

fn title_row(row: &Row) -> Outcome<TitleRow> {
    let (id, word) = (row.int(0)?, row.text(1)?);
    let broken = || Failure::Broken(format!("the title of proposal {id}, which is {word}"));
    let (title, place) = match (row.opt_text(2)?, row.opt_text(3)?) {
        (Some(title), Some(place)) => (title.to_owned(), place.to_owned()),
        (None, _) | (Some(_), None) => {
            let document = row.opt_text(4)?.ok_or_else(broken)?;
            let Titled { content } = serde_json::from_str(document)?;
            (content.title.to_string(), content.place.to_string())
        }
    };
    let number = u32::try_from(id).map_err(|_| broken())?;
    let stage_kind = stages::parse_stage(word).ok_or_else(broken)?;
    Ok(TitleRow { id: ProposalId(number), title, place, stage_kind })
}

/// One part of the list.
pub fn list(tx: &mut Tx<'_>, here: &Here, id: ContestId, query: &Query) -> Outcome<ProposalList> {
    contests::judge::visible(tx, here, id)?;
    let limit = query.limit.unwrap_or(LIMIT).clamp(1, LIMIT_MAX);
    let cursor = match &query.after {
        Some(after) => Cursor::parse(after)?,
        None => Cursor::start(query.sort),
    };
    let total = counts::total(tx, here.community, id, query.stage)?;
    let stage = query.stage.map(stages::stage_word);
    let found = part(tx, here, id, query.sort, stage, cursor, limit + 1)?;
    let shown = &found[..found.len().min(limit as usize)];
    let next = match (found.len() > shown.len(), shown.last()) {
        (true, Some(last)) => Some(Cursor { id: last.int(2)?, n_co_signs: last.int(1)? }.print()),
        (true | false, _) => None,
    };
    let items = shown.iter().map(rows::card).collect::<Outcome<_>>()?;
    Ok(ProposalList { items, next, total })
}

/// One part of a contest's ($1, $2) list: after number $3, at most $4; by co-signatures after $5
/// of them, too; and of one stage where that is asked, which comes last.
pub fn part_sql(sort: Sort, is_of_stage: bool) -> String {
    let (after, order, last) = match sort {
        Sort::Newest => ("proposal_id < $3", "proposal_id DESC", 4),
        Sort::Number => ("proposal_id > $3", "proposal_id", 4),
        Sort::CoSigns => {
            ("(n_co_signs, proposal_id) < ($5, $3)", "n_co_signs DESC, proposal_id DESC", 5)
        }
    };
    let of_stage = match is_of_stage {
        false => String::new(),
        true => format!(" AND stage_kind = ${}", last + 1),
    };
    format!(
        "SELECT state, n_co_signs, proposal_id FROM proposals
         WHERE community_id = $1 AND contest_id = $2 AND {after}{of_stage}
         ORDER BY {order} LIMIT $4"
    )
}

fn part(
    tx: &mut Tx<'_>,
    here: &Here,
    id: ContestId,
    sort: Sort,
    stage: Option<&str>,
    cursor: Cursor,
    limit: u32,
) -> Outcome<Vec<Row>> {
    let mut asked = params![here.community.0, id.0, cursor.id, limit].to_vec();
    match sort {
        Sort::Newest | Sort::Number => {}
        Sort::CoSigns => asked.push(Value::from(cursor.n_co_signs)),
    }
    asked.extend(stage.map(Value::from));
    Ok(tx.rows(&part_sql(sort, stage.is_some()), &asked)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_survives_the_address() {
        let cursor = Cursor { id: 128, n_co_signs: 40 };
        assert_eq!(Cursor::parse(&cursor.print()), Ok(cursor));
        for raw in ["", "x.1", "1", "1.2.3", "-1.0"] {
            assert!(Cursor::parse(raw).is_err(), "{raw}");
        }
    }
}
