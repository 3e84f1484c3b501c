//! The inbox: what concerns a person, the newest first.

use huiyin_domain::{
    feedback::Event,
    ids::SubmissionId,
    notices::{
        Notice, Why,
        wire::{Inbox, InboxItem, ReadForm},
    },
    refusals::Refusal,
    residents::Viewer,
    time::Moment,
};

use crate::{
    departments,
    failure::{Failure, Outcome},
    here::Here,
    store::{Row, Tx, params},
};

/// Notices in one part.
const SHOWN: usize = 30;

/// Kind and number of whoever asks, as they stand in the tables.
pub(super) fn person(viewer: &Viewer) -> Result<(&'static str, u32), Refusal> {
    match viewer {
        Viewer::Guest => Err(Refusal::SignInFirst),
        Viewer::Resident { id } => Ok(("resident", id.0)),
        Viewer::Staff { id, .. } => Ok(("staff", id.0)),
    }
}

/// Where a part ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Cursor {
    at_ms: i64,
    submission: i64,
    seq: i64,
}

impl Cursor {
    /// Before the newest.
    const START: Self = Self { at_ms: i64::MAX, submission: i64::MAX, seq: i64::MAX };

    fn of(notice: &Notice) -> Self {
        let submission = notice.submission.0.into();
        Self { at_ms: notice.at.millis(), submission, seq: notice.seq }
    }

    fn print(self) -> String {
        format!("{:x}.{:x}.{:x}", self.at_ms, self.submission, self.seq)
    }

    fn parse(raw: &str) -> Outcome<Self> {
        let read = || {
            let mut parts = raw.split('.').map(|part| i64::from_str_radix(part, 16).ok());
            let cursor =
                Self { at_ms: parts.next()??, submission: parts.next()??, seq: parts.next()?? };
            parts.next().is_none().then_some(cursor)
        };
        read().ok_or_else(|| Failure::malformed("after: not a cursor of this list"))
    }
}

/// One part of the inbox of whoever asks.
pub fn page(tx: &mut Tx<'_>, here: &Here, after: Option<&str>) -> Outcome<Inbox> {
    let (kind, id) = person(&here.viewer)?;
    let cursor = after.map_or(Ok(Cursor::START), Cursor::parse)?;
    let rows = tx.rows(
        "SELECT n.submission_id, n.seq, n.at_ms, n.why, n.is_read, s.title, e.body
         FROM notices n
         JOIN submissions s
             ON s.community_id = n.community_id AND s.submission_id = n.submission_id
         JOIN events e ON e.community_id = n.community_id
             AND e.stream = 'submission/' || n.submission_id AND e.seq = n.seq
         WHERE n.community_id = $1 AND n.kind = $2 AND n.person_id = $3
             AND (n.at_ms < $4 OR (n.at_ms = $4 AND (n.submission_id < $5
                 OR (n.submission_id = $5 AND n.seq < $6))))
         ORDER BY n.at_ms DESC, n.submission_id DESC, n.seq DESC LIMIT $7",
        params![
            here.community.0,
            kind,
            id,
            cursor.at_ms,
            cursor.submission,
            cursor.seq,
            i64::try_from(SHOWN + 1).unwrap_or(i64::MAX)
        ],
    )?;
    let mut items = rows.iter().map(item).collect::<Outcome<Vec<_>>>()?;
    let has_more = items.len() > SHOWN;
    items.truncate(SHOWN);
    let next = items.last().filter(|_| has_more).map(|item| Cursor::of(&item.notice).print());
    let names = departments::rows::names(tx, here.community)?;
    Ok(Inbox { items, next, n_unread: n_unread(tx, here)?, names })
}

/// How many notices of whoever asks are unread.
pub fn n_unread(tx: &mut Tx<'_>, here: &Here) -> Outcome<u32> {
    let (kind, id) = person(&here.viewer)?;
    let row = tx.first(
        "SELECT COUNT(*) FROM notices
         WHERE community_id = $1 AND kind = $2 AND person_id = $3 AND is_read = 0",
        params![here.community.0, kind, id],
    )?;
    let n = row.map_or(Ok(0), |row| row.int(0))?;
    u32::try_from(n).map_err(|_| Failure::Broken(format!("{n} unread notices")))
}

/// Marks what was read; what came meanwhile stays unread.
pub fn read(tx: &mut Tx<'_>, here: &Here, form: ReadForm) -> Outcome<Inbox> {
    let (kind, id) = person(&here.viewer)?;
    match form {
        ReadForm::Submission { id: submission, until_seq } => tx.execute(
            "UPDATE notices SET is_read = 1
             WHERE community_id = $1 AND kind = $2 AND person_id = $3 AND is_read = 0
                 AND submission_id = $4 AND seq <= $5",
            params![here.community.0, kind, id, submission.0, until_seq],
        )?,
        ReadForm::Until { at } => tx.execute(
            "UPDATE notices SET is_read = 1
             WHERE community_id = $1 AND kind = $2 AND person_id = $3 AND is_read = 0
                 AND at_ms <= $4",
            params![here.community.0, kind, id, at.millis()],
        )?,
    };
    page(tx, here, None)
}

fn item(row: &Row) -> Outcome<InboxItem> {
    let why = row.text(3)?;
    let notice = Notice {
        submission: submission(row.int(0)?)?,
        seq: row.int(1)?,
        at: Moment::from_millis(row.int(2)?),
        why: Why::parse(why).ok_or_else(|| Failure::Broken(format!("a notice for {why}")))?,
        is_read: row.flag(4)?,
    };
    let event: Event = serde_json::from_str(row.text(6)?)?;
    Ok(InboxItem { notice, title: row.text(5)?.to_owned(), event })
}

/// A submission's number as it stands in the tables.
pub(super) fn submission(raw: i64) -> Outcome<SubmissionId> {
    let id = u32::try_from(raw).map_err(|_| Failure::Broken(format!("submission {raw}")))?;
    Ok(SubmissionId(id))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_survives_the_address() {
        let cursor = Cursor { at_ms: 1_788_000_000_000, submission: 128, seq: 3 };
        assert_eq!(Cursor::parse(&cursor.print()), Ok(cursor));
        for raw in ["", "x.1.1", "1.2", "1.2.3.4"] {
            assert!(Cursor::parse(raw).is_err(), "{raw}");
        }
    }
}
