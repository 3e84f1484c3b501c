//! The inbox: what concerns a person, the newest first.

use std::cmp::{Ordering, Reverse};

use huiyin_domain::{
    coaching::{self, Coaching},
    councils::{
        meeting::{self, Council},
        series::{self, Series},
    },
    feedback::Submission,
    ids::{ResidentId, SubmissionId},
    moderation::{Case, Told as CaseTold},
    notices::{
        CaseNotice, CoachingNotice, CouncilNotice, Notice, SeriesNotice, Why,
        wire::{Inbox, InboxItem, ReadForm},
    },
    proposals::Proposal,
    refusals::Refusal,
    residents::Viewer,
    time::Moment,
};

use super::reading::Told;
use crate::{
    councils::telling,
    departments,
    failure::{Failure, Outcome},
    here::Here,
    moderation,
    series::telling as series_telling,
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

/// What a notice is about; of one moment the last of these comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Room {
    Cases,
    Coaching,
    Series,
    Councils,
    Submissions,
}

/// Where a part ended: the newest first, and of one moment room by room.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Cursor {
    at_ms: i64,
    room: Room,
    number: i64,
    seq: i64,
}

impl Cursor {
    /// Before the newest.
    const START: Self =
        Self { at_ms: i64::MAX, room: Room::Submissions, number: i64::MAX, seq: i64::MAX };

    fn of(item: &InboxItem) -> Self {
        let at_ms = item.at().millis();
        match item {
            InboxItem::Submission { notice, .. } => {
                let number = notice.submission.0.into();
                Self { at_ms, room: Room::Submissions, number, seq: notice.seq }
            }
            InboxItem::Council { notice, .. } => {
                let number = notice.council.0.into();
                Self { at_ms, room: Room::Councils, number, seq: notice.seq }
            }
            InboxItem::Series { notice, .. } => {
                let number = notice.series.0.into();
                Self { at_ms, room: Room::Series, number, seq: notice.seq }
            }
            InboxItem::Coaching { notice, .. } => {
                let number = notice.coaching.0.into();
                Self { at_ms, room: Room::Coaching, number, seq: notice.seq }
            }
            InboxItem::Case { notice, .. } => {
                let number = notice.case.0.into();
                Self { at_ms, room: Room::Cases, number, seq: notice.seq }
            }
        }
    }

    /// Where that is in a room: of its moment all is still to come there while the list is at a
    /// room before it, and nothing where it is at one after.
    fn among(self, room: Room) -> Self {
        match self.room.cmp(&room) {
            Ordering::Greater => Self { number: i64::MAX, seq: i64::MAX, ..self },
            Ordering::Equal => self,
            Ordering::Less => Self { number: i64::MIN, ..self },
        }
    }

    fn print(self) -> String {
        let room = match self.room {
            Room::Series => 0,
            Room::Councils => 1,
            Room::Submissions => 2,
            Room::Coaching => 3,
            Room::Cases => 4,
        };
        format!("{:x}.{room}.{:x}.{:x}", self.at_ms, self.number, self.seq)
    }

    fn parse(raw: &str) -> Outcome<Self> {
        let read = || {
            let mut parts = raw.split('.').map(|part| i64::from_str_radix(part, 16).ok());
            let cursor = Self {
                at_ms: parts.next()??,
                room: match parts.next()?? {
                    0 => Room::Series,
                    1 => Room::Councils,
                    2 => Room::Submissions,
                    3 => Room::Coaching,
                    4 => Room::Cases,
                    _ => return None,
                },
                number: parts.next()??,
                seq: parts.next()??,
            };
            parts.next().is_none().then_some(cursor)
        };
        read().ok_or_else(|| Failure::malformed("after: not a cursor of this list"))
    }
}

/// One part of the inbox of whoever asks.
pub fn page(tx: &mut Tx<'_>, here: &Here, after: Option<&str>) -> Outcome<Inbox> {
    let (kind, id) = person(&here.viewer)?;
    let cursor = after.map_or(Ok(Cursor::START), Cursor::parse)?;
    let mut items = of_submissions(tx, here, (kind, id), cursor.among(Room::Submissions))?;
    if let Some(resident) = here.viewer.resident() {
        items.extend(of_councils(tx, here, resident, cursor.among(Room::Councils))?);
        items.extend(of_series(tx, here, resident, cursor.among(Room::Series))?);
        items.extend(of_coaching(tx, here, resident, cursor.among(Room::Coaching))?);
        items.extend(of_cases(tx, here, resident, cursor.among(Room::Cases))?);
        items.sort_by_key(|item| Reverse(Cursor::of(item)));
    }
    let has_more = items.len() > SHOWN;
    items.truncate(SHOWN);
    let next = items.last().filter(|_| has_more).map(|item| Cursor::of(item).print());
    let names = departments::rows::names(tx, here.community)?;
    Ok(Inbox { items, next, n_unread: n_unread(tx, here)?, names })
}

/// One more than a part of what is about submissions.
fn of_submissions(
    tx: &mut Tx<'_>,
    here: &Here,
    (kind, id): (&'static str, u32),
    after: Cursor,
) -> Outcome<Vec<InboxItem>> {
    let rows = tx.rows(
        "SELECT n.submission_id, n.seq, n.at_ms, n.why, n.is_read, s.title, e.body, s.state
         FROM notices n
         JOIN submissions s
             ON s.community_id = n.community_id AND s.submission_id = n.submission_id
         JOIN events e ON e.community_id = n.community_id
             AND e.stream = 'submission/' || n.submission_id AND e.seq = n.seq
         WHERE n.community_id = $1 AND n.kind = $2 AND n.person_id = $3
             AND (n.at_ms < $4 OR (n.at_ms = $4 AND (n.submission_id < $5
                 OR (n.submission_id = $5 AND n.seq < $6))))
         ORDER BY n.at_ms DESC, n.submission_id DESC, n.seq DESC LIMIT $7",
        params![here.community.0, kind, id, after.at_ms, after.number, after.seq, one_more()],
    )?;
    rows.iter().map(|row| item(tx, here, row)).collect()
}

/// One more than a part of what is about councils.
fn of_councils(
    tx: &mut Tx<'_>,
    here: &Here,
    resident: ResidentId,
    after: Cursor,
) -> Outcome<Vec<InboxItem>> {
    let rows = tx.rows(
        "SELECT n.council_id, n.seq, n.at_ms, n.told, n.is_read, c.state
         FROM council_notices n
         JOIN councils c ON c.community_id = n.community_id AND c.council_id = n.council_id
         WHERE n.community_id = $1 AND n.resident_id = $2
             AND (n.at_ms < $3 OR (n.at_ms = $3 AND (n.council_id < $4
                 OR (n.council_id = $4 AND n.seq < $5))))
         ORDER BY n.at_ms DESC, n.council_id DESC, n.seq DESC, n.told LIMIT $6",
        params![here.community.0, resident.0, after.at_ms, after.number, after.seq, one_more()],
    )?;
    rows.iter().map(council_item).collect()
}

/// One more than a part of what is about series.
fn of_series(
    tx: &mut Tx<'_>,
    here: &Here,
    resident: ResidentId,
    after: Cursor,
) -> Outcome<Vec<InboxItem>> {
    let rows = tx.rows(
        "SELECT n.seq, n.at_ms, n.told, n.is_read, s.state
         FROM series_notices n
         JOIN series s ON s.community_id = n.community_id AND s.series_id = n.series_id
         WHERE n.community_id = $1 AND n.resident_id = $2
             AND (n.at_ms < $3 OR (n.at_ms = $3 AND (n.series_id < $4
                 OR (n.series_id = $4 AND n.seq < $5))))
         ORDER BY n.at_ms DESC, n.series_id DESC, n.seq DESC LIMIT $6",
        params![here.community.0, resident.0, after.at_ms, after.number, after.seq, one_more()],
    )?;
    let mut items = Vec::new();
    for row in &rows {
        items.push(series_item(tx, here, resident, row)?);
    }
    Ok(items)
}

/// One more than a part of what is about coaching.
fn of_coaching(
    tx: &mut Tx<'_>,
    here: &Here,
    resident: ResidentId,
    after: Cursor,
) -> Outcome<Vec<InboxItem>> {
    let rows = tx.rows(
        "SELECT n.seq, n.at_ms, n.told, n.is_read, c.state, p.state
         FROM coaching_notices n
         JOIN coachings c
             ON c.community_id = n.community_id AND c.coaching_id = n.coaching_id
         JOIN proposals p
             ON p.community_id = c.community_id AND p.proposal_id = c.proposal_id
         WHERE n.community_id = $1 AND n.resident_id = $2
             AND (n.at_ms < $3 OR (n.at_ms = $3 AND (n.coaching_id < $4
                 OR (n.coaching_id = $4 AND n.seq < $5))))
         ORDER BY n.at_ms DESC, n.coaching_id DESC, n.seq DESC, n.told LIMIT $6",
        params![here.community.0, resident.0, after.at_ms, after.number, after.seq, one_more()],
    )?;
    rows.iter().map(coaching_item).collect()
}

/// One more than a part of what is about cases of moderation.
fn of_cases(
    tx: &mut Tx<'_>,
    here: &Here,
    resident: ResidentId,
    after: Cursor,
) -> Outcome<Vec<InboxItem>> {
    let rows = tx.rows(
        "SELECT n.seq, n.at_ms, n.told, n.is_read, c.state
         FROM case_notices n
         JOIN moderation_cases c
             ON c.community_id = n.community_id AND c.case_id = n.case_id
         WHERE n.community_id = $1 AND n.resident_id = $2
             AND (n.at_ms < $3 OR (n.at_ms = $3 AND (n.case_id < $4
                 OR (n.case_id = $4 AND n.seq < $5))))
         ORDER BY n.at_ms DESC, n.case_id DESC, n.seq DESC LIMIT $6",
        params![here.community.0, resident.0, after.at_ms, after.number, after.seq, one_more()],
    )?;
    rows.iter().map(case_item).collect()
}

fn one_more() -> i64 {
    i64::try_from(SHOWN + 1).unwrap_or(i64::MAX)
}

/// How many notices of whoever asks are unread.
pub fn n_unread(tx: &mut Tx<'_>, here: &Here) -> Outcome<u32> {
    let (kind, id) = person(&here.viewer)?;
    let row = tx.first(
        "SELECT COUNT(*) + (SELECT COUNT(*) FROM council_notices
             WHERE community_id = $1 AND $2 = 'resident' AND resident_id = $3 AND is_read = 0)
             + (SELECT COUNT(*) FROM series_notices
             WHERE community_id = $1 AND $2 = 'resident' AND resident_id = $3 AND is_read = 0)
             + (SELECT COUNT(*) FROM coaching_notices
             WHERE community_id = $1 AND $2 = 'resident' AND resident_id = $3 AND is_read = 0)
             + (SELECT COUNT(*) FROM case_notices
             WHERE community_id = $1 AND $2 = 'resident' AND resident_id = $3 AND is_read = 0)
         FROM notices
         WHERE community_id = $1 AND kind = $2 AND person_id = $3 AND is_read = 0",
        params![here.community.0, kind, id],
    )?;
    let n = row.map_or(Ok(0), |row| row.int(0))?;
    u32::try_from(n).map_err(|_| Failure::Broken(format!("{n} unread notices")))
}

/// Marks what was read; what came meanwhile stays unread.
pub fn read(tx: &mut Tx<'_>, here: &Here, form: ReadForm) -> Outcome<Inbox> {
    let (kind, id) = person(&here.viewer)?;
    let resident = here.viewer.resident();
    match form {
        ReadForm::Submission { id: submission, until_seq } => {
            tx.execute(
                "UPDATE notices SET is_read = 1
                 WHERE community_id = $1 AND kind = $2 AND person_id = $3 AND is_read = 0
                     AND submission_id = $4 AND seq <= $5",
                params![here.community.0, kind, id, submission.0, until_seq],
            )?;
        }
        ReadForm::Council { id: council, until } => {
            if let Some(resident) = resident {
                telling::mark_read(tx, here, resident, (Some(council), until))?;
            }
        }
        ReadForm::Series { id: series, until_seq } => {
            if let Some(resident) = resident {
                Told::OF_SERIES.read(tx, here, resident, (series.0, until_seq))?;
            }
        }
        ReadForm::Coaching { id: coaching, until_seq } => {
            if let Some(resident) = resident {
                Told::OF_COACHINGS.read(tx, here, resident, (coaching.0, until_seq))?;
            }
        }
        ReadForm::Case { id: case, until_seq } => {
            if let Some(resident) = resident {
                Told::OF_CASES.read(tx, here, resident, (case.0, until_seq))?;
            }
        }
        ReadForm::Until { at } => {
            tx.execute(
                "UPDATE notices SET is_read = 1
                 WHERE community_id = $1 AND kind = $2 AND person_id = $3 AND is_read = 0
                     AND at_ms <= $4",
                params![here.community.0, kind, id, at.millis()],
            )?;
            if let Some(resident) = resident {
                telling::mark_read(tx, here, resident, (None, at))?;
                for told in [Told::OF_SERIES, Told::OF_COACHINGS, Told::OF_CASES] {
                    told.read_all(tx, here, resident, at)?;
                }
            }
        }
    }
    page(tx, here, None)
}

fn item(tx: &mut Tx<'_>, here: &Here, row: &Row) -> Outcome<InboxItem> {
    let why = row.text(3)?;
    let notice = Notice {
        submission: submission(row.int(0)?)?,
        seq: row.int(1)?,
        at: Moment::from_millis(row.int(2)?),
        why: Why::parse(why).ok_or_else(|| Failure::Broken(format!("a notice for {why}")))?,
        is_read: row.flag(4)?,
    };
    let (event, about) = (serde_json::from_str(row.text(6)?)?, row.text(7)?);
    let about: Submission = serde_json::from_str(about)?;
    let event = moderation::words::veiled_event(tx, here.community, &about, event)?;
    Ok(InboxItem::Submission { notice, title: row.text(5)?.to_owned(), event })
}

fn council_item(row: &Row) -> Outcome<InboxItem> {
    let told = row.text(3)?;
    let council: Council = serde_json::from_str(row.text(5)?)?;
    let notice = CouncilNotice {
        council: council.id,
        told: meeting::Told::parse(told).ok_or_else(|| unknown(told))?,
        seq: row.int(1)?,
        at: Moment::from_millis(row.int(2)?),
        is_read: row.flag(4)?,
    };
    let asked_until = council.report_of(notice.at).map(|report| report.until);
    Ok(InboxItem::Council { notice, title: council.title, hours: council.hours, asked_until })
}

fn series_item(
    tx: &mut Tx<'_>,
    here: &Here,
    resident: ResidentId,
    row: &Row,
) -> Outcome<InboxItem> {
    let told = row.text(2)?;
    let series: Series = serde_json::from_str(row.text(4)?)?;
    let notice = SeriesNotice {
        series: series.id,
        told: series::Told::parse(told).ok_or_else(|| unknown(told))?,
        seq: row.int(0)?,
        at: Moment::from_millis(row.int(1)?),
        is_read: row.flag(3)?,
    };
    let hours = series_telling::hours(tx, here.community, &series, (notice.told, resident))?;
    let until = series_telling::asked_until(&series, here.now);
    Ok(InboxItem::Series { notice, title: series.title, hours, until })
}

fn coaching_item(row: &Row) -> Outcome<InboxItem> {
    let told = row.text(2)?;
    let coaching: Coaching = serde_json::from_str(row.text(4)?)?;
    let proposal: Proposal = serde_json::from_str(row.text(5)?)?;
    let notice = CoachingNotice {
        coaching: coaching.id,
        told: coaching::Told::parse(told).ok_or_else(|| unknown(told))?,
        seq: row.int(0)?,
        at: Moment::from_millis(row.int(1)?),
        is_read: row.flag(3)?,
    };
    let title = proposal.content.title.to_string();
    Ok(InboxItem::Coaching { notice, proposal: proposal.id, title })
}

fn case_item(row: &Row) -> Outcome<InboxItem> {
    let told = row.text(2)?;
    let case: Case = serde_json::from_str(row.text(4)?)?;
    let notice = CaseNotice {
        case: case.id,
        told: CaseTold::parse(told).ok_or_else(|| unknown(told))?,
        seq: row.int(0)?,
        at: Moment::from_millis(row.int(1)?),
        is_read: row.flag(3)?,
    };
    Ok(InboxItem::Case { notice, about: case.about })
}

fn unknown(told: &str) -> Failure {
    Failure::Broken(format!("a notice of {told}"))
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
        let at_ms = 1_788_000_000_000;
        let rooms = [Room::Submissions, Room::Councils, Room::Series, Room::Coaching, Room::Cases];
        for room in rooms {
            let cursor = Cursor { at_ms, room, number: 128, seq: 3 };
            assert_eq!(Cursor::parse(&cursor.print()), Ok(cursor));
        }
        for raw in ["", "x.1.1.1", "1.2", "1.2.3", "1.2.3.4.5", "1.5.1.1"] {
            assert!(Cursor::parse(raw).is_err(), "{raw}");
        }
    }
}
