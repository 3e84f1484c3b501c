//! Calls (电话告知): authors who asked for calls or have not used the app for long, and what they
//! do not know yet; and authors whose own word is waited for longer than was promised.

use huiyin_domain::{
    desk::may_serve,
    feedback::Submission,
    ids::{CommunityId, ResidentId, SeriesId, SubmissionId},
    notices::{
        CALLED_AFTER_DAYS, CALLED_AGAIN_AFTER_MS,
        wire::{Call, CallDone, CallList, CallOutcome, ToTell},
    },
    time::{DAY_MS, Moment},
};
use serde_json::json;

use super::{choices, inbox, series_calls};
use crate::{
    communities, departments,
    failure::{Failure, Outcome},
    feedback::rows as submissions,
    here::Here,
    moderation,
    store::{Row, Tx, params},
};

/// Calls shown at once; whoever calls sees the next ones when these are done.
const SHOWN_MOST: usize = 50;
/// Things to tell in one call; nobody listens to more.
const TOLD_MOST: u32 = 20;

/// Somebody who is to be called.
struct Due {
    submission: SubmissionId,
    title: String,
    resident: i64,
    was_chosen: bool,
    is_asked: bool,
}

/// Those who are to be called, who waits longest first.
pub fn list(tx: &mut Tx<'_>, here: &Here) -> Outcome<CallList> {
    may_serve(&here.viewer)?;
    let (due, of_series) = (all_due(tx, here)?, series_calls::all_due(tx, here)?);
    let total = due.len() + of_series.len();
    let total = u32::try_from(total).map_err(|_| Failure::Broken("calls".to_owned()))?;
    let mut items = Vec::new();
    for one in due.into_iter().take(SHOWN_MOST) {
        items.push(call(tx, here.community, one)?);
    }
    let mut series = Vec::new();
    for one in of_series.into_iter().take(SHOWN_MOST - items.len()) {
        series.push(series_calls::call(tx, here, one)?);
    }
    let office_hours = communities::service::load(tx, here.community)?.hot_line_hours;
    let names = departments::rows::names(tx, here.community)?;
    Ok(CallList { items, series, next: None, total, office_hours, names })
}

/// How many are to be called.
pub fn count(tx: &mut Tx<'_>, here: &Here) -> Outcome<u32> {
    may_serve(&here.viewer)?;
    let n = all_due(tx, here)?.len() + series_calls::all_due(tx, here)?.len();
    u32::try_from(n).map_err(|_| Failure::Broken(format!("{n} calls")))
}

/// Somebody was told on the telephone, and it is as if they had read it; or nobody answered.
pub fn done(
    tx: &mut Tx<'_>,
    here: &Here,
    submission: SubmissionId,
    done: CallDone,
) -> Outcome<CallList> {
    may_serve(&here.viewer)?;
    submissions::load(tx, here.community, submission)?;
    match done.outcome {
        CallOutcome::Told => told(tx, here, submission, done.until_seq)?,
        CallOutcome::NobodyAnswered => {
            let tried = json!({ "submission": submission });
            here.record(tx, &format!("call/{submission}"), "nobody_answered", &tried, None)?;
        }
    }
    list(tx, here)
}

/// The same of a series, to one resident.
pub fn done_of_series(
    tx: &mut Tx<'_>,
    here: &Here,
    call: (SeriesId, ResidentId),
    done: CallDone,
) -> Outcome<CallList> {
    series_calls::done(tx, here, call, done)?;
    list(tx, here)
}

fn told(tx: &mut Tx<'_>, here: &Here, submission: SubmissionId, until_seq: i64) -> Outcome<()> {
    let n_told = tx.execute(
        "UPDATE notices SET is_read = 1
         WHERE community_id = $1 AND is_read = 0 AND why = 'sent' AND submission_id = $2
             AND seq <= $3",
        params![here.community.0, submission.0, until_seq],
    )?;
    if n_told != 0 {
        let told = json!({ "submission": submission, "until_seq": until_seq });
        here.record(tx, &format!("call/{submission}"), "told", &told, None)?;
    }
    Ok(())
}

/// Those who are to be told something, then those who are only to be asked.
fn all_due(tx: &mut Tx<'_>, here: &Here) -> Outcome<Vec<Due>> {
    let mut due = to_be_told(tx, here)?;
    let mut asked = to_be_asked(tx, here)?;
    for one in &mut due {
        let n_before = asked.len();
        asked.retain(|other| other.submission != one.submission);
        one.is_asked = asked.len() != n_before;
    }
    due.extend(asked);
    Ok(due)
}

/// Of a submission `s`: nobody has just called in vain, that is, since the moment `$3`.
const NOT_JUST_TRIED: &str = "NOT EXISTS (
    SELECT 1 FROM events t WHERE t.community_id = s.community_id
        AND t.stream = 'call/' || s.submission_id AND t.kind = 'nobody_answered'
        AND t.at_ms > $3)";

fn tried_since(here: &Here) -> Moment {
    here.now.plus_millis(-CALLED_AGAIN_AFTER_MS)
}

/// Authors who have not said whether it is done, or whether the answer will do, by its day.
fn to_be_asked(tx: &mut Tx<'_>, here: &Here) -> Outcome<Vec<Due>> {
    let sql = format!(
        "SELECT s.submission_id, s.title, s.author_id, COALESCE(c.by_call, 0)
         FROM submissions s
         LEFT JOIN notice_choices c ON c.community_id = s.community_id AND c.kind = 'resident'
             AND c.person_id = s.author_id
         WHERE s.community_id = $1 AND s.word_until < $2 AND s.author_id IS NOT NULL
             AND {NOT_JUST_TRIED}
         ORDER BY s.word_until, s.submission_id"
    );
    let today = here.today().to_string();
    let rows = tx.rows(&sql, params![here.community.0, today, tried_since(here).millis()])?;
    rows.iter().map(|row| read_due(row, true)).collect()
}

fn read_due(row: &Row, is_asked: bool) -> Outcome<Due> {
    Ok(Due {
        submission: inbox::submission(row.int(0)?)?,
        title: row.text(1)?.to_owned(),
        resident: row.int(2)?,
        was_chosen: row.flag(3)?,
        is_asked,
    })
}

/// Each author is called about each submission once, whatever has happened to it since.
///
/// Helpers' sessions do not count: what a helper has read nobody has told the resident.
fn to_be_told(tx: &mut Tx<'_>, here: &Here) -> Outcome<Vec<Due>> {
    let since = here.now.plus_millis(-CALLED_AFTER_DAYS * DAY_MS);
    let sql = format!(
        "SELECT n.submission_id, s.title, n.person_id, MAX(COALESCE(c.by_call, 0))
         FROM notices n
         JOIN submissions s
             ON s.community_id = n.community_id AND s.submission_id = n.submission_id
                 AND s.author_id = n.person_id
         LEFT JOIN notice_choices c ON c.community_id = n.community_id AND c.kind = n.kind
             AND c.person_id = n.person_id
         WHERE n.community_id = $1 AND n.is_read = 0 AND n.why = 'sent' AND n.kind = 'resident'
             AND (COALESCE(c.by_call, 0) = 1 OR NOT EXISTS (
                 SELECT 1 FROM sessions d WHERE d.community_id = n.community_id
                     AND d.kind = 'resident' AND d.person_id = n.person_id
                     AND d.help_id IS NULL AND d.last_used_ms > $2))
             AND {NOT_JUST_TRIED}
         GROUP BY n.submission_id, s.title, n.person_id
         ORDER BY MIN(n.at_ms), n.submission_id"
    );
    let params = params![here.community.0, since.millis(), tried_since(here).millis()];
    let rows = tx.rows(&sql, params)?;
    rows.iter().map(|row| read_due(row, false)).collect()
}

fn call(tx: &mut Tx<'_>, community: CommunityId, due: Due) -> Outcome<Call> {
    let Due { submission, title, resident, was_chosen, is_asked } = due;
    let about = tx.first(
        "SELECT public_name, address FROM residents WHERE community_id = $1 AND resident_id = $2",
        params![community.0, resident],
    )?;
    let about = about.ok_or_else(|| Failure::Broken(format!("no resident {resident}")))?;
    let chosen = choices::of(tx, community.0.into(), "resident", resident)?;
    let rows = tx.rows(
        "SELECT n.seq, n.at_ms, e.body FROM notices n
         JOIN events e ON e.community_id = n.community_id
             AND e.stream = 'submission/' || n.submission_id AND e.seq = n.seq
         WHERE n.community_id = $1 AND n.kind = 'resident' AND n.person_id = $2
             AND n.submission_id = $3 AND n.is_read = 0
         ORDER BY n.seq LIMIT $4",
        params![community.0, resident, submission.0, TOLD_MOST],
    )?;
    let kept = submissions::load(tx, community, submission)?.submission;
    let mut told = Vec::new();
    for row in &rows {
        told.push(to_tell(tx, community, row, &kept)?);
    }
    if told.is_empty() {
        told.extend(asked_about(tx, community, &kept)?);
    }
    Ok(Call {
        submission,
        title,
        name: about.text(0)?.to_owned(),
        address: about.opt_text(1)?.map(str::to_owned),
        phone: chosen.call.or(chosen.sms),
        was_chosen,
        is_asked,
        told,
    })
}

/// What somebody is asked about who knows it already: the last answer or report.
fn asked_about(
    tx: &mut Tx<'_>,
    community: CommunityId,
    submission: &Submission,
) -> Outcome<Option<ToTell>> {
    let row = tx.first(
        "SELECT seq, at_ms, body FROM events
         WHERE community_id = $1 AND stream = $2 AND kind IN ('answered', 'upheld', 'delivered')
         ORDER BY seq DESC LIMIT 1",
        params![community.0, submissions::stream(submission.id)],
    )?;
    row.map(|row| to_tell(tx, community, &row, submission)).transpose()
}

fn to_tell(
    tx: &mut Tx<'_>,
    community: CommunityId,
    row: &Row,
    submission: &Submission,
) -> Outcome<ToTell> {
    let event = serde_json::from_str(row.text(2)?)?;
    let event = moderation::words::veiled_event(tx, community, submission, event)?;
    Ok(ToTell { seq: row.int(0)?, at: Moment::from_millis(row.int(1)?), event })
}
