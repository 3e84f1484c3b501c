//! Rows of submissions: one document each, guarded by its version, with narrow columns beside it.

use huiyin_domain::{
    feedback::{
        End, Event, Kind, Owner, Stage, Submission, Timeliness, Verdict, wire::SubmissionCard,
    },
    ids::{CommunityId, ResidentId, SubmissionId, Version},
};

use crate::{
    failure::{Failure, Outcome},
    here::Here,
    store::{Row, Tx, params},
};

/// Most of one kind among somebody's echoes.
const MINE_MOST: u32 = 200;

/// A submission and, apart from it, whoever sent it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// What was sent, and where it stands.
    pub submission: Submission,
    /// Who sent it; nobody once they have left.
    pub author: Option<ResidentId>,
}

/// The name of a submission's stream of events.
pub fn stream(id: SubmissionId) -> String {
    format!("submission/{id}")
}

/// An owner as they stand in the tables and in addresses.
pub fn owner_word(owner: Owner) -> String {
    match owner {
        Owner::Office => "office".to_owned(),
        Owner::Department { id } => format!("department-{id}"),
    }
}

/// The way back from [`owner_word`].
pub fn owner_of(word: &str) -> Option<Owner> {
    match word.split_once('-') {
        None if word == "office" => Some(Owner::Office),
        Some(("department", id)) => Some(Owner::Department { id: id.parse().ok()? }),
        None | Some(_) => None,
    }
}

/// One submission, or nothing.
pub fn find(tx: &mut Tx<'_>, community: CommunityId, id: SubmissionId) -> Outcome<Option<Kept>> {
    let row = tx.first(
        "SELECT state, author_id FROM submissions WHERE community_id = $1 AND submission_id = $2",
        params![community.0, id.0],
    )?;
    let Some(row) = row else { return Ok(None) };
    let author = row.opt_int(1)?.map(|id| {
        u32::try_from(id).map(ResidentId).map_err(|_| Failure::Broken(format!("author {id}")))
    });
    Ok(Some(Kept { submission: read(&row)?, author: author.transpose()? }))
}

/// One submission.
pub fn load(tx: &mut Tx<'_>, community: CommunityId, id: SubmissionId) -> Outcome<Kept> {
    find(tx, community, id)?.ok_or(Failure::MISSING)
}

/// What of a submission stands in columns, to be counted and found.
struct Columns {
    stage: &'static str,
    /// Nothing where it has ended: then it stays whose it was.
    owner: Option<String>,
    due_day: Option<String>,
    decision_due: Option<String>,
    word_until: Option<String>,
    theme: Option<&'static str>,
    place_id: Option<u32>,
    verdict: Option<&'static str>,
    is_decided: bool,
    is_in_time: bool,
    is_adopted: bool,
    is_delivered: bool,
    satisfaction: Option<&'static str>,
}

impl Columns {
    fn of(submission: &Submission) -> Self {
        let Submission { stage, content, theme, timeliness, .. } = submission;
        let verdict = submission.answer().map(|answer| &answer.verdict);
        Self {
            stage: stage.kind().word(),
            owner: owner(stage).map(owner_word),
            due_day: submission.owes().map(|owes| owes.duty.due.to_string()),
            decision_due: decision_due(submission),
            word_until: word_until(stage),
            theme: theme.map(huiyin_domain::feedback::Theme::word),
            place_id: content.place.map(|place| place.0),
            verdict: verdict.map(|verdict| verdict.word()),
            is_decided: *timeliness != Timeliness::NotYet
                && !verdict.is_some_and(|verdict| verdict.is_deferred()),
            is_in_time: *timeliness == Timeliness::InTime,
            is_adopted: verdict.is_some_and(|verdict| verdict.is_adopted()),
            is_delivered: stage.evidence().is_some(),
            satisfaction: satisfaction(stage),
        }
    }
}

/// Whose duty it is, or who has answered or delivered last.
fn owner(stage: &Stage) -> Option<Owner> {
    match stage {
        Stage::Waiting { duty, .. }
        | Stage::Deferred { duty, .. }
        | Stage::Appealed { duty, .. }
        | Stage::InDelivery { duty, .. } => Some(duty.owner),
        Stage::Delivered { owner, .. } => Some(*owner),
        Stage::Answered { answer, .. } => Some(answer.by),
        Stage::Ended { .. } => None,
    }
}

/// What is put off is not decided: its day is the day on which it is taken up again.
fn decision_due(submission: &Submission) -> Option<String> {
    match &submission.stage {
        Stage::Waiting { duty, .. } | Stage::Deferred { duty, .. } => Some(duty.due.to_string()),
        Stage::Appealed { answer, duty, .. } if answer.verdict.is_deferred() => {
            Some(duty.due.to_string())
        }
        Stage::Answered { .. }
        | Stage::Appealed { .. }
        | Stage::InDelivery { .. }
        | Stage::Delivered { .. }
        | Stage::Ended { .. } => None,
    }
}

/// From the day after, somebody calls and asks.
fn word_until(stage: &Stage) -> Option<String> {
    match stage {
        // What a vote did not choose is told by its result; nobody is called for each of them.
        Stage::Answered { answer, .. } if answer.verdict == Verdict::NotChosen => None,
        Stage::Answered { appeal_until, .. } => Some(appeal_until.to_string()),
        Stage::Delivered { confirm_until, .. } => Some(confirm_until.to_string()),
        Stage::Waiting { .. }
        | Stage::Deferred { .. }
        | Stage::Appealed { .. }
        | Stage::InDelivery { .. }
        | Stage::Ended { .. } => None,
    }
}

fn satisfaction(stage: &Stage) -> Option<&'static str> {
    match stage {
        Stage::Ended { end: End::Confirmed { satisfaction, .. }, .. } => Some(satisfaction.word()),
        Stage::Ended { end: End::Withdrawn { .. } | End::WithoutAuthor { .. }, .. }
        | Stage::Waiting { .. }
        | Stage::Answered { .. }
        | Stage::Deferred { .. }
        | Stage::Appealed { .. }
        | Stage::InDelivery { .. }
        | Stage::Delivered { .. } => None,
    }
}

/// Stores a new submission.
pub fn insert(
    tx: &mut Tx<'_>,
    community: CommunityId,
    submission: &Submission,
    author: Option<ResidentId>,
) -> Outcome<()> {
    let columns = Columns::of(submission);
    let sent_day = submission.sent_at.in_china().date().to_string();
    let contest = match submission.kind {
        Kind::InContest { contest } => Some(contest.0),
        Kind::Proposal | Kind::Opinion | Kind::Topic => None,
    };
    let content = &submission.content;
    tx.execute(
        "INSERT INTO submissions (community_id, submission_id, version, kind, contest_id,
             author_id, stage, owner, due_day, decision_due, theme, place_id, sent_month,
             sent_day, n_pass_ons, verdict, is_decided, is_in_time, is_adopted, is_delivered,
             satisfaction, title, where_words, state, word_until)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17,
             $18, $19, $20, $21, $22, $23, $24, $25)",
        params![
            community.0,
            submission.id.0,
            submission.version.0,
            submission.kind.word(),
            contest,
            author.map(|author| author.0),
            columns.stage,
            columns.owner.unwrap_or_else(|| owner_word(Owner::Office)),
            columns.due_day,
            columns.decision_due,
            columns.theme,
            columns.place_id,
            &sent_day[..7],
            &sent_day,
            submission.n_pass_ons,
            columns.verdict,
            columns.is_decided,
            columns.is_in_time,
            columns.is_adopted,
            columns.is_delivered,
            columns.satisfaction,
            content.title.as_str(),
            content.where_words.as_ref().map(|words| words.as_str()),
            serde_json::to_string(submission)?,
            columns.word_until
        ],
    )?;
    Ok(())
}

/// Stores what an event made of a submission; refused when it has changed since.
pub fn change(tx: &mut Tx<'_>, here: &Here, before: Version, after: &Submission) -> Outcome<()> {
    let columns = Columns::of(after);
    let n_changed = tx.execute(
        "UPDATE submissions SET version = $1, stage = $2, owner = COALESCE($3, owner), due_day = $4,
             decision_due = $5, theme = $6, place_id = $7, n_pass_ons = $8, verdict = $9,
             is_decided = $10, is_in_time = $11, is_adopted = $12, is_delivered = $13,
             satisfaction = $14, state = $15, word_until = $16, title = $17, where_words = $18
         WHERE community_id = $19 AND submission_id = $20 AND version = $21",
        params![
            after.version.0,
            columns.stage,
            columns.owner,
            columns.due_day,
            columns.decision_due,
            columns.theme,
            columns.place_id,
            after.n_pass_ons,
            columns.verdict,
            columns.is_decided,
            columns.is_in_time,
            columns.is_adopted,
            columns.is_delivered,
            columns.satisfaction,
            serde_json::to_string(after)?,
            columns.word_until,
            after.content.title.as_str(),
            after.content.where_words.as_ref().map(|words| words.as_str()),
            here.community.0,
            after.id.0,
            before.0
        ],
    )?;
    match n_changed {
        0 => Err(Failure::stale(load(tx, here.community, after.id)?.submission.version)),
        _ => Ok(()),
    }
}

/// Puts what happened to a submission into the record.
pub fn record(tx: &mut Tx<'_>, here: &Here, id: SubmissionId, event: &Event) -> Outcome<()> {
    let reason = match event {
        Event::PassedOn { reason, .. } | Event::Extended { reason, .. } => Some(reason.as_str()),
        Event::Upheld { words } | Event::ClosedWithoutAuthor { words } => Some(words.as_str()),
        Event::InProject { step } => step.reason().map(|reason| reason.as_str()),
        Event::Sent(_)
        | Event::Acknowledged { .. }
        | Event::Sorted { .. }
        | Event::Answered { .. }
        | Event::Shortlisted { .. }
        | Event::Appealed { .. }
        | Event::Reported { .. }
        | Event::Delivered { .. }
        | Event::Reopened { .. }
        | Event::Confirmed { .. }
        | Event::Withdrawn
        | Event::Escalated { .. }
        | Event::AuthorLeft => None,
        Event::InContest { step } => step.reason().map(|reason| reason.as_str()),
        Event::Moderated { step, .. } => Some(step.words().as_str()),
        Event::Rewritten { why, .. } => why.as_ref().map(|why| why.as_str()),
    };
    here.record(tx, &stream(id), event.name(), event, reason)
}

/// Everything that somebody still owes, by number.
pub fn owed_by(tx: &mut Tx<'_>, community: CommunityId, owner: Owner) -> Outcome<Vec<Submission>> {
    let rows = tx.rows(
        "SELECT state FROM submissions
         WHERE community_id = $1 AND owner = $2 AND due_day IS NOT NULL ORDER BY submission_id",
        params![community.0, owner_word(owner)],
    )?;
    rows.iter().map(read).collect()
}

/// Everything that a resident has sent, by number.
pub fn all_of_author(
    tx: &mut Tx<'_>,
    community: CommunityId,
    author: ResidentId,
) -> Outcome<Vec<Submission>> {
    let rows = tx.rows(
        "SELECT state FROM submissions WHERE community_id = $1 AND author_id = $2
         ORDER BY submission_id",
        params![community.0, author.0],
    )?;
    rows.iter().map(read).collect()
}

/// Forgets who has sent what this resident sent.
pub fn forget_author(tx: &mut Tx<'_>, community: CommunityId, author: ResidentId) -> Outcome<()> {
    tx.execute(
        "UPDATE submissions SET author_id = NULL WHERE community_id = $1 AND author_id = $2",
        params![community.0, author.0],
    )?;
    Ok(())
}

/// What a resident has sent: what waits for their word first, then the newest.
pub fn sent_by(tx: &mut Tx<'_>, here: &Here, by: ResidentId) -> Outcome<Vec<Submission>> {
    let rows = tx.rows(
        "SELECT state FROM submissions WHERE community_id = $1 AND author_id = $2
         ORDER BY CASE WHEN stage IN ('answered', 'delivered') THEN 0 ELSE 1 END,
             submission_id DESC LIMIT $3",
        params![here.community.0, by.0, MINE_MOST],
    )?;
    rows.iter().map(read).collect()
}

/// The proposals whose author a resident has joined, the newest first.
pub fn joined_by(tx: &mut Tx<'_>, here: &Here, by: ResidentId) -> Outcome<Vec<Submission>> {
    let rows = tx.rows(
        "SELECT s.state FROM proposal_co_authors a
         JOIN submissions s
             ON s.community_id = a.community_id AND s.submission_id = a.proposal_id
         WHERE a.community_id = $1 AND a.resident_id = $2
         ORDER BY s.submission_id DESC LIMIT $3",
        params![here.community.0, by.0, MINE_MOST],
    )?;
    rows.iter().map(read).collect()
}

/// What a resident has co-signed, the newest first.
pub fn co_signed_by(tx: &mut Tx<'_>, here: &Here, by: ResidentId) -> Outcome<Vec<Submission>> {
    let rows = tx.rows(
        "SELECT s.state FROM co_signs c
         JOIN submissions s
             ON s.community_id = c.community_id AND s.submission_id = c.proposal_id
         WHERE c.community_id = $1 AND c.resident_id = $2
         ORDER BY s.submission_id DESC LIMIT $3",
        params![here.community.0, by.0, MINE_MOST],
    )?;
    rows.iter().map(read).collect()
}

/// What a resident follows, the newest first.
pub fn followed_by(tx: &mut Tx<'_>, here: &Here, by: ResidentId) -> Outcome<Vec<Submission>> {
    let rows = tx.rows(
        "SELECT s.state FROM follows f
         JOIN submissions s
             ON s.community_id = f.community_id AND s.submission_id = f.submission_id
         WHERE f.community_id = $1 AND f.resident_id = $2
         ORDER BY s.submission_id DESC LIMIT $3",
        params![here.community.0, by.0, MINE_MOST],
    )?;
    rows.iter().map(read).collect()
}

/// A submission as it stands on a list today.
pub fn card(here: &Here, submission: &Submission) -> SubmissionCard {
    let content = &submission.content;
    SubmissionCard {
        id: submission.id,
        kind: submission.kind,
        title: content.title.to_string(),
        place: content.place,
        where_words: content.where_words.as_ref().map(ToString::to_string),
        theme: submission.theme,
        sent_at: submission.sent_at,
        stage: submission.stage.kind(),
        owes: submission.owes(),
        late: submission.late(here.today(), here.calendar),
        verdict: submission.answer().map(|answer| answer.verdict.word().to_owned()),
        n_pass_ons: submission.n_pass_ons,
    }
}

/// A row whose first column is the submission.
pub fn read(row: &Row) -> Outcome<Submission> {
    Ok(serde_json::from_str(row.text(0)?)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use huiyin_domain::ids::DepartmentId;

    #[test]
    fn owners_are_read_as_they_are_written() {
        for owner in [Owner::Office, Owner::Department { id: DepartmentId(3) }] {
            assert_eq!(owner_of(&owner_word(owner)), Some(owner));
        }
        for raw in ["", "all", "office-1", "department", "department-x"] {
            assert_eq!(owner_of(raw), None, "{raw}");
        }
    }
}
